"""Can every scene be reached, every reader come to an end, and the record be followed to its end?

Graph checks: unreachable scenes, dead ends, loops without an end, the recorded path, unused evidence.
"""

from collections.abc import Iterable, Iterator, Mapping, Set

from wayout.model.checks import conditions, reference_pages, reporter
from wayout.model.checks.records import cites
from wayout.model.checks.reporter import Item
from wayout.model.findings import Finding
from wayout.model.graph import RecordedPath, edges, entries, left_in_order, reachable, recorded_path
from wayout.model.load_result import ItemKind, LoadResult
from wayout.model.story import RecordTarget, Story, read_target
from wayout.model.yaml.spans import DataPath


class Ways:
    """What leads where within one story."""

    def __init__(self, name: str, story: Story) -> None:
        self.leads_to: dict[str, list[str]] = {scene: [] for scene in story.scenes}
        self.ends = [scene_name for scene_name, scene in story.scenes.items() if scene.ending is not None]
        for edge in edges(name, story):
            if edge.record == name:
                self.leads_to[edge.scene].append(edge.target)
            elif story.person is None:
                self.ends.append(edge.scene)
        self.reached = reachable([story.start], self.leads_to)

    def turned(self) -> dict[str, list[str]]:
        """Where each scene is come to from; made when it is asked for, and not kept: it is as large as the other."""
        comes_from: dict[str, list[str]] = {scene: [] for scene in self.leads_to}
        for scene, targets in self.leads_to.items():
            for target in targets:
                comes_from[target].append(scene)
        return comes_from


def findings(loaded: LoadResult, sound: Set[str]) -> Iterator[Finding]:
    """Faults in what leads where, for the stories that are whole and whose links are sound."""
    stories = {name: story for name, story in loaded.library.stories.items() if name in sound}
    on_record: dict[str, set[str]] = {}
    entered = entries(stories)
    for name, story in stories.items():
        item = Item(loaded, "story", name)
        ways = Ways(name, story)
        stuck = list(_inside(item, story, ways))
        yield from stuck
        path = recorded_path(name, story) if story.person is not None else None
        condition_findings = conditions.findings(item, story, ways.leads_to, ways.reached, entered[name])
        yield from (finding for finding in condition_findings if path is None or not _is_told_by(finding, story, path))
        yield from conditions.situation_findings(item, story, entered[name])
        if path is None:
            yield from _to_itself(item, story, frozenset())
            continue
        yield from _to_itself(item, story, {stop.scene for stop in path.stops})
        if path.fault is None:
            on_record[name] = {stop.scene for stop in path.stops}
            yield from _off_path(item, story, ways.reached - on_record[name])
        elif not any(finding.code in ("no-ending", "endless-loop") for finding in stuck):
            scene = path.stops[-1].scene if path.stops else story.start
            if len([choice for choice in story.scenes[scene].choices.values() if story.person in choice.takers]) > 1:
                continue  # The person took one option too many, which is told at that option.
            hint = "Mark with 'by' what the person did, and lead it on to an ending of kind as-published."
            says = f"The record of '{story.person}' breaks off here: {path.fault}."
            yield item.fault("recorded-path", ("scenes", scene), says, hint, key=True)
    for name, story in stories.items():
        yield from _steps(Item(loaded, "story", name), story, on_record)


def _inside(item: Item, story: Story, ways: Ways) -> Iterator[Finding]:
    """Scenes that no path leads to, and scenes that lead to no ending."""
    reached, leads_to, comes_from = ways.reached, ways.leads_to, ways.turned()
    for name in roots([name for name in story.scenes if name not in reached], leads_to):
        path = ("scenes", name)
        if comes_from[name]:
            hint = "Lead a 'to' or a 'next' from the story to one of them, or delete them."
            says = f"Only scenes that lead to one another lead to '{name}', and none of the rest of the story."
            yield item.fault("island", path, says, hint, key=True)
        else:
            hint = "Lead a 'to' or a 'next' to it, or delete it."
            yield item.fault("unreachable-scene", path, f"Nothing leads to '{name}'.", hint, key=True)
    ending = reachable(ways.ends, comes_from)
    for name in roots([name for name in story.scenes if name in reached and name not in ending], comes_from):
        if _is_loop(story, name):
            hint = "Lead one of these scenes on to another, or ask something."
            says = f"From '{name}' the pages go on in a circle for ever."
            yield item.fault("endless-loop", ("scenes", name), says, hint, key=True)
            continue
        onward = leads_to[name]
        says = f"From '{name}' no ending can be reached." if onward else f"Nothing leads on from '{name}'."
        hint = "Lead a choice on to an ending." if story.scenes[name].choices else "Add a way out of this circle."
        yield item.fault("no-ending", ("scenes", name), says, hint, key=True)


def _is_loop(story: Story, start: str) -> bool:
    """Whether `next`, without a choice on the way, comes back to where it began."""
    name, visited = start, set[str]()
    while name not in visited:
        visited.add(name)
        scene = story.scenes[name]
        if scene.choices or scene.next is None:
            return False
        name = scene.next
    return name == start


def _off_path(item: Item, story: Story, scenes: Set[str]) -> Iterator[Finding]:
    """Choices that the person is said to have taken in scenes that his record does not visit."""
    for name, scene in story.scenes.items():
        if name not in scenes:
            continue
        for choice_name, choice in scene.choices.items():
            if story.person in choice.takers:
                path: DataPath = ("scenes", name, "choices", choice_name, "by")
                at = (*path, choice.takers.index(story.person)) if isinstance(choice.by, tuple) else path
                hint = "Delete the 'by', or lead the path of the record through this scene."
                yield item.fault("taken-off-path", at, f"The record of '{story.person}' never comes to '{name}'.", hint)


def _is_told_by(finding: Finding, story: Story, path: RecordedPath) -> bool:
    """Whether an `if` is the reason for which the record breaks off, which is told of the record."""
    match finding.part[2:]:
        case ("scenes", scene, "choices", choice, "if", *_) if path.fault is not None and path.stops:
            is_last = scene == path.stops[-1].scene
            return is_last and story.person in story.scenes[str(scene)].choices[str(choice)].takers
    return False


def _to_itself(item: Item, story: Story, on_record: Set[str]) -> Iterator[Finding]:
    """Choices that lead into their own scene: with nothing set they are looks, and on a record they unmake a choice."""
    for name, scene in story.scenes.items():
        for choice_name, choice in scene.choices.items():
            for index, target in enumerate(choice.targets):
                if target == name and (not choice.effects or name in on_record):
                    path: DataPath = ("scenes", name, "choices", choice_name, "to")
                    at = (*path, index) if isinstance(choice.to, tuple) else path
                    hint = "Write 'back': the outcome is shown, and the question stays as it was."
                    yield item.fault("own-scene", at, f"The choice leads into the scene '{name}' that it is in.", hint)


def roots(scenes: Iterable[str], leads_to: Mapping[str, Iterable[str]]) -> list[str]:
    """The fewest of the scenes from which all of them can be reached: of a circle, one.

    In the reverse of the order in which a depth-first search leaves the scenes, each circle stands before all that it
    leads to (Kosaraju's observation).
    """
    wanted = dict.fromkeys(scenes)
    root_scenes: list[str] = []
    covered: set[str] = set()
    for scene in reversed(left_in_order(wanted, leads_to)):
        if scene in covered:
            continue
        root_scenes.append(scene)
        covered.add(scene)
        waiting = [scene]
        while waiting:
            new = [target for target in leads_to[waiting.pop()] if target in wanted and target not in covered]
            covered.update(new)
            waiting.extend(new)
    return root_scenes


def _steps(item: Item, story: Story, on_record: Mapping[str, Set[str]]) -> Iterator[Finding]:
    """Steps into another record that do not meet that record's own path."""
    for name, scene in story.scenes.items():
        for choice_name, choice in scene.choices.items():
            for word, written in (("to", choice.to), ("reads", choice.reads)):
                for index, text in enumerate((written,) if isinstance(written, str) else written):
                    target = read_target(text)
                    if not isinstance(target, RecordTarget) or target.record not in on_record:
                        continue
                    if target.scene in on_record[target.record]:
                        continue
                    path = ("scenes", name, "choices", choice_name, word)
                    says = f"'{target.scene}' is not on the path that the record of '{target.record}' takes."
                    hint = "Step into a scene that lies on it: one reached by 'next' and by choices marked 'by'."
                    at = (*path, index) if isinstance(written, tuple) else path
                    yield item.fault("step-off-record", at, says, hint)


def rested_on(loaded: LoadResult) -> set[str]:
    """The claims that a text of a story, a page or a term rests on, or a person's pseudonym."""
    library = loaded.library
    texts = (text for story in library.stories.values() for text in reporter.all_of(story))
    named = {claim for person in library.people.values() for claim in person.claims}
    return {claim for text in texts for claim in text.claims} | reference_pages.rested_on(loaded) | named


def unused_evidence(loaded: LoadResult) -> Iterator[Finding]:
    """Claims that nothing rests on, documents that nothing cites; not to be asked where a name is wrong."""
    library = loaded.library
    if not library.stories:
        return
    claims = _own(loaded, "claim")
    if claims:
        used = rested_on(loaded)
        for name in claims:
            if name not in used:
                hint = "Rest a passage, an option or an outcome on it, or delete it."
                yield Item(loaded, "claim", name).fault(
                    "unused-claim", (), "Nothing rests on this claim.", hint, key=True
                )
    made_from = {document.origin for document in library.documents.values()}
    for name in _own(loaded, "origin"):
        if name not in made_from:
            hint = "Add the document that was made from it, or delete it."
            says = "No document is made from this origin."
            yield Item(loaded, "origin", name).fault("unused-document", (), says, hint, key=True)
    documents = _own(loaded, "document")
    cited = {cite.document for claim in library.claims.values() for _, cite in cites(claim)} if documents else set()
    for name in documents:
        if name not in cited and name not in made_from:
            hint = "Cite it in a claim, or delete it."
            yield Item(loaded, "document", name).fault(
                "unused-document", (), "No claim cites this document.", hint, key=True
            )


def _own(loaded: LoadResult, kind: ItemKind) -> list[str]:
    """The things of a kind that are not shipped."""
    return [name for name in loaded.names(kind) if not loaded.is_shipped(kind, name)]
