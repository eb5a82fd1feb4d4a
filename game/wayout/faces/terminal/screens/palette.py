"""Which screen is the command palette?"""

from contextlib import suppress

from textual import command


class CommandPalette(command.CommandPalette):
    """Textual's own, which bears keys that come before its list is laid out."""

    def _action_command_list(self, action: str) -> None:
        """Textual (8.2) looks up the line of the option pointed at before there are lines, and fails."""
        with suppress(KeyError, IndexError):
            super()._action_command_list(action)
