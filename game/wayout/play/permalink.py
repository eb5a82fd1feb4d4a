"""How does a trail stand in one short word, so that a browser can hold it, and a play go on from it?

Serialisation of a trail to a short address and back (URL encoding): its alphabet, flags, and longest code in steps.

A permalink: a story, how it is read, and for each step one sign: the place of the move among those that were open. A
code that does not fit is no error: it is the play as far as it fits.
"""

import re
from collections.abc import Mapping
from string import ascii_lowercase, ascii_uppercase, digits
from types import MappingProxyType

from msgspec import Struct

from wayout.model.library import Library
from wayout.model.prompts import PARTS, PartKind
from wayout.play.moves import Move
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, choose, moves

MOVE_SIGNS = digits + ascii_lowercase + ascii_uppercase
MAX_PERMALINK_STEPS = 600
"""Steps that are read of one code: three times the longest walk through all records. permalink.js has the same."""
GENTLE_FLAG, ASKS_FLAG = "g", "a"
PART_FLAGS: Mapping[PartKind, str] = MappingProxyType(
    {"gap": "p", "mark": "m", "place": "l", "ask": "q", "headline": "h", "thread": "t", "length": "c"}
)
"""What of the reader's own part is switched on, a sign each."""
CODE_FORM = re.compile(rf"{GENTLE_FLAG}?{ASKS_FLAG}?[{''.join(PART_FLAGS.values())}]*\.[0-9a-zA-Z]*")


class PermalinkState(Struct, frozen=True):
    """The play that a code stands for, how it is read, and the code itself, as far as it fits."""

    play: Playthrough
    reader: Reader
    code: str


def decode_trail(library: Library, code: str) -> PermalinkState | None:
    """The play that a code stands for, as far as it fits, and how it is read; None where there is no such story."""
    story, _, rest = code.partition(".")
    how, _, _ = rest.partition(".")
    if story not in library.stories:
        return None
    parts = tuple(part for part in PARTS if PART_FLAGS[part] in how)
    reader = Reader(gentle=GENTLE_FLAG in how, asks=ASKS_FLAG in how, parts=parts)
    beginning = PermalinkState(
        begin(library, story, asks=reader.asks, parts=parts), reader, f"{story}.{flags(reader)}."
    )
    return replay_from(library, beginning, code)


def replay_from(library: Library, beginning: PermalinkState, code: str) -> PermalinkState:
    """The play that a code stands for, as far as it fits, from that of a beginning of it."""
    signs = code.partition(".")[2].partition(".")[2][:MAX_PERMALINK_STEPS]
    play, code_read = beginning.play, beginning.code
    for sign in signs[len(play.trail.steps) :]:
        offered = moves(library, play.state)
        place = MOVE_SIGNS.find(sign)
        if not 0 <= place < len(offered):
            break
        play, code_read = choose(library, play, offered[place]), code_read + sign
    return PermalinkState(play, beginning.reader, code_read)


def is_code(library: Library, code: str) -> bool:
    """Whether something has the form of a code, of a story that is there; told without replaying it."""
    story, _, rest = code.partition(".")
    return story in library.stories and len(rest) <= MAX_PERMALINK_STEPS and CODE_FORM.fullmatch(rest) is not None


def moved(library: Library, state: PermalinkState, move: Move) -> str:
    """The code after one more move, which has to be open."""
    return state.code + MOVE_SIGNS[moves(library, state.play.state).index(move)]


def flags(reader: Reader) -> str:
    """How a story is read, as it stands in a code."""
    how = (GENTLE_FLAG if reader.gentle else "") + (ASKS_FLAG if reader.asks else "")
    return how + "".join(PART_FLAGS[part] for part in PARTS if part in reader.parts)
