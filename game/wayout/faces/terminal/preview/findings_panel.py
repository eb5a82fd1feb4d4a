"""What does a writer want to know beside a page, how is that set, and how does she pick a finding?

The preview's annotations: counts of findings, ids, situation, claims, with the most findings listed; a side panel and
a screen that list findings, the screen of a story that cannot be read, and the launch of an editor ($VISUAL,
$EDITOR) at a line.
"""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalGroup
from textual.message import Message
from textual.types import CSSPathType

from wayout.authoring.reload import Draft, PlacedFinding
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import DOT, Kind, Option, TextBlock
from wayout.faces.terminal.screens.base_screen import BaseScreen, Panel
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.prose import Heading, Prose
from wayout.locale import authoring_strings
from wayout.model.library import Library
from wayout.model.story import BACK
from wayout.play.moves import Choose, Enter, GoOn, Move, Revisit
from wayout.play.state import Reader, State
from wayout.views.page import Page
from wayout.views.sources import ClaimView, sources

if TYPE_CHECKING:
    from wayout.faces.terminal.preview.screen import PreviewScreen

PLUS = ("vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe", "jed", "ne", "mg",
        "kate", "gedit", "ed")  # fmt: skip
"""Editors that take '+LINE FILE'."""
COLON = ("hx", "helix", "subl", "zed", "code", "codium", "cursor", "fresh")
"""Editors that take 'FILE:LINE', some after an option."""
GOTO = ("code", "codium", "cursor")
"""Editors for which that option is '--goto'."""


def command(editor: str, file: str, line: int) -> list[str]:
    """The words of the command; an editor that is not known is given the file alone.

    Raises ValueError for quotes left open.
    """
    words = shlex.split(editor)
    if not words:
        return []
    name = Path(words[0]).stem.lower()
    if name in PLUS:
        return [*words, f"+{line}", file]
    if name in COLON:
        return [*words, *(["--goto"] if name in GOTO else []), f"{file}:{line}"]
    return [*words, file]


TERMINAL = Path(__file__).parent.parent
"""Where the style sheets of the terminal face stand."""


class PreviewSession(SessionApp):
    """One running of a preview: its editor, and the page that a finding is about."""

    editor: str

    def go_to(self, noted: PlacedFinding) -> None:
        """The page that a finding is about, as far as there is one."""
        raise NotImplementedError

    def edit(self, file: str, line: int) -> None:
        """Give the terminal to the editor until it is closed."""
        raise NotImplementedError


class EditorKey:
    """What the screens of a preview share: a key that opens the editor, where there is one. A mixin."""

    app: PreviewSession

    def place(self) -> tuple[str, int]:
        """The file and the line at which it opens."""
        raise NotImplementedError

    def action_edit(self) -> None:
        """Open the editor."""
        self.app.edit(*self.place())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Editing is there where there is an editor."""
        return bool(self.app.editor) if action == "edit" else super().check_action(action, parameters)  # type: ignore[misc]


class FindingsColumn(PageScroll):
    """A column beside the page's own; whether there is more below it is not the page's affair."""

    def on_page_scroll_more_below(self, event: PageScroll.MoreBelow) -> None:
        """Keep it."""
        event.stop()


class FindingsPanel(VerticalGroup):
    """The findings, to be picked by key or by mouse, and below them what is known of the page."""

    DEFAULT_CSS = sheet(__file__)

    @dataclass
    class Picked(Message):
        """The writer wants to go to what a finding is about."""

        noted: PlacedFinding

    head = getters.query_one("#ledger-head", Prose)
    findings = getters.query_one("#findings", Choices)
    more = getters.query_one("#ledger-more", Prose)
    moment = getters.query_one("#moment", Prose)

    def __init__(self, draft: Draft, moment: tuple[TextBlock, ...] = ()) -> None:
        super().__init__()
        self.draft = draft
        self.first = moment

    def compose(self) -> ComposeResult:
        """Heading, findings, the rest."""
        yield Prose(head_parts(self.draft), id="ledger-head")
        yield Choices(finding_options(self.draft), gap=1, id="findings")
        yield Prose(more_parts(self.draft), id="ledger-more")
        yield Prose(self.first, id="moment")

    def show(self, draft: Draft, moment: tuple[TextBlock, ...]) -> None:
        """What is known now; the finding pointed at stays the one it was, by its place in the list."""
        self.moment.parts = moment
        if draft is self.draft:
            return
        self.draft = draft
        at = self.findings.pointed
        self.head.parts = head_parts(draft)
        self.findings.options = finding_options(draft)
        self.findings.pointed = max(0, min(at, len(self.findings.options) - 1))
        self.more.parts = more_parts(draft)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Say which one was picked."""
        event.stop()
        self.post_message(self.Picked(self.draft.noted[int(event.option)]))

    @property
    def place(self) -> tuple[str, int] | None:
        """Where the finding pointed at stands: its file and line."""
        if not self.findings.options:
            return None
        span = self.draft.noted[self.findings.pointed].finding.span
        return span.file, span.line


class FindingsScreen(EditorKey, Panel):
    """Findings, ids, situation and claims, over the page that they are about."""

    app = getters.app(PreviewSession)
    CSS_PATH: ClassVar[CSSPathType | None] = [TERMINAL / "screens" / "panel.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("ledger")

    AUTO_FOCUS: ClassVar[str | None] = ""

    ledger = getters.query_one(FindingsPanel)

    def __init__(self, below: "PreviewScreen") -> None:
        super().__init__(head=below.page.title, where=below.draft.file)
        self.page_below = below

    def inside(self) -> ComposeResult:
        """The ledger of the page."""
        yield FindingsPanel(self.page_below.draft, self.page_below.moment)

    def on_mount(self) -> None:
        """The keyboard is at the findings, and what is read begins at the top."""
        self.set_focus(self.ledger.findings, scroll_visible=False)

    def on_findings_panel_picked(self, event: FindingsPanel.Picked) -> None:
        """Go there."""
        self.dismiss()
        self.app.go_to(event.noted)

    def place(self) -> tuple[str, int]:
        """Where the finding pointed at stands; without one, where the scene does."""
        return self.ledger.place or self.page_below.place()

    def renew(self) -> None:
        """What is known now."""
        self.ledger.show(self.page_below.draft, self.page_below.moment)


class ErrorScreen(EditorKey, BaseScreen):
    """Its findings, in full width."""

    app = getters.app(PreviewSession)
    BINDINGS: ClassVar[list[BindingType]] = bindings("broken")

    ledger = getters.query_one(FindingsPanel)
    told = getters.query_one("#told", Prose)

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft

    def above(self) -> ComposeResult:
        """Which file."""
        yield Heading(self.draft.name, self.draft.file)

    def inside(self) -> ComposeResult:
        """The findings."""
        yield FindingsPanel(self.draft)

    def below(self) -> ComposeResult:
        """That a page will come."""
        yield Prose(
            told_parts(authoring_strings.NOT_YET if self.draft.noted else authoring_strings.NO_STORY_IN),
            id="told",
        )

    def on_findings_panel_picked(self, event: FindingsPanel.Picked) -> None:
        """There is nowhere to go yet."""
        self.app.go_to(event.noted)

    def place(self) -> tuple[str, int]:
        """Where the finding pointed at stands; without one, where the story begins."""
        return self.ledger.place or (self.draft.file, 1)

    def action_leave(self) -> None:
        """Close the preview."""
        self.app.exit()

    def renew(self, draft: Draft) -> None:
        """Other findings."""
        self.draft = draft
        self.ledger.show(draft, ())
        self.tell(authoring_strings.NOT_YET if draft.noted else authoring_strings.NO_STORY_IN)

    def tell(self, told: str) -> None:
        """Say something below them."""
        self.told.parts = told_parts(told)


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
    return (TextBlock((("head", authoring_strings.FINDINGS), ("muted", f"  {counts(draft)}"))),)


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
    return (TextBlock((("head", head),)), *(replace(found[0], gap=0), *found[1:])) if found else ()


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


def _id(move: Move | Revisit, library: Library, state: State) -> str:
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
