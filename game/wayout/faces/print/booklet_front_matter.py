"""What stands at the beginning of a booklet: the records, how it is read, the war?"""

from collections.abc import Sequence

from wayout.faces.print.booklet_html import cited, html, texts
from wayout.locale import booklet_strings, strings
from wayout.model.reference_pages import WAR
from wayout.views.booklet import Booklet
from wayout.views.catalogue import CatalogueEntry
from wayout.views.reference_pages import aside


def contents(entries: Sequence[CatalogueEntry], first: Sequence[int]) -> str:
    """Every record with where it begins."""
    rows = []
    for one, number in zip(entries, first, strict=True):
        told = " · ".join(filter(None, (one.title if one.title != one.name else "", one.length)))
        begins = html(booklet_strings.BEGINS.format(n=number))
        rows.append(f'<li><a href="#s{number}">{html(one.name)}</a> <span class="soft">{html(told)}</span> '
                    f'<span class="turn">{begins}</span></li>')  # fmt: skip
    head = f'<h2 id="contents">{html(booklet_strings.CONTENTS)}</h2>'
    return f'<nav aria-labelledby="contents">\n{head}\n<ol>\n{"".join(rows)}\n</ol>\n</nav>'


def how() -> str:
    """What a reader of paper must know, and what the evidence words mean."""
    told = "\n".join(f"<p>{html(text)}</p>" for text in booklet_strings.HOW)
    meanings = {
        **strings.TAKEN_MEANING,
        **{strings.KNOWN[known]: says for known, says in strings.KNOWN_MEANING.items()},
    }
    rows = "\n".join(f"<dt>{html(word)}</dt><dd>{html(says)}</dd>" for word, says in meanings.items())
    return (
        f'<section class="front" id="how">\n<h2>{html(booklet_strings.HOW_HEAD)}</h2>\n{told}\n'
        f"<h3>{html(booklet_strings.EVIDENCE_HEAD)}</h3>\n<dl>\n{rows}\n</dl>\n</section>"
    )


def war(made: Booklet) -> str:
    """The page on the war, which stands before the first decision."""
    if WAR not in made.library.asides:
        return ""
    found = aside(made.library, WAR, made.reader)
    told = "\n".join(texts(made, block.text) + cited(made, block.claims) for block in found.blocks)
    return f'<section class="front" id="war">\n<h2>{html(found.title)}</h2>\n{told}\n</section>'
