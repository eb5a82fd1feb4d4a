"""Which commands are there? Each imports its own room only when it runs."""

from pathlib import Path
from typing import Any

import click

EXAMPLES = """
\b
Examples:
  wayout                          open the library of records
  wayout play vasiliy             play one record
  wayout play igor --plain        the same, line by line
  wayout check                    look for faults in stories and evidence
"""


@click.group(invoke_without_command=True, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wayout", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Six men and Russia's war: a documentary text adventure with its sources."""
    if context.invoked_subcommand is None:
        from game.opening import open_game

        context.exit(open_game())


@main.command(epilog="\b\nExamples:\n  wayout play\n  wayout play vasiliy --content gentle\n  wayout play igor --plain")
@click.argument("story", required=False)
@click.option("--plain", is_flag=True, help="Line by line, for pipes and screen readers.")
@click.option("--from", "scene", metavar="SCENE", help="Begin at this scene.")
@click.option("--content", type=click.Choice(["full", "gentle"]), default="full", help="Which wording to read.")
@click.option("--ask-first", is_flag=True, help="Before an outcome is revealed, ask what anyone could know of it.")
@click.option("--words-first", is_flag=True, help="Show the evidence words before a choice is made.")
@click.option("--stories", "stories", multiple=True, metavar="DIR", help="A folder with more stories.",
              type=click.Path(exists=True, file_okay=False, path_type=Path))  # fmt: skip
@click.pass_context
def play(context: click.Context, /, story: str | None, scene: str | None, **settings: Any) -> None:
    """Play STORY, or open the library of stories."""
    from game.opening import open_game

    context.exit(open_game(story, scene, **settings))


@main.command(
    epilog="\b\nExamples:\n  wayout check\n  wayout check my-story.yaml --format concise\n  wayout check my-folder"
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "concise", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], form: str, strict: bool) -> None:
    """Look for faults in stories and evidence: PATH is a file or a folder, without one what is shipped.

    Exit status: 0 clean, 1 findings, 2 misuse.
    """
    from game.tools import check as tool

    context.exit(tool.run(paths, form, strict))


@main.group()
def sources() -> None:
    """The documents and claims that the stories rest on."""


ORIGINALS = click.option("--originals", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
                         help="The folder with the archived texts.")  # fmt: skip


@sources.command(epilog="\b\nExample:\n  wayout sources verify --originals ~/articles")
@ORIGINALS
@click.pass_context
def verify(context: click.Context, originals: Path) -> None:
    """Hold every cite against the archived texts: hash, lines, quotations."""
    from game.tools import sources as tool

    context.exit(tool.verify(originals))


@sources.command(epilog="\b\nExample:\n  wayout sources coverage --originals ~/articles")
@ORIGINALS
@click.pass_context
def coverage(context: click.Context, originals: Path) -> None:
    """List the lines of each document that no claim cites."""
    from game.tools import sources as tool

    context.exit(tool.coverage(originals))


@sources.command(epilog="\b\nExample:\n  wayout sources unused")
@click.pass_context
def unused(context: click.Context) -> None:
    """List the claims that no story rests on yet."""
    from game.tools import sources as tool

    context.exit(tool.unused())


@sources.command("list", epilog="\b\nExample:\n  wayout sources list")
@click.pass_context
def list_(context: click.Context) -> None:
    """List the documents, with what they were made from."""
    from game.tools import sources as tool

    context.exit(tool.list_documents())


@sources.command(epilog="\b\nExample:\n  wayout sources show vasiliy-refused")
@click.argument("name")
@click.pass_context
def show(context: click.Context, name: str) -> None:
    """Show one claim or document."""
    from game.tools import sources as tool

    context.exit(tool.show(name))
