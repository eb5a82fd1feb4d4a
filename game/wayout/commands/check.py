"""What does `wayout check` read, and what does it say about it?

The linter's run: input selection, files passed over, reporting, summary, exit status; and which faults keep a story
from being played.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from wayout.authoring.compatibility import findings as of_trails
from wayout.authoring.compatibility import trail_files
from wayout.commands.output import JSON, emit, print_status
from wayout.errors import CLEAN, FINDINGS, MISUSE
from wayout.model.branch import Branch
from wayout.model.checks import checked, reporter
from wayout.model.file_access import Folders, edition_folders, not_read, other_endings, unread_folders, yaml_files
from wayout.model.findings import Finding, sort_key
from wayout.model.input_selection import PathNotFoundError, lent_acts, project_folders, project_of
from wayout.model.load import load, name_of
from wayout.model.load_result import LoadResult
from wayout.model.trail_format import TRAILS_FOLDER, is_trail
from wayout.render.findings import Format, coloured, plain, render

MAX_FILES_LISTED = 4
"""Files that are listed one by one; where there are more, they are counted."""


class Read(NamedTuple):
    """What was read for one project, or for some files of a writer's; `named` are these files, if they were asked for.

    The trails are those of the project, or of these files.
    """

    loaded: LoadResult
    named: Sequence[Path]
    trails: int


def summary(listed: Iterable[Finding], all_read: Sequence[Read], ignored: int = 0) -> str:
    """One line on all of it: '2 stories, 118 claims: clean' or '3 errors, 1 warning in 2 files, 1 ignored'."""
    findings = list(listed)
    more = f", {ignored} ignored" if ignored else ""
    if not findings:
        return f"{'; '.join(_clean(read, more) for read in all_read)}"
    files = len({finding.span.file for finding in findings})
    errors = sum(finding.severity == "error" for finding in findings)
    parts = [counted(errors, "error")] if errors else []
    if errors < len(findings):
        parts.append(counted(len(findings) - errors, "warning"))
    return f"{', '.join(parts)} in {counted(files, 'file')}{more}"


def _clean(read: Read, more: str) -> str:
    library = read.loaded.library
    tested = f", {counted(read.trails, 'trail')}" if read.trails else ""
    texts = [_content_summary(read.loaded, file) for file in read.named]
    if not texts:
        claims = counted(len(library.claims), "claim")
        return f"{counted(len(library.stories), 'story', 'stories')}, {claims}{tested}: clean{more}"
    if len(texts) > MAX_FILES_LISTED:
        texts = [counted(len(texts), "file")]
    own = {file.stem for file in read.named}
    others = counted(len(library.stories.keys() - own), "shipped story", "shipped stories")
    return f"{'; '.join(texts)}{tested}: clean{more} (with {others})"


def _content_summary(loaded: LoadResult, file: Path) -> str:
    """What a file holds: 'my-branch: 1 choice, 2 claims'."""
    counts = loaded.given(name_of(file))
    story = loaded.library.stories.get(file.stem)
    if story is None or not ({"story", "branch"} & counts.keys()):
        parts = [
            counted(number, kind, "people" if kind == "person" else _many(kind)) for kind, number in counts.items()
        ]
        return f"{file.name}: {', '.join(parts) or 'nothing'}"
    branch = loaded.branch(file.stem)
    text_uses = reporter.all_of(story) if branch is None else _branch_texts(branch)
    claims = counted(len({claim for text in text_uses for claim in text.claims}), "claim")
    scenes = counted(len(story.scenes if branch is None else branch.scenes), "scene")
    if branch is None:
        return f"{file.stem}: {scenes}, {claims}"
    choices = counted(sum(len(added.choices) for added in branch.adds.values()), "choice")
    return f"{file.stem}: {choices}{f', {scenes}' if branch.scenes else ''}, {claims}"


def _branch_texts(branch: Branch) -> Iterator[reporter.TextUse]:
    for name, scene in branch.scenes.items():
        yield from reporter.of_scene(name, scene)
    for name, added in branch.adds.items():
        for choice in added.choices.items():
            yield from reporter.of_choice(("adds", name, "choices", choice[0]), choice[1])


def _many(kind: str) -> str:
    return {"story": "stories", "branch": "branches"}.get(kind, f"{kind}s")


def counted(number: int, singular: str, many: str = "") -> str:
    """A number with its noun, singular or plural: '1 story', '3 stories'."""
    return f"{number} {singular if number == 1 else many or singular + 's'}"


UNPLAYABLE = ("missing-target", "letter-case", "mixed-targets", "scene-form", "dead-end", "ending-goes-on",
              "undeclared-value", "duplicate-id")  # fmt: skip
"""Codes of faults with which a story cannot be walked through."""


class CheckInput(NamedTuple):
    """Folders to read, files or folders of files that replace what these hold, and trail files that test all this."""

    folders: Folders
    instead: tuple[Path, ...] = ()
    trails: tuple[Path, ...] = ()


class OlderProject(NamedTuple):
    """A project as it was: what was read, and its folder of stories."""

    loaded: LoadResult
    stories: Path


def run(
    paths: Sequence[Path | str],
    format: str = "text",  # noqa: A002 (as its option is called)
    strict: bool = False,
    against: Path | None = None,
) -> int:
    """Check the edition's stories, or what the paths name; findings go to stdout, a summary to stderr.

    With `against`, an older project, it is told too which of its trails would break.
    Returns 0 if all is clean, 1 on errors (with `strict`, also on warnings), 2 if a path holds nothing to check.
    """
    form = next((known for known in get_args(Format) if known == format), None)
    try:
        if form is None:
            raise PathNotFoundError(f"There is no format '{format}': one of {', '.join(get_args(Format))}.")
        readings = plan([Path(path) for path in paths])
        older = None if against is None else _older(against)
    except PathNotFoundError as misuse:
        print_status(str(misuse))
        return MISUSE
    all_loaded = [load(reading.folders, instead=reading.instead) for reading in readings]
    all_findings, unread = _unread_inputs(readings, [Path(path) for path in paths])
    ignored = 0
    for reading, loaded in zip(readings, all_loaded, strict=True):
        own, own_ignored = checked(loaded)
        lent = {name_of(file) for file in _lent_files(reading)}
        ignored += sum(finding.span.file not in lent for finding in own_ignored)
        is_sound = not any(finding.severity == "error" for finding in own)
        all_findings += [*own, *of_trails(loaded.library, reading.trails, is_sound=is_sound)]
        if older is not None and is_sound:
            all_findings += _compatibility(older, loaded, reading)
        elif older is not None:
            print_status("Mend these errors first: until then it is not told which trails would break.")
    all_findings.sort(key=sort_key)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    out = render(all_findings, form, coloured if colour else plain)
    emit(out, JSON if form == "json" else "")
    for folder in unread:
        print_status(f"Not read: {folder}{os.sep} (name this folder too, or move its files)")
    print_status(summary(all_findings, [_read(*both) for both in zip(readings, all_loaded, strict=True)], ignored))
    errors = any(strict or finding.severity == "error" for finding in all_findings)
    return FINDINGS if errors else CLEAN


def _read(reading: CheckInput, loaded: LoadResult) -> Read:
    """What the summary is about."""
    lent = edition_folders()
    if not reading.instead or reading.folders != lent:
        return Read(loaded, (), len(reading.trails))
    named = [file for path in reading.instead for file in _files_of(path)]
    return Read(loaded, named, len(reading.trails) - len(trail_files(lent.stories)))


def _lent_files(reading: CheckInput) -> list[Path]:
    """The shipped files that what a writer has named stands beside: what is ignored in them is not hers."""
    lent = edition_folders()
    if not reading.instead or reading.folders != lent:
        return []
    named = {os.path.realpath(file) for path in reading.instead for file in _files_of(path)}
    folders = (lent.seeds, lent.seeds / "claims", *lent.stories)
    return [file for folder in folders for file in _files_of(folder) if os.path.realpath(file) not in named]


def _files_of(path: Path) -> list[Path]:
    """A file, or the files of a folder that are no trails."""
    listed = yaml_files(path) if path.is_dir() else [path]
    return [file for file in listed if not is_trail(file)] if isinstance(listed, list) else []


def _unread_inputs(readings: Iterable[CheckInput], paths: Sequence[Path]) -> tuple[list[Finding], list[str]]:
    """Trail files of another ending; and folders within those that are read, which nobody has named."""
    known = {os.path.realpath(folder) for folder in edition_folders().stories}
    asked_for = {folder for reading in readings for folder in (*reading.folders.stories, *reading.instead)}
    folders = [folder for folder in sorted(asked_for) if folder.is_dir() and os.path.realpath(folder) not in known]
    trails = [not_read(name_of(file)) for folder in folders for file in other_endings(folder / TRAILS_FOLDER)]
    named = {os.path.realpath(path) for path in paths}
    inside = [inner for folder in folders for inner in unread_folders(folder) if inner.name != TRAILS_FOLDER]
    return trails, [name_of(inner) for inner in inside if os.path.realpath(inner) not in named]


def _older(root: Path) -> OlderProject:
    """An older project, if its stories can be played."""
    stories = root / "story"
    if not stories.is_dir():
        raise PathNotFoundError(f"'{root}' has no folder 'story': --against names an older project.")
    loaded = load(project_folders(root), instead=lent_acts(root))
    if loaded.misshapen or any(finding.code in UNPLAYABLE for finding in checked(loaded).findings):
        raise PathNotFoundError(f"The stories of '{root}' have faults of their own: 'wayout check {root}' shows them.")
    return OlderProject(loaded, stories)


def _compatibility(older: OlderProject, loaded: LoadResult, reading: CheckInput) -> list[Finding]:
    from wayout.authoring import compatibility

    stories = reading.folders.stories[0] if reading.folders.stories else Path()
    return compatibility.compatibility_findings(older.loaded, loaded, stories, older.stories)


def plan(paths: Sequence[Path]) -> list[CheckInput]:
    """What to read for some paths: nothing, project folders, folders of stories, single files."""
    for path in paths:
        if not path.exists():
            raise PathNotFoundError(f"There is no file or folder '{path}'.")
    if not paths:
        return [CheckInput(edition_folders(), (), trail_files(edition_folders().stories))]
    projects = {path: root for path in paths if (root := project_of(path)) is not None}
    roots = list(dict.fromkeys(projects.values()))
    files: list[Path] = []
    trails: list[Path] = []
    for path in (path for path in paths if path not in projects):
        listed = yaml_files(path) if path.is_dir() else [path]
        if not listed:
            others = [file.name for file in (*other_endings(path), *unread_folders(path))]
            more = f" There are: {', '.join(others)}. Rename what is no .yaml, or name the folder." if others else ""
            raise PathNotFoundError(f"'{path}' holds no .yaml files, and no story or seeds folder.{more}")
        trails += [file for file in listed if is_trail(file)] if isinstance(listed, list) else []
        if path not in trails:
            files.append(path)
    folders_beside = dict.fromkeys(path if path.is_dir() else path.parent for path in files)

    def reading(folders: Folders, *lent: Path) -> CheckInput:
        return CheckInput(folders, (*lent, *files), trail_files((*folders.stories, *folders_beside), trails))

    if not roots:
        return [reading(edition_folders())]
    return [reading(project_folders(root), *lent_acts(root)) for root in roots]
