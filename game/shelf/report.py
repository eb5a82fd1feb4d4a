"""What is written down when the program itself fails?"""

import platform
import sys
import traceback
from itertools import count
from pathlib import Path

from game import VERSION


def write_report(error: BaseException, folder: Path | None) -> Path | None:
    """What failed and where in the program, in a file of its own; None where none can be written.

    The values that the program held at that time are not in it: they would tell what the reader did.
    """
    if folder is None:
        return None
    head = f"Wayout {VERSION}, Python {platform.python_version()}, {sys.platform}\n\n"
    text = head + "".join(traceback.format_exception(error))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            path = folder / f"fault-{number}.txt"
            try:
                with path.open("x", encoding="utf-8", errors="backslashreplace") as file:
                    file.write(text)
            except FileExistsError:
                continue
            return path
    except OSError:
        return None
    raise AssertionError
