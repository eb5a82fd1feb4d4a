"""What goes into a chart, and what comes out?"""

from collections.abc import Mapping

from msgspec import Struct

Pair = tuple[str, str]
"""An edge: the id of the node that it leaves, and of the one that it leads to."""


class Node(Struct, frozen=True, kw_only=True):
    """One node: the mark at which lines begin and end (one cell), what stands beside it, and tags of the caller's own.

    `name` is what a tag calls it that leads to it from afar, beside its number; it may be empty. `below` are texts that
    stand under the label, each beginning a row of its own.
    """

    id: str
    mark: str
    label: str
    name: str = ""
    tags: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


class ChartRow(Struct, frozen=True):
    """One row of cells: the rails, in which a mark may stand (`mark_at`, else -1); then a label, then tags."""

    rails: str
    mark_at: int = -1
    node: str | None = None
    label: str = ""
    tags: str = ""

    @property
    def text(self) -> str:
        """The row as it is written, without trailing blanks."""
        return f"{self.rails}{self.label}{self.tags}".rstrip()


class Chart(Struct, frozen=True):
    """A drawing, and what is needed to walk in it.

    `order` is the nodes as they are read and numbered, from 1; `layers` those abreast; `leads` where each leads.
    """

    rows: tuple[ChartRow, ...]
    order: tuple[str, ...]
    layers: tuple[tuple[str, ...], ...]
    leads: Mapping[str, tuple[str, ...]]

    @property
    def text(self) -> str:
        """All rows."""
        return "\n".join(row.text for row in self.rows)

    def number(self, node: str) -> int:
        """The number that a node bears."""
        return self.order.index(node) + 1
