"""What is told of the shelf line by line?

What became of what was to be kept goes to the error stream: the other one holds the story alone.
"""

import sys

from wayout.faces.plain.reference_commands import Say
from wayout.locale import shelf_strings
from wayout.render.sanitize import sanitize
from wayout.store.autosave import Autosave
from wayout.store.resume import ResumeOffer
from wayout.store.shelf import Shelf

LEAST = 3
"""The first letters of `continue` that are enough; with fewer, other words begin too."""


def is_continue(answer: str) -> bool:
    """Whether the reader wants to go on with what was begun."""
    return len(answer) >= LEAST and shelf_strings.CMD_CONTINUE.startswith(answer)


def name_command(typed: str, keeping: Autosave | None, say: Say) -> bool:
    """Give the trail the name that was typed behind the word; whether it was that."""
    word, _, name = typed.strip().partition(" ")
    if not word or not shelf_strings.CMD_NAME.startswith(word.lower()):
        return False
    say(keeping.rename(name)[1] if keeping else shelf_strings.NOT_NAMED, "dim", 0)
    return True


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
