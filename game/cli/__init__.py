"""Which commands are there? Each imports its own room only when it runs."""

import click

from game import VERSION
from game.cli.lazy import LazyGroup

COMMANDS = {
    "play": "game.cli.playing:play",
    "check": "game.cli.checking:check",
    "explore": "game.cli.exploring:explore",
    "preview": "game.cli.previewing:preview",
    "map": "game.cli.mapping:map_",
    "class": "game.cli.classroom:class_",
    "export": "game.cli.export:export",
    "new": "game.cli.new:new",
    "explain": "game.cli.explaining:explain",
    "sources": "game.cli.sources:sources",
    "trail": "game.cli.trail:trail",
    "shelf": "game.cli.shelf:shelf",
}
"""Where each command stands; --help lists them in this order."""

EXAMPLES = """
\b
Examples:
  wayout                          open the library of records
  wayout --plain                  the same, line by line
  wayout vasiliy                  play one record
  wayout play igor --plain        the same, line by line
  wayout check                    look for faults in stories and evidence
"""


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    default="play",
    invoke_without_command=True,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(VERSION, message="%(prog)s %(version)s")
@click.option("--plain", is_flag=True, help="Open the library line by line, for pipes and screen readers.")
@click.pass_context
def main(context: click.Context, plain: bool) -> None:
    """Six men and Russia's war: a documentary text adventure with its sources."""
    if context.invoked_subcommand is None:
        from game.opening import Wishes, open_game

        context.exit(open_game(wishes=Wishes(plain=plain)))
    if plain:
        raise click.UsageError(f"--plain stands after the command: wayout {context.invoked_subcommand} … --plain")
