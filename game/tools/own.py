"""What is read together with the story and branch files that a writer names?"""

from collections.abc import Sequence
from pathlib import Path

from game.model.folders import Folders, shipped
from game.model.load import Loaded, load


def with_own(stories: Sequence[Path], folders: Folders | None = None) -> Loaded:
    """What is shipped, with more folders of stories and with single files."""
    lent = folders or shipped()
    more = tuple(path.absolute() for path in stories if path.is_dir())
    return load(Folders(lent.seeds, (*lent.stories, *more)), instead=[path for path in stories if not path.is_dir()])
