"""What do the terms mean?"""

from typing import ClassVar

from textual.app import ComposeResult

from game import words
from game.faces.terminal.beside_setting import glossary_parts
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.prose import Prose
from game.model.library import Library
from game.play.beside import glossary, terms_on
from game.play.page import Page
from game.play.reader import Reader


class GlossaryScreen(Panel):
    """The terms of the page, then all, in the order of the alphabet."""

    HEAD: ClassVar[str] = words.GLOSSARY

    def __init__(self, library: Library, reader: Reader, page: Page | None = None) -> None:
        super().__init__(page.title if page is not None else "")
        here = terms_on(library, page, reader) if page is not None else ()
        self.groups = tuple(glossary_parts(here, glossary(library, reader)))

    def inside(self) -> ComposeResult:
        """The terms."""
        yield from (Prose(parts, classes="group") for parts in self.groups)
