"""Which place in a document does a cite name: a question, a page, a time of a recording?

Locators, in CSL's word: how `at` is parsed, the marks of such places in archived texts (brackets, question numbers,
WebVTT and SubRip cue timings), what stands between one mark and the next, and which types of documents have which.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

Kind = Literal["question", "page", "time"]

_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d+[a-z]?|[ivxlcdm]+)"
_TIME = r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})"
_TO = r"\s*[-–]\s*"
_WORDS = {"question": r"q(?:q|uestions?)?", "page": r"p(?:p|gs?|ages?)?"}
_QUESTION_LINES = (r"(?im)^\s*q\.?\s?(\d[\d,]*)\b[.:]?", r"(?m)^\s*(\d[\d,]*)\.(?=\s)")
"""Questions without brackets: 'Q2226 Chair:', and '2226.' as in printed minutes of evidence."""
_ANY_MARK = rf"(?i)\[\s*(?:(?:{_WORDS['question']}|{_WORDS['page']})\.?\s*{_NUMBER}|{_TIME}(?:[.,]\d+)?)\s*\]"
_STAMP = rf"(?im)[\[(]{_TIME}(?:[.,]\d+)?[\])]|^[ \t]*{_TIME}[ \t]*$"
_CUE_TIME = r"(?:(\d+):)?(\d{2}):(\d{2})[.,]\d{3}"
_CUE = rf"(?m)^(?:.+\n)?{_CUE_TIME}[ \t]+-->[ \t]+{_CUE_TIME}.*$"
"""Patterns; `re` compiles each when it is first used, and keeps it."""

EXAMPLES = {"question": "[q 2226]", "page": "[p 12]", "time": "[12:34]"}
"""How each kind is marked in a plain text."""
PRINTED = frozenset((
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "chapter", "classic",
    "dataset", "entry-dictionary", "entry-encyclopedia", "figure", "graphic", "legal_case", "legislation",
    "manuscript", "map", "musical_score", "pamphlet", "paper-conference", "patent", "periodical", "regulation",
    "report", "review", "review-book", "standard", "thesis", "treaty",
))  # fmt: skip
"""CSL types of what stands on paper, or as if on paper: no part of it is at a minute."""
PLAYED = frozenset(("broadcast", "motion_picture", "song"))
"""CSL types of what is heard or seen: it has no pages. Its transcript may have, as a document of its own."""


class Numbered(Struct, frozen=True):
    """Questions or pages, from the first to the last."""

    kind: Literal["question", "page"]
    first: str
    last: str


class Timed(Struct, frozen=True):
    """A stretch of a recording in whole seconds, the last one included; `minutes` where it was written in minutes."""

    first: int
    last: int
    minutes: bool = False
    kind: Literal["time"] = "time"


Locator = Numbered | Timed


def parsed(at: str) -> Locator | None:
    """The place that an `at` names; None where it is free text, such as 'article 337'."""
    for kind, word in _WORDS.items():
        if match := re.fullmatch(rf"(?i){word}\.?\s*{_NUMBER}(?:{_TO}{_NUMBER})?", at.strip()):
            first = _label(match[1])
            return Numbered("question" if kind == "question" else "page", first, _label(match[2] or first))
    if match := re.fullmatch(rf"(?i)(?:min(?:ute)?s?\.?\s*)?{_TIME}(?:{_TO}{_TIME})?", at.strip()):
        first_second, last_second = _seconds(*match.groups()[:3]), _seconds(*match.groups()[3:])
        if first_second is None or (match[5] and last_second is None):
            return None
        return Timed(first_second, first_second if last_second is None else last_second)
    if match := re.fullmatch(rf"(?i)min(?:ute)?s?\.?\s*(\d+)(?:{_TO}(\d+))?", at.strip()):
        return Timed(int(match[1]) * 60, int(match[2] or match[1]) * 60 + 59, minutes=True)
    return None


def is_no_time(at: str) -> bool:
    """Whether this is written like a time, and is none: 12:75."""
    return bool(re.fullmatch(rf"{_TIME}(?:{_TO}{_TIME})?", at.strip())) and parsed(at) is None


def seconds(text: str) -> int | None:
    """How long a recording is, of '1:02:33' or '62:33'; None for what is no time."""
    found = parsed(text)
    return found.first if isinstance(found, Timed) and not found.minutes else None


def clock(time: int) -> str:
    """A time of a recording as its writer writes it: 12:34, 1:02:33."""
    hours, rest = divmod(time, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def can_have(type_: str, locator: Locator) -> bool:
    """Whether a document of a CSL type can have such a place."""
    if locator.kind == "time":
        return type_ not in PRINTED
    return locator.kind == "question" or type_ not in PLAYED


class Stretch(NamedTuple):
    """What stands at a place of an archived text: its lines, from 1, and its words with those that follow them."""

    lines: range
    words: str
    size: int
    """So many characters of the words stand at the place itself: a quotation begins among them."""

    def has(self, quote: str) -> bool:
        """Whether a quotation begins here, whatever line it ends in."""
        return -1 < self.words.find(_plain(quote)) < self.size


class _Mark(NamedTuple):
    label: str
    """Of a question or a page; empty for a time."""
    second: int
    start: int
    """Where the mark begins in the text, in characters."""


class Marks:
    """The marks of one kind of places in an archived text, in its order."""

    def __init__(self, kind: Kind, lines: Sequence[str]) -> None:
        self._text = "\n".join(lines)
        self._kind = kind
        self.length: int | None = None
        """Of a recording with cues, in seconds: when the last one ends."""
        self._marks = list(self._times() if kind == "time" else self._numbers(kind))

    def __bool__(self) -> bool:
        return bool(self._marks)

    @property
    def bounds(self) -> tuple[str, str]:
        """The first place that is marked, and the last."""
        first, last = self._marks[0], self._marks[-1]
        return (clock(first.second), clock(last.second)) if self._kind == "time" else (first.label, last.label)

    def stretch(self, locator: Locator) -> Stretch | None:
        """From the mark of a place to the next mark; None where no such place is marked."""
        if isinstance(locator, Timed):
            times = [mark.second for mark in self._marks]
            if self.length is not None and locator.first > self.length:
                return None
            begin = bisect_left(times, locator.first)
            begin -= begin == len(times) or times[begin] != locator.first
            end = bisect_right(times, locator.last)
        else:
            labels = [mark.label for mark in self._marks]
            if locator.first not in labels or locator.last not in labels:
                return None
            begin, end = labels.index(locator.first), len(labels) - labels[::-1].index(locator.last)
        if not 0 <= begin < end:
            return None
        start = self._marks[begin].start
        stop = self._marks[end].start if end < len(self._marks) else len(self._text)
        here, whole = (_plain(_said(self._text[start:until], self._kind)) for until in (stop, len(self._text)))
        first = self._text.count("\n", 0, start) + 1
        return Stretch(range(first, first + self._text.count("\n", start, max(start, stop - 1)) + 1), whole, len(here))

    def _times(self) -> Iterator[_Mark]:
        latest = 0
        for match in re.finditer(_CUE, self._text):
            end = _seconds(*match.groups()[3:])
            self.length = max(self.length or 0, end or 0)
            yield _Mark("", _seconds(*match.groups()[:3]) or 0, match.start())
        for match in re.finditer(_STAMP, self._text) if self.length is None else ():
            second = _seconds(*(match.groups()[:3] if match[3] else match.groups()[3:]))
            if second is not None and second >= latest:
                latest = second
                yield _Mark("", second, match.start())

    def _numbers(self, kind: Literal["question", "page"]) -> Iterator[_Mark]:
        bracketed = rf"(?i)\[\s*{_WORDS[kind]}\.?\s*{_NUMBER}\s*\]"
        for pattern in (bracketed, *(line for line in _QUESTION_LINES if kind == "question")):
            found = [_Mark(_label(match[1]), 0, match.start()) for match in re.finditer(pattern, self._text)]
            if found:
                yield from found
                return


def is_structure(line: str) -> bool:
    """Whether a line of an archived text has marks of places, or what a file of cues needs, and no words of its own."""
    return line.startswith("WEBVTT") or not re.search(r"[^\W\d]", _said(line, "time"))


def _said(text: str, kind: Kind) -> str:
    """A text without marks, cue timings with the numbers of cues, and tags of cues."""
    if kind == "time" and "-->" in text:
        return re.sub(r"</?[a-z][^>\n]*>|<[\d:.]+>", "", re.sub(_CUE, "", text))
    return re.sub(_ANY_MARK, "", re.sub(_STAMP, "", text) if kind == "time" else text)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _label(number: str) -> str:
    return number.replace(",", "").lower()


def _seconds(hours: str | None, minutes: str | None, second: str | None) -> int | None:
    """None for what no clock shows: 12:75, 1:75:00."""
    if minutes is None or second is None or int(second) > 59 or (hours and int(minutes) > 59):
        return None
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(second)
