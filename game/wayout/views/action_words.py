"""What is an action called in a library?

A view model: label, tooltip, command word and title of the actions that open a page which the edition names; key
labels by the names of key bindings.
"""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from wayout.actions import ACTIONS, ROOMS, Action, action
from wayout.locale import edition_strings
from wayout.model.library import FOREWORD, Library
from wayout.model.text import wording


class KeyWords(NamedTuple):
    """The label of a key, and the sentence that says what it does."""

    label: str
    tip: str


def worded(entry: Action, library: Library) -> Action:
    """An action as it is called in a library: its foreword is called by the title of that page."""
    named = library.edition.foreword
    if entry.id != FOREWORD or named is None or not library.foreword:
        return entry
    title = wording(library.asides[library.foreword].title)
    word = named.word or library.foreword
    return replace(entry, label=title[:1].lower() + title[1:], tip=edition_strings.TIP_TITLED.format(title=title),
                   word=word, short=word, title=title, opens=library.foreword,
                   signs=(*entry.signs, entry.word))  # fmt: skip


def actions_of(library: Library) -> tuple[Action, ...]:
    """The table of actions, each as it is called in a library."""
    return tuple(worded(entry, library) for entry in ACTIONS)


def foreword_word(library: Library) -> str:
    """What is typed for the foreword, for a list of words that goes on behind it; nothing where there is none."""
    return f"{worded(action(FOREWORD), library).word}, " if library.foreword else ""


def key_words(library: Library) -> Mapping[str, KeyWords]:
    """Of the key bindings that are called otherwise in a library than in the table, the words, by their names."""
    found = worded(action(FOREWORD), library)
    names = [one.name for shortcuts in ROOMS.values() for one in shortcuts if one.action == FOREWORD]
    return dict.fromkeys(names, KeyWords(found.label, found.tip))
