"""Where does the program keep what is its own?

Platform folders: cache, data, state; WAYOUT_HOME, names of files, permissions of folders.
"""

import os
from pathlib import Path
from typing import Literal

HOME_VARIABLE = "WAYOUT_HOME"
"""The environment variable that names one folder for all of it."""
SHELF_NAME = "shelf.sqlite"
"""The file of saved trails and settings, in the folder of data."""
STORIES_FOLDER = "stories"
"""Where a reader may put stories of her own, in the folder of data."""
FOLDER_MODE = 0o700
"""The permissions of every folder that is made."""


def cache_folder() -> Path | None:
    """The folder of what can be made again at any time; it need not exist. None for a user who has no folder."""
    return _folder("cache")


def data_folder() -> Path | None:
    """The folder of what a reader did or has of her own, likewise."""
    return _folder("data")


def state_folder() -> Path | None:
    """The folder of what is written for whoever looks for a fault, likewise."""
    return _folder("state")


def shelf_file() -> Path | None:
    """Where the shelf stands, if there is a place for it."""
    data = data_folder()
    return data / SHELF_NAME if data else None


def stories_folder() -> Path | None:
    """Where a reader may keep stories and branches of her own, if she has made the folder."""
    data = data_folder()
    return data / STORIES_FOLDER if data and is_folder(data / STORIES_FOLDER) else None


def is_folder(path: Path) -> bool:
    """Whether a folder is there; one that nobody may look for is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are not there. Nobody else is to see what lies in them."""
    if not folder.exists():
        make_folder(folder.parent)
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)


def _folder(kind: Literal["cache", "data", "state"]) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).absolute() / kind
    if os.environ.get("HOME") == "":
        return None
    import platformdirs

    of_kind = {
        "cache": platformdirs.user_cache_path,
        "data": platformdirs.user_data_path,
        "state": platformdirs.user_state_path,
    }
    try:
        folder = of_kind[kind]("wayout", appauthor=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None
