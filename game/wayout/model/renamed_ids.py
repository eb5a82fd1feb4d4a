"""Where does a scene or a choice stand now that may have had another id once?

Aliases of ids, and digests that notice a change.
"""

from hashlib import sha256
from typing import Any

import msgspec

from wayout.model.story import Scene, Story

DIGITS = 12
"""Of a digest, how many hexadecimal digits are written: two stories share them once in 10 ** 14."""


def scene_now(story: Story, scene: str) -> str | None:
    """The scene with an id, or the one that had it before."""
    if scene in story.scenes:
        return scene
    return next((name for name, one in story.scenes.items() if scene in one.former), None)


def choice_now(scene: Scene, choice: str) -> str | None:
    """The choice with an id, or the one that had it before."""
    if choice in scene.choices:
        return choice
    return next((name for name, one in scene.choices.items() if choice in one.former), None)


def digest(story: Story) -> str:
    """What tells one state of a story from another; fields that a later program adds leave it as it is."""
    data = msgspec.json.encode(_told(msgspec.to_builtins(story)))
    return f"sha256-{sha256(data).hexdigest()[:DIGITS]}"


def _told(data: Any) -> Any:
    """Only what was written, the order of choices included: each mapping as its pairs."""
    if isinstance(data, dict):
        return [(key, _told(value)) for key, value in data.items() if value not in (None, False, "", (), [], {})]
    return [_told(value) for value in data] if isinstance(data, list | tuple) else data
