"""How does an address stand on a projector, so that a telephone can read it?

A QR code (segno), drawn in half blocks.
"""

from typing import ClassVar

import segno
from textual.content import Content
from textual.widget import Widget

QUIET = 4
"""Modules of white around a code, as ISO/IEC 18004 asks for."""
HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
INK = "#000000 on #ffffff"
"""Black on white, whatever the theme: many readers know nothing else."""


class QrCode(Widget):
    """A QR code, two modules to a cell."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = "QrCode { width: auto; height: auto; }"

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.rows = half_blocks(text)

    def render(self) -> Content:
        """The code, drawn."""
        return Content.styled("\n".join(self.rows), INK)


def half_blocks(text: str) -> tuple[str, ...]:
    """The code of a text, with its quiet zone, as rows of half blocks."""
    modules = [tuple(map(bool, row)) for row in segno.make(text, micro=False, error="l").matrix_iter(border=QUIET)]
    if len(modules) % 2:
        modules.append((False,) * len(modules[0]))
    pairs = zip(modules[::2], modules[1::2], strict=True)
    return tuple("".join(HALVES[upper, lower] for upper, lower in zip(*pair, strict=True)) for pair in pairs)
