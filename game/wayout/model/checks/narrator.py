"""Does the narrator judge, or say 'you' to a soldier?"""

import re
from collections.abc import Iterator, Sequence

from wayout.model.checks.reporter import Item
from wayout.model.checks.text_index import TextUse
from wayout.model.findings import Finding
from wayout.model.quotations import without_quotations
from wayout.model.text import wordings

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
_TOLD = ("passage", "editorial", "outcome", "otherwise", "ending", "label", "ask")
"""The parts in which the narrator tells; a question for discussion may speak to the class."""


def of_texts(item: Item, told: Sequence[TextUse], lowered: str) -> Iterator[Finding]:
    """Judging words, and 'you', in what the narrator tells; one finding of each kind a text.

    `lowered` is all of it in lower case.
    """
    for stem in _STEMS:
        if stem in lowered:
            break
    else:
        return
    for text in told:
        if text.part not in _TOLD:
            continue
        own = [without_quotations(wording) for wording in wordings(text.text)]
        if found := _first(_JUDGING, own):
            hint = "Tell what was done, and leave praise and blame to the reader; or quote who says it."
            yield item.fault("narrators-word", text.place, f"The narrator judges: '{found}'.", hint)
        if found := _first(_YOU, own):
            hint = "Say 'he' or 'she', or 'a soldier'."
            yield item.fault("second-person", text.place, f"The narrator says '{found}'.", hint)


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    return next((match.group() for text in texts if (match := pattern.search(text))), "")
