"""How are settings had again at the next start?"""

from msgspec.structs import replace

from wayout.locale import settings_strings
from wayout.play.settings import Settings, decode_setting, encode_setting
from wayout.store.shelf import Shelf

NAME = "settings"
"""Under which a shelf keeps them, all together."""


class SettingsStore:
    """The settings on a shelf: read once, and kept anew with every change.

    `problem` is a sentence on what could not be read, or nothing; what cannot be kept the shelf tells itself.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        text = shelf.get_setting(NAME)
        self.settings, bad = (Settings(), ()) if text is None else decode_setting(text)
        self.problem = (
            settings_strings.UNREADABLE.format(which=", ".join(settings_strings.LABEL[name] for name in bad))
            if bad
            else ""
        )

    def change(self, name: str, value: object) -> None:
        """Keep another value of one setting."""
        self.settings = replace(self.settings, **{name: value})
        self._shelf.put_setting(NAME, encode_setting(self.settings))
