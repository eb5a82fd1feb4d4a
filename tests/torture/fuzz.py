"""Is there a file on which the loader, the trail reader or `check` stumbles? Each gives findings, or none.

A file on which they stumble is kept in tests/corpus/found, and read again by every run of the tests.
"""

import os
import shutil
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import get_args

from tests.corpus.reading import FILE, cases
from tests.torture.mutation import mutated
from wayout.authoring.compatibility import findings as of_trails
from wayout.authoring.compatibility import trail_files
from wayout.model import archive
from wayout.model.checks import check
from wayout.model.file_access import Folders, shipped
from wayout.model.findings import CODES
from wayout.model.load import load
from wayout.model.load_result import LoadResult
from wayout.model.text import HIDDEN
from wayout.model.trail_format import is_trail
from wayout.render.findings import Format, render

TESTS = Path(__file__).parent.parent
BASE = TESTS / "examples" / "base"
CORPUS = tuple(cases(FILE.read_text(encoding="utf-8")))
FOUND = TESTS / "corpus" / "found"
SLOW = 10
"""Seconds after which reading one project counts as a fault; usual are hundredths."""

Talk = Callable[[str], None]


class Project:
    """A copy of a project whose files are changed and put back."""

    def __init__(self, root: Path, folders: Folders) -> None:
        self.folders = Folders(root / "seeds", (root / "story",))
        for folder, copy in zip((folders.seeds, *folders.stories), (root / "seeds", root / "story"), strict=True):
            shutil.copytree(folder, copy)
        self.files = sorted(root.rglob("*.yaml"))
        self.trails = [path for path in self.files if is_trail(path)]
        self.whole = {path: path.read_bytes() for path in self.files}
        texts = (*(raw.decode() for raw in self.whole.values()), *(case.text for case in CORPUS))
        self.lines = sorted({line for text in texts for line in text.split("\n")})

    def read(self, changed: dict[Path, bytes]) -> int:
        """Read and check the project with some files changed; the number of findings. Raises what goes wrong."""
        try:
            for path, raw in changed.items():
                path.write_bytes(raw)
            return bear(self.folders)
        finally:
            for path in changed:
                path.write_bytes(self.whole[path])


def bear(folders: Folders) -> int:
    """Do all that `check` does with some folders, and hold what comes of it against what must be; how many findings."""
    started = time.monotonic()
    loaded: LoadResult = load(folders)
    found = check(loaded)
    is_sound = not any(finding.severity == "error" for finding in found)
    found += of_trails(loaded.library, trail_files(folders.stories), is_sound=is_sound)
    found += archive.verify(loaded, TESTS / "examples" / "archive").findings
    archive.coverage(loaded, TESTS / "examples" / "archive")
    for finding in found:
        assert finding.code in CODES
        assert finding.says
        assert finding.hint
        assert finding.span.line >= 1
        assert 1 <= finding.span.column < finding.span.end_column
    for form in get_args(Format):
        assert HIDDEN.search(render(found[:50], form)) is None
    assert time.monotonic() - started < SLOW
    return len(found)


@contextmanager
def projects(*folders: Folders) -> Iterator[Sequence[Project]]:
    """Copies of projects, in memory where that is possible."""
    in_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=in_memory) as root:
        yield [Project(Path(root) / str(number), one) for number, one in enumerate(folders)]


def invented() -> Folders:
    """The small project of the examples."""
    return Folders(BASE / "seeds", (BASE / "story",))


def fuzz(minutes: float, seed: int, talk: Talk) -> None:
    """Change files at random for some minutes; raises AssertionError in the end if anything stumbled."""
    random = Random(seed)
    until = time.monotonic() + 60 * minutes
    inputs = findings = clean = stumbled = 0
    with projects(invented(), shipped()) as (small, large):
        while time.monotonic() < until:
            project = large if random.random() < 0.05 else small
            among = project.trails if random.random() < 0.2 else project.files
            chosen = random.sample(among, min(len(among), random.choice((1, 1, 1, 2))))
            changed = {path: mutated(random, project.whole[path], project.lines) for path in chosen}
            try:
                count = project.read(changed)
            except Exception:
                stumbled += 1
                talk(f"{keep(changed)}:\n{traceback.format_exc()}")
                continue
            finally:
                inputs += 1
            findings += count
            clean += not count
            if inputs % 5_000 == 0:
                talk(f"  {inputs:,} inputs, {findings:,} findings, {clean:,} clean, {stumbled} stumbled")
    talk(f"{inputs:,} inputs: {findings:,} findings, {clean:,} clean, {stumbled} stumbled")
    assert not stumbled, f"{stumbled} inputs made reading or checking stumble; they are in {FOUND}"


def keep(changed: dict[Path, bytes]) -> list[str]:
    """Keep files on which something stumbled, by where they stand in a project and what is in them."""
    FOUND.mkdir(exist_ok=True)
    names = []
    for path, raw in changed.items():
        kind = "claims" if path.parent.name == "claims" else path.parent.name
        names.append(f"{kind}.{path.stem}.{sha256(raw).hexdigest()[:8]}.yaml")
        (FOUND / names[-1]).write_bytes(raw)
    return names
