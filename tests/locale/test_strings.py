"""The interface speaks of no person as he or she, and of no edition: whoever's record a writer tells, it is right."""

import ast
import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

import wayout.locale
from tests.support.edition_names import OF_THE_SIX, names_of
from wayout.locale.strings import LANGUAGES
from wayout.model.library import Library

PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself|man|men|woman|women)\b", re.IGNORECASE)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in _strings(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in _strings(one))


PROGRAM = Path(wayout.locale.__file__).parent.parent
NO_WORDS_OF_A_STORY = {"the-war", "war", "told-of-war", *LANGUAGES.values()}
"""A page, a group and a setting of the old format, which are not shown; and in which languages documents are."""
EXAMPLE = re.compile(r"^ *wayout .*$|^ {6}.*$", re.MULTILINE)
"""An example of a command: it names what is shipped, and the lines in which it goes on."""


def _said() -> list[tuple[str, str]]:
    names = [f"wayout.locale.{found.name}" for found in pkgutil.iter_modules(wayout.locale.__path__)]
    return [(f"{module}.{name}", text) for module in names for name, value in vars(import_module(module)).items()
            if name.isupper() for text in _strings(value) if text not in NO_WORDS_OF_A_STORY]  # fmt: skip


def _written(file: Path) -> Iterator[str]:
    """The strings of a module; of those that describe it for its readers, only what a command says of itself."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    of_commands = {
        id(node.body[0])
        for node in ast.walk(tree)
        if file.parent.name == "cli" and isinstance(node, ast.FunctionDef) and node.decorator_list
    }
    loose = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr) and id(one) not in of_commands}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in loose:
            yield node.value


def test_the_strings_of_the_interface_name_nothing_of_the_shipped_edition(shipped_library: Library) -> None:
    names = names_of(shipped_library)
    assert names.search("What does Vasiliy do in Munich, as the National Herald has it?")
    assert [one for one in _said() if names.search(one[1]) or OF_THE_SIX.search(one[1])] == []


def test_nor_does_any_other_text_of_the_program_but_the_examples_of_its_commands(shipped_library: Library) -> None:
    names = names_of(shipped_library)
    found = [
        (str(file.relative_to(PROGRAM)), text)
        for file in sorted(PROGRAM.rglob("*.py"))
        for text in _written(file)
        for left in [EXAMPLE.sub("", text)]
        if text not in NO_WORDS_OF_A_STORY and (names.search(left) or OF_THE_SIX.search(left))
    ]
    assert found == []


@pytest.mark.parametrize("suffix", ["js", "css", "tcss", "html"])
def test_nor_do_the_scripts_and_looks_of_its_pages(shipped_library: Library, suffix: str) -> None:
    names = names_of(shipped_library)
    for file in PROGRAM.rglob(f"*.{suffix}"):
        text = file.read_text(encoding="utf-8")
        assert not names.search(text), file
        assert not OF_THE_SIX.search(text), file


def test_no_word_of_the_interface_says_he_or_she_of_a_person() -> None:
    said = _said()
    assert len(said) > 500
    assert [one for one in said if PRONOUN.search(one[1])] == []
