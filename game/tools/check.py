"""What does `wayout check` read, and what does it say about it?"""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from game.model.checks import check
from game.model.files import leads_out
from game.model.findings import Finding
from game.model.folders import Folders, shipped
from game.model.load import Loaded, load
from game.tools.render import Format, coloured, plain, printable, render

CLEAN, FINDINGS, MISUSE = 0, 1, 2


class _MisuseError(ValueError):
    """What was asked for cannot be checked."""


class Reading(NamedTuple):
    """Folders to read, and files, or folders of files, that replace what these hold."""

    folders: Folders
    instead: tuple[Path, ...] = ()


def run(paths: Sequence[Path | str], format: str = "text", strict: bool = False) -> int:  # noqa: A002 (as its option is called)
    """Check the shipped stories, or what the paths name; findings go to stdout, a summary to stderr.

    Returns 0 if all is clean, 1 on errors (with `strict`, also on warnings), 2 if a path holds nothing to check.
    """
    form = next((known for known in get_args(Format) if known == format), None)
    try:
        if form is None:
            raise _MisuseError(f"There is no format '{format}': one of {', '.join(get_args(Format))}.")
        readings = plan([Path(path) for path in paths])
    except _MisuseError as misuse:
        _talk(str(misuse))
        return MISUSE
    all_loaded = [load(reading.folders, instead=reading.instead) for reading in readings]
    found = [finding for loaded in all_loaded for finding in check(loaded)]
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    out = render(found, form, coloured if colour else plain)
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(out.encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()
    _talk(summary(found, all_loaded))
    errors = any(strict or finding.severity == "error" for finding in found)
    return FINDINGS if errors else CLEAN


def plan(paths: Sequence[Path]) -> list[Reading]:
    """What to read for some paths: nothing, project folders, folders of stories, single files."""
    for path in paths:
        if not path.exists():
            raise _MisuseError(f"There is no file or folder '{path}'.")
    if not paths:
        return [Reading(shipped())]
    roots = [path for path in paths if (path / "story").is_dir() or (path / "seeds").is_dir()]
    files = tuple(path for path in paths if path not in roots)
    for path in files:
        if path.is_dir() and not any(path.glob("*.yaml")):
            raise _MisuseError(f"'{path}' holds no .yaml files, and no story or seeds folder.")
    if not roots:
        return [Reading(shipped(), files)]
    return [Reading(_project(root), (*_lent_acts(root), *files)) for root in roots]


def _project(root: Path) -> Folders:
    """The folders of a project; what it lacks is lent by the shipped one."""
    for part in (root / "seeds", root / "story"):
        if part.is_dir() and leads_out(part, root):
            raise _MisuseError(f"'{part}' is a link that leads out of '{root}'.")
    lent = shipped()
    seeds = root / "seeds" if (root / "seeds").is_dir() else lent.seeds
    return Folders(seeds, (root / "story",) if (root / "story").is_dir() else ())


def _lent_acts(root: Path) -> list[Path]:
    """The shipped list of acts, for a project without one."""
    if (root / "story" / "acts.yaml").exists():
        return []
    return [folder / "acts.yaml" for folder in shipped().stories if (folder / "acts.yaml").exists()]


def summary(found: Iterable[Finding], all_loaded: Sequence[Loaded]) -> str:
    """One line on all of it: '2 stories, 118 claims: clean' or '3 errors, 1 warning in 2 files'."""
    findings = list(found)
    if not findings:
        stories = sum(len(loaded.library.stories) for loaded in all_loaded)
        claims = sum(len(loaded.library.claims) for loaded in all_loaded)
        return f"{counted(stories, 'story', 'stories')}, {counted(claims, 'claim')}: clean"
    files = len({finding.span.file for finding in findings})
    errors = sum(finding.severity == "error" for finding in findings)
    parts = [counted(errors, "error")] if errors else []
    if errors < len(findings):
        parts.append(counted(len(findings) - errors, "warning"))
    return f"{', '.join(parts)} in {counted(files, 'file')}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: '1 story', '3 stories'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _talk(line: str) -> None:
    sys.stderr.write(printable(line) + "\n")
