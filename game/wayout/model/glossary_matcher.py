"""Where does a text name a term of the glossary?

A matcher of glossary terms and their forms in a text, longest match first, whatever the case and spacing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from wayout.model.library import Term


class TermMatch(Struct, frozen=True):
    """A term, and from where to where a text names it."""

    term: str
    start: int
    end: int


def find_terms(text: str, terms: Mapping[str, Term]) -> Iterator[TermMatch]:
    """Every naming in a text, in order: whole words, of forms that overlap the longest."""
    find, owners = _finder_of(_Same(terms))
    if find is not None:
        for match in find.finditer(text):
            yield TermMatch(owners[normal(match[0])], match.start(), match.end())


def normal(form: str) -> str:
    """A form as it is compared: the first letter in either case, white space of any length."""
    words = " ".join(form.split())
    first, lower = words[:1], words[:1].lower()
    return lower + words[1:] if lower.upper() == first else words


class _Same:
    """The terms of a library, the same for each of its pages: known again by being the same thing."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self.terms = terms

    def __hash__(self) -> int:
        return id(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.terms is other.terms


@lru_cache(maxsize=8)
def _finder_of(same: _Same) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """One pattern for all forms, and the term that each of them stands for; without forms there is no pattern."""
    forms = tuple((form, name) for name, term in same.terms.items() for form in term.forms)
    owners = {normal(form): name for form, name in reversed(forms) if form.strip()}
    written = "|".join(_form_pattern(form) for form in _longest_first(owners))
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)") if owners else None, owners


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=lambda form: (-len(form), form))


def _form_pattern(form: str) -> str:
    """A pattern for one form; what it matches has the same normal form."""
    first, rest = _first(form), r"\s+".join(re.escape(word) for word in form[1:].split(" "))
    return f"[{first}]{rest}" if len(first) > 1 else f"{re.escape(first)}{rest}"


def _first(form: str) -> str:
    """Its first letter, with the capital of it that may stand there too."""
    first, upper = form[0], form[0].upper()
    either = len(upper) == 1 and upper != first and upper.lower() == first
    return first + upper if either else first
