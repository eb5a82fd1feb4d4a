"""How is a class led by hands line by line?"""

import sys

from rich.text import Text

from wayout.classroom.lesson_scope import counted, kept_within
from wayout.faces.plain.output import console_for
from wayout.faces.plain.session import PlainSession
from wayout.locale import classroom_strings
from wayout.model.library import Library
from wayout.play.history import History
from wayout.play.reader import Reader
from wayout.play.step import begin
from wayout.render.sanitize import sanitize
from wayout.store.shelf import open_shelf
from wayout.views.page import Page


class PlainHands(PlainSession):
    """A record told with hands; of the other records, only those of the lesson can be stepped into."""

    records: tuple[str, ...] = ()

    def obey(self, typed: str) -> None:
        """'hands' with a number for each option; else as always."""
        word, *numbers = typed.split() or [""]
        if word.lower() != "hands":
            super().obey(typed)
            return
        options = counted(self.page)
        if not options or len(numbers) != len(options) or not all(one.isdecimal() for one in numbers):
            self.say(
                classroom_strings.PLAIN_HANDS_COUNT.format(n=len(options))
                if options
                else classroom_strings.PLAIN_HANDS_NONE
            )
            return
        for option, number in zip(options, numbers, strict=True):
            self.say(f"{int(number)}  {option.label}")
        most = max(map(int, numbers))
        labels = (option.label for option, number in zip(options, numbers, strict=True) if int(number) == most)
        self.say(classroom_strings.PLAIN_HANDS_MOST.format(labels="; ".join(labels)))

    def say(self, text: str) -> None:
        """A line."""
        self.out.print(Text(sanitize(text)))

    def page_of(self, history: History) -> Page:
        """The page, within the lesson."""
        return kept_within(super().page_of(history), history.play.state, self.records)


def play(library: Library, reader: Reader, records: tuple[str, ...]) -> int:
    """Tell the records of the lesson, one after the other."""
    out, shelf = console_for(sys.stdout), open_shelf(keeps=False)
    for name in records:
        telling = PlainHands(library, reader, out, begin(library, name, asks=reader.asks), shelf)
        telling.records = records
        telling.say(classroom_strings.PLAIN_HANDS)
        telling.run()
    return 0
