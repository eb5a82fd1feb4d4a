"""What is wrong with all that was read? One family of checks a file; here they are called in turn.

The runner of all checks (linter rules), in their order; duplicates are dropped, suppressions applied, findings
sorted. Fault isolation: which files of added folders are left out, until the rest loads.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from wayout.model.checks import (
    choices,
    citations,
    edition,
    evidence,
    lineage,
    links,
    prompts,
    prose,
    reach,
    records,
    reference_pages,
    reporter,
    roads,
)
from wayout.model.checks.reporter import Item
from wayout.model.file_access import Folders, yaml_files
from wayout.model.findings import Finding, sort_key
from wayout.model.load import collector_off, load, name_of
from wayout.model.load_result import LoadResult
from wayout.model.story import Story


class CheckResult(NamedTuple):
    """What was found, by file and place, and what of it a writer ignores."""

    findings: list[Finding]
    ignored: list[Finding]


def check(loaded: LoadResult) -> list[Finding]:
    """Every finding, those of reading the files included, by file and place."""
    return checked(loaded).findings


def checked(loaded: LoadResult) -> CheckResult:
    """The same, and the findings that are ignored for a written reason."""
    with collector_off():
        sound: set[str] = set()
        findings = [*loaded.findings, *_all_findings(loaded, sound)]
        distinct = {(finding.code, finding.span, finding.says): finding for finding in reversed(findings)}
        left, ignored = records.applied(loaded, list(distinct.values()), sound)
    return CheckResult(sorted(left, key=sort_key), ignored)


class EvidenceChecks:
    """What the evidence says that the texts of scenes are held against."""

    def __init__(self, loaded: LoadResult) -> None:
        self.rules = evidence.Rules(loaded)
        self.disputed = evidence.Disputed(loaded)
        self.others = citations.ForeignClaims(loaded)
        self.takers = choices.Takers(loaded)
        self.roads = roads.Roads(loaded)
        self.claims = loaded.library.claims
        self.quotations = prose.Quotations(loaded)
        self.announced = prose.announced(loaded)


def _all_findings(loaded: LoadResult, sound: set[str]) -> list[Finding]:
    """Every finding of every check; the stories whose links are sound are added to `sound`."""
    library = loaded.library
    names = links.Names(loaded)
    findings = list(records.links(loaded, names))
    findings.extend(edition.findings(loaded))
    findings.extend(evidence.people_of_claims(loaded))
    findings.extend(evidence.people_of_stories(loaded))
    findings.extend(citations.duplicate_documents(loaded))
    findings.extend(lineage.of_documents(loaded))
    findings.extend(lineage.of_places(loaded))
    findings.extend(citations.of_claims(loaded))
    findings.extend(evidence.duplicate_claims(loaded))
    findings.extend(evidence.of_claims(loaded))
    findings.extend(prose.of_claims(loaded))
    findings.extend(prose.hard_content_of_claims(loaded))
    findings.extend(prose.quality_of_claims(loaded))
    evidenced = EvidenceChecks(loaded)
    for name, story in library.stories.items():
        item = Item(loaded, "story", name)
        faults = list(links.structure(item, story, names))
        if not faults and name not in loaded.misshapen:
            sound.add(name)
        findings.extend(faults)
        findings.extend(links.references(item, story, names))
        findings.extend(records.of_story(item, story))
        findings.extend(evidence.of_person(item, story))
        beside_scenes = tuple(reporter.of_story(story))
        joined = reporter.joined_wordings(beside_scenes)
        findings.extend(prose.of_texts(item, beside_scenes, evidenced.quotations, joined))
        findings.extend(prose.quality_of_texts(item, beside_scenes, joined))
        findings.extend(prompts.of_account(item, story, names))
        findings.extend(_of_scenes(item, story, evidenced, names))
        if any(scene.prompts for scene in story.scenes.values()):
            findings.extend(prompts.one_sided(item, story, tuple(reporter.all_of(story))))
    findings.extend(
        reference_pages.findings(loaded, names, evidenced.quotations, evidenced.announced, evidenced.takers)
    )
    findings.extend(prompts.of_threads(loaded, names))
    findings.extend(reach.findings(loaded, sound))
    if not any(finding.severity == "error" for finding in (*loaded.findings, *findings)):
        findings.extend(reach.unused_evidence(loaded))
    return findings


def _of_scenes(item: Item, story: Story, evidenced: EvidenceChecks, names: links.Names) -> Iterator[Finding]:
    """The findings of each scene by itself."""
    repeats = prose.Repeats(story)
    for name, scene in story.scenes.items():
        texts = tuple(reporter.of_scene(name, scene))
        joined = reporter.joined_wordings(texts)
        lowered = joined.lower()
        yield from evidence.of_scene(item, name, story, texts)
        yield from evidenced.rules.early(item, scene, texts)
        yield from evidenced.disputed.alone(item, texts)
        yield from evidenced.others.alone(item, story, texts)
        yield from choices.outcome_words(item, texts, evidenced.claims)
        yield from prose.of_texts(item, texts, evidenced.quotations, joined)
        yield from prose.narrator_of_texts(item, texts, lowered)
        yield from prose.hard_content_of_texts(item, texts, evidenced.announced, lowered)
        yield from prose.quality_of_texts(item, texts, joined)
        yield from repeats.again(item, texts)
        if scene.prompts or any(passage.prompt for passage in scene.passages):
            yield from prompts.of_scene(item, name, scene, names)
        yield from evidenced.roads.of_scene(item, story, name, scene)
        if scene.choices:
            yield from choices.of_scene(item, name, scene)
            yield from evidenced.takers.of_scene(item, story, name, scene)


class TolerantLoad(NamedTuple):
    """What was read, what is found in it, and the faults of each file that was left out, by its name."""

    loaded: LoadResult
    findings: list[Finding]
    left_out: Mapping[str, tuple[Finding, ...]]


def load_tolerant(
    folders: Folders, added: Iterable[Path], instead: Iterable[Path] = (), keep: Iterable[Path] = (),
    *, is_own: bool = False,
) -> TolerantLoad:  # fmt: skip
    """Read all but the files of the `added` folders that have errors, and those that stand on such a file.

    What has errors elsewhere, or in a file to `keep`, is read as it is. `is_own`: what is read instead is a writer's.
    """
    instead, added = tuple(instead), tuple(added)
    kept_files = {os.path.realpath(path) for path in (*(path for path in instead if path not in added), *keep)}
    files: dict[str, Path] = {}
    for folder in added:
        listed = yaml_files(folder) if folder.is_dir() else [folder]
        within = listed if isinstance(listed, list) else [folder]
        files.update({name_of(path): path for path in within if os.path.realpath(path) not in kept_files})
    left_out: dict[str, tuple[Finding, ...]] = {}
    while True:
        loaded = load(folders, instead=instead, without=[files[name] for name in left_out], is_own=is_own)
        all_findings = check(loaded)
        faults: dict[str, list[Finding]] = {}
        for finding in all_findings:
            if finding.severity == "error" and finding.span.file in files.keys() - left_out.keys():
                faults.setdefault(finding.span.file, []).append(finding)
        if not faults:
            return TolerantLoad(loaded, all_findings, left_out)
        left_out.update({name: tuple(findings) for name, findings in faults.items()})
