"""How does a file become another one that a hand, an editor or a broken disk could have made of it?"""

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from wayout.model.yaml.reader import LocatedData

SIGNS: tuple[str, ...] = (
    *":-[]{},#&*!|>'\"%@`~?<=. \t\r\n\x85\u2028\u202e\ufeff\0\x07\x7f\x9b0é字👩",
    ": ", "- ", "\n  ", "\n- ", "---\n", "\n...\n", "? ", "&x ", "*x", "<<: ", "!!str ", "%TAG ! x\n", "|+2\n", ">-\n",
    "''", '""', "\\e", '"\\u202e"', "{}", "[]", "null", "true", "yes", "~", "12", "-1", "010", "1.5", "1:30", "2022-13",
    "2022-02-30/..", "back", "not", "seen", "chose", "unknown", "a/b", "/", "x" * 2_000, "9" * 30, "[" * 40, "  " * 40,
)  # fmt: skip
"""What is put into a text: signs that mean something to YAML, to our format, or to a terminal."""
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**20, "", "x", " ", "back", "a/b", "2022-13-99", "5-3", "\u202e", "\x1b[2J", [], {}, [[]],
    {"x": None}, ["x", 1, None], {"full": "x"}, {"full": "x", "gentle": "x"},
)  # fmt: skip
"""What is put in the place of a value."""

Mutation = Callable[[Random, str, Sequence[str]], str]
"""Makes another text of one; the lines are those of all files."""


def mutated(random: Random, raw: bytes, lines: Sequence[str]) -> bytes:
    """Another file: one to four mutations of its text or of its data, now and then of its bytes."""
    text = raw.decode(errors="replace")
    for _ in range(random.randint(1, 4)):
        text = random.choice(MUTATIONS)(random, text, lines)
    made = text.encode(errors="surrogatepass")
    return _bytes(random, made) if random.random() < 0.1 else made


def _lines(random: Random, text: str, lines: Sequence[str]) -> str:
    """A line or some are deleted, doubled, swapped, moved, replaced by those of another file, or indented otherwise."""
    own = text.split("\n")
    at, other = random.randrange(len(own)), random.randrange(len(own))
    many = random.randint(1, 6)
    match random.randrange(7):
        case 0:
            del own[at : at + many]
        case 1:
            own[at:at] = own[at : at + many]
        case 2:
            own[at], own[other] = own[other], own[at]
        case 3:
            own[other:other] = [own.pop(at)]
        case 4:
            own[at] = random.choice(lines)
        case 5:
            own.insert(at, random.choice(lines))
        case _:
            step = random.choice((-2, -1, 1, 2, 4))
            for index in range(at, min(len(own), at + many)):
                own[index] = " " * step + own[index] if step > 0 else own[index].removeprefix(" " * -step)
    return "\n".join(own)


def _signs(random: Random, text: str, _: Sequence[str]) -> str:
    """Signs are put in, or stand in the place of what was there."""
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(SIGNS) + text[at + random.choice((0, 0, 1, 3, 20)) :]


def _words(random: Random, text: str, lines: Sequence[str]) -> str:
    """A word stands in the place of another one."""
    words = text.split(" ")
    words[random.randrange(len(words))] = random.choice(random.choice(lines).split(" "))
    return " ".join(words)


def _cut(random: Random, text: str, _: Sequence[str]) -> str:
    """The text ends early, or begins late."""
    at = random.randrange(len(text) + 1)
    return text[:at] if random.random() < 0.8 else text[at:]


def _data(random: Random, text: str, _: Sequence[str]) -> str:
    """A value of the data is another one, is gone, or stands elsewhere; a key has another name."""
    data = LocatedData("a.yaml", text).data
    places: list[tuple[Any, Any]] = []
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list):
            steps = list(one) if isinstance(one, dict) else range(len(one))
            places += [(one, step) for step in steps]
            waiting += [one[step] for step in steps]
    if not places:
        return text
    (holder, step), (other, there) = random.choice(places), random.choice(places)
    match random.randrange(4):
        case 0:
            holder[step] = random.choice(VALUES)
        case 1:
            del holder[step]
        case 2:
            holder[step] = json.loads(json.dumps(other[there]))
        case _:
            if isinstance(holder, dict):
                holder[str(random.choice((there, "x", "back", "X y", "")))] = holder.pop(step)
            else:
                holder.append(holder[step])
    return json.dumps(data, ensure_ascii=False, indent=1)


def _bytes(random: Random, raw: bytes) -> bytes:
    """Some bytes are others."""
    made = bytearray(raw or b"\0")
    for _ in range(random.randint(1, 8)):
        made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made)


MUTATIONS: tuple[Mutation, ...] = (_lines, _lines, _signs, _signs, _words, _cut, _data, _data)
