"""How is a lesson pack called for?"""

from pathlib import Path

import click

from wayout.cli.options import FOLDERS


@click.command(
    epilog="\b\nExamples:\n"
    "  wayout export lesson igor nikita\n"
    "  wayout export lesson vasiliy -o pack.html --content gentle"
)
@click.argument("stories", nargs=-1, required=True, metavar="STORY...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write this one file; .md makes it Markdown.")
@click.option("--content", type=click.Choice(["full", "gentle"]), default="full", help="Which wording to print.")
@FOLDERS
@click.pass_context
def lesson(
    context: click.Context, stories: tuple[str, ...], output: Path | None, content: str, folders: tuple[Path, ...]
) -> None:
    """A pack for one lesson: plan, note to parents, handouts, questions, exit ticket, rubric, terms, documents.

    Without -o both an HTML file, to be printed, and a Markdown file, to be changed, are written in this folder.
    No file that is there already is written over.
    """
    from wayout.cli.library import library_or_exit
    from wayout.commands import lesson as tool

    context.exit(tool.run(library_or_exit(context, folders), stories, output, gentle=content == "gentle"))
