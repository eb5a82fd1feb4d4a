"""What is read together with the story and branch files that a writer names?"""

from collections.abc import Sequence
from pathlib import Path

from wayout.model.load import load
from wayout.model.load_result import LoadResult
from wayout.model.paths import Folders, shipped


def add_writer_files(stories: Sequence[Path], folders: Folders | None = None) -> LoadResult:
    """What is shipped, with more folders of stories and with single files."""
    lent = folders or shipped()
    more = tuple(path.absolute() for path in stories if path.is_dir())
    return load(Folders(lent.seeds, (*lent.stories, *more)), instead=[path for path in stories if not path.is_dir()])
