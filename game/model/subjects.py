"""Whom is a claim about? Read from its id, which begins with the id of the person, and from the names in it."""

import re
from collections.abc import Container

from game.model.evidence import Person
from game.model.text import Shown, wordings


def subjects(name: str, people: Container[str]) -> tuple[str, ...]:
    """The people whom a claim is about, by their ids; none where it is about nobody."""
    parts = name.split("-")
    heads = ("-".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    return tuple(head for head in heads if head in people)


def is_named(person: Person, text: Shown) -> bool:
    """Whether a text has a form of a person's name, in any wording."""
    forms = "|".join(map(re.escape, {person.name, *(form for each in person.written.values() for form in each)}))
    return any(re.search(rf"(?<!\w)(?:{forms})(?!\w)", wording) for wording in wordings(text))
