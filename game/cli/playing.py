"""How is a story called up to be played?"""

from pathlib import Path
from typing import Any

import click


@click.command(
    epilog="\b\nExamples:\n  wayout play\n  wayout play vasiliy --content gentle\n  wayout play igor --plain"
)
@click.argument("story", required=False)
@click.option("--plain", is_flag=True, help="Line by line, for pipes and screen readers.")
@click.option("--from", "scene", metavar="SCENE", help="Begin at this scene.")
@click.option("--content", type=click.Choice(["full", "gentle"]), help="Which wording to read.")
@click.option(
    "--ask-first/--no-ask-first", default=None, help="Before an outcome is revealed, ask what anyone could know of it."
)
@click.option("--words-first/--no-words-first", default=None, help="Show the evidence words before a choice is made.")
@click.option("--stories", "stories", multiple=True, metavar="DIR", help="A folder with more stories.",
              type=click.Path(exists=True, file_okay=False, path_type=Path))  # fmt: skip
@click.pass_context
def play(context: click.Context, /, story: str | None, scene: str | None, **settings: Any) -> None:
    """Play STORY, or open the library of stories."""
    from game.opening import open_game

    context.exit(open_game(story, scene, **settings))
