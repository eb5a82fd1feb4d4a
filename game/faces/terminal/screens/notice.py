"""What should a reader know before a story begins?"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game import words
from game.faces.terminal.parts import DOT, Option, Part, paragraphs
from game.faces.terminal.screens.room import Room
from game.faces.terminal.shelf_setting import CONTINUE, begun_options
from game.faces.terminal.widgets.choices import Choices
from game.faces.terminal.widgets.heading import Heading
from game.faces.terminal.widgets.prose import Prose
from game.play.catalogue import Entry, entry
from game.shelf.offered import Offer

BEGIN_FULL, BEGIN_GENTLE, BACK = "full", "gentle", "back"


class NoticeScreen(Room):
    """Who tells, in whose words, for how long, and what is announced; then full or gentle wording."""

    CSS_PATH = "notice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "back", words.KEY_LIBRARY, id="notice.library", tooltip=words.TIP_LIBRARY),
        Binding(
            "escape",
            "back",
            words.KEY_LIBRARY,
            show=False,
            key_display="Esc",
            id="notice.escape",
            tooltip=words.TIP_LIBRARY,
        ),
    ]

    def __init__(
        self, shown: Entry, whose: str, *, is_gentle: bool, war_first: bool, begun: Offer | None = None
    ) -> None:
        super().__init__()
        self.begun = begun
        self.war_first = war_first
        self.entry = shown
        self.whose = whose
        self.is_gentle = is_gentle

    def above(self) -> ComposeResult:
        """The person, and how long it takes."""
        yield Heading(self.entry.name, self.entry.length)

    def inside(self) -> ComposeResult:
        """What is to be known, and the ways in."""
        yield Prose(_parts(self.entry, self.whose, self.war_first), id="notice")
        yield Choices(self._options)

    def on_mount(self) -> None:
        """Point at the wording that the reader keeps, unless there is something to go on with."""
        self._point()

    def read_again(self) -> None:
        """The same in another wording."""
        self.entry = entry(self.app.library, self.entry.id, self.app.reader)
        self.is_gentle = self.app.reader.gentle
        self.query_one("#notice", Prose).parts = _parts(self.entry, self.whose, self.war_first)
        self.query_one(Choices).reword((), self._options)
        self._point()

    def _point(self) -> None:
        ids = [option.id for option in self._options]
        if self.is_gentle and BEGIN_GENTLE in ids and not self.begun:
            self.query_one(Choices).pointed = ids.index(BEGIN_GENTLE)

    @property
    def _options(self) -> tuple[Option, ...]:
        options = _options(self.is_gentle, has_two=bool(self.entry.content) or self.war_first)
        return (*begun_options(self.begun), *options)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Begin in the wording chosen, go on with what was begun, or go back."""
        if self.begun and event.option == CONTINUE:
            self.app.take_up(self.begun.saved)
        elif event.option == BACK:
            self.action_back()
        else:
            self.app.begin_story(self.entry.id, is_gentle=event.option == BEGIN_GENTLE)

    def action_back(self) -> None:
        """To the library."""
        self.app.to_library()


def _parts(entry: Entry, whose: str, war_first: bool) -> tuple[Part, ...]:
    title = () if entry.title == entry.name else (Part((("head", entry.title),)),)
    found = [*title, *(Part((("text", text),)) for text in paragraphs(entry.teaser))]
    if entry.identity:
        found.append(Part((("muted", words.NAME_IS.format(name=entry.name, identity=entry.identity)),)))
    if whose:
        found.append(Part((("muted", whose),), gap=0 if entry.identity else 1))
    if entry.review:
        found.append(Part((("word", entry.review),)))
    if entry.content:
        found.append(Part((("head", words.CONTENT_HEAD),)))
        found += [Part((("text", what),), DOT, gap=0) for what in entry.content]
    else:
        found.append(Part((("muted", words.CONTENT_NONE),)))
    if war_first:
        found.append(Part((("muted", words.WAR_FIRST),)))
    return tuple(found)


def _options(is_gentle: bool, *, has_two: bool) -> tuple[Option, ...]:
    """With nothing announced there is one wording only."""
    back = Option(BACK, words.TO_LIBRARY)
    if not has_two:
        return (Option(BEGIN_GENTLE if is_gentle else BEGIN_FULL, words.BEGIN), back)
    full = Option(BEGIN_FULL, words.CONTENT_FULL)
    gentle = Option(BEGIN_GENTLE, words.CONTENT_GENTLE, below=words.CONTENT_GENTLE_MEANS)
    return full, gentle, back
