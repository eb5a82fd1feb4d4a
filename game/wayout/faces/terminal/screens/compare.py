"""Who did what, side by side?

The comparison screen: a grid of acts and people with a detail pane, and the window size from which it is a matrix
instead of a list.
"""

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.types import CSSPathType

from wayout.faces.terminal import document_layout as setting
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.widgets.comparison_grid import ComparisonCell, ComparisonGrid, matrix_width
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.model.library import CARE, Library
from wayout.play.moves import Enter
from wayout.play.state import Reader
from wayout.views.compare import ActTaken, compare, comparison_document

MIN_MATRIX_WINDOW = Size(100, 30)
"""The window from which there is a matrix."""
MAX_PANEL_WIDTH = 120
"""The width of the panel, as in compare.tcss."""
PANEL_MARGIN = 9
"""Cells beside the text: the padding of panel and column on both sides, and the scrollbar."""


class CompareScreen(Panel):
    """Acts down and people across, or a list for each act; what followed for the cell pointed at; Enter reads there."""

    app = getters.app(SessionApp)
    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "compare.tcss"]
    HEAD: ClassVar[str] = strings.COMPARE
    BINDINGS: ClassVar[list[BindingType]] = bindings("compare")

    lead = getters.query_one("#lead", Prose)
    takings = getters.query_one(ComparisonGrid)
    pane = getters.query_one("#pane", VerticalScroll)
    detail = getters.query_one("#detail", Prose)

    def __init__(self, library: Library, reader: Reader) -> None:
        super().__init__()
        self.library = library
        self.reader = reader
        self.comparison = compare(library, reader)
        self.document = comparison_document(self.comparison)

    def inside(self) -> ComposeResult:
        """What is compared, the cells, the legend."""
        yield Prose(id="lead")
        yield ComparisonGrid(self.comparison)
        yield Prose(setting.legend_parts(self.document), id="legend")

    def below(self) -> ComposeResult:
        """What followed, where the matrix leaves no room for it."""
        with VerticalScroll(id="pane", can_focus=False):
            yield Prose(id="detail")

    def on_mount(self) -> None:
        """Show the first cell."""
        self._set(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """A matrix where there is room for one."""
        self._set(event.size)

    def on_comparison_grid_cell_pointed(self) -> None:
        """Show what followed."""
        self._show()

    def on_comparison_grid_entered(self, event: ComparisonGrid.Entered) -> None:
        """Read on from there."""
        taking = self._taking(event.cell)
        if taking is not None:
            self.dismiss()
            self.app.call_later(self.app.enter_record, taking.story, taking.scene)

    def action_sources(self) -> None:
        """Show what the cell pointed at rests on."""
        from wayout.faces.terminal.screens.sources import SourcesScreen

        taking = self._pointed
        claims = taking.claims if taking is not None else ()
        where = f"{taking.name} · {taking.where}" if taking is not None else ""
        self.app.push_screen(SourcesScreen(self.library, self.reader, claims, where))

    def action_care(self) -> None:
        """Show where to find help."""
        self.app.open_beside(CARE)

    def action_page(self, by: int) -> None:
        """A screenful of what followed, as far as it goes; then of the cells."""
        to = self.pane.scroll_offset.y + by
        if self.pane.display and 0 <= to <= self.pane.max_scroll_y:
            (self.pane.scroll_page_down if by > 0 else self.pane.scroll_page_up)(animate=False)
        else:
            super().action_page(by)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Care is pointed to where what followed calls for it."""
        return action != "care" or (self._pointed is not None and self._pointed.care)

    def _set(self, size: Size) -> None:
        room = min(size.width, MAX_PANEL_WIDTH) - PANEL_MARGIN
        is_small = size.width < MIN_MATRIX_WINDOW.width or size.height < MIN_MATRIX_WINDOW.height
        self.takings.is_list = is_small or matrix_width(self.comparison) > room
        has_gaps = any(None in row.cells for row in self.comparison.rows)
        self.lead.parts = setting.lead_parts(self.document, has_legend=has_gaps and not self.takings.is_list)
        self._show()

    def _show(self) -> None:
        parts = self._parts(self.takings.pointed) if self.comparison.rows else ()
        is_list = self.takings.is_list
        self.takings.parts, self.detail.parts = (parts, ()) if is_list else ((), parts)
        self.pane.display = bool(self.detail.parts)
        self.pane.scroll_home(animate=False)
        self.refresh_bindings()

    def _parts(self, cell: ComparisonCell) -> tuple[TextBlock, ...]:
        taking = self._taking(cell)
        person = self.comparison.people[cell.column]
        if taking is None:
            return setting.nothing_parts(self.comparison.rows[cell.row], person.name)
        reading = self.app.reading
        is_step = reading is not None and reading.offers(Enter(taking.story, taking.scene))
        return setting.taking_parts(
            taking, person.identity, self.app.text_keys.care, is_step=is_step, is_reading=reading is not None
        )

    @property
    def _pointed(self) -> ActTaken | None:
        return self._taking(self.takings.pointed) if self.is_mounted and self.comparison.rows else None

    def _taking(self, cell: ComparisonCell) -> ActTaken | None:
        return self.comparison.rows[cell.row].cells[cell.column]
