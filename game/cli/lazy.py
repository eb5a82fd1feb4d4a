"""How does a command wait until it is called? Its module is imported when it is run, or when all are listed."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

import click


class LazyGroup(click.Group):
    """A group whose commands are named with where they stand: {'check': 'game.cli.checking:check'}.

    The pattern is Click's own, "Lazily Loading Subcommands" in its guide to complex applications.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All of them, in the order in which they are named."""
        return [*super().list_commands(ctx), *self.lazy]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The one that is called."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        module, _, name = self.lazy[cmd_name].partition(":")
        return cast("click.Command", getattr(import_module(module), name))
