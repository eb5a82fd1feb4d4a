"""How are saved trails looked at, named and deleted from the command line?"""

from pathlib import Path

import click

FILE = click.option("--shelf", "file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
                    help="Another shelf than your own.")  # fmt: skip


@click.group()
def shelf() -> None:
    """What you did is kept here: every trail, as far as you went."""


@shelf.command("list", epilog="\b\nExample:\n  wayout shelf list")
@FILE
@click.pass_context
def list_(context: click.Context, file: Path | None) -> None:
    """List the saved trails, the latest first: id, record, choices made, name."""
    from game.tools import shelf as tool

    context.exit(tool.list_trails(file))


@shelf.command(epilog="\b\nExamples:\n  wayout shelf name 3fa94c lesson-3\n  wayout shelf name lesson-3 ''")
@FILE
@click.argument("trail")
@click.argument("name")
@click.pass_context
def name(context: click.Context, file: Path | None, trail: str, name: str) -> None:
    """Give TRAIL, told by its id or its name, a NAME; or take its name away with an empty one."""
    from game.tools import shelf as tool

    context.exit(tool.name(file, trail, name))


@shelf.command(epilog="\b\nExamples:\n  wayout shelf delete 3fa94c\n  wayout shelf delete --all")
@FILE
@click.argument("trails", nargs=-1, metavar="TRAIL...")
@click.option("--all", "everything", is_flag=True, help="Every trail, and every setting with them.")
@click.option("--yes", is_flag=True, help="With --all: do not ask.")
@click.pass_context
def delete(context: click.Context, file: Path | None, trails: tuple[str, ...], everything: bool, yes: bool) -> None:
    """Delete trails, told by their ids or names. What is deleted is gone from the disk, too."""
    from game.tools import shelf as tool
    from game.words import shelf as said

    if bool(trails) == everything:
        raise click.UsageError(said.DELETE_WHICH)
    if everything and not yes:
        click.confirm(said.DELETE_ALL, abort=True, err=True)
    context.exit(tool.delete_all(file) if everything else tool.delete(file, trails))
