"""Do the claims of an outcome carry the word that says how it is known?"""

from collections.abc import Iterator, Mapping, Sequence

from wayout.model.checks.reporter import Item
from wayout.model.checks.text_index import TextUse
from wayout.model.evidence import Claim, Kind
from wayout.model.findings import Finding

CARRIED_BY: Mapping[str, tuple[Kind, ...]] = {
    "recorded": ("event", "speech", "motive", "belief", "status", "figure"),
    "reported": ("event", "speech", "motive", "belief", "status", "figure"),
    "expected": ("belief", "motive", "speech"),
    "threatened": ("threat",),
    "rule": ("rule",),
}
"""Of what kind one claim of an outcome has to be, by its `is`; of nothing that is unrecorded a claim is asked."""


def of_scene(item: Item, told: Sequence[TextUse], claims: Mapping[str, Claim]) -> Iterator[Finding]:
    """Outcomes none of whose claims is of a kind that their word needs."""
    for text in told:
        kinds = CARRIED_BY.get(text.known)
        if kinds is None or not text.claims or not all(claim in claims for claim in text.claims):
            continue
        if not any(claims[claim].kind in kinds for claim in text.claims):
            needed = kinds[0] if len(kinds) == 1 else f"{', '.join(kinds[:-1])} or {kinds[-1]}"
            says = f"No claim of kind {needed} carries what is '{text.known}' here."
            has = ", ".join(dict.fromkeys(claims[claim].kind for claim in text.claims))
            hint = f"Cite one, or say otherwise how it is known: the claims are of kind {has}."
            yield item.fault("outcome-kind", (*text.path, "claims"), says, hint)
