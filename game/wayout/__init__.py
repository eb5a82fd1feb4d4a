"""Wayout: a documentary text adventure built from five press articles.

The version number of the program, and the public API, imported when it is first asked for: `load`, `check`,
`explore`, `Play`, `StoryError`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wayout.api import Play, StoryError, check, explore, load

VERSION = "0.1.0"
__all__ = ["VERSION", "Play", "StoryError", "check", "explore", "load"]


def __getattr__(name: str) -> Any:
    """One of the names of the API: a start of the game is nearly all imports, and needs none of it."""
    if name in __all__:
        from wayout import api

        return getattr(api, name)
    raise AttributeError(f"module 'wayout' has no attribute '{name}'")
