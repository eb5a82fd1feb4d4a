"""What stretch of time does a date mean, and how is it said?

Date parsing and formatting: a subset of EDTF, periods of days, how a date is worded.

Dates are as exact as the documents are, in a subset of EDTF (ISO 8601-2, levels 0 and 1): a year, a month, a day, a
season (`2023-23` is autumn), an approximate date (`2022-03~`), an interval of these, open with `..`, and one unknown
day of a stretch (`[2022..2023]`, and `[..2022-02-23]` for some day before; level 2).
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from wayout.locale import evidence_strings

DATE_FORMS = (
    "2022, 2022-09, 2022-09-24, 2022-03~ (about), 2023-23 (autumn), 2022-09-24/.. (since), "
    '2022-03/2022-05 (from, to), or in quotes "[2022..2023]" (some day between)'
)
"""How dates are written, for a writer."""
_SIMPLE = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)"
_ONE_OF = r"\[([^\[\]]*?)\.\.([^\[\]]+)\]"
"""Patterns; `re` compiles each when it is first used, and keeps it: most starts use none."""
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}
"""The first and last month of each. A winter may lie at either end of its year, so it covers the whole."""


class Period(Struct, frozen=True):
    """From its first day to its last, both included."""

    first: date
    last: date


@lru_cache(maxsize=4096)
def period(text: str | int) -> Period | None:
    """The stretch that a date covers, or None if it is malformed."""
    one_of = re.fullmatch(_ONE_OF, str(text))
    start, slash, end = (one_of[1] or "..", "/", one_of[2]) if one_of else str(text).partition("/")
    if not slash:
        return None if start == ".." else _simple(start)
    first = Period(date.min, date.min) if start == ".." else _simple(start)
    last = Period(date.max, date.max) if end == ".." else _simple(end)
    if first is None or last is None or first.first > last.last:
        return None
    return Period(first.first, last.last)


def is_no_day(text: str | int) -> bool:
    """Whether a malformed date has the form of a day, or of a month."""
    return re.fullmatch(_SIMPLE, str(text)) is not None and period(text) is None


def format_date(text: str | int) -> str:
    """A date as a reader is shown it: '24 February 2022', 'autumn 2023', 'about March 2022'."""
    if one_of := re.fullmatch(_ONE_OF, str(text)):
        if not one_of[1]:
            return evidence_strings.BEFORE.format(date=_following(one_of[2]))
        years = one_of[1].isdigit() and one_of[2].isdigit() and int(one_of[2]) == int(one_of[1]) + 1
        return (evidence_strings.EITHER if years else evidence_strings.BETWEEN).format(
            first=_say(one_of[1]), last=_say(one_of[2])
        )
    start, slash, end = str(text).partition("/")
    if not slash:
        return _say(start)
    if start == "..":
        return evidence_strings.UNTIL.format(date=_say(end))
    if end == "..":
        return evidence_strings.SINCE.format(date=_say(start))
    return evidence_strings.RANGE.format(first=_say(start), last=_say(end))


def _following(text: str) -> str:
    """The day, month or year after a date."""
    covered = _simple(text)
    if covered is None:
        return text
    after = covered.last + timedelta(days=1)
    return _say(after.isoformat()[: len(text)])


def _simple(text: str) -> Period | None:
    match = re.fullmatch(_SIMPLE, text)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if match[3]:
            return Period(date(year, month, day), date(year, month, day))
        if month in _SEASON_MONTHS:
            from_month, to_month = _SEASON_MONTHS[month]
        else:
            from_month, to_month = (month, month) if match[2] else (1, 12)
        return Period(date(year, from_month, 1), _last_day(year, to_month))
    except (ValueError, IndexError):
        return None


def _last_day(year: int, month: int) -> date:
    """The last day of a month; no calendar is imported for it, since the list of records is dated at every start."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _say(text: str) -> str:
    match = re.fullmatch(_SIMPLE, text)
    if not match:
        return text
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    if month in evidence_strings.SEASONS:
        worded = evidence_strings.IN_SEASON.format(season=evidence_strings.SEASONS[month], year=year)
    elif 1 <= month <= 12:
        form = evidence_strings.ON_DAY if day else evidence_strings.IN_MONTH
        worded = form.format(day=day, month=evidence_strings.MONTHS[month - 1], year=year)
    else:
        worded = year
    return evidence_strings.ABOUT.format(date=worded) if match[4] else worded
