"""How are settings had again at the next start?"""

from typing import Protocol

from msgspec.structs import replace

from game.play.settings import Settings, decoded, encoded
from game.words import settings as said

NAME = "settings"
"""Under which they are kept, all together."""


class Place(Protocol):
    """Where texts are kept by name."""

    def get_setting(self, name: str) -> str | None:
        """The text that is kept under a name."""

    def put_setting(self, name: str, value: str) -> None:
        """Keep it."""


class Memory:
    """A place that lasts as long as the program runs."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def get_setting(self, name: str) -> str | None:
        """The text that is kept under a name."""
        return self.texts.get(name)

    def put_setting(self, name: str, value: str) -> None:
        """Keep it."""
        self.texts[name] = value


class Kept:
    """The settings of a place: read once, and kept anew with every change.

    `problem` is a sentence on what could not be read or kept, or nothing.
    """

    def __init__(self, place: Place | None = None) -> None:
        self._place: Place = place if place is not None else Memory()
        self.settings = Settings()
        self.problem = ""
        try:
            text = self._place.get_setting(NAME)
        except OSError:
            self.problem = said.UNREADABLE_ALL
            return
        if text is not None:
            self.settings, bad = decoded(text)
            if bad:
                self.problem = said.UNREADABLE.format(which=", ".join(said.LABEL[name] for name in bad))

    def change(self, name: str, value: object) -> None:
        """Keep another value of one setting."""
        self.settings = replace(self.settings, **{name: value})
        try:
            self._place.put_setting(NAME, encoded(self.settings))
        except OSError as why:
            self.problem = said.NOT_KEPT.format(why=why.strerror or why)
        else:
            self.problem = ""
