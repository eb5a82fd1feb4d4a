"""How are a typewriter's quotation marks, in a title or a quotation from elsewhere, shown as English print has them?

Smart quotes.
"""

import re

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|'(?=\d\ds?\b)")
_OPENING = {"'": re.compile(r"(?<![^\s(\[{\"“‘—–-])'"), '"': re.compile(r'(?<![^\s(\[{“‘—–-])"')}
_PRINTED = {"'": ("‘", "’"), '"': ("“", "”")}


def typographic(text: str, language: str) -> str:
    """The text with its quotation marks curved; a text in another language than English as it is."""
    if language.partition("-")[0].lower() not in ("", "en"):
        return text
    curved = _APOSTROPHE.sub("’", text)
    for sign, (opening, closing) in _PRINTED.items():
        curved = _OPENING[sign].sub(opening, curved).replace(sign, closing)
    return curved
