"""Which characters of a writer's text may reach a terminal?"""

import re

_CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls but the line feed: they move cursors and start sequences
    "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, overrides, isolates
    "\ud800-\udfff]"  # lone surrogates, which cannot be encoded
)
REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """The text with every control character made visible as U+FFFD, so that it is read and does nothing."""
    return _CONTROLS.sub(REPLACEMENT, text)
