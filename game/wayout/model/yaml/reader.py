"""How does YAML text become data, with the place of every key and value?

The YAML parser on libyaml events: limits on depth and size, duplicate keys, refused features (anchors, tags), hidden
characters, places of keys and values.

YAML is read strictly: libyaml's YAML 1.1 events, narrowed to plain mappings, lists and scalars. Data is built
straight from the parser's events; the places are found by a second pass, and only when a finding asks for one.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import nullcontext, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, NamedTuple, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.tokens import DocumentEndToken, DocumentStartToken, StreamEndToken

from wayout.model.file_access import (
    MAX_DEPTH,
    MAX_EVENTS,
    MAX_FAULTS_PER_FILE,
    MAX_TEXT_LENGTH,
    Refusal,
    contents,
    unreadable,
)
from wayout.model.findings import Finding, Note, Span
from wayout.model.text import HIDDEN
from wayout.model.yaml.diagnosis import cause
from wayout.model.yaml.dialect import (
    NUMBER_SIGNS,
    PLAIN_WORDS,
    WHOLE_NUMBER,
    cuts,
    dialect_differences,
    may_cut,
    may_differ,
    scalar_ambiguity,
)
from wayout.model.yaml.schema_errors import meaning, remedy
from wayout.model.yaml.spans import DataPath, Loader, Step, line_and_column, places, source_lines, utf8_fault

MAX_INTERNED_LENGTH = 48
"""Characters of texts that are interned: shorter ones, mostly keys and ids, are checked and stored once."""

_NO_KEY = object()
_TOO_DEEP = "exceeded maximum nesting depth"
_BROKEN = ("syntax", "encoding", "unreadable", "too-deep", "over-limit", "link-outside")
_END = rb"(?:\r\n?|\n|\xc2\x85|\xe2\x80[\xa8\xa9])"
_DIRECTIVE = re.compile(rb"(?:\xef\xbb\xbf)?((?:[ \t]*+(?:#(?:(?!%b).)*+)?%b)*+)%%" % (_END, _END), re.DOTALL).match
"""A percent sign where a line begins, before anything but comments."""
_MAY_HIDE = re.compile(rb"\\|\xd8\x9c|\xe2(?:\x80[\x8e\x8f\xaa-\xae]|\x81[\xa6-\xa9])").search
"""An escape, or a character of HIDDEN that libyaml takes as it is, in UTF-8."""


class LocatedData:
    """One file: its data, and the findings met while reading it.

    What a path leads to is read as a stream and not kept: it is read again where a finding asks for it. `finish` makes
    something else of each value below a key of the file, such as 'scenes', as soon as it is read: a long file then
    never stands in memory as plain data.
    """

    def __init__(self, file: str, source: str | bytes | Path, within: Path | None = None,
                 finish: Mapping[str, Callable[[Any], Any]] = MappingProxyType({})) -> None:  # fmt: skip
        self.file = file
        self._source = source
        self._finish = finish
        self.data: Any = None
        self.findings: list[Finding] = []
        self._is_lossy = False
        self._places: dict[DataPath, tuple[Span, Span]] | None = None
        try:
            signs = self._look(_raw(source, within))
            with source.open("rb") if isinstance(source, Path) else nullcontext(source) as opened:
                self._build(opened, may_hide=signs.may_hide)
            if signs.may_depart:
                self.findings.extend(dialect_differences(file, self.text))
            if signs.may_cut:
                self.findings.extend(cuts(file, self.text))
        except _Stop:
            self._is_lossy = True
        except yaml.MarkedYAMLError as error:
            if not self._is_nested_too_deep(error):
                self._syntax(error)
        except yaml.reader.ReaderError as error:
            self._forbidden(self._position(error), ord_of(error.character))
        except UnicodeEncodeError as error:
            self._forbidden(error.start, ord(self.text[error.start]))
        except OSError as error:
            self.findings.append(unreadable(error).finding(file))

    @property
    def text(self) -> str:
        """What the file says."""
        if isinstance(self._source, str):
            return self._source
        raw = _raw(self._source)
        return "" if isinstance(raw, Refusal) else raw.decode(errors="replace")

    def reread(self) -> None:
        """Build the data anew, and nothing but data: for when it was changed, or finished in part."""
        self.data = LocatedData(self.file, self._source).data

    @property
    def whole(self) -> bool:
        """Whether the data holds all that the file says."""
        return not self._is_lossy and not any(finding.code in _BROKEN for finding in self.findings)

    def span(self, *path: Step, key: bool = False) -> Span:
        """Where the value (or the key) at a path stands; where it is not there, the nearest thing that holds it."""
        if self._places is None:
            raw = _raw(self._source)
            self._places = {} if isinstance(raw, Refusal) else dict(places(self.file, raw))
        while path and path not in self._places:
            path, key = path[:-1], True
        return self._places.get(path, (Span(self.file, 1, 1, 2),) * 2)[0 if key else 1]

    def _find(self, code: str, line: int, column: int, says: str, hint: str = "", notes: tuple[Note, ...] = (), *,
              length: int = 1) -> None:  # fmt: skip
        span = Span(self.file, line, column, column + max(1, length))
        self.findings.append(Finding(code=code, span=span, says=says, hint=hint, notes=notes))

    def _find_at(self, mark: Any, code: str, says: str, hint: str, notes: tuple[Note, ...] = (), *,
                 length: int = 1) -> None:  # fmt: skip
        """A finding while data is built; too many of them are enough."""
        if len(self.findings) >= MAX_FAULTS_PER_FILE:
            self._give_up(
                mark, f"There are more than {MAX_FAULTS_PER_FILE:,} faults before this.", "Mend the first ones."
            )
        self._find(code, mark.line + 1, mark.column + 1, says, hint, notes, length=length)

    def _give_up(self, mark: Any, says: str, hint: str, code: str = "over-limit") -> NoReturn:
        """A finding after which the rest of the file is not read."""
        self._find(code, mark.line + 1, mark.column + 1, says, hint)
        raise _Stop

    def _is_nested_too_deep(self, error: yaml.MarkedYAMLError) -> bool:
        """Whether libyaml (0.2.6 on) gave up on nesting before its first event: the finding stands where ours ends."""
        if error.problem != _TOO_DEEP:
            return False
        with suppress(yaml.MarkedYAMLError):
            self._build(self.text[: error.problem_mark.index if error.problem_mark else 0], may_hide=False)
        return any(finding.code == "too-deep" for finding in self.findings)

    def _look(self, raw: bytes | Refusal) -> "_Signs":
        """What a file may hold that takes a closer look; raises _Stop if it is not to be parsed at all.

        %YAML and %TAG are found before libyaml meets them, whose time for many of them grows with their square.
        """
        if isinstance(raw, Refusal):
            self.findings.append(raw.finding(self.file))
            raise _Stop
        if (fault := utf8_fault(raw)) is not None:
            line, column = line_and_column(raw[:fault].decode(), fault)
            self._find("encoding", line, column, "The file is not UTF-8 here.", "Save it as UTF-8.")
            raise _Stop
        if (match := _DIRECTIVE(raw)) is not None:
            line = len(source_lines(match[1].decode()))
            self._find("yaml-feature", line, 1, "A line that begins with % is a directive of YAML.", "Delete the line.")
            raise _Stop
        return _Signs(may_hide=_MAY_HIDE(raw) is not None, may_depart=may_differ(raw), may_cut=may_cut(raw))

    def _build(self, source: str | bytes | BinaryIO, *, may_hide: bool) -> None:  # noqa: PLR0912, PLR0915 (one loop over the events, as flat as it is fast)
        """Turn parser events into dicts, lists and scalars."""
        loader = Loader(source)
        next_event = loader.get_event
        finish = self._finish
        stack: list[tuple[Any, Any, dict[str, Any] | None]] = []
        container: Any = None
        key: Any = _NO_KEY
        marks: dict[str, Any] | None = None
        known: dict[str, str] = {}
        doubtful: set[str] = set()
        for _ in range(MAX_EVENTS):
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if len(value) < MAX_INTERNED_LENGTH:
                    if (interned := known.get(value)) is not None:
                        value = interned
                    else:
                        known[value] = value
                        if scalar_ambiguity(value) or scalar_ambiguity(value, is_key=True):
                            doubtful.add(value)
                elif len(value) > MAX_TEXT_LENGTH:
                    says = f"The text has more than {MAX_TEXT_LENGTH:,} characters."
                    self._give_up(event.start_mark, says, "Tell it in several scenes or passages.")
                if event.anchor is not None or event.tag is not None:
                    self._feature(event)
                if may_hide and (hidden := HIDDEN.search(value)):
                    self._hidden(event.start_mark, hidden[0])
                is_plain = event.implicit[0]
                if marks is not None and key is _NO_KEY:
                    if value in container:
                        self._duplicate(value, event.start_mark, marks[value])
                    elif value == "<<" and is_plain:
                        self._feature(event)
                    elif is_plain and value in doubtful:
                        self._doubt(event.start_mark, value, is_key=True)
                    marks[value] = event.start_mark
                    key = value
                    continue
                if is_plain:
                    if value in PLAIN_WORDS:
                        value = PLAIN_WORDS[value]
                    elif value[0] in NUMBER_SIGNS and WHOLE_NUMBER(value):
                        value = int(value)
                    elif value in doubtful:
                        self._doubt(event.start_mark, value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._feature(event)
                if marks is not None and key is _NO_KEY:
                    says = "A list, or something in braces, stands where a name must stand."
                    self._give_up(event.start_mark, says, "Quote it if it is meant as text.", "yaml-feature")
                if len(stack) >= MAX_DEPTH:
                    hint = "The format needs about ten: check the indentation."
                    self._give_up(event.start_mark, f"Nested deeper than {MAX_DEPTH} levels.", hint, "too-deep")
                stack.append((container, key, marks))
                container, key = ({}, _NO_KEY) if kind is MappingStartEvent else ([], _NO_KEY)
                marks = {} if kind is MappingStartEvent else None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value = container
                container, key, marks = stack.pop()
                if len(stack) == 2 and (finished := finish.get(stack[1][1])):
                    value = finished(value)
            elif kind is AliasEvent:
                self._feature(event)
                value = None
                if marks is not None and key is _NO_KEY:
                    raise _Stop
            elif kind is DocumentEndEvent:
                self._refuse_more(loader, sign="..." if event.explicit else "---")
                return
            elif kind is StreamEndEvent:
                return
            else:
                continue
            if marks is not None:
                container[key] = value
                key = _NO_KEY
            elif container is not None:
                container.append(value)
            else:
                self.data = value
        self._give_up(event.start_mark, f"The file holds more than {MAX_EVENTS:,} names and values.", "Split it.")

    def _refuse_more(self, loader: Any, sign: str) -> None:
        """A finding if anything follows the first document, which ends at a sign, or at none.

        It is not parsed: only its first token is looked at.
        """
        token = loader.get_token()
        while isinstance(token, DocumentEndToken):
            token = loader.get_token()
        if not isinstance(token, StreamEndToken):
            self._is_lossy = True
            hint = f"One file holds one document: delete the {sign} line. Two stories stand in two files."
            if sign == "---" and not isinstance(token, DocumentStartToken):
                hint = "The line above is read as a text by itself: check its colon, its quotes and its #."
            self._find_at(token.start_mark, "yaml-feature", "A second document begins here.", hint, length=3)

    def _feature(self, event: Any) -> None:
        """An anchor, alias, merge key or tag."""
        mark = event.start_mark
        if isinstance(event, AliasEvent):
            says = f"*{event.anchor} is a YAML alias."
        elif event.anchor is not None:
            says = f"&{event.anchor} is a YAML anchor."
        elif event.tag is not None:
            says = f"{event.tag} is a YAML tag."
        else:
            says = "<< is a YAML merge key."
        if isinstance(event, AliasEvent) or says.startswith("<<"):
            self._is_lossy = True
        hint = "Write the text out, or put it in quotes if the sign belongs to the text."
        self._find_at(mark, "yaml-feature", says, hint)

    def _duplicate(self, key: str, mark: Any, first: Any) -> None:
        there = Span(self.file, first.line + 1, first.column + 1, first.column + 1 + max(1, len(key)))
        self._find_at(mark, "duplicate-key", f"'{key}:' stands twice here.",
                      "Rename one of them, or keep one.", (Note(there, "first here"),), length=len(key))  # fmt: skip

    def _hidden(self, mark: Any, character: str) -> None:
        says = f"The text holds U+{ord(character):04X}, which nobody sees and which can steer a terminal."
        self._find_at(mark, "hidden-character", says, "Delete it.")

    def _doubt(self, mark: Any, text: str, *, is_key: bool = False) -> None:
        if taken_for := scalar_ambiguity(text, is_key=is_key):
            says = f"'{text}' is text here, but other readers of YAML take it for {taken_for}."
            self._find_at(mark, "ambiguous-scalar", says, f"Put it in quotes: '{text}'.", length=len(text))

    def _forbidden(self, position: int, code_point: int) -> None:
        line, column = line_and_column(self.text, position)
        self._find("encoding", line, column, f"The character U+{code_point:04X} is not allowed in YAML.",
                   "Delete it, or write it as an escape in double quotes.")  # fmt: skip

    def _position(self, error: yaml.reader.ReaderError) -> int:
        """Where a reader error stands, in characters: libyaml counts bytes of UTF-8, PyYAML's own reader characters."""
        if Loader.__name__.startswith("C"):
            return len(self.text.encode()[: error.position].decode(errors="ignore"))
        return int(error.position)

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        if found := cause(self.text, error):
            notes = tuple(Note(Span(self.file, line, column, column + 1), says) for line, column, says in found.notes)
            self._find("syntax", found.line, found.column, found.says, found.hint, notes, length=found.length)
            return
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if any(found.code == "yaml-feature" and found.span.line == line for found in self.findings):
            return
        lines = source_lines(self.text)
        filled = [number for number, text in enumerate(lines, 1) if text]
        if filled and line > filled[-1]:
            line = filled[-1]
            column = len(lines[line - 1]) + 1
        problem = error.problem or "the text is not YAML"
        begun_at: tuple[Note, ...] = ()
        context = error.context_mark
        if context is not None and context.line + 1 < line:
            begun_at = (Note(Span(self.file, context.line + 1, context.column + 1, context.column + 2), "begun here"),)
        says = f"Not YAML: {meaning(problem, error.context)}."
        self._find("syntax", line, column, says, remedy(problem, self.text, line), begun_at)


class _Signs(NamedTuple):
    """Whether a file may hide characters, depart from YAML 1.2, and cut off texts."""

    may_hide: bool
    may_depart: bool
    may_cut: bool


class _Stop(yaml.MarkedYAMLError):
    """Reading cannot go on; the finding is already noted."""


def ord_of(character: str | int | bytes) -> int:
    """The code point of what PyYAML reports: a character, a byte or a number."""
    return character if isinstance(character, int) else ord(character[:1] or "\0")


def _raw(source: str | bytes | Path, within: Path | None = None) -> bytes | Refusal:
    """What a source holds, in UTF-8; read anew if it is a file."""
    if isinstance(source, Path):
        return contents(source, within)
    return source.encode(errors="surrogatepass") if isinstance(source, str) else source


def read(path: Path, name: str | None = None, within: Path | None = None,
         finish: Mapping[str, Callable[[Any], Any]] = MappingProxyType({})) -> LocatedData:  # fmt: skip
    """Read one file; whatever is wrong with it is among the findings of what comes back.

    A link that leads out of the folder `within` is not followed.
    """
    return LocatedData(name or str(path), path, within, finish)
