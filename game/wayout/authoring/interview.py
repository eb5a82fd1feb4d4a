"""What is asked for a new branch, story or claim, and which text is made of the answers?

The wizard of `wayout new`: its questions, their order, defaults and validation, and the YAML made of the answers;
with the number of names listed at once.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

import click

from wayout.authoring import templates
from wayout.authoring.templates import as_id, listed, numbered, scalar
from wayout.errors import WayoutError
from wayout.locale import authoring_strings
from wayout.model import locator
from wayout.model.archive import fingerprint, held_lines, quotation_fault
from wayout.model.checks.links import KEBAB
from wayout.model.evidence import Document, Kind, Voice
from wayout.model.file_access import Refusal, contents, last_line, line_ranges
from wayout.model.load_result import LoadResult
from wayout.model.story import Known
from wayout.model.text import wording
from wayout.model.yaml.schema_errors import nearest

MAX_NAMES_LISTED = 30
"""Names that are listed at once; where there are more, those that contain a word that was typed."""


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
        if len(names) <= MAX_NAMES_LISTED:
            click.echo(authoring_strings.THERE_ARE.format(names=", ".join(name for name in names if name)), err=True)
        default = "" if "" in names else default
        while (answer := self._asked(option, ask, default)) not in names:
            near = [name for name in names if name and answer in name][:MAX_NAMES_LISTED]
            listed = (
                authoring_strings.THERE_ARE.format(names=", ".join(near)) if near else _no_such(what, answer, names)
            )
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
            names_given = tuple(part.strip() for part in answer.split(",") if part.strip())
            wrong = [name for name in names_given if name not in names]
            if not wrong:
                self._answers[option] = answer
                return names_given
            if known_answer is not None or not self.can_ask:
                raise WrongAnswerError(_no_such(what, wrong[0], names), option)
            matching = [name for name in names if wrong[0].casefold() in f"{name} {tell(name)}".casefold()]
            for name in matching[:MAX_NAMES_LISTED]:
                click.echo(authoring_strings.FOUND.format(id=name, says=tell(name)), err=True)
            if not matching:
                click.echo(authoring_strings.NONE_WITH.format(word=wrong[0]), err=True)

    def complete(self) -> None:
        """Raises Missing if something was neither given nor could be asked for."""
        if self.missing:
            raise AnswerMissingError(authoring_strings.NEW_MISSING.format(options=", ".join(self.missing)))


def _no_such(what: str, name: str, names: list[str]) -> str:
    hint = nearest(name, names) or (
        authoring_strings.THERE_ARE.format(names=", ".join(names)) if len(names) <= MAX_NAMES_LISTED else ""
    )
    return authoring_strings.NO_SUCH.format(what=what, name=name, hint=hint).strip()


IDENTITIES = ("pseudonym", "real-name", "unstated")
TEXTS_FOLDER = "texts"
"""The folder beside a story in which the guide keeps its archived texts."""
SCHEMA = re.compile(r"\$schema=\./(\S+)").findall
"""The schemas that a text names beside itself."""
Given = dict[str, str | None]


class Project(NamedTuple):
    """What is known when something new is made."""

    loaded: LoadResult
    taken: frozenset[str] = frozenset()
    """Ids in the folder in which it will stand."""
    own: Sequence[Path] = ()
    """That folder, and what a writer has named of her own."""


def branch(ask: Prompts, project: Project, given: Given) -> tuple[str, str]:
    """One more option at a scene of a story."""
    library = project.loaded.library
    stories = sorted(name for name in library.stories if project.loaded.branch(name) is None)
    grows = ask.one_of("--grows", given["grows"], authoring_strings.ASK_GROWS, stories, "story")
    scenes = library.stories[grows].scenes if grows else {}
    forks = {name: scene for name, scene in scenes.items() if scene.choices}
    at = ask.one_of("--at", given["at"], authoring_strings.ASK_AT, forks, "fork")
    label = ask.text("--label", given["label"], authoring_strings.ASK_LABEL)
    act = ask.one_of("--act", given["act"], authoring_strings.ASK_ACT, library.acts, "act")
    claims = ask.several("--claims", given["claims"], authoring_strings.ASK_CLAIMS, library.claims, "claim",
                         lambda name: wording(library.claims[name].says))  # fmt: skip
    known = ask.one_of("--is", given["known"], authoring_strings.ASK_KNOWN, get_args(Known), "word")
    author = ask.text("--author", given["author"], authoring_strings.ASK_AUTHOR)
    ask.complete()
    claim_texts = " ".join(wording(library.claims[name].says) for name in claims)
    choice = as_id(label, "choice", forks[at].choices)
    text = templates.BRANCH_TEMPLATE.format(
        schema=_schema("branch"), edition=f"edition: {library.edition.id}\n" if library.edition.id else "",
        grows=grows, author=scalar(author), at=at, ask=wording(forks[at].ask or ""), choice=choice, label=scalar(label),
        act=act, claims=listed(claims), known=known, text=scalar(claim_texts),
    )  # fmt: skip
    return numbered(f"{grows}-{choice}", library.stories), text


def story(ask: Prompts, project: Project, given: Given) -> tuple[str, str]:
    """A new testimony: its person, its document and its first claim, and two scenes that tell it."""
    library = project.loaded.library
    name = ask.text("--name", given["name"], authoring_strings.ASK_NAME)
    person = given["person"] or as_id(name, "person")
    if not KEBAB(person):
        raise WrongAnswerError(authoring_strings.NOT_LATIN.format(name=person, option="--person"))
    if person in library.people:
        raise WrongAnswerError(authoring_strings.PERSON_THERE.format(name=person), "--name")
    if given["person"] is None:
        used = (name.removesuffix("-first") for name in library.claims if name.endswith("-first"))
        person = numbered(person, {*project.taken, *library.stories, *used})
    role = ask.text("--role", given["role"], authoring_strings.ASK_ROLE)
    title = ask.text("--title", given["title"], authoring_strings.ASK_TITLE)
    teaser = ask.text("--teaser", given["teaser"], authoring_strings.ASK_TEASER)
    document = ask.text("--document", given["document"], authoring_strings.ASK_DOCUMENT)
    archived = ask.maybe("--text", given["text"], authoring_strings.ASK_TEXT)
    fingerprint = _fingerprint(Path(archived)) if archived else ""
    place = ask.text("--place", given["place"], authoring_strings.ASK_LINES)
    says = ask.text("--says", given["says"], authoring_strings.ASK_SAYS)
    kind = ask.one_of("--kind", given["kind"], authoring_strings.ASK_KIND, get_args(Kind), "word")
    voice = ask.one_of("--voice", given["voice"], authoring_strings.ASK_VOICE, get_args(Voice), "word")
    identity = ask.one_of(
        "--identity", given["identity"], authoring_strings.ASK_IDENTITY, IDENTITIES, "word", "unstated"
    )
    is_other = identity == "pseudonym"
    name_place = ask.text("--name-place", given["name_place"], authoring_strings.ASK_NAME_PLACE) if is_other else ""
    author = ask.text("--author", given["author"], authoring_strings.ASK_AUTHOR)
    ask.complete()
    called = as_id(document, "document", {*project.taken, *library.documents, *library.origins, person})
    first = f"{person}-first"
    where: dict[str, Any] = {"person": person, "document": called}
    name_says = scalar(f"{name} is not the real name.")
    named_at = _where(name_place, is_held=bool(fingerprint))
    template = templates.NAMED_TEXT_TEMPLATE if is_other else templates.TEXT_TEMPLATE
    text = templates.STORY_TEMPLATE.format(
        schema=_schema("story"),
        told=template.format(text=scalar(says), first=first, name=name_says, person=person),
        title=scalar(title), teaser=scalar(teaser), author=scalar(author), text=scalar(says), first=first,
        name=scalar(name), called=" ".join(name.split()), identity=identity, role=scalar(role), kind=kind, voice=voice,
        name_claims=f"\n    claims: [{person}-name]" if is_other else "",
        document_title=scalar(document), place=_where(place, is_held=bool(fingerprint)), held=fingerprint,
        speaker="" if voice == "narrated" else f", speaker: {person}",
        name_claim=templates.NAME_CLAIM_TEMPLATE.format(says=name_says, place=named_at, **where) if is_other else "",
        **where,
    )  # fmt: skip
    return person, text


def claim(ask: Prompts, project: Project, given: Given) -> tuple[str, str]:
    """One statement of one document."""
    library = project.loaded.library
    document = ask.one_of(
        "--document",
        given["document"],
        authoring_strings.ASK_DOCUMENT,
        library.documents,
        "document",
        more=authoring_strings.OWN_DOCUMENT,
    )
    is_held = bool(document) and library.documents[document].held
    place = ask.text("--lines", given["lines"], authoring_strings.ASK_LINES)
    says = ask.text("--says", given["says"], authoring_strings.ASK_SAYS)
    kind = ask.one_of("--kind", given["kind"], authoring_strings.ASK_KIND, get_args(Kind), "word")
    speaker = ask.perhaps("--speaker", given["speaker"], authoring_strings.ASK_SPEAKER, library.people, "person")
    about = ask.several("--about", given["about"], authoring_strings.ASK_ABOUT, library.people, "person",
                        lambda name: library.people[name].name, default="")  # fmt: skip
    voice = ask.one_of("--voice", given["voice"], authoring_strings.ASK_VOICE, get_args(Voice), "word")
    quote = ask.maybe("--quote", given["quote"], authoring_strings.ASK_QUOTE) if is_held else ""
    content = ask.perhaps("--content", given["content"], authoring_strings.ASK_CONTENT, library.edition.notes, "word")
    gentle = ask.text("--gentle", given["gentle"], authoring_strings.ASK_GENTLE) if content else ""
    interest = (
        ask.perhaps("--interest", given["interest"], authoring_strings.ASK_INTEREST, ("self",), "word")
        if speaker
        else ""
    )
    owner = ask.text("--owner", given["owner"], authoring_strings.ASK_OWNER) if kind == "figure" else ""
    date = ask.maybe("--date", given["date"], authoring_strings.ASK_DATE)
    as_of = given["as_of"] or ""
    in_force = ask.maybe("--in-force", given["in_force"], authoring_strings.ASK_IN_FORCE) if kind == "rule" else ""
    name = ask.text("--id", given["id"], authoring_strings.ASK_ID,
                    default=as_id(says, "claim", library.claims) if says else None)  # fmt: skip
    ask.complete()
    if name in library.claims:
        raise WrongAnswerError(authoring_strings.CLAIM_THERE.format(name=name), "--id")
    if quote:
        folders = [Path(given["originals"])] if given["originals"] else _text_folders(project.own)
        _compare(library.documents[document], document, place, quote, folders)
    more = (("date", date and scalar(date)), ("as-of", as_of and scalar(as_of)),
            ("about", about and f"[{listed(about)}]"), ("content", content and f"[{content}]"),
            ("interest", interest), ("owner", owner and scalar(owner)),
            ("in-force", in_force and scalar(in_force)))  # fmt: skip
    text = templates.CLAIM_TEMPLATE.format(
        id=name, kind=kind, document=document, place=_where(place, is_held=is_held), voice=voice,
        says=f"{{full: {scalar(says)}, gentle: {scalar(gentle)}}}" if content else scalar(says),
        more="".join(f"    {field}: {value}\n" for field, value in more if value),
        speaker=f", speaker: {speaker}" if speaker else "", quote=f", quote: {scalar(quote)}" if quote else "",
    )  # fmt: skip
    return name, text


def _text_folders(own: Sequence[Path]) -> list[Path]:
    """Where archived texts may lie: beside what a writer has made."""
    folders = dict.fromkeys((Path(), *(path if path.is_dir() else path.parent for path in own)))
    return [place for folder in folders for place in (folder, folder / TEXTS_FOLDER)]


def _compare(document: Document, name: str, place: str, quote: str, folders: Sequence[Path]) -> None:
    """Hold a quotation against the cited lines, where the text is at hand. Raises Wrong if it is not in them."""
    lines = next((lines_held for folder in folders if (lines_held := held_lines(document, folder)) is not None), None)
    ranges = line_ranges(place)
    if lines is None:
        sys.stderr.write(authoring_strings.NO_TEXT_AT_HAND.format(document=name) + "\n")
    elif ranges is not None and last_line(ranges) <= len(lines):
        fault = quotation_fault(quote, ranges, lines, f"lines {place} of '{name}'")
        if fault is not None:
            raise WrongAnswerError(" ".join(fault), "--quote", "--lines")


def _where(place: str, *, is_held: bool) -> str:
    """The place in a document, as a cite has it."""
    if not is_held or (line_ranges(place) is None and locator.parsed(place) is not None):
        return f"at: {scalar(place)}"
    return f"lines: {place}" if place.isdigit() else f"lines: {json.dumps(place, ensure_ascii=False)}"


def _fingerprint(file: Path) -> str:
    """What a document says of its archived text. Raises Wrong where that cannot be read."""
    raw = contents(file)
    if isinstance(raw, Refusal):
        raise WrongAnswerError(f"{file}: {raw.says} {raw.hint}", "--text")
    return "".join(
        f"    {field}: {value if field != 'file' else scalar(value)}\n"
        for field, value in fingerprint(file.name, raw).items()
    )


def _schema(kind: str) -> str:
    """Where the schema stands that an editor checks the file with: beside it, so that the two travel together."""
    return f"./{kind}.schema.json"
