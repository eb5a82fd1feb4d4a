"""How does a story become integer tables, on which it is played fast and searched through?

Compilation of a story to integer bit masks, with liveness analysis.

A state is one whole number: the scene in its low bits, and above them one bit for each thing that some condition
reads: that a variable has a value, that a scene was seen, that a choice was made. A move is then `state & keep |
put`. A bit is kept only while a condition that reads it can still be come to (liveness, as compilers reckon it:
Kildall 1973), so that pasts which nothing tells apart any more are one state. In a story without a person the
situation is kept as it is: a road is told apart by all that its readers are shown of it.

What is left out changes nothing in what can be come to: the options that were only looked at, and the page between a
choice and what follows it. A step into another record is taken together with the return from it: the fork stands as
it was. What happens inside is a matter of that record's own tables.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct

from wayout.model.conditions import both, choice_key, listed
from wayout.model.graph import opening
from wayout.model.story import Choice, Condition, EndingPassage, Passage, Scene, Story
from wayout.model.text import Shown, wording

Test = Callable[[int], bool]
Kind = Literal["choice", "next", "back", "step"]
Ways = tuple[tuple[int, ...], tuple[int, ...]]
"""The edges that are open in a state, and the state that each of them leads to."""


class CompiledEdge(Struct, frozen=True, kw_only=True):
    """One way on from a scene: a choice, or its `next` (then without a choice).

    `is_his` tells that the story's person took it, `words` how many words its outcomes have.
    """

    scene: str
    choice: str | None
    kind: Kind
    is_his: bool = False
    words: int = 0


class _Row(NamedTuple):
    """A way as it is reckoned with."""

    edge: int
    test: Test | None
    keep: int
    put: int


class CompiledStory:
    """A story as integers. Its links must be sound: every target, variable and value exists."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.scenes = tuple(story.scenes)
        self.ways: tuple[CompiledEdge, ...] = tuple(_ways(story))
        self.edges: Mapping[tuple[str, str | None], int] = {
            (way.scene, way.choice): edge for edge, way in enumerate(self.ways)
        }
        self._number = {scene: number for number, scene in enumerate(self.scenes)}
        self._shift = max(1, len(self.scenes).bit_length())
        self.low = (1 << self._shift) - 1
        """The bits that hold the number of the scene."""
        self._bits: dict[tuple[str, str], int] = {}
        self._tests: dict[tuple[str, str | None], tuple[Test, int]] = {}
        self._offers: dict[str, list[tuple[str, Test | None]]] = {}
        self._passages: list[tuple[tuple[Test, int], ...]] = []
        self._words: list[int] = []
        use = [self._read(name, scene) for name, scene in story.scenes.items()]
        if story.person is None:
            shown = _union(self._bit(name, value) for name, one in story.situation.items() for value in one.values)
            use = [bits | shown for bits in use]
        changes = {edge: self._change(way) for edge, way in enumerate(self.ways)}
        self._live = self._liveness(use, changes)
        self._rows = [self._compiled(name, changes) for name in self.scenes]
        self._always: list[tuple[int, ...] | None] = [
            None if any(row.test for row in rows) else tuple(row.edge for row in rows) for rows in self._rows
        ]

    @property
    def start(self) -> int:
        """The state at the beginning."""
        return self.pack(self.story.start, opening(self.story))

    def pack(
        self, scene: str, situation: Mapping[str, str], seen: Iterable[str] = (), chose: Iterable[str] = ()
    ) -> int:
        """The state in which a reader enters a scene with this behind her."""
        bits = sum(self._bits.get((name, value), 0) for name, value in situation.items())
        bits += sum(self._bits.get(("seen", key), 0) for key in set(seen))
        bits += sum(self._bits.get(("chose", key), 0) for key in set(chose))
        number = self._number[scene]
        return bits & self._live[number] | number

    def number(self, state: int) -> int:
        """The number of the scene that a state is in."""
        return state & self.low

    def scene(self, state: int) -> str:
        """The scene that a state is in."""
        return self.scenes[state & self.low]

    def is_ending(self, state: int) -> bool:
        """Whether the story ends here."""
        return self.story.scenes[self.scene(state)].ending is not None

    def open_ways(self, state: int) -> Ways:
        """Every way that is open, and where it leads."""
        number = state & self.low
        rows = self._rows[number]
        always = self._always[number]
        if always is not None:
            return always, tuple([state & row.keep | row.put for row in rows])
        rows = [row for row in rows if row.test is None or row.test(state)]
        return tuple([row.edge for row in rows]), tuple([state & row.keep | row.put for row in rows])

    def offered(self, state: int) -> tuple[str, ...]:
        """The options that are part of a fork in a state, be they open or not."""
        offers = self._offers.get(self.scene(state), ())
        return tuple(key for key, test in offers if test is None or test(state))

    def words(self, state: int) -> int:
        """How many words the page of a state has: text, question, labels, and how the story ends."""
        number = state & self.low
        return self._words[number] + sum(words for test, words in self._passages[number] if test(state))

    def _bit(self, kind: str, name: str) -> int:
        return self._bits.setdefault((kind, name), 1 << (self._shift + len(self._bits)))

    def _read(self, name: str, scene: Scene) -> int:
        """Note the conditions of a scene; the bits that they read."""
        read = 0
        passages = []
        words = _page_words(scene)
        told: list[Passage | EndingPassage] = [*scene.passages]
        told += scene.ending.passages if scene.ending is not None else ()
        for passage in told:
            length = _length(passage.text)
            if passage.condition is None:
                words += length
                continue
            test, bits = self._test(passage.condition)
            passages.append((test, length))
            read |= bits
        for key, choice in scene.choices.items():
            self._offers.setdefault(name, []).append((key, self._test(choice.only)[0] if choice.only else None))
            if (condition := both(choice.only, choice.condition)) is not None:
                self._tests[name, key] = self._test(condition)
                read |= self._tests[name, key][1]
        self._passages.append(tuple(passages))
        self._words.append(words)
        return read

    def _test(self, condition: Condition | None) -> tuple[Test, int]:
        """A condition as a test of a state, and the bits that it reads; the same as `conditions.holds`."""
        if condition is None:
            return lambda _: True, 0
        if not isinstance(condition, dict):
            part_tests = [self._test(part) for part in condition]
            tests = tuple(test for test, _ in part_tests)
            return lambda state: any(test(state) for test in tests), _union(bits for _, bits in part_tests)
        must, read = 0, 0
        others: list[Test] = []
        for key, value in condition.items():
            if key == "not":
                test, bits = self._test(value)
                others.append(_denied(test))
                read |= bits
            elif key in ("seen", "chose"):
                must |= _union(self._bit(key, text) for text in listed(value))
            else:
                bits = _union(self._bit(key, text) for text in listed(value))
                others.append(_any_of(bits))
                read |= bits
        if not others:
            return lambda state: state & must == must, must
        rest = tuple(others)
        return lambda state: state & must == must and all(test(state) for test in rest), must | read

    def _change(self, way: CompiledEdge) -> tuple[int, int, int]:
        """What a way clears and what it sets, both as bits, and the scene that it leads to."""
        here = self._number[way.scene]
        scene = self.story.scenes[way.scene]
        if way.kind in ("back", "step"):
            return 0, 0, here
        put = self._bits.get(("seen", way.scene), 0)
        if way.kind != "choice" or way.choice is None:
            return put, put, self._number[scene.next or way.scene]
        choice = scene.choices[way.choice]
        put |= self._bits.get(("chose", choice_key(way.scene, way.choice)), 0)
        put |= _union(self._bits.get((name, value), 0) for name, value in choice.effects.items())
        changed = _union(bit for (name, _), bit in self._bits.items() if name in choice.effects)
        return put | changed, put, self._number[choice.targets[0]]

    def _liveness(self, use: list[int], changes: Mapping[int, tuple[int, int, int]]) -> list[int]:
        """For each scene, the bits that a condition here or further on may still read."""
        live = [0] * len(use)
        onward: list[list[tuple[int, int]]] = [[] for _ in self.scenes]
        comes_from: list[set[int]] = [set() for _ in self.scenes]
        for edge, (changed, _, target) in changes.items():
            source = self._number[self.ways[edge].scene]
            onward[source].append((~changed, target))
            comes_from[target].add(source)
        waiting = dict.fromkeys(range(len(live)))
        while waiting:
            number, _ = waiting.popitem()
            alive = use[number] | _union(live[target] & kept_bits for kept_bits, target in onward[number])
            if alive != live[number]:
                live[number] = alive
                waiting.update(dict.fromkeys(comes_from[number]))
        return live

    def _compiled(self, name: str, changes: Mapping[int, tuple[int, int, int]]) -> list[_Row]:
        rows = []
        scene = self.story.scenes[name]
        for choice in (*scene.choices, *([None] if scene.next is not None else [])):
            edge = self.edges[name, choice]
            changed, put, target = changes[edge]
            live = self._live[target]
            test = self._tests.get((name, choice), (None, 0))[0]
            rows.append(_Row(edge, test, live & ~changed, put & live | target))
        return rows


def _ways(story: Story) -> Iterator[CompiledEdge]:
    for name, scene in story.scenes.items():
        for key, choice in scene.choices.items():
            words = sum(_length(outcome.text) for outcome in choice.outcomes)
            is_his = story.person is not None and story.person in choice.takers
            yield CompiledEdge(scene=name, choice=key, kind=_kind(choice), is_his=is_his, words=words)
        if scene.next is not None:
            yield CompiledEdge(scene=name, choice=None, kind="next", is_his=True)


def _kind(choice: Choice) -> Kind:
    return "back" if choice.comes_back else "step" if choice.records else "choice"


def _page_words(scene: Scene) -> int:
    """The words of a page without its passages and those of its ending."""
    texts: list[Shown] = [choice.label for choice in scene.choices.values()]
    texts += [scene.ask] if scene.ask is not None else []
    if scene.ending is not None:
        texts += [*scene.ending.unknown, *(question.ask for question in scene.discuss)]
    return sum(map(_length, texts))


def _length(text: Shown) -> int:
    return len(wording(text).split())


def _union(bits: Iterable[int]) -> int:
    union = 0
    for mask in bits:
        union |= mask
    return union


def _denied(test: Test) -> Test:
    return lambda state: not test(state)


def _any_of(bits: int) -> Test:
    return lambda state: state & bits != 0
