"""How is a trail file replayed and exported from the command line?

Command-line options of `wayout trail`: replay, export, formats.
"""

from pathlib import Path

import click

from wayout.cli.options import STORIES, library_or_exit

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def trail() -> None:
    """Trail files: the steps of a reader, to be made again."""


@trail.command(epilog="\b\nExamples:\n  wayout trail replay my-trail.yaml\n  wayout trail replay t.yaml --format json")
@FILE
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@STORIES
@click.pass_context
def replay(context: click.Context, file: Path, form: str, stories: tuple[Path, ...]) -> None:
    """Replay FILE, show the last page that it reaches, and hold its pages against what it expects.

    Exit status: 0 it fits, 1 findings, 2 misuse, 3 what is said cannot be written.
    """
    library = library_or_exit(context, stories, or_exit=2)
    from wayout.commands import trail as tool

    context.exit(tool.replay(library, file, form))


@trail.command(
    epilog="\b\nExamples:\n  wayout trail export my-trail.yaml -o my-path.html\n"
    "  wayout trail export my-trail.yaml --format csl-json > sources.json"
)
@FILE
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), metavar="OUT",
              help="A new file; without it, standard output. One that is there is never overwritten.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["markdown", "html", "csl-json"]),
              help="Without it, as the name of OUT says; else Markdown.")  # fmt: skip
@STORIES
@click.pass_context
def export(context: click.Context, file: Path, out: Path | None, form: str | None, stories: tuple[Path, ...]) -> None:
    """Write all that was read on the trail of FILE and its debrief, or its sources (csl-json).

    Exit status: 0 all of it, 1 only as far as the trail fits, 2 misuse, 3 it cannot be written.
    """
    library = library_or_exit(context, stories, or_exit=2)
    from wayout.commands import trail as tool

    context.exit(tool.export(library, file, out, form))
