"""How does a reader want Wayout to look and behave, run after run?

The reader's preferences: names, allowed values, defaults, order, and their JSON serialisation.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import fields, replace

from wayout.model.prompts import PARTS, PartKind
from wayout.play.state import Reader

ALLOWED_VALUES: Mapping[str, tuple[object, ...]] = MappingProxyType(
    {
        "width": (66, 72, 76),
        "content": ("full", "gentle"),
        "words_beforehand": (False, True),
        "asks": (False, True),
        "part": (True, False),
        "motion": ("none", "gentle"),
        "maps": (True, False),
        "rail": (True, False),
    }
)
"""The values of each setting that has few, in their order."""


AS_TERMINAL = "auto"
"""The theme that goes with the terminal's page, dark or light."""


class Settings(Struct, frozen=True, kw_only=True):
    """What can be set.

    `width` is in characters; `part` gives the reader what is hers to do; `maps` shows the map where a record goes on at
    another place; `rail` is what stands beside a page; `keys` are her own, by the id of what they do. Which themes
    there are is for the terminal face to say, and so is what a key may be called.
    """

    theme: str = AS_TERMINAL
    width: Literal[66, 72, 76] = 72
    content: Literal["full", "gentle"] = "full"
    words_beforehand: bool = False
    asks: bool = False
    part: bool = True
    motion: Literal["none", "gentle"] = "none"
    maps: bool = True
    rail: bool = True
    keys: dict[str, str] = msgspec.field(default_factory=dict)


SETTING_NAMES = tuple(field.name for field in fields(Settings))
"""Every setting, in the order in which they are listed."""


def encode_setting(settings: Settings) -> str:
    """The settings as text, to be kept."""
    return msgspec.json.encode(settings).decode()


def decode_setting(text: str) -> tuple[Settings, tuple[str, ...]]:
    """Settings from such a text, and the names of those that could not be read and are as they come.

    A name that is not known here is passed over: a later version may have kept it.
    """
    try:
        stored = msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return Settings(), SETTING_NAMES
    good: dict[str, Any] = {}
    bad: list[str] = []
    for field in fields(Settings):
        if field.name in stored:
            try:
                good[field.name] = msgspec.convert(stored[field.name], field.type)
            except msgspec.ValidationError:
                bad.append(field.name)
    return Settings(**good), tuple(bad)


def next_value(settings: Settings, name: str, by: int) -> object:
    """The value that comes next, or before, around the values that there are."""
    values = ALLOWED_VALUES[name]
    return values[(values.index(getattr(settings, name)) + by) % len(values)]


def reader_from_settings(settings: Settings, parts: tuple[PartKind, ...] = PARTS) -> Reader:
    """Who reads, as the settings say; `parts` are what she is given of her own, where it is switched on."""
    return Reader(
        gentle=settings.content == "gentle",
        words_beforehand=settings.words_beforehand,
        asks=settings.asks,
        parts=parts if settings.part else (),
    )


def settings_for_reader(settings: Settings, reader: Reader) -> Settings:
    """The settings with those in place that hold for a reader now."""
    content: Literal["full", "gentle"] = "gentle" if reader.gentle else "full"
    return replace(
        settings,
        content=content,
        words_beforehand=reader.words_beforehand,
        asks=reader.asks,
        part=bool(reader.parts),
    )
