"""How do folders of YAML become a Library, or findings that say why not?"""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import msgspec

from game.model.beside import ASIDES, GLOSSARY, Aside, Term
from game.model.evidence import Claim, Document, Origin, Person, Place
from game.model.findings import Finding, Note, Span, sort_key
from game.model.folders import Folders
from game.model.library import Library
from game.model.located import Located, read
from game.model.places import DataPath, Step
from game.model.prune import LeftOut, pruned
from game.model.shape import Fault, faults, nearest
from game.model.story import Act, Scene, Story

ItemKind = Literal["story", "act", "person", "place", "origin", "document", "claim", "term", "aside"]
TYPES: Mapping[ItemKind, Any] = {
    "story": Story, "act": Act, "person": Person, "place": Place,
    "origin": Origin, "document": Document, "claim": Claim,
    "term": Term, "aside": Aside,
}  # fmt: skip
MAPPINGS: Mapping[str, ItemKind] = {"acts.yaml": "act", f"{GLOSSARY}.yaml": "term"}
"""Files of a story folder that map ids to things."""
NOT_STORIES = (*MAPPINGS, *(f"{name}.yaml" for name in ASIDES))
"""Files of a story folder that are not stories."""


class Loaded:
    """What was read: the library of all that has the right shape, the findings, and where everything stands."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.declared: dict[ItemKind, set[str]] = {kind: set() for kind in TYPES}
        """Every id that a file gives, also to what turned out to be misshapen: links to it are no second fault."""
        self.misshapen: set[str] = set()
        """Stories of which a part was left out: proofs over the whole of them would mislead."""
        self.scenes: dict[str, set[str]] = {}
        """Every scene id of every story, misshapen or not."""
        self.broken: set[ItemKind] = set()
        """Kinds of which a whole file could not be read: their missing ids are no second fault."""
        self._left_out: dict[tuple[ItemKind, str], LeftOut] = {}
        self._reported: set[str] = set()
        self._overriding: set[tuple[ItemKind, str]] = set()
        self._items: dict[ItemKind, dict[str, Any]] = {kind: {} for kind in TYPES}
        self._homes: dict[tuple[ItemKind, str], tuple[Located, DataPath]] = {}

    @property
    def library(self) -> Library:
        """All that has the right shape, frozen."""
        items = {kind: MappingProxyType(found) for kind, found in self._items.items()}
        return Library(stories=items["story"], acts=items["act"], people=items["person"], places=items["place"],
                       origins=items["origin"], documents=items["document"], claims=items["claim"],
                       terms=items["term"], asides=items["aside"])  # fmt: skip

    def span(self, kind: ItemKind, name: str, *path: Step, key: bool = False) -> Span:
        """Where a part of an item stands in its file."""
        located, base = self._homes[kind, name]
        left_out = self._left_out.get((kind, name))
        written = left_out.as_written(path) if left_out else path
        return located.span(*base, *written, key=key or not path)

    def is_maimed(self, kind: ItemKind, name: str, *path: Step) -> bool:
        """Whether something misshapen was left out at or below a path: what is missing there is no second fault."""
        left_out = self._left_out.get((kind, name))
        return left_out is not None and left_out.maims(left_out.as_written(path))

    def override(self) -> None:
        """Let all that was read so far replace what is read from now on under the same ids."""
        self._overriding = {(kind, name) for kind, names in self.declared.items() for name in names}

    def add_story(self, located: Located) -> None:
        """A file that holds one story; its id is the file's name."""
        name = Path(located.file).stem
        if ("story", name) in self._overriding:
            return
        if self._whole(located) and isinstance(located.data, dict):
            scenes = located.data.get("scenes")
            self.scenes[name] = set(scenes) if isinstance(scenes, dict) else set()
        self._add("story", name, located, ())

    def add_aside(self, located: Located) -> None:
        """A file that holds one page beside the stories; its id is the file's name."""
        self._add("aside", Path(located.file).stem, located, ())

    def add_mapping(self, kind: ItemKind, located: Located, *base: Step) -> None:
        """A file, or one part of it, that maps ids to items of one kind."""
        if not self._whole(located):
            self.broken.add(kind)
            return
        data = located.data
        for step in base:
            data = data.get(step, {}) if isinstance(data, dict) else None
        if not isinstance(data, dict):
            self._report(
                located, Fault(base, "wrong-type", "Expected a mapping of ids.", "Write 'some-id: {…}' lines.")
            )
            return
        for name in list(data):
            self._add(kind, name, located, (*base, name))

    def allow_keys(self, located: Located, allowed: tuple[str, ...]) -> None:
        """Report every other key at the top of a file."""
        if located.whole and isinstance(located.data, dict):
            for key in located.data:
                if key not in allowed:
                    hint = nearest(key, allowed) or f"Known here: {', '.join(allowed)}."
                    says = f"'{key}' is not a part of this file."
                    self._report(located, Fault((key,), "unknown-field", says, hint, at_key=True))

    def _whole(self, located: Located) -> bool:
        if located.findings and located.file not in self._reported:
            self._reported.add(located.file)
            self.findings.extend(located.findings)
        return located.whole

    def _add(self, kind: ItemKind, name: str, located: Located, base: DataPath) -> None:
        if not self._whole(located):
            self.declared[kind].add(name)
            self.misshapen.add(name)
            return
        if (kind, name) in self._overriding:
            return
        if name in self.declared[kind]:
            note = Note(self.span(kind, name), "first here") if (kind, name) in self._homes else None
            span = located.span(*base, key=True)
            says = f"There is a {kind} '{name}' already."
            self.findings.append(Finding(code="duplicate-id", span=span, says=says, hint="Rename one of them.",
                                         notes=(note,) if note else ()))  # fmt: skip
            return
        self.declared[kind].add(name)
        self._homes[kind, name] = (located, base)
        try:
            if kind == "story":
                _convert_scenes(located.data)
            self._items[kind][name] = msgspec.convert(_part(located.data, base), TYPES[kind])
        except msgspec.ValidationError:
            if kind == "story":
                self.misshapen.add(name)
                located.reread()
            data = _part(located.data, base)
            found = faults(data, TYPES[kind])
            for fault in found:
                self._report(located, fault, base)
            kept, left_out = pruned(data, TYPES[kind], found)
            self._left_out[kind, name] = left_out
            if kept is not None:
                self._items[kind][name] = kept

    def _report(self, located: Located, fault: Fault, base: DataPath = ()) -> None:
        span = located.span(*base, *fault.path, key=fault.at_key)
        self.findings.append(Finding(code=fault.code, span=span, says=fault.says, hint=fault.hint))


def _part(data: Any, path: DataPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _convert_scenes(story: Any) -> None:
    """Convert one scene after the other, in place: the data of a long story never stands beside its Structs."""
    scenes = story.get("scenes") if isinstance(story, dict) else None
    if isinstance(scenes, dict):
        for name, scene in scenes.items():
            scenes[name] = msgspec.convert(scene, Scene)


@contextmanager
def collector_off() -> Iterator[None]:
    """Without the cyclic collector, which walks ever more objects while data grows and finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load(folders: Folders, only: Iterable[Path] = (), instead: Iterable[Path] = ()) -> Loaded:
    """Read all evidence and all stories, or only the story files named.

    The files of `instead`, of any kind, are read first, and replace what the folders hold under the same ids.
    """
    loaded = Loaded()
    with collector_off():
        for path in instead:
            _add_file(loaded, path)
        loaded.override()
        taken = {path.resolve() for path in instead}
        for path in (folders.seeds / f"{name}.yaml" for name in ("documents", "people", "places")):
            if path.resolve() not in taken:
                _add_file(loaded, path)
        for path in yaml_files(folders.seeds / "claims"):
            if path.resolve() not in taken:
                loaded.add_mapping("claim", _read(path))
        for folder in folders.stories:
            for path in (folder / name for name in NOT_STORIES):
                if path.exists() and path.resolve() not in taken:
                    _add_file(loaded, path)
        for path in only or [path for folder in folders.stories for path in yaml_files(folder)]:
            if path.name not in NOT_STORIES and path.resolve() not in taken:
                loaded.add_story(_read(path))
    loaded.findings.sort(key=sort_key)
    return loaded


def _add_file(loaded: Loaded, path: Path) -> None:
    """Add a file of any kind; its name, its folder or its content says of which."""
    located = _read(path)
    mappings: dict[str, ItemKind] = {"people.yaml": "person", "places.yaml": "place", **MAPPINGS}
    if path.name == "documents.yaml":
        loaded.add_mapping("origin", located, "origins")
        loaded.add_mapping("document", located, "documents")
        loaded.allow_keys(located, ("origins", "documents"))
    elif path.name in mappings:
        loaded.add_mapping(mappings[path.name], located)
    elif path.name in NOT_STORIES:
        loaded.add_aside(located)
    elif path.parent.name == "claims" or _holds_claims(located.data):
        loaded.add_mapping("claim", located)
    else:
        loaded.add_story(located)


def _holds_claims(data: Any) -> bool:
    return isinstance(data, dict) and any(isinstance(item, dict) and "says" in item for item in data.values())


def _read(path: Path) -> Located:
    return read(path, name_of(path))


def name_of(path: Path) -> str:
    """A file's name as a person here would type it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder, by name; none where there is no such folder."""
    return sorted(path for path in folder.glob("*.yaml") if path.is_file())
