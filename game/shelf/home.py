"""Where does the program keep what is its own?"""

import os
from pathlib import Path

HOME = "WAYOUT_HOME"
"""The environment variable that names one folder for all of it."""


def cache_folder() -> Path:
    """The folder of what can be made again at any time; it need not exist."""
    home = os.environ.get(HOME)
    if home:
        return Path(home) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("wayout", appauthor=False)
