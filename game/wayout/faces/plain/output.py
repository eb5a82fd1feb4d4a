"""How does a line come to the reader, and one of hers to the program?

Console output of the plain face: line wrapping, styles, numbers of options, the prompt, the pager of a terminal.
"""

import os
import sys
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from wayout.actions import asks_to_leave
from wayout.locale import shelf_strings, strings
from wayout.model.text import sanitize
from wayout.play.settings import Settings

UNWRAPPED = 1_000_000
"""A line length in cells that no paragraph reaches."""
WORD_WIDTH = 14
"""Cells for a word that can be typed, and the air behind it."""


ROWS_KEPT = 2
"""Rows of the screenful before that stay in sight, where one reads on."""


class PagedConsole(Console):
    """A console that waits at each screenful, where somebody reads a terminal; a pipe is not kept waiting.

    A terminal that cannot move its cursor (TERM=dumb) is read through a program that scrolls for itself.
    """

    def __init__(self, stream: TextIO, *, has_colour: bool) -> None:
        super().__init__(
            file=stream, color_system="auto" if has_colour else None, markup=False, highlight=False, emoji=False
        )
        self.waits = self.is_terminal and not self.is_dumb_terminal and sys.stdin is not None and sys.stdin.isatty()
        self.rows = 0
        """Rows written since something was asked."""
        self.is_left_out = False
        """Whether the reader wants the question that comes next, and nothing before it."""

    def print(self, *objects: Any, **options: Any) -> None:
        """As `Console.print`, of one row at a time."""
        if self.waits and self.rows > max(self.height - 1 - ROWS_KEPT, ROWS_KEPT) and not self.is_left_out:
            self._wait()
        if not self.is_left_out:
            super().print(*objects, **options)
            self.rows += 1

    @property
    def is_bare(self) -> bool:
        """Whether a line leaves as it is, neither wrapped nor coloured: into a pipe or a file."""
        return self.width >= UNWRAPPED and self.color_system is None

    def write_line(self, line: str) -> None:
        """A line as it is. Rich would lay it out first, which is most of what a first page in a pipe takes."""
        if not self.is_left_out:
            self.file.write(f"{line}\n")
            self.file.flush()

    def _wait(self) -> None:
        self.rows = 0
        try:
            self.is_left_out = asks_to_leave(input(shelf_strings.MORE))
        except EOFError:
            self.waits = False


def console_for(stream: TextIO) -> PagedConsole:
    """Colour and bold only for a terminal that can and a reader who has not said NO_COLOR."""
    plain = not stream.isatty() or os.environ.get("TERM") in ("dumb", "unknown", None) or "NO_COLOR" in os.environ
    return PagedConsole(stream, has_colour=not plain)


def come_to_question(out: Console) -> None:
    """Write again from here on, where a reader wanted to hear no more before the question."""
    if isinstance(out, PagedConsole):
        out.is_left_out = False


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
    said = sanitize(" ".join(text.split("\n")))
    if isinstance(out, PagedConsole) and out.is_bare and len(said) < UNWRAPPED:
        out.write_line(" " * indent + said.rstrip())
        return
    for line in Text(said, style=style).wrap(out, out.width - indent):
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
    come_to_question(out)
    if first:
        say(out, first, "dim")
    if isinstance(out, PagedConsole):
        out.rows = 0
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
