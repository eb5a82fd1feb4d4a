"""Which scenes did a trail come through, and what was read there?"""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.play.state import Trail
from wayout.play.step import plays
from wayout.views.page import Page, page


class SceneVisit(Struct, frozen=True):
    """A scene of some record: who, where and when; and the pages that were read there, outcomes last."""

    label: str
    pages: tuple[Page, ...]


def visited_scenes(library: Library, trail: Trail, reader: Reader) -> tuple[SceneVisit, ...]:
    """Every scene that was read, in the order in which the trail came to it, each once."""
    found: dict[tuple[str, str], dict[str | None, Page]] = {}
    for at in plays(library, trail):
        told = page(library, at.state, reader, at.trail)
        if told.kind != "mark":
            found.setdefault((told.story, told.scene), {}).setdefault(at.state.shown, told)
    read = [tuple(pages.values()) for pages in found.values()]
    alike = Counter(_place(pages[0]) for pages in read)
    labels = [_label(pages[0], is_alone=alike[_place(pages[0])] == 1) for pages in read]
    return tuple(map(SceneVisit, _numbered(labels), read))


def _numbered(labels: list[str]) -> Iterator[str]:
    """Labels, with a number where several are alike."""
    alike, come = Counter(labels), Counter[str]()
    for label in labels:
        come[label] += 1
        yield label if alike[label] == 1 else f"{label} ({come[label]})"


def _place(first: Page) -> tuple[str, str]:
    return first.title, first.where


def _label(first: Page, *, is_alone: bool) -> str:
    """Who, where and when; the question, or how it ends, where that is not told or told of other scenes too."""
    said = first.ask or (first.close.head if first.close is not None else "")
    more = "" if is_alone and first.where else said
    return " · ".join(part for part in (first.title, first.where, more) if part)
