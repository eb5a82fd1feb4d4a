"""What opens over the board: the records, the way to the end, what to do about the network?

Modal dialogs of the dashboard (records, end, network help), its bar chart, and the QR code (segno) of the address
with its quiet zone and colours.
"""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.types import CSSPathType
from textual.widget import Widget

from wayout.classroom.board_view import ClassLesson, count_word, record_line
from wayout.classroom.tally import Bar
from wayout.faces.terminal.app import HERE
from wayout.faces.terminal.page_layout import Option, TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.faces.terminal.widgets.text_lines import AutoHeight, TextLine, TextLines, ink
from wayout.locale import classroom_strings

SHEET = HERE / "screens" / "panel.tcss"
NO, YES = "no", "yes"


class RecordsScreen(Panel):
    """Every record of the lesson, open or closed; choosing one turns that."""

    CSS_PATH: ClassVar[CSSPathType | None] = SHEET
    HEAD: ClassVar[str] = classroom_strings.RECORDS_HEAD

    def __init__(self, lesson: ClassLesson) -> None:
        super().__init__()
        self.lesson = lesson

    def inside(self) -> ComposeResult:
        """The records."""
        yield Choices(self._options(), gap=1)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Open it, or close it."""
        self.lesson.room.toggle(event.option)
        choices = self.query_one(Choices)
        pointed = choices.pointed
        choices.options = self._options()
        choices.pointed = pointed

    def _options(self) -> tuple[Option, ...]:
        return tuple(Option(story, *record_line(self.lesson, story)) for story in self.lesson.room.stories)


class EndScreen(Panel):
    """A question whose first answer changes nothing."""

    CSS_PATH: ClassVar[CSSPathType | None] = SHEET
    HEAD: ClassVar[str] = classroom_strings.END_HEAD

    def __init__(
        self, says: str, on_yes: Callable[[], object], head: str = "", yes: str = classroom_strings.END_YES
    ) -> None:
        super().__init__(head=head)
        self.says = says
        self.on_yes = on_yes
        self.yes = yes

    def inside(self) -> ComposeResult:
        """What comes of it, and the answers."""
        yield Prose((TextBlock((("text", self.says),)),), classes="group")
        yield Choices((Option(NO, classroom_strings.END_NO), Option(YES, self.yes)), gap=1)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Close, and do it or not."""
        self.dismiss()
        if event.option == YES:
            self.on_yes()


class NetworkScreen(Panel):
    """Sentences, in the order in which one tries."""

    CSS_PATH: ClassVar[CSSPathType | None] = SHEET
    HEAD: ClassVar[str] = classroom_strings.NETWORK

    def inside(self) -> ComposeResult:
        """The sentences, numbered."""
        yield Prose(tuple(TextBlock((("text", sentence),), str(n), mark_kind="word")
                          for n, sentence in enumerate(classroom_strings.NETWORK_SAYS, 1)))  # fmt: skip


FULL_CELL = "█"
CELL_EIGHTHS = " ▏▎▍▌▋▊▉"
"""Eighths of a cell."""
NO_TEXT = Content("")
EMPTY_LINE = TextLine(NO_TEXT, NO_TEXT, NO_TEXT)
COUNT_WIDTH = 6
"""Cells for a number beside a bar."""


class Bars(AutoHeight):
    """Of each: what was counted, and below it a bar with the number; a word where the number is too small."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bars--label", "bars--bar", "bars--count", "bars--few"}
    DEFAULT_CSS: ClassVar[str] = """
    Bars {
        width: 100%;
        height: auto;
        & > .bars--label { color: $foreground; }
        & > .bars--bar { color: $accent; }
        & > .bars--count { color: $foreground; text-style: $strong-style; }
        & > .bars--few { color: $text-muted; }
    }
    """

    bars: reactive[tuple[Bar, ...]] = reactive((), repaint=False)

    def watch_bars(self) -> None:
        """Other numbers."""
        self.draw_anew()

    def rows(self, width: int) -> int:
        """As many rows as labels and bars take."""
        return sum(self._set(width).heights(width))

    def render(self) -> TextLines:
        """Labels and bars, drawn."""
        return self._set(self.content_size.width)

    def _set(self, width: int) -> TextLines:
        most = max((bar.count or 0 for bar in self.bars), default=0)
        return TextLines(tuple(_lines(self.bars, most, max(1, width - COUNT_WIDTH))))


def _lines(bars: tuple[Bar, ...], most: int, width: int) -> Iterator[TextLine]:
    for index, bar in enumerate(bars):
        if index:
            yield EMPTY_LINE
        yield TextLine(NO_TEXT, NO_TEXT, ink(bar.choice, ".bars--label"))
        if bar.count is None:
            yield TextLine(NO_TEXT, NO_TEXT, ink(count_word(None), ".bars--few"))
        else:
            drawn = Content.styled(drawn_bar(bar.count, most, width), ".bars--bar")
            yield TextLine(NO_TEXT, NO_TEXT, drawn + ink(f" {bar.count}", ".bars--count"))


def drawn_bar(count: int, most: int, width: int) -> str:
    """A bar whose length is to the width as the count to the most, to an eighth of a cell."""
    eighths = round(8 * width * count / most) if most else 0
    return FULL_CELL * (eighths // 8) + CELL_EIGHTHS[eighths % 8].strip()


QUIET_ZONE = 4
"""Modules of white around a code, as ISO/IEC 18004 asks for."""
HALF_BLOCKS = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
QR_COLOURS = "#000000 on #ffffff"
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
        return Content.styled("\n".join(self.rows), QR_COLOURS)


def half_blocks(text: str) -> tuple[str, ...]:
    """The code of a text, with its quiet zone, as rows of half blocks."""
    import segno

    modules = [tuple(map(bool, row)) for row in segno.make(text, micro=False, error="l").matrix_iter(border=QUIET_ZONE)]
    if len(modules) % 2:
        modules.append((False,) * len(modules[0]))
    pairs = zip(modules[::2], modules[1::2], strict=True)
    return tuple("".join(HALF_BLOCKS[upper, lower] for upper, lower in zip(*pair, strict=True)) for pair in pairs)
