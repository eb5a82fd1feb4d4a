"""How is a view shown that opens over a page: differences, glossary, timeline, debrief, the foreword?

Modal screens for documents (glossary, differences, timeline, reference pages), for the debrief with its exports, and
the foreword.
"""

from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.reactive import reactive
from textual.types import CSSPathType

from wayout.faces.terminal.document_layout import document_groups
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import Option, TextBlock
from wayout.faces.terminal.screens.base_screen import PageScreen, Panel
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Heading, Prose
from wayout.locale import reader_strings, strings
from wayout.model.library import Library, story_name
from wayout.play.state import Reader, Trail
from wayout.render.document_text import plain_text
from wayout.views.account import account_sections
from wayout.views.card import carded_record
from wayout.views.debrief import debrief, debrief_document
from wayout.views.document import Row, Section, ViewDocument
from wayout.views.reference_pages import Statement, aside_statements


class DocumentScreen(Panel):
    """A document, section by section."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("aside")

    def __init__(self, library: Library, reader: Reader, document: ViewDocument, where: str = "") -> None:
        super().__init__(where, document.title)
        self.library = library
        self.reader = reader
        self.document = document

    def inside(self) -> ComposeResult:
        """The sections, apart from one another."""
        has_parts = bool(self.document.lead) or any(section.heading for section in self.document.sections)
        for blocks in document_groups(self.document):
            yield Prose(blocks, classes="group" if has_parts else None)

    def action_sources(self) -> None:
        """Show what the document rests on."""
        from wayout.faces.terminal.screens.sources import SourcesScreen

        claims = self.document.claims or ()
        self.app.push_screen(SourcesScreen(self.library, self.reader, claims, self.document.title))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Sources are there where the document tells what it rests on."""
        return action != "sources" or bool(self.document.claims)


class NotebookScreen(DocumentScreen):
    """The notebook; its last section are pages to read on from."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "forks.tcss"]

    def __init__(self, library: Library, reader: Reader, document: ViewDocument) -> None:
        *sections, last = document.sections or (Section("", ()),)
        self.places = last.rows
        heading = (replace(last, rows=()),) if last.rows else ()
        super().__init__(library, reader, replace(document, sections=(*sections, *heading)))

    def inside(self) -> ComposeResult:
        """What stands in it, and below that the pages."""
        yield from super().inside()
        if self.places:
            yield Choices(tuple(map(_place, self.places)), gap=1)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Read on from there."""
        story, _, scene = event.option.partition("/")
        self.dismiss()
        self.app.call_later(self.app.enter_record, story, scene)


def _place(row: Row) -> Option:
    """A page to read on from: what was done there, below it where and when."""
    what = tuple(span for span in row.spans if span.role != "place")
    return Option(row.target, plain_text(what), below=row.said("place"))


class DebriefScreen(DocumentScreen):
    """The debrief, section by section; by one key the sources in full, by others it, or the trail, is saved."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "debrief.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("debrief")

    said = getters.query_one("#said", Prose)

    def __init__(self, library: Library, reader: Reader, trail: Trail) -> None:
        self.found = debrief(library, trail, reader)
        self.trail = trail
        self.has_card = carded_record(library, trail) is not None
        super().__init__(library, reader, debrief_document(self.found))

    def inside(self) -> ComposeResult:
        """Where it was written to, once it was; then the sections, the reader's article beside what the record has."""
        yield Prose(id="said", classes="group")
        if not (self.found.accounts and self.document.sections):
            yield from super().inside()
            return
        groups = document_groups(self.document)
        at = sum(map(len, map(account_sections, self.found.accounts))) + bool(self.document.lead)
        with HorizontalGroup(id="columns"):
            for column in (groups[:at], groups[at:]):
                with VerticalGroup():
                    yield from (Prose(blocks, classes="group") for blocks in column)

    def action_sources(self) -> None:
        """Show what the path rests on, in full."""
        from wayout.faces.terminal.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(self.library, self.reader, self.found.claims, self.found.title))

    def action_export(self, ending: str) -> None:
        """Write it to a file, and say where."""
        from wayout.faces.print.debrief import export, file_for

        self._say(export(self.found, file_for(self.trail.story, ending)))

    def action_save(self) -> None:
        """Write the trail to a file, and say where."""
        from wayout.faces.print.debrief import save

        self._say(save(self.library, self.trail, self.reader)[0])

    def action_card(self) -> None:
        """Write the reader's article on a card, and say where."""
        from wayout.faces.print.debrief import save_card

        self._say(save_card(self.library, self.trail))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A card is there where a record that was read has an article."""
        return self.has_card if action == "card" else super().check_action(action, parameters)

    def _say(self, text: str) -> None:
        try:
            folder = strings.EXPORT_FOLDER.format(path=Path.cwd())
        except OSError:
            folder = ""  # the folder that the program was started in is gone, as the text tells
        self.said.parts = (TextBlock((("word", text),)), TextBlock((("muted", folder),), gap=0))
        self.column.scroll_home(animate=False)


GO_ON, BEGIN = "go on", "begin"


class ForewordScreen(PageScreen):
    """The foreword, one statement at a time, once before the first story of a run, in the wording chosen.

    The first statements are told in any case; from the last of these on, the record is the way on, and those that are
    left are offered beside it.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("foreword")

    heading = getters.query_one(Heading)
    choices = getters.query_one(Choices)

    number: reactive[int] = reactive(0, init=False, repaint=False)

    def __init__(self, library: Library, reader: Reader, story: str) -> None:
        super().__init__()
        self.library = library
        self.reader = reader
        self.story = story
        self.statements = aside_statements(library, library.foreword, reader)

    def above(self) -> ComposeResult:
        """Its title, and which statement this is."""
        yield Heading(self.statement.document.title, self.statement.where)

    def inside(self) -> ComposeResult:
        """A statement, and the way on."""
        yield Choices(fills=True, id="page")

    def on_mount(self) -> None:
        """Paint the first statement."""
        self.choices.show(self._blocks, self._options)

    def read_again(self) -> None:
        """The same in another wording."""
        self.reader = self.app.reader
        self.statements = aside_statements(self.library, self.library.foreword, self.reader)
        self.choices.reword(self._blocks, self._options)

    def watch_number(self) -> None:
        """Another statement."""
        self.heading.right = self.statement.where
        self.choices.show(self._blocks, self._options)
        self.column.begin()
        self.refresh_bindings()

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """On to the next statement, or to the story."""
        if event.option == GO_ON:
            self.number += 1
        else:
            self.app.go_on_from_foreword(self.story)

    def action_sources(self) -> None:
        """Show what the statement rests on."""
        from wayout.faces.terminal.screens.sources import SourcesScreen

        shown = self.statement.document
        self.app.push_screen(SourcesScreen(self.library, self.reader, shown.claims or (), shown.title))

    def action_undo(self) -> None:
        """Back to the statement before."""
        self.number -= 1

    def action_leave(self) -> None:
        """Back to the statement before; from the first one to the library."""
        if self.number:
            self.action_undo()
        else:
            self.action_back()

    def action_back(self) -> None:
        """To the library."""
        self.app.to_library()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Before the first statement there is none, and what it says of itself alone rests on nothing."""
        if action == "sources":
            return bool(self.statement.document.claims)
        return action != "undo" or self.number > 0

    @property
    def statement(self) -> Statement:
        """The one that is told."""
        return self.statements[self.number]

    @property
    def _blocks(self) -> tuple[TextBlock, ...]:
        return tuple(block for group in document_groups(self.statement.document) for block in group)

    @property
    def _options(self) -> tuple[Option, ...]:
        """While more is told in any case, that; then the record, and what is left."""
        if self.statement.is_told_first:
            return (Option(GO_ON, strings.GO_ON, strings.BY_ENTER, leads_on=True),)
        name = story_name(self.library, self.library.stories[self.story])
        begin = Option(BEGIN, reader_strings.READ_NEXT.format(name=name), strings.BY_ENTER, leads_on=True)
        if not self.statement.rest_line:
            return (begin,)
        more = Option(GO_ON, reader_strings.MORE_STATEMENTS, below=self.statement.rest_line)
        return replace(begin, aside=strings.BY_SPACE, passes=True, is_first=True, is_numbered=False), more
