"""Which exports are there? Each imports its own room only when it runs."""

import click

from game.cli.lazy import LazyGroup

EXPORTS = {
    "html": "game.cli.exporting:html",
    "booklet": "game.cli.exporting:booklet",
    "twee": "game.cli.exporting:twee",
    "lesson": "game.cli.export_lesson:lesson",
}
"""Where each export stands; --help lists them in this order."""


@click.group(cls=LazyGroup, lazy=EXPORTS)
def export() -> None:
    """Write stories for browsers, for paper, for a lesson, or for other programs."""
