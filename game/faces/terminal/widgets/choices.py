"""How does a reader choose among options, by key or by mouse?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from game import words
from game.faces.terminal.looks import sheet
from game.faces.terminal.parts import Option
from game.faces.terminal.widgets.column import Column
from game.faces.terminal.widgets.flow import Flow
from game.faces.terminal.widgets.lines import Line, Lines, ink


class Choices(Flow, can_focus=True):
    """Numbered options, one of them pointed at. What is out of sight is never chosen by Enter: it is scrolled to."""

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choices--pointer", "choices--number", "choices--label", "choices--pointed", "choices--aside",
        "choices--closed",
    }  # fmt: skip
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "point(-1)", words.KEY_UP, show=False, id="choices.up", tooltip=words.TIP_UP),
        Binding("down", "point(1)", words.KEY_DOWN, show=False, id="choices.down", tooltip=words.TIP_DOWN),
        Binding("enter", "choose", words.KEY_CHOOSE, show=False, id="choices.choose", key_display="Enter",
                tooltip=words.TIP_CHOOSE),
        Binding("space", "go_on", words.KEY_SPACE, show=False, id="choices.space", key_display="Space",
                tooltip=words.TIP_SPACE),
        *(
            Binding(str(n), f"number({n})", words.KEY_NUMBER, show=False, id=f"choices.{n}", key_display="1–9",
                    tooltip=words.TIP_NUMBER)
            for n in range(1, 10)
        ),
    ]  # fmt: skip

    options: reactive[tuple[Option, ...]] = reactive((), layout=True)
    pointed: reactive[int] = reactive(0)

    @dataclass
    class ChoiceMade(Message):
        """The reader chose."""

        option: str

    def __init__(self, options: tuple[Option, ...] = (), *, gap: int = 0, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.gap = gap
        self.set_reactive(Choices.options, options)
        self.set_reactive(Choices.pointed, self._open[0] if self._open else 0)

    @property
    def _open(self) -> list[int]:
        return [index for index, option in enumerate(self.options) if option.is_open]

    @property
    def is_lone(self) -> bool:
        """Whether there is one option only: it then needs no number."""
        return len(self.options) == 1

    def render(self) -> Lines:
        """The options, drawn."""
        return Lines([line for _, line in self._lines()])

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Point at what the mouse is over."""
        index = self._at(event.y)
        if index is not None and self.options[index].is_open:
            self.pointed = index

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        index = self._at(event.y)
        if index is not None and self.options[index].is_open:
            self.pointed = index
            self.post_message(self.ChoiceMade(self.options[index].id))

    def action_point(self, by: int) -> None:
        """Point at the next open option; where that is out of sight, scroll towards it first."""
        at = self._open.index(self.pointed) + by if self.pointed in self._open else -1
        column = self._column
        if not 0 <= at < len(self._open) or (column and not column.shows(*self._rows(self.pointed), towards=by)):
            raise SkipAction
        self.pointed = self._open[at]
        if column:
            column.reveal(*self._rows(self.pointed))

    def action_choose(self) -> None:
        """Choose what is pointed at; if it is still below the screen, read on."""
        column = self._column
        if column and not column.shows(*self._rows(self.pointed), towards=1):
            column.scroll_page_down()
        elif self.pointed in self._open:
            self.post_message(self.ChoiceMade(self.options[self.pointed].id))

    def action_go_on(self) -> None:
        """Read on; at the end of the page, take the only way there is."""
        if self.is_lone:
            self.action_choose()
        elif self._column:
            self._column.scroll_page_down()

    def action_number(self, number: int) -> None:
        """Choose the open option with a number."""
        if number <= len(self._open):
            self.pointed = self._open[number - 1]
            self.post_message(self.ChoiceMade(self.options[self.pointed].id))

    def watch_options(self) -> None:
        """New options: point at the first that is open."""
        self.pointed = self._open[0] if self._open else 0
        self.display = bool(self.options)
        self.refresh(layout=True)

    @property
    def _column(self) -> Column | None:
        return next((node for node in self.ancestors if isinstance(node, Column)), None)

    def _rows(self, index: int) -> tuple[int, int]:
        """The first row of the screen that an option is on, and how many it takes."""
        owners = [owner for owner, _ in self._lines()]
        heights = list(self.render().heights(self.content_size.width))
        top = sum(heights[: owners.index(index)]) if index in owners else 0
        own = sum(height for owner, height in zip(owners, heights, strict=True) if owner == index)
        return self.content_region.y + top, own

    def _at(self, y: int) -> int | None:
        """The option on a row of this widget."""
        heights = self.render().heights(self.content_size.width)
        for (owner, _), height in zip(self._lines(), heights, strict=True):
            if y < height:
                return owner
            y -= height
        return None

    def _lines(self) -> Iterator[tuple[int | None, Line]]:
        """Every paragraph with the option that it belongs to; air belongs to none."""
        number = 0
        for index, option in enumerate(self.options):
            number += option.is_open
            if index:
                yield from [(None, Line(Content(""), Content(""), Content("")))] * self.gap
            is_pointed = index == self.pointed and option.is_open
            pointer = ink(words.POINTER if is_pointed else " ", ".choices--pointer")
            count = "" if self.is_lone else f" {number if option.is_open else words.CLOSED_MARK}  "
            first = pointer + ink(count or " ", ".choices--number")
            rest = Content(" " * first.cell_length)
            look = "closed" if not option.is_open else "pointed" if is_pointed else "label"
            body = ink(option.label, f".choices--{look}")
            if option.aside:
                body = body + ink(f"  {option.aside}", ".choices--aside")
            yield index, Line(first, rest, body)
            if option.below:
                yield index, Line(rest, rest, ink(option.below, ".choices--aside"))
