"""How is Wayout to look and behave?

The settings screen: order of settings and themes, labels, what each value means.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.theme import BUILTIN_THEMES
from textual.types import CSSPathType

from wayout.faces.terminal.keymap import bindings, rows
from wayout.faces.terminal.page_layout import Option, TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.themes import OWN, TERMINAL
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import shelf_strings
from wayout.play.settings import AS_TERMINAL, SETTING_NAMES, Settings, next_value

ANSI = ("ansi-dark", "ansi-light")
THEMES = (
    AS_TERMINAL,
    *(theme.name for theme in (*OWN, TERMINAL)),
    *ANSI,
    *(name for name in BUILTIN_THEMES if name not in ANSI),
)
"""Every theme: the one that goes with the terminal, our own, the terminal's colours, then Textual's."""
MIN_ROOMY_HEIGHT = 28
"""Rows of a window in which there is air between the settings."""
LABEL_WIDTH = max(map(len, shelf_strings.LABEL.values()))


class SettingRows(Choices):
    """Options with values before and after the one that each has."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("settings")

    @dataclass
    class Turned(Message):
        """The reader wants the value before or after."""

        option: str
        by: int

    def action_turn(self, by: int) -> None:
        """Say so."""
        self.post_message(self.Turned(self.options[self.pointed].id, by))


class SettingsScreen(Panel):
    """A row for each setting with the value that it has; a change is seen at once. What a setting means stands below.

    Enter, a number or a click gives the next value, the arrows the one before or after.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "settings.tcss"]
    HEAD: ClassVar[str] = shelf_strings.SETTINGS
    choices = getters.query_one(SettingRows)
    meaning = getters.query_one("#meaning", Prose)

    def inside(self) -> ComposeResult:
        """The rows."""
        yield SettingRows(_options(self.app.settings), gap=int(self.app.size.height >= MIN_ROOMY_HEIGHT))

    def below(self) -> ComposeResult:
        """What the one pointed at means."""
        yield Prose(id="meaning")

    def on_mount(self) -> None:
        """Say what is pointed at."""
        self.watch(self.choices, "pointed", self._explain)
        self.app.theme_changed_signal.subscribe(self, lambda _: self._show())

    def on_screen_resume(self) -> None:
        """The keys may have been changed."""
        self._show()

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """The next value; of the keys, their screen."""
        if event.option == "keys":
            from wayout.faces.terminal.screens.keys import KeymapScreen

            self.app.push_screen(KeymapScreen())
        else:
            self._turn(event.option, 1)

    def on_setting_rows_turned(self, event: SettingRows.Turned) -> None:
        """The value before or after."""
        if event.option != "keys":
            self._turn(event.option, event.by)

    def _turn(self, name: str, by: int) -> None:
        value = (
            _other_theme(self.app.settings.theme, by) if name == "theme" else next_value(self.app.settings, name, by)
        )
        self.app.change(name, value)
        self._show()

    def _show(self) -> None:
        self.choices.reword((), _options(self.app.settings))
        self._explain()

    def _explain(self) -> None:
        name = SETTING_NAMES[self.choices.pointed]
        problem = self.app.shelf.trouble or (shelf_strings.NO_COLOR if name == "theme" and self.app.no_color else "")
        meaning = TextBlock((("muted", shelf_strings.MEANS[name]),), indent=0)
        self.meaning.parts = (*((TextBlock((("word", problem),), indent=0),) if problem else ()), meaning)


def _options(settings: Settings) -> tuple[Option, ...]:
    return tuple(
        Option(name, _value(settings, name), lead=shelf_strings.LABEL[name].ljust(LABEL_WIDTH))
        for name in SETTING_NAMES
    )


def _value(settings: Settings, name: str) -> str:
    if name == "keys":
        return _keys(settings.keys)
    value = getattr(settings, name)
    return shelf_strings.THEMES.get(value, value) if name == "theme" else shelf_strings.SAID[name][value]


def _keys(keys: Mapping[str, str]) -> str:
    count = sum(row.is_changed(keys) for row in rows()) if keys else 0
    return shelf_strings.KEYS_CHANGED.format(n=count) if count else shelf_strings.KEYS_DEFAULT


def _other_theme(name: str, by: int) -> str:
    at = THEMES.index(name) if name in THEMES else 0
    return THEMES[(at + by) % len(THEMES)]
