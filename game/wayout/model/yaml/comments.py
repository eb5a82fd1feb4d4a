"""Which comment looks like the rest of a text that YAML cuts off?

A plain scalar ends at a space and a #, and what follows is dropped in silence. Most comments stand in lines of their
own, or are set off from a short value: only what looks like a text that goes on is told. A file without a # behind a
value costs one search.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.tokens import BlockEndToken, BlockEntryToken, KeyToken, ScalarToken, StreamEndToken, ValueToken

from wayout.model.findings import Finding, Span
from wayout.model.yaml.dialect import WHOLE
from wayout.model.yaml.spans import Loader, source_lines

MAX_SHOWN = 40
"""Of what is lost, so much is shown."""

_MAY_CUT = re.compile(rb"[^\s#][ \t]+#").search
_BEHIND = re.compile(r"([ \t]+)(#.*)").match
_SET_OFF = re.compile(r"#(?:[\s#]|$)").match
_ID = re.compile(r"[a-z0-9]+(?:[-_./][a-z0-9]+)*").fullmatch
_DATE = re.compile(r"[0-9./~-]+").fullmatch
HINT = "Put the whole text in quotes. If it is a comment, leave two spaces before the # and one behind it."


def may_cut(raw: bytes) -> bool:
    """Whether a # stands behind anything in a file, in UTF-8."""
    return (b" #" in raw and _MAY_CUT(raw) is not None) or b"\t#" in raw


def cut(line: str, value: str, end: int) -> int | None:
    """The column, from 0, of the # that cuts off a text, where a plain value ends in a line; None if nothing is cut."""
    behind = _BEHIND(line, end)
    if behind is None:
        return None
    space, comment = behind.groups()
    if (len(space) > 1 or space == "\t") and _SET_OFF(comment):
        return None
    begins = comment[1:2]
    if len(value.split()) > 1:
        is_text = True
    elif begins.isdigit():
        is_text = not (WHOLE(value) or _DATE(value))
    else:
        is_text = begins.isalpha() and not _ID(value)
    return end + len(space) if is_text else None


def cuts(file: str, text: str) -> Iterator[Finding]:
    """A warning for each text that goes on behind a #."""
    lines = source_lines(text)
    loader: Any = Loader(text)
    before: Any = None
    try:
        while not isinstance(token := loader.get_token(), StreamEndToken):
            if isinstance(token, ScalarToken):
                value, end = token.value if token.plain else None, token.end_mark
            else:
                value, end = "" if _leaves_empty(before, token) else None, getattr(before, "end_mark", None)
            if value is not None and (column := cut(lines[end.line], value, end.column)) is not None:
                yield _finding(file, end.line + 1, column + 1, value, lines[end.line][column:].rstrip())
            before = token
    except yaml.YAMLError:
        return


def _leaves_empty(before: Any, token: Any) -> bool:
    """Whether a value is missing between two tokens."""
    if isinstance(before, ValueToken):
        return isinstance(token, KeyToken | BlockEndToken)
    return isinstance(before, BlockEntryToken) and isinstance(token, BlockEntryToken | BlockEndToken)


def _finding(file: str, line: int, column: int, value: str, lost: str) -> Finding:
    span = Span(file, line, column, column + len(lost))
    part = lost if len(lost) <= MAX_SHOWN else lost[:MAX_SHOWN].rstrip() + "…"
    says = f"The text ends before the #: '{part}' is taken for a comment and lost."
    if not value:
        says = f"Nothing is read here: '{part}' is taken for a comment."
    return Finding(code="comment-in-text", span=span, says=says, hint=HINT)
