"""What does a page rest on?"""

from typing import ClassVar

from textual import getters
from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup

from game import words
from game.faces.clean import clean
from game.faces.terminal import evidence_setting as setting
from game.faces.terminal.parts import GUTTER, Part
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.cite import CitePlace
from game.faces.terminal.widgets.prose import Prose
from game.play.sources import CiteView, ClaimView, DifferenceView
from game.words import evidence as said


class SourcesScreen(Panel):
    """Each claim with how it stands and why, and every place that carries it; readings that differ, side by side."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "sources.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", said.KEY_NEXT, show=False, id="sources.next", tooltip=said.TIP_NEXT),
        Binding("shift+tab", "app.focus_previous", said.KEY_NEXT, show=False, id="sources.previous",
                tooltip=said.TIP_NEXT),
    ]  # fmt: skip
    HEAD = words.SOURCES
    AUTO_FOCUS: ClassVar[str | None] = ""

    done = getters.query_one("#done", Prose)

    def __init__(self, claims: tuple[ClaimView, ...], where: str) -> None:
        super().__init__(where)
        self.claims = claims

    def inside(self) -> ComposeResult:
        """The claims in the order of the page."""
        if not self.claims:
            yield Prose((Part((("text", words.SOURCES_NONE),)),))
        for number, claim in enumerate(self.claims, 1):
            with VerticalGroup(classes="claim"):
                yield Prose(setting.claim_parts(number, claim))
                yield from _places(claim.cites, setting.claim_indent(number))
                for difference in claim.differences:
                    yield from _side_by_side(difference)

    def below(self) -> ComposeResult:
        """What was opened or copied last."""
        yield Prose(id="done")

    def on_mount(self) -> None:
        """Point at the first place, and leave the page at its top."""
        first = next(iter(self.query(CitePlace)), None)
        self.set_focus(first, scroll_visible=False)

    def action_scroll(self, by: int) -> None:
        """To the next place that is in sight; where there is none, a line on or back."""
        view = self.column.scrollable_content_region
        places = list(self.query(CitePlace))
        at = places.index(self.focused) if isinstance(self.focused, CitePlace) else -1
        ahead = places[at + 1 :] if by > 0 else places[max(at, 0) - 1 :: -1] if at > 0 else []
        seen = (one for one in ahead if view.y <= one.region.y and one.region.bottom <= view.bottom)
        if (place := next(seen, None)) is not None:
            self.set_focus(place, scroll_visible=False)
        else:
            super().action_scroll(by)

    def on_cite_place_open_asked(self, event: CitePlace.OpenAsked) -> None:
        """Open the document in the browser, and say which."""
        self.app.open_url(event.cite.url)
        self._tell(said.OPENED.format(url=event.cite.url))

    def on_cite_place_copy_asked(self, event: CitePlace.CopyAsked) -> None:
        """Copy the citation, and show it: not every terminal lets a program copy."""
        self.app.copy_to_clipboard(clean(event.cite.citation))
        self._tell(said.COPIED.format(citation=event.cite.citation))

    def _tell(self, what: str) -> None:
        self.done.parts = (Part((("word", what),), indent=0),)


def _places(cites: tuple[CiteView, ...], indent: int) -> ComposeResult:
    yield from (CitePlace(cite, setting.cite_parts(cite, indent)) for cite in cites)


def _side_by_side(difference: DifferenceView) -> ComposeResult:
    with VerticalGroup(classes="difference"):
        yield Prose(setting.difference_parts(difference))
        with HorizontalGroup(classes="readings"):
            for reading in difference.readings:
                with VerticalGroup(classes="reading"):
                    yield Prose(setting.reading_parts(reading))
                    yield from _places(reading.cites, GUTTER)
