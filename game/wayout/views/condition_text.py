"""How is a condition said to somebody who keeps the situation on a sheet of paper?"""

from collections.abc import Callable
from typing import Any

from wayout.locale import booklet_strings, strings
from wayout.model.conditions import listed
from wayout.model.story import UNKNOWN, Condition, Story

Box = Callable[[str, str], str]
"""The number of the box for 'seen' or 'chose' and what was seen or chosen."""


def condition_told(story: Story, condition: Condition, box: Box) -> str:
    """A condition in words: 'Papers: none and box 12 is ticked'."""
    return _told(story, condition, box, is_denied=False)


def value_told(story: Story, variable: str, value: str) -> str:
    """What a value of the situation is called on the sheet."""
    found = story.situation.get(variable)
    return strings.NOT_TOLD if value == UNKNOWN or found is None else found.values.get(value, value)


def label_told(story: Story, variable: str) -> str:
    """What a line of the sheet is called."""
    found = story.situation.get(variable)
    return found.label if found is not None else variable


def _told(story: Story, condition: Any, box: Box, *, is_denied: bool, within: str = "") -> str:
    """With `is_denied`, the condition is said to be not met: what is not all of, is any of (De Morgan).

    `within` is what joins the parts that it stands among: where that differs from its own, brackets hold it together.
    """
    if not isinstance(condition, dict):
        join = booklet_strings.AND if is_denied else booklet_strings.ANY
        parts = [_told(story, part, box, is_denied=is_denied, within=join) for part in condition]
        return _joined(parts, join, within) or (booklet_strings.ALWAYS if is_denied else booklet_strings.NEVER)
    found: list[str] = []
    join = booklet_strings.ANY if is_denied else booklet_strings.AND
    inner = join if len(condition) > 1 else within
    for key, value in condition.items():
        if key == "not":
            found.append(_told(story, value, box, is_denied=not is_denied, within=inner))
        elif key in ("seen", "chose"):
            form = booklet_strings.NOT_TICKED if is_denied else booklet_strings.TICKED
            boxes = [form.format(n=box(key, one)) for one in listed(value)]
            told = _joined(boxes, join, inner)
            found.append(told or (booklet_strings.NEVER if is_denied else booklet_strings.ALWAYS))
        else:
            values = booklet_strings.OR.join(value_told(story, key, one) for one in listed(value))
            form = booklet_strings.NOT_VALUE if is_denied else booklet_strings.VALUE
            found.append(form.format(label=label_told(story, key), value=values))
    return _joined(found, join, within) or (booklet_strings.NEVER if is_denied else booklet_strings.ALWAYS)


def _joined(parts: list[str], join: str, within: str) -> str:
    told = join.join(parts)
    return f"({told})" if len(parts) > 1 and within not in ("", join) else told
