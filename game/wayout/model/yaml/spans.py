"""Where in YAML text does every key and every value stand?

Source positions: line and column of every key and value, a tree of spans parallel to the data; invalid UTF-8.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Any

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

from wayout.model.findings import Span

Step = str | int
DataPath = tuple[Step, ...]

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, or PyYAML's own where that is not built in."""
CHUNK_BYTES = 2**20
"""Bytes that are decoded together."""
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def source_lines(text: str) -> list[str]:
    """The lines of a text as YAML 1.1 counts them."""
    return _LINE_END.split(text.removeprefix("\ufeff"))


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """The place of a character, both counted from 1."""
    before = source_lines(text[:position])
    return len(before), len(before[-1]) + 1


def utf8_fault(raw: bytes) -> int | None:
    """The first byte that is not UTF-8, looked for piece by piece: as characters, a file may take twice its room."""
    decoder = getincrementaldecoder("utf-8")()
    start, piece = 0, b""
    try:
        for start in range(0, len(raw), CHUNK_BYTES):
            piece = raw[start : start + CHUNK_BYTES]
            decoder.decode(piece, final=start + CHUNK_BYTES >= len(raw))
    except UnicodeDecodeError as error:
        return start + error.start - (len(error.object) - len(piece))
    return None


def places(file: str, source: str | bytes) -> Iterator[tuple[DataPath, tuple[Span, Span]]]:
    """Each path of the first document with the span of its key (for a list item, of the item) and of its value."""
    path: list[Step] = []
    stack: list[tuple[bool, int]] = []
    is_mapping, count, key_span = False, 0, Span(file, 1, 1, 2)
    want_key = False
    try:
        loader = Loader(source)
        while True:
            event = loader.get_event()
            kind = type(event)
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                is_mapping, count = stack.pop()
                if path:
                    path.pop()
                want_key = is_mapping
                continue
            if kind not in (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent):
                if kind is DocumentEndEvent or kind is StreamEndEvent:
                    return
                continue
            span = _span(file, event)
            if want_key:
                path.append(getattr(event, "value", ""))
                key_span, want_key = span, False
                continue
            if stack and not is_mapping:
                path.append(count)
                count += 1
                key_span = span
            elif not stack:
                key_span = span
            yield tuple(path), (key_span, span)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append((is_mapping, count))
                is_mapping, count = kind is MappingStartEvent, 0
                want_key = is_mapping
            else:
                if path:
                    path.pop()
                want_key = is_mapping
    except (yaml.YAMLError, UnicodeEncodeError):
        return


def _span(file: str, event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    one_line = end.line == start.line and end.column > start.column
    return Span(file, start.line + 1, start.column + 1, end.column + 1 if one_line else start.column + 2)
