"""How do stories stand in a booklet of numbered sections, to be printed and read with a pencil?

One HTML file without scripts, in which nothing is fetched. Whatever a text holds is shown as it is.
"""

from collections.abc import Iterable, Iterator, Sequence

from wayout.faces.print.booklet_back_matter import back
from wayout.faces.print.booklet_css import LOOK, PAPERS
from wayout.faces.print.booklet_front_matter import contents, how, war
from wayout.faces.print.booklet_html import cited, html, terms, texts
from wayout.locale import booklet_strings, strings
from wayout.model.reference_pages import CARE
from wayout.model.story import Condition, Story
from wayout.play.moves import encode
from wayout.views.booklet import Booklet
from wayout.views.catalogue import CatalogueEntry, catalogue_entry
from wayout.views.condition_text import condition_told, label_told, value_told
from wayout.views.page import EndingView, OutcomePage
from wayout.views.reference_pages import aside
from wayout.views.sections import BookletSection, ConditionalText, SectionKey, SectionLink, asked_for


def as_html(made: Booklet, paper: str = "a5") -> str:
    """The booklet as one HTML file."""
    library, reader = made.library, made.reader
    entries = [catalogue_entry(library, name, reader) for name in made.stories]
    title = (
        booklet_strings.TITLE.format(names=", ".join(one.name for one in entries))
        if len(entries) < 3
        else booklet_strings.ALL
    )
    first = [made.numbers[found[0].key] for _, found in made.chapters]
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{html(title)}</title>\n<style>{LOOK}{PAPERS[paper]}</style>\n</head>\n<body>",
            f'<header>\n<h1>{html(title)}</h1>\n<p class="sub">{html(booklet_strings.SUBTITLE)}</p>',
            f'<p class="soft">{html(strings.LIBRARY_HEAD if len(entries) > 6 else booklet_strings.MADE_WITH)}</p>\n'
            "</header>\n<main>",
            contents(entries, first),
            how(),
            war(made),
            *(_chapter(made, one, found) for one, (_, found) in zip(entries, made.chapters, strict=True)),
            *back(library, reader, made.claims, made.not_carried),
            "</main>\n</body>\n</html>\n",
        )
    )


def _chapter(made: Booklet, one: CatalogueEntry, found: Sequence[BookletSection]) -> str:
    """A record: what is to be known before it, its sheet, its sections."""
    story = made.library.stories[one.id]
    notice = strings.CONTENT_NOTE.format(what=", ".join(one.content)) if one.content else strings.CONTENT_NONE
    identity = strings.NAME_IS.format(name=one.name, identity=one.identity) if one.identity else ""
    lines = [f"<p>{html(text)}</p>" for text in (one.teaser, identity) if text]
    lines.append(f'<p class="notice">{html(notice)}</p>')
    number = made.numbers[found[0].key]
    begin = f'<a href="#s{number}">{html(booklet_strings.BEGIN_AT.format(n=number))}</a>'
    heads = dict.fromkeys((one.name, one.title))
    return "\n".join((
        f'<section class="chapter" id="{html(f"record-{one.id}")}">\n<h2>{html(" · ".join(heads))}</h2>', *lines,
        _sheet(made, one.id, story, one.name), f'<p class="begin">{begin}</p>',
        *(_section(made, section) for section in found), "</section>",
    ))  # fmt: skip


def _sheet(made: Booklet, name: str, story: Story, person: str) -> str:
    """The sheet of a record: its situation, its boxes, the numbers to come back to."""
    rows = [
        (label_told(story, key), value_told(story, key, variable.start))
        for key, variable in story.situation.items() if variable.label
    ]  # fmt: skip
    lines = [
        f'<tr><th scope="row">{html(label)}</th><td>{html(value)}</td><td class="room"></td></tr>'
        for label, value in rows
    ]
    wide = ' colspan="2"' if rows else ""
    boxes = _boxes(made, name, *asked_for(story))
    if boxes:
        told = " ".join(f'<span class="box">☐ {box}</span>' for box in boxes)
        lines.append(f'<tr><th scope="row">{html(booklet_strings.BOXES)}</th><td{wide}>{told}</td></tr>')
    lines.append(f'<tr><th scope="row">{html(booklet_strings.COME_BACK)}</th><td{wide} class="room"></td></tr>')
    head = html(booklet_strings.SHEET.format(name=person))
    note = f'<p class="soft">{html(booklet_strings.SHEET_NOTE)}</p>' if rows else ""
    return f'<div class="sheet">\n<h3>{head}</h3>\n{note}<table>\n{"".join(lines)}\n</table>\n</div>'


def _boxes(made: Booklet, story: str, seen: Iterable[str], chose: Iterable[str]) -> list[int]:
    """The numbers of the boxes for scenes seen and choices made, of those that a condition asks for."""
    scenes, choices = asked_for(made.library.stories[story])
    asked = [*(("seen", one) for one in seen if one in scenes), *(("chose", one) for one in chose if one in choices)]
    numbers = made.boxes(story)
    return sorted(numbers[one] for one in asked if one in numbers)


def _section(made: Booklet, section: BookletSection) -> str:
    number, key = made.numbers[section.key], section.key
    where = f' <span class="where">{html(section.where)}</span>' if section.where else ""
    style = ' class="ending"' if section.close is not None else ""
    parts = [
        f'<article id="s{number}"{style} data-story="{html(key.story)}" data-scene="{html(key.scene)}" '
        f'data-choice="{html(key.choice)}">',
        f"<h3>{number}{where}</h3>",
        *(_piece(made, key.story, piece) for piece in section.pieces),
    ]
    if section.reveal is not None:
        parts.append(_reveal(made, section.reveal))
    if section.close is not None:
        parts.append(_close(made, section.close))
    parts.append(cited(made, section.claims))
    if section.care and CARE in made.library.asides:
        title = aside(made.library, CARE, made.reader).title
        parts.append(f'<p class="soft"><a href="#care">{html(booklet_strings.CARE.format(title=title))}</a></p>')
    if section.ask:
        parts.append(f'<p class="ask">{terms(made, section.ask)}</p>')
    ways = "\n".join(_lead(made, key, lead) for lead in section.leads)
    parts.append(f'<ul class="ways">\n{ways}\n</ul>' if ways else "")
    if section.close is not None:
        parts.append(f'<p class="soft">{html(booklet_strings.OR_BACK)}</p>')
    return "\n".join((*filter(None, parts), "</article>"))


def _piece(made: Booklet, story: str, piece: ConditionalText) -> str:
    told = texts(made, piece.text, strings.EDITORIAL if piece.editorial else "")
    if piece.condition is None:
        return told
    when = html(booklet_strings.IF.format(what=_when(made, story, piece.condition)))
    return f'<div class="if"><p class="when">{when}</p>{told}</div>'


def _when(made: Booklet, story: str, condition: Condition) -> str:
    """A condition in words, with the numbers of its boxes."""
    numbers = made.boxes(story)

    def box(kind: str, what: str) -> str:
        return str(numbers.get((kind, what), "–"))

    return condition_told(made.library.stories[story], condition, box)


def _reveal(made: Booklet, reveal: OutcomePage) -> str:
    is_one = len(reveal.outcomes) == 1
    followed = "\n".join(
        ("" if is_one else f'<p class="how">{html(outcome.word)}</p>') + texts(made, outcome.text)
        for outcome in reveal.outcomes
    )
    return (
        f'<p class="chosen">{html(strings.CHOSEN.format(label=reveal.label))}</p>\n'
        f'<p class="evidence">{html(reveal.evidence)}</p>\n{followed}'
    )


def _close(made: Booklet, close: EndingView) -> str:
    as_of = f' <span class="soft">{html(close.as_of)}</span>' if close.as_of else ""
    told = f"<h4>{html(close.head)}{as_of}</h4>{texts(made, close.text)}"
    if close.unknown:
        rows = "".join(f"<li>{terms(made, line)}</li>" for line in close.unknown)
        told += f"<h4>{html(strings.UNKNOWN_HEAD)}</h4><ul>{rows}</ul>"
    if close.questions:
        rows = "".join(
            f"<li>{terms(made, one.ask)}"
            + (
                f'<br><span class="soft">{html(strings.EXPECT.format(what="; ".join(one.expect)))}</span>'
                if one.expect
                else ""
            )
            + "</li>"
            for one in close.questions
        )
        told += f"<h4>{html(strings.DISCUSS_HEAD)}</h4><ul>{rows}</ul>"
    return told


def _lead(made: Booklet, here: SectionKey, lead: SectionLink) -> str:
    """A way on: when it is open, what to write down, its number."""
    when = ""
    if lead.condition is not None:
        only_if = booklet_strings.ONLY_IF.format(what=_when(made, here.story, lead.condition))
        when = f'<span class="when">{html(only_if)}: </span>'
    number = made.numbers.get(lead.to) if lead.to is not None else None
    if number is None:
        turn = f'{terms(made, lead.label)} <span class="soft">({html(booklet_strings.NOT_IN_BOOKLET)})</span>'
    else:
        there = f'<span class="turn">{html(booklet_strings.TURN_TO.format(n=number))}</span>'
        turn = f'<a href="#s{number}">{html(lead.label)} {there}</a>'
    notes = [lead.notice, *_notes(made, lead)]
    reason = booklet_strings.OTHERWISE.format(reason=lead.reason) if lead.reason else ""
    below = "".join(f'<span class="note">{html(text)}</span>' for text in (*notes, reason) if text)
    return f'<li data-move="{html(encode(lead.move))}">{when}{turn}{below}</li>'


def _notes(made: Booklet, lead: SectionLink) -> Iterator[str]:
    """What is to be written down on the way."""
    if not lead.record:
        return
    story = made.library.stories[lead.record]
    name = catalogue_entry(made.library, lead.record, made.reader).name
    told = "; ".join(
        booklet_strings.VALUE.format(label=label_told(story, key), value=value_told(story, key, value))
        for key, value in lead.sheet.items() if key in story.situation and story.situation[key].label
    )  # fmt: skip
    if told:
        yield booklet_strings.WRITE.format(name=name, what=told)
    boxes = ", ".join(map(str, _boxes(made, lead.record, lead.seen, lead.chose)))
    if lead.clears and any(asked_for(story)):
        yield (booklet_strings.CLEAR_BUT if boxes else booklet_strings.CLEAR).format(name=name, boxes=boxes)
    elif boxes:
        yield booklet_strings.TICK.format(boxes=boxes)
    if lead.comes_back is not None:
        yield booklet_strings.NOTE_NUMBER.format(n=made.numbers[lead.comes_back])
