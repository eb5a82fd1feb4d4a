"""Does a claim that names the person of a record say that it is about that person?"""

import re
from collections.abc import Iterator

from wayout.model.checks.reporter import Item
from wayout.model.evidence import Claim
from wayout.model.findings import Finding
from wayout.model.load_result import LoadResult
from wayout.model.text import wordings


def of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """Claims that name a person whose record is told, and are not said to be about that person.

    Who says what is claimed may be named without being its subject. Where the file says it for its claims, the person
    of its story, nothing is found: there the others whom a claim names are people of that story.
    """
    library = loaded.library
    told = {story.person for story in library.stories.values()}
    owners = {form: name for name, person in library.people.items() if name in told for form in person.names}
    if not owners:
        return
    forms = "|".join(re.escape(form) for form in sorted(owners, key=len, reverse=True))
    find = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    for name, claim in library.claims.items():
        said = [match.group() for wording in wordings(claim.says) for match in find.finditer(wording)]
        if said and loaded.says_about(name):
            named = [person for person in dict.fromkeys(owners[form] for form in said) if not _is_listed(claim, person)]
            if named:
                yield _unlisted(Item(loaded, "claim", name), claim, named)


def of_stories(loaded: LoadResult) -> Iterator[Finding]:
    """Records of whose person no claim tells: each claim of a file that was written before 'about' lacks it."""
    library = loaded.library
    if "claim" in loaded.broken or loaded.declared["claim"] - set(library.claims):
        return
    told = {person for claim in library.claims.values() for person in claim.about}
    for name, story in library.stories.items():
        if story.person in library.people and story.person not in told and name not in loaded.misshapen:
            says = f"No claim says that it is about '{story.person}'."
            hint = f"Write 'about: [{story.person}]' into every claim that tells of this person."
            yield Item(loaded, "story", name).fault("unlisted-person", ("person",), says, hint)


def _is_listed(claim: Claim, person: str) -> bool:
    return person in claim.about or any(cite.speaker == person for cite in claim.all_cites)


def _unlisted(item: Item, claim: Claim, named: list[str]) -> Finding:
    says = f"The claim names {' and '.join(map(repr, named))}, whom 'about' does not list."
    hint = f"Did you mean 'about: [{', '.join((*claim.about, *named))}]'? Of a mere mention say so in 'ignore'."
    return item.fault("unlisted-person", ("about",) if claim.about else (), says, hint, key=True)
