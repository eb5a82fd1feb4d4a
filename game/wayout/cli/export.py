"""Which exports are there? Each imports its own room only when it runs.

Command-line options of `wayout export` (HTML, SCORM package, booklet, Twee, lesson pack, card of an account) and their
defaults: output file, wording, paper size, order of sections, version of SCORM, score.
"""

from pathlib import Path

import click

from wayout.cli.options import FOLDERS, LazyGroup, end, library_or_exit, named_or_exit
from wayout.faces.print import DEFAULT_PAPER, PAPER_SIZES
from wayout.faces.web import DEFAULT_SCORM, SCORM_VERSIONS

EXPORTS = {
    "html": "wayout.cli.export:html",
    "scorm": "wayout.cli.export:scorm",
    "booklet": "wayout.cli.export:booklet",
    "twee": "wayout.cli.export:twee",
    "lesson": "wayout.cli.export:lesson",
    "card": "wayout.cli.export:card",
}
"""Where each export stands; --help lists them in this order."""


@click.group(cls=LazyGroup, lazy=EXPORTS)
def export() -> None:
    """Write stories for browsers, for paper, for a lesson, or for other programs."""


CONTENT = click.option("--content", type=click.Choice(["full", "gentle"]), default="full", help="In which wording.")
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    epilog="\b\nExamples:\n  wayout export html -o wayout.html\n  wayout export html vasiliy igor -o lesson.html"
)
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@click.option("-o", "--output", "file", type=FILE, required=True, metavar="FILE.html", help="Where it is written.")
@FOLDERS
@click.pass_context
def html(context: click.Context, /, stories: tuple[str, ...], file: Path, folders: tuple[Path, ...]) -> None:
    """Write one HTML file to play in: with all records, or with each STORY named.

    It opens from a disk, a USB stick or a learning platform, and makes no connection of any kind. A step into a record
    that is not in the file is told, not taken.
    """
    from wayout.commands import export as tool

    library, names = named_or_exit(context, stories, folders)
    end(context, tool.to_html(library, names, file))


@click.command(
    epilog="\b\nExamples:\n  wayout export scorm -o wayout.zip\n"
    "  wayout export scorm vasiliy igor -o lesson.zip --version 2004 --score weighing"
)
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@click.option("-o", "--output", "file", type=FILE, required=True, metavar="FILE.zip", help="Where it is written.")
@click.option(
    "--version",
    type=click.Choice(SCORM_VERSIONS),
    default=DEFAULT_SCORM,
    show_default=True,
    help="Of SCORM; 2004 is its 4th edition.",
)
@click.option(
    "--score", type=click.Choice(["weighing"]), help="Of 100, the share of gaps and marks that were answered at all."
)
@FOLDERS
@click.pass_context
def scorm(
    context: click.Context,
    /,
    stories: tuple[str, ...],
    file: Path,
    version: str,
    score: str | None,
    folders: tuple[Path, ...],
) -> None:
    """Write a SCORM package for a learning platform: with all records, or with each STORY named.

    It is the file of `wayout export html` in a zip. The platform keeps each reader's place, and is told of an ending as
    completed and of the time spent; of no answer, and of no score unless you ask. No name is read.
    """
    from wayout.commands import export as tool

    library, names = named_or_exit(context, stories, folders)
    end(context, tool.to_scorm(library, names, file, version=version, scores_weighing=score is not None))


@click.command(
    epilog="\b\nExamples:\n  wayout export booklet -o wayout.html\n"
    "  wayout export booklet vasiliy igor -o two.html --content gentle --paper a4"
)
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@click.option("-o", "--output", "file", type=FILE, required=True, metavar="FILE.html", help="Where it is written.")
@click.option("--in-order", is_flag=True, help="Number the sections in the order of the story, not shuffled.")
@click.option(
    "--paper", type=click.Choice(PAPER_SIZES), default=DEFAULT_PAPER, show_default=True, help="What it is printed on."
)
@CONTENT
@FOLDERS
@click.pass_context
def booklet(
    context: click.Context,
    /,
    stories: tuple[str, ...],
    file: Path,
    in_order: bool,
    paper: str,
    content: str,
    folders: tuple[Path, ...],
) -> None:
    """Write a gamebook of numbered sections, to be printed: one HTML file with all records, or with each STORY named.

    What a booklet cannot carry is told, and stands in it.
    """
    from wayout.commands import export as tool

    library, names = named_or_exit(context, stories, folders)
    gentle = content == "gentle"
    end(context, tool.to_booklet(library, names, file, gentle=gentle, in_order=in_order, paper=paper))


@click.command(epilog="\b\nExamples:\n  wayout export twee vasiliy -o vasiliy.twee")
@click.argument("story")
@click.option("-o", "--output", "file", type=FILE, metavar="FILE.twee", help="Write it there, not to the screen.")
@CONTENT
@FOLDERS
@click.pass_context
def twee(context: click.Context, story: str, file: Path | None, content: str, folders: tuple[Path, ...]) -> None:
    """Write STORY in Twee 3, for Twine and its story format SugarCube 2.

    What cannot be carried is told, and stands in a passage of its own.
    """
    from wayout.commands import export as tool

    library, names = named_or_exit(context, (story,), folders)
    if len(names) != 1:
        raise click.UsageError(f"Name one story of '{story}': Twee has one. There are: {', '.join(names)}.")
    end(context, tool.to_twee(library, names[0], file, gentle=content == "gentle"))


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
    from wayout.commands import export as tool

    library, names = named_or_exit(context, stories, folders)
    end(context, tool.to_lesson(library, names, output, gentle=content == "gentle"))


@click.command(
    epilog="\b\nExamples:\n  wayout export card\n  wayout export card -o card.svg\n"
    "  wayout export card my-trail.yaml -o card.txt\n  wayout export card --story vasiliy -o card.svg"
)
@click.argument("trail", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", "file", type=FILE, metavar="FILE.svg|FILE.txt", help="Write it there, not to the screen."
)
@click.option("--story", metavar="STORY", help="Of this record, and of the latest trail that leads through it.")
@click.option("--shelf", type=FILE, metavar="FILE", help="Where the trails are kept, if not in the usual place.")
@FOLDERS
@click.pass_context
def card(
    context: click.Context,
    /,
    trail: Path | None,
    file: Path | None,
    story: str | None,
    shelf: Path | None,
    folders: tuple[Path, ...],
) -> None:
    """Your article on one card, to show to somebody: the man, his way, up to eight lines, whose word they are.

    It is made of the trail file TRAIL, or of what was played last. A name that ends in .svg makes a picture, .txt lines
    of text, as does no name at all. Every card is in the gentle wording.

    Exit status: 0 it is made, 1 only as far as the trail fits, 2 misuse, 3 it cannot be written.
    """
    from wayout.commands import export as tool

    context.exit(tool.to_card(library_or_exit(context, folders, or_exit=2), trail, file, story=story, shelf_file=shelf))
