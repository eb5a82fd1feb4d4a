"""What would an editor, by YAML 1.2, not read as libyaml reads it?

Dialect checks (YAML 1.1 against 1.2): ambiguous scalars such as `yes` or `010`, line ends, and comments that cut a
text short. Most files have nothing that even looks like one: then nothing is done.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.tokens import (
    BlockEndToken,
    BlockEntryToken,
    FlowMappingEndToken,
    FlowSequenceEndToken,
    KeyToken,
    ScalarToken,
    StreamEndToken,
    ValueToken,
)

from wayout.model.findings import Finding, Span
from wayout.model.yaml.spans import Loader, line_and_column, source_lines

_FOREIGN = re.compile("\r(?!\n)|[\x85\u2028\u2029]").search
_MAY_BE_FOREIGN = re.compile(rb"\r(?!\n)|\xc2\x85|\xe2\x80[\xa8\xa9]").search
"""Line ends that only some readers of YAML know, as characters and in UTF-8."""
_MAY_BE_TIGHT = re.compile(rb"[\"'\]}]#|[|>][-+0-9]*#").search
_TIGHT_HEADER = re.compile("[|>][-+0-9]*#").match


def may_differ(raw: bytes) -> bool:
    """Whether there is anything in a file, in UTF-8, that looks like a point in which the readers part."""
    return _MAY_BE_FOREIGN(raw) is not None or _MAY_BE_TIGHT(raw) is not None


def dialect_differences(file: str, text: str) -> Iterator[Finding]:
    """A finding for the first line end, and for every comment, that an editor does not take for one."""
    if match := _FOREIGN(text):
        line, column = line_and_column(text, match.start())
        says = f"U+{ord(match[0]):04X} ends a line here, but not for every editor."
        hint = "Delete it, or put an ordinary line end in its place."
        yield Finding(code="hidden-character", span=Span(file, line, column, column + 1), says=says, hint=hint)
    for line, column in _tight(text):
        span = Span(file, line, column, column + 1)
        says, hint = "Not YAML: a comment needs a space before its #.", "Write a space, or quote the whole text."
        yield Finding(code="syntax", span=span, says=says, hint=hint)


def _tight(text: str) -> Iterator[tuple[int, int]]:
    """Where a # follows on a quotation mark, a bracket or the sign of a block, and begins a comment for libyaml."""
    lines = source_lines(text)
    loader: Any = Loader(text)
    try:
        while not isinstance(token := loader.get_token(), StreamEndToken):
            mark = token.end_mark
            if isinstance(token, ScalarToken) and token.style in ("|", ">"):
                mark = token.start_mark
                if header := _TIGHT_HEADER(lines[mark.line], mark.column):
                    yield mark.line + 1, header.end()
                continue
            is_closed = isinstance(token, FlowMappingEndToken | FlowSequenceEndToken) or getattr(token, "style", None)
            if is_closed and lines[mark.line][mark.column : mark.column + 1] == "#":
                yield mark.line + 1, mark.column + 1
    except yaml.YAMLError:
        return


PLAIN_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "": None}
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})").fullmatch
"""A whole number as it is read here: of a size that every reader keeps exactly."""

NUMBER_SIGNS = "-0123456789"
"""One of these begins every whole number."""

_DOUBTFUL = re.compile(
    r"(?P<truth>[yY]es|YES|[nN]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE|[Oo]n|ON|[Oo]ff|OFF)"
    r"|(?P<nothing>~|[Nn]ull|NULL)"
    r"|(?P<number>[-+]?(?:"
    r"0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+"  # binary (1.1), octal (1.2), hexadecimal
    r"|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"  # to the base of sixty (1.1): 19:30
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|\.[0-9_]+"
    r"|\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN)"
    r"|(?P<sign>=)"  # a default value (1.1)
).fullmatch
_TAKEN_FOR = {"truth": "true or false", "nothing": "nothing", "number": "a number", "sign": "a sign of its own"}


def scalar_ambiguity(text: str, *, is_key: bool = False) -> str:
    """What other readers take a plain scalar for that is text here; empty if they agree.

    A key is always text. `on` is a key of the format itself, and a whole number is the same as a key and as text.
    """
    match = _DOUBTFUL(text)
    if match is None or WHOLE_NUMBER(text) or (text == "on" if is_key else text in PLAIN_WORDS):
        return ""
    return _TAKEN_FOR[match.lastgroup or ""]


MAX_LOST_TEXT_SHOWN = 40
"""Characters that are shown of a text that would be lost."""

_MAY_CUT = re.compile(rb"[^\s#][ \t]+#").search
_BEHIND = re.compile(r"([ \t]+)(#.*)").match
_SET_OFF = re.compile(r"#(?:[\s#]|$)").match
_ID = re.compile(r"[a-z0-9]+(?:[-_./][a-z0-9]+)*").fullmatch
_DATE = re.compile(r"[0-9./~-]+").fullmatch
COMMENT_HINT = "Put the whole text in quotes. If it is a comment, leave two spaces before the # and one behind it."


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
        is_text = not (WHOLE_NUMBER(value) or _DATE(value))
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
    part = lost if len(lost) <= MAX_LOST_TEXT_SHOWN else lost[:MAX_LOST_TEXT_SHOWN].rstrip() + "…"
    says = f"The text ends before the #: '{part}' is taken for a comment and lost."
    if not value:
        says = f"Nothing is read here: '{part}' is taken for a comment."
    return Finding(code="comment-in-text", span=span, says=says, hint=COMMENT_HINT)
