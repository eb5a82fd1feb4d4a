"""How does set text stand on the screen?"""

from functools import lru_cache
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.selection import Selection
from textual.style import Style

from game import words
from game.faces.terminal.looks import sheet
from game.faces.terminal.parts import Part
from game.faces.terminal.widgets.flow import Flow
from game.faces.terminal.widgets.lines import Line, Lines, ink

EXPLAIN = Style.from_meta({"key": words.GLOSSARY_KEY})
"""A click on a term is as good as the key that opens the glossary."""


class Prose(Flow):
    """Paragraphs in one measure, with their rules and marks hanging in the gutter."""

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "prose--text", "prose--muted", "prose--head", "prose--word", "prose--editorial",
        "prose--term",
    }  # fmt: skip

    parts: reactive[tuple[Part, ...]] = reactive((), repaint=False)

    def __init__(self, parts: tuple[Part, ...] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes)
        self.set_reactive(Prose.parts, parts)
        self.display = bool(parts)

    def render(self) -> Lines:
        """The parts, drawn."""
        return _drawn(self.parts)

    def rows(self, width: int) -> int:
        """As many rows as the paragraphs need at a width."""
        return sum(self.render().heights(width))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words under a selection by mouse."""
        return selection.extract(self.render().plain), "\n"

    def on_click(self, event: events.Click) -> None:
        """Do what the key does that a paragraph names."""
        key = event.style.meta.get("key")
        if isinstance(key, str):
            self.app.simulate_key(key)

    def watch_parts(self) -> None:
        """Empty text takes no room."""
        self.display = bool(self.parts)
        self.draw_anew()


@lru_cache(maxsize=64)
def _drawn(parts: tuple[Part, ...]) -> Lines:
    return Lines(set_lines(parts))


def set_lines(parts: tuple[Part, ...]) -> list[Line]:
    """Parts and the air between them; a rule runs on through the air between two ruled parts."""
    lines: list[Line] = []
    before = Part(())
    for part in parts:
        runs_on = part.ruled and before.ruled and part.mark == before.mark
        air = _gutter(part) if runs_on else Content("")
        lines += [Line(air, air, Content(""))] * (part.gap if lines else 0)
        mark = _gutter(part)
        rest = mark if part.ruled else Content(" " * mark.cell_length)
        body = Content("").join(ink(text, f".prose--{kind}") for kind, text in part.runs)
        for start, end in part.terms:
            body = body.stylize(".prose--term", start, end).stylize(EXPLAIN, start, end)
        lines.append(Line(mark, rest, body.stylize(Style.from_meta({"key": part.press})) if part.press else body))
        before = part
    return lines


def _gutter(part: Part) -> Content:
    mark = ink(part.mark, f".prose--{part.mark_kind}")
    return mark + Content(" " * max(0, part.indent - mark.cell_length))
