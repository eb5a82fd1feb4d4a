"""What does one paper alone tell of a record: which of its passages, whose name, which reading of a gap?

Filtering by a single document (source): the documents of a record, whether a text rests on one of them, whether it
stands beside the records (law and the like), whether the document names the person, and which reading of a difference
it has.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from wayout.locale import reader_strings, strings
from wayout.model.evidence import Claim, Difference, Reading
from wayout.model.library import Library, story_name
from wayout.model.prompts import Prompt
from wayout.model.story import Choice, EndingPassage, Outcome, Passage
from wayout.model.text import comparable, quotations, wording
from wayout.play.state import Reader, State
from wayout.play.step import is_unknown_to_paper

Carriage = Literal["in it", "beside it", "not in it"]
"""A text is carried by the paper, or stands beside the records and their papers, as law does, or falls away."""


def papers(library: Library, story: str) -> tuple[str, ...]:
    """The documents of a record, by their ids: all that are held of the reports in which its person is named."""
    person = library.people.get(library.stories[story].person or "")
    if person is None:
        return ()
    named = [name for name in person.written if name in library.documents]
    origins = {library.lineage.origin_of(name) for name in named}
    return tuple(
        name
        for name, document in library.documents.items()
        if name in named or (document.held and library.lineage.origin_of(name) in origins)
    )


def paper_name(library: Library, paper: str) -> str:
    """What a document is called: by what it appeared in, or by its title."""
    document = library.documents.get(paper)
    return (document.container_title or document.title) if document is not None else paper


def paper_note(library: Library, story: str, paper: str) -> str:
    """How a paper was made, and whether it has the name of the person."""
    how = strings.HOW[library.documents[paper].how]
    unnamed = "" if names_person(library, story, paper) else reader_strings.PAPER_NOT_NAMED
    return " · ".join(part for part in (how, unnamed) if part)


def papers_with(library: Library, reading: Reading) -> str:
    """The documents that have a reading, each with how it was made."""
    documents = dict.fromkeys(cite.document for cite in reading.cites)
    return ", ".join(
        reader_strings.PAPER.format(name=paper_name(library, name), how=strings.HOW[library.documents[name].how])
        for name in documents
        if name in library.documents
    )


def can_be_read_by_paper(library: Library, state: State) -> bool:
    """Whether a page is an ending whose record has several papers, or was read by one."""
    is_ending = state.shown is None and state.scene_in(library).ending is not None
    is_ending = is_ending or is_unknown_to_paper(library, state)
    return is_ending and (bool(state.paper) or len(papers(library, state.story)) > 1)


def names_person(library: Library, story: str, paper: str) -> bool:
    """Whether a paper has the name of the person whose record it is; a story of nobody is told whatever it names."""
    person = library.people.get(library.stories[story].person or "")
    return person is None or paper in person.written


def carriage(library: Library, story: str, paper: str, claims: Iterable[str]) -> Carriage:
    """Whether a paper carries what rests on some claims. What rests on none says that nothing is told, and stays."""
    claims = tuple(claims)
    found = [library.claims[claim] for claim in claims if claim in library.claims]
    if not found:
        return "in it" if names_person(library, story, paper) else "not in it"
    if all(claim.group is not None for claim in found):
        is_cited = any(cite.document == paper for claim in found for cite in claim.all_cites)
        return "in it" if is_cited else "beside it"
    if not names_person(library, story, paper):
        return "not in it"
    own = [name for name in claims if name in library.claims and library.claims[name].group is None]
    is_told = any(_has(library.claims[name], paper) for name in own) or any(own_versions(library, paper, own))
    return "in it" if is_told else "not in it"


def _has(claim: Claim, paper: str) -> bool:
    """Whether a paper carries a claim: what has only a reading of its own that contradicts it does not."""
    return any(cite.document == paper for cite in claim.cites)


def carriage_of(library: Library, story: str, paper: str, one: Passage | Outcome | EndingPassage) -> Carriage:
    """The same of a passage, an outcome or an ending; what another person's record answers is told of that one."""
    claims = one.claims or one.about if isinstance(one, Passage) else one.claims
    if isinstance(one, Outcome) and one.people:
        story = next((name for name, told in library.records.items() if told.person in one.people), story)
    return carriage(library, story, paper, claims)


def gap_difference(library: Library, prompt: Prompt) -> Difference | None:
    """The difference of documents that a gap turns on; None where it turns on whose word something is."""
    claim = library.claims.get(prompt.claim or "")
    return claim.differs[prompt.on] if claim is not None and prompt.on < len(claim.differs) else None


def texts_of(library: Library, prompt: Prompt) -> dict[str, frozenset[str]]:
    """Of each option of a gap the documents that have its reading; of one that no difference is behind, none."""
    difference = gap_difference(library, prompt)
    readings = difference.readings if difference is not None else ()
    texts = (frozenset(cite.document for cite in reading.cites) for reading in readings)
    return {option: next(texts, frozenset()) for option in prompt.options}


def is_within_one(library: Library, prompt: Prompt) -> bool:
    """Whether the readings of a gap all stand in one document."""
    return len(frozenset[str]().union(*texts_of(library, prompt).values())) == 1


def own_reading(library: Library, prompt: Prompt, paper: str) -> str | None:
    """The option of a gap that a paper prints; nothing where it has neither reading, or both, or none is meant.

    Nor is there any where the line around the gap tells what the paper has only in a version of its own.
    """
    claim = library.claims.get(prompt.claim or "")
    if claim is not None and not _has(claim, paper):
        return None
    difference = gap_difference(library, prompt)
    printed = [
        option
        for option, reading in zip(prompt.options, difference.readings if difference else (), strict=False)
        if any(cite.document == paper for cite in reading.cites)
    ]
    return printed[0] if len(printed) == 1 else None


def has_reading(library: Library, prompt: Prompt, paper: str) -> bool:
    """Whether a paper has any of the readings of a gap; where a gap turns on no claim, there is nothing to have."""
    difference = gap_difference(library, prompt)
    if difference is None:
        return True
    return any(cite.document == paper for reading in difference.readings for cite in reading.cites)


def as_paper_has_it(library: Library, paper: str, text: str, claims: Iterable[str], reader: Reader) -> str:
    """What one paper tells: the text, or where that tells more than this one has the words of the claims it carries.

    What one paper does not say is not put into its mouth: what another paper alone has, or is quoted with. Nothing is
    told where it has no more than a version of its own; but what stands beside the records stays, and says that it does
    more than the paper has.
    """
    found = [library.claims[name] for name in dict.fromkeys(claims) if name in library.claims]
    is_beside = any(claim.group is None for claim in found)
    is_whole = all(_has(claim, paper) or (is_beside and not _is_of_papers(library, claim)) for claim in found)
    quoted = {
        comparable(cite.quote) for claim in found for cite in claim.all_cites if cite.document == paper and cite.quote
    }
    said = [comparable(one.words) for one in quotations(text) if one.is_paired]
    is_quoted = all(any(words in quote or quote in words for quote in quoted) for words in said)
    if is_whole and is_quoted:
        return text
    if found and not is_beside:
        return reader_strings.MORE_THAN_PAPER.format(text=text)
    return " ".join(wording(claim.says, gentle=reader.gentle) for claim in found if _has(claim, paper))


def line_by_paper(
    library: Library, story: str, paper: str, text: str, claims: Iterable[str], reader: Reader
) -> tuple[str, tuple[str, ...]]:
    """A line as one paper has it, with the claims that carry it then; an empty one where the paper has none of it.

    Where it tells more than the paper has, the versions that are the paper's own stand with the rest of it.
    """
    claims = tuple(dict.fromkeys(claims))
    how = carriage(library, story, paper, claims)
    if how == "not in it" or not names_person(library, story, paper):
        return "", ()
    if how == "beside it":
        return reader_strings.BESIDE_PAPER.format(text=text), claims
    said = as_paper_has_it(library, paper, text, claims, reader)
    if said == text or all(library.claims[name].group for name in claims if name in library.claims):
        return said, claims
    versions = {name: version_text(difference, reading, reader) for name, difference, reading in
                own_versions(library, paper, claims)}  # fmt: skip
    kept = (name for name in claims if name in versions or (
        name in library.claims and _has(library.claims[name], paper)))  # fmt: skip
    return " ".join(filter(None, (said, *versions.values()))), tuple(kept)


def claims_by_paper(library: Library, paper: str, claims: Iterable[str]) -> tuple[str, ...]:
    """Of some claims those that one paper has, be it in a version of its own, and those that stand beside papers."""
    found = ((name, library.claims[name]) for name in dict.fromkeys(claims) if name in library.claims)
    return tuple(
        name for name, claim in found if claim.group or any(cite.document == paper for cite in claim.all_cites)
    )


def _is_of_papers(library: Library, claim: Claim) -> bool:
    """Whether a claim is told in the articles, and does not stand beside them as law does."""
    documents = library.documents
    return any(cite.document in documents and documents[cite.document].held for cite in claim.all_cites)


def own_versions(library: Library, paper: str, claims: Iterable[str]) -> Iterator[tuple[str, Difference, Reading]]:
    """Of the claims on which papers part in substance, the reading that this one alone of the sides has, with each."""
    for name in claims:
        claim = library.claims.get(name)
        for difference in claim.differs if claim is not None else ():
            own = [one for one in difference.readings if any(cite.document == paper for cite in one.cites)]
            if difference.weight == "substance" and len(own) == 1 and difference.has_two_sides:
                yield name, difference, own[0]


def outcomes_in(library: Library, state: State, choice: Choice) -> Iterator[tuple[Outcome, bool]]:
    """What followed, as far as the paper by which is read has it; and whether it stands there beside it only."""
    for outcome in library.outcomes(state.story_in(library).person, choice):
        how = carriage_of(library, state.story, state.paper, outcome) if state.paper else "in it"
        if how != "not in it":
            yield outcome, how == "beside it"


def falls_away(library: Library, story: str, paper: str, told: Iterable[Passage | Outcome | EndingPassage]) -> str:
    """How much of what is told a paper does not have, in a sentence; nothing where it has all, or knows no such man."""
    if not names_person(library, story, paper):
        return ""
    count = sum(carriage_of(library, story, paper, one) == "not in it" for one in told)
    if not count:
        return ""
    return reader_strings.NOT_IN_PAPER_ONE if count == 1 else reader_strings.NOT_IN_PAPER_MANY.format(n=count)


def not_known(library: Library, state: State) -> str:
    """That a paper does not know of the person in whose record the reader is."""
    name = story_name(library, state.story_in(library))
    return reader_strings.NOT_KNOWN_TO_PAPER.format(paper=paper_name(library, state.paper), name=name)


def by_paper(library: Library, title: str, paper: str) -> str:
    """A title that says by which one paper is read, if that is so."""
    if not paper:
        return title
    return reader_strings.TITLE_BY.format(title=title, only=only_by(library, paper))


def only_by(library: Library, paper: str) -> str:
    """That something is read by one paper only."""
    return reader_strings.ONLY_BY.format(paper=paper_name(library, paper))


def outcome_text(library: Library, paper: str, outcome: Outcome, reader: Reader, *, is_beside: bool) -> str:
    """What followed; by one paper, with its own version where papers part, or that it does not have it."""
    text = wording(outcome.text, gentle=reader.gentle)
    if is_beside:
        return reader_strings.BESIDE_PAPER.format(text=text)
    if not paper:
        return text
    versions = (version_text(difference, reading, reader) for _, difference, reading in
                own_versions(library, paper, outcome.claims))  # fmt: skip
    return "\n\n".join(filter(None, (as_paper_has_it(library, paper, text, outcome.claims, reader), *versions)))


def version_text(difference: Difference, reading: Reading, reader: Reader) -> str:
    """What one paper says where papers part."""
    return reader_strings.IN_THIS_PAPER.format(
        on=wording(difference.on, gentle=reader.gentle), text=wording(reading.says, gentle=reader.gentle)
    )
