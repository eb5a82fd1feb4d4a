"""Has every text that needs them a notice and a gentle wording?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from wayout.model.checks.reporter import Item
from wayout.model.checks.text_index import TextUse
from wayout.model.findings import Finding
from wayout.model.load_result import LoadResult
from wayout.model.text import Shown, TwoWordings, wordings
from wayout.model.yaml.spans import DataPath

HINT = "Write 'text: {full: …, gentle: …}': the gentle wording says what matters and spares the detail."
TELLING = ("passage", "outcome", "otherwise", "ending")
"""The parts that tell what a claim says; the others only name it."""

_HEAVY = re.compile(
    r"""\b(?: suicid\w* | self-?\ ?(?:injur|harm|mutilat)\w*
        | (?:kill|shoot|shot|cut|harm|hang|hanged|injure|wound|maim)(?:e?s|ed|d)?\ (?:him|her|them)sel(?:f|ves)
        | (?:execut|shoot|shot|kill|murder)\w*\ (?:\w+\ ){0,2}(?:prisoners|captives)
        | (?:prisoners|captives)\ (?:\w+\ ){0,2}(?:executed|shot|killed|murdered) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that no telling of self-injury or of killed prisoners does without."""


def of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """Claims with announced content in one wording only."""
    for name, claim in loaded.library.claims.items():
        if claim.content:
            hint = HINT.replace("text:", "says:")
            yield from _gentle(Item(loaded, "claim", name), ("says",), claim.says, claim.content, hint)


def announced(loaded: LoadResult) -> Mapping[str, tuple[str, ...]]:
    """The content that claims announce, of those that do."""
    return {name: claim.content for name, claim in loaded.library.claims.items() if claim.content}


def of_texts(
    item: Item, told: Sequence[TextUse], content: Mapping[str, tuple[str, ...]], lowered: str
) -> Iterator[Finding]:
    """Texts that announce content, or rest on claims that do, in one wording only; and what should be announced.

    `lowered` is all of it in lower case.
    """
    is_heavy = "suicid" in lowered or "sel" in lowered or "prisoners" in lowered or "captives" in lowered
    for text in told:
        if text.part not in TELLING and not text.content:
            continue
        tags = text.content or tuple(dict.fromkeys(tag for claim in text.claims for tag in content.get(claim, ())))
        if tags:
            yield from _gentle(item, text.place, text.text, tags, HINT)
        elif is_heavy and (found := _first(wordings(text.text))):
            hint = "Add 'content: [self-injury]' or 'content: [killing-of-prisoners]', and a gentle wording."
            yield item.fault("unannounced", text.place, f"'{found}' comes without a notice.", hint)


def _gentle(item: Item, path: DataPath, text: Shown, tags: Sequence[str], hint: str) -> Iterator[Finding]:
    what = ", ".join(tags)
    if not isinstance(text, TwoWordings):
        yield item.fault("no-gentle-wording", path, f"This tells of {what} in one wording only.", hint, key=True)
    elif text.full.strip() == text.gentle.strip():
        yield item.fault("no-gentle-wording", path, "The gentle wording is the full one.", hint, key=True)


def _first(texts: Sequence[str]) -> str:
    return next((match.group() for text in texts if (match := _HEAVY.search(text))), "")
