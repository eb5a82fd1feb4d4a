"""What was read at a scene? To be read again, not to be decided again.

A read-only panel of pages visited.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from wayout.faces.terminal import page_layout
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.model.library import CARE, Library
from wayout.play.reader import Reader
from wayout.views.page import Page
from wayout.views.sources import sources, support


class SceneDetailScreen(Panel):
    """The pages of one scene, one below the other, and by one key what they rest on."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("look")

    def __init__(self, library: Library, reader: Reader, pages: tuple[Page, ...]) -> None:
        self.library = library
        self.reader = reader
        self.pages = pages
        super().__init__(pages[0].where, pages[0].title)

    def inside(self) -> ComposeResult:
        """What was told, asked, chosen, and what followed."""
        for one in self.pages:
            outcomes = one.reveal.outcomes if one.reveal is not None else ()
            supports = tuple(support(self.library, outcome.claims) for outcome in outcomes)
            yield Prose(page_layout.page_parts(one, supports, self.app.text_keys), classes="group")

    def action_sources(self) -> None:
        """Show what they rest on."""
        from wayout.faces.terminal.screens.sources import SourcesScreen

        claims = tuple(dict.fromkeys(claim for one in self.pages for claim in one.claims))
        where = " · ".join(part for part in (self.head, self.where) if part)
        self.app.push_screen(SourcesScreen(sources(self.library, claims, self.reader), where))

    def action_care(self) -> None:
        """Show where to find help."""
        self.app.open_beside(CARE)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Care is pointed to where the scene calls for it."""
        return action != "care" or any(one.care for one in self.pages)
