"""How is what a writer wants to know of a page set: findings, ids, situation, claims?

Typesetting of the preview's annotations: counts of findings, ids, situation, claims; with the most findings listed.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from wayout.authoring.reload import Draft, PlacedFinding
from wayout.faces.terminal.page_layout import DOT, Kind, Option, TextBlock
from wayout.locale import authoring_strings
from wayout.model.library import Library
from wayout.model.story import BACK
from wayout.play.moves import Choose, Enter, GoOn, Move
from wayout.play.state import Reader, State
from wayout.views.page import Page
from wayout.views.sources import ClaimView, sources

MAX_FINDINGS_LISTED = 60
"""Findings that are listed; where there are more, that is said."""


def counts(draft: Draft) -> str:
    """'2 errors, 1 warning'."""
    errors = sum(one.finding.severity == "error" for one in draft.noted)
    parts = ((errors, authoring_strings.ERRORS), (len(draft.noted) - errors, authoring_strings.WARNINGS))
    return ", ".join(said[n != 1].format(n=n) for n, said in parts if n) or authoring_strings.CLEAN


def finding_options(draft: Draft) -> tuple[Option, ...]:
    """Each finding with its line, its code, its sentence and its hint, those of the story's own file first."""
    return tuple(_finding(at, one, draft) for at, one in enumerate(draft.noted[:MAX_FINDINGS_LISTED]))


def _finding(at: int, noted: PlacedFinding, draft: Draft) -> Option:
    finding = noted.finding
    said = authoring_strings.FINDING if finding.span.file == draft.file else authoring_strings.FINDING_ELSEWHERE
    label = said.format(file=finding.span.file, line=finding.span.line, says=finding.says)
    return Option(
        str(at), label, authoring_strings.CODE.format(severity=finding.severity, code=finding.code), finding.hint
    )


def head_parts(draft: Draft) -> tuple[TextBlock, ...]:
    """The heading above the findings."""
    return (TextBlock((("head", authoring_strings.FINDINGS), ("muted", f"  {counts(draft)}")), indent=0),)


def more_parts(draft: Draft) -> tuple[TextBlock, ...]:
    """How many findings are not listed."""
    left = len(draft.noted) - MAX_FINDINGS_LISTED
    return (TextBlock((("muted", authoring_strings.MORE.format(n=left)),)),) if left > 0 else ()


def moment_parts(draft: Draft, library: Library, state: State, page: Page, reader: Reader) -> tuple[TextBlock, ...]:
    """Ids, situation and claims of a page."""
    claims = sources(library, page.claims, reader)
    return (
        *_under(authoring_strings.HERE, _here(draft, library, state)),
        *_under(authoring_strings.SITUATION, (_item(name, value) for name, value in state.situation)),
        *_under(authoring_strings.CLAIMS, _claims(page, claims)),
    )


def _under(head: str, parts: Iterator[TextBlock]) -> tuple[TextBlock, ...]:
    """Parts below a heading; none without parts."""
    found = tuple(parts)
    return (TextBlock((("head", head),), indent=0), *(replace(found[0], gap=0), *found[1:])) if found else ()


def _here(draft: Draft, library: Library, state: State) -> Iterator[TextBlock]:
    place = f"{state.story}/{state.scene}"
    line = draft.lines.get(state.scene) if state.story == draft.name else None
    yield _line(authoring_strings.AT_LINE.format(id=place, line=line) if line else place)
    if state.shown is not None:
        yield _line(authoring_strings.OUTCOME_OF.format(id=state.shown))
    else:
        for name, choice in state.scene_in(library).choices.items():
            yield _item(name, authoring_strings.LEADS_TO.format(id=", ".join(choice.targets)), between="  ")


def _claims(page: Page, claims: tuple[ClaimView, ...]) -> Iterator[TextBlock]:
    if not page.claims:
        yield _line(authoring_strings.NO_CLAIMS, "muted")
    known = {claim.id: claim for claim in claims}
    for name in page.claims:
        claim = known.get(name)
        standing = claim.standing if claim is not None else authoring_strings.NO_SUCH_CLAIM
        yield TextBlock((("text", name), ("muted", f" {DOT} {standing}")), gap=0)
        if claim is not None:
            yield TextBlock((("muted", claim.says),), gap=0, indent=4)


def _line(text: str, kind: Kind = "text") -> TextBlock:
    return TextBlock(((kind, text),), gap=0)


def _item(name: str, value: str, between: str = ": ") -> TextBlock:
    return TextBlock((("text", name), ("muted", f"{between}{value}")), gap=0)


def with_ids(options: tuple[Option, ...], page: Page, library: Library, state: State) -> tuple[Option, ...]:
    """The options of a page, each with the id of the choice, or of where it leads."""
    ids = {one.id: _id(one.move, library, state) for one in page.moves}
    return tuple(replace(one, aside="  ".join(part for part in (ids.get(one.id, ""), one.aside) if part))
                 for one in options)  # fmt: skip


def _id(move: Move, library: Library, state: State) -> str:
    match move:
        case Choose(choice):
            return choice
        case Enter(record, scene):
            return authoring_strings.LEADS_TO.format(id=f"{record}/{scene}")
        case GoOn():
            shown = state.shown_in(library)
            target = state.scene_in(library).next if shown is None else shown.targets[0]
            return authoring_strings.LEADS_TO.format(id=state.scene if target == BACK else target) if target else ""
    return ""


def strip_parts(draft: Draft, state: State, key: str) -> tuple[TextBlock, ...]:
    """What is found, in one line, and where the writer is."""
    said = (authoring_strings.STRIP if draft.noted else authoring_strings.STRIP_CLEAN).format(
        counts=counts(draft), key=key
    )
    return (TextBlock((("word" if draft.noted else "muted", said), ("muted", f"   {state.story}/{state.scene}")),
                 indent=0, press=key),)  # fmt: skip


def told_parts(*told: str) -> tuple[TextBlock, ...]:
    """What became of the page, a sentence below the other."""
    return tuple(TextBlock((("word", one),), indent=0, gap=0) for one in told if one)
