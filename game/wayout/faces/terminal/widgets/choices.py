"""How does a reader choose among options, by key or by mouse?

The list of options: pointer, digit keys and how many options have one, mouse, closed options.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from wayout.actions import DIGITS
from wayout.faces.terminal.debounce import DecisionMade, decide, turn_page
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import Option, TextBlock
from wayout.faces.terminal.widgets.page_scroll import MIN_AIRY_ROOM, PageScroll, air_above, column_of
from wayout.faces.terminal.widgets.prose import Prose, set_lines
from wayout.faces.terminal.widgets.text_lines import TextLine, TextLines, ink
from wayout.locale import strings

MAX_NUMBERED = len(DIGITS)
"""Options that come after it have no key of their own."""
MIN_WIDTH_COLUMNS, COLUMN_AIR = 66, 3
"""Columns in which two options can stand side by side, and the air between them."""
EMPTY_LINES = (TextLine(Content(""), Content(""), Content("")),)
"""An empty row; it belongs to no option."""


class Choices(Prose, can_focus=True):
    """Numbered options, one of them pointed at, below what is told, if anything is.

    What is out of sight is never chosen by a key: it is scrolled to. A key that chooses goes before all others: it is
    done at once, where another goes up from the widget that has the keyboard to the app. One that fills its room takes
    all the height that there is, so that most pages are painted over the last one without laying out anything.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("choices")

    options: reactive[tuple[Option, ...]] = reactive((), repaint=False)
    pointed: reactive[int] = reactive(0)
    rests: reactive[bool] = reactive(False)
    """While another list has the keyboard, nothing is pointed at."""
    shows_all_first = False
    """Whether Enter brings all of them into sight before it chooses, as far as they fit in one sight."""
    reads_beside: Callable[[], bool] | None = None
    """What Space reads on in first, if there is a text beside this one; it says whether there was more."""

    class ChoiceMade(DecisionMade):
        """The reader chose."""

        def __init__(self, option: str) -> None:
            super().__init__()
            self.option = option

    class Prompted(Message):
        """The reader cannot just read on: what she can do, or nothing once there is another page."""

        def __init__(self, says: str) -> None:
            super().__init__()
            self.says = says

    def __init__(self, options: tuple[Option, ...] = (), *, gap: int = 0, fills: bool = False, id: str = "") -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id or None)
        self.gap = gap
        self.fills = fills
        self.is_prompted = False
        self.set_reactive(Choices.options, options)
        self.set_reactive(Choices.pointed, self._first)
        self.display = bool(options)

    @property
    def air(self) -> int:
        """Of a widget that fills its room, the rows above a text that leaves some."""
        return air_above(self.room, self.rows(self.content_size.width)) if self.room >= MIN_AIRY_ROOM else 0

    @property
    def _open(self) -> list[int]:
        return [index for index, option in enumerate(self.options) if option.is_open]

    @property
    def _first(self) -> int:
        """What is pointed at first: what says so itself; else the first way on that is open, not read if any is so."""
        ways = [index for index in self._ways if self.options[index].is_open]
        found = next((index for index in ways if self.options[index].is_first), None)
        if found is not None:
            return found
        return next((index for index in ways if not self.options[index].was_read), next(iter(ways), 0))

    @property
    def _ways(self) -> list[int]:
        """Those that lead to another page."""
        return [index for index, option in enumerate(self.options) if not option.press]

    @property
    def _numbered(self) -> list[int]:
        return [index for index in self._open if self.options[index].is_numbered]

    @property
    def is_lone(self) -> bool:
        """Whether there is one way on only: it then needs no number."""
        return is_lone_way(self.options)

    @property
    def allow_select(self) -> bool:
        """Only what is told can be selected by mouse."""
        return bool(self.parts)

    def show(self, parts: tuple[TextBlock, ...], options: tuple[Option, ...]) -> None:
        """Another page in the place of this one, both at once; the first option that is open is pointed at."""
        self._set(parts, options)
        turn_page(self)

    def reword(self, parts: tuple[TextBlock, ...], options: tuple[Option, ...]) -> None:
        """The same page in other words: what is pointed at stays so, if it is open."""
        pointed = self.options[self.pointed].id if self.options else ""
        self._set(parts, options)
        self.pointed = next((index for index in self._open if self.options[index].id == pointed), self.pointed)

    def render(self) -> TextLines:
        """What is told, then the options, drawn."""
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """What the text needs; or all that there is."""
        self.room = container.height if self.fills else 0
        return super().get_content_height(container, viewport, width)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Point at what the mouse is over."""
        if (index := self._at(event.x, event.y)) is not None and self.options[index].is_open:
            self.pointed = index

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        if (index := self._at(event.x, event.y)) is not None and self.options[index].is_open:
            self.pointed = index
            self._choose(index)

    def action_point(self, by: int) -> None:
        """Point at the next open option; where that is out of sight, scroll towards it first."""
        at = self._open.index(self.pointed) + by if self.pointed in self._open else -1
        column = self._column
        if not 0 <= at < len(self._open) or (column and not column.shows(*self._rows(self.pointed), towards=by)):
            raise SkipAction
        self.pointed = self._open[at]
        if column:
            column.reveal(*self._rows(self.pointed))

    def action_beside(self, by: int) -> None:
        """Of two options side by side, point at the other one."""
        other = self.pointed + by
        if {self.pointed, other} not in [{at, at + 1} for at in self._pairs]:
            raise SkipAction
        self.pointed = other

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """The arrows to the sides are there where options stand side by side."""
        return action != "beside" or any(option.is_column for option in self.options)

    def action_choose(self) -> None:
        """Choose what is pointed at; if it is still below the screen, read on."""
        column = self._column
        if column and not column.shows(*self._rows(self.pointed), towards=1):
            column.scroll_page_down()
        elif self.pointed in self._open and not (self.shows_all_first and self._brings_the_last()):
            self._choose(self.pointed)

    def action_go_on(self) -> None:
        """Read on; at the end of the page, take the way on that is pointed at, or say what there is to choose."""
        if self.reads_beside is not None and self.reads_beside():
            return
        if self.is_lone and self.pointed not in self._ways:
            self.pointed = self._first
        opens = next((at for at, option in enumerate(self.options) if option.by_space), None)
        if opens is not None and (self._column is None or self._column.is_at_end):
            self._choose(opens)
        elif self._leads_on(self.pointed):
            self.action_choose()
        elif self._column and not self._column.is_at_end:
            self._column.scroll_page_down()
        elif (passing := next((at for at in self._open if self.options[at].passes), None)) is not None:
            self.pointed = passing
            self._choose(passing)
        elif numbers := min(len(self._numbered), MAX_NUMBERED):
            self._prompt(strings.CHOOSE_ONE if numbers == 1 else strings.CHOOSE.format(last=numbers))

    def action_number(self, number: int) -> None:
        """Choose the open option with a number; what comes of it is painted, not first the pointer beside it.

        While it is out of sight, bring the options into sight instead, and point at it: Enter takes what is seen.
        """
        if number > len(self._numbered):
            return
        index = self._numbered[number - 1]
        if self._brings_into_sight(index):
            self.pointed = index
        else:
            self.set_reactive(Choices.pointed, index)
            self._choose(index)

    def reveal(self, parts: range) -> None:
        """Scroll just as far as brings some of what is told into sight, or as much of it as there is room for."""
        if self._column and parts:
            heights = list(self._drawn[1].heights(self.content_size.width))
            start, stop = (len(set_lines(self.parts[:at])) for at in (parts.start, parts.stop))
            top, height = self.air + sum(heights[:start]), sum(heights[start:stop])
            room = self._column.scrollable_content_region.height
            self._column.reveal(self.content_region.y + top, min(height, room))

    def bring_into_sight(self) -> None:
        """Scroll just as far as shows what is pointed at."""
        if self._column:
            self._column.reveal(*self._rows(self.pointed))

    def watch_options(self) -> None:
        """New options: point at the first that is open and was not read before."""
        self._set(self.parts, self.options)
        turn_page(self)

    def _set(self, parts: tuple[TextBlock, ...], options: tuple[Option, ...]) -> None:
        self.set_reactive(Choices.parts, parts)
        self.set_reactive(Choices.options, options)
        self.set_reactive(Choices.pointed, self._first)
        self.display = bool(options)
        if self.is_prompted:
            self._prompt("")
        self.draw_anew()

    def _prompt(self, says: str) -> None:
        self.is_prompted = bool(says)
        self.post_message(self.Prompted(says))

    def _leads_on(self, index: int) -> bool:
        """Whether an option decides nothing: it is the only way on, or the next page."""
        return self.is_lone or (index in self._open and self.options[index].leads_on)

    def _choose(self, index: int) -> None:
        if self.options[index].press:
            self.app.simulate_key(self.options[index].press)
            return
        decide(self, self.ChoiceMade(self.options[index].id), is_only_way=self._leads_on(index))

    def _brings_into_sight(self, index: int) -> bool:
        """Scroll to all options, or where there is no room for all to this one; whether that moved.

        What was pressed before that is painted chooses nothing. On a page that does not scroll all is in sight: where
        an option is on the screen is not asked then, for which Textual would lay out every widget once more.
        """
        column = self._column
        if column is None or not column.max_scroll_y:
            return False
        room = column.scrollable_content_region.height
        top, height = self._rows(index)
        if column.shows(top, min(height, room), towards=-1 if top < column.scrollable_content_region.y else 1):
            return False
        (first, _), (last, below) = self._rows(self._open[0]), self._rows(self._open[-1])
        if last + below - first <= room:
            top, height = first, last + below - first
        column.reveal(top, min(height, room), at_once=True)
        turn_page(self)
        return True

    def _brings_the_last(self) -> bool:
        """Scroll on towards the last option while the one that is pointed at stays in sight; whether that moved."""
        column = self._column
        top, _ = self._rows(self.pointed)
        return column is not None and column.brings(*self._rows(self._open[-1]), keeps=top)

    @property
    def _column(self) -> PageScroll | None:
        return column_of(self)

    def _rows(self, index: int) -> tuple[int, int]:
        """The first row of the screen that an option is on, and how many it takes."""
        owners, lines = self._drawn
        index -= index - 1 in self._pairs
        heights = list(lines.heights(self.content_size.width))
        top = self.air + sum(heights[: owners.index(index)]) if index in owners else 0
        own = sum(height for owner, height in zip(owners, heights, strict=True) if owner == index)
        return self.content_region.y + top, own

    def _at(self, x: int, y: int) -> int | None:
        """The option at a place of this widget."""
        owners, lines = self._drawn
        y -= self.air
        if y < 0:
            return None
        for owner, height in zip(owners, lines.heights(self.content_size.width), strict=True):
            if y < height:
                is_second = owner in self._pairs and x >= column_width(self.content_size.width)
                return owner + 1 if owner is not None and is_second else owner
            y -= height
        return None

    @property
    def _pairs(self) -> tuple[int, ...]:
        """The first of each two options that stand side by side."""
        return pairs(self.options) if self._columns_width else ()

    @property
    def _columns_width(self) -> int:
        """The width that two options have side by side; none where no two are so, or there is no room for them."""
        width = self.content_size.width if any(option.is_column for option in self.options) else 0
        return width if width >= MIN_WIDTH_COLUMNS else 0

    @property
    def _drawn(self) -> tuple[tuple[int | None, ...], TextLines]:
        """Every paragraph with the option that it belongs to; of two side by side, with the first."""
        pointed = -1 if self.rests else self.pointed
        return _drawn(self.parts, self.options, pointed, self.gap, self._columns_width)


@lru_cache(maxsize=64)
def _drawn(
    parts: tuple[TextBlock, ...], options: tuple[Option, ...], pointed: int, gap: int, width: int
) -> tuple[tuple[int | None, ...], TextLines]:
    told = [(None, line) for line in (*set_lines(parts), *(EMPTY_LINES if parts and options else ()))]
    drawn = _options(options, pointed, gap, width)
    owners, lines = zip(*told, *drawn, strict=True) if parts or options else ((), ())
    return owners, TextLines(lines)


def is_lone_way(options: tuple[Option, ...]) -> bool:
    """Whether of all options one leads to another page, those aside that stand back."""
    ways = [option for option in options if not option.press]
    return len(ways) == 1 or (ways[:1] == [option for option in ways if not option.stands_back] and ways[0].leads_on)


def pairs(options: tuple[Option, ...]) -> tuple[int, ...]:
    """The first of each two options that are columns."""
    columns = [at for at, option in enumerate(options) if option.is_column]
    return tuple(columns[0 : len(columns) - 1 : 2])


def column_width(width: int) -> int:
    """Of two columns, how far from the left the second one begins."""
    return (width + COLUMN_AIR) // 2


def _options(options: tuple[Option, ...], pointed: int, gap: int, width: int) -> Iterator[tuple[int | None, TextLine]]:
    """Every paragraph with the option that it belongs to; air belongs to none. A width of columns is told, or 0."""
    number = 0
    is_lone = is_lone_way(options)
    firsts = pairs(options) if width else ()
    left: list[TextLine] = []
    for index, option in enumerate(options):
        number += option.is_open and option.is_numbered
        if index and index - 1 not in firsts:
            yield from ((None, air) for air in EMPTY_LINES * gap)
        has_key = option.is_numbered and number <= MAX_NUMBERED
        sign = strings.CLOSED_MARK if not option.is_open else str(number) if has_key else " "
        lines = _option(option, sign, is_pointed=index == pointed and option.is_open, is_lone=is_lone)
        if index in firsts:
            left = lines
        elif index - 1 in firsts:
            yield from ((index - 1, line) for line in _side_by_side(left, lines, width))
            yield from ((None, air) for air in EMPTY_LINES if index + 1 < len(options))
        else:
            yield from ((index, line) for line in lines)


def _option(option: Option, sign: str, *, is_pointed: bool, is_lone: bool) -> list[TextLine]:
    """The paragraphs of an option."""
    pointer = ink(strings.POINTER if is_pointed else " ", ".choices--pointer")
    first = pointer + ink(" " if is_lone else f" {sign}  ", ".choices--number")
    if option.lead:
        first = first + ink(f"{option.lead}  ", ".choices--number")
    rest = Content(" " * first.cell_length)
    look = "closed" if not option.is_open else "pointed" if is_pointed else "aside" if option.stands_back else "label"
    body = ink(option.label, f".choices--{look}")
    if option.aside:
        is_key = bool(option.press) or option.aside in (strings.BY_ENTER, strings.BY_SPACE)
        body = body + ink(f"  {option.aside}", ".choices--number" if is_key else ".choices--aside")
    below = [TextLine(rest, rest, ink(option.below, ".choices--aside"))] if option.below else []
    return [TextLine(first, rest, body), *below]


def _side_by_side(left: list[TextLine], right: list[TextLine], width: int) -> Iterator[TextLine]:
    """The rows of two options as two columns; labels stand level, and so does what stands below them."""
    second = column_width(width)
    for one, other in zip_longest(left, right, fillvalue=EMPTY_LINES[0]):
        columns = [line.body.wrap(second - COLUMN_AIR - line.first.cell_length) for line in (one, other)]
        for at, (near, far) in enumerate(zip_longest(*columns, fillvalue=Content(""))):
            begins = [line.rest if at else line.first for line in (one, other)]
            air = Content(" " * (second - begins[0].cell_length - near.cell_length))
            yield TextLine(begins[0], begins[0], Content("").join([near, air, begins[1], far]))
