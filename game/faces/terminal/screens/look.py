"""What was read at a scene? To be read again, not to be decided again."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game import words
from game.faces.terminal import setting
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.prose import Prose
from game.model.beside import CARE
from game.model.library import Library
from game.play.page import Page
from game.play.reader import Reader
from game.play.sources import sources, support


class LookScreen(Panel):
    """The pages of one scene, one below the other, and by one key what they rest on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sources", words.KEY_SOURCES, id="look.sources", tooltip=words.TIP_SOURCES),
        Binding("c", "care", words.KEY_CARE, id="look.care", tooltip=words.TIP_CARE),
    ]

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
            yield Prose(setting.page_parts(one, supports, self.app.text_keys), classes="group")

    def action_sources(self) -> None:
        """Show what they rest on."""
        from game.faces.terminal.screens.sources import SourcesScreen

        claims = tuple(dict.fromkeys(claim for one in self.pages for claim in one.claims))
        where = " · ".join(part for part in (self.head, self.where) if part)
        self.app.push_screen(SourcesScreen(sources(self.library, claims, self.reader), where))

    def action_care(self) -> None:
        """Show where to find help."""
        from game.faces.terminal.screens.aside import AsideScreen

        self.app.push_screen(AsideScreen(self.library, self.reader, CARE))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Care is pointed to where the scene calls for it."""
        return action != "care" or any(one.care for one in self.pages)
