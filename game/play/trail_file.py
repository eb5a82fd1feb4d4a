"""How does a trail become a file that a person can read, and what does such a file lead to?"""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from game.model import trails
from game.model.findings import Finding
from game.model.former import digest
from game.model.library import Library
from game.model.places import DataPath
from game.model.shape import nearest
from game.model.trails import TrailFile
from game.play.expected import unmet
from game.play.reader import Reader
from game.play.refit import Reason, Wanted, beginning, is_choice, retrace
from game.play.state import GO_ON, Play, Trail
from game.play.step import begin, choose
from game.words import trails as words

HINTS = {
    "choice gone": "Correct the id; 'was: {move}' on a choice names the id that it had before.",
    "scene gone": "Correct the id; 'was: {scene}' on a scene names the id that it had before.",
    "record gone": "Correct the id, or read the folder that holds the story with --stories.",
}
ELSE = "Correct this step, or the one before; the words for steps are in the guide on trails."


class Replayed(Struct, frozen=True, kw_only=True):
    """What a trail file leads to: the play, why it goes no further, and what of its page or its steps is not as said.

    `said` are the steps with a reason or a note, each by the number, from 0, of the page that tells of it.
    """

    play: Play | None
    stopped: Reason | None
    findings: tuple[Finding, ...]
    said: tuple[tuple[int, trails.Step], ...] = ()
    has_changed: bool = False

    @property
    def fits(self) -> bool:
        """Whether it can be replayed to its end, and all is as expected."""
        return not self.findings


class Led(Struct, frozen=True):
    """Where a trail file leads a reader who goes on from it, and what she is told first, if it did not fit."""

    play: Play
    reader: Reader
    says: str


def led(library: Library, file: TrailFile, reader: Reader) -> Led | tuple[Finding, ...]:
    """Where a trail file leads, or why nowhere. She reads gently if she or the file says so."""
    found = replayed(library, file)
    if found.play is None or file.trail is None:
        return found.findings
    reader = replace(reader, gentle=reader.gentle or file.trail.content == "gentle", asks=file.trail.asks)
    return Led(found.play, reader, _told(found.stopped, has_changed=found.has_changed))


def _told(stopped: Reason | None, *, has_changed: bool) -> str:
    """What a reader is told of a trail that goes no further."""
    if stopped is None:
        return ""
    changed = (words.HAS_CHANGED,) if has_changed else ()
    return " ".join((*changed, stopped.says, words.GO_ON_HERE))


def reader_of(trail: trails.Trail) -> Reader:
    """Who reads, as far as a trail tells."""
    return Reader(gentle=trail.content == "gentle", asks=trail.asks)


def replayed(library: Library, file: TrailFile, *, stays: bool = False) -> Replayed:
    """Replay a trail file, and hold its pages against what it expects; `stays` is as in `refit`."""
    trail = file.trail
    if trail is None:
        return Replayed(play=None, stopped=None, findings=tuple(file.findings))
    play, stopped = beginning(library, trail.story, trail.start, asks=trail.asks, stays=stays)
    if play is None or stopped is not None:
        return Replayed(play=play, stopped=stopped, findings=(*file.findings, _unknown_start(library, file, trail)))
    reader, found, said = reader_of(trail), list(file.findings), []
    steps = trail.every_step
    for index, (after, why) in enumerate(retrace(library, play, [_wanted(step) for step in steps], stays=stays)):
        step, before = steps[index], len(play.trail.steps)
        play, stopped = after, why
        made = len(play.trail.steps)
        if why is not None:
            found.append(_broken(library, file, steps, why))
            break
        if step.reason or step.note:
            said.append((made - 1 if step.choose and not is_choice(step.choose) and made > before else made, step))
        if step.expect is not None:
            found += _unmet(library, file, ("steps", index, "expect"), step.expect, play, reader)
    if stopped is None and trail.expect is not None:
        found += _unmet(library, file, ("expect",), trail.expect, play, reader)
    has_changed = trail.digest is not None and trail.digest != digest(library.stories[trail.story])
    return Replayed(play=play, stopped=stopped, findings=tuple(found), said=tuple(said), has_changed=has_changed)


def written(library: Library, trail: Trail, reader: Reader) -> trails.Trail:
    """A trail as it is written to a file. Going on is left out where replay finds the way without it."""
    story = library.stories[trail.story]
    return trails.Trail(
        trail=trails.VERSION,
        story=trail.story,
        start=trail.scene if trail.scene != story.start else None,
        digest=digest(story),
        content="gentle" if reader.gentle else "full",
        asks=trail.asks,
        steps=tuple(_steps(library, trail)),
    )


def _steps(library: Library, trail: Trail) -> Iterator[trails.Step]:
    play = begin(library, trail.story, trail.scene, asks=trail.asks)
    going: list[trails.Step] = []
    before = play
    for is_going, steps in groupby(trail.steps, key=lambda step: step.move == GO_ON):
        for step in steps:
            one = trails.Step(at=_at(trail, step.story, step.scene), choose=step.move)
            play = choose(library, play, step.move)
            if is_going:
                going.append(one)
                continue
            yield from () if _is_inferred(library, before, one, play) else going
            yield one
            before, going = play, []
    if going:
        there = trails.Step(at=_at(trail, play.state.story, play.state.scene))
        yield from (there,) if _is_inferred(library, before, there, play) else going


def _is_inferred(library: Library, before: Play, step: trails.Step, after: Play) -> bool:
    """Whether a step alone leads from one play to another."""
    ((found, why),) = retrace(library, before, [_wanted(step)])
    return why is None and found == after


def _at(trail: Trail, story: str, scene: str) -> str:
    return scene if story == trail.story else f"{story}/{scene}"


def _wanted(step: trails.Step) -> Wanted:
    story, _, scene = (step.at or "").rpartition("/")
    return Wanted(move=step.choose or "", story=story, scene=scene)


def _unmet(library: Library, file: TrailFile, path: DataPath, expected: trails.Expectation, play: Play, reader: Reader
           ) -> Iterator[Finding]:  # fmt: skip
    for below, says, hint in unmet(library, play, expected, reader):
        yield file.fault("unmet-expectation", (*path, *below), says, hint)


def _unknown_start(library: Library, file: TrailFile, trail: trails.Trail) -> Finding:
    if trail.story not in library.stories:
        hint = nearest(trail.story, library.stories) or f"There are: {', '.join(sorted(library.stories))}."
        return file.fault("missing-target", ("story",), f"There is no story '{trail.story}'.", hint)
    scenes = library.stories[trail.story].scenes
    hint = nearest(trail.start or "", scenes) or "Name a scene of the story, or leave 'from' out."
    return file.fault("missing-target", ("from",), f"The story has no scene '{trail.start}'.", hint)


def _broken(library: Library, file: TrailFile, steps: tuple[trails.Step, ...], why: Reason) -> Finding:
    known = _known(library, why)
    hint = nearest(why.move if is_choice(why.move) else why.scene, known) if known else ""
    hint = hint or HINTS.get(why.why, ELSE).format(move=why.move, scene=why.scene)
    field = "choose" if steps[why.step].choose and why.why not in ("scene gone", "record gone") else "at"
    return file.fault("broken-trail", ("steps", why.step, field), why.says, hint)


def _known(library: Library, why: Reason) -> tuple[str, ...]:
    """What could have been meant."""
    if why.why == "scene gone":
        return tuple(library.stories[why.story].scenes)
    if why.why == "choice gone":
        return tuple(library.scene(why.story, why.scene).choices)
    return ()
