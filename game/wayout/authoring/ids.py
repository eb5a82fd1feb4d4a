"""How is an id made from a text in any script: short, distinct, and needing no quotes?

A transliteration: small tables for the scripts that have one in common use, the names of Unicode for all others.
"""

import re
import unicodedata
from collections.abc import Collection

from wayout.model.conditions import RESERVED
from wayout.model.story import BACK
from wayout.model.yaml.scalars import WORDS, scalar_ambiguity

MAX_WORDS, MAX_LENGTH = 5, 40
"""An id is typed, and names a file."""

_TABLES = (
    ("абвгґдеєзиіклмнопрстуфыэәқңөұүһѕј", "abvggdeeziiklmnoprstufyeaqnouuhsj"),
    ("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo"),
    ("ابتجحدرزسصضطعفقكلمنهويىةأإآئؤپگکی", "abtjhdrzssdtafqklmnhwyaaaaaywpgky"),
    ("אבגדהוזחטיכךלמםנןסעפףקרת", "abgdhvzhtykklmmnnsappqrt"),
    ("აბგდევზთიკლმნოპრსტუფქყჰ", "abgdevztiklmnoprstupkqh"),
    ("աբգդեզէըթիլկհմյնոպջռսվտրւփքօֆ", "abgdezeetilkhmynopjrsvtrwpkof"),
    ("øłđðıə", "olddia"),
)
"""Letters that are one letter in Latin: of Cyrillic, Greek, Arabic, Hebrew, Georgian, Armenian and Latin itself."""
_LONGER = {
    "ё": "yo", "ж": "zh", "ї": "yi", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ь": "", "ю": "yu", "я": "ya", "ў": "u", "ғ": "gh", "ђ": "dj", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj",
    "ќ": "kj", "θ": "th", "χ": "ch", "ψ": "ps", "ث": "th", "خ": "kh", "ذ": "dh", "ش": "sh", "ظ": "z", "غ": "gh",
    "ء": "", "چ": "ch", "ژ": "zh", "צ": "ts", "ץ": "ts", "ש": "sh", "ჟ": "zh", "ღ": "gh", "შ": "sh", "ჩ": "ch",
    "ც": "ts", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh", "ჯ": "j", "ժ": "zh", "խ": "kh", "ծ": "ts", "ձ": "dz",
    "ղ": "gh", "ճ": "ch", "շ": "sh", "չ": "ch", "ց": "ts", "և": "ev", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
    "ŋ": "ng",
}  # fmt: skip
_LATIN = {letter: latin for one, other in _TABLES for letter, latin in zip(one, other, strict=True)} | _LONGER
_NUMBERS = re.compile(r"[0-9-]+").fullmatch
_IDEOGRAPH = re.compile(r"IDEOGRAPH-([0-9A-F]+)$").search


def as_id(text: str, what: str, taken: Collection[str] = ()) -> str:
    """An id made from a label: 'Ask for help' becomes ask-for-help.

    One that is taken already is numbered. `what` it is of stands before what would need quotes, and for nothing.
    """
    words: list[str] = []
    for word in in_latin(text).split()[:MAX_WORDS]:
        left = MAX_LENGTH - len("-".join((*words, "")))
        if words and len(word) > left:
            break
        words.append(word[:left])
    made = "-".join(words)
    if not made:
        made = what
    elif (
        made in WORDS
        or scalar_ambiguity(made)
        or scalar_ambiguity(made, is_key=True)
        or _NUMBERS(made)
        or made in (BACK, *RESERVED)
    ):
        made = f"{what}-{made}"
    return numbered(made, taken)


def numbered(name: str, taken: Collection[str]) -> str:
    """The name, with the first number from 2 on that makes it one that is not taken."""
    number, made = 1, name
    while made in taken:
        number += 1
        made = f"{name}-{number}"
    return made


def in_latin(text: str) -> str:
    """A text in the letters a to z, digits and spaces."""
    return "".join(map(_letter, unicodedata.normalize("NFKC", text).lower()))


def _letter(sign: str) -> str:
    if sign.isascii():
        return sign if sign.isalnum() else "" if sign == "'" else " "
    if sign in _LATIN:
        return _LATIN[sign]
    base = unicodedata.normalize("NFD", sign)[0]
    if base != sign and (base.isascii() or base in _LATIN):
        return base if base.isascii() else _LATIN[base]
    kind, name = unicodedata.category(sign), unicodedata.name(sign, "")
    if kind == "Nd":
        return str(unicodedata.digit(sign))
    if found := _IDEOGRAPH(name):
        return f"u{found[1].lower()}"
    if kind[0] == "L" or kind == "Mc":
        return "".join(one for one in name.rpartition(" ")[2].lower() if one.isascii() and one.isalnum())
    if kind == "So":
        return f" {''.join(one if one.isascii() and one.isalnum() else ' ' for one in name.lower())} "
    return "" if kind in ("Mn", "Cf", "Sk", "Lm") or sign in "’ʼ" else " "
