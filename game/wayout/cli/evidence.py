"""How are stories and evidence checked from the command line, and documents and claims looked at?

Command-line options of `wayout check` (paths, output format, strictness), `wayout explain` (a code of a finding) and
`wayout sources` (verify, coverage, unused, list, show, export, fingerprint).
"""

from pathlib import Path
from typing import Literal

import click

from wayout.cli.options import OWN


@click.command(
    epilog="\b\nExamples:\n  wayout check\n  wayout check my-story.yaml --format concise\n  wayout check my-folder\n"
    "  wayout check my-project --against my-project-last-year"
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "concise", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--against", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="OLD_DIR",
              help="An older project: tell too which of its readers' trails would break.")  # fmt: skip
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], form: str, strict: bool, against: Path | None) -> None:
    """Look for faults in stories and evidence: PATH is a file or a folder, without one what is shipped.

    Exit status: 0 clean, 1 findings, 2 misuse, 3 what is said cannot be written.
    """
    from wayout.commands import check as tool

    context.exit(tool.run(paths, form, strict, against))


@click.command(epilog="\b\nExamples:\n  wayout explain\n  wayout explain missing-target")
@click.argument("code", required=False)
@click.pass_context
def explain(context: click.Context, code: str | None) -> None:
    """Tell what a CODE of 'check' means, why it matters and how it is mended; without one, list all codes."""
    from wayout.commands import explain as tool

    context.exit(tool.run(code))


@click.group()
def sources() -> None:
    """The documents and claims that the stories rest on."""


ORIGINALS = click.option("--originals", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
                         help="The folder with the archived texts.")  # fmt: skip


@sources.command(epilog="\b\nExample:\n  wayout sources verify --originals ~/articles")
@ORIGINALS
@OWN
@click.option("--format", "form", type=click.Choice(["text", "concise", "json", "github"]), default="text")
@click.pass_context
def verify(
    context: click.Context, originals: Path, form: Literal["text", "concise", "json", "github"],
    stories: tuple[Path, ...],
) -> None:  # fmt: skip
    """Hold every cite against the archived texts: hash, lines, quotations.

    With --stories, the cites of your own claims alone.
    """
    from wayout.commands import sources as tool

    context.exit(tool.verify(originals, form=form, stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources coverage --originals ~/articles")
@ORIGINALS
@OWN
@click.pass_context
def coverage(context: click.Context, originals: Path, stories: tuple[Path, ...]) -> None:
    """List the lines of each document that no claim cites; with --stories, of your own documents alone."""
    from wayout.commands import sources as tool

    context.exit(tool.coverage(originals, stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources unused")
@OWN
@click.pass_context
def unused(context: click.Context, stories: tuple[Path, ...]) -> None:
    """List the claims that no story rests on yet."""
    from wayout.commands import sources as tool

    context.exit(tool.unused(stories=stories))


@sources.command("list", epilog="\b\nExample:\n  wayout sources list")
@OWN
@click.pass_context
def list_(context: click.Context, stories: tuple[Path, ...]) -> None:
    """List the documents, with what they were made from."""
    from wayout.commands import sources as tool

    context.exit(tool.list_documents(stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources show vasiliy-refused")
@click.argument("name")
@OWN
@click.pass_context
def show(context: click.Context, name: str, stories: tuple[Path, ...]) -> None:
    """Show one claim or document."""
    from wayout.commands import sources as tool

    context.exit(tool.show(name, stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources export > wayout.json")
@OWN
@click.pass_context
def export(context: click.Context, stories: tuple[Path, ...]) -> None:
    """Print every document as CSL-JSON, which reference managers read."""
    from wayout.commands import sources as tool

    context.exit(tool.export(stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources fingerprint ~/articles/talk.txt")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def fingerprint(context: click.Context, file: Path) -> None:
    """Print what a document's entry needs of its archived text: paste it below the document."""
    from wayout.commands import sources as tool

    context.exit(tool.fingerprint(file))
