"""Which screen is the command palette?"""

from contextlib import suppress

from textual import command
from textual.widgets import Input

from wayout.faces.terminal.screens.dismiss_once import DismissOnce


class CommandPalette(DismissOnce, command.CommandPalette):
    """Textual's own, which bears keys that come before its list is laid out, and keys that come after its end."""

    def on_mount(self) -> None:
        """Nothing moves, the cursor no more than in the other fields."""
        self.query_one(Input).cursor_blink = False

    def _action_command_list(self, action: str) -> None:
        """Textual (8.2) looks up the line of the option pointed at before there are lines, and fails."""
        with suppress(KeyError, IndexError):
            super()._action_command_list(action)
