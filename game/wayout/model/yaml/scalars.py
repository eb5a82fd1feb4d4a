"""What does a plain scalar mean, and would another reader of YAML take it for something else?

Here only `true`, `false`, `null`, nothing at all and plain whole numbers are not text. YAML 1.1 (PyYAML's own loaders)
and YAML 1.2 (editors) each know more words and numbers. Dates are text here and in YAML 1.2, and the format writes them
plain: that YAML 1.1 knows them as dates is no reason to warn.
"""

import re

WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "": None}
WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})").fullmatch
"""A whole number as it is read here: of a size that every reader keeps exactly."""

NUMBER_SIGNS = "-0123456789"
"""One of these begins every whole number."""

_DOUBTFUL = re.compile(
    r"(?P<truth>[yY]es|YES|[nN]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE|[Oo]n|ON|[Oo]ff|OFF)"
    r"|(?P<nothing>~|[Nn]ull|NULL)"
    r"|(?P<number>[-+]?(?:"
    r"0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+"  # binary (1.1), octal (1.2), hexadecimal
    r"|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"  # to the base of sixty (1.1): 19:30
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|\.[0-9_]+"
    r"|\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN)"
    r"|(?P<sign>=)"  # a default value (1.1)
).fullmatch
_TAKEN_FOR = {"truth": "true or false", "nothing": "nothing", "number": "a number", "sign": "a sign of its own"}


def scalar_ambiguity(text: str, *, is_key: bool = False) -> str:
    """What other readers take a plain scalar for that is text here; empty if they agree.

    A key is always text. `on` is a key of the format itself, and a whole number is the same as a key and as text.
    """
    found = _DOUBTFUL(text)
    if found is None or WHOLE(text) or (text == "on" if is_key else text in WORDS):
        return ""
    return _TAKEN_FOR[found.lastgroup or ""]
