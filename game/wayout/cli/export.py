"""Which exports are there? Each imports its own room only when it runs."""

import click

from wayout.cli.lazy_group import LazyGroup

EXPORTS = {
    "html": "wayout.cli.export_files:html",
    "booklet": "wayout.cli.export_files:booklet",
    "twee": "wayout.cli.export_files:twee",
    "lesson": "wayout.cli.export_lesson:lesson",
}
"""Where each export stands; --help lists them in this order."""


@click.group(cls=LazyGroup, lazy=EXPORTS)
def export() -> None:
    """Write stories for browsers, for paper, for a lesson, or for other programs."""
