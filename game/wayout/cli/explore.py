"""How are stories explored from the command line?

Command-line options of `wayout explore`: cap, plays, seed, format.
"""

from pathlib import Path
from typing import Any, Literal

import click

from wayout.state_space import DEFAULT_CAP, DEFAULT_PLAYS, DEFAULT_PLAYS_PAST_CAP, DEFAULT_SEED

EXAMPLES = """
\b
Examples:
  wayout explore                          prove every shipped story sound
  wayout explore vasiliy --visits         one of them, with how often plays came where
  wayout explore my-story.yaml            a story of your own
  wayout explore big.yaml --cap 1000000   search further before plays take over
  wayout explore big.yaml --plays 50000 --seed 7 --uniform
  wayout explore --trails trails          write a trail to each fault into a folder
"""


@click.command(epilog=EXAMPLES)
@click.argument("wanted", nargs=-1, metavar="[STORY|PATH]...")
@click.option("--cap", type=click.IntRange(1), default=DEFAULT_CAP, show_default=True,
              help="States to search through; of a story with more, plays show what they can.")  # fmt: skip
@click.option("--plays", type=click.IntRange(1), help=f"How often to play; without it {DEFAULT_PLAYS:,} times, "
              f"{DEFAULT_PLAYS_PAST_CAP:,} past the cap.")  # fmt: skip
@click.option(
    "--seed", type=int, default=DEFAULT_SEED, show_default=True, help="Of the plays: the same seed, the same plays."
)
@click.option("--uniform", is_flag=True, help="Take every open choice alike, not the least used first.")
@click.option("--visits", is_flag=True, help="Tell how often plays came to each scene and choice.")
@click.option("--trails", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Write the shortest way to each fault into this folder.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "concise", "json", "github"]), default="text")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_context
def explore(
    context: click.Context,
    /,
    wanted: tuple[str, ...],
    form: Literal["text", "concise", "json", "github"],
    as_json: bool,
    **settings: Any,
) -> None:
    """Search through every state of stories, and play them: are they sound?

    Without a name all shipped stories; STORY is one of them, PATH a file or folder of your own. Found are scenes,
    choices and endings that no play reaches, moments with no choice open, moments from which no ending can be reached,
    and ways back onto a person's record by choices that the person did not make.

    Exit status: 0 sound, 1 findings, 2 misuse, 3 what is said cannot be written.
    """
    from wayout.commands import explore as tool
    from wayout.commands.explore_report import ExploreOptions

    context.exit(tool.run(wanted, ExploreOptions(form="json" if as_json else form, **settings)))
