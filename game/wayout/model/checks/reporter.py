"""How does a check report on one thing, such as a story or a claim?

The reporter of findings for one item, suggestions for mistyped names, and an index of every text with its claims.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from wayout.model.dates import DATE_FORMS, is_no_day, period
from wayout.model.findings import Finding, Note
from wayout.model.library import ReferencePage, Term
from wayout.model.load_result import ItemKind, LoadResult
from wayout.model.prompts import Prompt, Thread
from wayout.model.story import Answer, Choice, Scene, Story
from wayout.model.text import Shown
from wayout.model.yaml.schema_errors import in_other_case, nearest
from wayout.model.yaml.spans import DataPath

MAX_SUGGESTIONS = 100
"""Missing names for which similar ones are suggested: each search costs as much as there are names."""


class Item:
    """One thing that was read, and the place of its parts."""

    def __init__(self, loaded: LoadResult, kind: ItemKind, name: str) -> None:
        self.loaded = loaded
        self.kind = kind
        self.name = name

    def fault(self, code: str, path: DataPath, says: str, hint: str, *, key: bool = False, notes: tuple[Note, ...] = ()
              ) -> Finding:  # fmt: skip
        """A finding at a part of this thing; `key` points at its name rather than at its value."""
        span = self.loaded.span(self.kind, self.name, *path, key=key)
        part = (self.kind, self.name, *path)
        return Finding(code=code, span=span, says=says, hint=hint, notes=notes, part=part)

    def is_maimed(self, *path: Any) -> bool:
        """Whether something misshapen was left out here: then what is missing here is no second fault."""
        return self.loaded.is_maimed(self.kind, self.name, *path)

    def date(self, path: DataPath, date: int | str | None) -> list[Finding]:
        """A finding if there is a date and it is malformed."""
        if date is None or period(date) is not None:
            return []
        says = f"No calendar has '{date}'." if is_no_day(date) else f"'{date}' is not a date."
        return [self.fault("malformed-date", path, says, f"Write {DATE_FORMS}.")]


class Known:
    """The names that a reference may use."""

    def __init__(self, what: str, names: Collection[str], home: str, *, is_whole: bool = True) -> None:
        self.what = what
        self.names = names
        self._home = home
        self._is_whole = is_whole
        self._suggestions = MAX_SUGGESTIONS

    def missing(self, item: Item, path: DataPath, name: str, *, key: bool = False) -> list[Finding]:
        """A finding if the name is not known; none if a file that may hold it could not be read."""
        if name in self.names or not self._is_whole:
            return []
        similar = ""
        if self._suggestions:
            self._suggestions -= 1
            if other := in_other_case(name, self.names):
                says = f"There is no {self.what} '{name}', but there is '{other}'."
                return [item.fault("letter-case", path, says, f"Write '{other}'.", key=key)]
            similar = nearest(name, self.names)
        add = f"add it to {self._home}."
        hint = f"{similar} If not, {add}" if similar else f"Correct the name, or {add}"
        return [item.fault("missing-target", path, f"There is no {self.what} '{name}'.", hint, key=key)]


Part = Literal["passage", "editorial", "outcome", "step", "otherwise", "ending", "label", "ask", "aside"]


class TextUse(Struct, frozen=True, gc=False):
    """One text: `path` leads to what holds it, `field` is its name there."""

    part: Part
    path: DataPath
    field: str | int
    text: Shown
    claims: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    known: str = ""
    """Of an outcome: how it is known."""

    @property
    def place(self) -> DataPath:
        """Where the text itself stands."""
        return (*self.path, self.field)


def of_scene(name: str, scene: Scene) -> Iterator[TextUse]:
    """Every text of a scene, in the order in which a reader meets them."""
    here: DataPath = ("scenes", name)
    if isinstance(scene.text, tuple):
        for index, passage in enumerate(scene.text):
            path = (*here, "text", index)
            part: Part = "editorial" if passage.editorial else "passage"
            claims = (*passage.claims, *passage.about) if passage.editorial else passage.claims
            yield TextUse(part, path, "text", passage.text, claims, passage.content)
    else:
        yield TextUse("passage", here, "text", scene.text, scene.claims, scene.content)
    if scene.ask is not None:
        yield TextUse("ask", here, "ask", scene.ask, _all_claims(scene))
    for choice_name, choice in scene.choices.items():
        yield from of_choice((*here, "choices", choice_name), choice)
    for prompt_name, prompt in scene.prompts.items():
        yield from of_prompt((*here, "prompts", prompt_name), prompt)
    if scene.ending is not None:
        ending, path = scene.ending, (*here, "ending")
        for index, one in enumerate(ending.passages):
            at = (*path, "text", index) if isinstance(ending.text, tuple) else path
            yield TextUse("ending", at, "text", one.text, one.claims)
        for index, text in enumerate(ending.unknown):
            yield TextUse("aside", (*path, "unknown"), index, text, (*ending.every_claim, *_all_claims(scene)))
    for index, question in enumerate(scene.discuss):
        path = (*here, "discuss", index)
        yield TextUse("aside", path, "ask", question.ask, question.claims)
        for number, expected in enumerate(question.expect):
            yield TextUse("aside", (*path, "expect"), number, expected, question.claims)


def of_story(story: Story) -> Iterator[TextUse]:
    """The texts that stand outside the scenes."""
    yield TextUse("aside", (), "title", story.title)
    yield TextUse("aside", (), "teaser", story.teaser)
    for name, variable in story.situation.items():
        path = ("situation", name)
        yield TextUse("aside", path, "label", variable.label, variable.claims)
        for value, text in variable.values.items():
            yield TextUse("aside", (*path, "values"), value, text, variable.claims)
    for index, line in enumerate(story.account):
        yield TextUse("passage", ("account", index), "text", line.text, line.claims)
        if line.neither:
            yield TextUse("passage", ("account", index), "neither", line.neither, line.claims)


def of_prompt(path: DataPath, prompt: Prompt) -> Iterator[TextUse]:
    """Every text of a prompt."""
    claims = prompt.every_claim
    for field, text in (("ask", prompt.ask), ("line", prompt.line), ("neither", prompt.neither), ("text", prompt.text)):
        if text:
            part: Part = "ask" if field == "ask" else "passage"
            yield TextUse(part, path, field, text, claims, prompt.content)
    for name, option in prompt.options.items():
        at = (*path, "options", name)
        yield TextUse("label", at, "label", option.label, (*option.claims, *claims), option.content)
        if option.text:
            yield TextUse("passage", at, "text", option.text, option.claims or claims, option.content)
        if option.account:
            yield TextUse("passage", at, "account", option.account, option.claims or claims, option.content)


def of_thread(thread: Thread) -> Iterator[TextUse]:
    """Every text of a thread."""
    claims = tuple(claim for touch in thread.touches.values() for claim in touch.claims)
    yield TextUse("ask", (), "ask", thread.ask, claims)
    for scene, touch in thread.touches.items():
        yield TextUse("passage", ("touches", scene), "text", touch.text, touch.claims)
    yield TextUse("aside", (), "still", thread.still, claims)


def all_of(story: Story) -> Iterator[TextUse]:
    """Every text of a story."""
    yield from of_story(story)
    for name, scene in story.scenes.items():
        yield from of_scene(name, scene)


def joined_wordings(texts: Iterable[TextUse]) -> str:
    """All wordings of some texts as one: what stands nowhere in it need not be looked for in each."""
    return "\n".join(
        [text.text if isinstance(text.text, str) else f"{text.text.full}\n{text.text.gentle}" for text in texts]
    )


def of_term(term: Term) -> Iterator[TextUse]:
    """What the glossary says of a term."""
    yield TextUse("label", (), "term", term.term, term.claims)
    yield from (TextUse("aside", ("forms",), index, form) for index, form in enumerate(term.forms))
    yield TextUse("passage", (), "says", term.says, term.claims)


def of_answers(by_person: Mapping[str, Answer]) -> Iterator[TextUse]:
    """What the records of several people have on one act."""
    for person, answer in by_person.items():
        yield TextUse("outcome", (person,), "text", answer.text, answer.claims, answer.content, "recorded")


def of_aside(aside: ReferencePage) -> Iterator[TextUse]:
    """The texts of a page beside the stories; what the makers say there of themselves needs no claim."""
    yield TextUse("aside", (), "title", aside.title)
    for index, passage in enumerate(aside.text):
        claims = (*passage.claims, *passage.about)
        part: Part = "passage" if not passage.editorial else "editorial" if claims else "aside"
        yield TextUse(part, ("text", index), "text", passage.text, claims, passage.content)


def of_choice(path: DataPath, choice: Choice) -> Iterator[TextUse]:
    """Every text of a choice."""
    followed = tuple(claim for outcome in choice.outcomes for claim in outcome.claims)
    yield TextUse("label", path, "label", choice.label, (*choice.origins, *followed))
    if choice.otherwise is not None:
        yield TextUse("otherwise", (*path, "otherwise"), "text", choice.otherwise.text, choice.otherwise.claims)
    if choice.step is not None:
        is_silent = any(outcome.known == "unrecorded" for outcome in choice.outcomes)
        yield TextUse("step", path, "step", choice.step, followed, known="unrecorded" if is_silent else "")
    for index, outcome in enumerate(choice.outcomes):
        at = (*path, "outcome", index) if isinstance(choice.outcome, tuple) else (*path, "outcome")
        yield TextUse("outcome", at, "text", outcome.text, outcome.claims, outcome.content, outcome.known)


def _all_claims(scene: Scene) -> tuple[str, ...]:
    passages = (claim for passage in scene.passages for claim in (*passage.claims, *passage.about))
    choices = (claim for choice in scene.choices.values() for claim in choice.origins)
    return (*passages, *choices)
