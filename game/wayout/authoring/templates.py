"""How do a new branch, story and claim look, with comments that say what each line is for?

Scaffolding: the YAML templates with their comments, ids (slugs) made from names, transliteration to Latin letters,
and the longest id.
"""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from wayout.model.conditions import RESERVED_KEYS
from wayout.model.file_access import Folders
from wayout.model.input_selection import selection_of
from wayout.model.load import load
from wayout.model.load_result import LoadResult
from wayout.model.story import BACK
from wayout.model.yaml.dialect import PLAIN_WORDS, scalar_ambiguity
from wayout.model.yaml.reader import LocatedData

BRANCH_TEMPLATE = """\
# yaml-language-server: $schema={schema}
# A branch adds to a story without touching its file. 'wayout check THIS-FILE' says what is wrong with it.
{edition}grows: {grows}
author: {author}  # shown wherever the branch is offered
adds:
  {at}:  # {ask}
    choices:
      {choice}:  # the id of the choice: saved trails hang on it, so leave it as it is
        label: {label}
        act: {act}  # the kind of choice, the same in every story: see story/acts.yaml
        from: [{claims}]  # the claims that name or imply this option
        outcome:
          is: {known}  # recorded, threatened, expected, reported, rule or unrecorded
          text: {text}
          claims: [{claims}]
        to: back  # back to the question; or the id of a scene of your own, under 'scenes:'
"""
STORY_TEMPLATE = """\
# yaml-language-server: $schema={schema}
# One file holds the whole testimony: the story, the person, the document and the claims.
title: {title}
person: {person}
teaser: {teaser}
author: {author}
start: the-beginning
scenes:
  the-beginning:
{told}
    next: as-told  # nothing was to be decided here: the page goes on
    # For a decision, instead of 'next' (what was done has 'by'; what else the document names goes 'back'):
    # ask: What does {called} answer?
    # choices:
    #   refuse:
    #     label: Refuse
    #     act: refuse-order
    #     from: [{first}]
    #     by: {person}
    #     outcome: {{is: recorded, text: What followed., claims: [{first}]}}
    #     to: as-told
    #   go:
    #     label: Go
    #     act: go-along
    #     from: [{first}]
    #     outcome: {{is: reported, text: What is told of others who went., claims: [{first}]}}
    #     to: back
  as-told:
    text: {text}
    claims: [{first}]
    ending:
      kind: as-published  # here the document leaves the person
      text: {text}
      claims: [{first}]
      # What was never told, where that is so:
      # unknown:
      #   - What came afterwards.
people:
  {person}:
    name: {name}
    identity: {identity}  # pseudonym, real-name or unstated, as the document has it
    role: {role}{name_claims}
documents:
  {document}:
    type: document  # or, as reference managers say: article-newspaper, broadcast, interview, legislation …
    title: {document_title}
    how: original  # original, translation, retranslation or paraphrase; of the last three say 'from'
{held}claims:
  {first}:
    says: {text}
    kind: {kind}  # event, speech, motive, belief, threat, rule, figure or status
    about: [{person}]  # whom it is about; of nobody, as a law is: []
    cites:
      - {{document: {document}, {place}{speaker}, voice: {voice}}}
{name_claim}"""
NAME_CLAIM_TEMPLATE = """\
  {person}-name:
    says: {says}
    kind: status
    about: [{person}]
    cites:
      - {{document: {document}, {place}}}
"""
TEXT_TEMPLATE = """\
    text: {text}
    claims: [{first}]"""
NAMED_TEXT_TEMPLATE = """\
    text:
      - text: {text}
        claims: [{first}]
      - text: {name}
        claims: [{person}-name]"""
CLAIM_TEMPLATE = """\
  {id}:
    says: {says}
    kind: {kind}
{more}    cites:
      - {{document: {document}, {place}{speaker}, voice: {voice}{quote}}}
"""


def scalar(text: str) -> str:
    """A text as YAML holds it: as it is where that is read as this very text, else in double quotes."""
    text = " ".join(text.split())
    for written in (text, f"[{text}]"):
        read = LocatedData("", f"key: {written}")
        if read.findings or not isinstance(read.data, dict):
            return json.dumps(text, ensure_ascii=False)
        read_back = read.data["key"]
        if read_back != (text if written == text else [text]):
            return json.dumps(text, ensure_ascii=False)
    return text if text and "#" not in text else json.dumps(text, ensure_ascii=False)


def listed(names: Iterable[str]) -> str:
    """Ids in a row."""
    return ", ".join(names)


def add_writer_files(stories: Sequence[Path], folders: Folders | None = None) -> LoadResult:
    """What is shipped, or other folders in its place, with what a writer names; or a project of hers alone.

    Raises PathNotFoundError where she names two.
    """
    selection = selection_of(stories)
    lent = selection.folders if selection.is_project or folders is None else folders
    return load(lent, instead=selection.instead)


MAX_ID_WORDS, MAX_ID_LENGTH = 5, 40
"""Words and characters of an id: it is typed, and names a file."""

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


def as_id(text: str, what: str, in_use: Collection[str] = ()) -> str:
    """An id made from a label: 'Ask for help' becomes ask-for-help.

    One that is taken already is numbered. `what` it is of stands before what would need quotes, and for nothing.
    """
    words: list[str] = []
    for word in in_latin(text).split()[:MAX_ID_WORDS]:
        left = MAX_ID_LENGTH - len("-".join((*words, "")))
        if words and len(word) > left:
            break
        words.append(word[:left])
    made = "-".join(words)
    if not made:
        made = what
    elif (
        made in PLAIN_WORDS
        or scalar_ambiguity(made)
        or scalar_ambiguity(made, is_key=True)
        or _NUMBERS(made)
        or made in (BACK, *RESERVED_KEYS)
    ):
        made = f"{what}-{made}"
    return numbered(made, in_use)


def numbered(name: str, in_use: Collection[str]) -> str:
    """The name, with the first number from 2 on that makes it one that is not taken."""
    number, made = 1, name
    while made in in_use:
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
    if match := _IDEOGRAPH(name):
        return f"u{match[1].lower()}"
    if kind[0] == "L" or kind == "Mc":
        return "".join(char for char in name.rpartition(" ")[2].lower() if char.isascii() and char.isalnum())
    if kind == "So":
        return f" {''.join(char if char.isascii() and char.isalnum() else ' ' for char in name.lower())} "
    return "" if kind in ("Mn", "Cf", "Sk", "Lm") or sign in "’ʼ" else " "
