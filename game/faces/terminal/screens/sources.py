"""What does a page rest on?"""

from typing import ClassVar

from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup

from game import words
from game.faces.terminal import evidence_setting as setting
from game.faces.terminal.parts import Part
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.prose import Prose
from game.play.sources import ClaimView, DifferenceView


class SourcesScreen(Panel):
    """Each claim with how it stands and why, and every place that carries it; readings that differ, side by side."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "sources.tcss"]
    HEAD = words.SOURCES

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
                for difference in claim.differences:
                    yield from _side_by_side(difference)


def _side_by_side(difference: DifferenceView) -> ComposeResult:
    with VerticalGroup(classes="difference"):
        yield Prose(setting.difference_parts(difference))
        with HorizontalGroup(classes="readings"):
            for reading in difference.readings:
                yield Prose(setting.reading_parts(reading), classes="reading")
