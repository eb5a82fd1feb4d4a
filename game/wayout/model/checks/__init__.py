"""What is wrong with all that was read? One family of checks a file; here they are called in turn."""

from collections.abc import Iterator
from typing import NamedTuple

from wayout.model.checks import choices, citations, evidence, links, prose, reach, records, reference_pages, reporter
from wayout.model.checks.reporter import Item
from wayout.model.findings import Finding, sort_key
from wayout.model.load import collector_off
from wayout.model.load_result import LoadResult
from wayout.model.story import Story


class CheckResult(NamedTuple):
    """What was found, by file and place, and how much of it a writer ignores."""

    findings: list[Finding]
    ignored: int


def check(loaded: LoadResult) -> list[Finding]:
    """Every finding, those of reading the files included, by file and place."""
    return checked(loaded).findings


def checked(loaded: LoadResult) -> CheckResult:
    """The same, and how many findings were ignored for a written reason."""
    with collector_off():
        sound: set[str] = set()
        found = [*loaded.findings, *_found(loaded, sound)]
        distinct = {(finding.code, finding.span, finding.says): finding for finding in reversed(found)}
        left, gone = records.applied(loaded, list(distinct.values()), sound)
    return CheckResult(sorted(left, key=sort_key), gone)


class EvidenceChecks:
    """What the evidence says that the texts of scenes are held against."""

    def __init__(self, loaded: LoadResult) -> None:
        self.rules = evidence.Rules(loaded)
        self.disputed = evidence.Disputed(loaded)
        self.others = citations.ForeignClaims(loaded)
        self.takers = choices.Takers(loaded)
        self.claims = loaded.library.claims
        self.quotations = prose.Quotations(loaded)
        self.announced = prose.announced(loaded)


def _found(loaded: LoadResult, sound: set[str]) -> list[Finding]:
    """What is wrong; the stories whose links are sound are added to `sound`."""
    library = loaded.library
    names = links.Names(loaded)
    found = list(records.links(loaded, names))
    found.extend(evidence.people_of_claims(loaded))
    found.extend(evidence.people_of_stories(loaded))
    found.extend(citations.duplicate_documents(loaded))
    found.extend(citations.of_claims(loaded))
    found.extend(evidence.duplicate_claims(loaded))
    found.extend(evidence.of_claims(loaded))
    found.extend(prose.of_claims(loaded))
    found.extend(prose.hard_content_of_claims(loaded))
    found.extend(prose.quality_of_claims(loaded))
    evidenced = EvidenceChecks(loaded)
    for name, story in library.stories.items():
        item = Item(loaded, "story", name)
        faults = list(links.structure(item, story, names))
        if not faults and name not in loaded.misshapen:
            sound.add(name)
        found.extend(faults)
        found.extend(links.references(item, story, names))
        found.extend(records.of_story(item, story))
        found.extend(evidence.of_person(item, story))
        beside_scenes = tuple(reporter.of_story(story))
        joined = reporter.joined(beside_scenes)
        found.extend(prose.of_texts(item, beside_scenes, evidenced.quotations, joined))
        found.extend(prose.quality_of_texts(item, beside_scenes, joined))
        found.extend(_of_scenes(item, story, evidenced))
    found.extend(reference_pages.findings(loaded, names, evidenced.quotations, evidenced.announced, evidenced.takers))
    found.extend(reach.findings(loaded, sound))
    if not any(finding.severity == "error" for finding in (*loaded.findings, *found)):
        found.extend(reach.unused_evidence(loaded))
    return found


def _of_scenes(item: Item, story: Story, evidenced: EvidenceChecks) -> Iterator[Finding]:
    """What is wrong in each scene by itself."""
    repeats = prose.Repeats(story)
    for name, scene in story.scenes.items():
        told = tuple(reporter.of_scene(name, scene))
        joined = reporter.joined(told)
        lowered = joined.lower()
        yield from evidence.of_scene(item, name, story, told)
        yield from evidenced.rules.early(item, scene, told)
        yield from evidenced.disputed.alone(item, told)
        yield from evidenced.others.alone(item, story, told)
        yield from choices.outcome_words(item, told, evidenced.claims)
        yield from prose.of_texts(item, told, evidenced.quotations, joined)
        yield from prose.narrator_of_texts(item, told, lowered)
        yield from prose.hard_content_of_texts(item, told, evidenced.announced, lowered)
        yield from prose.quality_of_texts(item, told, joined)
        yield from repeats.again(item, told)
        if scene.choices:
            yield from choices.of_scene(item, name, scene)
            yield from evidenced.takers.of_scene(item, story, name, scene)
