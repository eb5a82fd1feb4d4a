"""Where does a trail land that a reader asked to be saved?"""

from pathlib import Path

from wayout.faces.print.debrief_file import file_for, write_new
from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.trail_format import as_yaml
from wayout.play.reader import Reader
from wayout.play.state import Trail
from wayout.views.trail_file import format_trail

ENDING = "-trail.yaml"


def save(library: Library, trail: Trail, reader: Reader, name: str = "") -> tuple[str, bool]:
    """Write a trail file, and tell where, and whether it was; a file that is there is left as it is."""
    file = Path(name) if name else file_for(trail.story, ENDING)
    try:
        there = write_new(file, as_yaml(format_trail(library, trail, reader)))
    except (OSError, ValueError) as error:
        return strings.NOT_EXPORTED.format(path=file, why=getattr(error, "strerror", None) or str(error)), False
    return strings.EXPORTED.format(path=there), True
