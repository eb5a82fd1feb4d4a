"""With which command does an editor open a file at a line?

Launching an external editor ($VISUAL, $EDITOR), and the preview's session interface.
"""

import shlex
from pathlib import Path

from wayout.authoring.reload import PlacedFinding
from wayout.faces.terminal.session import SessionApp

PLUS = ("vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe", "jed", "ne", "mg",
        "kate", "gedit", "ed")  # fmt: skip
"""Editors that take '+LINE FILE'."""
COLON = ("hx", "helix", "subl", "zed", "code", "codium", "cursor", "fresh")
"""Editors that take 'FILE:LINE', some after an option."""
GOTO = ("code", "codium", "cursor")
"""Editors for which that option is '--goto'."""


def command(editor: str, file: str, line: int) -> list[str]:
    """The words of the command; an editor that is not known is given the file alone.

    Raises ValueError for quotes left open.
    """
    words = shlex.split(editor)
    if not words:
        return []
    name = Path(words[0]).stem.lower()
    if name in PLUS:
        return [*words, f"+{line}", file]
    if name in COLON:
        return [*words, *(["--goto"] if name in GOTO else []), f"{file}:{line}"]
    return [*words, file]


TERMINAL = Path(__file__).parent.parent
"""Where the style sheets of the terminal face stand."""


class PreviewSession(SessionApp):
    """One running of a preview: its editor, and the page that a finding is about."""

    editor: str

    def go_to(self, noted: PlacedFinding) -> None:
        """The page that a finding is about, as far as there is one."""
        raise NotImplementedError

    def edit(self, file: str, line: int) -> None:
        """Give the terminal to the editor until it is closed."""
        raise NotImplementedError
