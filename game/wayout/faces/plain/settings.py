"""How are the settings told and changed line by line?

Command dispatch for preferences.
"""

from msgspec.structs import replace

from wayout.faces.plain.reference_commands import Say
from wayout.locale import settings_strings
from wayout.play.reader import Reader
from wayout.play.settings import VALUES, reader_from_settings, settings_for_reader
from wayout.store.shelf import SettingsStore


class SettingCommands:
    """What can be set without a screen: the wording, the evidence words, the questions, the length of a line.

    What the command line said holds for this run; `reader` is who reads now.
    """

    def __init__(self, kept: SettingsStore, reader: Reader, say: Say) -> None:
        self.kept = kept
        self.settings = settings_for_reader(kept.settings, reader)
        self.say = say

    @property
    def reader(self) -> Reader:
        """Who reads, as set now."""
        return reader_from_settings(self.settings)

    def obey(self, wanted: str) -> None:
        """List all, or change one, by its number or its word."""
        if not wanted:
            self._list()
            return
        wanted = " ".join(wanted.lower().split())
        which, _, value = wanted.partition(" ")
        found = [name for number, (name, word) in enumerate(settings_strings.PLAIN_NAMES.items(), 1)
                 if which == str(number) or word.startswith(which)]  # fmt: skip
        to = [
            one
            for name in found
            for one in VALUES[name]
            if value and settings_strings.SAID[name][one].startswith(value)
        ]
        if not found or not to:
            self.say(settings_strings.PLAIN_NONE.format(said=wanted), "dim", 0)
            return
        self._change(found[0], to[0])

    def _list(self) -> None:
        self.say(settings_strings.SETTINGS, "bold", 0)
        for number, (name, word) in enumerate(settings_strings.PLAIN_NAMES.items(), 1):
            now = getattr(self.settings, name)
            others = settings_strings.PLAIN_OR.join(
                settings_strings.SAID[name][one] for one in VALUES[name] if one != now
            )
            line = settings_strings.PLAIN_LINE.format(
                n=number,
                label=settings_strings.LABEL[name],
                value=settings_strings.SAID[name][now],
                name=word,
                values=others,
            )
            self.say(line, "", 2)
            self.say(settings_strings.MEANS[name], "dim", 5)
        self.say("", "", 0)

    def _change(self, name: str, value: object) -> None:
        self.kept.change(name, value)
        self.settings = replace(self.settings, **{name: value})
        self.say(
            settings_strings.PLAIN_NOW.format(
                label=settings_strings.LABEL[name], value=settings_strings.SAID[name][value]
            ),
            "",
            0,
        )
