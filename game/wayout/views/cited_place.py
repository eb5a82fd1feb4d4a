"""How is the place in a document told to a reader: lines, a question, a page, a time of a recording?

Locators in words: of one place and from one to another, with thousands set apart and times in hours, minutes, seconds.
"""

from wayout.locale import evidence_strings, strings
from wayout.model import locator
from wayout.model.evidence import Cite


def cited_place(cite: Cite) -> str:
    """'question 2,226', 'at 12 min 34 s', 'lines 5–6', or as it is called: 'article 337'."""
    at = _at(cite.at) if cite.at else ""
    if cite.lines is None:
        return at
    lines = str(cite.lines)
    many = "-" in lines or "," in lines
    said = (strings.LINES_MANY if many else strings.LINES).format(lines=lines.replace("-", "–"))
    return f"{at}, {said}" if at else said


def _at(at: str) -> str:
    place = locator.parsed(at)
    if place is None:
        return at
    several = place.first != place.last
    if isinstance(place, locator.Numbered):
        first, last = (f"{int(label):,}" if label.isdecimal() else label for label in (place.first, place.last))
        return evidence_strings.PLACES[place.kind][several].format(first=first, last=last)
    if place.minutes:
        first, last = str(place.first // 60), str(place.last // 60)
        return evidence_strings.MINUTES[first != last].format(first=first, last=last)
    return evidence_strings.TIMES[several].format(first=_time(place.first), last=_time(place.last))


def _time(seconds: int) -> str:
    """A time of a recording in words: '1 h 2 min 33 s'."""
    minutes, second = divmod(seconds, 60)
    parts = zip((minutes // 60, minutes % 60, second), evidence_strings.TIME_PARTS, strict=True)
    said = [unit.format(n=n) for n, unit in parts if n]
    return " ".join(said) or evidence_strings.TIME_PARTS[-1].format(n=0)
