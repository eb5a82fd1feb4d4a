"""How does a trail become a file that a person can read, and what does such a file lead to?

The replay of a trail file with its expectations, hints for broken steps, and its serialisation.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import edition_strings, shelf_strings
from wayout.model import trail_format
from wayout.model.findings import Finding
from wayout.model.library import Library
from wayout.model.trail_format import Expectation, TrailFile, digest
from wayout.model.yaml.schema_errors import nearest
from wayout.model.yaml.spans import DataPath
from wayout.play.migrate_trail import StepToRedo, StopReason, UnknownMove, first_page, redo_steps
from wayout.play.moves import GO_ON, Choose, Move, MoveTextError, decode, encode
from wayout.play.state import Playthrough, Reader, TakenLine, Trail
from wayout.play.step import begin_as, choose
from wayout.views.page import Page, page
from wayout.views.papers import papers

Unmet = tuple[DataPath, str, str]
"""Where in the expectation, what the page is instead, and a hint."""


def unmet(library: Library, play: Playthrough, expected: Expectation, reader: Reader) -> Iterator[Unmet]:
    """Each part of an expectation that the page does not meet."""
    shown = page(library, play.state, reader, play.trail)
    yield from _place(library, expected, shown)
    yield from _evidence(expected, shown)
    yield from _situation(library, play, expected)
    yield from _moves(expected, shown)
    for at, text in _listed("says", expected.says):
        if _plain(text) not in _plain(" ".join(_texts(shown))):
            yield at, f"The page does not hold “{text}”.", "Words are looked for as they stand there, in either case."


def _place(library: Library, expected: Expectation, shown: Page) -> Iterator[Unmet]:
    if expected.page not in (None, shown.scene, f"{shown.story}/{shown.scene}"):
        known = library.stories[shown.story].scenes
        hint = nearest(expected.page or "", known) or "Correct the id, or the steps before."
        yield ("page",), f"This is the page '{shown.story}/{shown.scene}'.", hint
    if expected.ending is not None:
        ending = library.scene(shown.story, shown.scene).ending if shown.close is not None else None
        if ending is None:
            yield ("ending",), "This page is no ending.", "Go on to one first: 'at: SCENE' as the last step does."
        elif ending.kind != expected.ending:
            yield ("ending",), f"This ending is of the kind '{ending.kind}'.", "Correct the kind, or the steps."


def _evidence(expected: Expectation, shown: Page) -> Iterator[Unmet]:
    said = {word for _, text in _listed("evidence", expected.evidence) for word in _words(text)}
    there = {" ".join(word.text.split()): word for word in shown.reveal.words} if shown.reveal is not None else {}
    needed = {text for text, word in there.items() if not word.names}
    if said and not needed <= said <= there.keys():
        says = f"The page says “{shown.reveal.evidence}”." if shown.reveal is not None else "Nothing is revealed here."
        yield ("evidence",), says, "Write all its evidence words, as in 'taken · recorded'; names may be left out."


def _situation(library: Library, play: Playthrough, expected: Expectation) -> Iterator[Unmet]:
    situation = dict(play.state.situation)
    for name, value in expected.situation.items():
        at = ("situation", name)
        if name not in situation:
            hint = nearest(name, situation) or "It is declared under 'situation' in the story."
            yield at, f"The situation has no variable '{name}'.", hint
        elif situation[name] != value:
            values = library.stories[play.state.story].situation[name].values
            hint = nearest(value, values) or "Correct the value, or the steps."
            yield at, f"'{name}' is '{situation[name]}' here.", hint


def _moves(expected: Expectation, shown: Page) -> Iterator[Unmet]:
    is_open = {move.id: move.is_open for move in shown.moves}
    for field, names, wanted in (("open", expected.is_open, True), ("closed", expected.closed, False)):
        for index, name in enumerate(names):
            if name not in is_open:
                hint = nearest(name, is_open) or f"There are: {', '.join(is_open)}."
                yield (field, index), f"The page does not offer '{name}'.", hint
            elif is_open[name] != wanted:
                yield (field, index), f"'{name}' is {'open' if is_open[name] else 'not open'} here.", "Correct it."


def _listed(field: str, texts: str | tuple[str, ...]) -> Iterator[tuple[DataPath, str]]:
    """Each text of a field that holds one or a list, with its place."""
    if isinstance(texts, str):
        yield (field,), texts
    else:
        yield from (((field, index), text) for index, text in enumerate(texts))


def _words(text: str) -> list[str]:
    return [" ".join(word.split()) for word in text.split("·") if word.strip()]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _texts(shown: Page) -> Iterable[str]:
    """All that a page says."""
    yield from (shown.title, shown.where, shown.ask, shown.chosen)
    yield from (block.text for block in shown.blocks)
    if shown.reveal is not None:
        yield from (outcome.text for outcome in shown.reveal.outcomes)
    if shown.close is not None:
        close = shown.close
        yield from (close.head, close.as_of, close.text, *close.unknown, *close.walked, *close.not_walked)
        yield from (question.ask for question in close.questions)
    yield from (f"{move.label} {move.reason}" for move in shown.moves)


HINTS = {
    "choice gone": "Correct the id; 'was: {move}' on a choice names the id that it had before.",
    "scene gone": "Correct the id; 'was: {scene}' on a scene names the id that it had before.",
    "record gone": "Correct the id, or read the folder that holds the story with --stories.",
}
ELSE = "Correct this step, or the one before; the words for steps are in the guide on trails."


class ReplayedFile(Struct, frozen=True, kw_only=True):
    """What a trail file leads to: the play, why it goes no further, and what of its page or its steps is not as said.

    `said` are the steps with a reason or a note, each by the number, from 0, of the page that tells of it.
    """

    play: Playthrough | None
    stopped: StopReason | None
    findings: tuple[Finding, ...]
    said: tuple[tuple[int, trail_format.FileStep], ...] = ()
    has_changed: bool = False

    @property
    def fits(self) -> bool:
        """Whether it can be replayed to its end, and all is as expected."""
        return not self.findings


class ReplayResult(Struct, frozen=True):
    """Where a trail file leads a reader who goes on from it, and what she is told first, if it did not fit."""

    play: Playthrough
    reader: Reader
    says: str


def replay_trail_file(library: Library, file: TrailFile, reader: Reader) -> ReplayResult | tuple[Finding, ...]:
    """Where a trail file leads, or why nowhere. She reads gently if she or the file says so."""
    found = replay_steps(library, file)
    if found.play is None or file.trail is None:
        return found.findings
    reader = replace(reader, gentle=reader.gentle or file.trail.content == "gentle", asks=file.trail.asks,
                     parts=file.trail.parts)  # fmt: skip
    return ReplayResult(found.play, reader, _told(found.stopped, has_changed=found.has_changed))


def _told(stopped: StopReason | None, *, has_changed: bool) -> str:
    """What a reader is told of a trail that goes no further."""
    if stopped is None:
        return ""
    changed = (shelf_strings.HAS_CHANGED,) if has_changed else ()
    return " ".join((*changed, stopped.says, shelf_strings.GO_ON_HERE))


def reader_of(trail: trail_format.FileTrail) -> Reader:
    """Who reads, as far as a trail tells."""
    return Reader(gentle=trail.content == "gentle", asks=trail.asks, parts=trail.parts)


def replay_steps(library: Library, file: TrailFile, *, stays: bool = False) -> ReplayedFile:
    """Replay a trail file, and hold its pages against what it expects; `stays` is as in `refit`."""
    trail = file.trail
    if trail is None:
        return ReplayedFile(play=None, stopped=None, findings=tuple(file.findings))
    if trail.edition and library.edition.id not in ("", trail.edition):
        return ReplayedFile(play=None, stopped=None, findings=(*file.findings, _other_edition(library, file, trail)))
    began = Trail(
        story=trail.story,
        scene=trail.start or "",
        asks=trail.asks,
        parts=trail.parts,
        taken=tuple(filter(None, map(_taken, trail.taken))),
        ended=trail.ended,
        paper=trail.paper,
    )
    if trail.paper and trail.paper not in library.documents:
        return ReplayedFile(play=None, stopped=None, findings=(*file.findings, _unknown_paper(library, file, trail)))
    play, stopped = first_page(library, began, stays=stays)
    if play is None or stopped is not None:
        return ReplayedFile(play=play, stopped=stopped, findings=(*file.findings, _unknown_start(library, file, trail)))
    reader, found, said = reader_of(trail), list(file.findings), []
    steps = trail.every_step
    wanted = [_wanted(step) for step in steps]
    for index, (after, why) in enumerate(redo_steps(library, play, wanted, stays=stays)):
        step, before = steps[index], len(play.trail.steps)
        play, stopped = after, why
        made = len(play.trail.steps)
        if why is not None:
            found.append(_broken(library, file, steps, why))
            break
        if step.reason or step.note:
            is_told_before = wanted[index].move is not None and not isinstance(wanted[index].move, Choose)
            said.append((made - 1 if is_told_before and made > before else made, step))
        if step.expect is not None:
            found += _unmet(library, file, ("steps", index, "expect"), step.expect, play, reader)
    if stopped is None and trail.expect is not None:
        found += _unmet(library, file, ("expect",), trail.expect, play, reader)
    has_changed = trail.digest is not None and trail.digest != digest(library.stories[trail.story])
    return ReplayedFile(play=play, stopped=stopped, findings=tuple(found), said=tuple(said), has_changed=has_changed)


def format_trail(library: Library, trail: Trail, reader: Reader) -> trail_format.FileTrail:
    """A trail as it is written to a file. Going on is left out where replay finds the way without it."""
    story = library.stories[trail.story]
    return trail_format.FileTrail(
        trail=trail_format.TRAIL_VERSION,
        edition=library.edition.id,
        story=trail.story,
        start=trail.scene if trail.scene != story.start else None,
        digest=digest(story),
        content="gentle" if reader.gentle else "full",
        asks=trail.asks,
        parts=trail.parts,
        taken=tuple(f"{one.thread} {one.story}/{one.scene}" for one in trail.taken),
        ended=trail.ended,
        paper=trail.paper,
        steps=tuple(_steps(library, trail)),
    )


def _steps(library: Library, trail: Trail) -> Iterator[trail_format.FileStep]:
    play = begin_as(library, trail)
    going: list[trail_format.FileStep] = []
    before = play
    for is_going, steps in groupby(trail.steps, key=lambda step: step.move == GO_ON):
        for step in steps:
            one = trail_format.FileStep(at=_at(trail, step.story, step.scene), choose=encode(step.move))
            play = choose(library, play, step.move)
            if is_going:
                going.append(one)
                continue
            yield from () if _is_inferred(library, before, one, play) else going
            yield one
            before, going = play, []
    if going:
        there = trail_format.FileStep(at=_at(trail, play.state.story, play.state.scene))
        yield from (there,) if _is_inferred(library, before, there, play) else going


def _is_inferred(library: Library, before: Playthrough, step: trail_format.FileStep, after: Playthrough) -> bool:
    """Whether a step alone leads from one play to another."""
    ((found, why),) = redo_steps(library, before, [_wanted(step)])
    return why is None and found == after


def _taken(text: str) -> TakenLine | None:
    """A line that was taken along, as it stands in a file: 'THREAD RECORD/SCENE'."""
    thread, _, place = text.partition(" ")
    record, slash, scene = place.partition("/")
    return TakenLine(thread, record, scene) if slash else None


def _at(trail: Trail, story: str, scene: str) -> str:
    return scene if story == trail.story else f"{story}/{scene}"


def _wanted(step: trail_format.FileStep) -> StepToRedo:
    story, _, scene = (step.at or "").rpartition("/")
    return StepToRedo(move=_move(step), story=story, scene=scene)


def _move(step: trail_format.FileStep) -> Move | UnknownMove | None:
    """What a step of a file does; None where it is enough to come to its page."""
    if not step.choose:
        return None
    try:
        return decode(step.choose)
    except MoveTextError:
        return UnknownMove(step.choose)


def _unmet(
    library: Library,
    file: TrailFile,
    path: DataPath,
    expected: trail_format.Expectation,
    play: Playthrough,
    reader: Reader,
) -> Iterator[Finding]:
    for below, says, hint in unmet(library, play, expected, reader):
        yield file.fault("unmet-expectation", (*path, *below), says, hint)


def _unknown_start(library: Library, file: TrailFile, trail: trail_format.FileTrail) -> Finding:
    if trail.story not in library.stories:
        hint = nearest(trail.story, library.stories) or f"There are: {', '.join(sorted(library.stories))}."
        return file.fault("missing-target", ("story",), f"There is no story '{trail.story}'.", hint)
    scenes = library.stories[trail.story].scenes
    hint = nearest(trail.start or "", scenes) or "Name a scene of the story, or leave 'from' out."
    return file.fault("missing-target", ("from",), f"The story has no scene '{trail.start}'.", hint)


def _other_edition(library: Library, file: TrailFile, trail: trail_format.FileTrail) -> Finding:
    says = f"This trail is of the edition '{trail.edition}', and '{library.edition.id}' is open."
    return file.fault("missing-target", ("edition",), says, edition_strings.OPEN_IT.format(edition=trail.edition))


def _unknown_paper(library: Library, file: TrailFile, trail: trail_format.FileTrail) -> Finding:
    known = papers(library, trail.story) if trail.story in library.stories else tuple(library.documents)
    hint = nearest(trail.paper, known) or f"There are: {', '.join(known)}."
    return file.fault("missing-target", ("paper",), f"There is no document '{trail.paper}'.", hint)


def _broken(library: Library, file: TrailFile, steps: tuple[trail_format.FileStep, ...], why: StopReason) -> Finding:
    known = _known(library, why)
    hint = nearest(why.move.choice if isinstance(why.move, Choose) else why.scene, known) if known else ""
    hint = hint or HINTS.get(why.why, ELSE).format(move=why.move_text, scene=why.scene)
    field = "choose" if steps[why.step].choose and why.why not in ("scene gone", "record gone") else "at"
    return file.fault("broken-trail", ("steps", why.step, field), why.says, hint)


def _known(library: Library, why: StopReason) -> tuple[str, ...]:
    """What could have been meant."""
    if why.why == "scene gone":
        return tuple(library.stories[why.story].scenes)
    if why.why == "choice gone":
        return tuple(library.scene(why.story, why.scene).choices)
    return ()
