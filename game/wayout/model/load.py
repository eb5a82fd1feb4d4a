"""How do folders of YAML become a Library, or findings that say why not?

The loader: which files are read in which order, parsing, deserialisation, validation; findings in place of
exceptions.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from wayout.model.edition import EDITION, Edition
from wayout.model.file_access import Folders, Refusal, edition_folders, is_other, not_read, other_endings, yaml_files
from wayout.model.findings import Finding, Span, sort_key
from wayout.model.library import ABOUT, CARE, GLOSSARY
from wayout.model.load_result import ItemKind, LoadResult
from wayout.model.story import Scene
from wayout.model.yaml.reader import LocatedData, read

MAPPING_FILES: Mapping[str, ItemKind] = {
    "acts.yaml": "act", "answers.yaml": "answer", "threads.yaml": "thread", f"{GLOSSARY}.yaml": "term",
}  # fmt: skip
"""Files of a story folder that map ids to things."""
SEED_FILES = ("documents.yaml", "people.yaml", "places.yaml")
"""The files of evidence that are read, beside those of the folder of claims."""
EDITION_FILE = f"{EDITION}.yaml"
NOT_STORIES = (EDITION_FILE, *MAPPING_FILES, f"{CARE}.yaml", f"{ABOUT}.yaml")
"""Files of a story folder that are not stories, beside the foreword, whose name the edition says."""


def _scene(data: Any) -> Any:
    """A scene as soon as it is read; as it was if it is misshapen: then the whole story is looked at again."""
    try:
        return msgspec.convert(data, Scene)
    except msgspec.ValidationError:
        return data


FINISH = {"scenes": _scene}


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


def load(
    folders: Folders, only: Iterable[Path] = (), instead: Iterable[Path] = (), without: Iterable[Path] = (),
    *, is_own: bool = False,
) -> LoadResult:  # fmt: skip
    """Read all evidence and all stories, or only the story files named; files and folders of `without` are not read.

    The files of `instead`, and of folders named there, of any kind, are read first, and replace what the folders hold
    under the same ids; with `is_own` their stories are a writer's, which nobody has reviewed. Trail files in such a
    folder, and in any but the first folder of stories, are no part of a library.
    """
    from wayout.model.trail_format import is_trail

    loaded = LoadResult()
    with collector_off():
        left_out = {os.path.realpath(path) for path in without}
        home = next(iter(folders.stories), None)
        left_out |= _add_instead(loaded, tuple(instead), folders, left_out, is_own=is_own)
        loaded.override()

        def left(paths: Iterable[Path]) -> list[Path]:
            return [path for path in paths if os.path.realpath(path) not in left_out]

        for path in left(folders.seeds / name for name in SEED_FILES):
            _add_file(loaded, path, folders.seeds)
        seed_files = yaml_files(folders.seeds)
        for path in (*other_endings(folders.seeds), *(seed_files if isinstance(seed_files, list) else ())):
            if path.name not in SEED_FILES:
                loaded.findings.append(not_read(name_of(path), SEED_FILES))
        for path in left(_files_of(loaded, folders.seeds / "claims", "claim")):
            loaded.add_mapping("claim", _read(path, folders.seeds))
        stories = left(folders.stories)
        beside = _add_beside(loaded, stories, left, home)
        named: list[tuple[Path, Path | None]] = [(path, None) for path in only]
        for path, within in named or [(path, folder) for folder in stories
                                      for path in _files_of(loaded, folder, "story")
                                      if folder == home or not is_trail(path)]:  # fmt: skip
            if path.name not in beside and os.path.realpath(path) not in left_out:
                loaded.add_story(_read(path, within), is_reviewed=within in (None, home))
        loaded.grow()
        loaded.tell_about()
    loaded.findings.sort(key=sort_key)
    return loaded


def _add_instead(
    loaded: LoadResult, instead: Sequence[Path], folders: Folders, left_out: Set[str], *, is_own: bool
) -> Set[str]:
    """Add files, and those of folders, that replace what is read later; the real paths of all that were read."""
    home, added = next(iter(folders.stories), None), set[str]()
    edition = read_edition(folders) if instead else loaded.edition
    pages = not_stories(edition)
    for path in instead:
        loaded.lent = edition_folders()
        within = path if path.is_dir() else None
        for file in _story_files(loaded, path, folders) if within else (path,):
            real = os.path.realpath(file)
            if file.name == EDITION_FILE:
                _add_edition(loaded, file, home)
            elif real not in left_out | added and (within is None or _belongs(file, path, folders, edition)):
                _add_file(loaded, file, within, pages, is_reviewed=not is_own)
                added.add(real)
    return added


def _add_beside(
    loaded: LoadResult, stories: Iterable[Path], left: Callable[[Iterable[Path]], list[Path]], home: Path | None
) -> tuple[str, ...]:
    """Add what stands beside the stories of some folders, the edition first; the names of all such files."""
    for path in left(folder / EDITION_FILE for folder in stories):
        if os.path.lexists(path):
            _add_edition(loaded, path, home)
    beside = not_stories(loaded.edition)
    for folder in stories:
        for path in left(folder / name for name in beside if name != EDITION_FILE):
            if os.path.lexists(path):
                _add_file(loaded, path, folder)
    return beside


def not_stories(edition: Edition) -> tuple[str, ...]:
    """Files of a story folder that are not stories: those of NOT_STORIES, and the foreword of an edition."""
    return (*NOT_STORIES, *((f"{edition.foreword.page}.yaml",) if edition.foreword else ()))


def read_edition(folders: Folders) -> Edition:
    """What the edition file of some folders says; what holds without one, if it is faulty."""
    loaded = LoadResult()
    for folder in folders.stories[:1]:
        if (folder / EDITION_FILE).is_file():
            loaded.add_edition(_read(folder / EDITION_FILE, folder))
    return loaded.edition


def _add_edition(loaded: LoadResult, path: Path, home: Path | None) -> None:
    """Add the edition file of the first folder; another folder adds to that edition, and is none here."""
    if home is not None and os.path.realpath(path.parent) == os.path.realpath(home):
        loaded.add_edition(_read(path, home))
        return
    hint = f"Open the edition by itself: --edition {path.parent.parent}"
    says = "This folder is an edition of its own, and is read here as stories for another one."
    loaded.findings.append(Finding(code="not-read", span=Span(name_of(path), 1, 1, 2), says=says, hint=hint))


def _add_file(
    loaded: LoadResult, path: Path, within: Path | None, pages: tuple[str, ...] = (), *, is_reviewed: bool = True
) -> None:
    """Add a file of any kind; its name, its folder or its content says of which. `pages` are no stories either."""
    if is_other(path.name):
        loaded.findings.append(not_read(name_of(path)))
    located = _read(path, within)
    mappings: dict[str, ItemKind] = {"people.yaml": "person", "places.yaml": "place", **MAPPING_FILES}
    beside = (*not_stories(loaded.edition), *pages)
    if path.name in (*beside, *mappings, "documents.yaml") and loaded.is_elsewhere(located):
        loaded.broken |= {mappings[path.name]} if path.name in mappings else {"origin", "document", "aside"}
    elif path.name == "documents.yaml":
        loaded.add_mapping("origin", located, "origins")
        loaded.add_mapping("document", located, "documents")
        loaded.allow_keys(located, ("origins", "documents"))
    elif path.name in mappings:
        loaded.add_mapping(mappings[path.name], located)
    elif path.name in beside:
        loaded.add_aside(located)
    elif path.parent.name == "claims" or _holds_claims(located.data):
        loaded.add_mapping("claim", located)
    else:
        loaded.add_story(located, is_reviewed=is_reviewed)


def _holds_claims(data: Any) -> bool:
    return isinstance(data, dict) and any(isinstance(item, dict) and "says" in item for item in data.values())


def _read(path: Path, within: Path | None) -> LocatedData:
    return read(path, name_of(path), within, FINISH)


def name_of(path: Path) -> str:
    """A file's name as a person here would type it; a link keeps its own."""
    try:
        return str(Path(os.path.realpath(path.parent), path.name).relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def _story_files(loaded: LoadResult, folder: Path, folders: Folders) -> list[Path]:
    """The YAML files of a folder of stories; of one that is not wholly of this edition nothing is found fault with."""
    if folders.is_whole(folder):
        return _files_of(loaded, folder, "story")
    listed = yaml_files(folder)
    return listed if isinstance(listed, list) else []


def _belongs(file: Path, within: Path, folders: Folders, edition: Edition) -> bool:
    """Whether a file of a folder is no trail, and of the edition that is open: a reader's branch may name another."""
    from wayout.model.trail_format import is_trail

    if is_trail(file) or within != folders.own:
        return not is_trail(file)
    data = _read(file, within).data
    named = data.get("edition", "") if isinstance(data, dict) and "grows" in data else ""
    return named == edition.id if isinstance(named, str) and named else folders.reads_all_own


def _files_of(loaded: LoadResult, folder: Path, kind: ItemKind) -> list[Path]:
    """The YAML files of a folder; where it is refused, what may be missing because of that is no second fault."""
    loaded.findings.extend(not_read(name_of(path)) for path in other_endings(folder))
    listed = yaml_files(folder)
    if isinstance(listed, Refusal):
        loaded.findings.append(listed.finding(name_of(folder)))
        loaded.broken.add(kind)
        return []
    return listed
