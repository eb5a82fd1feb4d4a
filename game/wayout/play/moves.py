"""What can a reader do on a page?

The types of moves (choose, enter, go on, stay, return, mark, reply, take, edit, cut, put back) and their encoding as
text; and going back to a decision, which is a jump in the history and no move of a story.

Moves, as a sum type: whatever handles them matches on their types. As text they stand only where they cross a file or
a wire (trail files, saved shelves, forms, the data of a web page), by `encode` and `decode`, and nowhere else.
"""

from typing import Literal, assert_never, get_args

from msgspec import Struct

from wayout.errors import WayoutError

Knowledge = Literal["recorded", "threatened", "rule", "nothing"]
"""What a reader may say, before an outcome is revealed, that anyone could know of it."""
MARKS: tuple[Knowledge, ...] = get_args(Knowledge)

# Each of these texts has a space, which no id of a choice has: none is mistaken for another.
_GO_ON, _STAY, _RETURN = "go on", "stay here", "turn back"
_ENTER, _MARK, _REPLY, _TAKE = "enter ", "mark ", "reply ", "take "
_EDIT, _CUT, _PUT_BACK = "edit lines", "cut ", "put back "


class Choose(Struct, frozen=True):
    """Give an answer to the question of a scene."""

    choice: str


class Enter(Struct, frozen=True):
    """Step into another record at a scene. Where a trail file leaves the scene out, it is the one that is offered."""

    record: str
    scene: str = ""


class GoOn(Struct, frozen=True):
    """Read on: to the next scene, or to where the choice leads whose outcome is shown."""


class Stay(Struct, frozen=True):
    """Stay in this record where steps into others are offered."""


class Return(Struct, frozen=True):
    """Go back to the question that was left last: for another record, or for where the own one is silent."""


class Mark(Struct, frozen=True):
    """Say, before an outcome is revealed, what anyone could know of it."""

    knowledge: Knowledge


class Reply(Struct, frozen=True):
    """Answer a prompt of the page by one of its options; a gap also by both of its readings."""

    prompt: str
    option: str


class Take(Struct, frozen=True):
    """Take a line along, by the id of its thread."""

    thread: str


class Edit(Struct, frozen=True):
    """Look at the lines of the own article, to cut some of them."""


class Cut(Struct, frozen=True):
    """Cut a line of the own article, by its id."""

    line: str


class PutBack(Struct, frozen=True):
    """Put a line back that was cut."""

    line: str


Move = Choose | Enter | GoOn | Stay | Return | Mark | Reply | Take | Edit | Cut | PutBack


class Revisit(Struct, frozen=True):
    """Go back to before a decision, by its number: what a page offers of the history, and no step of any trail."""

    decision: int

    @property
    def text(self) -> str:
        """What a form or a key calls it: a text that stands for no move."""
        return f"decision {self.decision}"


GO_ON, STAY, RETURN, EDIT = GoOn(), Stay(), Return(), Edit()
"""The moves without a part: one value of each is enough."""


class MoveTextError(WayoutError, ValueError):
    """A text that stands for no move."""


def encode(move: Move) -> str:
    """A move as text."""
    match move:
        case Choose(choice):
            return choice
        case Enter(record, scene):
            return f"{_ENTER}{record}/{scene}" if scene else f"{_ENTER}{record}"
        case GoOn():
            return _GO_ON
        case Stay():
            return _STAY
        case Return():
            return _RETURN
        case Mark(knowledge):
            return f"{_MARK}{knowledge}"
        case Reply(prompt, option):
            return f"{_REPLY}{prompt} {option}"
        case Take(thread):
            return f"{_TAKE}{thread}"
        case Edit():
            return _EDIT
        case Cut(line):
            return f"{_CUT}{line}"
        case PutBack(line):
            return f"{_PUT_BACK}{line}"
        case _:
            assert_never(move)


def decode(text: str) -> Move:
    """The move that a text stands for; whatever is no step by its words is the id of a choice.

    Raises MoveTextError for a text that begins as a step does and is none, and for an empty one.
    """
    if text in _ALONE:
        return _ALONE[text]
    if text.startswith(_ENTER):
        record, slash, scene = text.removeprefix(_ENTER).partition("/")
        if not record or bool(slash) != bool(scene):
            raise MoveTextError(f"'{text}' is no step into a record: write 'enter RECORD' or 'enter RECORD/SCENE'")
        return Enter(record, scene)
    if text.startswith(_MARK):
        knowledge = _KNOWN.get(text.removeprefix(_MARK))
        if knowledge is None:
            raise MoveTextError(f"'{text}' is no mark: write 'mark' and one of {', '.join(MARKS)}")
        return Mark(knowledge)
    if text.startswith(_REPLY):
        prompt, _, option = text.removeprefix(_REPLY).partition(" ")
        if not prompt or not option or " " in option:
            raise MoveTextError(f"'{text}' is no reply: write 'reply PROMPT OPTION'")
        return Reply(prompt, option)
    of_line = next((begins for begins in _OF_LINES if text.startswith(begins)), None)
    if of_line is not None:
        line, made = text.removeprefix(of_line), _OF_LINES[of_line]
        if not line or " " in line:
            raise MoveTextError(f"'{text}' names no line: write '{of_line}{made.__struct_fields__[0].upper()}'")
        return made(line)
    if not text:
        raise MoveTextError("an empty text is no move")
    return Choose(text)


_ALONE: dict[str, Move] = {_GO_ON: GO_ON, _STAY: STAY, _RETURN: RETURN, _EDIT: EDIT}
_OF_LINES: dict[str, type[Take | Cut | PutBack]] = {_TAKE: Take, _CUT: Cut, _PUT_BACK: PutBack}
_KNOWN: dict[str, Knowledge] = {mark: mark for mark in MARKS}
