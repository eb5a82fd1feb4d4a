"""What is each thing called that a reader can do on a page, and what is shown with it beforehand?

The labels of moves: going on and back, marks, answers to prompts, steps into other records, lines to take along, to cut
and to put back.
"""

from typing import TYPE_CHECKING, assert_never

from wayout.locale import reader_strings, strings
from wayout.model.library import Library, story_name
from wayout.model.prompts import BOTH
from wayout.model.story import Scene
from wayout.model.text import Shown, wording
from wayout.play.moves import Choose, Cut, Edit, Enter, GoOn, Mark, Move, PutBack, Reply, Return, Stay, Take
from wayout.play.reader_part import CARRIED, MET, pending_prompt
from wayout.play.state import Reader, State
from wayout.play.step import records_with_same_act
from wayout.views.catalogue import content_line, content_notes
from wayout.views.papers import gap_difference, papers_with
from wayout.views.passages import length_told

if TYPE_CHECKING:
    from wayout.views.account import AccountLineView


def move_label(library: Library, state: State, scene: Scene, move: Move, reader: Reader) -> tuple[str, str]:
    """What a move is called, and what is shown with it."""
    match move:
        case Choose(choice):
            return _say(scene.choices[choice].label, reader), ""
        case GoOn():
            return _on(library, state, scene), ""
        case Stay():
            return strings.BACK_TO_QUESTION, ""
        case Return():
            return _return_label(library, state, reader), ""
        case Mark(knowledge):
            return strings.MARKS[knowledge], ""
        case Reply():
            return reply_label(library, state, scene, move, reader)
        case Take():
            return take_label(library, move, reader), ""
        case Edit():
            return reader_strings.EDIT.format(length=length_told(library, state)), ""
        case Cut() | PutBack():
            return cut_label(library, state, move, reader), ""
        case Enter(record):
            return enter_label(library, state, scene, move, reader), content_line(content_notes(library, record))
        case _:
            assert_never(move)


def _on(library: Library, state: State, scene: Scene) -> str:
    """Where the only way leads on: to what comes next, or back to the question that was asked."""
    if own := passed_label(library, state, scene):
        return own
    if state.shown is None:
        return strings.NEXT_QUESTION if scene.choices else strings.GO_ON
    return strings.BACK_TO_QUESTION if scene.choices[state.shown].comes_back else strings.GO_ON


def _return_label(library: Library, state: State, reader: Reader) -> str:
    """What going back is called: to the own question; or to another record's, and to those that lie beyond it."""
    if state.question is not None:
        return strings.BACK_TO_QUESTION
    fork = state.left[-1]
    ask = _say(library.scene(fork.story, fork.scene).ask or "", reader)
    name = story_name(library, library.stories[fork.story])
    label = strings.RETURN.format(name=name, ask=ask) if ask else strings.RETURN_END.format(name=name)
    beyond = [story_name(library, library.stories[one.story]) for one in reversed(state.left[:-1])]
    return strings.RETURN_THEN.format(label=label, names=", ".join(beyond)) if beyond else label


def is_back_to_an_end(library: Library, state: State, scene: Scene) -> bool:
    """Whether going back leads from the middle of a record to where another one ends: nothing waits there."""
    if state.question is not None or not state.left or scene.ending is not None:
        return False
    fork = state.left[-1]
    return not library.scene(fork.story, fork.scene).ask


def reply_label(library: Library, state: State, scene: Scene, move: Reply, reader: Reader) -> tuple[str, str]:
    """What an answer to a prompt is called, and what is shown with it beforehand."""
    prompt = scene.prompts[move.prompt]
    if move.option == BOTH:
        label, notice = reader_strings.PRINT_BOTH, ""
    else:
        option = prompt.options[move.option]
        label, notice = _say(option.label, reader), ""
        if prompt.kind == "gap" and prompt.by == "consequence":
            notice = _say(option.text, reader)
        elif prompt.kind == "gap" and prompt.by == "source" and (difference := gap_difference(library, prompt)):
            notice = papers_with(library, difference.readings[list(prompt.options).index(move.option)])
        elif prompt.kind == "headline":
            notice = _say(option.text, reader)
    if state.revealed is None:
        return label, notice
    otherwise = reader_strings.HANG_OTHERWISE if prompt.kind == "place" else reader_strings.PRINT_OTHERWISE
    return otherwise.format(label=label), ""


def passed_label(library: Library, state: State, scene: Scene) -> str:
    """What going on is called where a prompt is put or revealed; nothing on other pages."""
    if state.edits:
        return reader_strings.LEAVE_IT_SO
    if state.revealed is not None:
        return reader_strings.KEEP[scene.prompts[state.revealed].kind]
    name = pending_prompt(library, state)
    return reader_strings.PASS[scene.prompts[name].kind] if name is not None else ""


def enter_label(library: Library, state: State, scene: Scene, move: Enter, reader: Reader) -> str:
    """What stepping into another record is called; at an ending, by the act that both took."""
    name = story_name(library, library.stories[move.record])
    if library.stories[move.record].person is None:
        return reader_strings.ENTER_ROAD.format(name=name)
    if scene.ending is None:
        return strings.ENTER.format(name=name)
    act = _act(library, state.story, move, reader)
    return strings.READ_TOO.format(name=name, act=act) if act else reader_strings.READ_NEXT.format(name=name)


def _act(library: Library, story: str, move: Enter, reader: Reader) -> str:
    """What the act is called that the persons of two records took, of which an ending leads from one to the other."""
    shared = records_with_same_act(library, story)
    act = next((met.act for met in shared if (met.record, met.scene) == (move.record, move.scene)), "")
    return _say(library.acts[act].label, reader) if act in library.acts else ""


def take_label(library: Library, move: Take, reader: Reader) -> str:
    """What taking a line along is called."""
    return reader_strings.TAKE.format(ask=_say(library.threads[move.thread].ask, reader))


def cut_label(library: Library, state: State, move: Cut | PutBack, reader: Reader) -> str:
    """What cutting a line is called, or putting it back: by the line, with what the reader printed in brackets."""
    says = reader_strings.CUT if isinstance(move, Cut) else reader_strings.PUT_BACK
    return says.format(line=_line_of(library, state, move.line, reader).marked)


def _line_of(library: Library, state: State, line: str, reader: Reader) -> "AccountLineView":
    """The line of the record's article that has an id."""
    from wayout.views.account import AccountLineView, asked_line, carried_line, met_line, spine_line

    story = state.story_in(library)
    if line.startswith(CARRIED):
        return carried_line(library.threads[line.removeprefix(CARRIED)], reader)
    if line.isdecimal():
        return spine_line(library, state.story, story.account[int(line) - 1], state, reader)
    scene, _, name = line.removeprefix(MET).partition("/")
    if line.startswith(MET):
        met = met_line(library, state.story, story.scenes[scene].choices[name], reader)
        return met or AccountLineView(text="", margin="")
    reply = state.reply_to(name, (state.story, scene))
    option = story.scenes[scene].prompts[name].options[reply.option if reply is not None else ""]
    return asked_line(library, option, reader)


def _say(text: Shown, reader: Reader) -> str:
    return wording(text, gentle=reader.gentle)
