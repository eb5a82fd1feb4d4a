"""What has a pupil read, on all the paths of her seat?

The trails of a seat: the play of each page, records read to an end, what she was told beside a line in her hand; as
far as their records are open.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from wayout.classroom.class_state import ClassState, Place, ReplayCache
from wayout.model.library import Library
from wayout.play.permalink import PermalinkState
from wayout.play.reader_part import in_hand, is_touched
from wayout.play.state import Reader
from wayout.play.step import plays


class SeatTrails:
    """The trails of all seats of a class."""

    def __init__(self, library: Library, room: ClassState) -> None:
        self.library = library
        self.room = room
        self.replays = ReplayCache(library)
        room.on_wipe.append(self.replays.clear)

    def read(self, seat: str, place: Place | None) -> PermalinkState | None:
        """The play of a page of a seat, if its records are open, and how its pupil chose to read."""
        code = self.room.paths(seat).code(place) if place else None
        replayed = self.replays.read(code) if code else None
        if replayed is None or {replayed.play.state.story, replayed.play.trail.story} - self.room.open:
            return None
        return replayed

    def every(self, seat: str) -> dict[int, PermalinkState]:
        """Of every path its last page, by the path's number."""
        ends = self.room.paths(seat).ends
        return {end[0]: found for end in ends if (found := self.read(seat, end)) is not None}

    def ended(self, seat: str) -> set[str]:
        """The records that a pupil has read to an end."""
        read = [found.play for found in self.every(seat).values()]
        been = {(step.story, step.scene) for play in read for step in play.trail.steps}
        been |= {(play.state.story, play.state.scene) for play in read}
        return {story for story, scene in been if self.library.scene(story, scene).ending is not None}

    def informed(self, seat: str, place: Place, reader: Reader, replayed: PermalinkState) -> Reader:
        """A reader with what is known of her, where a page hangs on it: at a choice of a road, and beside a line."""
        state = replayed.play.state
        if state.shown is not None and state.story_in(self.library).person is None:
            return replace(reader, read=tuple(sorted(self.ended(seat))))
        if is_touched(self.library, state):
            return replace(reader, touched=frozenset(self._touched(seat, place[0])))
        return reader

    def _touched(self, seat: str, but: int) -> Iterator[tuple[str, str]]:
        """What was told on the other paths beside a line in hand: each the thread and the place."""
        others = (found for number, found in self.every(seat).items() if number != but)
        for state in (play.state for one in others for play in plays(self.library, one.play.trail)):
            if is_touched(self.library, state) and (hand := in_hand(state)) is not None:
                yield hand.thread, f"{state.story}/{state.scene}"
