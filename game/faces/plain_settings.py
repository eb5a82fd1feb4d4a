"""How are the settings told and changed line by line?"""

from msgspec.structs import replace

from game.faces.plain_beside import Say
from game.play.reader import Reader
from game.play.settings import VALUES, as_read, reader_of
from game.shelf.settings import Kept
from game.words import settings as said


class Setting:
    """What can be set without a screen: the wording, the evidence words, the questions, the length of a line.

    What the command line said holds for this run; `reader` is who reads now.
    """

    def __init__(self, kept: Kept, reader: Reader, say: Say) -> None:
        self.kept = kept
        self.settings = as_read(kept.settings, reader)
        self.say = say

    @property
    def reader(self) -> Reader:
        """Who reads, as set now."""
        return reader_of(self.settings)

    def obey(self, answer: str) -> bool:
        """List all, or change one, by its number or its word; whether the settings were asked for."""
        asked, _, wanted = answer.strip().lower().partition(" ")
        if not asked or not said.CMD_SETTINGS.startswith(asked):
            return False
        if not wanted.strip():
            self._list()
            return True
        which, _, value = " ".join(wanted.split()).partition(" ")
        found = [name for number, (name, word) in enumerate(said.PLAIN_NAMES.items(), 1)
                 if which == str(number) or word.startswith(which)]  # fmt: skip
        to = [one for name in found for one in VALUES[name] if value and said.SAID[name][one].startswith(value)]
        if not found or not to:
            self.say(said.PLAIN_NONE.format(said=" ".join(wanted.split())), "dim", 0)
            return True
        self._change(found[0], to[0])
        return True

    def _list(self) -> None:
        self.say(said.SETTINGS, "bold", 0)
        for number, (name, word) in enumerate(said.PLAIN_NAMES.items(), 1):
            now = getattr(self.settings, name)
            others = said.PLAIN_OR.join(said.SAID[name][one] for one in VALUES[name] if one != now)
            line = said.PLAIN_LINE.format(
                n=number, label=said.LABEL[name], value=said.SAID[name][now], name=word, values=others
            )
            self.say(line, "", 2)
            self.say(said.MEANS[name], "dim", 5)
        self.say("", "", 0)

    def _change(self, name: str, value: object) -> None:
        self.kept.change(name, value)
        self.settings = replace(self.settings, **{name: value})
        self.say(said.PLAIN_NOW.format(label=said.LABEL[name], value=said.SAID[name][value]), "", 0)
