"""What is a story of any length, clean under our checks, and the evidence it rests on?

Everything is invented, and follows from the seed alone. A scene is like those of the shipped stories: about 400
characters of prose, a place, a date, claims, and mostly a question with three choices: one that the person took, one
that is only told of, one that leads elsewhere on a condition.
"""

import re
from collections.abc import Iterator, Set
from pathlib import Path
from random import Random
from textwrap import fill
from typing import Any, NamedTuple

from .flow import Flow

SEED = 20220224
"""Any number would do; another one gives another story of the same form."""
CLAIMS = 300
WIDTH = 110
"""Columns to which prose is wrapped, as in the shipped stories."""
PROSE = 400
"""About how many characters of prose a scene has."""

PLACES = ("quay", "office", "yard", "station", "harbour-town", "far-port")
ACTS = ("refuse-order", "go-along", "face-trial", "run", "stay-on", "move-on")
SITUATION = {
    "pay": ("paid", "stopped", "half"),
    "papers": ("none", "pass", "visa"),
    "work": ("docker", "clerk", "idle"),
}
QUOTED = ("load it or leave", "nobody told us why", "we wait for the tide", "that is not my ship", "ask the office")
WHO = ("The foreman", "A clerk", "The harbour master", "His brother", "A man from the office", "The night guard")
DOES = ("comes to the quay", "asks for the papers", "says nothing", "reads the list aloud", "waits at the gate",
        "sends word to the yard", "counts the crates", "writes down the names", "walks back to the office")  # fmt: skip
WHEN = ("in the morning", "before the tide", "after the second shift", "late in the week", "when the ship is in",
        "while the others watch", "as he did the year before", "for the third time")  # fmt: skip
REST = ("nobody else is there", "the crane stands still", "the list is longer now", "it rains, he recalls",
        "the others have gone home", "the door stays shut", "the ship has no name", "he keeps the receipt")  # fmt: skip
DRAWS = 12
"""How often another condition is drawn where one is always or never met."""
NEAR = 40
"""How many scenes back a condition may look."""
_CLAIM = re.compile(r"claim-(\d+)")


class Project(NamedTuple):
    """Where a generated project was written."""

    root: Path
    story: Path


def write(root: Path, scenes: int, seed: int = SEED) -> Project:
    """Write a project of one story into a folder."""
    for name, text in written(scenes, seed).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    return Project(root, root / "story" / "karl.yaml")


def written(scenes: int, seed: int = SEED) -> dict[str, str]:
    """The files of a project of one story, by their paths in it."""
    story = "".join(_story(scenes, Random(seed)))
    return {
        "seeds/documents.yaml": _documents(),
        "seeds/people.yaml": "karl: {name: Karl, identity: real-name, role: a docker, written: {gazette: [Karl]}}\n",
        "seeds/places.yaml": "".join(f"{place}: {{name: The {place}, precision: untold}}\n" for place in PLACES),
        "seeds/claims/karl.yaml": "".join(_claims(Random(seed), set(_CLAIM.findall(story)))),
        "story/acts.yaml": "".join(f"{act}: {{label: What is called {act}}}\n" for act in ACTS),
        "story/karl.yaml": story,
    }


def _documents() -> str:
    return (
        "origins:\n  interview: {type: article-newspaper, title: The man on the quay, issued: 2019-05}\n"
        "documents:\n"
        "  gazette: {from: interview, how: translation, type: article-newspaper, title: The man on the quay, "
        f'held: true, file: gazette.txt, sha256: "00", line-count: {CLAIMS}}}\n'
        "  harbour-act: {type: legislation, title: The Harbour Act, issued: 2001-04-01}\n"
    )


def _claims(random: Random, cited: Set[str]) -> Iterator[str]:
    """Those that the story cites: one in ten is a rule, and one a threat; all but the rules carry a quotation."""
    for number in range(CLAIMS):
        says = f"{_sentence(random)} ({number})"
        if str(number) not in cited:
            continue
        if number % 10 == 9:
            yield f"claim-{number}:\n  says: {says}\n  kind: rule\n  in-force: 2001-04-01/..\n"
            yield f"  cites: [{{document: harbour-act, at: section {number}}}]\n"
        else:
            kind = "threat" if number % 10 == 8 else "event"
            yield f"claim-{number}:\n  says: {says}\n  kind: {kind}\n  about: [karl]\n  date: 2019\n  cites:\n"
            yield f"    - {{document: gazette, lines: {number + 1}, speaker: karl, voice: quoted, "
            yield f"quote: {QUOTED[number % len(QUOTED)]}}}\n"


def _story(scenes: int, random: Random) -> Iterator[str]:
    """A line of scenes that the record follows; of every ten, the last is a side road on which it falls silent."""
    yield "title: The man on the quay\nperson: karl\nteaser: A docker is told to load a ship.\nsituation:\n"
    for variable, values in SITUATION.items():
        told = ", ".join(f"{value}: It is {value}" for value in values)
        yield f"  {variable}:\n    label: The {variable}\n    values: {{{told}}}\n"
        yield f"    start: {values[0]}\n    claims: [{_cited(random)}]\n"
    yield "start: scene-0\nscenes:\n"
    flow = Flow(SITUATION)
    for number in range(scenes):
        yield f"  scene-{number}:\n    at: {random.choice(PLACES)}\n    date: 2019-{number * 12 // scenes + 1:02}\n"
        yield from _text(number, flow, random)
        onward = number + 1 if number % 10 != 8 else number + 2
        if onward >= scenes and number % 10 != 9:
            yield from _ending("as-published", random)
        elif number % 10 == 9:
            yield from _ending("record-silent", random)
        elif number % 10 == 5:
            yield f"    next: scene-{onward}\n"
            flow.leave(number, onward)
        else:
            yield from _choices(number, onward, scenes, flow, random)


def _text(number: int, flow: Flow, random: Random) -> Iterator[str]:
    """Of every four scenes, two in one piece, one with a condition, one with a gentle wording and an editorial."""
    if number % 4 < 2:
        carrier = _carrier(random, 0)
        quotation = f"“{QUOTED[carrier % len(QUOTED)]}”, he recalls."
        yield f"    text: >-\n{_prose(random, PROSE, 6, quotation)}    claims: [claim-{carrier}, {_cited(random)}]\n"
        return
    if number % 4 == 2:
        yield f"    text:\n      - text: >-\n{_prose(random, PROSE * 2 // 3, 10)}        claims: [{_cited(random)}]\n"
        condition = _condition(number, flow, random)
        yield f"      - {f'if: {condition}' if condition else 'content: []'}\n"
        yield f"        text: >-\n{_prose(random, PROSE // 3, 10)}        claims: [{_cited(random)}]\n"
        return
    yield f"    text:\n      - text: >-\n{_prose(random, PROSE // 2, 10)}        claims: [{_cited(random)}]\n"
    yield f"      - content: [combat]\n        text:\n          full: >-\n{_prose(random, PROSE // 4, 12)}"
    yield f"          gentle: He tells of a fight.\n        claims: [{_cited(random)}]\n"
    yield f"      - editorial: true\n        about: [claim-{random.randrange(CLAIMS)}]\n"
    yield "        text: The article does not say how he gets there, nor with whom.\n"


def _choices(number: int, onward: int, scenes: int, flow: Flow, random: Random) -> Iterator[str]:
    """What he did; what he was only told of; what leads elsewhere."""
    variable = random.choice(tuple(SITUATION))
    silent = number - number % 10 + 9
    elsewhere = silent if number % 10 == 0 and silent < scenes else min(onward + random.randrange(9), scenes - 1)
    yield "    ask: What does he do?\n    choices:\n"
    yield f"      go:\n        label: {_sentence(random)}\n        act: {random.choice(ACTS)}\n"
    yield f"        from: [claim-{_carrier(random, 2)}, {_cited(random)}]\n        by: karl\n"
    yield "        outcome:\n          is: recorded\n"
    yield f"          text: >-\n{_prose(random, 110, 12)}"
    yield f"          claims: [claim-{_carrier(random, 0)}, claim-{_carrier(random, 1)}]\n"
    value = random.choice(SITUATION[variable])
    yield f"        set: {{{variable}: {value}}}\n        to: scene-{onward}\n"
    yield f"      wait:\n        label: Wait at the gate\n        act: {random.choice(ACTS)}\n"
    yield f"        from: [claim-{random.randrange(CLAIMS)}]\n        outcome:\n          - is: threatened\n"
    yield f"            text: >-\n{_prose(random, 90, 14)}            claims: [claim-{_carrier(random, 8)}]\n"
    yield f"          - {{is: rule, text: The act names a fine., claims: [claim-{_carrier(random, 9)}]}}\n"
    yield "        to: back\n"
    yield f"      turn:\n        label: Turn back\n        act: {random.choice(ACTS)}\n"
    yield f"        from: [{_cited(random)}]\n"
    if condition := _condition(number, flow, random):
        yield f"        if: {condition}\n"
        yield f"        otherwise: {{text: He has no pass for it., claims: [claim-{random.randrange(CLAIMS)}]}}\n"
    yield f"        outcome:\n          is: unrecorded\n          text: >-\n{_prose(random, 90, 12)}"
    papers = random.choice(SITUATION["papers"])
    yield f"        set: {{papers: {papers}}}\n        to: scene-{elsewhere}\n"
    flow.leave(number, onward, "go", {variable: value})
    flow.leave(number, elsewhere, "turn", {"papers": papers})


def _ending(kind: str, random: Random) -> Iterator[str]:
    as_of = "      as-of: 2019-12\n" if kind == "as-published" else ""
    yield f"    ending:\n      kind: {kind}\n{as_of}      text: He is at home.\n      claims: [{_cited(random)}]\n"
    yield "      unknown:\n        - What he does now.\n"
    yield f"    discuss:\n      - {{ask: Who could check this?, expect: [the foreman], claims: [{_cited(random)}]}}\n"


def _condition(number: int, flow: Flow, random: Random) -> str:
    """What some readers meet in a scene, and others do not; empty where nothing that is drawn is so."""
    for _ in range(DRAWS):
        variable = random.choice(tuple(SITUATION))
        term = {variable: random.choice(SITUATION[variable])}
        earlier = random.randrange(max(number - NEAR, 0), max(number, 1))
        forms: tuple[Any, ...] = (term, {"not": term}, [term, {"pay": "half"}], {"seen": f"scene-{earlier}"},
                                  {**term, "chose": f"scene-{earlier}/go"})  # fmt: skip
        condition = random.choice(forms)
        if flow.is_open(number, condition):
            return _written(condition)
    return ""


def _written(condition: Any) -> str:
    if isinstance(condition, dict):
        return f"{{{', '.join(f'{key}: {_written(value)}' for key, value in condition.items())}}}"
    return f"[{', '.join(map(_written, condition))}]" if isinstance(condition, list) else str(condition)


def _carrier(random: Random, last_digit: int) -> int:
    """A claim: with 9 a rule, with 8 a threat, with any digit but 9 one with a quotation."""
    return random.randrange(CLAIMS // 10) * 10 + last_digit


def _cited(random: Random) -> str:
    return ", ".join(dict.fromkeys(f"claim-{random.randrange(CLAIMS)}" for _ in range(2)))


def _sentence(random: Random) -> str:
    return f"{random.choice(WHO)} {random.choice(DOES)} {random.choice(WHEN)}"


def _prose(random: Random, length: int, indent: int, first: str = "") -> str:
    """Sentences of about a length in all, no two texts alike, wrapped as a folded block."""
    told = [first] if first else []
    told.append(f"It is crate {random.randrange(10**7)}.")
    while sum(map(len, told)) < length:
        told.append(f"{_sentence(random)}; {random.choice(REST)}.")
    return fill(" ".join(told), WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent) + "\n"
