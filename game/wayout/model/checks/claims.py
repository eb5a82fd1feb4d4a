"""Does a claim contradict itself, or say what another one says already?"""

from collections.abc import Iterator

from wayout.model.checks.reporter import Item
from wayout.model.evidence import Difference
from wayout.model.findings import Finding, Note
from wayout.model.load_result import LoadResult
from wayout.model.text import comparable, wording, wordings


def findings(loaded: LoadResult) -> Iterator[Finding]:
    """Differences that are none, rules without a time, and claims that say the same of the same people."""
    library = loaded.library
    met: dict[tuple[tuple[str, ...], frozenset[str]], list[str]] = {}
    for name, claim in library.claims.items():
        item = Item(loaded, "claim", name)
        if claim.kind == "rule" and claim.in_force is None and claim.as_of is None and not item.is_maimed():
            hint = "Add 'in-force: 2022-09-24/..', or 'as-of' where only the state on a day is known."
            yield item.fault("undated-rule", ("kind",), "The rule does not say when it holds.", hint)
        for number, difference in enumerate(claim.differs):
            yield from _sides(item, number, difference)
        if claim.withdrawn is None:
            says = tuple(map(comparable, wordings(claim.says)))
            met.setdefault((says, frozenset(claim.about)), []).append(name)
    for (says, _), names in met.items():
        if len(names) > 1 and all(says):
            yield from _same(loaded, names)


def _sides(item: Item, number: int, difference: Difference) -> Iterator[Finding]:
    """Readings that say what another of the same difference says, in the full wording or in the gentle one."""
    path = ("differs", number, "readings")
    if len(difference.readings) < 2 and not item.is_maimed(*path):
        hint = "Add what the other document says, or delete the difference."
        yield item.fault("same-readings", path, "The difference has only one side.", hint, key=True)
        return
    for gentle in (False, True):
        met: dict[str, int] = {}
        for side, reading in enumerate(difference.readings):
            says = comparable(wording(reading.says, gentle=gentle))
            first = met.setdefault(says, side)
            if first != side and says:
                note = Note(item.loaded.span(item.kind, item.name, *path, first, "says"), "the same")
                hint = "Write what each document says, or delete the difference if there is none."
                told = "The two readings do not differ" + (" in their gentle wording." if gentle else ".")
                yield item.fault("same-readings", (*path, side, "says"), told, hint, notes=(note,))
                return


def _same(loaded: LoadResult, names: list[str]) -> Iterator[Finding]:
    first, *rest = sorted(names, key=lambda name: not loaded.is_shipped("claim", name))
    for name in rest:
        note = Note(loaded.span("claim", first, "says"), "says the same")
        hint = f"Use '{first}' and give it the cites of both, or say what is different here."
        yield Item(loaded, "claim", name).fault(
            "duplicate-claim", ("says",), f"'{first}' says the same.", hint, notes=(note,)
        )
