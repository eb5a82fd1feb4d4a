"""Where do the documents differ?"""

from typing import ClassVar

from textual.app import ComposeResult

from wayout.faces.terminal.reference_layout import differ_parts
from wayout.faces.terminal.screens.panel import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.views.source_comparison import source_differences


class DifferencesScreen(Panel):
    """Every point on which documents part, those of substance first, by whom they are told of."""

    HEAD: ClassVar[str] = strings.DIFFER

    def __init__(self, library: Library, reader: Reader) -> None:
        super().__init__()
        self.groups = tuple(differ_parts(source_differences(library, reader)))

    def inside(self) -> ComposeResult:
        """The points."""
        yield from (Prose(parts, classes="group") for parts in self.groups)
