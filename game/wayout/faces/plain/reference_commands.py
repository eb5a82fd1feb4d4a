"""How are the pages beside the stories told line by line?

A command interpreter: a word opens a document, which is rendered as plain lines.

Command dispatch for reference pages.
"""

from collections.abc import Callable, Sequence

from wayout.actions import BESIDE, ROOMS, action, typed_action
from wayout.locale import strings
from wayout.model.library import ASIDES, Library
from wayout.play.reader import Reader
from wayout.views.page import Page

Say = Callable[[str, str, int], None]
"""Tells a paragraph: the text, how it looks, how far it is indented. No text is an empty line."""

COMMANDS = tuple(one.action for one in ROOMS[BESIDE] if one.action != "settings")
"""The actions that open a document, by their ids."""


class ReferenceCommands:
    """What can be told at any time, whatever page the reader is at."""

    def __init__(self, library: Library, reader: Reader, say: Say) -> None:
        self.library = library
        self.reader = reader
        self.say = say
        self.claims: tuple[str, ...] = ()
        """What was told last rests on these, if it was a page with sources."""

    def obey(self, answer: str, pages: Sequence[Page] = ()) -> bool:
        """Tell what a word, or the beginning of one, asks for, of what is named behind it; whether it was one."""
        asked = typed_action(answer, COMMANDS)
        if asked is not None:
            self.open(asked[0].id, asked[1], pages)
        return asked is not None

    def open(self, name: str, wanted: str, pages: Sequence[Page] = ()) -> None:
        """Tell the document that an action opens, or what is wanted of it."""
        self.show(action(name).page, pages, " ".join(wanted.lower().split()))

    def show(self, name: str, pages: Sequence[Page] = (), wanted: str = "") -> None:
        """Tell a document, or that the library has none of that name."""
        from wayout.render.document_plain import plain_lines
        from wayout.views.documents import document

        if name in ASIDES and name not in self.library.asides:
            self.say(strings.NOT_HERE, "dim", 0)
            return
        shown = document(self.library, name, self.reader, pages, wanted)
        if shown.claims is not None:
            self.claims = shown.claims
        for line in plain_lines(shown):
            self.say(*line)
