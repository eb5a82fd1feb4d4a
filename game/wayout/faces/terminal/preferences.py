"""What does a setting change in the running full-screen face?

The reader's preferences applied at once and stored: theme, line length, motion, wording, keys; and the environment
variable NO_COLOR, by which a reader says that no colour is to be sent at all, only bold, underline, italic and
reverse.
"""

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style
from textual import constants
from textual.app import App
from textual.binding import Binding
from textual.color import Color
from textual.filter import LineFilter

from wayout.faces.terminal.background import Background
from wayout.faces.terminal.keymap import TextKeys, shown, text_keys, usable
from wayout.faces.terminal.page_layout import GUTTER
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.themes import DARK, LIGHT, TERMINAL, own_themes
from wayout.locale import shelf_strings
from wayout.model.prompts import PARTS
from wayout.play.settings import AS_TERMINAL, reader_from_settings
from wayout.store.shelf import SettingsStore


class NoColour(LineFilter):
    """Takes every colour out; Textual's own filter (8.2) turns them into greys and sends those."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The segments without colours."""
        return [Segment(text, style and _bare(style), control) for text, style, control in segments]


@lru_cache(maxsize=4096)
def _bare(style: Style) -> Style:
    """A style without colours; what a click on it means stays."""
    return style.without_color + Style(meta=style.meta) if style.meta else style.without_color


NO_COLOUR = NoColour()


class PreferencesApp(SessionApp):
    """A session that looks and reads as its reader has set."""

    kept: SettingsStore
    is_open = False

    def take_settings(self) -> None:
        """Before the first frame: the themes there are, and what the reader has set."""
        self.text_keys = TextKeys()
        self.goes_with = DARK.name
        self.register_theme(TERMINAL)
        for theme in own_themes(self.console.color_system):
            self.register_theme(theme)
        self.start_with(self._theme_there_is(self.settings.theme))
        self._move()
        if self.settings.keys:
            self._take_keys()
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our sheets use and a theme may say otherwise."""
        return {"term-style": "underline", "strong-style": "bold", "measure": str(self.settings.width + GUTTER)}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Where the reader has said NO_COLOR, none but the one that takes colours out."""
        return (NO_COLOUR,) if self.no_color else super().get_line_filters()

    def get_key_display(self, binding: Binding) -> str:
        """How a key is written in the line of keys and in the help."""
        return binding.key_display or shown(binding.key)

    def change(self, name: str, value: object) -> None:
        """Another value of a setting: seen at once, and kept."""
        self.kept.change(name, value)
        self.settings = replace(self.settings, **{name: value})
        if name == "theme":
            self.theme = self._theme_there_is(self.settings.theme)
        elif name == "motion":
            self._move()
        else:
            self.reader = reader_from_settings(self.settings, self.reader.parts or PARTS)
            if name == "keys":
                self._take_keys()
            elif name == "width":
                self.refresh_css(animate=False)
            from wayout.faces.terminal.screens.base_screen import BaseScreen, PageScreen

            for screen in self.screen_stack:
                if isinstance(screen, PageScreen):
                    screen.share()
                if isinstance(screen, BaseScreen):
                    screen.read_again()

    def go_with(self, background: Background | None) -> None:
        """Take the theme for the terminal's page, unless the reader has set another; untold, the terminal's colours."""
        self.goes_with = {"dark": DARK.name, "light": LIGHT.name}[background] if background else TERMINAL.name
        if self.settings.theme != AS_TERMINAL:
            return
        if self.is_running:
            self.theme = self.goes_with
        else:
            self.start_with(self.goes_with)
            self.stylesheet.set_variables(self.get_css_variables())

    def start_with(self, theme: str) -> None:
        """Take a theme before the first frame, with the filter that turns the terminal's own colours into others."""
        self.set_reactive(App.theme, theme)
        self.mutate_reactive(App.ansi_color)

    def watch_theme(self, theme: str) -> None:
        """One that was picked in the palette is kept too."""
        if self.is_open and theme != self._theme_there_is(self.settings.theme):
            self.change("theme", theme)

    def _theme_there_is(self, name: str) -> str:
        """The theme of that name; of a version that knew another one, our own."""
        if name == AS_TERMINAL:
            return self.goes_with
        if name in self.available_themes:
            return name
        self.tell(shelf_strings.UNKNOWN_THEME.format(said=name))
        return DARK.name

    def _move(self) -> None:
        """Nothing moves unless the reader wants it, and her environment has not said otherwise."""
        is_wanted = self.settings.motion == "gentle" and constants.TEXTUAL_ANIMATIONS != "none"
        self.animation_level = "basic" if is_wanted else "none"

    def _take_keys(self) -> None:
        """Take the reader's own keys for what they do."""
        keys = usable(self.settings.keys)
        self.text_keys = text_keys(keys)
        self.set_keymap(keys)
