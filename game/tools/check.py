"""What does `wayout check` read, and what does it say about it?"""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from game.model.checks import checked
from game.model.files import leads_out, yaml_files
from game.model.findings import Finding, sort_key
from game.model.folders import Folders, shipped
from game.model.load import Loaded, load
from game.model.trails import is_trail
from game.tools.render import Format, coloured, plain, printable, render
from game.tools.stdout import JSON, emit
from game.tools.story_tests import findings as of_trails
from game.tools.story_tests import trail_files

CLEAN, FINDINGS, MISUSE = 0, 1, 2
UNPLAYABLE = ("missing-target", "letter-case", "mixed-targets", "scene-form", "dead-end", "ending-goes-on",
              "undeclared-value", "duplicate-id")  # fmt: skip
"""Codes of faults with which a story cannot be walked through."""


class NotThere(ValueError):  # noqa: N818 (it says what is wrong, as KeyError does)
    """What was asked for cannot be checked."""


class Reading(NamedTuple):
    """Folders to read, files or folders of files that replace what these hold, and trail files that test all this."""

    folders: Folders
    instead: tuple[Path, ...] = ()
    trails: tuple[Path, ...] = ()


class Older(NamedTuple):
    """A project as it was: what was read, and its folder of stories."""

    loaded: Loaded
    stories: Path


def run(
    paths: Sequence[Path | str],
    format: str = "text",  # noqa: A002 (as its option is called)
    strict: bool = False,
    against: Path | None = None,
) -> int:
    """Check the shipped stories, or what the paths name; findings go to stdout, a summary to stderr.

    With `against`, an older project, it is told too which of its trails would break.
    Returns 0 if all is clean, 1 on errors (with `strict`, also on warnings), 2 if a path holds nothing to check.
    """
    form = next((known for known in get_args(Format) if known == format), None)
    try:
        if form is None:
            raise NotThere(f"There is no format '{format}': one of {', '.join(get_args(Format))}.")
        readings = plan([Path(path) for path in paths])
        older = None if against is None else _older(against)
    except NotThere as misuse:
        talk(str(misuse))
        return MISUSE
    all_loaded = [load(reading.folders, instead=reading.instead) for reading in readings]
    found: list[Finding] = []
    ignored = 0
    for reading, loaded in zip(readings, all_loaded, strict=True):
        own, gone = checked(loaded)
        ignored += gone
        is_sound = not any(finding.severity == "error" for finding in own)
        found += [*own, *of_trails(loaded.library, reading.trails, is_sound=is_sound)]
        if older is not None and is_sound:
            found += _lost(older, loaded, reading)
        elif older is not None:
            talk("Mend these errors first: until then it is not told which trails would break.")
    found.sort(key=sort_key)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    out = render(found, form, coloured if colour else plain)
    emit(out, JSON if form == "json" else "")
    talk(summary(found, all_loaded, sum(len(reading.trails) for reading in readings), ignored))
    errors = any(strict or finding.severity == "error" for finding in found)
    return FINDINGS if errors else CLEAN


def _older(root: Path) -> Older:
    """An older project, if its stories can be played."""
    stories = root / "story"
    if not stories.is_dir():
        raise NotThere(f"'{root}' has no folder 'story': --against names an older project.")
    loaded = load(_project(root), instead=_lent_acts(root))
    if loaded.misshapen or any(finding.code in UNPLAYABLE for finding in checked(loaded).findings):
        raise NotThere(f"The stories of '{root}' have faults of their own: 'wayout check {root}' shows them.")
    return Older(loaded, stories)


def _lost(older: Older, loaded: Loaded, reading: Reading) -> list[Finding]:
    from game.tools import against

    stories = reading.folders.stories[0] if reading.folders.stories else Path()
    return against.findings(older.loaded, loaded, stories, older.stories)


def plan(paths: Sequence[Path]) -> list[Reading]:
    """What to read for some paths: nothing, project folders, folders of stories, single files."""
    for path in paths:
        if not path.exists():
            raise NotThere(f"There is no file or folder '{path}'.")
    if not paths:
        return [Reading(shipped(), (), trail_files(shipped().stories))]
    roots = [path for path in paths if (path / "story").is_dir() or (path / "seeds").is_dir()]
    files: list[Path] = []
    trails: list[Path] = []
    for path in (path for path in paths if path not in roots):
        listed = yaml_files(path) if path.is_dir() else [path]
        if not listed:
            raise NotThere(f"'{path}' holds no .yaml files, and no story or seeds folder.")
        trails += [file for file in listed if is_trail(file)] if isinstance(listed, list) else []
        if path not in trails:
            files.append(path)
    beside = dict.fromkeys(path if path.is_dir() else path.parent for path in files)

    def reading(folders: Folders, *lent: Path) -> Reading:
        return Reading(folders, (*lent, *files), trail_files((*folders.stories, *beside), trails))

    if not roots:
        return [reading(shipped())]
    return [reading(_project(root), *_lent_acts(root)) for root in roots]


def _project(root: Path) -> Folders:
    """The folders of a project; what it lacks is lent by the shipped one."""
    for part in (root / "seeds", root / "story"):
        if part.is_dir() and leads_out(part, root):
            raise NotThere(f"'{part}' is a link that leads out of '{root}'.")
    lent = shipped()
    seeds = root / "seeds" if (root / "seeds").is_dir() else lent.seeds
    return Folders(seeds, (root / "story",) if (root / "story").is_dir() else ())


def _lent_acts(root: Path) -> list[Path]:
    """The shipped list of acts, for a project without one."""
    if (root / "story" / "acts.yaml").exists():
        return []
    return [folder / "acts.yaml" for folder in shipped().stories if (folder / "acts.yaml").exists()]


def summary(found: Iterable[Finding], all_loaded: Sequence[Loaded], trails: int = 0, ignored: int = 0) -> str:
    """One line on all of it: '2 stories, 118 claims: clean' or '3 errors, 1 warning in 2 files, 1 ignored'."""
    findings = list(found)
    more = f", {ignored} ignored" if ignored else ""
    if not findings:
        stories = sum(len(loaded.library.stories) for loaded in all_loaded)
        claims = sum(len(loaded.library.claims) for loaded in all_loaded)
        tested = f", {counted(trails, 'trail')}" if trails else ""
        return f"{counted(stories, 'story', 'stories')}, {counted(claims, 'claim')}{tested}: clean{more}"
    files = len({finding.span.file for finding in findings})
    errors = sum(finding.severity == "error" for finding in findings)
    parts = [counted(errors, "error")] if errors else []
    if errors < len(findings):
        parts.append(counted(len(findings) - errors, "warning"))
    return f"{', '.join(parts)} in {counted(files, 'file')}{more}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: '1 story', '3 stories'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def talk(line: str) -> None:
    """Say a line beside the data."""
    sys.stderr.write(printable(line) + "\n")
