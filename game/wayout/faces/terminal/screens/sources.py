"""What does a page rest on?

The panel of claims and citations, with focus from one to the next, opening an address and copying a citation
(clipboard).
"""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.types import CSSPathType

from wayout.faces.terminal import document_layout as setting
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import GUTTER, TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.prose import Citation, Prose
from wayout.locale import evidence_strings, strings
from wayout.model.library import Library
from wayout.model.text import sanitize
from wayout.play.state import Reader
from wayout.views.document import Row
from wayout.views.sources import sources_document


class SourcesScreen(Panel):
    """Each claim with how it stands and why, and every place that carries it; readings that differ, side by side.

    In a window with room for both it lies beside the page whose sources these are, not over it.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "sources.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("sources")
    HEAD = strings.SOURCES
    AUTO_FOCUS: ClassVar[str | None] = ""

    done = getters.query_one("#done", Prose)

    def __init__(
        self, library: Library, reader: Reader, claims: Iterable[str], where: str, *, is_beside: bool = False
    ) -> None:
        super().__init__(where)
        self.set_class(is_beside, "-beside-page")
        self.document = sources_document(library, claims, reader)

    def inside(self) -> ComposeResult:
        """The claims in the order of the page."""
        for none in self.document.lead:
            yield Prose((TextBlock(setting.runs(none.spans)),))
        for claim in self.document.rows:
            with VerticalGroup(classes="claim"):
                yield Prose(setting.claim_parts(claim))
                yield from _places(claim, setting.claim_indent(claim))
                for difference in claim.rows:
                    if difference.kind == "difference":
                        yield from _side_by_side(difference)

    def below(self) -> ComposeResult:
        """What was opened or copied last."""
        yield Prose(id="done")

    def on_mount(self) -> None:
        """Point at the first place, and leave the page at its top."""
        first = next(iter(self.query(Citation)), None)
        self.set_focus(first, scroll_visible=False)

    def action_scroll(self, by: int) -> None:
        """To the next place that is in sight; where there is none, a line on or back."""
        view = self.column.scrollable_content_region
        places = list(self.query(Citation))
        at = places.index(self.focused) if isinstance(self.focused, Citation) else -1
        ahead = places[at + 1 :] if by > 0 else places[max(at, 0) - 1 :: -1] if at > 0 else []
        seen = (one for one in ahead if view.y <= one.region.y and one.region.bottom <= view.bottom)
        if (place := next(seen, None)) is not None:
            self.set_focus(place, scroll_visible=False)
        else:
            super().action_scroll(by)

    def on_citation_open_asked(self, event: Citation.OpenAsked) -> None:
        """Open the document in the browser, and say which."""
        self.app.open_url(event.url)
        self._tell(evidence_strings.OPENED.format(url=event.url))

    def on_citation_copy_asked(self, event: Citation.CopyAsked) -> None:
        """Copy the citation, and show it: not every terminal lets a program copy."""
        self.app.copy_to_clipboard(sanitize(event.citation))
        self._tell(evidence_strings.COPIED.format(citation=event.citation))

    def _tell(self, what: str) -> None:
        self.done.parts = (TextBlock((("word", what),), indent=0),)


def _places(above: Row, indent: int) -> ComposeResult:
    yield from (Citation(row, setting.cite_parts(row, indent)) for row in above.rows if row.kind == "cite")


def _side_by_side(difference: Row) -> ComposeResult:
    with VerticalGroup(classes="difference"):
        yield Prose(setting.difference_parts(difference))
        with HorizontalGroup(classes="readings"):
            for reading in difference.rows:
                with VerticalGroup(classes="reading"):
                    yield Prose(setting.reading_parts(reading))
                    yield from _places(reading, GUTTER)
