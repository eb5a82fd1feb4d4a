"""The interface speaks of no person as he or she: whoever's record a writer tells, its words are right."""

import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib import import_module

import wayout.locale

PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself|man|men|woman|women)\b", re.IGNORECASE)
OF_THE_SIX = {"LIBRARY_HEAD"}
"""What is said of the shipped records alone."""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in _strings(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in _strings(one))


def test_no_word_of_the_interface_says_he_or_she_of_a_person() -> None:
    names = [f"wayout.locale.{found.name}" for found in pkgutil.iter_modules(wayout.locale.__path__)]
    said = [(f"{module}.{name}", text) for module in names for name, value in vars(import_module(module)).items()
            if name.isupper() and name not in OF_THE_SIX for text in _strings(value)]  # fmt: skip
    assert len(said) > 500
    assert [one for one in said if PRONOUN.search(one[1])] == []
