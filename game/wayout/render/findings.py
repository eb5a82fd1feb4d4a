"""How is a finding shown: as text with its source line, in one line, or as data?

Formatters of diagnostics: text with source excerpt, concise, JSON, GitHub annotations; their colours (ANSI) and
widths.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from wayout.model.file_access import Refusal, contents
from wayout.model.findings import Finding, Span
from wayout.model.text import HIDDEN
from wayout.model.yaml.spans import source_lines

Format = Literal["text", "concise", "json", "github"]
Paint = Callable[[str, str], str]
"""Gives a text a style: 'error', 'warning', 'place', 'help'."""

_SGR = {"error": "1;31", "warning": "1;33", "place": "34", "help": "36", "strong": "1"}
MAX_EXCERPT_WIDTH = 200
"""Columns of a source line that are shown, around the place at fault."""
MAX_SENTENCE_LENGTH = 400
"""Characters of a sentence; a longer one, which repeats what a file says, is cut in the middle."""
NO_EXCERPT = ("unreadable", "link-outside", "over-limit")
"""What these codes stand at is not opened to be shown."""


def plain(text: str, style: str) -> str:
    """No style at all."""
    del style
    return text


def coloured(text: str, style: str) -> str:
    """A style in ANSI escape codes."""
    return f"\x1b[{_SGR[style]}m{text}\x1b[0m"


def concise(finding: Finding) -> str:
    """A finding in one line, without style."""
    return _concise(finding, plain).rstrip("\n")


def render(findings: Sequence[Finding], form: Format, paint: Paint = plain) -> str:
    """Findings in one of the formats; text and concise leave no control character of a file as it is."""
    if form == "json":
        return json_of([as_data(finding) for finding in findings])
    if form == "github":
        return "".join(_github(finding) for finding in findings)
    if form == "concise":
        return "".join(_concise(finding, paint) for finding in findings)
    sources = _Sources()
    return "\n".join("\n".join(_text(finding, sources, paint)) + "\n" for finding in findings)


def json_of(data: object) -> str:
    """Data as JSON in which nothing can steer a terminal: what could is written as an escape.

    Half a pair of surrogates, which stands for a byte of a file's name that is not UTF-8, is no text in any escape.
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return (
        HIDDEN.sub(lambda sign: "\ufffd" if "\ud800" <= sign[0] <= "\udfff" else f"\\u{ord(sign[0]):04x}", text) + "\n"
    )


class _Sources:
    """The lines of the files that findings stand in, each file read once."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}

    def line(self, span: Span) -> str | None:
        if span.file not in self._lines:
            content = contents(Path(span.file))
            text = "" if isinstance(content, Refusal) else content.decode("utf-8-sig", errors="replace")
            self._lines[span.file] = source_lines(text)
        lines = self._lines[span.file]
        return lines[span.line - 1] if span.line <= len(lines) else None


def _text(finding: Finding, sources: _Sources, paint: Paint) -> Iterator[str]:
    gutter = len(str(max([finding.span.line, *(note.span.line for note in finding.notes)])))
    bar = " " * gutter + paint(" |", "place")
    code = paint(f"{finding.severity}[{finding.code}]", finding.severity)
    yield code + paint(f": {_safe_sentence(finding.says)}", "strong")
    yield " " * gutter + paint("--> ", "place") + _place(finding.span)
    if finding.code not in NO_EXCERPT:
        yield from _excerpt(finding.span, sources, gutter, "^", paint, finding.severity)
    for note in finding.notes:
        yield " " * gutter + paint("::: ", "place") + _place(note.span) + f": {_safe_sentence(note.says)}"
        yield from _excerpt(note.span, sources, gutter, "-", paint, "place")
    if finding.hint:
        yield bar
        yield " " * gutter + paint(" = help: ", "help") + _safe_sentence(finding.hint)


def _excerpt(span: Span, sources: _Sources, gutter: int, sign: str, paint: Paint, style: str) -> Iterator[str]:
    line = sources.line(span)
    if line is None:
        return
    start, end = span.column - 1, max(span.end_column - 1, span.column)
    cut = max(0, start - MAX_EXCERPT_WIDTH // 2) if len(line) > MAX_EXCERPT_WIDTH else 0
    parts = (line[cut : cut + MAX_EXCERPT_WIDTH], line[cut:start], line[start : min(end, cut + MAX_EXCERPT_WIDTH)])
    shown, before, marked = (printable(part) for part in parts)
    blank = " " * gutter + paint(" |", "place")
    number = f"{span.line:>{gutter}}"
    yield blank
    yield paint(f"{number} |", "place") + f" {shown}".rstrip()
    yield f"{blank} {' ' * width(before)}{paint(sign * min(max(1, width(marked)), MAX_EXCERPT_WIDTH), style)}"


def _concise(finding: Finding, paint: Paint) -> str:
    code = paint(f"{finding.severity}[{finding.code}]", finding.severity)
    hint = f" ({_safe_sentence(finding.hint)})" if finding.hint else ""
    return f"{_place(finding.span)}: {code} {_safe_sentence(finding.says)}{hint}\n"


def _github(finding: Finding) -> str:
    """A workflow command, by GitHub's rules for escaping its properties and its message."""
    span, message = finding.span, f"{_short(finding.says)} {_short(finding.hint)}".strip()
    file = _escaped(span.file).replace(":", "%3A").replace(",", "%2C")
    where = f"file={file},line={span.line},col={span.column},endColumn={span.end_column}"
    return f"::{finding.severity} {where},title={finding.code}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    return HIDDEN.sub("\ufffd", text).replace("%", "%25").replace("\n", "%0A")


def as_data(finding: Finding) -> dict[str, object]:
    """A finding as data, as the format json has it."""
    return {
        "code": finding.code, "severity": finding.severity, "says": finding.says, "hint": finding.hint,
        **_span(finding.span), "notes": [{"says": note.says, **_span(note.span)} for note in finding.notes],
    }  # fmt: skip


def _span(span: Span) -> dict[str, object]:
    return {"file": span.file, "line": span.line, "column": span.column, "end_column": span.end_column}


def _safe_sentence(text: str) -> str:
    """A sentence of bearable length in which nothing can steer a terminal."""
    return printable(_short(text))


def _short(text: str) -> str:
    half = MAX_SENTENCE_LENGTH // 2
    return text if len(text) <= MAX_SENTENCE_LENGTH else f"{text[:half]} … {text[-half:]}"


def _place(span: Span) -> str:
    return f"{printable(span.file)}:{span.line}:{span.column}"


def printable(text: str) -> str:
    """A text in which nothing can steer a terminal: control and format characters become visible."""
    return text if text.isprintable() else "".join(_visible(text))


def _visible(text: Iterable[str]) -> Iterator[str]:
    for character in text:
        if character == "\t":
            yield "    "
        elif character == "\u200d" or character.isprintable() or unicodedata.category(character) == "Zs":
            yield character
        elif character < " ":
            yield chr(0x2400 + ord(character))
        else:
            yield "\ufffd"


def width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
