"""How is shown what can still come after each option of a road?

Text table of futures: a letter for each ending, a dot where it cannot be reached any more; shared by explore and map.
"""

from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase

from wayout.locale import authoring_strings
from wayout.render.findings import printable
from wayout.state_space.futures import ForkFutures, Futures

LETTERS = ascii_uppercase + ascii_lowercase
"""Endings that have a letter; where a road has more, only their number is shown."""


def futures_table(found: Futures) -> Iterator[str]:
    """A line for each option of each fork that leads on inside the story; above them the letters of the endings."""
    forks = [fork for fork in found.forks if any(_leads_on(one.leads) for one in fork.options)]
    if not forks:
        return
    yield authoring_strings.FUTURES if found.is_whole else authoring_strings.FUTURES_KNOWN
    if len(found.endings) <= len(LETTERS):
        for letter, name in zip(LETTERS, found.endings, strict=False):
            yield printable(f"  {letter} {name}")
    for fork in forks:
        yield from _fork(fork, found.endings)


def _fork(fork: ForkFutures, endings: tuple[str, ...]) -> Iterator[str]:
    yield printable(
        authoring_strings.FUTURES_FORK.format(
            scene=fork.scene, situations=f"{fork.situations:,}", open=fork.fewest_open
        )
    )
    widest = max(len(one.choice) for one in fork.options)
    for one in fork.options:
        drawn = "".join(letter if name in one.endings else "." for letter, name in zip(LETTERS, endings, strict=False))
        signs = f"{drawn}  " if len(endings) <= len(LETTERS) else ""
        count = f"{one.fewest}-{one.most}" if one.fewest != one.most else f"{one.most}"
        sets = ", ".join(f"{name}: {value}" for name, value in one.sets.items())
        shut = authoring_strings.FUTURES_SHUT.format(count=f"{one.shut:,}") if one.shut else ""
        row = f"    {one.choice:<{widest}}  {signs}{count:>5}  {sets or '-'} -> {', '.join(one.leads)}{shut}"
        yield printable(row)


def _leads_on(leads: tuple[str, ...]) -> bool:
    return all("/" not in target and target != "back" for target in leads)
