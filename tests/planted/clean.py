"""How does a clean project stand in a folder, with faults planted into it for a while?"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from wayout.model.file_access import Folders
from wayout.model.findings import Finding
from wayout.model.load import load
from wayout.model.load_result import LoadResult
from wayout.model.yaml.reader import LocatedData, read

from .planting import Ground, Place
from .plants import LINK


class Clean:
    """A project without a fault: its files, written into a folder, and what was read of them."""

    def __init__(self, folder: Path, files: Mapping[str, str]) -> None:
        self.folder = folder
        self.ground = Ground(files)
        self._read: dict[Path, LocatedData] = {}
        """Each file as it is in the clean project: it is read once, however often faults are planted elsewhere."""
        for name, text in files.items():
            self._lay(name, text)

    @contextmanager
    def changed(self, texts: Mapping[str, str], *, stories: bool = True) -> Iterator[LoadResult]:
        """What is read of the project while some of its files are others; with evidence alone, if so wanted."""
        for name, text in texts.items():
            self._lay(name, text)
        folders = Folders(self.folder / "seeds", (self.folder / "story",) if stories else ())
        try:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("wayout.model.load.read", self._reading({self.folder / name for name in texts}))
                yield load(folders)
        finally:
            for name in texts:
                self._lay(name, self.ground.files[name])

    def places(self, findings: Iterable[Finding]) -> list[Place]:
        """Where findings stand, by the paths of their files within the project."""
        return sorted((str(Path(one.span.file).relative_to(self.folder)), one.code, one.span.line, one.span.column)
                      for one in findings)  # fmt: skip

    def _reading(self, others: set[Path]) -> Any:
        def reading(path: Path, *rest: Any) -> LocatedData:
            if path in others:
                return read(path, *rest)
            if path not in self._read:
                self._read[path] = read(path, *rest)
            return self._read[path]

        return reading

    def _lay(self, name: str, text: str) -> None:
        """A file, a link out of the project, or, without a text, no file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if text == LINK:
            outside = self.folder.parent / path.name
            outside.write_text(self.ground.files[name], encoding="utf-8", newline="\n")
            path.symlink_to(outside)
        elif text:
            path.write_text(text, encoding="utf-8", newline="\n")
