"""How is one play kept, page by page?"""

from msgspec.structs import replace

from wayout.locale import shelf_strings
from wayout.model.library import Library
from wayout.play.history import History
from wayout.play.state import State
from wayout.store.saved_trail import SavedTrail, normalised_name
from wayout.store.shelf import Shelf


class Autosave:
    """The place of one play on a shelf. A play without a step takes up none."""

    def __init__(self, shelf: Shelf, saved: SavedTrail | None = None) -> None:
        self.shelf = shelf
        self.saved = saved

    def keep(self, library: Library, history: History, *, is_gentle: bool) -> None:
        """Keep a play as it now is; to be called before its page is shown."""
        trail, state = history.play.trail, history.play.state
        if self.saved is None and not trail.steps:
            return
        is_ended = _is_ended(library, state)
        ends = self.saved.ends if self.saved else frozenset()
        now = SavedTrail(
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

    @property
    def name(self) -> str:
        """What it is called, if anything."""
        return self.saved.name if self.saved else ""

    def rename(self, text: str) -> tuple[bool, str]:
        """Give it a name, or none: whether it has it now, and what is said of that."""
        name = normalised_name(text)
        if self.saved is None or not self.shelf.is_kept(self.saved.id):
            return False, shelf_strings.NOT_NAMED
        if not self.shelf.rename(self.saved.id, name):
            return False, shelf_strings.NAME_TAKEN.format(name=name)
        self.saved = replace(self.saved, name=name)
        return True, shelf_strings.NAMED.format(name=name) if name else shelf_strings.UNNAMED


def _is_ended(library: Library, state: State) -> bool:
    return state.shown is None and state.scene_in(library).ending is not None
