"""Do the trails that stand beside the stories still fit, and does each step of an older library still work?

Backward compatibility and golden tests: trails in `trails/` are replayed, every step of an older library is tried in
the newer one, and the findings are worded here; with the cap on states compared.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from wayout.model.file_access import yaml_files
from wayout.model.findings import Finding, Span
from wayout.model.library import Library, choice_now, scene_now
from wayout.model.load import name_of
from wayout.model.load_result import LoadResult
from wayout.model.trail_format import TRAILS_FOLDER, TrailFile
from wayout.model.yaml.spans import DataPath
from wayout.play.migrate_trail import StepToRedo, StopReason, first_page, migrate_trail, redo_steps
from wayout.play.moves import Choose, Enter, GoOn
from wayout.play.state import Playthrough, State, Trail
from wayout.play.step import begin, moves, step_from
from wayout.views.trail_file import replay_steps

MAX_STATES_COMPARED = 50_000
"""States of one story that are compared at most."""


class BrokenStep(Struct, frozen=True):
    """A step that is lost: why, and where its reader would come to stand, if anywhere."""

    reason: StopReason
    state: State | None


def broken_steps(old: Library, new: Library) -> Iterator[BrokenStep]:
    """Every step of the older stories that would stop a trail in the newer ones.

    Both are walked side by side, each moment of the older one once in every situation in which it can be met.
    """
    for name in old.stories:
        first = begin(old, name).state
        play, stopped = first_page(new, Trail(story=name, scene=first.scene))
        if stopped is not None:
            yield BrokenStep(stopped, play.state if play else None)
        if play is not None:
            yield from _in_story(old, new, first, play)


def _in_story(old: Library, new: Library, first: State, play: Playthrough) -> Iterator[BrokenStep]:
    waiting = [(first, play)]
    met_moments = {_moment(first)}
    while waiting and len(met_moments) < MAX_STATES_COMPARED:
        state, here = waiting.pop()
        for move in moves(old, state):
            wanted = StepToRedo(move=move, story=state.story, scene=state.scene, is_soft=isinstance(move, GoOn))
            ((there, why),) = redo_steps(new, here, [wanted])
            if why is not None:
                yield BrokenStep(why, there.state)
                if not isinstance(move, GoOn):
                    continue
            if isinstance(move, Enter):
                continue
            after = step_from(old, state, move)
            if _moment(after) not in met_moments:
                met_moments.add(_moment(after))
                waiting.append((after, replace(there, trail=here.trail)))


def _moment(state: State) -> tuple[object, ...]:
    return (state.scene, state.shown, state.situation)


def trail_files(folders: Iterable[Path], named: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Every trail file beside the stories of some folders, and those named, each once."""
    beside_stories = [(folder / TRAILS_FOLDER, yaml_files(folder / TRAILS_FOLDER)) for folder in folders]
    trails = (
        *(path for folder, files in beside_stories for path in (files if isinstance(files, list) else [folder])),
        *named,
    )
    return tuple({os.path.realpath(path): path for path in trails}.values())


def findings(library: Library, files: Iterable[Path], *, is_sound: bool) -> Iterator[Finding]:
    """What is wrong with trail files; they are replayed only where the stories are sound."""
    for path in files:
        file = TrailFile(path, name_of(path))
        if not is_sound:
            yield from file.findings
            continue
        from wayout.views.trail_file import replay_steps

        yield from replay_steps(library, file).findings


CODE_OF_REASON = {"record gone": "lost-scene", "scene gone": "lost-scene", "choice gone": "lost-choice"}
SAYS = {
    "lost-scene": "Readers have been at '{scene}' of '{story}', which is not there any more.",
    "lost-choice": "At '{scene}' readers have chosen '{move}', which is not there any more.",
    "lost-way": "Readers have gone another way here: {says}",
}
HINTS = {
    "lost-scene": "If it has another id now, write 'was: {scene}' there; if not, trails stop before it.",
    "lost-choice": "If it has another id now, write 'was: {move}' there; if not, trails stop here.",
    "lost-way": "Trails that went on from here stop here: undo the change if that is not meant.",
}


def compatibility_findings(old: LoadResult, new: LoadResult, stories: Path, older: Path) -> list[Finding]:
    """What is lost, where it would be mended in the newer files; `stories` and `older` are both folders of stories."""
    first_of: dict[object, Finding] = {}
    for broken in (*(_finding(new, broken, stories) for broken in broken_steps(old.library, new.library)),
                *_trails(old, new, stories, older)):  # fmt: skip
        first_of.setdefault((broken.code, broken.span) if broken.code == "lost-way" else broken, broken)
    return [*first_of.values()]


def _finding(new: LoadResult, broken: BrokenStep, stories: Path) -> Finding:
    why = broken.reason
    code = CODE_OF_REASON.get(why.why, "lost-way")
    parts = {"scene": why.scene, "story": why.story, "move": why.move_text, "says": why.says}
    span = _span(new, broken, stories)
    return Finding(code=code, span=span, says=SAYS[code].format(**parts), hint=HINTS[code].format(**parts))


def _trails(old: LoadResult, new: LoadResult, stories: Path, older: Path) -> Iterator[Finding]:
    """The trails beside the older stories that fitted there, and do not fit the newer ones."""
    listed = yaml_files(older / TRAILS_FOLDER)
    for path in listed if isinstance(listed, list) else ():
        replayed = replay_steps(old.library, TrailFile(path))
        if replayed.play is None or replayed.stopped is not None:
            continue
        now = migrate_trail(new.library, replayed.play.trail)
        if now.stopped is not None:
            span = _span(new, BrokenStep(now.stopped, now.play.state if now.play else None), stories)
            says = f"The trail '{name_of(path)}' would stop: {now.stopped.says}"
            hint = "Write 'was: …' where an id has changed; or the trail is no longer one of this story."
            yield Finding(code="broken-trail", span=span, says=says, hint=hint)


def _span(new: LoadResult, broken: BrokenStep, stories: Path) -> Span:
    """Where it would be mended."""
    why = broken.reason
    story = new.library.stories.get(why.story)
    if story is None:
        return Span(name_of(stories / f"{why.story}.yaml"), 1, 1, 2)
    scene = scene_now(story, why.scene)
    if scene is None:
        return new.span("story", why.story, "scenes", key=True)
    here: DataPath = ("scenes", scene)
    shown = broken.state.shown if broken.state is not None and broken.state.scene == scene else None
    choice = shown or (choice_now(story.scenes[scene], why.move.choice) if isinstance(why.move, Choose) else None)
    if why.why == "choice gone":
        return new.span("story", why.story, *here, "choices", key=True)
    if choice is not None:
        return new.span("story", why.story, *here, "choices", choice, "to" if shown else "if", key=True)
    return new.span("story", why.story, *here, key=True)
