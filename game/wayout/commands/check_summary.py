"""What does the last line of `wayout check` say?

A summary: of a project, how much was read; of files that were named, what each of them holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from wayout.model.branch import Branch
from wayout.model.checks import text_index
from wayout.model.findings import Finding
from wayout.model.load import name_of
from wayout.model.load_result import LoadResult

MAX_NAMED = 4
"""So many files are told one by one."""


class Read(NamedTuple):
    """What was read for one project, or for some files of a writer's; `named` are these files, if they were asked for.

    The trails are those of the project, or of these files.
    """

    loaded: LoadResult
    named: Sequence[Path]
    trails: int


def summary(found: Iterable[Finding], all_read: Sequence[Read], ignored: int = 0) -> str:
    """One line on all of it: '2 stories, 118 claims: clean' or '3 errors, 1 warning in 2 files, 1 ignored'."""
    findings = list(found)
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
    told = [_held(read.loaded, file) for file in read.named]
    if not told:
        claims = counted(len(library.claims), "claim")
        return f"{counted(len(library.stories), 'story', 'stories')}, {claims}{tested}: clean{more}"
    if len(told) > MAX_NAMED:
        told = [counted(len(told), "file")]
    own = {file.stem for file in read.named}
    others = counted(len(library.stories.keys() - own), "shipped story", "shipped stories")
    return f"{'; '.join(told)}{tested}: clean{more} (with {others})"


def _held(loaded: LoadResult, file: Path) -> str:
    """What a file holds: 'my-branch: 1 choice, 2 claims'."""
    counts = loaded.given(name_of(file))
    story = loaded.library.stories.get(file.stem)
    if story is None or not ({"story", "branch"} & counts.keys()):
        parts = [
            counted(number, kind, "people" if kind == "person" else _many(kind)) for kind, number in counts.items()
        ]
        return f"{file.name}: {', '.join(parts) or 'nothing'}"
    branch = loaded.branch(file.stem)
    told = text_index.all_of(story) if branch is None else _told_of(branch)
    claims = counted(len({claim for text in told for claim in text.claims}), "claim")
    scenes = counted(len(story.scenes if branch is None else branch.scenes), "scene")
    if branch is None:
        return f"{file.stem}: {scenes}, {claims}"
    choices = counted(sum(len(added.choices) for added in branch.adds.values()), "choice")
    return f"{file.stem}: {choices}{f', {scenes}' if branch.scenes else ''}, {claims}"


def _told_of(branch: Branch) -> Iterator[text_index.TextUse]:
    for name, scene in branch.scenes.items():
        yield from text_index.of_scene(name, scene)
    for name, added in branch.adds.items():
        for choice in added.choices.items():
            yield from text_index.of_choice(("adds", name, "choices", choice[0]), choice[1])


def _many(kind: str) -> str:
    return {"story": "stories", "branch": "branches"}.get(kind, f"{kind}s")


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: '1 story', '3 stories'."""
    return f"{number} {one if number == 1 else many or one + 's'}"
