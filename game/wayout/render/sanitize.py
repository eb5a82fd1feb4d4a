"""Which characters of a writer's text may reach a terminal?

Removal of control, escape and bidirectional characters, and safe web addresses.
"""

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


_PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[A-Za-z0-9._~/?=&%#+:,;@!-]*)?", re.ASCII)
"""A web address that means nothing else in Markdown or HTML once it stands between angle brackets or in quotes."""


def web_address(url: str) -> str:
    """The address if it is a plain one of the web; empty for every other, which is shown as text alone."""
    return url if _PLAIN.fullmatch(url) else ""
