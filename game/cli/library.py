"""Which library does a command work on?"""

from pathlib import Path

import click

from game.model.library import Library


def the_library(context: click.Context, stories: tuple[Path, ...] = ()) -> Library:
    """What is shipped, with more folders of stories; where these cannot be read, the command ends with status 1."""
    from game.opening import Misuse, library_of

    try:
        return library_of(stories)
    except Misuse as misuse:
        click.echo(str(misuse), err=True)
        context.exit(1)
