"""How are saved trails looked at, named and deleted from the command line?

Command-line options of `wayout shelf`: list, name, delete, export, import.
"""

from pathlib import Path

import click

from wayout.cli.options import STORIES, library_or_exit, open_folder

FILE = click.option("--shelf", "file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
                    help="Another shelf than your own.")  # fmt: skip


@click.group()
def shelf() -> None:
    """What you did is kept here: every trail, as far as you went."""


@shelf.command("list", epilog="\b\nExample:\n  wayout shelf list")
@FILE
@click.pass_context
def list_(context: click.Context, file: Path | None) -> None:
    """List the saved trails, the latest first: id, edition (where there are several), record, choices made, name."""
    from wayout.commands import shelf as tool

    context.exit(tool.list_trails(file))


@shelf.command(epilog="\b\nExamples:\n  wayout shelf name 3fa94c lesson-3\n  wayout shelf name lesson-3 ''")
@FILE
@click.argument("trail")
@click.argument("name")
@click.pass_context
def name(context: click.Context, file: Path | None, trail: str, name: str) -> None:
    """Give TRAIL, told by its id or its name, a NAME; or take its name away with an empty one."""
    from wayout.commands import shelf as tool

    context.exit(tool.name(file, trail, name))


@shelf.command(
    epilog="\b\nExamples:\n  wayout shelf export 3fa94c > my-trail.yaml\n  wayout shelf export lesson-3 -o l3.yaml"
)
@FILE
@STORIES
@click.argument("trail")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), metavar="OUT",
              help="A new file; without it, standard output. One that is there is never overwritten.")  # fmt: skip
@click.pass_context
def export(context: click.Context, file: Path | None, stories: tuple[Path, ...], trail: str, out: Path | None) -> None:
    """Write TRAIL, told by its id or its name, as a trail file.

    Exit status: 0 all of it, 1 not all of it, 2 misuse, 3 the shelf cannot be read or OUT not be written.
    """
    from wayout.commands import shelf as tool

    if (folder := tool.open_edition_of(file, trail)) is not None:
        open_folder(context, folder)
    library = library_or_exit(context, stories, or_exit=2)
    context.exit(tool.export(library, file, trail, out))


@shelf.command("import", epilog="\b\nExample:\n  wayout shelf import my-trail.yaml")
@FILE
@STORIES
@click.argument("trails", nargs=-1, required=True, metavar="FILE...",
                type=click.Path(exists=True, dir_okay=False, path_type=Path))  # fmt: skip
@click.pass_context
def import_(context: click.Context, file: Path | None, stories: tuple[Path, ...], trails: tuple[Path, ...]) -> None:
    """Put trail files on the shelf, each as far as it fits, and tell their ids."""
    library = library_or_exit(context, stories, or_exit=2)
    from wayout.commands import shelf as tool

    context.exit(tool.take_in(library, file, trails))


@shelf.command(epilog="\b\nExamples:\n  wayout shelf delete 3fa94c\n  wayout shelf delete --all")
@FILE
@click.argument("trails", nargs=-1, metavar="TRAIL...")
@click.option("--all", "everything", is_flag=True, help="Every trail, and every setting with them.")
@click.option("--yes", is_flag=True, help="With --all: do not ask.")
@click.pass_context
def delete(context: click.Context, file: Path | None, trails: tuple[str, ...], everything: bool, yes: bool) -> None:
    """Delete trails, told by their ids or names. What is deleted is gone from the disk, too."""
    from wayout.commands import shelf as tool
    from wayout.locale import shelf_strings

    if bool(trails) == everything:
        raise click.UsageError(shelf_strings.DELETE_WHICH)
    if everything and not yes:
        click.confirm(shelf_strings.DELETE_ALL, abort=True, err=True)
    context.exit(tool.delete_all(file) if everything else tool.delete(file, trails))
