"""How is a class led line by line, with a screen reader or without a full screen?

The dashboard and the count of hands as a line-by-line loop: its commands and what each prints.
"""

import asyncio
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from wayout.classroom.board_view import ClassLesson, board, count_word, held_line, record_line, tally
from wayout.classroom.class_state import hand_count_answers, hand_count_moves, without_other_records
from wayout.classroom.tally import CountedQuestion, HandTally
from wayout.faces.plain.output import console_for
from wayout.faces.plain.session import PlainSession
from wayout.faces.terminal.signals import SIGNALED
from wayout.locale import classroom_strings
from wayout.model.library import Library
from wayout.model.text import sanitize
from wayout.play.history import History
from wayout.play.state import Reader
from wayout.play.step import begin
from wayout.store.shelf import open_shelf
from wayout.views.page import Page

if TYPE_CHECKING:
    from wayout.classroom.http_server import ClassHttpServer

Typed = str | signal.Signals | None
"""A line, a signal of the system, or that no line will come any more."""


class PlainBoard:
    """What each word that the teacher types does; the answers are lines."""

    def __init__(self, lesson: ClassLesson) -> None:
        self.lesson = lesson
        self.asked = 0
        """How often the end was asked for, one time after the other."""
        self.asked_to_empty = False

    def answer(self, typed: str) -> Iterator[str]:
        """The lines that a line brings."""
        word, _, rest = typed.strip().lower().partition(" ")
        if word == "end":
            yield from self._end()
            return
        if self.asked:
            self.asked = 0
            yield classroom_strings.PLAIN_GOES_ON
        self.asked_to_empty = self.asked_to_empty and word == "empty"
        handler = getattr(self, f"_{word}", None) if word in _WORDS else None
        if handler is not None:
            yield from handler(rest.strip())
        elif word:
            yield classroom_strings.PLAIN_UNKNOWN.format(word=word)
        yield from self._status()

    def _status(self) -> Iterator[str]:
        now = board(self.lesson)
        yield " · ".join(now.status)
        yield from now.warnings
        if now.faults:
            yield now.faults
        if now.is_small:
            yield classroom_strings.SMALL_CLASS

    def _code(self, _: str) -> Iterator[str]:
        yield classroom_strings.PLAIN_HEAD.format(address=self.lesson.address, code=self.lesson.gate.code)

    def _where(self, _: str) -> Iterator[str]:
        places = board(self.lesson).places
        yield classroom_strings.WHERE_LEAST if places else classroom_strings.WHERE_NOBODY
        yield from (f"{count_word(bar.count)}  {bar.choice}" for bar in places)

    def _tally(self, rest: str) -> Iterator[str]:
        questions = self.lesson.room.answers.questions
        if rest and not (rest.isdecimal() and 1 <= int(rest) <= len(questions)):
            yield classroom_strings.PLAIN_NO_FORK.format(n=len(questions))
            return
        shown_tally = tally(self.lesson, questions[int(rest) - 1] if rest else self.lesson.room.answers.latest)
        if shown_tally is None:
            yield classroom_strings.FORK_NONE
            return
        which = classroom_strings.FORK_WHICH.format(number=shown_tally.number, of=shown_tally.of)
        yield f"{shown_tally.where} · {which} · {shown_tally.ask}"
        yield from (f"{count_word(bar.count)}  {bar.choice}" for bar in shown_tally.bars)
        if shown_tally.record:
            yield classroom_strings.RECORD_HAS.format(record=shown_tally.record)
        yield f"{shown_tally.counted} {shown_tally.note}"

    def _pause(self, _: str) -> Iterator[str]:
        self.lesson.room.is_paused = not self.lesson.room.is_paused
        yield from ()

    def _gentle(self, _: str) -> Iterator[str]:
        self.lesson.room.gentle = not self.lesson.room.gentle
        yield from ()

    def _debrief(self, _: str) -> Iterator[str]:
        self.lesson.room.is_debriefing = not self.lesson.room.is_debriefing
        yield from ()

    def _lock(self, _: str) -> Iterator[str]:
        self.lesson.room.is_locked = not self.lesson.room.is_locked
        yield from ()

    def _empty(self, _: str) -> Iterator[str]:
        self.asked_to_empty = not self.asked_to_empty
        if self.asked_to_empty:
            yield classroom_strings.PLAIN_EMPTY.format(n=self.lesson.room.count(self.lesson.now()))
        else:
            self.lesson.empty()
            yield from self._code("")

    def _records(self, _: str) -> Iterator[str]:
        for story in self.lesson.room.stories:
            name, how = record_line(self.lesson, story)
            yield f"{story}  {name}: {how}"

    def _open(self, name: str) -> Iterator[str]:
        yield from self._turn(name, is_open=True)

    def _close(self, name: str) -> Iterator[str]:
        yield from self._turn(name, is_open=False)

    def _turn(self, name: str, *, is_open: bool) -> Iterator[str]:
        room = self.lesson.room
        if name not in room.stories:
            yield classroom_strings.PLAIN_NO_RECORD.format(name=name, known=", ".join(room.stories))
            return
        if (name in room.open) != is_open:
            room.toggle(name)
        yield from self._records("")

    def _network(self, _: str) -> Iterator[str]:
        yield from classroom_strings.NETWORK_SAYS

    def _help(self, _: str) -> Iterator[str]:
        width = max(len(word) for word, _ in classroom_strings.PLAIN_COMMANDS)
        yield from (f"{word:{width}}  {meaning}" for word, meaning in classroom_strings.PLAIN_COMMANDS)

    def _end(self) -> Iterator[str]:
        self.asked += 1
        if self.asked == 1:
            yield classroom_strings.PLAIN_SURE
        elif self.asked == 2:
            yield classroom_strings.PLAIN_SURER.format(n=self.lesson.room.count(self.lesson.now()))
        else:
            self.lesson.end()
            yield from (
                classroom_strings.OVER,
                held_line(self.lesson.room.held),
                classroom_strings.OVER_SAYS,
                classroom_strings.PLAIN_LEAVE,
            )


_WORDS = {command.partition(" ")[0] for command, _ in classroom_strings.PLAIN_COMMANDS}


async def serve_with_plain_board(lesson: ClassLesson, serving: "ClassHttpServer", listener: socket.socket) -> int:
    """Serve, and answer what is typed, until the lesson is over; where nothing more can be typed, it is over too.

    Where nothing could be typed from the beginning (no standard input), it goes on until a signal ends it, of which the
    exit status then tells.
    """
    served = asyncio.create_task(serving.serve(sockets=[listener]))
    face, lines, has_typed, status = PlainBoard(lesson), _typed(), False, 0
    _end_on_signals(lines)
    _say(*face.answer("code"), *face.answer("help"))
    while True:
        line = await lines.get()
        if isinstance(line, signal.Signals):
            status = SIGNALED + line
            break
        if line is None and not has_typed and not _is_terminal():
            _say(classroom_strings.PLAIN_STAYS)
            continue
        if line is None or lesson.room.is_ended:
            break
        has_typed = True
        _say(*face.answer(line))
    if not lesson.room.is_ended:
        lesson.end()
        _say("", classroom_strings.OVER, held_line(lesson.room.held))
    serving.should_exit = True
    await served
    return status


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _end_on_signals(lines: asyncio.Queue[Typed]) -> None:
    """Where the system has them, Ctrl+C and its like end the lesson, and wipe it."""
    if sys.platform != "win32":
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(each, lines.put_nowait, each)


def _typed() -> asyncio.Queue[Typed]:
    """Lines as they are typed, and None at their end. A thread waits for them, and does not keep the program alive."""
    loop, lines = asyncio.get_running_loop(), asyncio.Queue[Typed]()

    def wait() -> None:
        for line in sys.stdin or ():
            loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=wait, daemon=True).start()
    return lines


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines) + classroom_strings.PROMPT)
    sys.stdout.flush()


class PlainHands(PlainSession):
    """A record told with hands; of the other records, only those of the lesson can be stepped into."""

    records: tuple[str, ...] = ()
    hands: HandTally
    raised: dict[tuple[CountedQuestion, str], int]
    """What was typed on this page: it can be typed anew until something else is."""

    def obey(self, typed: str) -> None:
        """'hands' with a number for each option; else as always."""
        word, *numbers = typed.split() or [""]
        if word.lower() != "hands":
            self.hands.note(self.raised)
            self.raised = {}
            super().obey(typed)
            return
        options = hand_count_moves(self.library, self.play.state, self.page)
        if not options or len(numbers) != len(options) or not all(typed_number.isdecimal() for typed_number in numbers):
            self.say(
                classroom_strings.PLAIN_HANDS_COUNT.format(n=len(options))
                if options
                else classroom_strings.PLAIN_HANDS_NONE
            )
            return
        answers = hand_count_answers(self.library, self.play.state, options)
        first = self.hands.first(answers)
        if first is not None:
            self.say(classroom_strings.PLAIN_HANDS_FIRST)
        counts = tuple(map(int, numbers)) if first is None else first
        self.raised = dict(zip(answers, counts, strict=True))
        for option, count in zip(options, counts, strict=True):
            self.say(f"{count}  {option.label}")
        labels = (option.label for option, count in zip(options, counts, strict=True) if count == max(counts))
        self.say(classroom_strings.PLAIN_HANDS_MOST.format(labels="; ".join(labels)))

    def say(self, text: str) -> None:
        """A line."""
        self.out.print(Text(sanitize(text)))

    def page_of(self, history: History) -> Page:
        """The page, within the lesson."""
        return without_other_records(super().page_of(history), history.play.state, self.records)


def play(library: Library, reader: Reader, records: tuple[str, ...]) -> int:
    """Tell the records of the lesson, one after the other."""
    out, shelf = console_for(sys.stdout), open_shelf(keeps=False)
    hands = HandTally()
    for name in records:
        telling = PlainHands(library, reader, out, begin(library, name, asks=reader.asks, parts=reader.parts), shelf)
        telling.records, telling.hands, telling.raised = records, hands, {}
        telling.say(classroom_strings.PLAIN_HANDS)
        telling.run()
    return 0
