"""How is what lies behind the reader told line by line: decisions, all that was read, the debrief?

Command dispatch for history: forks, log, debrief, export.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from wayout.actions import action
from wayout.faces.plain.output import number_said
from wayout.faces.plain.reference_commands import Say
from wayout.locale import shelf_strings, strings
from wayout.model.library import Library
from wayout.play.history import History, forks, jump
from wayout.play.reader import Reader
from wayout.render.sanitize import sanitize
from wayout.store.autosave import Autosave, ResumeOffer
from wayout.store.shelf import Shelf

if TYPE_CHECKING:
    from wayout.views.log import Kind

LOOKS: dict["Kind", tuple[str, int]] = {
    "text": ("", 0), "editorial": ("", 0), "ask": ("bold", 0), "option": ("", 2), "chosen": ("dim", 0),
    "word": ("bold", 2), "outcome": ("", 2), "support": ("dim", 2), "head": ("bold", 0), "item": ("", 2),
    "said": ("", 2),
}  # fmt: skip
"""Of each kind of line, how it looks and how far it is indented."""


class TrailCommands:
    """What can be told of the trail at any time, and how to go back to one of its decisions."""

    def __init__(self, library: Library, reader: Reader, say: Say, go: Callable[[History], None]) -> None:
        self.library = library
        self.reader = reader
        self.say = say
        self.go = go
        self.commands: dict[str, Callable[[History, str], None]] = {
            "forks": self.show_forks,
            "log": self.show_log,
            "debrief": self.show_debrief,
            "export": self.export,
            "save": self.save,
        }
        """By the id of the action."""

    def show_forks(self, history: History, wanted: str) -> None:
        """Every decision with its number; with a number, back to before it."""
        found = forks(self.library, history, self.reader)
        if wanted:
            if number := number_said(wanted, len(found)):
                self.go(jump(self.library, history, number))
            else:
                self.say(strings.NO_SUCH_FORK.format(said=wanted), "dim", 0)
            return
        self.say(strings.FORKS, "bold", 0)
        for one in found:
            self.say(f"{one.number}  {one.question}", "", 2)
            mark = f" ({strings.TAKEN_BACK})" if one.is_undone else ""
            self.say(strings.CHOSEN.format(label=one.chosen) + mark, "dim", 5)
        self.say(strings.FORKS_HOW if found else strings.FORKS_NONE, "dim", 0)
        self.say("", "", 0)

    def show_log(self, history: History, wanted: str) -> None:
        """All that was read, page by page; or the lines that hold some words."""
        from wayout.views.log import reading_log, search_log, with_heads

        found = search_log(reading_log(self.library, history.play.trail, self.reader), wanted)
        self.say(strings.LOG if found else strings.LOG_NONE.format(said=wanted), "bold" if found else "", 0)
        for head, entry in with_heads(found):
            self.say("", "", 0)
            if head:
                self.say(head, "bold", 0)
            for line in entry.lines:
                self.say(f"– {line.marked}" if line.is_listed else line.marked, *LOOKS[line.kind])
        self.say("", "", 0)

    def show_debrief(self, history: History, _: str) -> None:
        """The trail beside the record."""
        from wayout.render.document_plain import plain_lines
        from wayout.views.debrief import debrief, debrief_document

        for line in plain_lines(debrief_document(debrief(self.library, history.play.trail, self.reader))):
            self.say(*line)

    def export(self, history: History, wanted: str) -> None:
        """Write the debrief to a file, and tell where."""
        from pathlib import Path

        from wayout.faces.print.export_file import export, file_for
        from wayout.views.debrief import debrief

        trail = history.play.trail
        file = Path(wanted) if wanted else file_for(trail.story)
        self.say(export(debrief(self.library, trail, self.reader), file), "", 0)

    def save(self, history: History, wanted: str) -> None:
        """Write the trail to a file, and tell where."""
        from wayout.faces.print.export_file import save

        self.say(save(self.library, history.play.trail, self.reader, wanted)[0], "", 0)


def is_continue(answer: str) -> bool:
    """Whether the reader wants to go on with what was begun; fewer letters may be the beginning of other words."""
    go_on = action("continue")
    return answer.startswith(go_on.short) and go_on.is_meant(answer)


def name_trail(name: str, keeping: Autosave | None, say: Say) -> None:
    """Give the trail a name, or say why it cannot have one."""
    say(keeping.rename(name)[1] if keeping else shelf_strings.NOT_NAMED, "dim", 0)


def show_resumable(begun: ResumeOffer, say: Say) -> None:
    """That something was begun before, and by which word one goes on with it."""
    say(shelf_strings.MAY_CONTINUE.format(where=begun.where), "dim", 0)
    say("", "", 0)


def show_news(shelf: Shelf) -> None:
    """What is to be told of the shelf."""
    for told in shelf.news():
        sys.stdout.flush()
        if sys.stderr is not None:
            sys.stderr.write(f"{sanitize(told)}\n")
            sys.stderr.flush()
