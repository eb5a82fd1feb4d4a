"""Which address of a document may become a link?"""

import re

_PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[A-Za-z0-9._~/?=&%#+:,;@!-]*)?", re.ASCII)
"""A web address that means nothing else in Markdown or HTML once it stands between angle brackets or in quotes."""


def web_address(url: str) -> str:
    """The address if it is a plain one of the web; empty for every other, which is shown as text alone."""
    return url if _PLAIN.fullmatch(url) else ""
