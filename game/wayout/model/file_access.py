"""Which files are read, and which are refused: too large, no files at all, links that lead elsewhere?

Safe reading of files: size limit, no devices, no links that leave the folder; ranges of lines.
"""

import os
import re
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from msgspec import Struct

from wayout.model.findings import Finding, Span
from wayout.model.limits import MAX_BYTES, MAX_FILES, MAX_FOLDER_BYTES

YAML = ".yaml"
OTHER_ENDINGS = (".yml", ".yaml")
"""With letters of any case: what other programs take for YAML."""


class Refusal(Struct, frozen=True):
    """Why a file or a folder is not read: the code of the finding, what it says, and a hint."""

    code: str
    says: str
    hint: str

    def finding(self, name: str) -> Finding:
        """The finding at a file or folder of a name."""
        return Finding(code=self.code, span=Span(name, 1, 1, 2), says=self.says, hint=self.hint)


def contents(path: Path, within: Path | None = None, most: int = MAX_BYTES) -> bytes | Refusal:
    """What a regular file of bearable size holds; `within` is the folder that a link must not lead out of.

    Nothing else is opened: a pipe would never end, and a device may do something.
    """
    try:
        if within is not None and leads_out(path, within):
            return Refusal("link-outside", "This link leads out of its folder.", "Put the file itself here.")
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return Refusal("unreadable", "This is not a regular file.", "Name a YAML file.")
        if found.st_size <= most:
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
                if entry.name.endswith(YAML) and not is_hidden(entry.name):
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
    return [one for one in inside if _names(one, lambda name: name.endswith(YAML) or is_other(name))]


def is_other(name: str) -> bool:
    """Whether a file's name ends like one of YAML, and not in .yaml."""
    return name.lower().endswith(OTHER_ENDINGS) and not name.endswith(YAML) and not is_hidden(name)


def _names(folder: Path, wanted: Callable[[str], bool], *, folders: bool = False) -> list[str]:
    """Names in a folder that are wanted, sorted, and not more than the limit; none where it is not given."""
    try:
        with os.scandir(folder) as entries:
            found = (one.name for one in entries if wanted(one.name) and one.is_dir(follow_symlinks=False) == folders)
            return sorted(islice(found, MAX_FILES))
    except OSError:
        return []


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a path ends, by links, outside a folder."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


class Folders(Struct, frozen=True):
    """Where stories and their evidence are read from."""

    seeds: Path
    stories: tuple[Path, ...]


@cache
def shipped() -> Folders:
    """The folders that travel with the program: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    root = package / "data" if (package / "data").is_dir() else package.parent.parent
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
    return max(one[-1] for one in ranges)


def joined(ranges: Iterable[range]) -> tuple[range, ...]:
    """The same lines in order, in as few ranges as there can be: what is the same lines is then equal."""
    found: list[range] = []
    for one in sorted(ranges, key=lambda one: (one.start, one.stop)):
        if found and one.start <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, one.stop))
        else:
            found.append(one)
    return tuple(found)
