"""Which library does a command work on?

A Click parameter helper: loads the library, or ends with exit status and findings.
"""

from pathlib import Path

import click

from wayout.model.library import Library


def library_or_exit(context: click.Context, stories: tuple[Path, ...] = (), *, or_exit: int = 1) -> Library:
    """What is shipped, with more folders of stories; where these cannot be read, the command ends with a status."""
    from wayout.launch import UsageError, library_of

    try:
        return library_of(stories)
    except UsageError as misuse:
        click.echo(str(misuse), err=True)
        context.exit(or_exit)
