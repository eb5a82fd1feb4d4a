"""What is wrong with all that was read? One family of checks a file; here they are called in turn."""

from typing import NamedTuple

from game.model.checks import (
    beside,
    choices,
    content,
    evidence,
    former,
    ignored,
    links,
    prose,
    reach,
    records,
    texts,
    unused,
    voice,
    wording,
)
from game.model.checks.item import Item
from game.model.findings import Finding, sort_key
from game.model.load import Loaded, collector_off


class Checked(NamedTuple):
    """What was found, by file and place, and how much of it a writer ignores."""

    findings: list[Finding]
    ignored: int


def check(loaded: Loaded) -> list[Finding]:
    """Every finding, those of reading the files included, by file and place."""
    return checked(loaded).findings


def checked(loaded: Loaded) -> Checked:
    """The same, and how many findings were ignored for a written reason."""
    with collector_off():
        sound: set[str] = set()
        found = [*loaded.findings, *_found(loaded, sound)]
        distinct = {(finding.code, finding.span, finding.says): finding for finding in reversed(found)}
        left, gone = ignored.applied(loaded, list(distinct.values()), sound)
    return Checked(sorted(left, key=sort_key), gone)


def _found(loaded: Loaded, sound: set[str]) -> list[Finding]:
    """What is wrong; the stories whose links are sound are added to `sound`."""
    library = loaded.library
    names = links.Names(loaded)
    found = list(records.links(loaded, names))
    found.extend(evidence.of_claims(loaded))
    found.extend(prose.of_claims(loaded))
    found.extend(content.of_claims(loaded))
    found.extend(wording.of_claims(loaded))
    rules = evidence.Rules(loaded)
    disputed = evidence.Disputed(loaded)
    quotations = prose.Quotations(loaded)
    announced = content.announced(loaded)
    rested_on: set[str] = set()
    for name, story in library.stories.items():
        item = Item(loaded, "story", name)
        faults = list(links.structure(item, story, names))
        if not faults and name not in loaded.misshapen:
            sound.add(name)
        found.extend(faults)
        found.extend(links.references(item, story, names))
        found.extend(former.of_story(item, story))
        found.extend(evidence.of_person(item, story))
        beside_scenes = tuple(texts.of_story(story))
        found.extend(prose.of_texts(item, beside_scenes, quotations))
        found.extend(wording.of_texts(item, beside_scenes, texts.joined(beside_scenes)))
        rested_on.update(claim for text in beside_scenes for claim in text.claims)
        repeats = wording.Repeats()
        for scene_name, scene in story.scenes.items():
            told = tuple(texts.of_scene(scene_name, scene))
            joined = texts.joined(told)
            lowered = joined.lower()
            for text in told:
                rested_on.update(text.claims)
            found.extend(evidence.of_scene(item, scene_name, story, told))
            found.extend(rules.early(item, scene, told))
            found.extend(disputed.alone(item, told))
            found.extend(prose.of_texts(item, told, quotations))
            found.extend(voice.of_texts(item, told, lowered))
            found.extend(content.of_texts(item, told, announced, lowered))
            found.extend(wording.of_texts(item, told, joined))
            found.extend(repeats.again(item, told))
            if scene.choices:
                found.extend(choices.of_scene(item, scene_name, scene))
    found.extend(beside.findings(loaded, names, quotations, announced))
    found.extend(reach.findings(loaded, sound))
    if not any(finding.severity == "error" for finding in (*loaded.findings, *found)):
        found.extend(unused.findings(loaded, rested_on | beside.rested_on(loaded)))
    return found
