"""Do the trails that stand beside the stories still fit, and are their pages as expected?"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from wayout.model.file_access import yaml_files
from wayout.model.findings import Finding
from wayout.model.library import Library
from wayout.model.load import name_of
from wayout.model.trail_format import FOLDER, TrailFile


def trail_files(folders: Iterable[Path], named: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Every trail file beside the stories of some folders, and those named, each once."""
    beside = [(folder / FOLDER, yaml_files(folder / FOLDER)) for folder in folders]
    found = (*(path for folder, files in beside for path in (files if isinstance(files, list) else [folder])), *named)
    return tuple({os.path.realpath(path): path for path in found}.values())


def findings(library: Library, files: Iterable[Path], *, is_sound: bool) -> Iterator[Finding]:
    """What is wrong with trail files; they are replayed only where the stories are sound."""
    for path in files:
        file = TrailFile(path, name_of(path))
        if not is_sound:
            yield from file.findings
            continue
        from wayout.views.trail_file import replay_steps

        yield from replay_steps(library, file).findings
