"""What does the command palette offer besides Textual's own: our actions, the scenes read, the records?

The command palette: its screen, and providers (fuzzy search) of actions, scenes read and records, with synonyms.

The command palette: its screen, and a provider for each kind of command.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property, partial
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.command import CommandPalette as TextualPalette
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets import Input

from wayout.actions import BESIDE, TRAIL, action, synonyms
from wayout.faces.terminal.screens.base_screen import DismissOnce
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.widgets.text_lines import ink
from wayout.locale import shelf_strings
from wayout.views.action_words import KeyWords
from wayout.views.catalogue import catalogue
from wayout.views.log import SceneVisit, visited_scenes

SYNONYMS = synonyms()


class Command(NamedTuple):
    """What is offered, what it does, the word for it in the line of keys, and other words by which it is found."""

    text: str
    act: Callable[[], None]
    label: str = ""
    synonyms: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The text with the word for it."""
        return shelf_strings.WITH_LABEL.format(what=self.text, label=self.label) if self.label else self.text

    def score(self, matcher: Matcher) -> float:
        """How well it is what is sought: a whole word more than a part of the text, letters here and there least."""
        return max(map(matcher.match, (self.shown, self.label, *self.synonyms)))


class PaletteCommands(Provider):
    """Some commands, offered all at once or as they are sought. A text is shown as it is, never as markup."""

    @property
    def game(self) -> SessionApp:
        """The app, as our own."""
        assert isinstance(self.app, SessionApp)
        return self.app

    async def discover(self) -> Hits:
        """All of them."""
        for command in self.commands:
            yield DiscoveryHit(ink(command.shown), command.act, command.text)

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for command in self.commands:
            if (score := command.score(matcher)) > 0:
                yield Hit(score, _lit(command.shown, matcher), command.act, command.text)

    @cached_property
    def commands(self) -> tuple[Command, ...]:
        """Each with its name and what it does; asked for once."""
        return tuple(self.found())

    def found(self) -> Iterator[Command]:
        """The commands."""
        raise NotImplementedError


class BindingCommands(PaletteCommands):
    """What the keys of the screen below do, by their tooltips; and how Wayout is left from any screen."""

    def found(self) -> Iterator[Command]:
        """One for each thing that is shown on the screen, or that opens something beside it."""
        found = {
            active.binding.tooltip: active.binding
            for active in reversed(self.screen.active_bindings.values())
            if active.binding.tooltip and not active.binding.system and _is_offered(active.binding)
        }
        for binding in found.values():
            words = self.game.key_words.get(binding.id or "", KeyWords(binding.description, binding.tooltip))
            act = partial(self.app.simulate_key, binding.key)
            yield Command(words.tip, act, words.label, (binding.description, *SYNONYMS.get(binding.description, ())))
        leave = action("quit")
        if leave.tip not in found:
            yield _command(leave.tip, self.app.exit, leave.label)


class SceneCommands(PaletteCommands):
    """What was read at each scene of the present trail."""

    def found(self) -> Iterator[Command]:
        """One for each scene."""
        reading = self.game.reading
        for visit in (
            visited_scenes(self.game.library, reading.play.trail, self.game.reader) if reading is not None else ()
        ):
            yield Command(shelf_strings.LOOK_AT.format(label=visit.label), partial(self._look, visit))

    def _look(self, visit: SceneVisit) -> None:
        from wayout.faces.terminal.screens.maps import SceneDetailScreen

        self.app.push_screen(SceneDetailScreen(self.game.library, self.game.reader, visit.pages))


class RecordCommands(PaletteCommands):
    """Every record, with what is to be known before it."""

    def found(self) -> Iterator[Command]:
        """One for each."""
        for entry in catalogue(self.game.library, self.game.reader):
            whose = shelf_strings.OPEN_RECORD if entry.identity else shelf_strings.OPEN_OTHER
            yield Command(whose.format(name=entry.name), partial(self.game.announce, entry.id))


class CommandPalette(DismissOnce, TextualPalette):
    """Textual's own, which bears keys that come before its list is laid out, and keys that come after its end."""

    def on_mount(self, event: events.Mount) -> None:
        """Nothing moves, the cursor no more than in the other fields; and what was closed before it was there stays so.

        Textual (8.2) looks for the screen below then, which there may be none of.
        """
        if self.is_active:
            self.query_one(Input).cursor_blink = False
        else:
            event.prevent_default()

    def _action_command_list(self, action: str) -> None:
        """Textual (8.2) looks up the line of the option pointed at before there are lines, and fails."""
        with suppress(KeyError, IndexError):
            super()._action_command_list(action)


def _command(text: str, act: Callable[[], None], label: str) -> Command:
    return Command(text, act, label, SYNONYMS.get(label, ()))


def _lit(text: str, matcher: Matcher) -> Content:
    """A text with the letters marked that were sought."""
    drawn = ink(text)
    _, offsets = matcher.fuzzy_search.match(matcher.query, text)
    for offset in offsets if len(drawn) == len(text) else ():
        if not text[offset].isspace():
            drawn = drawn.stylize(matcher.match_style, offset, offset + 1)
    return drawn


def _is_offered(binding: Binding) -> bool:
    return binding.show or (binding.id or "").startswith((f"{BESIDE}.", f"{TRAIL}."))
