"""Which decisions were made, and to which does the reader go back?

A picker of earlier decisions: undo to any of them.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.types import CSSPathType

from wayout.faces.terminal.blocks import Option, TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.play.history import Decision


class ForksScreen(Panel):
    """Every decision in order, those taken back last; choosing one leads to before it. The latest one is pointed at."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "forks.tcss"]
    HEAD: ClassVar[str] = strings.FORKS

    choices = getters.query_one(Choices)

    def __init__(self, decisions: tuple[Decision, ...], go: Callable[[int], None]) -> None:
        super().__init__()
        self.decisions = decisions
        self.go = go

    def inside(self) -> ComposeResult:
        """The decisions."""
        if self.decisions:
            yield Choices(_options(self.decisions), gap=1)
        else:
            yield Prose((TextBlock((("text", strings.FORKS_NONE),)),))

    def on_mount(self) -> None:
        """Point at the latest decision that was not taken back."""
        if self.decisions:
            self.choices.pointed = max(0, sum(not one.is_undone for one in self.decisions) - 1)
            self.call_after_refresh(self.choices.bring_into_sight)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Go back to it."""
        self.dismiss()
        self.go(int(event.option))


def _options(decisions: tuple[Decision, ...]) -> tuple[Option, ...]:
    """Each decision: its question, and below it what was chosen."""
    return tuple(
        Option(
            str(one.number),
            one.question,
            strings.TAKEN_BACK if one.is_undone else "",
            strings.CHOSEN.format(label=one.chosen),
        )
        for one in decisions
    )
