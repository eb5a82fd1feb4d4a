"""What does `wayout explore` search through and play, and what does it say about it?

The model checker's run: state space search and random plays, parallel processes, progress,
trails to faults, exit status.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from wayout.commands.check import CheckInput, counted, plan
from wayout.commands.explore_report import ExploreOptions, ReportedFinding, StoryReport, as_json, as_text
from wayout.commands.output import JSON, Progress, emit, print_status, progress
from wayout.errors import CLEAN, FAILED, FINDINGS, MISUSE
from wayout.model.checks import links
from wayout.model.checks.reporter import Item
from wayout.model.file_access import edition_folders, write_new
from wayout.model.findings import Finding, Note, sort_key
from wayout.model.input_selection import PathNotFoundError, story_files
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.load_result import LoadResult
from wayout.model.story import Story
from wayout.model.trail_format import as_yaml
from wayout.play.state import Reader
from wayout.render.findings import coloured, plain, render
from wayout.state_space import DEFAULT_PLAYS, DEFAULT_PLAYS_PAST_CAP, sample
from wayout.state_space.compiled_story import CompiledStory, Ways
from wayout.state_space.futures import futures, same_futures
from wayout.state_space.own_part import own_part
from wayout.state_space.sample import path_lengths
from wayout.state_space.search import StateSpace, StateSpaceFault, entries, explore, faults
from wayout.views import trail_file

MIN_PAGES_FOR_PROCESSES = 1_000_000
"""Pages from which on a second process saves more than its start costs."""


def run(wanted: Sequence[str], settings: ExploreOptions) -> int:
    """Explore the edition's stories, or those named by id or path; what is found goes to stdout, a summary to stderr.

    Returns 0 if all is sound, 1 on findings, 2 if something named is not there, 3 if a trail cannot be written.
    """
    try:
        plans = planned(wanted)
    except PathNotFoundError as misuse:
        print_status(str(misuse))
        return MISUSE
    reports: list[StoryReport] = []
    faulty: list[str] = []
    trail_lines: list[tuple[str, bool]] = []
    with progress() as bar:
        for reading, only in plans:
            loaded = load(reading.folders, instead=reading.instead)
            sound = sound_stories(loaded)
            names = sorted({*loaded.library.stories, *loaded.misshapen} if only is None else only)
            faulty += [name for name in names if name not in sound]
            story_reports = list(reported(loaded, [name for name in names if name in sound], sound, settings, bar))
            reports += story_reports
            if settings.trails is not None:
                trail_lines.append(_write_trails(loaded.library, story_reports, settings.trails))
    out = _rendered(reports, settings)
    emit(out, JSON if settings.form == "json" else "")
    for name in faulty:
        print_status(f"{name}: not explored; 'wayout check' shows what must be mended first.")
    for line in (*(line for line, _ in trail_lines), summary(reports, settings)):
        print_status(line)
    if not all(is_done for _, is_done in trail_lines):
        return FAILED
    findings = [fault.finding for report in reports for fault in report.findings]
    is_wrong = (
        bool(faulty)
        or any(report.own is not None and report.own.changed for report in reports)
        or any(settings.strict or finding.severity == "error" for finding in findings)
    )
    return FINDINGS if is_wrong else CLEAN


def planned(wanted: Sequence[str]) -> list[tuple[CheckInput, frozenset[str] | None]]:
    """What to read, and which of its stories to explore (None for all of them). Raises PathNotFoundError."""
    if not wanted:
        return [(CheckInput(edition_folders()), None)]
    ids = {path.stem for folder in edition_folders().stories for path in folder.glob("*.yaml")}
    named = frozenset(name for name in wanted if name in ids)
    paths = [Path(name) for name in wanted if name not in named]
    for path in paths:
        if not path.exists():
            raise PathNotFoundError(f"There is no story, file or folder '{path}'. Stories: {', '.join(story_ids())}.")
    plans: list[tuple[CheckInput, frozenset[str] | None]] = [(CheckInput(edition_folders()), named)] if named else []
    for path in paths:
        for reading in plan([path]):
            own: frozenset[str] | None = frozenset(file.stem for name in reading.instead for file in story_files(name))
            if reading.folders != edition_folders() or not reading.instead:
                own = frozenset((path.stem,)) if path.is_file() else None
            plans.append((reading, own))
    return plans


def story_ids() -> list[str]:
    """The edition's stories."""
    return sorted(load(edition_folders()).library.stories)


def sound_stories(loaded: LoadResult) -> list[str]:
    """The stories that are whole and whose links are sound; others cannot be played."""
    names = links.Names(loaded)
    stories = loaded.library.stories.items()
    return [
        name
        for name, story in stories
        if name not in loaded.misshapen
        and all(fault.severity != "error" for fault in links.structure(Item(loaded, "story", name), story, names))
    ]


def reported(
    loaded: LoadResult, names: Sequence[str], sound: Sequence[str], settings: ExploreOptions, bar: Progress
) -> Iterator[StoryReport]:
    """Explore some stories; `sound` are all those that may enter them."""
    library = loaded.library
    entered = entries(library, sound)
    for name in names:
        tables = CompiledStory(library.stories[name])
        bar.begin(name, settings.cap)
        explored = explore(name, tables, entered[name], cap=settings.cap, tick=bar.at)
        plays = settings.plays or (DEFAULT_PLAYS if explored.is_whole else DEFAULT_PLAYS_PAST_CAP)
        bar.begin(f"{name}, plays", plays)
        visits = played(explored, plays, settings, bar)
        found_faults = faults(explored)
        if not explored.is_whole:
            known = {fault.path for fault in found_faults}
            found_faults += [fault for fault in sample.faults(explored, visits) if fault.path not in known]
            found_faults += sample.not_met(explored, visits)
        bar.begin(f"{name}, futures", len(explored.known))
        found_futures = futures(explored, bar.at)
        found_faults += same_futures(explored, found_futures)
        item = Item(loaded, "story", name)
        with_trails = [ReportedFinding(finding_of(item, fault), fault.trail) for fault in found_faults]
        yield StoryReport(
            explored=explored,
            findings=tuple(sorted(with_trails, key=lambda found: sort_key(found.finding))),
            visits=visits,
            walks=path_lengths(explored) if explored.is_whole else None,
            entered=len({entry.scene for entry in entered[name]}),
            futures=found_futures,
            own=own_part(library, name),
        )


def played(explored: StateSpace, plays: int, settings: ExploreOptions, bar: Progress) -> sample.SampleCounts:
    """Play in batches, beside each other where that is worth it; what comes of it hangs on the seed alone."""
    sizes = [min(sample.PLAYS_PER_BATCH, plays - done) for done in range(0, plays, sample.PLAYS_PER_BATCH)]
    batches = [(size, f"{settings.seed}/{explored.name}/{number}", settings.uniform)
               for number, size in enumerate(sizes)]  # fmt: skip
    seen = _play(explored.tables, explored.known, batches[0])
    bar.at(seen.plays)
    rest = batches[1:]
    cores = os.cpu_count() or 1
    if cores > 1 and len(rest) * sum(seen.scenes) >= MIN_PAGES_FOR_PROCESSES:
        story = explored.tables.story
        with ProcessPoolExecutor(min(cores, len(rest)), initializer=_prepare, initargs=(story,)) as pool:
            for counts in pool.map(_play_there, rest):
                seen.add(counts)
                bar.at(seen.plays)
        return seen
    for batch in rest:
        seen.add(_play(explored.tables, explored.known, batch))
        bar.at(seen.plays)
    return seen


def _play(tables: CompiledStory, known: dict[int, Ways], batch: tuple[int, str, bool]) -> sample.SampleCounts:
    size, seed, uniform = batch
    return sample.play(tables, known, size, seed, uniform=uniform)


_there: list[tuple[CompiledStory, dict[int, Ways]]] = []
"""In a process of its own: the story that it plays, and what is known of it."""


def _prepare(story: Story) -> None:
    _there[:] = [(CompiledStory(story), {})]


def _play_there(batch: tuple[int, str, bool]) -> sample.SampleCounts:
    return _play(*_there[0], batch)


def summary(reports: Iterable[StoryReport], settings: ExploreOptions) -> str:
    """One line on all of it: '7 stories: proved over 57 states'."""
    reports = list(reports)
    whole = [report for report in reports if report.explored.is_whole]
    parts = [f"proved over {counted(sum(len(report.explored.known) for report in whole), 'state')}"] if whole else []
    if len(whole) < len(reports):
        plays = sum(report.visits.plays for report in reports if not report.explored.is_whole)
        parts.append(f"{len(reports) - len(whole)} sampled, {plays:,} plays, seed {settings.seed}")
    total = sum(len(report.findings) for report in reports)
    parts.append(counted(total, "finding") if total else "nothing found")
    return f"{counted(len(reports), 'story', 'stories')}: {'; '.join(parts)}"


def finding_of(item: Item, fault: StateSpaceFault) -> Finding:
    """A fault with its place in the file."""
    at_key = fault.path[-1] not in ("to", "next")
    notes = tuple(Note(item.loaded.span("story", item.name, *path, key=True), says) for path, says in fault.notes)
    return item.fault(fault.code, fault.path, fault.says, fault.hint, key=at_key, notes=notes)


def _rendered(reports: Sequence[StoryReport], settings: ExploreOptions) -> str:
    if settings.form == "json":
        return as_json(reports, settings)
    paint = coloured if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else plain
    if settings.form == "text":
        return as_text(reports, settings, paint)
    return render([fault.finding for report in reports for fault in report.findings], settings.form, paint)


def _write_trails(library: Library, reports: Sequence[StoryReport], folder: Path) -> tuple[str, bool]:
    """Write the trail to each fault as a trail file, called after story, code and number; tell where, and if all."""
    written = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for report in reports:
            trails = [(fault.finding.code, fault.trail) for fault in report.findings if fault.trail is not None]
            for number, (code, trail) in enumerate(trails, 1):
                file = trail_file.format_trail(library, trail, Reader())
                write_new(folder / f"{trail.story}.{code}.{number}.yaml", as_yaml(file))
                written += 1
    except OSError as error:
        return f"No more trails were written to '{folder}': {error.strerror or error}.", False
    return f"{counted(written, 'trail')} written to '{folder}'.", True
