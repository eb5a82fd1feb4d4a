"""What does the command palette offer besides Textual's own: our actions, the scenes read, the records?"""

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher

from wayout.faces.terminal import reference_keys, trail_keys
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.widgets.text_lines import ink
from wayout.locale import settings_strings
from wayout.views.catalogue import catalogue
from wayout.views.visited_scenes import SceneVisit, visited_scenes

Command = tuple[str, Callable[[], None]]


class PaletteCommands(Provider):
    """Some commands, offered all at once or as they are sought. A text is shown as it is, never as markup."""

    @property
    def game(self) -> SessionApp:
        """The app, as our own."""
        assert isinstance(self.app, SessionApp)
        return self.app

    async def discover(self) -> Hits:
        """All of them."""
        for text, command in self.commands:
            yield DiscoveryHit(ink(text), command, text)

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for text, command in self.commands:
            if (score := matcher.match(text)) > 0:
                yield Hit(score, _lit(text, matcher), command, text)

    @cached_property
    def commands(self) -> tuple[Command, ...]:
        """Each with its name and what it does; asked for once."""
        return tuple(self.found())

    def found(self) -> Iterator[Command]:
        """The commands."""
        raise NotImplementedError


class BindingCommands(PaletteCommands):
    """What the keys of the screen below do, by its tooltip."""

    def found(self) -> Iterator[Command]:
        """One for each action that is shown on the screen, or that opens something beside it."""
        found = {
            active.binding.action: active.binding
            for active in reversed(self.screen.active_bindings.values())
            if active.binding.tooltip and not active.binding.system and _is_offered(active.binding)
        }
        for binding in found.values():
            yield binding.tooltip, partial(self.app.simulate_key, binding.key)


class SceneCommands(PaletteCommands):
    """What was read at each scene of the present trail."""

    def found(self) -> Iterator[Command]:
        """One for each scene."""
        reading = self.game.reading
        for visit in (
            visited_scenes(self.game.library, reading.play.trail, self.game.reader) if reading is not None else ()
        ):
            yield settings_strings.LOOK_AT.format(label=visit.label), partial(self._look, visit)

    def _look(self, visit: SceneVisit) -> None:
        from wayout.faces.terminal.screens.scene_detail import SceneDetailScreen

        self.app.push_screen(SceneDetailScreen(self.game.library, self.game.reader, visit.pages))


class RecordCommands(PaletteCommands):
    """Every record, with what is to be known before it."""

    def found(self) -> Iterator[Command]:
        """One for each."""
        for entry in catalogue(self.game.library, self.game.reader):
            whose = settings_strings.OPEN_RECORD if entry.identity else settings_strings.OPEN_OTHER
            yield whose.format(name=entry.name), partial(self.game.announce, entry.id)


def _lit(text: str, matcher: Matcher) -> Content:
    """A text with the letters marked that were sought."""
    drawn = ink(text)
    _, offsets = matcher.fuzzy_search.match(matcher.query, text)
    for offset in offsets if len(drawn) == len(text) else ():
        if not text[offset].isspace():
            drawn = drawn.stylize(matcher.match_style, offset, offset + 1)
    return drawn


def _is_offered(binding: Binding) -> bool:
    return binding.show or (binding.id or "").startswith((reference_keys.PREFIX, trail_keys.PREFIX))
