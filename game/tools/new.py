"""How does a writer come to a first branch, story or claim that already passes every check?"""

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args

from game.faces.paper_file import write_new
from game.model.archive import fingerprint
from game.model.checks import check
from game.model.evidence import Content, Kind, Voice
from game.model.files import Refusal, contents
from game.model.findings import Finding
from game.model.folders import shipped
from game.model.library import Library
from game.model.load import name_of
from game.model.story import Known
from game.model.text import shown
from game.streams import FAILED
from game.tools import skeleton
from game.tools.asking import Missing, Questions, Wrong
from game.tools.own import with_own
from game.tools.render import concise
from game.tools.skeleton import as_id, listed, scalar
from game.tools.stdout import emit_yaml
from game.words import new as said

IDENTITIES = ("pseudonym", "real-name", "unstated")
Given = dict[str, str | None]


def run(
    what: Callable[[Questions, Library, Given], tuple[str, str]],
    given: Given,
    output: Path | None,
    stories: Sequence[Path] = (),
) -> int:
    """Ask, check, write; 1 if it does not hold together, 2 if something is missing, 3 if it cannot be written.

    What files and folders of the writer's own hold is known too.
    """
    questions = Questions()
    library = with_own(stories).library
    try:
        name, text = what(questions, library, given)
    except (Missing, Wrong) as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    found = faults(name, text, stories)
    if what is claim:
        found = [finding for finding in found if finding.severity == "error"]
    if found:
        sys.stderr.write(said.UNSOUND + "\n")
        sys.stderr.writelines(f"{concise(finding)}\n" for finding in found)
        return 1
    if what is claim and output is None:
        emit_yaml(text)
        sys.stderr.write(said.THEN_CLAIM + "\n")
        return 0
    file = output or Path(f"{name}.yaml")
    try:
        written = write_new(file, text)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        sys.stderr.write(said.NOT_WRITTEN.format(path=file, why=why) + "\n")
        return FAILED
    sys.stderr.write(said.WRITTEN.format(path=written) + "\n")
    if what is not claim:
        paths = " ".join(map(str, (written, *stories)))
        then = said.THEN_BRANCH.format(paths=paths, name=written.stem, folder=written.parent)
        sys.stderr.write(then + "\n")
    return 0


def branch(ask: Questions, library: Library, given: Given) -> tuple[str, str]:
    """One more option at a scene of a story."""
    grows = ask.one_of("--grows", given["grows"], said.ASK_GROWS, sorted(library.records), "story")
    scenes = library.stories[grows].scenes if grows else {}
    forks = {name: scene for name, scene in scenes.items() if scene.choices}
    at = ask.one_of("--at", given["at"], said.ASK_AT, forks, "fork")
    label = ask.text("--label", given["label"], said.ASK_LABEL)
    act = ask.one_of("--act", given["act"], said.ASK_ACT, library.acts, "act")
    claims = ask.several("--claims", given["claims"], said.ASK_CLAIMS, library.claims, "claim",
                         lambda name: shown(library.claims[name].says))  # fmt: skip
    known = ask.one_of("--is", given["known"], said.ASK_KNOWN, get_args(Known), "word")
    author = ask.text("--author", given["author"], said.ASK_AUTHOR)
    ask.complete()
    told = " ".join(shown(library.claims[name].says) for name in claims)
    choice = as_id(label)
    text = skeleton.BRANCH.format(
        schema=_schema("branch"),
        grows=grows, author=scalar(author), at=at, ask=shown(forks[at].ask or ""), choice=choice, label=scalar(label),
        act=act, claims=listed(claims), known=known, text=scalar(told),
    )  # fmt: skip
    return f"{grows}-{choice}", text


def story(ask: Questions, library: Library, given: Given) -> tuple[str, str]:
    """A new testimony: its person, its document and its first claim, and two scenes that tell it."""
    name = ask.text("--name", given["name"], said.ASK_NAME)
    person = given["person"] or as_id(name)
    if person in library.people:
        raise Wrong(said.NO_SUCH.format(what="new person", name=person, hint="That person is in the project already."))
    role = ask.text("--role", given["role"], said.ASK_ROLE)
    title = ask.text("--title", given["title"], said.ASK_TITLE)
    teaser = ask.text("--teaser", given["teaser"], said.ASK_TEASER)
    document = ask.text("--document", given["document"], said.ASK_DOCUMENT)
    archived = ask.maybe("--text", given["text"], said.ASK_TEXT)
    held = _fingerprint(Path(archived)) if archived else ""
    place = ask.text("--place", given["place"], said.ASK_LINES)
    says = ask.text("--says", given["says"], said.ASK_SAYS)
    kind = ask.one_of("--kind", given["kind"], said.ASK_KIND, get_args(Kind), "word")
    voice = ask.one_of("--voice", given["voice"], said.ASK_VOICE, get_args(Voice), "word")
    identity = ask.one_of("--identity", given["identity"], said.ASK_IDENTITY, IDENTITIES, "word", "unstated")
    is_other = identity == "pseudonym"
    name_place = ask.text("--name-place", given["name_place"], said.ASK_NAME_PLACE) if is_other else ""
    author = ask.text("--author", given["author"], said.ASK_AUTHOR)
    ask.complete()
    called = as_id(document)
    first = f"{person}-first"
    where: dict[str, Any] = {"person": person, "document": called}
    name_says = scalar(f"{name} is not the real name.")
    named_at = _where(name_place, is_held=bool(held))
    told = skeleton.TOLD_AND_NAMED if is_other else skeleton.TOLD
    text = skeleton.STORY.format(
        schema=_schema("story"),
        told=told.format(text=scalar(says), first=first, name=name_says, person=person),
        title=scalar(title), teaser=scalar(teaser), author=scalar(author), text=scalar(says), first=first,
        name=scalar(name), called=" ".join(name.split()), identity=identity, role=scalar(role), kind=kind, voice=voice,
        name_claims=f"\n    claims: [{person}-name]" if is_other else "",
        document_title=scalar(document), place=_where(place, is_held=bool(held)), held=held,
        speaker="" if voice == "narrated" else f", speaker: {person}",
        name_claim=skeleton.NAME_CLAIM.format(says=name_says, place=named_at, **where) if is_other else "",
        **where,
    )  # fmt: skip
    return person, text


def claim(ask: Questions, library: Library, given: Given) -> tuple[str, str]:
    """One statement of one document."""
    document = ask.one_of("--document", given["document"], said.ASK_DOCUMENT, library.documents, "document",
                          more=said.OWN_DOCUMENT)  # fmt: skip
    is_held = bool(document) and library.documents[document].held
    place = ask.text("--lines", given["lines"], said.ASK_LINES)
    says = ask.text("--says", given["says"], said.ASK_SAYS)
    kind = ask.one_of("--kind", given["kind"], said.ASK_KIND, get_args(Kind), "word")
    speaker = ask.perhaps("--speaker", given["speaker"], said.ASK_SPEAKER, library.people, "person")
    about = ask.several("--about", given["about"], said.ASK_ABOUT, library.people, "person",
                        lambda name: library.people[name].name, default="")  # fmt: skip
    voice = ask.one_of("--voice", given["voice"], said.ASK_VOICE, get_args(Voice), "word")
    quote = ask.maybe("--quote", given["quote"], said.ASK_QUOTE) if is_held else ""
    content = ask.perhaps("--content", given["content"], said.ASK_CONTENT, get_args(Content), "word")
    gentle = ask.text("--gentle", given["gentle"], said.ASK_GENTLE) if content else ""
    interest = ask.perhaps("--interest", given["interest"], said.ASK_INTEREST, ("self",), "word") if speaker else ""
    owner = ask.text("--owner", given["owner"], said.ASK_OWNER) if kind == "figure" else ""
    in_force = ask.maybe("--in-force", given["in_force"], said.ASK_IN_FORCE) if kind == "rule" else ""
    name = ask.text("--id", given["id"], said.ASK_ID, default=as_id(says) if says else None)
    ask.complete()
    if name in library.claims:
        raise Wrong(said.CLAIM_THERE.format(name=name))
    more = (("about", about and f"[{listed(about)}]"), ("content", content and f"[{content}]"),
            ("interest", interest), ("owner", owner and scalar(owner)),
            ("in-force", in_force and scalar(in_force)))  # fmt: skip
    text = skeleton.CLAIM.format(
        id=name, kind=kind, document=document, place=_where(place, is_held=is_held), voice=voice,
        says=f"{{full: {scalar(says)}, gentle: {scalar(gentle)}}}" if content else scalar(says),
        more="".join(f"    {field}: {value}\n" for field, value in more if value),
        speaker=f", speaker: {speaker}" if speaker else "", quote=f", quote: {scalar(quote)}" if quote else "",
    )  # fmt: skip
    return name, text


def _where(place: str, *, is_held: bool) -> str:
    """The place in a document, as a cite has it."""
    if not is_held:
        return f"at: {scalar(place)}"
    return f"lines: {place}" if place.isdigit() else f"lines: {json.dumps(place, ensure_ascii=False)}"


def _fingerprint(file: Path) -> str:
    """What a document says of its archived text. Raises Wrong where that cannot be read."""
    raw = contents(file)
    if isinstance(raw, Refusal):
        raise Wrong(f"{file}: {raw.says} {raw.hint}")
    return "".join(
        f"    {field}: {value if field != 'file' else scalar(value)}\n"
        for field, value in fingerprint(file.name, raw).items()
    )


def _schema(kind: str) -> str:
    """Where the schema stands that an editor checks the file with."""
    return (shipped().stories[0] / f"{kind}.schema.json").as_posix()


def faults(name: str, text: str, stories: Sequence[Path] = ()) -> list[Finding]:
    """What `check` finds in a file that is not yet written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        found = check(with_own((*stories, path)))
        return [finding for finding in found if finding.span.file == name_of(path)]
