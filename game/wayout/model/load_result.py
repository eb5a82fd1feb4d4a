"""What was read: every item by its kind and id, where it stands, and what was wrong?

The loader's accumulator: deserialisation of located data into types, duplicate ids, branches merged into stories,
items that are left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from wayout.locale import edition_strings
from wayout.model.branch import Branch, grown
from wayout.model.edition import EDITION, NO_EDITION, Edition
from wayout.model.evidence import Claim, Document, Origin, Person, Place
from wayout.model.file_access import copy, is_story, keys, original, shipped, story_elsewhere
from wayout.model.findings import Finding, Note, Span
from wayout.model.library import Library, ReferencePage, Term
from wayout.model.prompts import Thread
from wayout.model.story import Act, Answer, OwnEvidence, Story
from wayout.model.yaml.reader import LocatedData
from wayout.model.yaml.schema_errors import LeftOut, SchemaViolation, faults, nearest, salvage, with_article
from wayout.model.yaml.spans import DataPath, Step

ItemKind = Literal[
    "story", "branch", "act", "person", "place", "origin", "document", "claim", "term", "aside", "answer",
    "thread", "edition",
]  # fmt: skip
ITEM_TYPES: Mapping[ItemKind, Any] = {
    "story": Story, "branch": Branch, "act": Act, "person": Person, "place": Place,
    "origin": Origin, "document": Document, "claim": Claim,
    "term": Term, "aside": ReferencePage, "answer": dict[str, Answer], "thread": Thread,
    "edition": Edition,
}  # fmt: skip
OWN_EVIDENCE: Mapping[str, ItemKind] = {
    "acts": "act", "origins": "origin", "documents": "document", "people": "person", "places": "place",
    "claims": "claim",
}  # fmt: skip
"""Parts of a story or a branch that map ids to evidence of its own."""
_IDS = re.compile(r"^ {0,2}([a-z0-9-]+):", re.MULTILINE).findall
"""The keys of a file of evidence that may be ids."""


class LoadResult:
    """What was read: the library of all that has the right shape, the findings, and where everything stands."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.declared: dict[ItemKind, set[str]] = {kind: set() for kind in ITEM_TYPES}
        """Every id that a file gives, also to what turned out to be misshapen: links to it are no second fault."""
        self.misshapen: set[str] = set()
        """Stories of which a part was left out: proofs over the whole of them would mislead."""
        self.scenes: dict[str, Set[str]] = {}
        """Every scene id of every story, misshapen or not."""
        self.broken: set[ItemKind] = set()
        """Kinds of which a whole file could not be read: their missing ids are no second fault."""
        self.unread: set[str] = set()
        """What may be an id in a file that is not read to its end: links to it are no second fault."""
        self.unreviewed_stories: dict[str, str] = {}
        """The stories that the makers have not reviewed, each with its author."""
        self.unreviewed_claims: dict[str, str] = {}
        """The claims that such stories bring, likewise."""
        self.lent = shipped()
        """The folders whose evidence is no writer's own: of the edition beside which her files are read."""
        self._brought: set[tuple[ItemKind, str]] = set()
        self._about_unsaid: dict[str, list[str]] = {}
        self._left_out: dict[tuple[ItemKind, str], LeftOut] = {}
        self._reported: set[str] = set()
        self._copies: set[str] = set()
        self._overriding: set[tuple[ItemKind, str]] = set()
        self._shipped: dict[str, set[str]] = {}
        self._items: dict[ItemKind, dict[str, Any]] = {kind: {} for kind in ITEM_TYPES}
        self._homes: dict[tuple[ItemKind, str], tuple[LocatedData, DataPath]] = {}

    @property
    def library(self) -> Library:
        """All that has the right shape, frozen."""
        items = {kind: MappingProxyType(known) for kind, known in self._items.items()}
        return Library(stories=items["story"], acts=items["act"], people=items["person"], places=items["place"],
                       origins=items["origin"], documents=items["document"], claims=items["claim"],
                       terms=items["term"], asides=items["aside"], answers=items["answer"], threads=items["thread"],
                       editions=items["edition"],
                       unreviewed_stories=MappingProxyType(self.unreviewed_stories),
                       unreviewed_claims=MappingProxyType(self.unreviewed_claims))  # fmt: skip

    def span(self, kind: ItemKind, name: str, *path: Step, key: bool = False) -> Span:
        """Where a part of an item stands in its file."""
        kind, name, path = self._home_of(kind, name, path)
        located, base = self._homes[kind, name]
        left_out = self._left_out.get((kind, name))
        written = left_out.as_written(path) if left_out else path
        return located.span(*base, *written, key=key or not path)

    def is_maimed(self, kind: ItemKind, name: str, *path: Step) -> bool:
        """Whether something misshapen was left out at or below a path: what is missing there is no second fault."""
        kind, name, path = self._home_of(kind, name, path)
        left_out = self._left_out.get((kind, name))
        return left_out is not None and left_out.maims(left_out.as_written(path))

    def _home_of(self, kind: ItemKind, name: str, path: DataPath) -> tuple[ItemKind, str, DataPath]:
        """Of a story that a branch has grown: whether a part stands in the branch's file or in the story's own."""
        branch: Branch | None = self._items["branch"].get(name) if kind == "story" else None
        if branch is None or (kind, name) in self._homes:
            return kind, name, path
        written = branch.as_written(path)
        return ("story", branch.grows, path) if written is None and path else ("branch", name, written or ())

    def known(self, kind: ItemKind) -> Set[str]:
        """Every id that a link may name without being a fault of its own."""
        return self.declared[kind] | self.unread if self.unread else self.declared[kind]

    def names(self, kind: ItemKind) -> list[str]:
        """The ids of one kind of things that have the right shape."""
        return list(self._items[kind])

    def given(self, file: str) -> Mapping[ItemKind, int]:
        """How many things of each kind a file gives."""
        return Counter(kind for (kind, _), (located, _) in self._homes.items() if located.file == file)

    def branch(self, name: str) -> Branch | None:
        """A branch of this id, if there is one."""
        known: Branch | None = self._items["branch"].get(name)
        return known

    def is_shipped(self, kind: ItemKind, name: str) -> bool:
        """Whether the evidence that is lent to a writer has a thing of this id in a file of this name."""
        file = Path(self._homes[kind, name][0].file).name
        if file not in self._shipped:
            namesakes = (self.lent.seeds / file, self.lent.seeds / "claims" / file)
            texts = [path.read_text(encoding="utf-8") for path in namesakes if path.is_file()]
            self._shipped[file] = {id_ for text in texts for id_ in _IDS(text)}
        return name in self._shipped[file]

    def is_brought(self, kind: ItemKind, name: str) -> bool:
        """Whether a story's or a branch's own file gives it."""
        return (kind, name) in self._brought

    def says_about(self, claim: str) -> bool:
        """Whether a claim itself says whom it is about, if anybody; else its file has said so."""
        return all(claim not in claims for claims in self._about_unsaid.values())

    def override(self) -> None:
        """Let all that was read so far replace what is read from now on under the same ids."""
        declared = {(kind, name) for kind, names in self.declared.items() for name in names}
        self._overriding = declared - self._brought

    def add_story(self, located: LocatedData, *, is_reviewed: bool = True) -> None:
        """A file that holds one story, or a branch of one; its id is the file's name."""
        name = Path(located.file).stem
        if ("story", name) in self._overriding:
            return
        if not self._whole(located):
            self.unread |= keys(located.text)
        elif isinstance(located.data, dict):
            self._tell_copy(located, self._brings(located))
            self._bring(located)
            if "grows" in located.data:
                self._add("branch", name, located, ())
                return
            scenes = located.data.get("scenes")
            self.scenes[name] = scenes.keys() if isinstance(scenes, dict) else set()
        self._add("story", name, located, ())
        story: Story | None = self._items["story"].get(name)
        if not is_reviewed and story is not None:
            self._unreviewed(name, story)

    def _tell_copy(self, located: LocatedData, ids: Iterable[tuple[ItemKind, str]]) -> None:
        """One finding for a file that gives what another one gives already, in place of one for each id."""
        given = [name for name in ids if name not in self._overriding]
        first = original(self._homes[name][0].file if name in self._homes else None for name in given)
        if first is not None:
            self.findings.append(copy(first, located.file))
            self._copies.add(located.file)

    def is_elsewhere(self, located: LocatedData) -> bool:
        """Whether a file is a story in the place of something else; it is then told and left out."""
        if not (located.whole and is_story(located.data)):
            return False
        self._whole(located)
        self.findings.append(story_elsewhere(located.file))
        self.unread |= keys(located.text)
        return True

    def _brings(self, located: LocatedData) -> Iterator[tuple[ItemKind, str]]:
        for part, kind in OWN_EVIDENCE.items():
            if isinstance(located.data.get(part), dict):
                yield from ((kind, name) for name in located.data[part])

    def _bring(self, located: LocatedData) -> None:
        """The evidence that a story or a branch brings in its own file."""
        for part, kind in OWN_EVIDENCE.items():
            if isinstance(located.data.get(part), dict):
                self._brought |= {(kind, each) for each in located.data[part] if each not in self.declared[kind]}
                self.add_mapping(kind, located, part)
        own = located.data.get("claims")
        if isinstance(own, dict) and "grows" not in located.data:
            self._about_unsaid[Path(located.file).stem] = [
                name for name, claim in own.items()
                if isinstance(claim, dict) and "about" not in claim and self._is_from(located, "claim", name)
            ]  # fmt: skip

    def _is_from(self, located: LocatedData, kind: ItemKind, name: str) -> bool:
        return (kind, name) in self._homes and self._homes[kind, name][0] is located

    def grow(self) -> None:
        """Grow every story that has a branch, once all were read."""
        for name, branch in self._items["branch"].items():
            if fault := self._ungrowable(name, branch):
                self._report(self._homes["branch", name][0], fault)
                continue
            story: Story | None = self._items["story"].get(branch.grows)
            if story is None:
                continue
            for clash in self._clashes(branch, story):
                self._report(self._homes["branch", name][0], clash)
            self._items["story"][name] = grown(story, branch)
            self.declared["story"].add(name)
            self.scenes[name] = set(branch.scenes) | self.scenes.get(branch.grows, set())
            self._unreviewed(name, branch)
            if branch.grows in self.misshapen:
                self.misshapen.add(name)

    def tell_about(self) -> None:
        """Let the claims of a story's own file that do not say whom they are about be about the story's person."""
        for file, claims in self._about_unsaid.items():
            story: Story | None = self._items["story"].get(file)
            if story is not None and story.person in self._items["person"]:
                known = self._items["claim"]
                known |= {name: replace(known[name], about=(story.person,)) for name in claims if name in known}

    def _unreviewed(self, name: str, file: OwnEvidence) -> None:
        author = file.author or ""
        self.unreviewed_stories[name] = author
        self.unreviewed_claims |= dict.fromkeys(file.claims, author)

    def _ungrowable(self, name: str, branch: Branch) -> SchemaViolation | None:
        if name in self.declared["story"]:
            return SchemaViolation(
                (), "duplicate-id", f"There is a story '{name}' already.", "Give this file another name."
            )
        is_here = branch.edition in ("", self.edition.id)
        if is_here and branch.grows in self.declared["story"] and branch.grows not in self._items["branch"]:
            return None
        if not is_here:
            says = f"This branch grows in the edition '{branch.edition}', and '{self.edition.id}' is open."
            return SchemaViolation(
                ("edition",), "missing-target", says, edition_strings.OPEN_IT.format(edition=branch.edition)
            )
        known = self.declared["story"] - set(self._items["branch"])
        hint = nearest(branch.grows, known) or f"There are: {', '.join(sorted(known))}."
        return SchemaViolation(("grows",), "missing-target", f"There is no story '{branch.grows}' to grow.", hint)

    def _clashes(self, branch: Branch, story: Story) -> Iterator[SchemaViolation]:
        """Scenes that are not there to be added to, and ids that the story has already."""
        for scene, added in branch.adds.items():
            if scene not in story.scenes:
                says = f"There is no scene '{scene}' in the story."
                yield SchemaViolation(
                    ("adds", scene), "missing-target", says, nearest(scene, story.scenes), at_key=True
                )
                continue
            for choice in added.choices:
                if choice in story.scenes[scene].choices:
                    path = ("adds", scene, "choices", choice)
                    yield SchemaViolation(path, "duplicate-id", f"The scene has a choice '{choice}' already.",
                                "Rename one of them.", at_key=True)  # fmt: skip
        for scene in branch.scenes:
            if scene in story.scenes:
                yield SchemaViolation(("scenes", scene), "duplicate-id", f"The story has a scene '{scene}' already.",
                            "Rename one of them.", at_key=True)  # fmt: skip

    def add_edition(self, located: LocatedData) -> None:
        """The file that says what is true of the whole library."""
        self._add("edition", EDITION, located, ())

    @property
    def edition(self) -> Edition:
        """What was read of it so far."""
        return next(iter(self._items["edition"].values()), NO_EDITION)

    def add_aside(self, located: LocatedData) -> None:
        """A file that holds one page beside the stories; its id is the file's name."""
        self._add("aside", Path(located.file).stem, located, ())

    def add_mapping(self, kind: ItemKind, located: LocatedData, *base: Step) -> None:
        """A file, or one part of it, that maps ids to items of one kind."""
        if not self._whole(located) or (not base and self.is_elsewhere(located)):
            self.broken.add(kind)
            return
        data = located.data
        if not base and isinstance(data, dict):
            self._tell_copy(located, ((kind, name) for name in data))
        for step in base:
            data = data.get(step, {}) if isinstance(data, dict) else None
        if data is None and kind == "thread":
            return  # an edition without threads may keep the file, with a comment on what it is for
        if not isinstance(data, dict):
            self._report(
                located,
                SchemaViolation(
                    base,
                    "wrong-type",
                    "Expected ids, with what each stands for.",
                    "Write lines such as 'some-id: {…}'.",
                ),
            )
            return
        for name in list(data):
            self._add(kind, name, located, (*base, name))

    def allow_keys(self, located: LocatedData, allowed: tuple[str, ...]) -> None:
        """Report every other key at the top of a file."""
        if located.whole and isinstance(located.data, dict):
            for key in located.data:
                if key not in allowed:
                    hint = nearest(key, allowed) or f"Known here: {', '.join(allowed)}."
                    says = f"'{key}' is not a part of this file."
                    self._report(located, SchemaViolation((key,), "unknown-field", says, hint, at_key=True))

    def _whole(self, located: LocatedData) -> bool:
        if located.findings and located.file not in self._reported:
            self._reported.add(located.file)
            self.findings.extend(located.findings)
        return located.whole

    def _add(self, kind: ItemKind, name: str, located: LocatedData, base: DataPath) -> None:
        if not self._whole(located):
            self.declared[kind].add(name)
            self.misshapen.add(name)
            return
        if (kind, name) in self._overriding:
            return
        if name in self.declared[kind] and located.file in self._copies:
            return
        if name in self.declared[kind]:
            note = Note(self.span(kind, name), "first here") if (kind, name) in self._homes else None
            span = located.span(*base, key=True)
            if note is not None and (kind, name) in self._brought:
                note, span = Note(span, "here too"), note.span
            says = f"There is {with_article(kind)} '{name}' already."
            self.findings.append(Finding(code="duplicate-id", span=span, says=says, hint="Rename one of them.",
                                         notes=(note,) if note else ()))  # fmt: skip
            return
        self.declared[kind].add(name)
        self._homes[kind, name] = (located, base)
        try:
            self._items[kind][name] = msgspec.convert(_part(located.data, base), ITEM_TYPES[kind])
        except msgspec.ValidationError:
            if kind == "story":
                self.misshapen.add(name)
            if not base:
                located.reread()
            data = _part(located.data, base)
            violations = faults(data, ITEM_TYPES[kind])
            for fault in violations:
                self._report(located, fault, base)
            usable, left_out = salvage(data, ITEM_TYPES[kind], violations)
            self._left_out[kind, name] = left_out
            if usable is not None:
                self._items[kind][name] = usable

    def _report(self, located: LocatedData, fault: SchemaViolation, base: DataPath = ()) -> None:
        span = located.span(*base, *fault.path, key=fault.at_key)
        self.findings.append(Finding(code=fault.code, span=span, says=fault.says, hint=fault.hint))


def _part(data: Any, path: DataPath) -> Any:
    for step in path:
        data = data[step]
    return data
