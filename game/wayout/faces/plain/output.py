"""How does a line come to the reader, and one of hers to the program?

Console output of the plain face: line wrapping, styles, numbers of options, the prompt.
"""

import os
import sys
from typing import TextIO

from rich.console import Console
from rich.text import Text

from wayout.locale import strings
from wayout.model.text import sanitize
from wayout.play.settings import Settings

UNWRAPPED = 1_000_000
"""A line length in cells that no paragraph reaches."""
WORD_WIDTH = 14
"""Cells for a word that can be typed, and the air behind it."""


def console_for(stream: TextIO) -> Console:
    """Colour and bold only for a terminal that can and a reader who has not said NO_COLOR."""
    plain = not stream.isatty() or os.environ.get("TERM") in ("dumb", "unknown", None) or "NO_COLOR" in os.environ
    return Console(file=stream, color_system=None if plain else "auto", markup=False, highlight=False, emoji=False)


def measure(out: Console, settings: Settings) -> None:
    """Set the line length: the reader's, no wider than the terminal. Into a pipe nothing is wrapped.

    What a pipe leads to (a screen reader, a file) breaks lines for itself, unless COLUMNS or the reader's own setting
    says how wide it is.
    """
    is_wrapped = out.file.isatty() or "COLUMNS" in os.environ or settings.width != Settings().width
    out.width = max(20, min(Console(file=out.file).width, settings.width)) if is_wrapped else UNWRAPPED


def say(out: Console, text: str, style: str = "", indent: int = 0) -> None:
    """A paragraph, wrapped; an address in one piece, to be opened. A writer's text is data, never markup."""
    indent = min(indent, out.width // 8)
    if "://" in text and not any(map(str.isspace, text)):
        out.print(Text(" " * indent + sanitize(text), style=style), soft_wrap=True)
        return
    for line in Text(sanitize(" ".join(text.split("\n"))), style=style).wrap(out, out.width - indent):
        line.rstrip()
        line.pad_left(indent)
        out.print(line)


def say_word(out: Console, word: str, meaning: str) -> None:
    """A word that can be typed, and beside it what it does."""
    for number, line in enumerate(Text(sanitize(meaning)).wrap(out, out.width - WORD_WIDTH)):
        line.rstrip()
        out.print(Text(f"{'' if number else word:<{WORD_WIDTH}}", style="bold") + line)


def ask(out: Console, first: str = "") -> str | None:
    """A line from the reader, written out where she does not type it; None where the input ends.

    Raises KeyboardInterrupt where she presses ctrl+c.
    """
    if first:
        say(out, first, "dim")
    if sys.stdin is None:
        return None
    try:
        said = input(f"{strings.PROMPT} ") if sys.stdin.isatty() else _line(sys.stdin)
    except EOFError:
        out.print()
        return None
    if not sys.stdin.isatty():
        say(out, f"{strings.PROMPT} {said}")
    return said


def _line(stream: TextIO) -> str:
    line = stream.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")


def number_said(answer: str, most: int) -> int:
    """A number from 1 on that was said, or 0: what looks like one may be none, such as ², or too long to be read."""
    number = int(answer) if answer.isdecimal() and len(answer) < 9 else 0
    return number if number <= most else 0
