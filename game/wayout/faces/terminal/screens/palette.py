"""Which screen is the command palette?"""

from contextlib import suppress

from textual import command
from textual.await_complete import AwaitComplete


class CommandPalette(command.CommandPalette):
    """Textual's own, which bears keys that come before its list is laid out."""

    def _action_command_list(self, action: str) -> None:
        """Textual (8.2) looks up the line of the option pointed at before there are lines, and fails."""
        with suppress(KeyError, IndexError):
            super()._action_command_list(action)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it once: Textual (8.2) fails where a click and a key both choose before it is gone."""
        return super().dismiss(result) if self.is_active else AwaitComplete.nothing()
