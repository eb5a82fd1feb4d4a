"""What rests on one account alone?"""

from typing import ClassVar

from textual.app import ComposeResult

from wayout.faces.terminal.reference_layout import alone_parts
from wayout.faces.terminal.screens.panel import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.views.source_comparison import single_source_claims


class SingleSourceScreen(Panel):
    """Every claim that nobody else on record makes, by whom it is told of and in which report."""

    HEAD: ClassVar[str] = strings.ALONE

    def __init__(self, library: Library, reader: Reader) -> None:
        super().__init__()
        self.groups = tuple(alone_parts(single_source_claims(library, reader)))

    def inside(self) -> ComposeResult:
        """The claims."""
        yield from (Prose(parts, classes="group") for parts in self.groups)
