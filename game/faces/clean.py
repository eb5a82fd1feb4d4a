"""Which characters of a writer's text may reach a terminal?"""

from game.model.text import HIDDEN

REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """The text with a space for each tab, and U+FFFD for every other control character: it is read and does nothing."""
    return HIDDEN.sub(REPLACEMENT, text.replace("\t", " "))
