"""Where does what a command makes land: on stdout, or in a file?"""

import sys
from pathlib import Path

from game.tools.check import CLEAN, FINDINGS, talk


def land(text: str, file: Path | None) -> int:
    """Write a text to stdout, or into a file whole or not at all; a file that is there is replaced.

    Returns 0, or 1 with a sentence on stderr if it cannot be written.
    """
    if file is None:
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
        return CLEAN
    beside = file.with_name(f"{file.name}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        talk(f"Nothing was written to '{file}': {error.strerror or error}.")
        return FINDINGS
    talk(f"Written to {file}")
    return CLEAN
