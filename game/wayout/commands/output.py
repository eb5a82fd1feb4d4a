"""Where does what a command makes land: on stdout, or in a file?"""

import os
from pathlib import Path

from wayout.commands.check import talk
from wayout.commands.stdout import emit
from wayout.exit_status import CLEAN, FAILED, MISUSE
from wayout.locale import strings
from wayout.model.file_access import is_special


def write_output(text: str, file: Path | None, escape: str = "") -> int:
    """Write a text to stdout, or into a file whole or not at all; a file that is there is replaced.

    Returns 0, or 3 with a sentence on stderr if it cannot be written, 2 where what is there is no file.
    """
    if file is None:
        emit(text, escape)
        return CLEAN
    if is_special(file):
        talk(f"Nothing was written to '{file}': {strings.NO_FILE}.")
        return MISUSE
    beside = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
        beside.replace(file)
    except OSError as error:
        if not isinstance(error, FileExistsError):
            beside.unlink(missing_ok=True)
        talk(f"Nothing was written to '{file}': {error.strerror or error}.")
        return FAILED
    talk(f"Written to {file}")
    return CLEAN
