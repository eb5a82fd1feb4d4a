"""What may another program do with stories, in a few words?

The public API: `load`, `check`, `explore`, and `Play` with `page`, `moves`, `choose` and `undo`. Everything is an
immutable value; nothing here reads a clock, randomness or the environment. `from wayout import load, Play` is enough.
"""

from collections.abc import Iterable
from pathlib import Path

from wayout.errors import WayoutError
from wayout.model.checks import check as check_all
from wayout.model.file_access import Folders, edition_folders
from wayout.model.findings import Finding
from wayout.model.library import Library
from wayout.model.load import load as read
from wayout.play import history, step
from wayout.play.moves import Move, Revisit
from wayout.play.state import Playthrough, Reader
from wayout.state_space.compiled_story import CompiledStory
from wayout.state_space.search import StateSpace, entries
from wayout.state_space.search import explore as search
from wayout.views.page import MoveView, Page, page


class StoryError(WayoutError):
    """Stories that cannot be played; `findings` say where and why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(
            "\n".join(f"{finding.span.file}:{finding.span.line}: {finding.says}" for finding in self.findings)
        )


def load(*stories: str | Path) -> Library:
    """The edition's stories with their evidence, and those of more folders.

    Args:
        stories: Folders of YAML files, read besides the edition's.

    Returns:
        The library: every story by its id, and all claims, documents, people and places.

    Raises:
        StoryError: Something in a file is an error; its findings name file, line and column.

    """
    loaded = read(_folders(stories))
    errors = [finding for finding in loaded.findings if finding.severity == "error"]
    if errors:
        raise StoryError(errors)
    return loaded.library


def check(*stories: str | Path) -> tuple[Finding, ...]:
    """What `wayout check` finds in the edition's stories and in more folders: nothing where all is sound.

    Args:
        stories: Folders of YAML files, read besides the edition's.

    Returns:
        The findings in the order of files and lines, each with code, place, sentence and hint.

    """
    loaded = read(_folders(stories))
    return (*loaded.findings, *check_all(loaded))


def explore(library: Library, story: str) -> StateSpace:
    """Every state that a reader of a story can come to.

    Args:
        library: What `load` gives.
        story: The id of one of its stories.

    Returns:
        The state space; `is_whole` says whether nothing was left out at the cap of 250,000 states.

    Raises:
        KeyError: There is no such story.

    """
    return search(story, CompiledStory(library.stories[story]), entries(library, library.stories)[story])


class Play:
    """A reader in a story. Immutable: `choose` and `undo` give another one."""

    def __init__(self, library: Library, story: str, *, gentle: bool = False) -> None:
        """Begin a story.

        Args:
            library: What `load` gives.
            story: The id of one of its stories.
            gentle: Whether texts are given in their gentle wording.

        Raises:
            KeyError: There is no such story.

        """
        self.library = library
        self.reader = Reader(gentle=gentle)
        self._at = step.begin(library, story)

    @property
    def page(self) -> Page:
        """What a face may show of this moment."""
        return page(self.library, self._at.state, self.reader, self._at.trail)

    @property
    def moves(self) -> tuple[MoveView, ...]:
        """What the reader can do now, in the order of the page; at the very end of a story nothing."""
        return self.page.open_moves

    def choose(self, move: MoveView | Move | Revisit | str) -> "Play":
        """The play after a move.

        Args:
            move: One of `moves`, the move itself, or its id.

        Raises:
            MoveNotOpenError: The page does not offer this move.

        """
        if isinstance(move, str):
            known = next((one for one in self.moves if one.id == move), None)
            if known is None:
                raise step.MoveNotOpenError(f"'{move}' is not open at {self._at.state.story}/{self._at.state.scene}")
            move = known
        made = move.move if isinstance(move, MoveView) else move
        return self._moved(history.choose(self.library, history.History(self._at), made).play)

    def undo(self) -> "Play":
        """The play as it was before the last move; at the beginning, the same."""
        return self._moved(step.undo(self.library, self._at))

    def _moved(self, at: Playthrough) -> "Play":
        other = object.__new__(Play)
        other.library, other.reader, other._at = self.library, self.reader, at
        return other


def _folders(stories: Iterable[str | Path]) -> Folders:
    folders = edition_folders()
    return Folders(folders.seeds, (*folders.stories, *(Path(folder).absolute() for folder in stories)))
