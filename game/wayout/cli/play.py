"""How is a story called up to be played, and how is a trail file replayed and exported?

Command-line options of `wayout play`, the default command (starting scene, resume, trail file, shelf, no trace,
wording), and of `wayout trail` (replay, export, formats).
"""

from pathlib import Path
from typing import Any

import click

from wayout.cli.options import STORIES, WITHOUT, library_or_exit, nearest_command


@click.command(
    epilog="\b\nExamples:\n  wayout play\n  wayout vasiliy --content gentle\n  wayout play igor --plain\n"
    "  wayout play --continue\n  wayout play --trail my-trail.yaml\n  wayout play vasiliy --paper national-herald"
)
@click.argument("story", required=False)
@click.option("--plain", is_flag=True, help="Line by line, for pipes and screen readers.")
@click.option("--from", "scene", metavar="SCENE", help="Begin at this scene.")
@click.option("--continue", "resumes", is_flag=True, help="Go on with what was begun last, in STORY or at all.")
@click.option(
    "--trail",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Go on where a trail file ends.",
)
@click.option(
    "--shelf", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Where what you do is kept."
)
@click.option("--no-trace", is_flag=True, help="Write nothing at all, and forget all at the end.")
@click.option("--content", type=click.Choice(["full", "gentle"]), help="Which wording to read.")
@click.option(
    "--ask-first/--no-ask-first", default=None, help="Before an outcome is revealed, ask what anyone could know of it."
)
@click.option("--words-first/--no-words-first", default=None, help="Show the evidence words before a choice is made.")
@click.option("--paper", metavar="DOCUMENT", default="", help="Read STORY by this one document only.")
@WITHOUT
@STORIES
@click.pass_context
def play(context: click.Context, /, story: str | None, scene: str | None, **options: Any) -> None:
    """Play STORY, which may be a story's or a branch's file, or open the library of stories, that of a folder too."""
    from wayout.launch import LaunchOptions, open_game

    if (scene is not None) + (options["trail"] is not None) + options["resumes"] > 1:
        raise click.UsageError("--from, --continue and --trail exclude one another: each tells where to begin.")
    if options["paper"] and (options["trail"] is not None or options["resumes"]):
        raise click.UsageError("--paper begins a record anew: --continue and --trail go on with what was begun.")
    if story is not None:
        from wayout.model.input_selection import named_stories

        names, options["stories"] = named_stories((story,), options["stories"])
        story = story if story in names else None if Path(story).is_dir() else names[0]
    context.exit(open_game(story, scene, LaunchOptions(**options, command=nearest_command(context))))


TRAIL_FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def trail() -> None:
    """Trail files: the steps of a reader, to be made again."""


@trail.command(epilog="\b\nExamples:\n  wayout trail replay my-trail.yaml\n  wayout trail replay t.yaml --format json")
@TRAIL_FILE
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@STORIES
@click.pass_context
def replay(context: click.Context, file: Path, form: str, stories: tuple[Path, ...]) -> None:
    """Replay TRAIL_FILE, show the last page that it reaches, and hold its pages against what it expects.

    Exit status: 0 it fits, 1 findings, 2 misuse, 3 what is said cannot be written.
    """
    library = library_or_exit(context, stories, or_exit=2)
    from wayout.commands import trail as tool

    context.exit(tool.replay(library, file, form))


@trail.command(
    epilog="\b\nExamples:\n  wayout trail export my-trail.yaml -o my-path.html\n"
    "  wayout trail export my-trail.yaml --format csl-json > sources.json"
)
@TRAIL_FILE
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), metavar="OUT",
              help="A new file; without it, standard output. One that is there is never overwritten.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["markdown", "html", "csl-json"]),
              help="Without it, as the name of OUT says; else Markdown.")  # fmt: skip
@STORIES
@click.pass_context
def export(context: click.Context, file: Path, out: Path | None, form: str | None, stories: tuple[Path, ...]) -> None:
    """Write all that was read on the trail of TRAIL_FILE and its debrief, or its sources (csl-json).

    Exit status: 0 all of it, 1 only as far as the trail fits, 2 misuse, 3 it cannot be written.
    """
    library = library_or_exit(context, stories, or_exit=2)
    from wayout.commands import trail as tool

    context.exit(tool.export(library, file, out, form))
