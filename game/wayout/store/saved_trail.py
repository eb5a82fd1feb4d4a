"""What is kept of one play?

The data type of a saved trail (a save): its fields, id, and longest name.
"""

import os
from collections.abc import Container

from msgspec import Struct

from wayout.play.moves import GO_ON
from wayout.play.state import Step, Trail

MAX_NAME_LENGTH = 60
"""Characters of the name of a trail."""
MIN_STEPS_READ = 3
"""Steps on which was only read on, to make a trail one to go on with."""


class SavedTrail(Struct, frozen=True, kw_only=True):
    """A trail as it is kept: with what was taken back, and the wording that it was read in.

    `id` is empty before it is saved first. `number` grows with every save on its shelf: the highest is the latest,
    whatever clocks say. `at` is the story and scene that the reader stands in; `is_ended` tells whether that is an
    ending, and `ends` are all stories of which she reached one. A name is the reader's own, for one trail only.
    `edition` is the id of the edition in which it is read; empty in what was kept before there were several, which is
    of the shipped one.
    """

    id: str = ""
    number: int = 0
    name: str = ""
    edition: str = ""
    is_gentle: bool = False
    trail: Trail
    undone: tuple[Step, ...] = ()
    at: tuple[str, str]
    is_ended: bool = False
    ends: frozenset[str] = frozenset()

    @property
    def stories(self) -> frozenset[str]:
        """Every story that was read in, to its end or not."""
        return frozenset({self.trail.story, self.at[0], *(step.story for step in self.trail.steps)})

    @property
    def is_worth_going_on(self) -> bool:
        """Whether more was done than to read a first page or two, or the reader gave the trail a name."""
        steps = self.trail.steps
        return bool(self.name) or len(steps) >= MIN_STEPS_READ or any(step.move != GO_ON for step in steps)


def new_id(taken: Container[str]) -> str:
    """An id that no other trail has."""
    while (candidate := os.urandom(3).hex()) in taken:
        pass
    return candidate


def normalised_name(text: str) -> str:
    """A name as it is kept: in one line, and not too long for one."""
    return " ".join(text.split())[:MAX_NAME_LENGTH].strip()
