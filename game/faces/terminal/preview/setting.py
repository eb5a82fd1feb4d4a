"""How is what a writer wants to know of a page set: findings, ids, situation, claims?"""

from collections.abc import Iterator

from msgspec.structs import replace

from game.faces.terminal.parts import DOT, Kind, Option, Part
from game.model.library import Library
from game.model.story import BACK
from game.play.draft import Draft, Noted
from game.play.page import Page
from game.play.reader import Reader
from game.play.sources import ClaimView, sources
from game.play.state import ENTER, GO_ON, State
from game.words import preview as words

MOST = 60
"""Findings that are listed; where there are more, that is said."""


def counts(draft: Draft) -> str:
    """'2 errors, 1 warning'."""
    errors = sum(one.finding.severity == "error" for one in draft.noted)
    parts = ((errors, words.ERRORS), (len(draft.noted) - errors, words.WARNINGS))
    return ", ".join(said[n != 1].format(n=n) for n, said in parts if n) or words.CLEAN


def finding_options(draft: Draft) -> tuple[Option, ...]:
    """Each finding with its line, its code, its sentence and its hint, those of the story's own file first."""
    return tuple(_finding(at, one, draft) for at, one in enumerate(draft.noted[:MOST]))


def _finding(at: int, noted: Noted, draft: Draft) -> Option:
    finding = noted.finding
    said = words.FINDING if finding.span.file == draft.file else words.FINDING_ELSEWHERE
    label = said.format(file=finding.span.file, line=finding.span.line, says=finding.says)
    return Option(str(at), label, words.CODE.format(severity=finding.severity, code=finding.code), finding.hint)


def head_parts(draft: Draft) -> tuple[Part, ...]:
    """The heading above the findings."""
    return (Part((("head", words.FINDINGS), ("muted", f"  {counts(draft)}")), indent=0),)


def more_parts(draft: Draft) -> tuple[Part, ...]:
    """How many findings are not listed."""
    left = len(draft.noted) - MOST
    return (Part((("muted", words.MORE.format(n=left)),)),) if left > 0 else ()


def moment_parts(draft: Draft, library: Library, state: State, page: Page, reader: Reader) -> tuple[Part, ...]:
    """Ids, situation and claims of a page."""
    claims = sources(library, page.claims, reader)
    return (
        *_under(words.HERE, _here(draft, library, state)),
        *_under(words.SITUATION, (_item(name, value) for name, value in state.situation)),
        *_under(words.CLAIMS, _claims(page, claims)),
    )


def _under(head: str, parts: Iterator[Part]) -> tuple[Part, ...]:
    """Parts below a heading; none without parts."""
    found = tuple(parts)
    return (Part((("head", head),), indent=0), *(replace(found[0], gap=0), *found[1:])) if found else ()


def _here(draft: Draft, library: Library, state: State) -> Iterator[Part]:
    place = f"{state.story}/{state.scene}"
    line = draft.lines.get(state.scene) if state.story == draft.name else None
    yield _line(words.AT_LINE.format(id=place, line=line) if line else place)
    if state.shown is not None:
        yield _line(words.OUTCOME_OF.format(id=state.shown))
    else:
        for name, choice in state.scene_in(library).choices.items():
            yield _item(name, words.LEADS_TO.format(id=", ".join(choice.targets)), between="  ")


def _claims(page: Page, claims: tuple[ClaimView, ...]) -> Iterator[Part]:
    if not page.claims:
        yield _line(words.NO_CLAIMS, "muted")
    known = {claim.id: claim for claim in claims}
    for name in page.claims:
        claim = known.get(name)
        standing = claim.standing if claim is not None else words.NO_SUCH_CLAIM
        yield Part((("text", name), ("muted", f" {DOT} {standing}")), gap=0)
        if claim is not None:
            yield Part((("muted", claim.says),), gap=0, indent=4)


def _line(text: str, kind: Kind = "text") -> Part:
    return Part(((kind, text),), gap=0)


def _item(name: str, value: str, between: str = ": ") -> Part:
    return Part((("text", name), ("muted", f"{between}{value}")), gap=0)


def with_ids(options: tuple[Option, ...], library: Library, state: State) -> tuple[Option, ...]:
    """The options of a page, each with the id of the choice, or of where it leads."""
    return tuple(replace(one, aside="  ".join(part for part in (_id(one.id, library, state), one.aside) if part))
                 for one in options)  # fmt: skip


def _id(move: str, library: Library, state: State) -> str:
    scene = state.scene_in(library)
    if move in scene.choices and state.shown is None:
        return move
    if move.startswith(ENTER):
        return words.LEADS_TO.format(id=move.removeprefix(ENTER))
    if move == GO_ON:
        shown = state.shown_in(library)
        target = scene.next if shown is None else shown.targets[0]
        return words.LEADS_TO.format(id=state.scene if target == BACK else target) if target else ""
    return ""


def strip_parts(draft: Draft, state: State, key: str) -> tuple[Part, ...]:
    """What is found, in one line, and where the writer is."""
    said = (words.STRIP if draft.noted else words.STRIP_CLEAN).format(counts=counts(draft), key=key)
    return (Part((("word" if draft.noted else "muted", said), ("muted", f"   {state.story}/{state.scene}")),
                 indent=0, press=key),)  # fmt: skip


def told_parts(*told: str) -> tuple[Part, ...]:
    """What became of the page, a sentence below the other."""
    return tuple(Part((("word", one),), indent=0, gap=0) for one in told if one)
