"""How does an evidence word say what it means, wherever it stands on a page?

Evidence words as stamps: buttons that open a popover with their meaning (HTML, 6.12), which needs no script; lines of
words recognised by their text.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from wayout.locale import strings
from wayout.render.html import NOTHING, Html, tag, together
from wayout.views.outcome import EvidenceWord

DOT = tag("span", " · ", class_="dot")
"""Between stamps, whose edges part them for the eye: for whoever hears or copies them."""


def stamps(words: Iterable[EvidenceWord]) -> Html:
    """Evidence words, each as a stamp."""
    found = [stamp(word_id(word.id), word.text) for word in words]
    return together(*(part for at, one in enumerate(found) for part in ((DOT if at else NOTHING), one)))


@lru_cache
def stamp(known: str, text: str) -> Html:
    """An evidence word that says what it means: pressed, in a popover (HTML, 6.12); in focus, below its line."""
    _, meaning = MEANINGS[known]
    opens = {"type": "button", "popovertarget": f"means-{known}", "data_means": meaning}
    return tag("button", text, class_="stamp", **opens)


def evidence_html(line: str) -> Html:
    """A line of evidence words, each as a stamp, and after them what it rests on; a line without is a strong word."""
    texts = line.split(" · ")
    words = [EvidenceWord(strings.TAKEN_BY_OTHERS, (names,)) if (names := _takers(text)) else _BY_TEXT.get(text)
             for text in texts]  # fmt: skip
    found = [word for word in takewhile(lambda word: word is not None, words) if word is not None]
    if not found:
        return tag("strong", line, class_="evidence")
    rest = " · ".join(texts[len(found) :])
    return together(tag("span", stamps(found), class_="evidence"), together(DOT, rest) if rest else NOTHING)


def is_known(line: str) -> bool:
    """Whether a line begins with an evidence word."""
    first = line.partition(" · ")[0]
    return first in _BY_TEXT or bool(_takers(first))


def _takers(text: str) -> str:
    """The names in 'taken by Viktor, Yevgeniy'."""
    before = strings.TAKEN_BY.format(names="")
    return text.removeprefix(before) if text.startswith(before) else ""


def meanings(found: Iterable[str] | None = None) -> Html:
    """The popovers of evidence words, each with what the word means; of the words `found` in a page, or of all."""
    names = [*MEANINGS] if found is None else sorted({*found})
    return together(*map(_meaning, names))


@lru_cache
def _meaning(known: str) -> Html:
    word, meaning = MEANINGS[known]
    popover = {"id": f"means-{known}", "popover": "", "role": "status"}
    return tag("p", tag("strong", word), " ", meaning, class_="means", **popover)


def word_id(word: str) -> str:
    """The name of an evidence word in an address."""
    return word.replace(" ", "-")


MEANINGS = {
    **{word_id(one): (one, meaning) for one, meaning in strings.TAKEN_MEANING.items()},
    **{word_id(one): (strings.KNOWN[one], meaning) for one, meaning in strings.KNOWN_MEANING.items()},
}
"""Of every evidence word, by its name in an address, how it is written and what it means."""
_BY_TEXT = {
    **{one: EvidenceWord(one) for one in strings.TAKEN_MEANING},
    **{text: EvidenceWord(one) for one, text in strings.KNOWN.items()},
}
