"""What is wrong with all that was read? One family of checks a file; here they are called in turn."""

from game.model.checks import beside, content, evidence, former, links, prose, reach, records, texts, voice
from game.model.checks.item import Item
from game.model.findings import Finding, sort_key
from game.model.load import Loaded, collector_off


def check(loaded: Loaded) -> list[Finding]:
    """Every finding, those of reading the files included, by file and place."""
    with collector_off():
        found = dict.fromkeys(loaded.findings)
        found.update(dict.fromkeys(_found(loaded)))
    return sorted(found, key=sort_key)


def _found(loaded: Loaded) -> list[Finding]:
    library = loaded.library
    names = links.Names(loaded)
    found = list(records.links(loaded, names))
    found.extend(evidence.of_claims(loaded))
    found.extend(prose.of_claims(loaded))
    found.extend(content.of_claims(loaded))
    rules = evidence.Rules(loaded)
    disputed = evidence.Disputed(loaded)
    quotations = prose.Quotations(loaded)
    announced = content.announced(loaded)
    sound: set[str] = set()
    for name, story in library.stories.items():
        item = Item(loaded, "story", name)
        faults = list(links.structure(item, story, names))
        if not faults and name not in loaded.misshapen:
            sound.add(name)
        found.extend(faults)
        found.extend(links.references(item, story, names))
        found.extend(former.of_story(item, story))
        found.extend(evidence.of_person(item, story))
        found.extend(prose.of_texts(item, tuple(texts.of_story(story)), quotations))
        for scene_name, scene in story.scenes.items():
            told = tuple(texts.of_scene(scene_name, scene))
            found.extend(evidence.of_scene(item, scene_name, story, told))
            found.extend(rules.early(item, scene, told))
            found.extend(disputed.alone(item, told))
            found.extend(prose.of_texts(item, told, quotations))
            found.extend(voice.of_texts(item, told))
            found.extend(content.of_texts(item, told, announced))
    found.extend(beside.findings(loaded, names, quotations, announced))
    found.extend(reach.findings(loaded, sound))
    return found
