"""Do the trails that stand beside the stories still fit, and are their pages as expected?

Golden tests for stories: trail files replayed, their expectations checked, and compatibility with an older library.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from wayout.model.file_access import yaml_files
from wayout.model.findings import Finding, Span
from wayout.model.library import Library
from wayout.model.load import name_of
from wayout.model.load_result import LoadResult
from wayout.model.renamed_ids import choice_now, scene_now
from wayout.model.trail_format import FOLDER, TrailFile
from wayout.model.yaml.spans import DataPath
from wayout.play.migrate_trail import migrate_trail
from wayout.play.moves import Choose
from wayout.state_space.compatibility import BrokenStep, broken_steps
from wayout.views.trail_file import replay_steps


def trail_files(folders: Iterable[Path], named: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Every trail file beside the stories of some folders, and those named, each once."""
    beside = [(folder / FOLDER, yaml_files(folder / FOLDER)) for folder in folders]
    found = (*(path for folder, files in beside for path in (files if isinstance(files, list) else [folder])), *named)
    return tuple({os.path.realpath(path): path for path in found}.values())


def findings(library: Library, files: Iterable[Path], *, is_sound: bool) -> Iterator[Finding]:
    """What is wrong with trail files; they are replayed only where the stories are sound."""
    for path in files:
        file = TrailFile(path, name_of(path))
        if not is_sound:
            yield from file.findings
            continue
        from wayout.views.trail_file import replay_steps

        yield from replay_steps(library, file).findings


CODES = {"record gone": "lost-scene", "scene gone": "lost-scene", "choice gone": "lost-choice"}
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
    found: dict[object, Finding] = {}
    for one in (*(_finding(new, one, stories) for one in broken_steps(old.library, new.library)),
                *_trails(old, new, stories, older)):  # fmt: skip
        found.setdefault((one.code, one.span) if one.code == "lost-way" else one, one)
    return [*found.values()]


def _finding(new: LoadResult, one: BrokenStep, stories: Path) -> Finding:
    why = one.reason
    code = CODES.get(why.why, "lost-way")
    told = {"scene": why.scene, "story": why.story, "move": why.move_text, "says": why.says}
    span = _span(new, one, stories)
    return Finding(code=code, span=span, says=SAYS[code].format(**told), hint=HINTS[code].format(**told))


def _trails(old: LoadResult, new: LoadResult, stories: Path, older: Path) -> Iterator[Finding]:
    """The trails beside the older stories that fitted there, and do not fit the newer ones."""
    listed = yaml_files(older / FOLDER)
    for path in listed if isinstance(listed, list) else ():
        found = replay_steps(old.library, TrailFile(path))
        if found.play is None or found.stopped is not None:
            continue
        now = migrate_trail(new.library, found.play.trail)
        if now.stopped is not None:
            span = _span(new, BrokenStep(now.stopped, now.play.state if now.play else None), stories)
            says = f"The trail '{name_of(path)}' would stop: {now.stopped.says}"
            hint = "Write 'was: …' where an id has changed; or the trail is no longer one of this story."
            yield Finding(code="broken-trail", span=span, says=says, hint=hint)


def _span(new: LoadResult, one: BrokenStep, stories: Path) -> Span:
    """Where it would be mended."""
    why = one.reason
    story = new.library.stories.get(why.story)
    if story is None:
        return Span(name_of(stories / f"{why.story}.yaml"), 1, 1, 2)
    scene = scene_now(story, why.scene)
    if scene is None:
        return new.span("story", why.story, "scenes", key=True)
    here: DataPath = ("scenes", scene)
    shown = one.state.shown if one.state is not None and one.state.scene == scene else None
    choice = shown or (choice_now(story.scenes[scene], why.move.choice) if isinstance(why.move, Choose) else None)
    if why.why == "choice gone":
        return new.span("story", why.story, *here, "choices", key=True)
    if choice is not None:
        return new.span("story", why.story, *here, "choices", choice, "to" if shown else "if", key=True)
    return new.span("story", why.story, *here, key=True)
