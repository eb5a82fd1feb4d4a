"""What does each paper of a record tell of it, if it is the only one that a reader has?

A document for faces whose pages are made beforehand: the record along its recorded path by each single document, page
by page, each folded; what falls away is said on the page where it would stand.
"""

from msgspec.structs import replace

from wayout.locale import reader_strings
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.play.moves import GO_ON, Choose
from wayout.play.state import Reader, Trail
from wayout.play.step import begin, choose, moves
from wayout.views.document import Kind, Row, Section, TextSpan, ViewDocument, row
from wayout.views.log import lines_of, pages
from wayout.views.papers import paper_name, paper_note, papers

BY_PAPER = "paper"
"""The name of the document, and of the action that opens it."""
MIN_PAPERS = 2
"""Papers that a record has at least, to be read by one of them only."""
OF_OTHERS = "also"
"""What others did stands in their own records."""
TOLD: tuple[Kind, ...] = ("paragraph", "editorial", "followed")
"""Rows that tell something: nothing is chosen here, and all is known from one paper."""


def has_papers(library: Library, story: str) -> bool:
    """Whether a record has several papers, by one of which it can be read."""
    return len(papers(library, story)) >= MIN_PAPERS


def by_paper_document(library: Library, story: str, reader: Reader) -> ViewDocument:
    """The record by each of its papers alone."""
    rows = tuple(_by_one(library, story, paper, reader) for paper in papers(library, story))
    lead = (row("lead", reader_strings.PAPERS_FOLDED),)
    return ViewDocument(
        id=BY_PAPER, title=reader_strings.PAPERS_HEAD, lead=lead, sections=(Section("", rows),) if rows else ()
    )


def _by_one(library: Library, story: str, paper: str, reader: Reader) -> Row:
    """A paper by its name and how it was made, and all that it has of the record; no place where it tells nothing."""
    name = reader_strings.PAPER.format(name=paper_name(library, paper), how=paper_note(library, story, paper))
    rows: list[Row] = []
    where = ""
    for one in pages(library, recorded_trail(library, story, paper), reader):
        if one.told and one.where != where:
            rows.append(row("head", one.where))
            where = one.where
        folds = tuple(fold for fold in one.reveal.folds if fold.id != OF_OTHERS) if one.reveal is not None else ()
        reveal = replace(one.reveal, folds=folds) if one.reveal is not None else None
        rows += [line for line in lines_of(replace(one, reveal=reveal)) if line.kind in TOLD]
    return Row(kind="item", spans=(), summary=(TextSpan(name),), rows=tuple(rows))


def recorded_trail(library: Library, story: str, paper: str) -> Trail:
    """The recorded path of a person, by one paper only."""
    play = begin(library, story, paper=paper)
    chosen = {stop.scene: stop.choice for stop in recorded_path(story, library.stories[story]).stops}
    for _ in range(2 * len(chosen) + 1):
        offered = moves(library, play.state)
        own = Choose(chosen.get(play.state.scene) or "")
        if own not in offered and GO_ON not in offered:
            break
        play = choose(library, play, own if own in offered else GO_ON)
    return play.trail
