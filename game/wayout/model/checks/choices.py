"""Is every choice of a fork worth its line: does it do something, and something of its own?"""

from collections.abc import Iterator, Mapping

from wayout.model.checks.reporter import Item
from wayout.model.findings import Finding, Note
from wayout.model.story import BackTarget, Choice, Scene, SceneTarget
from wayout.model.text import wording
from wayout.model.yaml.spans import DataPath

MAX_OPTIONS = 9
"""As many as there are digit keys."""


def of_scene(item: Item, name: str, scene: Scene) -> Iterator[Finding]:
    """Choices that do nothing, choices that are alike, and forks that offer too many."""
    path: DataPath = ("scenes", name, "choices")
    for choice_name, choice in scene.choices.items():
        if choice.otherwise is not None and choice.condition is None and not item.is_maimed(*path, choice_name):
            hint = "Add the 'if' that closes the option, or delete the 'otherwise'."
            says = "The option is always open, so nobody is told this."
            yield item.fault("idle-otherwise", (*path, choice_name, "otherwise"), says, hint, key=True)
        if choice.effects or choice.outcome == ():
            yield from _idle(item, (*path, choice_name), choice)
    yield from _alike(item, path, scene.choices)
    if len(scene.choices) > MAX_OPTIONS:
        hint = f"Keep {MAX_OPTIONS} at most, or ask in two steps."
        says = f"The fork has {len(scene.choices)} options, and a reader has the keys 1 to {MAX_OPTIONS}."
        yield item.fault("many-options", (*path, list(scene.choices)[MAX_OPTIONS]), says, hint, key=True)


def _idle(item: Item, path: DataPath, choice: Choice) -> Iterator[Finding]:
    """A choice without a use, or a `set` without one."""
    stays = all(isinstance(one, BackTarget) for one in choice.leads)
    if choice.effects and not any(isinstance(one, SceneTarget) for one in choice.leads):
        where = "back to the fork" if stays else "into another record"
        hint = "Delete the 'set', or lead the choice on to a scene of this story."
        says = f"The choice leads {where}, so nothing becomes of this 'set'."
        yield item.fault("idle-set", (*path, "set"), says, hint, key=True)
    elif stays and not choice.effects and not item.is_maimed(*path):
        hint = "Add an 'outcome', lead it to another scene, or delete it."
        yield item.fault("idle-choice", path, "The choice tells nothing and changes nothing.", hint, key=True)


def _alike(item: Item, path: DataPath, choices: Mapping[str, Choice]) -> Iterator[Finding]:
    """The second of two that no reader can tell apart. What is open under another `if` is another choice."""
    labels: dict[str, str] = {}
    doings: dict[tuple[object, ...], str] = {}
    for name, choice in choices.items():
        label = choice.label if isinstance(choice.label, str) else wording(choice.label)
        first = labels.setdefault(label, name)
        same = "have the same label"
        if first == name:
            first = doings.setdefault((choice.act, choice.to), name)
            same = "do, tell and lead to the same"
            if first != name and not _does_the_same(choice, choices[first]):
                continue
        if first != name and choice.condition == choices[first].condition:
            field = "label" if same.endswith("label") else "to"
            note = Note(item.loaded.span(item.kind, item.name, *path, first, field), "the first")
            hint = "Say what tells them apart, or keep one of them."
            says = f"The choices '{first}' and '{name}' {same}."
            yield item.fault("alike-choices", (*path, name, field), says, hint, notes=(note,))


def _does_the_same(one: Choice, other: Choice) -> bool:
    return one.effects == other.effects and one.outcomes == other.outcomes
