"""A typewriter’s quotation marks in titles and quotations are shown as print has them; other languages as they are."""

import pytest

from wayout.views.sources import typographic


@pytest.mark.parametrize(("text", "language", "shown"), [
    ("'Not against Ukraine': Russian deserters", "en", "‘Not against Ukraine’: Russian deserters"),
    ("Russia's war, and the soldiers' words", "en-GB", "Russia’s war, and the soldiers’ words"),
    ('He said "no" ("never")', "", "He said “no” (“never”)"),
    ("The '90s – 'again'", "en", "The ’90s – ‘again’"),
    ("\"'Tis his,\" they say", "en", "“‘Tis his,” they say"),
    ('"Nein", sagt er', "de", '"Nein", sagt er'),
    ("‘Done’ already, “so”", "en", "‘Done’ already, “so”"),
    ("", "en", ""),
])  # fmt: skip
def test_straight_marks_are_shown_curved(text: str, language: str, shown: str) -> None:
    assert typographic(text, language) == shown
