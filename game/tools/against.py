"""Which saved trails would a change break: of those beside the older stories, and of all that readers may have made?"""

from collections.abc import Iterator
from pathlib import Path

from game.model.files import yaml_files
from game.model.findings import Finding, Span
from game.model.former import choice_now, scene_now
from game.model.load import Loaded, name_of
from game.model.places import DataPath
from game.model.trails import FOLDER, TrailFile
from game.play.against import Lost, lost
from game.play.refit import refit
from game.play.trail_file import replayed

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


def findings(old: Loaded, new: Loaded, stories: Path, older: Path) -> list[Finding]:
    """What is lost, where it would be mended in the newer files; `stories` and `older` are both folders of stories."""
    found: dict[object, Finding] = {}
    for one in (*(_finding(new, one, stories) for one in lost(old.library, new.library)),
                *_trails(old, new, stories, older)):  # fmt: skip
        found.setdefault((one.code, one.span) if one.code == "lost-way" else one, one)
    return [*found.values()]


def _finding(new: Loaded, one: Lost, stories: Path) -> Finding:
    why = one.reason
    code = CODES.get(why.why, "lost-way")
    told = {"scene": why.scene, "story": why.story, "move": why.move, "says": why.says}
    span = _span(new, one, stories)
    return Finding(code=code, span=span, says=SAYS[code].format(**told), hint=HINTS[code].format(**told))


def _trails(old: Loaded, new: Loaded, stories: Path, older: Path) -> Iterator[Finding]:
    """The trails beside the older stories that fitted there, and do not fit the newer ones."""
    listed = yaml_files(older / FOLDER)
    for path in listed if isinstance(listed, list) else ():
        found = replayed(old.library, TrailFile(path))
        if found.play is None or found.stopped is not None:
            continue
        now = refit(new.library, found.play.trail)
        if now.stopped is not None:
            span = _span(new, Lost(now.stopped, now.play.state if now.play else None), stories)
            says = f"The trail '{name_of(path)}' would stop: {now.stopped.says}"
            hint = "Write 'was: …' where an id has changed; or the trail is no longer one of this story."
            yield Finding(code="broken-trail", span=span, says=says, hint=hint)


def _span(new: Loaded, one: Lost, stories: Path) -> Span:
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
    choice = shown or choice_now(story.scenes[scene], why.move)
    if why.why == "choice gone":
        return new.span("story", why.story, *here, "choices", key=True)
    if choice is not None:
        return new.span("story", why.story, *here, "choices", choice, "to" if shown else "if", key=True)
    return new.span("story", why.story, *here, key=True)
