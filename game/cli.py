"""Which commands are there? Each imports its own room only when it runs."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from game.model.library import Library

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
        context.exit(_play(None, None))


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
    context.exit(_play(story, scene, **settings))


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


def _play(
    story: str | None,
    scene: str | None,
    *,
    plain: bool = False,
    content: str = "full",
    ask_first: bool = False,
    words_first: bool = False,
    stories: tuple[Path, ...] = (),
) -> int:
    """Play on the face that the terminal allows."""
    from game.play.page import Reader

    library = _library(stories)
    if story is not None and story not in library.stories:
        _misuse(f"There is no story '{story}'.", f"There are: {', '.join(sorted(library.stories))}.")
    if scene is not None and (story is None or scene not in library.stories[story].scenes):
        _misuse(f"There is no scene '{scene}'.", "--from names a scene of the STORY.")
    reader = Reader(gentle=content == "gentle", words_beforehand=words_first, asks=ask_first)
    if plain or not _has_screen():
        from game.faces import plain as face

        return face.play(library, reader, story, scene)
    from game.faces.terminal.app import run

    return run(library, reader, story, scene)


def _library(stories: tuple[Path, ...]) -> "Library":
    """What is shipped, with more folders of stories; what has faults is not played but shown with them."""
    from game.model.load import Folders, load, shipped
    from game.model.withdrawn import without_withdrawn

    folders = shipped()
    loaded = load(Folders(folders.seeds, (*folders.stories, *stories)))
    if stories or loaded.findings:
        from game.model.checks import check as findings_of
        from game.tools.render import concise

        errors = [finding for finding in findings_of(loaded) if finding.severity == "error"]
        for finding in errors:
            click.echo(concise(finding), err=True)
        if errors:
            _misuse("These stories have faults and are not played.", "'wayout check' shows each in full.")
    return without_withdrawn(loaded.library)


def _has_screen() -> bool:
    """Whether there is a terminal that a full screen can be drawn on."""
    able = os.name == "nt" or os.environ.get("TERM", "dumb") not in ("dumb", "unknown")
    return able and sys.stdin.isatty() and sys.stdout.isatty()


def _misuse(says: str, hint: str) -> None:
    click.echo(f"{says} {hint}", err=True)
    sys.exit(2)
