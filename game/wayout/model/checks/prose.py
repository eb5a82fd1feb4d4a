"""Is every quotation short, typographic, and carried word for word by a cite? Is every text fit to be shown?

Checks of prose (style rules): longest quotation in words, longest word and text, words of praise and blame, second
person, content that needs a warning and a gentle wording, markup, placeholders (TODO), hidden characters, repeated
texts.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from wayout.model.checks.edition import unknown_notes
from wayout.model.checks.records import cites
from wayout.model.checks.reporter import Item, Part, TextUse, all_of
from wayout.model.findings import Finding, Note
from wayout.model.load_result import LoadResult
from wayout.model.prompts import BLANK
from wayout.model.story import Story
from wayout.model.text import (
    QUOTING,
    Quotation,
    Shown,
    TwoWordings,
    comparable,
    may_quote,
    quotations,
    without_quotations,
    wordings,
)
from wayout.model.yaml.spans import DataPath

MAX_QUOTED_WORDS = 7
"""The longest quotation, in words: the articles are under copyright."""


class Quotations:
    """The quotations that each claim's cites carry, in the form in which they are compared."""

    def __init__(self, loaded: LoadResult) -> None:
        self._by_claim = {
            name: {comparable(cite.quote) for _, cite in cites(claim) if cite.quote is not None}
            for name, claim in loaded.library.claims.items()
            if not loaded.is_maimed("claim", name)
        }
        self._all = {quote for quotes in self._by_claim.values() for quote in quotes}
        self._is_whole = "claim" not in loaded.broken and not loaded.unread

    def carry(self, quotation: str, text: TextUse) -> bool:
        """Whether a cite of the text's claims has the quotation.

        A title or a question without claims of its own may quote any cite. A claim that is missing or misshapen, or
        a text that is unsupported, is a fault already: then it is taken to have it.
        """
        wanted = comparable(quotation)
        if not text.claims and text.part in ("ask", "aside"):
            return wanted in self._all or not self._is_whole
        if not text.claims:
            return text.known != "unrecorded"
        return any(claim not in self._by_claim or wanted in self._by_claim[claim] for claim in text.claims)


def of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """Long quotations and empty texts in the claims."""
    for name, claim in loaded.library.claims.items():
        item = Item(loaded, "claim", name)
        yield from _plain(item, ("says",), claim.says)
        for number, difference in enumerate(claim.differs):
            yield from _plain(item, ("differs", number, "on"), difference.on)
            for side, reading in enumerate(difference.readings):
                yield from _plain(item, ("differs", number, "readings", side, "says"), reading.says)
        if claim.corrected is not None:
            yield from _plain(item, ("corrected", "says"), claim.corrected.says)
        for path, cite in cites(claim):
            if cite.quote is not None:
                yield from _length(item, (*path, "quote"), cite.quote)


def of_texts(item: Item, texts: Sequence[TextUse], carried: Quotations, joined: str) -> Iterator[Finding]:
    """Quotations, quotation marks and empty texts in what a story tells; `joined` is all of it."""
    may_quote_here = any(map(joined.__contains__, QUOTING))
    for text in texts:
        words = text.text
        if isinstance(words, str) and words and not words.isspace() and not (may_quote_here and may_quote(words)):
            continue
        own = wordings(words)
        yield from _plain(item, text.place, text.text)
        for wording in own:
            if '"' in wording:
                hint = "Write “…” around a quotation, and “ and ” by hand if your editor does not."
                yield item.fault("straight-quotes", text.place, 'A straight " stands in this text.', hint)
                break
        for quotation in quoted(text.text):
            is_long = len(quotation.split()) > MAX_QUOTED_WORDS
            if not is_long and not carried.carry(quotation, text):
                claims = ", ".join(text.claims) or "any claim"
                hint = f"Add it as 'quote' to a cite of {claims}, or say it in your own words."
                yield item.fault("loose-quotation", text.place, f"No cite has the quotation “{quotation}”.", hint)


def quoted(text: Shown) -> list[str]:
    """The quotations in a text, in any wording and whatever their marks, each once and without them."""
    quoted_words = (
        quotation.words for wording in wordings(text) for quotation in quotations(wording) if quotation.is_paired
    )
    return list(dict.fromkeys(quoted_words))


def _plain(item: Item, path: DataPath, text: Shown) -> Iterator[Finding]:
    for wording in wordings(text):
        if not wording or wording.isspace():
            yield item.fault("empty-text", path, "There is no text here.", "Write it, or delete the field.")
            return
    for quotation in quoted(text):
        yield from _length(item, path, quotation)
    marked = [(part, wording) for wording in wordings(text) for part in quotations(wording)]
    for part, wording in marked:
        if not part.is_paired:
            hint = "Write “ where the quotation begins and ” where it ends."
            says = f"The mark {part.marks} {_where(part, wording)} has no other one that belongs to it."
            yield item.fault("unpaired-quotation", path, says, hint)
            break
    strange = dict.fromkeys(
        part.marks for part, _ in marked if part.is_paired and not part.is_usual and '"' not in part.marks
    )
    for marks in strange:
        hint = "Write “ before a quotation and ” after it, as all texts here do."
        yield item.fault("foreign-quotes", path, f"A quotation stands between {marks[0]} and {marks[1]} here.", hint)


def _where(quotation: Quotation, text: str) -> str:
    """Where a mark stands, for a writer who looks for it."""
    after, before = text[quotation.start + 1 :].split()[:3], text[: quotation.start].split()[-3:]
    words = f"before '{' '.join(after)}'" if after else f"after '{' '.join(before)}'"
    return f"at sign {quotation.start + 1}, {words},"


def _length(item: Item, path: DataPath, quotation: str) -> Iterator[Finding]:
    count = len(quotation.split())
    if count > MAX_QUOTED_WORDS:
        hint = f"Quote at most {MAX_QUOTED_WORDS} words, and tell the rest in your own."
        yield item.fault("long-quotation", path, f"The quotation has {count} words.", hint)


GENTLE_HINT = "Write 'text: {full: …, gentle: …}': the gentle wording says what matters and spares the detail."
TELLING = ("passage", "outcome", "step", "otherwise", "ending")
"""The parts that tell what a claim says; the others only name it."""


def hard_content_of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """Claims with announced content in one wording only."""
    for name, claim in loaded.library.claims.items():
        if claim.content:
            item, hint = Item(loaded, "claim", name), GENTLE_HINT.replace("text:", "says:")
            yield from unknown_notes(item, ("content",), claim.content, loaded.library.edition)
            yield from _gentle(item, ("says",), claim.says, claim.content, hint)


def announced(loaded: LoadResult) -> Mapping[str, tuple[str, ...]]:
    """The content that claims announce, of those that do."""
    return {name: claim.content for name, claim in loaded.library.claims.items() if claim.content}


def hard_content_of_texts(
    item: Item, texts: Sequence[TextUse], content: Mapping[str, tuple[str, ...]], lowered: str
) -> Iterator[Finding]:
    """Texts that announce content, or rest on claims that do, in one wording only; and what should be announced.

    `lowered` is all of it in lower case.
    """
    edition = item.loaded.library.edition
    is_heavy = edition.calling.may_stand_in(lowered)
    for text in texts:
        if text.content:
            yield from unknown_notes(item, (*text.path, "content"), text.content, edition)
        if text.part not in TELLING and not text.content:
            continue
        claims = text.claims if text.part != "step" else ()
        tags = text.content or tuple(dict.fromkeys(tag for claim in claims for tag in content.get(claim, ())))
        if tags:
            yield from _gentle(item, text.place, text.text, tags, GENTLE_HINT)
        elif is_heavy and (called := edition.calling.first(wordings(text.text))):
            note, word = called
            hint = f"Add 'content: [{note}]', and a gentle wording."
            yield item.fault("unannounced", text.place, f"'{word}' comes without a notice.", hint)


def _gentle(item: Item, path: DataPath, text: Shown, tags: Sequence[str], hint: str) -> Iterator[Finding]:
    what = ", ".join(tags)
    if not isinstance(text, TwoWordings):
        yield item.fault("no-gentle-wording", path, f"This tells of {what} in one wording only.", hint, key=True)
    elif text.full.strip() == text.gentle.strip():
        yield item.fault("no-gentle-wording", path, "The gentle wording is the full one.", hint, key=True)


JUDGING = (
    "barbaric", "brave", "bravely", "bravery", "coward", "cowardice", "cowardly", "cowards", "courage", "courageous",
    "criminally", "disgraceful", "evil", "glorious", "hero", "heroes", "heroic", "heroism", "honourable", "noble",
    "patriot", "patriotic", "shameful", "traitor", "traitorous", "traitors", "treacherous", "tragic", "tragically",
    "treasonous", "villain", "villains", "wicked",
)  # fmt: skip
"""Words of praise and blame. A man in the documents may use them, in quotation marks."""

_STEMS = ("you", "barbaric", "brave", "coward", "courage", "criminally", "disgraceful", "evil", "glorious", "hero",
          "honourable", "noble", "patriot", "shameful", "traitor", "treacherous", "tragic", "treasonous", "villain",
          "wicked")  # fmt: skip
"""One of these begins every word that is looked for; a scene without any needs no closer look."""
_JUDGING = re.compile(rf"\b({'|'.join(JUDGING)})\b", re.IGNORECASE)
_YOU = re.compile(r"\b(you|your|yours|yourself|yourselves)\b", re.IGNORECASE)
_TOLD = ("passage", "editorial", "outcome", "step", "otherwise", "ending", "label", "ask")
"""The parts in which the narrator tells; a question for discussion may speak to the class."""


def narrator_of_texts(item: Item, texts: Sequence[TextUse], lowered: str) -> Iterator[Finding]:
    """Judging words, and 'you', in what the narrator tells; one finding of each kind a text.

    `lowered` is all of it in lower case.
    """
    for stem in _STEMS:
        if stem in lowered:
            break
    else:
        return
    for text in texts:
        if text.part not in _TOLD:
            continue
        own = [without_quotations(wording) for wording in wordings(text.text)]
        if word := _first_speaker(_JUDGING, own):
            hint = "Tell what was done, and leave praise and blame to the reader; or quote who says it."
            yield item.fault("narrators-word", text.place, f"The narrator judges: '{word}'.", hint)
        if word := _first_speaker(_YOU, own):
            hint = "Say 'he' or 'she', or who it is."
            yield item.fault("second-person", text.place, f"The narrator says '{word}'.", hint)


def _first_speaker(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    return next((match.group() for text in texts if (match := pattern.search(text))), "")


MAX_WORD_LENGTH = 34
"""The longest word, in characters: a column on the narrowest screen, 40 cells, has so many."""
MAX_LABEL_LENGTH, MAX_PASSAGE_LENGTH = 90, 1200
"""The longest texts, in characters: a label keeps to two lines, a passage to a screen."""
MAX_TEXT_LENGTHS: Mapping[Part, int] = {
    **dict.fromkeys(("aside", "passage", "editorial", "outcome", "step", "otherwise", "ending"), MAX_PASSAGE_LENGTH),
    "label": MAX_LABEL_LENGTH,
    "ask": MAX_LABEL_LENGTH * 2,
}
"""The same for each part of a page: a question may be twice as long as a label."""
MIN_REPEATED_LENGTH = 80
"""Characters of the shortest text that must not stand twice; a shorter one may: 'He is at home.'"""

_TODO = re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b|\?\?\?|\b[Ll]orem ipsum\b")
_MARKUP = re.compile(
    r"""(?<!\w)\*\*?\w[^*\n]*\* | (?<!\w)__?\w[^_\n]*_(?!\w)                     # *emphasis*, _emphasis_
      | </?[A-Za-z][^<>\n]*> | \{\{?[^{}\n]*\}                              # <i>, {{variable}}
      | \[\[[^\n]*?\]\] | \[[^\[\]\n]*\]\(                                  # [[link]], [link](…
      | \[/?(?:b|i|u|s|em|strong|bold|italic|dim|link|url|color|img|code|red|green|blue)\b[^\[\]\n]*\]
      | `[^`\n]+` | ^\#{1,6}\ (?=\S)                                        # `code`, # heading
    """,
    re.VERBOSE | re.MULTILINE,
)
_SIGNS = (*"*_<{[`#", "TODO", "FIXME", "XXX", "TBD", "???", "orem ipsum")
"""Where none of these stands, neither does any of the above."""


class Repeats:
    """The long texts of a story that were met so far; where each was met is only asked once there is a repeat."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._met: set[str] = set()

    def again(self, item: Item, texts: Sequence[TextUse]) -> Iterator[Finding]:
        """Passages and outcomes that stood in the story before, word for word."""
        for text in texts:
            if not _is_long(text) or not isinstance(text.text, str):
                continue
            if text.text in self._met:
                note = Note(item.loaded.span(item.kind, item.name, *self._first[text.text], "text"), "first here")
                hint = "Tell it once, and lead both ways to that scene; or say what is different here."
                says = "This text stands in the story already."
                yield item.fault("repeated-text", text.place, says, hint, notes=(note,))
            self._met.add(text.text)

    @cached_property
    def _first(self) -> Mapping[str, DataPath]:
        """Where each text stands first."""
        first: dict[str, DataPath] = {}
        for text in all_of(self._story):
            if _is_long(text) and isinstance(text.text, str):
                first.setdefault(text.text, text.path)
        return first


def _is_long(text: TextUse) -> bool:
    return text.part in ("passage", "outcome") and isinstance(text.text, str) and len(text.text) >= MIN_REPEATED_LENGTH


def quality_of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """Unfinished, marked-up and endless texts in the claims."""
    for name, claim in loaded.library.claims.items():
        yield from _of_text(Item(loaded, "claim", name), ("says",), claim.says, MAX_PASSAGE_LENGTH)


def quality_of_texts(item: Item, texts: Sequence[TextUse], joined: str) -> Iterator[Finding]:
    """The same in what a story, a term or a page tells; `joined` is all of it."""
    is_plain = not any(map(joined.__contains__, _SIGNS)) and max(map(len, joined.split()), default=0) <= MAX_WORD_LENGTH
    for text in texts:
        longest = MAX_TEXT_LENGTHS[text.part]
        length = len(text.text) if isinstance(text.text, str) else max(map(len, wordings(text.text)))
        if not is_plain or length > longest:
            yield from _of_text(item, text.place, text.text, longest)


def _of_text(item: Item, place: DataPath, text: Shown, longest: int) -> Iterator[Finding]:
    """Each kind once a text, whatever its wordings."""
    own = wordings(text)
    if sign := _first(_TODO, own):
        yield item.fault(
            "todo", place, f"'{sign}' is left in this text.", "Finish the text, or write it as a # comment."
        )
    has_gap = {"prompts", "account"} & set(place)
    if sign := _first(_MARKUP, [one.replace(BLANK, "") for one in own] if has_gap else own):
        hint = "Write it in plain words: texts have no markup, and quotations stand between “ and ”."
        yield item.fault("markup", place, f"'{sign}' is shown as it stands.", hint)
    if long := [
        word for wording in own for word in wording.split() if len(word) > MAX_WORD_LENGTH and not _breaks(word)
    ]:
        hint = "Shorten it, or write it as several words."
        yield item.fault(
            "long-word", place, f"'{long[0][:MAX_WORD_LENGTH]}…' is longer than {MAX_WORD_LENGTH} signs.", hint
        )
    if (length := max(map(len, own))) > longest:
        hint = (
            "Make two passages or two scenes of it."
            if longest >= MAX_PASSAGE_LENGTH
            else "Keep the label short; tell in the text."
        )
        yield item.fault("long-text", place, f"The text has {length} signs; here are {longest} at most.", hint)


def _breaks(word: str) -> bool:
    """Whether a line may end within the word, as in Chinese and Japanese."""
    return any(unicodedata.east_asian_width(sign) in "WF" for sign in word)


def _first(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    return next((match.group() for text in texts if (match := pattern.search(text))), "")
