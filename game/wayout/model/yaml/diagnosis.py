"""Which sign of a writer's text made YAML's reader stop, and where does it stand?

Diagnosis of YAML syntax errors: open quotes, missing colons, tabs, merge conflicts, curly quotes; with the number of
repairs tried.

A diagnosis of syntax errors. The reader notices a fault where nothing fits any more, which may be lines below its
cause. Here the text around is looked through for the signs that are known to do so; where a sign may be innocent, it
is mended in a copy, and is the cause only if the reader then comes further. It runs only where reading has failed.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import yaml
from msgspec import Struct
from yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    ScalarToken,
    StreamEndToken,
)

from wayout.model.text import UNSEEN
from wayout.model.yaml.dialect import COMMENT_HINT as HASH_HINT
from wayout.model.yaml.dialect import cut
from wayout.model.yaml.spans import Loader, source_lines

MAX_DIAGNOSED_LENGTH = 4 * 2**20
"""Characters of the longest text that is searched for the cause of an error."""
MAX_REPAIRS_TRIED = 5
"""Repairs that are tried: each one reads the text again."""

_CONFLICT = re.compile(r"<{7}(?: |$)").match
_QUOTES = ('"', "'")
_MARKS = {"=": "the other version", ">": "the end of it"}
_UNSEEN_SPACE = re.compile(rf"(?P<indent> *)[{UNSEEN}]| *(?:- +)*(?:[\w.-]+:|-) *[{UNSEEN}]").match
_ALL_UNSEEN = re.compile(f"[{UNSEEN}]")
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_WIDE_COLON = re.compile(r"^ *(?:- +)*[\w.-]+(?P<colon>：)\s*")
_NO_SPACE = re.compile(r"^ *(?:- +)*[\w.-]+(?P<colon>:)(?=[^\s/])")
_CURLY = "“”„‟«»‹›‘’‚‛「」『』＂＇"
_CURLY_VALUE = re.compile(rf"(?:(?:^ *(?:- +)*|[{{,] *)[\w.-]+: +|^ *(?:- +)+|\[ *)([{_CURLY}])")
_LAST_CURLY = re.compile(rf"[{_CURLY}](?=[^{_CURLY}]*$)").search
_KEY_LINE = re.compile(r"^\s*(?:- +)?[\w-]+:(?:\s|$)|^\s*- ", re.MULTILINE).search
_HAS_VALUE = re.compile(r"^ *(?:- +)*[\w.-]+: +[^\s#|>]").match
_PAIR = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})").match


class Cause(Struct, frozen=True):
    """Where a cause stands, what it is and what to do; and where that was noticed, or what belongs to it."""

    line: int
    column: int
    length: int
    says: str
    hint: str
    notes: tuple[tuple[int, int, str], ...] = ()


class _Stopped:
    """A text and the place, from 0, at which its reader stopped, with what it was in the middle of."""

    def __init__(self, text: str, error: yaml.MarkedYAMLError) -> None:
        self.text = text
        self.lines = source_lines(text)
        self.problem, self.context = str(error.problem or ""), str(error.context or "")
        mark = error.problem_mark or error.context_mark
        self.line, self.column = (mark.line, mark.column) if mark else (0, 0)
        context = error.context_mark
        self.begun = (context.line, context.column) if context else (self.line, self.column)
        self.here = self.lines[self.line] if self.line < len(self.lines) else ""

    def goes_on_if(self, line: int, mended: str) -> bool:
        """Whether the reader comes beyond this place if one line is another."""
        changed = [*self.lines[:line], mended, *self.lines[line + 1 :]]
        return self.goes_on_with("\n".join(changed))

    def goes_on_with(self, text: str) -> bool:
        """Whether the reader of another text comes beyond this place."""
        loader: Any = Loader(text)
        try:
            while loader.get_event() is not None:
                pass
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            return mark is not None and mark.line > self.line
        except yaml.YAMLError:
            return False
        return True

    @cached_property
    def before(self) -> "_Before":
        """What the scanner has found before this place."""
        signs = _Before()
        loader: Any = Loader(self.text)
        try:
            while not isinstance(token := loader.get_token(), StreamEndToken):
                if (token.start_mark.line, token.start_mark.column) >= (self.line, self.column):
                    break
                signs.note(token)
        except yaml.YAMLError:
            pass
        return signs


class _Before:
    """The last tokens of some kinds."""

    def __init__(self) -> None:
        self.token: Any = None
        self.plain: Any = None
        self.long_quotation: Any = None
        self.bracket: Any = None
        """Where the pair of brackets opens that was closed last."""
        self.open: list[Any] = []
        """The brackets that are open."""

    def note(self, token: Any) -> None:
        """One token more."""
        self.token = token
        if isinstance(token, ScalarToken):
            if token.plain:
                self.plain = token
            elif token.style in _QUOTES and token.end_mark.line > token.start_mark.line:
                self.long_quotation = token
        elif isinstance(token, FlowSequenceStartToken | FlowMappingStartToken):
            self.open.append(token)
        elif isinstance(token, FlowSequenceEndToken | FlowMappingEndToken):
            self.bracket = self.open.pop() if self.open else None


def cause(text: str, error: yaml.MarkedYAMLError) -> Cause | None:
    """The cause of a syntax error, with its place counted from 1; None if none of the known ones is there."""
    if len(text) > MAX_DIAGNOSED_LENGTH:
        return None
    stopped = _Stopped(text, error)
    return next((known_cause for each in _KNOWN if (known_cause := each(stopped)) is not None), None)


def _conflict(at: _Stopped) -> Cause | None:
    """Marks that a version control system leaves where two versions could not be merged."""
    first = next((number for number, line in enumerate(at.lines) if _CONFLICT(line)), None)
    if first is None:
        return None
    notes = []
    for number, line in enumerate(at.lines[first:], first):
        sign = line[:1]
        if sign in _MARKS and line.startswith(sign * 7):
            notes.append((number + 1, 1, _MARKS[sign]))
            if sign == ">":
                break
    says = "Not YAML: these are the marks of a merge conflict that is not settled."
    hint = "Keep one of the two versions between <<<<<<< and >>>>>>>, and delete the lines with the marks."
    return Cause(first + 1, 1, len(at.lines[first]), says, hint, tuple(notes))


def _escape(at: _Stopped) -> Cause | None:
    r"""A \ in double quotes."""
    if not any(part in at.problem for part in ("escape", "hexdec")):
        return None
    column = at.here.rfind("\\", 0, at.column + 1)
    if column < 0:
        return None
    sign = at.here[column : column + 2]
    if "invalid Unicode" not in at.problem:
        says = rf"Not YAML: in double quotes \ begins an escape, and {sign} is none that holds here."
        return Cause(at.line + 1, column + 1, 2, says, r"Put the text in single quotes, or write \\ for each \.")
    pair = _PAIR(at.here, column)
    says = f"Not YAML: {at.here[column : column + 6]} is no character of its own; YAML takes no pairs of halves."
    hint = "Write the character itself, in a file saved as UTF-8."
    if pair:
        character = bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")
        return Cause(at.line + 1, column + 1, 12, says, f"Write the character itself: {character}")
    if sign == "\\U":
        says = f"Not YAML: there is no character {at.here[column : column + 10]}."
    return Cause(at.line + 1, column + 1, 6, says, hint)


def _unseen_space(at: _Stopped) -> Cause | None:
    """A space that is none for YAML, or a sign of no width, in the indentation or behind a colon or dash."""
    trials = 0
    for number in range(min(at.line, len(at.lines) - 1), -1, -1):
        line = at.lines[number]
        match = None if line.isascii() else _UNSEEN_SPACE(line)
        if not match:
            continue
        if (trials := trials + 1) > MAX_REPAIRS_TRIED:
            break
        column = match.end() - 1
        begin = re.match(r"[^\w]*", line[column:])
        head = line[: column + (begin.end() if begin else 1)]
        mended = _ALL_UNSEEN.sub(lambda sign: "" if sign[0] in _ZERO_WIDTH else " ", head) + line[len(head) :]
        is_cause = at.goes_on_if(number, mended) or at.goes_on_with(_spaces_mended(at.text))
        if is_cause:
            where = "where the line begins" if match["indent"] is not None else "behind the colon or dash"
            what = "which nobody sees" if line[column] in _ZERO_WIDTH else "which only looks like a space"
            says = f"Not YAML: U+{ord(line[column]):04X}, {what}, stands {where}."
            return Cause(number + 1, column + 1, 1, says, "Delete it, and type ordinary spaces in its place.")
    return None


def _spaces_mended(text: str) -> str:
    """The text with ordinary spaces in place of all others: a whole page copied from the web has many."""
    return _ALL_UNSEEN.sub(lambda sign: "" if sign[0] in _ZERO_WIDTH else " ", text)


def _open_quote(at: _Stopped) -> Cause | None:
    """A quotation mark that is not closed, or that only the next one closes, lines below."""
    last = at.before.long_quotation
    at_end = at.context == "while scanning a quoted scalar"
    ends = at.begun[0] if at_end else at.line
    if last is not None and last.end_mark.line == ends and _KEY_LINE("\n".join(_inside(at.lines, last))):
        return _unclosed(at, last.start_mark.line, last.start_mark.column, last.end_mark.line, last.end_mark.column)
    return _unclosed(at, *at.begun) if at_end else None


def _inside(lines: Sequence[str], token: Any) -> list[str]:
    """The lines of a quotation but its first."""
    return list(lines[token.start_mark.line + 1 : token.end_mark.line + 1])


def _unclosed(at: _Stopped, line: int, column: int, end: int | None = None, end_column: int = 0) -> Cause:
    rest = at.lines[line][column + 1 :].rstrip()
    sign = at.lines[line][column]
    hint = f"Close it with {sign} where the text ends. A text that itself begins with {sign} needs the other quotes."
    if rest[-1:] in tuple(_CURLY):
        hint = f"Close it with {sign}: {rest[-1]} is a sign of the text for YAML."
    elif rest.endswith('\\"') and sign == '"':
        hint = r"Write \\ for a backslash: \" does not close the quotation. Or use single quotes."
    if end is None:
        return Cause(line + 1, column + 1, 1, "Not YAML: the quotation that begins here is never closed.", hint)
    says = f"Not YAML: the quotation that begins here is closed only in line {end + 1}."
    return Cause(line + 1, column + 1, 1, says, hint, ((end + 1, max(end_column, 1), "closed here"),))


def _curly_quotes(at: _Stopped) -> Cause | None:
    """Quotation marks of print around a value: for YAML they are letters."""
    for number in dict.fromkeys((at.line, at.begun[0])):
        line = at.lines[number] if number < len(at.lines) else ""
        if line.isascii():
            continue
        for match in _CURLY_VALUE.finditer(line):
            column = match.start(1)
            last = _LAST_CURLY(line, column + 1)
            inside, rest = (line[column + 1 : last.start()], line[last.end() :]) if last else (line[column + 1 :], "")
            quoted = inside.replace("\\", "\\\\").replace('"', '\\"')
            if at.goes_on_if(number, f'{line[:column]}"{quoted}"{rest}'):
                signs = line[column] + (f" and {last[0]}" if last else "")
                says = f"Not YAML: {signs} are letters for YAML, and quote nothing."
                return Cause(number + 1, column + 1, 1, says, "Put the straight quotes \" or ' around the whole text.")
    return None


def _text_behind(at: _Stopped) -> Cause | None:
    """A text that goes on behind a quotation or a list in brackets, and so does not begin with a sign of text."""
    token, begins = at.before.token, at.before.bracket
    if token is None or token.end_mark.line != at.line or at.here[at.column : at.column + 1] in tuple(",:]}#"):
        return None
    if isinstance(token, ScalarToken) and token.style in _QUOTES:
        sign = token.style
        says = f"Not YAML: the quotation ends at this {sign}, and more text follows."
        within = "''" if sign == "'" else r"\""
        other = "double" if sign == "'" else "single"
        hint = f"Write {within} for a {sign} within the text, or put {other} quotes around the whole text."
        if at.problem.startswith("did not find expected ','"):
            hint = f"Is a comma missing? Else write {within} for a {sign} within the text."
        return Cause(token.end_mark.line + 1, token.end_mark.column, 1, says, hint)
    if isinstance(token, FlowSequenceEndToken | FlowMappingEndToken) and begins is not None:
        return _first_sign(at.lines, begins.start_mark.line, begins.start_mark.column)
    return None


def _lost_comment(at: _Stopped) -> Cause | None:
    """A # that cuts off a text which goes on, or a bracket that closes, behind it."""
    last = at.before.plain
    places = [] if last is None else [(last.end_mark.line, last.end_mark.column, last.value)]
    if "could not find expected ':'" in at.problem:
        line, column = at.begun
        match = re.compile(r"[^:#]*?(?=\s+#)").match(at.lines[line], column)
        places += [(line, match.end(), match[0])] if match else []
    for line, end, value in places:
        column_of = cut(at.lines[line], value, end) if line <= at.line else None
        if column_of is None and line <= at.line and at.problem.startswith("did not find expected ','"):
            behind = re.compile(r"\s+(#.*[\]}])").match(at.lines[line], end)
            column_of = behind.start(1) if behind else None
        if column_of is not None:
            says = "Not YAML: the # begins a comment, and what stands behind it is lost."
            return Cause(line + 1, column_of + 1, len(at.lines[line].rstrip()) - column_of, says, HASH_HINT)
    return None


def _first_sign(lines: Sequence[str], line: int, column: int) -> Cause:
    sign = lines[line][column]
    says = f"Not YAML: a text that begins with {sign} needs quotes around it."
    return Cause(line + 1, column + 1, 1, says, "Put the whole text in quotes.")


def _sign_first(at: _Stopped) -> Cause | None:
    """A value that begins with a sign of YAML."""
    if at.context in ("while scanning an alias", "while scanning an anchor", "while scanning a tag"):
        return _first_sign(at.lines, *at.begun)
    if at.context == "while scanning a block scalar":
        first = _first_sign(at.lines, *at.begun)
        sign = at.lines[at.begun[0]][at.begun[1]]
        hint = f"Put the whole text in quotes; or, if {sign} begins a block, the text in the lines below."
        return Cause(first.line, first.column, 1, first.says, hint)
    if at.here[at.column : at.column + 1] == "\t":
        says = "Not YAML: a tab stands where the line is indented."
        return Cause(at.line + 1, at.column + 1, 1, says, "Indent with spaces, not tabs.")
    is_value = bool(at.here[: at.column].strip())
    is_sign = "cannot start any token" in at.problem or (
        is_value and any(part in at.problem for part in ("block sequence entries", "mapping keys are not allowed"))
    )
    if is_sign or ("mapping values are not" in at.problem and re.search(r": +$", at.here[: at.column])):
        return _first_sign(at.lines, at.line, at.column)
    return None


def _open_bracket(at: _Stopped) -> Cause | None:
    """A bracket or brace that is not closed before lines that do not belong in it."""
    line, column = at.begun
    if "expected node content" in at.problem and at.before.open and not "".join(at.lines[at.line :]).strip():
        line, column = at.before.open[-1].start_mark.line, at.before.open[-1].start_mark.column
    elif not at.problem.startswith("did not find expected ','") or line >= at.line:
        return None
    indent = len(at.lines[line]) - len(at.lines[line].lstrip())
    if at.here.strip() and len(at.here) - len(at.here.lstrip()) > indent:
        return None
    sign = at.lines[line][column]
    close = "]" if sign == "[" else "}"
    says = f"Not YAML: the {sign} that opens here is not closed."
    notes = ((at.line + 1, at.column + 1, "noticed here"),) if at.here.strip() else ()
    return Cause(line + 1, column + 1, 1, says, f"Close it with {close}.", notes)


def _colon(at: _Stopped) -> Cause | None:
    """A name whose colon YAML does not see: one of another script, or one without a space behind it."""
    for number in dict.fromkeys((at.begun[0], at.line, max(at.line - 1, 0))):
        line = at.lines[number] if number < len(at.lines) else ""
        for pattern, means in ((_WIDE_COLON, "is no colon for YAML"), (_NO_SPACE, "needs a space behind it")):
            match = pattern.match(line)
            if match and at.goes_on_if(number, f"{line[: match.start('colon')]}: {line[match.end() :]}"):
                column = match.start("colon")
                says = f"Not YAML: the colon {line[column]} {means}."
                return Cause(number + 1, column + 1, 1, says, "Write an ordinary colon and a space behind the name.")
    if "could not find expected ':'" in at.problem:
        line_of, column = at.begun
        says = "Not YAML: a line without a colon stands among names and values."
        hint = "Write 'name: text'; or, if it goes on with the text above, indent it more, or use a > block."
        return Cause(line_of + 1, column + 1, 1, says, hint)
    return None


def _indented(at: _Stopped) -> Cause | None:
    """A name that is indented below a name that has a value already."""
    if "mapping values are not allowed" not in at.problem or ":" in at.here[: at.column] or not at.line:
        return None
    column = len(at.here) - len(at.here.lstrip())
    above = at.lines[at.line - 1]
    if column <= len(above) - len(above.lstrip()) or not _HAS_VALUE(above):
        return None
    says = "Not YAML: this line is indented below one that has its value already."
    return Cause(at.line + 1, column + 1, 1, says, "Indent it as the line above; or delete the value of that line.")


_KNOWN: tuple[Callable[[_Stopped], Cause | None], ...] = (
    _conflict, _escape, _unseen_space, _open_quote, _curly_quotes, _text_behind, _lost_comment, _sign_first,
    _open_bracket, _colon, _indented,
)  # fmt: skip
