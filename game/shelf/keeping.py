"""How is one play kept, page by page?"""

from msgspec.structs import replace

from game.model.library import Library
from game.play.history import History
from game.play.state import State
from game.shelf.saved import Saved
from game.shelf.shelf import Shelf


class Keeping:
    """The place of one play on a shelf. A play without a step takes up none."""

    def __init__(self, shelf: Shelf, saved: Saved | None = None) -> None:
        self.shelf = shelf
        self.saved = saved

    def keep(self, library: Library, history: History, *, is_gentle: bool) -> None:
        """Keep a play as it now is; to be called before its page is shown."""
        trail, state = history.play.trail, history.play.state
        if self.saved is None and not trail.steps:
            return
        is_ended = _is_ended(library, state)
        ends = self.saved.ends if self.saved else frozenset()
        now = Saved(
            is_gentle=is_gentle,
            trail=trail,
            undone=history.undone,
            at=(state.story, state.scene),
            is_ended=is_ended,
            ends=ends | {state.story} if is_ended else ends,
        )
        if self.saved is not None:
            now = replace(now, id=self.saved.id, number=self.saved.number, name=self.saved.name)
        if now != self.saved:
            self.saved = self.shelf.save(now)


def _is_ended(library: Library, state: State) -> bool:
    return state.shown is None and state.scene_in(library).ending is not None
