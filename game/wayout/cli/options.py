"""Which options do several commands take?"""

from pathlib import Path

import click

_HELP = "A folder with more stories."
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

STORIES = click.option("--stories", multiple=True, metavar="DIR", help=_HELP, type=_FOLDER)
FOLDERS = click.option("--stories", "folders", multiple=True, metavar="DIR", help=_HELP, type=_FOLDER)
"""The same, for a command that has stories as its arguments."""

OWN = click.option("--stories", multiple=True, metavar="PATH", type=click.Path(exists=True, path_type=Path),
                   help="A story or branch file of your own, or a folder of them.")  # fmt: skip
"""What a writer has made, of which evidence is asked."""
