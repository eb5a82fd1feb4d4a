"""How are stories written to one HTML file from the command line?"""

from pathlib import Path

import click


@click.command(
    epilog="\b\nExamples:\n  wayout export html -o lesson.html\n  wayout export html vasiliy igor -o lesson.html"
)
@click.argument("stories", nargs=-1, metavar="[STORY]…")
@click.option("-o", "--output", "file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="The file to write, or to replace. Without it: standard output.")  # fmt: skip
@click.option("--stories", "folders", multiple=True, metavar="DIR", help="A folder with more stories.",
              type=click.Path(exists=True, file_okay=False, path_type=Path))  # fmt: skip
@click.pass_context
def html(context: click.Context, stories: tuple[str, ...], file: Path | None, folders: tuple[Path, ...]) -> None:
    """Write STORY…, or all stories, to one HTML file.

    The file plays in a browser without any connection: from a disk, a USB stick or a learning platform. A step into a
    record that is not in the file is told, not taken.
    """
    from game.opening import Misuse, library_of
    from game.tools.export_html import export_html

    try:
        library = library_of(folders)
    except Misuse as misuse:
        click.echo(str(misuse), err=True)
        context.exit(2)
    context.exit(export_html(library, stories, file))
