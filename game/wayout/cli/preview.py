"""How is a story called up to be seen while it is written?

Command-line options of `wayout preview`: file, scene, trail, and what is shown.
"""

from pathlib import Path

import click

from wayout.cli.options import STORIES

EXAMPLES = """
\b
Examples:
  wayout preview vasiliy                        a shipped story beside its findings
  wayout preview my-branch.yaml                 a story or branch of your own
  wayout preview my-branch.yaml --at border     from a scene, as a reader can come to it
  wayout preview my-branch.yaml --trail trails/my-branch.trap.1.yaml
"""


@click.command(epilog=EXAMPLES)
@click.argument("story", metavar="STORY|FILE")
@click.option("--at", "scene", metavar="SCENE", help="Begin at this scene.")
@click.option("--trail", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Begin where a trail leads, as 'wayout explore --trails' writes one to each fault.")  # fmt: skip
@click.option("--content", type=click.Choice(["full", "gentle"]), default="full", help="Which wording to read.")
@STORIES
@click.pass_context
def preview(
    context: click.Context, story: str, scene: str | None, trail: Path | None, content: str, stories: tuple[Path, ...]
) -> None:
    """Play STORY while you write it, beside what check finds.

    Whenever the file is saved it is read again, and you stay at the same moment of your trail. STORY is one of those
    shipped, FILE a story or a branch of your own.

    Exit status: 0, or 2 for misuse.
    """
    if scene is not None and trail is not None:
        raise click.UsageError("--trail and --at cannot be used together: a trail tells itself where it leads.")
    from wayout.commands import preview as tool
    from wayout.launch import goes_line_by_line

    has_screen = not goes_line_by_line(plain=False)
    context.exit(tool.run(story, scene, trail, stories, gentle=content == "gentle", has_screen=has_screen))
