"""Which moves are open to a class: which stay within the records of the lesson, for which are hands raised?"""

from collections.abc import Collection

from msgspec.structs import replace

from wayout.play.moves import Enter, Move, Return
from wayout.play.state import State
from wayout.views.page import MoveView, Page

COUNTED = ("choice", "mark")
"""Kinds of moves for which hands are raised."""


def counted(shown: Page) -> tuple[MoveView, ...]:
    """The moves for which hands are raised; with one alone there is nothing to count."""
    found = tuple(one for one in shown.open_moves if one.kind in COUNTED)
    return found if len(found) > 1 else ()


def stays_within(state: State, move: Move, records: Collection[str]) -> bool:
    """Whether a move leads into no record but these."""
    match move:
        case Return():
            return bool(state.left) and state.left[-1].story in records
        case Enter(record):
            return record in records
    return True


def kept_within(shown: Page, state: State, records: Collection[str]) -> Page:
    """The page without the ways into other records."""
    return replace(shown, moves=tuple(one for one in shown.moves if stays_within(state, one.move, records)))
