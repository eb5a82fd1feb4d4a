"""How does a text from elsewhere say in HTML in which language it is?"""

import re
from html import escape

from wayout.render.sanitize import sanitize

PAGE_LANGUAGE = "en"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
"""What a language tag (BCP 47) looks like that a browser or a screen reader can use."""


def in_language(text: str, language: str, element: str = "span") -> str:
    """The text as HTML: where it may be in another language than the page, in an element that says in which.

    Its letters say in which direction it runs, and its neighbours do not turn round with it.
    """
    said = escape(sanitize(text), quote=False)
    if language.partition("-")[0].lower() == PAGE_LANGUAGE:
        return said
    named = f' lang="{language}"' if _TAG.fullmatch(language) else ""
    return f'<{element}{named} dir="auto">{said}</{element}>'
