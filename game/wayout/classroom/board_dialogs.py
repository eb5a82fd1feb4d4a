"""What opens over the board: the records, the way to the end, what to do about the network?"""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.types import CSSPathType

from wayout.classroom.board_view import ClassLesson, record_line
from wayout.faces.terminal.app import HERE
from wayout.faces.terminal.blocks import Option, TextBlock
from wayout.faces.terminal.screens.panel import Panel
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
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
        return tuple(Option(one, *record_line(self.lesson, one)) for one in self.lesson.room.stories)


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
        yield Prose((TextBlock((("text", self.says),), indent=0),), classes="group")
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
        yield Prose(tuple(TextBlock((("text", one),), str(n), indent=3, mark_kind="word")
                          for n, one in enumerate(classroom_strings.NETWORK_SAYS, 1)))  # fmt: skip
