"""Which card does a reader show to somebody: the man, his way, and as much of her article as one screen holds?

A view model: byline, headline, places of the route, lines of the account with their rank (what is left out first), the
silence and the foot. Every card is in the gentle wording.
"""

from collections.abc import Iterator

from msgspec import Struct

from wayout.locale import evidence_strings, reader_strings
from wayout.model.library import Library, story_name
from wayout.play.state import Playthrough, Reader, Trail
from wayout.play.step import plays, replay
from wayout.views.account import AccountLineView, account, foot
from wayout.views.papers import by_paper, paper_name, papers
from wayout.views.route import route
from wayout.views.trail_summary import article_records, extent, walked

MAX_CARD_LINES = 8
"""Lines of the account on a card."""
KEPT, OWN, OTHER, ASKED = range(4)
"""The ranks of lines: what a story never leaves out, what the reader printed and what her headline is taken from,
all others, and answers to her questions."""


class CardLine(Struct, frozen=True):
    """A line of the article with its rank, from where to where the reader printed it, and on whose word it rests."""

    text: str
    rank: int
    printed: tuple[int, int] | None
    whose: tuple[str, ...] = ()


class AccountCard(Struct, frozen=True, kw_only=True):
    """What a card can hold, before it is known how much of it has room."""

    byline: str
    headline: str
    way: str
    lines: tuple[CardLine, ...]
    left_out: int
    not_told: str
    papers: tuple[str, ...]

    def foot(self, shown: tuple[CardLine, ...]) -> str:
        """Whose word the lines are that are shown, and of which papers they were made."""
        says = foot(reader_strings.CARD_FOOT, [line.whose for line in shown])
        marked = reader_strings.CARD_MARKED if any(line.printed for line in shown) else ""
        made = reader_strings.CARD_FROM.format(papers=", ".join(self.papers)) if self.papers else ""
        return " ".join(part for part in (says, marked, made) if part)

    def below(self, shown: tuple[CardLine, ...]) -> str:
        """What is left out, in number, and what was never told."""
        count = self.left_out + len(self.lines) - len(shown)
        out = reader_strings.CARD_LEFT_OUT_ONE if count == 1 else reader_strings.CARD_LEFT_OUT.format(n=count)
        silence = reader_strings.STILL_NOT_TOLD.format(what=self.not_told) if self.not_told else ""
        return " ".join(part for part in (out if count else "", silence) if part)


def carded_record(library: Library, trail: Trail, story: str | None = None) -> str | None:
    """The record of which a trail has a card: the one that is named, or the first with an article; or None."""
    if story is None:
        return next(iter(article_records(library, trail, extent(library, trail))), None)
    read = (trail.story, *walked(library, trail))
    return story if story in read and library.stories[story].account else None


def card(library: Library, trail: Trail, story: str | None = None) -> AccountCard | None:
    """The card of a trail, of one of the records that were read on it; None where no such record has an article."""
    name = carded_record(library, trail, story)
    made = account(library, replay(library, trail), Reader(gentle=True), name) if name is not None else None
    if name is None or made is None:
        return None
    told = library.stories[name]
    return AccountCard(
        byline=by_paper(library, reader_strings.BYLINE.format(name=story_name(library, told)), trail.paper),
        headline=made.headline,
        way=_way(library, trail, name),
        lines=tuple(map(_line, made.lines)),
        left_out=len(made.left_out),
        not_told=made.not_told,
        papers=tuple(paper_name(library, one) for one in ((trail.paper,) if trail.paper else papers(library, name))),
    )


def _line(line: AccountLineView) -> CardLine:
    is_own = line.printed is not None or line.is_headline
    rank = OWN if is_own else KEPT if line.is_kept else ASKED if line.kind == "asked" else OTHER
    text = line.text
    if line.is_corrected:
        text = reader_strings.CARD_CORRECTED.format(text=text, corrected=reader_strings.CORRECTED)
    return CardLine(text, rank, line.printed, line.whose)


def _way(library: Library, trail: Trail, name: str) -> str:
    """The places of his way in their order, as far as they are told and were read."""
    there: Playthrough | None = None
    for play in plays(library, trail):
        there = play if play.state.story == name else there
    stops = route(library, there).stops if there is not None else ()
    names = [stop.name or evidence_strings.PRECISION["untold"] for stop in stops]
    places = reader_strings.CARD_THEN.join(_without_repeats(names))
    return reader_strings.CARD_WAY.format(places=places) if places else ""


def _without_repeats(names: list[str]) -> Iterator[str]:
    for at, name in enumerate(names):
        if not at or names[at - 1] != name:
            yield name
