"""What stands beside a page, where a window has room for it?

The side rail (sidebar): the way here as a small map, the situation, a line on the evidence, what documents tell
differently; quiet, never a story's text, and cut with a sign where it is too long. And the status line below a page
that has no room for it.
"""

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive

from wayout.faces.terminal.keymap import KeyLabel, TextKeys
from wayout.faces.terminal.page_layout import DOT, THIN, Run, TextBlock
from wayout.faces.terminal.widgets.prose import Prose, set_lines
from wayout.faces.terminal.widgets.text_lines import TextLine, TextLines, ink
from wayout.locale import evidence_strings, strings
from wayout.model.library import Library
from wayout.play.state import Playthrough, Reader
from wayout.views.outcome import rests_on
from wayout.views.page import Page
from wayout.views.sources import differing
from wayout.views.way import WayStop, lately_changed, way_here, ways_on

SITUATION_ROWS = 2
"""Rows that a situation takes below a page."""
APART = "   "
"""Between two things of a situation."""
PASSED, HERE, AHEAD = "○", "●", "╵"
MIN_STOPS = 3
"""Stops of the way that stay, whatever else there is to show."""
MAX_STOPS, MAX_HEADS = 12, 5
"""Stops of the way, and points on which documents part, that are shown at all."""
VERSIONS_RANK, WAY_RANK, SITUATION_RANK = range(3)
"""What is cut first where there are not rows enough."""


class RailSection(Struct, frozen=True):
    """A head and what stands below it; where there is no room for all, the first or the last lines go.

    `shorter` are the lines to begin with where some have to go. Of several sections the one of the lowest `rank` goes
    first; one without a rank stays whole.
    """

    head: TextBlock
    lines: tuple[TextBlock, ...]
    shorter: tuple[TextBlock, ...] = ()
    keeps: int = 1
    drops_first: bool = False
    rank: int | None = None


class Rail(Prose):
    """What stands beside the page, in as many rows as there are."""

    sections: reactive[tuple[RailSection, ...]] = reactive((), repaint=False)

    text: Prose | None = None
    """The text that it stands beside."""
    is_read = False
    """Whether what stands here is a text to read to its end, and not what is to be seen at a glance."""
    skipped = 0

    @property
    def air(self) -> int:
        """As much as above the text, where there is room for that."""
        above = self.text.air if self.text is not None else 0
        return max(0, min(above, self.content_size.height - self.rows(self.content_size.width)))

    def render(self) -> TextLines:
        """What fits, drawn; of a text from the line on to which the reader has come."""
        if not self.is_read:
            return fitted(self.sections, *self.content_size)
        lines = list(_all_lines(self.sections).lines[self.skipped :])
        return TextLines(_cut_lines(lines, *self.content_size, strings.MORE_BELOW))

    def read_on(self, by: int = 1) -> bool:
        """Of a text that does not fit, show what comes next, or what came before; whether there was more."""
        if not self.is_read:
            return False
        width, height = self.content_size
        lines = _all_lines(self.sections).lines
        last = next(at for at in range(len(lines)) if sum(_height(line, width) for line in lines[at:]) <= height)
        before, self.skipped = self.skipped, max(0, min(self.skipped + by * (height - 2), last))
        if self.skipped != before:
            self.refresh()
        return self.skipped != before

    def rows(self, width: int) -> int:
        """As many rows as all of it needs at a width."""
        return sum(_all_lines(self.sections).heights(width))

    def on_mouse_scroll_down(self) -> None:
        """Further down in a text."""
        self.read_on()

    def on_mouse_scroll_up(self) -> None:
        """Back in a text."""
        self.read_on(-1)

    def watch_sections(self) -> None:
        """Another page: all of the widget is painted anew, and nothing is laid out."""
        self.skipped = 0
        self.refresh()


def _head(label: str, key: KeyLabel) -> TextBlock:
    """A quiet head, below the key that shows all of it."""
    return TextBlock((("word", key.shown), ("muted", f" {label}")), indent=0, press=key.name)


def page_sections(
    library: Library, play: Playthrough, reader: Reader, page: Page, keys: TextKeys, *, differs: bool
) -> tuple[RailSection, ...]:
    """What stands beside a page; of what an outcome page says itself nothing is said twice."""
    found = [_way_section(way_here(library, play, reader, MAX_STOPS), ways_on(page), keys)]
    if page.situation:
        lately = lately_changed(library, play.trail, page)
        found.append(_situation_section(page.situation, lately, keys.situation))
    if page.reveal is None and (rests := rests_on(library, page.told)):
        found.append(_evidence_section(rests, keys.sources))
    if differs:
        found.append(_versions_section(differing(library, page.told, reader), keys.versions))
    return tuple(found)


def _way_section(stops: tuple[WayStop, ...], ways_on: str, keys: TextKeys) -> RailSection:
    """The way as a small map: scenes passed, what was answered there, where the reader stands, what lies next."""
    *passed, here = stops
    lines: list[TextBlock] = []
    for stop in passed:
        lines.append(TextBlock((("muted", stop.label),), PASSED, gap=0))
        lines += _at_stop(stop)
    lines.append(TextBlock((("head", here.label),), HERE, gap=0, mark_kind="word"))
    lines += _at_stop(here)
    if ways_on:
        lines.append(TextBlock((("muted", ways_on),), AHEAD, gap=0))
    head = _head(evidence_strings.RAIL_WAY, keys.map)
    return RailSection(head, tuple(lines), keeps=MIN_STOPS, drops_first=True, rank=WAY_RANK)


def _at_stop(stop: WayStop) -> list[TextBlock]:
    said = [evidence_strings.VISITED.format(names=", ".join(stop.visits))] if stop.visits else []
    said += [stop.chosen] if stop.chosen else []
    return [TextBlock((("muted", one),), THIN, ruled=True, gap=0) for one in said]


def _situation_section(
    situation: tuple[tuple[str, str], ...], lately: tuple[tuple[str, str], ...], key: KeyLabel
) -> RailSection:
    """The situation, a line for each; where some have to go, what changed last stays."""
    head = _head(evidence_strings.RAIL_SITUATION, key)
    return RailSection(head, _pairs(situation), _pairs(lately), rank=SITUATION_RANK)


def _pairs(situation: tuple[tuple[str, str], ...]) -> tuple[TextBlock, ...]:
    return tuple(TextBlock((("muted", f"{label}: {value}"),), DOT, gap=0) for label, value in situation)


def _evidence_section(rests_on: str, key: KeyLabel) -> RailSection:
    """One line on what the page rests on."""
    return RailSection(_head(evidence_strings.RAIL_EVIDENCE, key), (TextBlock((("muted", rests_on),), gap=0),))


def _versions_section(heads: tuple[str, ...], key: KeyLabel) -> RailSection:
    """On what the documents part."""
    lines = tuple(TextBlock((("muted", head),), DOT, gap=0) for head in heads)
    section = RailSection(_head(evidence_strings.RAIL_VERSIONS, key), lines, rank=VERSIONS_RANK)
    return section if len(heads) <= MAX_HEADS else _without(section, len(heads) - MAX_HEADS)


def versions_beside(blocks: tuple[TextBlock, ...], key: KeyLabel) -> tuple[RailSection, ...]:
    """The documents side by side, below the key that takes them away again."""
    return (RailSection(_head(evidence_strings.VERSIONS, key), blocks),)


def situation_parts(
    page: Page, lately: tuple[tuple[str, str], ...], width: int, key: KeyLabel
) -> tuple[TextBlock, ...]:
    """The person's situation in two lines at most, broken between one thing and the next.

    Where a width has no room for all of it, what changed last comes first, and a key shows the rest.
    """
    lines, count, tail = _situation_lines(page.situation, width), len(lately), ""
    while count > 1 and _situation_rows(lines, width) > SITUATION_ROWS:
        count -= 1
        tail = f"{key.shown} {evidence_strings.MORE.format(n=len(lately) - count)}"
        lines = _situation_lines((*lately[:count], ("", tail)), width)
        lines = [APART.join(lines)] if count == 1 and _situation_rows(lines, width) > SITUATION_ROWS else lines
    parts = [TextBlock((("muted", line),), gap=0, indent=0) for line in lines]
    if count < len(lately):
        before, behind = lines[-1].removesuffix(tail), tail.removeprefix(key.shown)
        runs: tuple[Run, ...] = (("muted", before), ("word", key.shown), ("muted", behind))
        parts[-1] = replace(parts[-1], runs=runs if before else runs[1:], press=key.name)
    return tuple(parts)


def _situation_rows(lines: list[str], width: int) -> int:
    """Rows that lines take; what is longer than a row is broken within itself."""
    return sum(-(-cell_len(line) // width) for line in lines) if width else 1


def _situation_lines(situation: tuple[tuple[str, str], ...], width: int) -> list[str]:
    """One thing after the other, in as many lines as a width needs."""
    lines: list[str] = []
    for label, value in situation:
        one = f"{label}: {value}" if label else value
        longer = f"{lines[-1]}{APART}{one}" if lines else one
        if lines and (not width or cell_len(longer) <= width):
            lines[-1] = longer
        else:
            lines += [one]
    return lines


@lru_cache(maxsize=64)
def _all_lines(sections: tuple[RailSection, ...]) -> TextLines:
    return TextLines(set_lines(tuple(block for section in sections for block in (section.head, *section.lines))))


@lru_cache(maxsize=64)
def fitted(sections: tuple[RailSection, ...], width: int, height: int) -> TextLines:
    """The sections in so many rows; what has no room is cut, and a sign says so."""
    whole = _all_lines(sections)
    over = sum(whole.heights(width)) - height
    if over <= 0:
        return whole
    found = list(sections)
    ranked = [(section.rank, at) for at, section in enumerate(found) if section.rank is not None]
    for _, at in sorted(ranked):
        if over <= 0:
            break
        found[at], saved = _cut(found[at], over, width)
        over -= saved
    return TextLines(_cut_lines(list(_all_lines(tuple(found)).lines), width, height, evidence_strings.RAIL_CUT))


def _cut_lines(lines: list[TextLine], width: int, height: int, sign: str) -> list[TextLine]:
    """So many lines as there are rows for; where that is not all, a sign in place of the last."""
    heights = [_height(line, width) for line in lines]
    if sum(heights) <= height:
        return lines
    while lines and sum(heights[: len(lines)]) >= height:
        lines.pop()
    return [*lines, TextLine(Content(""), Content(""), ink(sign, ".prose--muted"))]


def _cut(section: RailSection, over: int, width: int) -> tuple[RailSection, int]:
    """A section without so many of its lines as save some rows, the sign of that counted; and how many that saves."""
    shorter, before = section, _rows(section.lines, width)
    for dropped in range(1, len(section.lines) - section.keeps + 1):
        shorter = _without(section, dropped)
        if before - _rows(shorter.lines, width) >= over:
            break
    return shorter, before - _rows(shorter.lines, width)


def _without(section: RailSection, dropped: int) -> RailSection:
    """A section without so many of its lines, and in their place a sign."""
    lines = section.shorter or section.lines
    says = evidence_strings.MORE.format(n=dropped)
    sign = TextBlock((("muted", says),), evidence_strings.RAIL_CUT, gap=0)
    shown = (sign, *lines[dropped:]) if section.drops_first else (*lines[:-dropped], sign)
    return replace(section, lines=shown)


def _rows(blocks: tuple[TextBlock, ...], width: int) -> int:
    return sum(TextLines(set_lines(blocks)).heights(width))


def _height(line: TextLine, width: int) -> int:
    return sum(TextLines((line,)).heights(width))
