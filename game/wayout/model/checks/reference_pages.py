"""Is the glossary sound, and are the pages beside the stories?

Checks of the glossary and of reference pages (foreword, help, about): duplicate forms, unused terms, texts without
claims.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from wayout.model.checks import prose, reporter
from wayout.model.checks.choices import Takers
from wayout.model.checks.evidence import UNSUPPORTED
from wayout.model.checks.links import Names, bad_id, claims_of
from wayout.model.checks.reporter import Item
from wayout.model.findings import Finding, Note
from wayout.model.glossary_matcher import find_terms, normal
from wayout.model.load_result import LoadResult
from wayout.model.text import wordings


def findings(
    loaded: LoadResult,
    names: Names,
    quotations: prose.Quotations,
    announced: Mapping[str, tuple[str, ...]],
    takers: Takers,
) -> Iterator[Finding]:
    """Every fault of the terms and of the pages, and terms that nothing names."""
    for name, term in loaded.library.terms.items():
        item = Item(loaded, "term", name)
        yield from bad_id(item, (), name, "term")
        yield from claims_of(item, ("claims",), term.claims, names)
        if not term.claims and not item.is_maimed():
            yield item.fault("unsupported", (), "The term cites no claim.", "Add 'claims: […]'.", key=True)
        if not term.forms and not item.is_maimed():
            hint = "Add 'forms: […]': how the stories write it."
            yield item.fault("unsupported", (), "The term has no form that a text could have.", hint, key=True)
        yield from _texts(item, tuple(reporter.of_term(term)), quotations, announced)
    for name, aside in loaded.library.asides.items():
        item = Item(loaded, "aside", name)
        for index, passage in enumerate(aside.text):
            path = ("text", index)
            yield from claims_of(item, (*path, "claims"), passage.claims, names)
            yield from claims_of(item, (*path, "about"), passage.about, names)
            if passage.condition is not None:
                hint = "Delete the 'if': the page is the same for everybody."
                yield item.fault("undeclared-value", (*path, "if"), "This page has no situation.", hint, key=True)
            if not passage.claims and not passage.editorial and not item.is_maimed(*path):
                says, hint = UNSUPPORTED["passage"]
                yield item.fault("unsupported", (*path, "text"), says, hint, key=True)
        yield from _texts(item, tuple(reporter.of_aside(aside)), quotations, announced)
    for act, by_person in loaded.library.answers.items():
        item = Item(loaded, "answer", act)
        yield from names.acts.missing(item, (), act, key=True)
        for person, answer in by_person.items():
            yield from names.people.missing(item, (person,), person, key=True)
            yield from claims_of(item, (person, "claims"), answer.claims, names)
            if not item.is_maimed(person):
                yield from takers.answer(item, person, answer)
        yield from _texts(item, tuple(reporter.of_answers(by_person)), quotations, announced)
    for name, thread in loaded.library.threads.items():
        yield from _texts(Item(loaded, "thread", name), tuple(reporter.of_thread(thread)), quotations, announced)
    yield from _shared(loaded)
    yield from _unused(loaded)


def _texts(
    item: Item,
    texts: tuple[reporter.TextUse, ...],
    quotations: prose.Quotations,
    announced: Mapping[str, tuple[str, ...]],
) -> Iterator[Finding]:
    joined = reporter.joined_wordings(texts)
    yield from prose.of_texts(item, texts, quotations, joined)
    yield from prose.hard_content_of_texts(item, texts, announced, joined.lower())
    yield from prose.quality_of_texts(item, texts, joined)


def rested_on(loaded: LoadResult) -> set[str]:
    """The claims that terms and pages rest on."""
    texts = [text for term in loaded.library.terms.values() for text in reporter.of_term(term)]
    texts.extend(text for answers in loaded.library.answers.values() for text in reporter.of_answers(answers))
    texts.extend(text for thread in loaded.library.threads.values() for text in reporter.of_thread(thread))
    texts.extend(text for aside in loaded.library.asides.values() for text in reporter.of_aside(aside))
    return {claim for text in texts for claim in text.claims}


def _shared(loaded: LoadResult) -> Iterator[Finding]:
    """Forms that two terms have."""
    first: dict[str, tuple[str, int]] = {}
    for name, term in loaded.library.terms.items():
        item = Item(loaded, "term", name)
        for index, form in enumerate(term.forms):
            owner, at = first.setdefault(normal(form), (name, index))
            if owner != name and form.strip():
                note = Note(loaded.span("term", owner, "forms", at), "first here")
                hint = "Keep it with the term that texts mean by it."
                says = f"'{form}' is a form of '{owner}' already."
                yield item.fault("duplicate-form", ("forms", index), says, hint, notes=(note,))


def _unused(loaded: LoadResult) -> Iterator[Finding]:
    """Terms that no story names; not asked where a story, or a part of one, could not be read."""
    library = loaded.library
    if loaded.misshapen or not library.stories:
        return
    waiting = {name for name, term in library.terms.items() if term.forms}
    of_stories = (text for story in library.stories.values() for text in reporter.all_of(story))
    of_answers = (text for answers in library.answers.values() for text in reporter.of_answers(answers))
    for text in (text for text_use in chain(of_stories, of_answers) for text in wordings(text_use.text)):
        if not waiting:
            break
        waiting.difference_update(naming.term for naming in find_terms(text, library.terms))
    for name in library.terms:
        if name in waiting:
            forms = ", ".join(f"'{form}'" for form in library.terms[name].forms)
            hint = "Add the form that a story uses, or delete the term."
            yield Item(loaded, "term", name).fault("unused-term", (), f"No story has {forms}.", hint, key=True)
