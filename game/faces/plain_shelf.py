"""What is told of the shelf line by line?

What became of what was to be kept goes to the error stream: the other one holds the story alone.
"""

import sys

from game.faces.clean import clean
from game.faces.plain_beside import Say
from game.shelf.keeping import Keeping
from game.shelf.offered import Offer
from game.shelf.shelf import Shelf
from game.words import shelf as said

LEAST = 3
"""The first letters of `continue` that are enough; with fewer, other words begin too."""


def asks_to_continue(answer: str) -> bool:
    """Whether the reader wants to go on with what was begun."""
    return len(answer) >= LEAST and said.CMD_CONTINUE.startswith(answer)


def obey_name(typed: str, keeping: Keeping | None, say: Say) -> bool:
    """Give the trail the name that was typed behind the word; whether it was that."""
    word, _, name = typed.strip().partition(" ")
    if not word or not said.CMD_NAME.startswith(word.lower()):
        return False
    say(keeping.rename(name)[1] if keeping else said.NOT_NAMED, "dim", 0)
    return True


def say_begun(begun: Offer, say: Say) -> None:
    """That something was begun before, and by which word one goes on with it."""
    say(said.MAY_CONTINUE.format(where=begun.where), "dim", 0)
    say("", "", 0)


def tell_news(shelf: Shelf) -> None:
    """What is to be told of the shelf."""
    for told in shelf.news():
        sys.stdout.flush()
        if sys.stderr is not None:
            sys.stderr.write(f"{clean(told)}\n")
            sys.stderr.flush()
