"""What is told of the shelf line by line?

What became of what was to be kept goes to the error stream: the other one holds the story alone.
"""

import sys

from wayout.actions import action
from wayout.faces.plain.reference_commands import Say
from wayout.locale import shelf_strings
from wayout.render.sanitize import sanitize
from wayout.store.autosave import Autosave
from wayout.store.resume import ResumeOffer
from wayout.store.shelf import Shelf


def is_continue(answer: str) -> bool:
    """Whether the reader wants to go on with what was begun; fewer letters may be the beginning of other words."""
    go_on = action("continue")
    return answer.startswith(go_on.short) and go_on.is_meant(answer)


def name_trail(name: str, keeping: Autosave | None, say: Say) -> None:
    """Give the trail a name, or say why it cannot have one."""
    say(keeping.rename(name)[1] if keeping else shelf_strings.NOT_NAMED, "dim", 0)


def show_resumable(begun: ResumeOffer, say: Say) -> None:
    """That something was begun before, and by which word one goes on with it."""
    say(shelf_strings.MAY_CONTINUE.format(where=begun.where), "dim", 0)
    say("", "", 0)


def show_news(shelf: Shelf) -> None:
    """What is to be told of the shelf."""
    for told in shelf.news():
        sys.stdout.flush()
        if sys.stderr is not None:
            sys.stderr.write(f"{sanitize(told)}\n")
            sys.stderr.flush()
