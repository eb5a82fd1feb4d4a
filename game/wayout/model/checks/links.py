"""Does everything that a story names exist, and has every scene a form that can be played?

Referential integrity: targets, ids (format, letter case, duplicates), and the form of scenes and forks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from wayout.model.checks.reporter import Item, Known
from wayout.model.conditions import RESERVED_KEYS, terms
from wayout.model.findings import Finding, Note
from wayout.model.load_result import ItemKind, LoadResult
from wayout.model.story import (
    BACK,
    UNKNOWN,
    BackTarget,
    Choice,
    Ending,
    RecordTarget,
    Scene,
    SceneTarget,
    Story,
    read_target,
)
from wayout.model.yaml.schema_errors import in_other_case, nearest
from wayout.model.yaml.spans import DataPath

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch


class Names:
    """All that a story may refer to."""

    def __init__(self, loaded: LoadResult) -> None:
        self.loaded = loaded
        self.stories = self._known("story", "story", "the stories that are read")
        self.claims = self._known("claim", "claim", "a file in seeds/claims, or below 'claims:' of your own file")
        self.people = self._known("person", "person", "seeds/people.yaml")
        self.places = self._known("place", "place", "seeds/places.yaml")
        self.acts = self._known("act", "act", "story/acts.yaml, or below 'acts:' of your own file")
        self.scenes = {name: Known("scene", scenes, f"the scenes of '{name}'")
                       for name, scenes in loaded.scenes.items()}  # fmt: skip

    def _known(self, kind: ItemKind, what: str, home: str) -> Known:
        return Known(what, self.loaded.known(kind), home, is_whole=kind not in self.loaded.broken)


def bad_id(item: Item, path: DataPath, name: str, what: str) -> list[Finding]:
    """A finding if a name is not in lower case with hyphens, or is a word of the format."""
    if KEBAB(name) and name not in (BACK, *RESERVED_KEYS):
        return []
    if KEBAB(name):
        return [item.fault("bad-id", path, f"'{name}' is a word of the format.", "Choose another name.", key=True)]
    better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    hint = f"Write '{better}'." if better else "Use lower-case letters a to z, digits and hyphens."
    says = f"The {what} id '{name}' is not of the form 'some-id'."
    return [item.fault("bad-id", path, says, hint, key=True)]


def structure(item: Item, story: Story, names: Names) -> Iterator[Finding]:
    """Faults that make it pointless to ask what can be reached: ids, targets, forms, conditions, takers."""
    yield from bad_id(item, (), item.name, "story")
    if story.person is not None:
        yield from names.people.missing(item, ("person",), story.person)
    if item.name in names.scenes:
        yield from names.scenes[item.name].missing(item, ("start",), story.start)
    for name, variable in story.situation.items():
        yield from bad_id(item, ("situation", name), name, "variable")
        yield from _value(item, ("situation", name, "start"), name, variable.start, story)
        yield from _twins(item, name, list(variable.values))
    for name, scene in story.scenes.items():
        path = ("scenes", name)
        if not KEBAB(name) or name in (BACK, *RESERVED_KEYS):
            yield from bad_id(item, path, name, "scene")
        yield from _form(item, path, scene, is_crossroads=story.person is None)
        if scene.next:
            yield from _next(item, (*path, "next"), scene.next, names)
        if isinstance(scene.text, tuple):
            for index, passage in enumerate(scene.text):
                if passage.condition is not None:
                    yield from _condition(item, (*path, "text", index, "if"), passage.condition, story, names)
        if scene.ending is not None:
            yield from _closing(item, (*path, "ending", "text"), scene.ending, story, names)
        for choice_name, choice in scene.choices.items():
            at = (*path, "choices", choice_name)
            if not KEBAB(choice_name):
                yield from bad_id(item, at, choice_name, "choice")
            yield from _choice(item, at, choice, story, names)


def _closing(item: Item, path: DataPath, ending: Ending, story: Story, names: Names) -> Iterator[Finding]:
    """What is wrong with the conditions of an ending."""
    for index, passage in enumerate(ending.passages):
        if passage.condition is not None:
            yield from _condition(item, (*path, index, "if"), passage.condition, story, names)


def _twins(item: Item, variable: str, values: Sequence[str]) -> Iterator[Finding]:
    """Values that differ in letter case alone."""
    folded = [value.casefold() for value in values]
    for index, value in enumerate(values):
        first = folded.index(value.casefold())
        if first < index:
            path: DataPath = ("situation", variable, "values")
            note = Note(item.loaded.span(item.kind, item.name, *path, values[first], key=True), "first here")
            says = f"'{value}' is '{values[first]}' in other letters."
            yield item.fault("letter-case", (*path, value), says, "Rename one of them.", key=True, notes=(note,))


def references(item: Item, story: Story, names: Names) -> Iterator[Finding]:
    """Claims, acts and places that do not exist, and malformed dates."""
    for name, variable in story.situation.items():
        yield from claims_of(item, ("situation", name, "claims"), variable.claims, names)
    for name, scene in story.scenes.items():
        path = ("scenes", name)
        if scene.at is not None and scene.at not in names.places.names:
            yield from names.places.missing(item, (*path, "at"), scene.at)
        if scene.date is not None:
            yield from item.date((*path, "date"), scene.date)
        for where, claims in _citing(path, scene):
            yield from claims_of(item, where, claims, names)
        for choice_name, choice in scene.choices.items():
            at = (*path, "choices", choice_name)
            yield from names.acts.missing(item, (*at, "act"), choice.act)
            for taker, act in choice.answers.items():
                yield from names.acts.missing(item, (*at, "answers", taker), act)
            for index, outcome in enumerate(choice.outcomes):
                within = (*at, "outcome", *((index,) if isinstance(choice.outcome, tuple) else ()))
                if outcome.at is not None and outcome.at not in names.places.names:
                    yield from names.places.missing(item, (*within, "at"), outcome.at)
                for number, person in enumerate(outcome.people):
                    which = (*within, "of", number) if isinstance(outcome.of, tuple) else (*within, "of")
                    yield from names.people.missing(item, which, person)
                yield from item.date((*within, "date"), outcome.date)
        if scene.ending is not None:
            yield from item.date((*path, "ending", "as-of"), scene.ending.as_of)
            for index, person in enumerate(scene.ending.read_next):
                yield from names.people.missing(item, (*path, "ending", "read-next", index), person)


def _citing(path: DataPath, scene: Scene) -> Iterator[tuple[DataPath, tuple[str, ...]]]:
    """Every list of claims in a scene, with its place."""
    yield (*path, "claims"), scene.claims
    if isinstance(scene.text, tuple):
        for index, passage in enumerate(scene.text):
            yield (*path, "text", index, "claims"), passage.claims
            yield (*path, "text", index, "about"), passage.about
    for name, choice in scene.choices.items():
        at = (*path, "choices", name)
        yield (*at, "from"), choice.origins
        if choice.otherwise is not None:
            yield (*at, "otherwise", "claims"), choice.otherwise.claims
        if isinstance(choice.outcome, tuple):
            for index, outcome in enumerate(choice.outcome):
                yield (*at, "outcome", index, "claims"), outcome.claims
        else:
            yield (*at, "outcome", "claims"), choice.outcome.claims
    if scene.ending is not None:
        yield (*path, "ending", "claims"), scene.ending.claims
        if isinstance(scene.ending.text, tuple):
            for index, closing in enumerate(scene.ending.text):
                yield (*path, "ending", "text", index, "claims"), closing.claims
    for index, question in enumerate(scene.discuss):
        yield (*path, "discuss", index, "claims"), question.claims


def claims_of(item: Item, path: DataPath, claims: Iterable[str], names: Names) -> Iterator[Finding]:
    """Claims in a list that do not exist."""
    known = names.claims.names
    for index, claim in enumerate(claims):
        if claim not in known:
            yield from names.claims.missing(item, (*path, index), claim)


def _form(item: Item, path: DataPath, scene: Scene, *, is_crossroads: bool) -> Iterator[Finding]:
    ways = [way for way in ("choices", "next", "ending") if getattr(scene, way)]
    if is_crossroads and ways == ["choices", "next"]:
        ways = ["choices"]
    if len(ways) != 1 and not item.is_maimed(*path):
        if not ways:
            hint = "Add 'next: some-scene', 'choices: …' or 'ending: …'."
            yield item.fault("dead-end", path, "The scene leads nowhere and does not end.", hint, key=True)
        elif "ending" in ways:
            hint = "Delete what leads on, or move the ending to a scene of its own."
            says = f"The ending has {' and '.join(way for way in ways if way != 'ending')}."
            yield item.fault("ending-goes-on", (*path, ways[0]), says, hint, key=True)
        else:
            hint = f"Keep one of {', '.join(ways)}; make another scene for the rest."
            yield item.fault("scene-form", (*path, ways[1]), f"The scene has {' and '.join(ways)}.", hint, key=True)
    elif scene.choices and (scene.ask is None or len(scene.choices) < 2) and not item.is_maimed(*path):
        if scene.ask is None:
            hint = "Add the question: 'ask: What does he do?' or the like."
            yield item.fault("fork-form", path, "The fork asks no question.", hint, key=True)
        if len(scene.choices) < 2:
            hint = "Add what else the record names, or go on with 'next' instead."
            yield item.fault("fork-form", (*path, "choices"), "The fork has only one choice.", hint, key=True)
    elif scene.ask is not None and not scene.choices and not item.is_maimed(*path):
        hint = "Delete it, or add choices."
        yield item.fault("fork-form", (*path, "ask"), "The question has no choices, so nobody sees it.", hint, key=True)


def _next(item: Item, path: DataPath, target: str, names: Names) -> Iterator[Finding]:
    if target == BACK:
        yield item.fault("missing-target", path, "'back' leads back from a choice, not on.", "Name a scene.")
    elif isinstance(read_target(target), RecordTarget):
        hint = "Step into another record by a choice with 'to'."
        yield item.fault("mixed-targets", path, f"'next' cannot leave the story for '{target}'.", hint)
    elif item.name in names.scenes:
        yield from names.scenes[item.name].missing(item, path, target)


def _choice(item: Item, path: DataPath, choice: Choice, story: Story, names: Names) -> Iterator[Finding]:
    several = isinstance(choice.by, tuple)
    for index, person in enumerate(choice.takers):
        yield from names.people.missing(item, (*path, "by", index) if several else (*path, "by"), person)
    for word, condition in (("only", choice.only), ("if", choice.condition)):
        if condition is not None:
            yield from _condition(item, (*path, word), condition, story, names)
    for variable, value in choice.effects.items():
        yield from _value(item, (*path, "set", variable), variable, value, story)
    several = isinstance(choice.to, tuple)
    if not choice.targets and not item.is_maimed(*path):
        yield item.fault("mixed-targets", (*path, "to"), "The choice leads nowhere.", "Name a scene, or write 'back'.")
    for index, target in enumerate(choice.targets):
        at = (*path, "to", index) if several else (*path, "to")
        match read_target(target):
            case BackTarget() | SceneTarget() if several and len(choice.targets) > 1:
                hint = "Write record/scene, or make it a choice of its own."
                yield item.fault("mixed-targets", at, f"'{target}' is not a step into another record.", hint)
            case SceneTarget(scene) if item.name in names.scenes:
                yield from names.scenes[item.name].missing(item, at, scene)
            case RecordTarget(record, scene) if record == item.name:
                hint = f"Write '{scene}'."
                yield item.fault("mixed-targets", at, f"'{target}' steps into the record that it is in.", hint)
            case RecordTarget(record) if record not in names.stories.names:
                yield from names.stories.missing(item, at, record)
            case RecordTarget(record, scene) if record in names.scenes:
                yield from names.scenes[record].missing(item, at, scene)
    yield from _doors(item, path, choice, names)


def _doors(item: Item, path: DataPath, choice: Choice, names: Names) -> Iterator[Finding]:
    """What a choice offers to read on in, and what it brings along into a road: do these exist?"""
    for index, target in enumerate(choice.read_targets):
        at = (*path, "reads", index) if isinstance(choice.reads, tuple) else (*path, "reads")
        match read_target(target):
            case RecordTarget(record) if record not in names.stories.names:
                yield from names.stories.missing(item, at, record)
            case RecordTarget(record, scene) if record != item.name:
                yield from names.scenes[record].missing(item, at, scene) if record in names.scenes else ()
            case _:
                hint = "Write record/scene: from there a reader comes back to this question."
                yield item.fault("mixed-targets", at, f"'{target}' is not a scene of another record.", hint)
    stories = item.loaded.library.stories
    roads = [stories[one.record] for one in choice.records if one.record in stories]
    for road in (story for story in roads if story.person is None):
        for variable, value in choice.brings.items():
            yield from _value(item, (*path, "with", variable), variable, value, road, is_own=False)


def _condition(item: Item, path: DataPath, condition: Any, story: Story, names: Names) -> Iterator[Finding]:
    for below, key, value in terms(condition):
        at = (*path, *below)
        if key == "":
            hint = "Write {papers: visa} or the like, or a list of these."
            yield item.fault("wrong-type", at, "An 'if' names variables and their values.", hint)
        elif key in ("seen", "chose"):
            scene, slash, choice = str(value).partition("/")
            if (key == "chose") != bool(slash):
                hint = "Write 'chose: [scene/choice]' and 'seen: [scene]'."
                yield item.fault("missing-target", at, f"'{key}' cannot name '{value}'.", hint)
            elif item.name in names.scenes:
                missing = names.scenes[item.name].missing(item, at, scene)
                yield from missing or _chosen(item, at, scene, choice, story)
        else:
            yield from _value(item, at, key, value, story)


def _chosen(item: Item, path: DataPath, scene: str, choice: str, story: Story) -> Iterator[Finding]:
    if choice and scene in story.scenes and not item.is_maimed("scenes", scene):
        choices = story.scenes[scene].choices
        yield from Known("choice", choices, f"the scene '{scene}'").missing(item, path, choice)


def _value(
    item: Item, path: DataPath, name: str, value: object, story: Story, *, is_own: bool = True
) -> Iterator[Finding]:
    """A finding if a variable or its value is not declared in the situation, which may be that of another story."""
    situation: Mapping[str, Any] = story.situation
    values = (*situation[name].values, UNKNOWN) if name in situation else ()
    if other := in_other_case(name, () if name in situation else situation):
        says = f"The situation has no variable '{name}', but it has '{other}'."
        yield item.fault("letter-case", path, says, f"Write '{other}'.", key=True)
    elif name not in situation:
        if is_own and item.is_maimed("situation"):
            return
        hint = nearest(name, situation) or "Declare it under 'situation'."
        yield item.fault("undeclared-value", path, f"The situation has no variable '{name}'.", hint, key=True)
    elif value not in values and not (is_own and item.is_maimed("situation", name, "values")):
        if other := in_other_case(str(value), values):
            says = f"'{name}' has no value '{value}', but it has '{other}'."
            yield item.fault("letter-case", path, says, f"Write '{other}'.")
            return
        hint = nearest(str(value), values) or f"One of: {', '.join(values)}."
        yield item.fault("undeclared-value", path, f"'{name}' has no value '{value}'.", hint)
