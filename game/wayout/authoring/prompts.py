"""How is a writer asked for what she did not say on the command line?"""

import sys
from collections.abc import Callable, Iterable

import click

from wayout.errors import WayoutError
from wayout.locale import new_strings
from wayout.model.yaml.schema_errors import nearest

SHOWN = 30
"""So many names are listed at once; of more, those that hold a word that was typed."""


class AnswerMissingError(WayoutError):
    """Something was not given, and nobody can be asked: what, as a sentence."""


class WrongAnswerError(WayoutError):
    """Something was given that is not there, or does not hold: what, as a sentence, and by which options."""

    def __init__(self, says: str, *options: str) -> None:
        super().__init__(says)
        self.options = options


class Prompts:
    """What was given, and for all else what the writer answers; without a terminal nobody is asked."""

    def __init__(self) -> None:
        self.can_ask = sys.stdin.isatty() and sys.stderr.isatty()
        self.missing: list[str] = []
        self._answers: dict[str, str] = {}
        self._refused: set[str] = set()

    def asks_again(self, options: Iterable[str]) -> bool:
        """Whether some answers that do not hold can be asked for again; all others stand."""
        wrong = set(options)
        if not (wrong and self.can_ask):
            return False
        self._refused |= wrong
        self._answers = {option: answer for option, answer in self._answers.items() if option not in wrong}
        return True

    def text(self, option: str, given: str | None, ask: str, default: str | None = None) -> str:
        """A free answer."""
        known = self._known(option, given)
        if known is None:
            known = self._answers[option] = self._asked(option, ask, default)
        return known

    def _known(self, option: str, given: str | None) -> str | None:
        """What was given, or answered before, if it was not refused."""
        return self._answers.get(option, None if option in self._refused else given)

    def _asked(self, option: str, ask: str, default: str | None = None) -> str:
        if not self.can_ask:
            if default is None:
                self.missing.append(option)
            return default or ""
        return str(click.prompt(ask, default=default, err=True, show_default=bool(default))).strip()

    def maybe(self, option: str, given: str | None, ask: str) -> str:
        """A free answer, or none."""
        return self.text(option, given, ask, default="")

    def one_of(
        self,
        option: str,
        given: str | None,
        ask: str,
        known: Iterable[str],
        what: str,
        default: str | None = None,
        more: str = "",
    ) -> str:
        """One of the names that there are; `more` is said where it is none of them."""
        names = list(known)
        known_answer = self._known(option, given)
        if known_answer is not None or not self.can_ask:
            answer = self._asked(option, ask, default) if known_answer is None else known_answer
            if answer and answer not in names:
                raise WrongAnswerError(f"{_no_such(what, answer, names)} {more}".rstrip(), option)
            return answer
        if len(names) <= SHOWN:
            click.echo(new_strings.THERE_ARE.format(names=", ".join(name for name in names if name)), err=True)
        default = "" if "" in names else default
        while (answer := self._asked(option, ask, default)) not in names:
            near = [name for name in names if name and answer in name][:SHOWN]
            listed = new_strings.THERE_ARE.format(names=", ".join(near)) if near else _no_such(what, answer, names)
            click.echo(listed, err=True)
        self._answers[option] = answer
        return answer

    def perhaps(self, option: str, given: str | None, ask: str, known: Iterable[str], what: str) -> str:
        """One of the names that there are, or none at all."""
        if not given and not self.can_ask:
            return ""
        return self.one_of(option, given, ask, ("", *known), what)

    def several(
        self,
        option: str,
        given: str | None,
        ask: str,
        known: Iterable[str],
        what: str,
        tell: Callable[[str], str],
        default: str | None = None,
    ) -> tuple[str, ...]:
        """Some of the names that there are; an answer that is none of them lists those that hold it."""
        names = list(known)
        known_answer = self._known(option, given)
        while True:
            answer = self._asked(option, ask, default) if known_answer is None else known_answer
            found = tuple(part.strip() for part in answer.split(",") if part.strip())
            wrong = [name for name in found if name not in names]
            if not wrong:
                self._answers[option] = answer
                return found
            if known_answer is not None or not self.can_ask:
                raise WrongAnswerError(_no_such(what, wrong[0], names), option)
            held = [name for name in names if wrong[0].casefold() in f"{name} {tell(name)}".casefold()]
            for name in held[:SHOWN]:
                click.echo(new_strings.FOUND.format(id=name, says=tell(name)), err=True)
            if not held:
                click.echo(new_strings.NONE_WITH.format(word=wrong[0]), err=True)

    def complete(self) -> None:
        """Raises Missing if something was neither given nor could be asked for."""
        if self.missing:
            raise AnswerMissingError(new_strings.MISSING.format(options=", ".join(self.missing)))


def _no_such(what: str, name: str, names: list[str]) -> str:
    hint = nearest(name, names) or (new_strings.THERE_ARE.format(names=", ".join(names)) if len(names) <= SHOWN else "")
    return new_strings.NO_SUCH.format(what=what, name=name, hint=hint).strip()
