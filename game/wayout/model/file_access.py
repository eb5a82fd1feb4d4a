"""Which files are read, how much of them at most, which are refused, and how is a new one written?

Safe reading of files: extensions, files that are not read (wrong name or folder), no devices, no links that leave the
folder, hidden files, ranges of lines; a new file that overwrites none; and input limits against resource exhaustion
(bytes of a file, a folder and a trail, number of files, nesting depth, length of a text, faults, steps of a trail):
what is larger is a finding, never a wait and never a full memory.
"""

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from itertools import count, islice
from pathlib import Path
from typing import Any, TextIO

from msgspec import Struct

from wayout.locale import strings
from wayout.model.findings import Finding, Note, Span

MAX_FILE_BYTES = 32 * 2**20
"""Bytes of a file: nearly twice a story of 10,000 scenes."""
MAX_EVENTS = 2_000_000
"""Parser events of a file: keys, values, beginnings and ends of mappings and lists; 10,000 scenes have 1,250,000."""
MAX_DEPTH = 32
"""Nesting depth of mappings and lists; our format needs about ten."""
MAX_TEXT_LENGTH = 100_000
"""Characters in one text or key: a long chapter of a book."""
MAX_FAULTS_PER_FILE = 1_000
"""Faults of YAML in a file; after so many, the rest of it is not read."""
MAX_FILES = 1_000
"""YAML files in a folder."""
MAX_FOLDER_BYTES = 64 * 2**20
"""Bytes of all YAML files in a folder together."""
MAX_TRAIL_BYTES = 2**20
"""Bytes of a trail file; one of a whole evening has about 10,000."""
MAX_TRAIL_STEPS = 5_000
"""Steps of a trail; reading all there is takes about 300."""

YAML_SUFFIX = ".yaml"
OTHER_SUFFIXES = (".yml", ".yaml")
"""With letters of any case: what other programs take for YAML."""


class Refusal(Struct, frozen=True):
    """Why a file or a folder is not read: the code of the finding, what it says, and a hint."""

    code: str
    says: str
    hint: str

    def finding(self, name: str) -> Finding:
        """The finding at a file or folder of a name."""
        return Finding(code=self.code, span=Span(name, 1, 1, 2), says=self.says, hint=self.hint)


def contents(path: Path, within: Path | None = None, most: int = MAX_FILE_BYTES) -> bytes | Refusal:
    """What a regular file of bearable size holds; `within` is the folder that a link must not lead out of.

    Nothing else is opened: a pipe would never end, and a device may do something.
    """
    try:
        if within is not None and leads_out(path, within):
            return Refusal("link-outside", "This link leads out of its folder.", "Put the file itself here.")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Refusal("unreadable", "This is not a regular file.", "Name a YAML file.")
        if status.st_size <= most:
            with path.open("rb") as file:
                raw = file.read(most + 1)
            if len(raw) <= most:
                return raw
    except (OSError, ValueError) as error:
        return unreadable(error)
    return Refusal("over-limit", f"The file is larger than {most // 2**20} MiB.", "Split it.")


def is_special(path: Path) -> bool:
    """Whether something that is no regular file stands where one is to be written: a pipe, a device, a folder."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def unreadable(error: OSError | ValueError) -> Refusal:
    """A file that the system does not give."""
    why = getattr(error, "strerror", None) or str(error)
    return Refusal("unreadable", f"The file cannot be opened: {why}.", "Check its name and rights.")


def yaml_files(folder: Path) -> list[Path] | Refusal:
    """The YAML files of a folder in the order of their names, or why none of them is read; none where it is not there.

    The names are looked at one by one: a folder of any size costs no more than the limit.
    """
    names: list[str] = []
    size = 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(YAML_SUFFIX) and not is_hidden(entry.name):
                    names.append(entry.name)
                    with suppress(OSError):
                        size += entry.stat().st_size
                    if len(names) > MAX_FILES:
                        says = f"The folder holds more than {MAX_FILES:,} YAML files."
                        return Refusal("over-limit", says, "Keep stories of one project here, and nothing else.")
    except FileNotFoundError:
        return []
    except OSError as error:
        return Refusal("unreadable", f"The folder cannot be opened: {error.strerror}.", "Check its rights.")
    if size > MAX_FOLDER_BYTES:
        says = f"The YAML files of the folder are larger than {MAX_FOLDER_BYTES // 2**20} MiB together."
        return Refusal("over-limit", says, "Make several folders of them.")
    return [folder / name for name in sorted(names)]


def is_hidden(name: str) -> bool:
    """Whether a name is one that editors and systems give to files of their own, such as .#a.yaml and ._a.yaml."""
    return name.startswith((".", "~", "#"))


def other_endings(folder: Path) -> list[Path]:
    """Files of a folder that other programs take for YAML, and that are not read here."""
    return [folder / name for name in _names(folder, is_other)]


def unread_folders(folder: Path) -> list[Path]:
    """Folders in a folder that hold files of YAML: these are not read."""
    inside = [folder / name for name in _names(folder, lambda name: not is_hidden(name), folders=True)]
    return [inner for inner in inside if _names(inner, lambda name: name.endswith(YAML_SUFFIX) or is_other(name))]


def is_other(name: str) -> bool:
    """Whether a file's name ends like one of YAML, and not in .yaml."""
    return name.lower().endswith(OTHER_SUFFIXES) and not name.endswith(YAML_SUFFIX) and not is_hidden(name)


def _names(folder: Path, wanted: Callable[[str], bool], *, folders: bool = False) -> list[str]:
    """Names in a folder that are wanted, sorted, and not more than the limit; none where it is not given."""
    try:
        with os.scandir(folder) as entries:
            names = (
                entry.name for entry in entries if wanted(entry.name) and entry.is_dir(follow_symlinks=False) == folders
            )
            return sorted(islice(names, MAX_FILES))
    except OSError:
        return []


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a path ends, by links, outside a folder."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


class Folders(Struct, frozen=True):
    """Where stories and their evidence are read from.

    `own` is the reader's own folder among those of stories: branches in it that name another edition belong to that
    one, and are left out without a word. Where another edition than the shipped one is open, only the branches that
    name it are read there (`reads_all_own` is false).
    """

    seeds: Path
    stories: tuple[Path, ...]
    own: Path | None = None
    reads_all_own: bool = True

    def is_whole(self, folder: Path) -> bool:
        """Whether everything in a folder belongs to the edition that is open."""
        return self.reads_all_own or folder != self.own


@cache
def shipped() -> Folders:
    """The folders that travel with the program: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    root = package / "data" if (package / "data").is_dir() else package.parent.parent
    return Folders(root / "seeds", (root / "story",))


EDITION_VARIABLE = "WAYOUT_EDITION"
"""The environment variable that names the folder of the edition that is opened; `--edition` sets it for a command."""


def edition_folders() -> Folders:
    """The folders of the edition that is open: the one that was asked for, else what travels with the program."""
    asked_for = os.environ.get(EDITION_VARIABLE)
    return folders_of(Path(asked_for)) if asked_for else shipped()


def folders_of(edition: Path) -> Folders:
    """The folders of an edition, by the folder that it is."""
    root = edition.absolute()
    return Folders(root / "seeds", (root / "story",))


_PART = re.compile(r"([1-9][0-9]{0,8})(?:\s*[-–]\s*([1-9][0-9]{0,8}))?").fullmatch


@lru_cache(maxsize=4096)
def line_ranges(text: str | int) -> tuple[range, ...] | None:
    """The ranges of line numbers, counted from 1, or None if they are malformed."""
    ranges = []
    for part in str(text).split(","):
        match = _PART(part.strip())
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first:
            return None
        ranges.append(range(first, last + 1))
    return tuple(ranges)


def last_line(ranges: Iterable[range]) -> int:
    """The highest line that the ranges name."""
    return max(lines[-1] for lines in ranges)


def merged_ranges(ranges: Iterable[range]) -> tuple[range, ...]:
    """The same lines in order, in as few ranges as there can be: what is the same lines is then equal."""
    merged: list[range] = []
    for lines in sorted(ranges, key=lambda lines: (lines.start, lines.stop)):
        if merged and lines.start <= merged[-1].stop:
            merged[-1] = range(merged[-1].start, max(merged[-1].stop, lines.stop))
        else:
            merged.append(lines)
    return tuple(merged)


MIN_SHARED_IDS = 3
"""Ids that two files must share to be copies of each other; fewer may be slips of the pen."""
RESERVED_FILE_NAMES = {
    "acts.yaml": "the list of acts", "answers.yaml": "the list of answers",
    "glossary.yaml": "the glossary", "people.yaml": "the list of people",
    "places.yaml": "the list of places", "documents.yaml": "the list of documents",
}  # fmt: skip
_KEY = re.compile(r"(?:^|[{,])[ \t]*([a-z0-9][a-z0-9-]*):(?=\s|$)", re.MULTILINE).findall


def original(homes: Iterable[str | None]) -> str | None:
    """Of a file, by the file that has each of its ids already: the one that it repeats for the most part."""
    known = list(homes)
    shared = Counter(home for home in known if home is not None)
    if not shared:
        return None
    file, count = shared.most_common(1)[0]
    return file if count >= MIN_SHARED_IDS and 2 * count > len(known) else None


def copy(first_file: str, other: str) -> Finding:
    """The finding at the one of two files with the same ids that is named like a copy; else at the second."""
    stem, first = Path(other).stem, Path(first_file).stem
    file, original_file = (first_file, other) if first.startswith(stem) and first != stem else (other, first_file)
    says = f"{Path(file).name} gives the same ids as {Path(original_file).name}: it looks like a copy of it."
    return Finding(code="duplicate-id", span=Span(file, 1, 1, 2), says=says,
                   hint="Keep one of the two here. For a story of its own, rename every id in the copy.",
                   notes=(Note(Span(original_file, 1, 1, 2), "the other file"),))  # fmt: skip


def is_story(data: Any) -> bool:
    """Whether data has the parts of a story or a branch."""
    if not isinstance(data, dict):
        return False
    return (isinstance(data.get("scenes"), dict) and "start" in data) or ("grows" in data and "adds" in data)


def story_elsewhere(file: str) -> Finding:
    """The finding at a story in the place of something else."""
    path = Path(file)
    if path.parent.name == "claims":
        says, hint = "This is a story, and it stands among the files of claims.", "Move it into the folder 'story'."
    else:
        reserved = RESERVED_FILE_NAMES.get(path.name, "a page beside the stories")
        says = f"This is a story, and {path.name} is the name of {reserved}."
        hint = "Give the file another name: the story's id is made from it."
    return Finding(code="bad-id", span=Span(file, 1, 1, 2), says=says, hint=hint)


def keys(text: str) -> set[str]:
    """All that may be an id in a file that cannot be read to its end."""
    return set(_KEY(text))


def not_read(file: str, known: Sequence[str] = ()) -> Finding:
    """The finding at a file whose name has another ending, or is none of those that are known in its folder."""
    path = Path(file)
    says = f"{path.name} is not read in its folder: only names that end in .yaml are."
    hint = f"Rename it {path.stem}.yaml."
    if known and f"{path.stem}.yaml" not in known:
        says = f"{path.name} is not read: in this folder are read {', '.join(known)}."
        hint = "Move it into the folder 'claims' if it holds claims, or to the stories; else rename it."
    return Finding(code="not-read", span=Span(file, 1, 1, 2), says=says, hint=hint)


def write_new(file: Path, text: str) -> Path:
    """Write a file that was not there: NAME, else NAME-2, NAME-3 and so on.

    Raises OSError, or ValueError for no name at all; then nothing is left of it.
    """
    if is_special(file):
        raise ValueError(strings.NO_FILE)
    for number in count(1):
        free = file if number == 1 else file.with_name(f"{file.stem}-{number}{file.suffix}")
        try:
            _fill(free.open("x", encoding="utf-8", newline="\n"), text)
        except FileExistsError:
            continue
        return free
    raise AssertionError


def _fill(out: TextIO, text: str) -> None:
    """Write all of it, or take the file away."""
    try:
        with out:
            out.write(text)
    except OSError:
        with suppress(OSError):
            Path(out.name).unlink()
        raise
