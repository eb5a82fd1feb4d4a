"""How are the pages beside the stories told line by line?

A command interpreter: a word is the name of a document, which is rendered as plain lines.
"""

from collections.abc import Callable, Sequence

from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.reference_pages import ABOUT, ALONE, ASIDES, CARE, COMPARE, DIFFER, GLOSSARY, TIMELINE, WAR
from wayout.play.reader import Reader
from wayout.views.page import Page

Say = Callable[[str, str, int], None]
"""Tells a paragraph: the text, how it looks, how far it is indented. No text is an empty line."""

COMMANDS = {
    strings.CMD_GLOSSARY: GLOSSARY,
    strings.CMD_WAR: WAR,
    strings.CMD_DIFFER: DIFFER,
    strings.CMD_ALONE: ALONE,
    strings.CMD_CARE: CARE,
    strings.CMD_COMPARE: COMPARE,
    strings.CMD_TIMELINE: TIMELINE,
    strings.CMD_ABOUT: ABOUT,
}
"""The word for each document; the beginning of a word is the first that begins so."""


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
        said, _, wanted = answer.partition(" ")
        for word, name in COMMANDS.items():
            if said and word.startswith(said):
                self.show(name, pages, " ".join(wanted.split()))
                return True
        return False

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
