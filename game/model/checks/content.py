"""Has every text that needs one a gentle wording?"""

from collections.abc import Iterator, Mapping, Sequence

from game.model.checks.item import Item
from game.model.checks.texts import Told
from game.model.findings import Finding
from game.model.load import Loaded
from game.model.places import DataPath
from game.model.text import Shown, Worded

HINT = "Write 'text: {full: …, gentle: …}': the gentle wording says what matters and spares the detail."
TELLING = ("passage", "outcome", "otherwise", "ending")
"""The parts that tell what a claim says; the others only name it."""


def of_claims(loaded: Loaded) -> Iterator[Finding]:
    """Claims with announced content in one wording only."""
    for name, claim in loaded.library.claims.items():
        if claim.content:
            hint = HINT.replace("text:", "says:")
            yield from _gentle(Item(loaded, "claim", name), ("says",), claim.says, claim.content, hint)


def announced(loaded: Loaded) -> Mapping[str, tuple[str, ...]]:
    """The content that claims announce, of those that do."""
    return {name: claim.content for name, claim in loaded.library.claims.items() if claim.content}


def of_texts(item: Item, told: Sequence[Told], content: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Texts that announce content, or rest on claims that do, in one wording only."""
    for text in told:
        if text.part not in TELLING and not text.content:
            continue
        tags = text.content or tuple(dict.fromkeys(tag for claim in text.claims for tag in content.get(claim, ())))
        if tags:
            yield from _gentle(item, text.place, text.text, tags, HINT)


def _gentle(item: Item, path: DataPath, text: Shown, tags: Sequence[str], hint: str) -> Iterator[Finding]:
    what = ", ".join(tags)
    if not isinstance(text, Worded):
        yield item.fault("no-gentle-wording", path, f"This tells of {what} in one wording only.", hint, key=True)
    elif text.full.strip() == text.gentle.strip():
        yield item.fault("no-gentle-wording", path, "The gentle wording is the full one.", hint, key=True)
