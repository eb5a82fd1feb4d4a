"""How do sources stand on paper, where each line costs a line: every document once, and every claim by its letter?

The reference list of the booklet: a bibliography with a letter for each document, and claims that cite those letters
with their lines, as notes in a printed book do.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from string import ascii_uppercase

from wayout.faces.print.html_file import address_html
from wayout.locale import print_strings, strings
from wayout.model.text import in_one_line
from wayout.render.html import NOTHING, Html, block, in_language, tag, together
from wayout.views.sources import CiteView, ClaimView, DifferenceView, ReadingView


def documents(claims: Iterable[ClaimView]) -> dict[str, CiteView]:
    """Every document that is cited, in the order in which it is met, as it is cited first."""
    found: dict[str, CiteView] = {}
    for claim in claims:
        sides = (side.cites for difference in claim.differences for side in difference.readings)
        for cites in (claim.cites, *sides):
            for cite in cites:
                found.setdefault(cite.document, cite)
    return found


def letters(found: Mapping[str, CiteView]) -> dict[str, str]:
    """A letter for each document; after the last one two letters."""
    every = [*ascii_uppercase, *(first + second for first in ascii_uppercase for second in ascii_uppercase)]
    return dict(zip(found, every, strict=False))


def document_list(found: Mapping[str, CiteView]) -> Html:
    """The bibliography: each document with where it appeared, how it was made, and its address."""
    known = letters(found)
    return block("ol", *(_document(known[name], cite) for name, cite in found.items()), class_="documents")


def _document(letter: str, cite: CiteView) -> Html:
    said = (
        in_language(in_one_line(cite.outlet), cite.language) if cite.outlet not in ("", cite.title) else NOTHING,
        in_one_line(cite.made),
        in_one_line(strings.LANGUAGES.get(cite.language, cite.language)),
        "" if cite.is_held else strings.NOT_HELD,
    )
    parts = [together(" · ", one) for one in said if one]
    title = tag("cite", in_language(in_one_line(cite.title), cite.language))
    return tag("li", tag("span", letter, class_="n"), title, *parts, address_html(cite.url), id=f"d{letter}")


def claim_list(claims: Iterable[tuple[int, ClaimView]], found: Mapping[str, CiteView]) -> Html:
    """Each claim with its number, how it stands, and where it stands, by letters."""
    known = letters(found)
    return block("ol", *(_claim(number, claim, known) for number, claim in claims))


def _claim(number: int, claim: ClaimView, known: Mapping[str, str]) -> Html:
    remarks = "".join(f"; {remark}" for remark in claim.remarks)
    places = _places(claim.cites, known)
    return tag(
        "li",
        tag("span", str(number), class_="n"),
        in_one_line(claim.line),
        " ",
        tag("em", in_one_line(claim.standing)),
        in_one_line(remarks),
        together(". ", places) if places else NOTHING,
        *(_difference(one, known) for one in claim.differences),
        id=f"c{number}",
    )


def _places(cites: Sequence[CiteView], known: Mapping[str, str]) -> Html:
    """Letters with their lines; what several of them say in the same way is said once."""

    def said(cite: CiteView) -> tuple[str, str]:
        is_said_twice = cite.speaker == strings.SPEAKER_NARRATOR and cite.voice == strings.VOICE["narrated"]
        return ("" if is_said_twice else cite.speaker), cite.voice

    found: list[str] = []
    for (speaker, voice), group in groupby(cites, said):
        places = ", ".join(print_strings.IN_DOCUMENT.format(letter=known[one.document], place=one.place).strip()
                           for one in dict.fromkeys(group))  # fmt: skip
        how = ", ".join(filter(None, (strings.FOR_SPEAKER.format(name=speaker) if speaker else "", voice)))
        found.append(f"{places} ({how})" if how else places)
    return together(in_one_line("; ".join(found)))


def _difference(one: DifferenceView, known: Mapping[str, str]) -> Html:
    sides = "; ".join(_reading(side, known) for side in one.readings)
    return together(" ", tag("span", in_one_line(f"{one.head}: {sides}."), class_="differs"))


def _reading(side: ReadingView, known: Mapping[str, str]) -> str:
    places = dict.fromkeys(print_strings.IN_DOCUMENT.format(letter=known[cite.document], place=cite.place).strip()
                           for cite in side.cites)  # fmt: skip
    return f"{' '.join(side.says.split())} ({', '.join(places)})"
