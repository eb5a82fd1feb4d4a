"""Where are stories and their evidence read from?"""

from functools import cache
from pathlib import Path

from msgspec import Struct


class Folders(Struct, frozen=True):
    """Where stories and their evidence are read from."""

    seeds: Path
    stories: tuple[Path, ...]


@cache
def shipped() -> Folders:
    """The folders that travel with the program: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    root = package / "data" if (package / "data").is_dir() else package.parent.parent
    return Folders(root / "seeds", (root / "story",))
