"""By each paper alone a record is told along its path, where pages are made beforehand: what falls away is said."""

from wayout.locale import reader_strings
from wayout.model.library import Library
from wayout.model.text import wording
from wayout.play.state import Reader
from wayout.play.step import plays
from wayout.views.by_paper import by_paper_document, has_papers, recorded_trail
from wayout.views.document import Row
from wayout.views.page import page
from wayout.views.papers import papers


def rows(library: Library, story: str, reader: Reader | None = None) -> dict[str, tuple[Row, ...]]:
    """Of each paper, by its name, what it tells."""
    return {one.summary[0].text: one.rows for one in by_paper_document(library, story, reader or Reader()).rows}


def test_every_paper_of_a_record_tells_it_to_its_end_and_asks_nothing(shipped_library: Library) -> None:
    library = shipped_library
    for story in library.stories:
        assert has_papers(library, story) == (len(papers(library, story)) > 1)
        told = rows(library, story)
        assert len(told) == len(papers(library, story))
        for paper in papers(library, story):
            *_, last = plays(library, recorded_trail(library, story, paper))
            shown = page(library, last.state, Reader())
            assert shown.close is not None, "to the end, or to the page that says whom the paper does not know"
        for found in told.values():
            assert {row.kind for row in found} <= {"head", "paragraph", "editorial", "followed"}


def test_law_and_war_that_a_paper_does_not_have_whole_are_never_told_as_if_it_had(shipped_library: Library) -> None:
    library, tried = shipped_library, 0
    for name, story in library.stories.items():
        for paper, (_, found) in zip(papers(library, name), rows(library, name).items(), strict=True):
            told = {row.said() for row in found}
            for passage in (one for scene in story.scenes.values() for one in scene.passages):
                claims = [library.claims[one] for one in passage.claims]
                is_whole = all(any(cite.document == paper for cite in claim.cites) for claim in claims)
                if claims and all(claim.group for claim in claims) and not is_whole:
                    assert wording(passage.text) not in told
                    tried += 1
    assert tried
    assert any(reader_strings.MORE_THAN_PAPER.format(text="") in row.said()
               for name in library.stories for found in rows(library, name).values() for row in found)  # fmt: skip


def test_where_a_paper_tells_nothing_no_place_and_no_date_are_told(shipped_library: Library) -> None:
    library, untold = shipped_library, 0
    for name in library.stories:
        for paper, found in zip(papers(library, name), rows(library, name).values(), strict=True):
            heads = {row.said() for row in found if row.kind == "head"}
            pages = [
                page(library, play.state, Reader()) for play in plays(library, recorded_trail(library, name, paper))
            ]
            told = {one.where for one in pages if one.told}
            assert heads <= told
            untold += len({one.where for one in pages} - told)
    assert untold, "of some pages a paper has nothing"
