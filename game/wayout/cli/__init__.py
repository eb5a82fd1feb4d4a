"""Which commands are there? Each imports its own room only when it runs.

The command line: the registry of subcommands, the examples of `--help`, `--version` and `--plain`.
"""

import click

from wayout import VERSION
from wayout.cli.options import EDITION, LazyGroup

COMMANDS = {
    "play": "wayout.cli.play:play",
    "check": "wayout.cli.authoring:check",
    "explore": "wayout.cli.authoring:explore",
    "preview": "wayout.cli.authoring:preview",
    "map": "wayout.cli.authoring:map_",
    "class": "wayout.cli.class_:class_",
    "export": "wayout.cli.export:export",
    "new": "wayout.cli.authoring:new",
    "explain": "wayout.cli.authoring:explain",
    "sources": "wayout.cli.authoring:sources",
    "trail": "wayout.cli.play:trail",
    "shelf": "wayout.cli.shelf:shelf",
}
"""Where each command stands; --help lists them in this order."""

EXAMPLES = """
\b
Examples:
  wayout                          open the library of records
  wayout --plain                  the same, line by line
  wayout vasiliy                  play one record
  wayout play igor --plain        the same, line by line
  wayout --edition my-edition     open the library of another edition
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
@click.option(
    "--edition", metavar="DIR", expose_value=False, is_eager=True, callback=EDITION.callback, help=EDITION.help
)
@click.version_option(VERSION, message="%(prog)s %(version)s")
@click.option("--plain", is_flag=True, help="Open the library line by line, for pipes and screen readers.")
@click.pass_context
def main(context: click.Context, plain: bool) -> None:
    """Read what documents tell of people's decisions: a documentary text adventure with its sources."""
    if context.invoked_subcommand is None:
        from wayout.launch import LaunchOptions, open_game

        context.exit(open_game(options=LaunchOptions(plain=plain)))
    if plain:
        raise click.UsageError(f"--plain stands after the command: wayout {context.invoked_subcommand} … --plain")
