"""Where does a trail land that a reader asked to be saved?"""

from pathlib import Path

from game import words
from game.faces.paper_file import file_for, write_new
from game.model.library import Library
from game.model.trails import as_yaml
from game.play.reader import Reader
from game.play.state import Trail
from game.play.trail_file import written

ENDING = "-trail.yaml"


def save(library: Library, trail: Trail, reader: Reader, name: str = "") -> tuple[str, bool]:
    """Write a trail file, and tell where, and whether it was; a file that is there is left as it is."""
    file = Path(name) if name else file_for(trail.story, ENDING)
    try:
        there = write_new(file, as_yaml(written(library, trail, reader)))
    except (OSError, ValueError) as error:
        return words.NOT_EXPORTED.format(path=file, why=getattr(error, "strerror", None) or str(error)), False
    return words.EXPORTED.format(path=there), True
