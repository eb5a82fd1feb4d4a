"""How does set text stand on the screen?"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Region
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from wayout.faces.terminal.blocks import Kind, TextBlock
from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.text_lines import AutoHeight, TextLine, TextLines, ink


class Prose(AutoHeight):
    """Paragraphs in one measure, with their rules and marks hanging in the gutter."""

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "prose--text", "prose--muted", "prose--head", "prose--word", "prose--editorial",
        "prose--term",
    }  # fmt: skip

    parts: reactive[tuple[TextBlock, ...]] = reactive((), repaint=False)

    def __init__(self, parts: tuple[TextBlock, ...] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes)
        self.set_reactive(Prose.parts, parts)
        self.display = bool(parts)

    def render(self) -> TextLines:
        """The parts, drawn."""
        return _drawn(self.parts)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows as they are drawn: there is no border and no padding for Textual to add to each."""
        width = self.size.width
        _, ground = self.background_colors
        fill = self.visual_style.background_style.rich_style
        strips = [self.render_line(y).adjust_cell_length(width, fill) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """None where the theme has exact colours: no look of ours is dim, or one of the terminal's own colours."""
        app = self.app
        return app.get_line_filters() if app.no_color or app.native_ansi_color else ()

    def rows(self, width: int) -> int:
        """As many rows as the paragraphs need at a width."""
        return sum(self.heights(width))

    def heights(self, width: int) -> Iterable[int]:
        """The rows of each paragraph at a width."""
        return self.render().heights(width)

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
def _drawn(parts: tuple[TextBlock, ...]) -> TextLines:
    return TextLines(set_lines(parts))


def set_lines(parts: tuple[TextBlock, ...]) -> list[TextLine]:
    """Parts and the air between them; a rule runs on through the air between two ruled parts."""
    lines: list[TextLine] = []
    before = TextBlock(())
    for part in parts:
        runs_on = part.ruled and before.ruled and part.mark == before.mark
        air = _gutter(part.mark, part.mark_kind, part.indent) if runs_on else Content("")
        lines += [TextLine(air, air, Content(""))] * (part.gap if lines else 0)
        mark = _gutter(part.mark, part.mark_kind, part.indent)
        rest = mark if part.ruled else Content(" " * mark.cell_length)
        runs = [ink(text, f".prose--{kind}") for kind, text in part.runs]
        body = runs[0] if len(runs) == 1 else Content("").join(runs)
        for start, end in part.terms:
            body = body.stylize(".prose--term", start, end).stylize(Style.from_meta({"key": part.explain}), start, end)
        lines.append(TextLine(mark, rest, body.stylize(Style.from_meta({"key": part.press})) if part.press else body))
        before = part
    return lines


@lru_cache(maxsize=64)
def _gutter(mark: str, kind: Kind, indent: int) -> Content:
    drawn = ink(mark, f".prose--{kind}")
    return drawn + Content(" " * max(0, indent - drawn.cell_length))
