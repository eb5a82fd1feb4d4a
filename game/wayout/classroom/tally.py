"""What is counted in a class, and when is a number shown?

Anonymous aggregation with small-cell suppression: which moves are answers to a question (fork, mark, weighing), the
first answer of each seat, first count of hands, release in steps of five, complementary suppression of small counts,
and places in steps.

The rule in a sentence: a number moves only when five more seats have given their first answer, and no number below
five is shown or can be reckoned from the others. When a picture changes hangs on how many answered, never on what they
said, so that the answers of the five of a step could be exchanged and no picture would differ; only where all of a
step said the same is it known what each of them said, as of any unanimous count.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from msgspec import Struct

from wayout.model.library import Library
from wayout.play.moves import Choose, Mark, Move, Reply, Revisit
from wayout.play.state import State

MIN_GROUP = 5
"""Pupils of the smallest group whose number is shown, and of the steps in which numbers move."""
MIN_PAGES = 3
"""Pages that a seat must have been given before it counts."""
MIN_READING = 10.0
"""Seconds between its first page and the one with which it begins to count."""
COUNTED_PROMPTS = ("gap", "mark")
"""Kinds of prompts whose answers are counted; to pass one over is no answer."""

Fork = tuple[str, str]


class CountedQuestion(Struct, frozen=True):
    """What seats answer: a fork; a prompt of a scene; or what could be known of a choice before its outcome."""

    story: str
    scene: str
    prompt: str = ""
    choice: str = ""


class Bar(Struct, frozen=True):
    """How many gave an answer; None where that is not told."""

    choice: str
    count: int | None


def counted_answer(library: Library, state: State, move: Move | Revisit) -> tuple[CountedQuestion, str] | None:
    """The question that a move answers, and the answer; None for a move that is not counted."""
    match move:
        case Choose(choice):
            return CountedQuestion(state.story, state.scene), choice
        case Mark(knowledge):
            return CountedQuestion(state.story, state.scene, choice=state.shown or ""), knowledge
        case Reply(prompt, option) if state.scene_in(library).prompts[prompt].kind in COUNTED_PROMPTS:
            return CountedQuestion(state.story, state.scene, prompt), option
    return None


class AnswerTally:
    """The first answers of seats to questions, and the pictures that are shown of them."""

    def __init__(self) -> None:
        self._given: dict[str, dict[CountedQuestion, str]] = {}
        self._counted: dict[CountedQuestion, dict[str, str]] = {}
        self._readers: set[str] = set()
        self._listed: list[CountedQuestion] = []
        self.latest: CountedQuestion | None = None
        """The question whose picture changed last."""

    @property
    def questions(self) -> tuple[CountedQuestion, ...]:
        """Every question of which there is a picture, in the order in which it came."""
        return tuple(self._listed)

    @property
    def held(self) -> int:
        """How many answers are in memory."""
        return sum(map(len, self._given.values()))

    def answer(self, seat: str, question: CountedQuestion, answer: str) -> None:
        """Note an answer: the first one of a seat stays, whatever comes later."""
        first = self._given.setdefault(seat, {})
        if question not in first:
            first[question] = answer
            if seat in self._readers:
                self._count(seat, question, answer)

    def admit(self, seat: str) -> None:
        """Count a seat from now on, with what it has answered."""
        if seat not in self._readers:
            self._readers.add(seat)
            for question, answer in self._given.get(seat, {}).items():
                self._count(seat, question, answer)

    def counted(self, question: CountedQuestion) -> tuple[str, ...]:
        """The seats whose answers are in the picture: as many fives as there are."""
        answers = self._counted.get(question, {})
        return tuple(islice(answers, len(answers) // MIN_GROUP * MIN_GROUP))

    def bars(self, question: CountedQuestion, options: tuple[str, ...]) -> tuple[Bar, ...]:
        """The picture: how many gave each of the options, without the numbers that are not told."""
        answers = self._counted.get(question, {})
        counts = Counter(answers[seat] for seat in self.counted(question))
        hidden = untold({option: counts[option] for option in options})
        return tuple(Bar(option, None if option in hidden else counts[option]) for option in options)

    def _count(self, seat: str, question: CountedQuestion, answer: str) -> None:
        answers = self._counted.setdefault(question, {})
        answers[seat] = answer
        if len(answers) % MIN_GROUP == 0:
            self.latest = question
            if question not in self._listed:
                self._listed.append(question)


def untold(counts: Mapping[str, int]) -> set[str]:
    """The options whose numbers are not told: those below five, and as many more as keep these from being reckoned.

    The sum is known. So one hidden number is no secret; several that make fewer than five are a small group; and as
    many ones, or fours, as there are hidden numbers are known. Equal numbers go together: which of them was taken along
    would tell. Where nothing is left to tell, nought is not told either.
    """
    given = sorted((count, option) for option, count in counts.items() if count)
    hidden = [(count, option) for count, option in given if count < MIN_GROUP]
    rest = given[len(hidden) :]
    while hidden and rest and can_be_reckoned([count for count, _ in hidden]):
        least = rest[0][0]
        hidden += [one for one in rest if one[0] == least]
        rest = [one for one in rest if one[0] > least]
    return {option for _, option in hidden} if rest else set(counts)


def can_be_reckoned(hidden: Sequence[int]) -> bool:
    """Whether numbers that are not told follow from their sum, or are a small group together."""
    alike = (len(hidden), (MIN_GROUP - 1) * len(hidden)) if max(hidden) < MIN_GROUP else ()
    return len(hidden) == 1 or sum(hidden) < MIN_GROUP or sum(hidden) in alike


class HandTally:
    """Hands as a teacher typed them, of each question the first count. All see them raised: no number is hidden."""

    def __init__(self) -> None:
        self._first: dict[CountedQuestion, dict[str, int]] = {}

    def note(self, given: Mapping[tuple[CountedQuestion, str], int]) -> None:
        """Keep a count of every answer to a question; one that was counted before stays as it was."""
        for (question, answer), count in given.items():
            self._first.setdefault(question, {}).setdefault(answer, count)

    def first(self, answers: Sequence[tuple[CountedQuestion, str]]) -> tuple[int, ...] | None:
        """The first count of these answers; None where there was none."""
        if not any(question in self._first for question, _ in answers):
            return None
        return tuple(self._first.get(question, {}).get(answer, 0) for question, answer in answers)


class PlaceTally:
    """Where seats are, in a picture that changes once five of them are elsewhere than it has them."""

    def __init__(self) -> None:
        self._shown: dict[str, Fork] = {}

    def picture(self, now: Mapping[str, Fork]) -> tuple[tuple[Fork, int], ...]:
        """The places with enough to be told, the fullest first."""
        moved = sum(now.get(seat) != self._shown.get(seat) for seat in now.keys() | self._shown.keys())
        if moved >= MIN_GROUP:
            self._shown = dict(now)
        at = Counter(self._shown.values())
        return tuple((place, count) for place, count in at.most_common() if count >= MIN_GROUP)
