"""How is the evidence behind a page set?"""

from game import words
from game.faces.terminal.parts import DOT, GUTTER, Part, paragraphs
from game.play.sources import CiteView, ClaimView, DifferenceView, ReadingView


def claim_parts(number: int, claim: ClaimView) -> tuple[Part, ...]:
    """A claim: what is said, how it stands and why, remarks, and every place that carries it."""
    said = paragraphs(claim.says)
    width = max(len(str(number)) + 2, GUTTER + 1)
    reason = (("muted", f": {claim.reason}"),) if claim.reason else ()
    return (
        Part((("head", said[0]),), str(number), indent=width, mark_kind="word"),
        *(Part((("head", text),), indent=width) for text in said[1:]),
        Part((("word", claim.standing), *reason), indent=width, gap=0),
        *(Part((("muted", remark),), indent=width, gap=0) for remark in claim.remarks),
        *(part for cite in claim.cites for part in cite_parts(cite, width)),
    )


def cite_parts(cite: CiteView, indent: int) -> tuple[Part, ...]:
    """One place in one document: its title, then where and how it was made, then who says so and how."""
    outlet = cite.outlet if cite.outlet != cite.title else ""
    made = words.MADE_FROM.format(how=cite.how, origin=cite.made_from) if _is_made(cite) else cite.how
    language = words.LANGUAGES.get(cite.language, cite.language)
    document = _joined(outlet, made, language, "" if cite.is_held else words.NOT_HELD)
    place = _joined(cite.place, _speaker(cite), cite.voice, f"“{cite.quote}”" if cite.quote else "")
    mark = " " * (indent - GUTTER) + DOT
    return (
        Part((("text", cite.title),), mark, indent=indent + 1),
        *(Part((("muted", line),), indent=indent + 1, gap=0) for line in (document, place) if line),
    )


def difference_parts(difference: DifferenceView) -> tuple[Part, ...]:
    """On what documents part, and why they may."""
    why = (("muted", f": {difference.why}"),) if difference.why else ()
    return (Part((("word", difference.head), *why), indent=GUTTER + 1),)


def reading_parts(reading: ReadingView) -> tuple[Part, ...]:
    """One side of a difference."""
    said = tuple(Part((("text", text),)) for text in paragraphs(reading.says))
    return (*said, *(part for cite in reading.cites for part in cite_parts(cite, GUTTER)))


def _speaker(cite: CiteView) -> str:
    """Who says so; that the narrator tells it is said by the voice already."""
    is_said_twice = cite.speaker == words.SPEAKER_NARRATOR and cite.voice == words.VOICE["narrated"]
    return words.FOR_SPEAKER.format(name=cite.speaker) if cite.speaker and not is_said_twice else ""


def _is_made(cite: CiteView) -> bool:
    return bool(cite.made_from) and cite.how != words.HOW["original"]


def _joined(*said: str) -> str:
    return " · ".join(each for each in said if each)
