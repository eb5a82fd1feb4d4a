"""Where does a text name a term of the glossary?"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from game.model.beside import Term


class Naming(Struct, frozen=True):
    """A term, and from where to where a text names it."""

    term: str
    start: int
    end: int


def namings(text: str, terms: Mapping[str, Term]) -> Iterator[Naming]:
    """Every naming in a text, in order: whole words, of forms that overlap the longest."""
    forms = tuple((form, name) for name, term in terms.items() for form in term.forms)
    find, owners = _finder(forms)
    if find is not None:
        for match in find.finditer(text):
            yield Naming(owners[match.lastindex or 1], match.start(), match.end())


def normal(form: str) -> str:
    """A form as it is compared: the first letter in either case, white space of any length."""
    words = " ".join(form.split())
    return words[:1].lower() + words[1:]


@lru_cache(maxsize=8)
def _finder(forms: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    """One pattern for all forms, and the term that each of its groups stands for; the first group is none."""
    known = {normal(form): name for form, name in reversed(forms) if form.strip()}
    longest_first = sorted(known, key=lambda form: (-len(form), form))
    if not longest_first:
        return None, ()
    grouped = "|".join(f"({_written(form)})" for form in longest_first)
    return re.compile(rf"(?<!\w)(?:{grouped})(?!\w)"), ("", *(known[form] for form in longest_first))


def _written(form: str) -> str:
    """A pattern for one form."""
    first = "".join(dict.fromkeys((form[0], *(each for each in form[0].upper() if len(form[0].upper()) == 1))))
    rest = r"\s+".join(re.escape(word) for word in form[1:].split(" "))
    return f"[{re.escape(first)}]{rest}" if len(first) > 1 else f"{re.escape(first)}{rest}"
