"""What do the screens of a preview need of the app that they run in?

The session of a preview: an abstract base class that its app implements, so that no screen imports the app.
"""

from pathlib import Path

from wayout.authoring.reload import PlacedFinding
from wayout.faces.terminal.session import SessionApp

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
