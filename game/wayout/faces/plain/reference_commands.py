"""How are the pages beside the stories told line by line?"""

from collections.abc import Callable, Sequence

from wayout.actions import typed_action
from wayout.faces.plain.compare import tell_comparison, tell_timeline
from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.reference_pages import ABOUT, CARE, WAR
from wayout.model.text import paragraphs
from wayout.play.reader import Reader
from wayout.views.compare import compare
from wayout.views.page import Page
from wayout.views.reference_pages import TermView, aside, glossary, outlets, terms_on
from wayout.views.source_comparison import single_source_claims, source_differences
from wayout.views.timeline import timeline

Say = Callable[[str, str, int], None]
"""Tells a paragraph: the text, how it looks, how far it is indented. No text is an empty line."""


class ReferenceCommands:
    """What can be told at any time, whatever page the reader is at."""

    def __init__(self, library: Library, reader: Reader, say: Say) -> None:
        self.library = library
        self.reader = reader
        self.say = say
        self.claims: tuple[str, ...] = ()
        """What was told last rests on these, if it was a page with sources."""
        self.commands: dict[str, Callable[[str, Sequence[Page]], None]] = {
            "glossary": self.show_glossary,
            "war": lambda _, __: self.show_aside(WAR),
            "differ": self.show_differences,
            "alone": self.show_alone,
            "compare": self.show_comparison,
            "timeline": self.show_timeline,
            "care": lambda _, __: self.show_aside(CARE),
            "about": lambda _, __: self.show_aside(ABOUT),
        }
        """By the id of the action."""

    def obey(self, answer: str, pages: Sequence[Page] = ()) -> bool:
        """Tell what a word, or the beginning of one, asks for, of what is named behind it; whether it was one."""
        asked = typed_action(answer, self.commands)
        if asked is not None:
            self.show(asked[0].id, asked[1], pages)
        return asked is not None

    def show(self, name: str, wanted: str, pages: Sequence[Page] = ()) -> None:
        """Tell the page that an action opens, or what is wanted of it."""
        self.commands[name](" ".join(wanted.lower().split()), pages)

    def show_aside(self, name: str) -> None:
        """A page of the makers' own, each paragraph with those who published what it rests on."""
        if name not in self.library.asides:
            self.say(strings.NOT_HERE, "dim", 0)
            return
        shown = aside(self.library, name, self.reader)
        self.claims = shown.claims
        self.say(shown.title, "bold", 0)
        for block in shown.blocks:
            self.say("", "", 0)
            for paragraph in paragraphs(block.text):
                self.say(paragraph, "", 0)
            if not block.editorial and (found := outlets(self.library, block.claims, self.reader)):
                self.say(strings.FROM_OUTLETS.format(outlets=found), "dim", 0)
        self.say("", "", 0)

    def show_glossary(self, wanted: str, pages: Sequence[Page]) -> None:
        """The terms that are written or begin as wanted; or else those of some pages first, then all."""
        every = glossary(self.library, self.reader)
        if wanted:
            found = [term for term in every if any(_begins(name, wanted) for name in (term.id, term.term, *term.forms))]
            for term in found:
                self._show_term(term)
            self.say("" if found else strings.GLOSSARY_NONE.format(said=wanted), "", 0)
            return
        here = {term.id: term for page in pages for term in terms_on(self.library, page, self.reader)}
        self.say(strings.GLOSSARY, "bold", 0)
        for head, terms in ((strings.GLOSSARY_HERE, tuple(here.values())), (strings.GLOSSARY_ALL, every)):
            if terms:
                self.say("", "", 0)
                self.say(head, "bold", 0)
            for term in terms:
                self._show_term(term)
        self.say("", "", 0)

    def show_differences(self, wanted: str, _: Sequence[Page]) -> None:
        """Each point on which documents part, with what each side says, where, and why they may."""
        every = source_differences(self.library, self.reader)
        found = [parting for parting in every if _begins(parting.name, wanted)]
        self.say(strings.DIFFER, "bold", 0)
        none = strings.DIFFER_NOT_OF.format(said=wanted) if wanted else strings.DIFFER_NONE
        self.say(strings.DIFFER_LEAD if found else none, "", 0)
        for parting in found:
            self.say("", "", 0)
            self.say(strings.OF_PERSON.format(name=parting.name, head=parting.weight), "bold", 0)
            for point in parting.points:
                self.say(f"– {point.on} ({point.why})", "", 2)
                for reading in point.readings:
                    self.say(f"– {reading.says} ({reading.where})", "", 5)
        self.say("", "", 0)

    def show_alone(self, wanted: str, _: Sequence[Page]) -> None:
        """Every claim that rests on one account, below the account."""
        every = single_source_claims(self.library, self.reader)
        found = [alone for alone in every if _begins(alone.name, wanted)]
        self.say(strings.ALONE, "bold", 0)
        none = strings.ALONE_NOT_OF.format(said=wanted) if wanted else strings.ALONE_NONE
        self.say(strings.ALONE_LEAD if found else none, "", 0)
        for alone in found:
            self.say("", "", 0)
            self.say(alone.name, "bold", 0)
            self.say(strings.ONLY_ACCOUNT.format(account=alone.account), "dim", 0)
            for says in alone.claims:
                self.say(f"– {says}", "", 2)
        self.say("", "", 0)

    def show_comparison(self, wanted: str, _: Sequence[Page]) -> None:
        """Who did what; of the acts that begin as wanted also what followed."""
        self.claims = tell_comparison(compare(self.library, self.reader), wanted, self.say)

    def show_timeline(self, _: str, __: Sequence[Page]) -> None:
        """What happened when."""
        shown = timeline(self.library, self.reader)
        self.claims = shown.claims
        tell_timeline(shown, self.say)

    def _show_term(self, term: TermView) -> None:
        self.say(f"– {term.term}: {term.says}", "", 2)
        if term.support:
            self.say(term.support, "dim", 4)


def _begins(name: str, wanted: str) -> bool:
    return name.lower().startswith(wanted.lower())
