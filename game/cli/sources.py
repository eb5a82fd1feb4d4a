"""How are the documents and claims looked at from the command line?"""

from pathlib import Path
from typing import Literal

import click


@click.group()
def sources() -> None:
    """The documents and claims that the stories rest on."""


ORIGINALS = click.option("--originals", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
                         help="The folder with the archived texts.")  # fmt: skip


@sources.command(epilog="\b\nExample:\n  wayout sources verify --originals ~/articles")
@ORIGINALS
@click.option("--format", "form", type=click.Choice(["text", "concise", "json", "github"]), default="text")
@click.pass_context
def verify(context: click.Context, originals: Path, form: Literal["text", "concise", "json", "github"]) -> None:
    """Hold every cite against the archived texts: hash, lines, quotations."""
    from game.tools import sources as tool

    context.exit(tool.verify(originals, form=form))


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


@sources.command(epilog="\b\nExample:\n  wayout sources export > wayout.json")
@click.pass_context
def export(context: click.Context) -> None:
    """Print every document as CSL-JSON, which reference managers read."""
    from game.tools import sources as tool

    context.exit(tool.export())
