"""What do the terms mean?"""

from typing import ClassVar

from textual.app import ComposeResult

from wayout.faces.terminal.reference_layout import glossary_parts
from wayout.faces.terminal.screens.panel import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.views.page import Page
from wayout.views.reference_pages import glossary, terms_on


class GlossaryScreen(Panel):
    """The terms of the page, then all, in the order of the alphabet."""

    HEAD: ClassVar[str] = strings.GLOSSARY

    def __init__(self, library: Library, reader: Reader, page: Page | None = None) -> None:
        super().__init__(page.title if page is not None else "")
        here = terms_on(library, page, reader) if page is not None else ()
        self.groups = tuple(glossary_parts(here, glossary(library, reader)))

    def inside(self) -> ComposeResult:
        """The terms."""
        yield from (Prose(parts, classes="group") for parts in self.groups)
