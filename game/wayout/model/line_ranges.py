"""Which lines of a document do `15`, '5-6' and '5-6, 9' mean?"""

import re
from collections.abc import Iterable
from functools import lru_cache

_PART = re.compile(r"([1-9][0-9]{0,8})(?:\s*[-–]\s*([1-9][0-9]{0,8}))?").fullmatch


@lru_cache(maxsize=4096)
def line_ranges(text: str | int) -> tuple[range, ...] | None:
    """The ranges of line numbers, counted from 1, or None if they are malformed."""
    ranges = []
    for part in str(text).split(","):
        match = _PART(part.strip())
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first:
            return None
        ranges.append(range(first, last + 1))
    return tuple(ranges)


def last_line(ranges: Iterable[range]) -> int:
    """The highest line that the ranges name."""
    return max(one[-1] for one in ranges)


def joined(ranges: Iterable[range]) -> tuple[range, ...]:
    """The same lines in order, in as few ranges as there can be: what is the same lines is then equal."""
    found: list[range] = []
    for one in sorted(ranges, key=lambda one: (one.start, one.stop)):
        if found and one.start <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, one.stop))
        else:
            found.append(one)
    return tuple(found)
