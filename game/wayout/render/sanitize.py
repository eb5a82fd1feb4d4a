"""Which characters of a writer's text may reach a terminal?"""

import re

from wayout.model.text import HIDDEN

REPLACEMENT = "\ufffd"
_SPACES = re.compile("[\t\u2028\u2029]")
"""A tab, and the line ends that a terminal does not know."""


def sanitize(text: str) -> str:
    """The text with every control character made visible as U+FFFD, so that it is read and does nothing."""
    return text if text.isprintable() else HIDDEN.sub(REPLACEMENT, _SPACES.sub(" ", text))


def in_one_line(text: str) -> str:
    """A text without line ends, and with nothing in it that nobody sees."""
    return sanitize(" ".join(text.split()))
