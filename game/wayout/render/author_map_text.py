"""How is the map of a whole story written: as rows of cells, as Mermaid, and what can still come after each option?

Text and Mermaid rendering of a story's graph: marks, shapes, arrows, escaping; and the text table of futures of a
road: a letter for each ending, a dot where it cannot be reached any more.
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase
from textwrap import wrap

from rich.cells import cell_len

from wayout.locale import authoring_strings
from wayout.model.text import sanitize
from wayout.render.findings import printable
from wayout.render.graph.draw import draw
from wayout.render.graph.layers import Node
from wayout.state_space.futures import ForkFutures, Futures
from wayout.views.author_map import AuthorEdge, AuthorMap, AuthorScene

_SIGNS = re.compile(r"""[^\w\s,.?!:()·–—’‘“”…→↺-]|^[-.]|^\d+\.""")
"""What Mermaid might read as more than itself inside a quoted label: list signs where it begins too."""


def as_rows(whole: AuthorMap, width: int) -> str:
    """The map drawn in cells: of each scene its id, where and when, its question, and its ways with evidence words."""
    chart = draw([_node(whole, spot) for spot in whole.spots], whole.inside, width, cell_len)
    marks = {_mark(spot) for spot in whole.spots}
    legend = " · ".join(f"{sign} {means}" for kind, (sign, means) in authoring_strings.MARKS.items() if kind in marks)
    head = wrap(line(whole.head), width)
    return "\n".join((*head, "", *(row.text for row in chart.rows), "", *wrap(legend, width), ""))


def as_mermaid(whole: AuthorMap) -> str:
    """The map as a Mermaid flowchart, top down."""
    numbers = {spot.id: f"n{number}" for number, spot in enumerate(whole.spots)}
    steps = dict.fromkeys(
        (way.record, way.target, way.name, way.is_missing) for way in whole.ways if way.kind == "step"
    )
    away = {(record, target): f"r{number}" for number, (record, target, _, _) in enumerate(steps)}
    title = re.sub(r"[^\w\s,.·’-]", " ", line(authoring_strings.TITLE.format(name=whole.name)))
    lines = ["flowchart TD", f"  accTitle: {title}", *(f"  {_spot(numbers[spot.id], spot)}" for spot in whole.spots)]
    for record, target, name, is_missing in steps:
        missing = authoring_strings.MISSING.format(target=f"{record}/{target}")
        target_text = missing if is_missing else f"{name}: {target}"
        lines.append(f"  {away[record, target]}{_shape('missing' if is_missing else 'record', target_text)}")
    lines += [f"  {arrow}" for way in whole.ways if (arrow := _arrow(way, numbers, away))]
    lines += ["  classDef recorded stroke-width:3px", "  classDef orphan stroke-dasharray:6 4",
              "  classDef missing stroke:#b3261e,stroke-width:2px,stroke-dasharray:2 3"]  # fmt: skip
    return "\n".join((*lines, ""))


def line(text: str) -> str:
    """A writer's text in one line, without control characters."""
    return sanitize(" ".join(text.split()))


def _mark(spot: AuthorScene) -> str:
    if spot.is_orphan:
        return "orphan"
    if spot.kind != "scene":
        return spot.kind
    return "record" if spot.is_recorded else "scene"


def _node(whole: AuthorMap, spot: AuthorScene) -> Node:
    sign, means = authoring_strings.MARKS[_mark(spot)]
    note = means if spot.is_orphan or spot.kind == "missing" else authoring_strings.STARTS if spot.is_start else ""
    label = " · ".join(line(part) for part in (spot.id, note, spot.where, spot.ask) if part)
    below: dict[str, list[str]] = {}
    for way in whole.of(spot.id):
        if way.choice:
            leads = authoring_strings.MISSING.format(target=way.written) if way.is_missing else way.written
            below.setdefault(f"{way.choice} ({way.evidence})", []).append(
                authoring_strings.GOES_BACK if way.kind == "back" else leads
            )
        elif way.is_missing:
            below.setdefault("", []).append(authoring_strings.MISSING.format(target=way.written))
    rows = tuple(line(f"{way} → {', '.join(leads)}") for way, leads in below.items())
    return Node(id=spot.id, mark=sign, label=label, name=line(spot.id), below=rows)


def _spot(number: str, spot: AuthorScene) -> str:
    marked = (
        authoring_strings.ORPHAN if spot.is_orphan else "",
        authoring_strings.MISSING.format(target=spot.id) if spot.kind == "missing" else "",
    )
    parts = [part for part in (spot.id if spot.kind != "missing" else "", *marked, spot.where, spot.ask) if part]
    styles = [name for name, holds in (("recorded", spot.is_recorded), ("orphan", spot.is_orphan)) if holds]
    styles += ["missing"] if spot.kind == "missing" else []
    style = "".join(f":::{name}" for name in styles[-1:])
    return f"{number}{_shape(spot.kind, *parts)}{style}"


def _shape(kind: str, *parts: str) -> str:
    ends = {"published": ("([", "])"), "silent": ("([", "])"), "record": ("[[", "]]"), "missing": ("[/", "/]")}
    before, after = ends.get(kind, ("[", "]"))
    return f"{before}{_label(*parts)}{after}"


def _arrow(way: AuthorEdge, numbers: dict[str, str], away: dict[tuple[str, str], str]) -> str:
    """One arrow: thick along the recorded path, dotted where it comes back or leaves for another record."""
    target = away.get((way.record, way.target)) if way.kind == "step" else numbers.get(way.written)
    if target is None:
        return ""
    body = "==>" if way.is_recorded else "-.->" if way.kind in ("back", "step") else "-->"
    label_text = f"|{_label(way.label, way.evidence)}|" if way.choice else ""
    return f"{numbers[way.source]} {body}{label_text} {target}"


def _label(*parts: str) -> str:
    return f'"{"<br/>".join(_escaped(part) for part in parts)}"'


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda match: "".join(_coded(match[0])), line(text))


def _coded(signs: str) -> Iterator[str]:
    return (sign if sign.isdigit() else f"#{ord(sign)};" for sign in signs)


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
