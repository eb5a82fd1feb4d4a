"""How does set text stand on the screen?

Text widgets: prose with a gutter, a citation that can be pointed at, and the heading of a page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from msgspec.structs import replace
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.css.styles import RulesMap
from textual.filter import LineFilter
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import DOT, Kind, TextBlock
from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.text_lines import AutoHeight, TextLine, TextLines, ink
from wayout.locale import strings
from wayout.views.document import Row

TEXT_STYLES = {
    "prose--text", "prose--muted", "prose--head", "prose--word", "prose--editorial", "prose--term",
    "choices--pointer", "choices--number", "choices--label", "choices--pointed", "choices--aside", "choices--closed",
}  # fmt: skip
"""The component classes that a screen with prose and options has; app.tcss says how they look."""


class Prose(AutoHeight):
    """Paragraphs in one measure, with their rules and marks hanging in the gutter; their styles are the screen's."""

    DEFAULT_CSS = sheet(__file__)

    parts: reactive[tuple[TextBlock, ...]] = reactive((), repaint=False)

    def __init__(self, parts: tuple[TextBlock, ...] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes)
        self.set_reactive(Prose.parts, parts)
        self.display = bool(parts)

    @property
    def air(self) -> int:
        """Rows above the text that are empty."""
        return 0

    def render(self) -> TextLines:
        """The parts, drawn."""
        return _drawn(self.parts)

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """A style of texts is the screen's: Textual (8.2) would look for it in each node up to there."""
        if component_classes and TEXT_STYLES.issuperset(component_classes):
            return self.screen.get_visual_style(*component_classes, partial=partial)
        return super().get_visual_style(*component_classes, partial=partial)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows as they are drawn: there is no border and no padding for Textual to add to each."""
        width, air = self.size.width, self.air
        _, ground = self.background_colors
        fill = self.visual_style.background_style.rich_style
        strips = [
            self.render_line(y - air).adjust_cell_length(width, fill) if y >= air else Strip.blank(width, fill)
            for y in crop.line_range
        ]
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


class Citation(Prose, can_focus=True):
    """One place in one document; the one that the keyboard is at has the pointer, and can be opened and copied.

    A click points at it; one on what is pointed at already opens it.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("cite")

    @dataclass
    class OpenAsked(Message):
        """The reader wants to see the document where it was published."""

        url: str

    @dataclass
    class CopyAsked(Message):
        """The reader wants to cite it."""

        citation: str

    def __init__(self, cite: Row, parts: tuple[TextBlock, ...]) -> None:
        super().__init__(parts)
        self.url = cite.spans[0].address
        self.citation = cite.citation
        self.unpointed = parts
        self.is_just_pointed_at = False

    def watch_has_focus(self, has_focus: bool) -> None:
        """Point, or point no longer."""
        super().watch_has_focus(has_focus)
        self.is_just_pointed_at = has_focus and self.is_mouse_over
        mark, *rest = self.unpointed
        pointed = replace(mark, mark=mark.mark.replace(DOT, strings.POINTER), mark_kind="word")
        self.parts = (pointed, *rest) if has_focus else self.unpointed

    def on_click(self, event: events.Click) -> None:
        """Open what was pointed at before the click."""
        super().on_click(event)
        if not self.is_just_pointed_at and self.url:
            self.action_open()
        self.is_just_pointed_at = False

    def action_open(self) -> None:
        """Ask for it."""
        self.post_message(self.OpenAsked(self.url))

    def action_copy(self) -> None:
        """Ask for it."""
        self.post_message(self.CopyAsked(self.citation))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """What has no address cannot be opened."""
        return action != "open" or bool(self.url)


class Heading(AutoHeight):
    """One thing at the left, another at the right; below one another where the line is too short for both."""

    DEFAULT_CSS = sheet(__file__, "heading")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading--left", "heading--right"}
    AIR: ClassVar = 3

    left: reactive[str] = reactive("", repaint=False)
    right: reactive[str] = reactive("", repaint=False)

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self.set_reactive(Heading.left, left)
        self.set_reactive(Heading.right, right)

    def watch_left(self) -> None:
        """Another name."""
        self.draw_anew()

    def watch_right(self) -> None:
        """Another place or time."""
        self.draw_anew()

    def rows(self, width: int) -> int:
        """As many rows as the two need at a width."""
        return self._set(width).get_height(RulesMap(), width)

    def render(self) -> Content:
        """Both, drawn."""
        return self._set(self.content_size.width)

    def _set(self, width: int) -> Content:
        left, right = ink(self.left, ".heading--left"), ink(self.right, ".heading--right")
        air = width - left.cell_length - right.cell_length
        if not self.right:
            return left
        return Content("").join([left, Content("\n" if air < self.AIR else " " * air), right])
