"""Which options do several commands take?

Shared Click options (`--edition`, `--stories`), a group that imports a command when it is called (lazy loading), and
suggestions for a mistyped command.
"""

import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

if TYPE_CHECKING:
    from wayout.model.library import Library

_HELP = "More stories: a file, a folder of them, or a project (with folders story and seeds), which is read alone."
_PATH = click.Path(exists=True, path_type=Path)


def _one_project(context: click.Context, parameter: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Paths that can be read together. Raises BadParameter for two projects."""
    if len(paths) > 1:
        from wayout.model.input_selection import PathNotFoundError, selection_of

        try:
            selection_of(paths)
        except PathNotFoundError as misuse:
            raise click.BadParameter(str(misuse), context, parameter) from None
    return paths


STORIES = click.option("--stories", multiple=True, metavar="PATH", help=_HELP, type=_PATH, callback=_one_project)
FOLDERS = click.option("--stories", "folders", multiple=True, metavar="PATH", help=_HELP, type=_PATH,
                       callback=_one_project)  # fmt: skip
"""The same, for a command that has stories as its arguments."""

EDITION = click.Option(
    ["--edition"],
    metavar="DIR",
    expose_value=False,
    is_eager=True,
    callback=lambda context, _, asked: _open(context, asked),
    help="Open another edition: a folder with 'story' and 'seeds', or the name or id of one of your own.",
)
"""Every command has it; the environment variable WAYOUT_EDITION says the same for all of them."""


def _open(context: click.Context, asked: str | None) -> None:
    """Have all that the command reads come from an edition, as the environment variable would, until it ends."""
    if asked is None:
        return
    from wayout.store.editions import EditionNotFoundError, find_edition

    try:
        folder = find_edition(asked)
    except EditionNotFoundError as error:
        raise click.BadParameter(str(error), context, param_hint="--edition") from None
    open_folder(context, folder)


def open_folder(context: click.Context, folder: Path) -> None:
    """Have all that the command reads from now on come from the edition in a folder, until the command ends."""
    from wayout.model.file_access import EDITION_VARIABLE

    before = os.environ.get(EDITION_VARIABLE)

    def restore() -> None:
        if before is None:
            os.environ.pop(EDITION_VARIABLE, None)
        else:
            os.environ[EDITION_VARIABLE] = before

    context.find_root().call_on_close(restore)
    os.environ[EDITION_VARIABLE] = str(folder)


def with_edition(command: click.Command) -> click.Command:
    """A command, and those within it, with the option that opens another edition."""
    if EDITION not in command.params:
        command.params.append(EDITION)
    if isinstance(command, click.Group) and not isinstance(command, LazyGroup):
        for one in command.commands.values():
            with_edition(one)
    return command


ALL = "all"
WITHOUT = click.option(
    "--without", multiple=True,
    type=click.Choice(["gap", "mark", "place", "ask", "headline", "thread", "length", ALL]),
    help="Of your own part, leave this out: gaps to set, marks, places, questions, the headline, lines to take along, "
    "lines of the article to cut.",
)  # fmt: skip

OWN = click.option("--stories", multiple=True, metavar="PATH", type=_PATH, callback=_one_project,
                   help="A story or branch file of your own, a folder of them, or a project.")  # fmt: skip
"""What a writer has made, of which evidence is asked."""


class LazyGroup(click.Group):
    """A group whose commands are named with where they stand: {'check': 'wayout.cli.check:check'}.

    The pattern is Click's own, "Lazily Loading Subcommands" in its guide to complex applications. `default` is the
    command that is run with all the words where the first of them is no command.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, str], default: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy
        self.default = default

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All of them, in the order in which they are named."""
        return [*super().list_commands(ctx), *self.lazy]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The one that is called."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        module, _, name = self.lazy[cmd_name].partition(":")
        return with_edition(cast("click.Command", getattr(import_module(module), name)))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of some words, and the words that are left for it."""
        if self.default and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            ctx.meta[WORD_KEY] = args[0]
            return self.default, self.get_command(ctx, self.default), args
        return super().resolve_command(ctx, args)


WORD_KEY = "wayout.word"
"""Under this key a context's `meta` holds the first word, where it was no command."""


def nearest_command(context: click.Context) -> str:
    """The command that was probably meant by a first word that is none: 'check' for 'chek'; nothing if none is near."""
    from difflib import get_close_matches

    group = context.find_root().command
    names = group.list_commands(context) if isinstance(group, click.Group) else []
    return next(iter(get_close_matches(context.meta.get(WORD_KEY, ""), names, 1)), "")


def named_or_exit(
    context: click.Context, words: Sequence[str], folders: tuple[Path, ...]
) -> "tuple[Library, tuple[str, ...]]":
    """The library, and the ids of the stories in it that some words name, each by its id, its file or its folder.

    Where files are left out for their faults of what is to be written or played, `end` tells so by the status.
    """
    from wayout.errors import MISUSE
    from wayout.model.input_selection import named_stories

    names, paths = named_stories(words, folders)
    library = library_or_exit(context, paths)
    left_out = {Path(file).stem for file in library.left_out}
    known = tuple(name for name in names if name in library.stories or name in left_out or name in words)
    if words and not known:
        click.echo(f"No story is in {', '.join(words)}.", err=True)
        context.exit(MISUSE)
    context.meta[PARTLY_KEY] = bool(left_out) and (bool(paths) or not words)
    return library, known


PARTLY_KEY = "wayout.partly"
"""Under this key a context's `meta` holds whether files that were asked for are left out."""


def end(context: click.Context, status: int) -> None:
    """End with a status; with that of findings where all went well, but for files that were left out."""
    from wayout.errors import FINDINGS

    context.exit(status or (FINDINGS if context.meta.get(PARTLY_KEY) else status))


def library_or_exit(context: click.Context, stories: tuple[Path, ...] = (), *, or_exit: int = 1) -> "Library":
    """What is shipped, with more folders of stories; where these cannot be read, the command ends with a status."""
    from wayout.launch import UsageError, library_of

    try:
        return library_of(stories)
    except UsageError as misuse:
        click.echo(str(misuse), err=True)
        context.exit(or_exit)
