"""How does a trail stand in the address of a page, so that whoever holds the page holds the trail?

A story, how it is read, and for each step one sign: the place of the move among those that were open. A code that does
not fit is no error: it is the play as far as it fits.
"""

from string import ascii_lowercase, ascii_uppercase, digits

from game.model.library import Library
from game.play.reader import Reader
from game.play.state import Play, Trail
from game.play.step import begin, choose, moves, plays

SIGNS = digits + ascii_lowercase + ascii_uppercase
LONGEST = 600
"""Steps that are read of one code: three times the longest walk through all records."""
GENTLE, ASKS = "g", "a"


def written(library: Library, trail: Trail, reader: Reader) -> str:
    """The code of a trail that begins at its story's beginning."""
    how = (GENTLE if reader.gentle else "") + (ASKS if trail.asks else "")
    steps = zip(plays(library, trail), trail.steps, strict=False)
    signs = "".join(SIGNS[moves(library, play.state).index(step.move)] for play, step in steps)
    return f"{trail.story}.{how}.{signs}"


def read(library: Library, code: str) -> tuple[Play, Reader] | None:
    """The play that a code stands for, as far as it fits, and how it is read; None where there is no such story."""
    story, _, rest = code.partition(".")
    how, _, signs = rest.partition(".")
    if story not in library.stories:
        return None
    play = begin(library, story, asks=ASKS in how)
    for sign in signs[:LONGEST]:
        offered = moves(library, play.state)
        place = SIGNS.find(sign)
        if not 0 <= place < len(offered):
            break
        play = choose(library, play, offered[place])
    return play, Reader(gentle=GENTLE in how, asks=ASKS in how)
