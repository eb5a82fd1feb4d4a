"""How is told what `wayout explore` found: as text, as data?

Reports of the model checker as text and JSON: the report's fields, visits, lengths in minutes.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from wayout.commands.check import counted
from wayout.model.findings import Finding
from wayout.play.moves import encode
from wayout.play.state import Step, Trail
from wayout.render.author_map_text import futures_table
from wayout.render.findings import Format, Paint, as_data, json_of, printable, render
from wayout.state_space import DEFAULT_CAP, DEFAULT_SEED
from wayout.state_space.futures import Futures
from wayout.state_space.own_part import OwnPart
from wayout.state_space.sample import Lengths, PathLengths, SampleCounts
from wayout.state_space.search import StateSpace


class ExploreOptions(Struct, frozen=True, kw_only=True):
    """How to explore and how to tell of it; without `plays`, as many as the story needs.

    `strict` counts warnings as errors, `visits` tells how often plays came where, `trails` is a folder for the shortest
    way to each fault.
    """

    cap: int = DEFAULT_CAP
    plays: int | None = None
    seed: int = DEFAULT_SEED
    uniform: bool = False
    form: Format = "text"
    strict: bool = False
    visits: bool = False
    trails: Path | None = None


class ReportedFinding(Struct, frozen=True):
    """A finding, and a shortest trail to the place that it is about."""

    finding: Finding
    trail: Trail | None


class StoryReport(Struct, frozen=True, kw_only=True):
    """What the search and the plays show of one story."""

    explored: StateSpace
    findings: tuple[ReportedFinding, ...]
    visits: SampleCounts
    walks: PathLengths | None
    entered: int
    """At how many of its scenes other stories enter it."""
    futures: Futures
    own: OwnPart | None = None


def as_text(reports: Sequence[StoryReport], settings: ExploreOptions, paint: Paint) -> str:
    """Each story in a few lines, then what was found in it."""
    return "\n".join("\n".join(_story(report, settings, paint)) + "\n" for report in reports)


def as_json(reports: Sequence[StoryReport], settings: ExploreOptions) -> str:
    """Everything, the visits included."""
    data = [_data(report, settings) for report in reports]
    states = sum(len(report.explored.known) for report in reports if report.explored.is_whole)
    return json_of({"states": states, "stories": data})


def how(report: StoryReport, settings: ExploreOptions) -> str:
    """How sure it is: 'proved over 14 states', 'sampled, 10,000 plays, seed 1'."""
    if report.explored.is_whole:
        return f"proved over {counted(len(report.explored.known), 'state')}"
    states = f"{len(report.explored.known):,}"
    return f"sampled, {_plays(report.visits)}, seed {settings.seed}, beside {states} states searched"


def made(trail: Trail) -> str:
    """A trail in one line: where it begins, and each move with the scene that it was made in."""
    steps = (f"{step.scene}: {encode(step.move)}" for step in trail.steps)
    return printable(" > ".join((f"{trail.story}/{trail.scene}", *steps)))


def _story(report: StoryReport, settings: ExploreOptions, paint: Paint) -> Iterator[str]:
    tables, seen = report.explored.tables, report.visits
    story = tables.story
    endings = sum(scene.ending is not None for scene in story.scenes.values())
    choices = sum(len(scene.choices) for scene in story.scenes.values())
    size = (counted(len(story.scenes), "scene"), counted(choices, "choice"), counted(endings, "ending"))
    yield paint(report.explored.name, "strong") + f": {how(report, settings)}"
    yield f"  {', '.join(size)}{_entered(report)}"
    if report.walks is not None:
        yield f"  {counted(report.walks.count, 'walk')} to an ending: {_lengths(report.walks)}"
    yield f"  {_plays(seen)}, seed {settings.seed}: {_ended(seen)}"
    if report.own is not None:
        yield f"  {_own_part(report.own)}"
    if story.person is None:
        yield from (f"  {line}" if line else "" for line in futures_table(report.futures))
    if settings.visits:
        yield from _visits(report)
    for story_report in report.findings:
        yield ""
        yield render([story_report.finding], "text", paint).rstrip("\n")
        if story_report.trail is not None:
            yield paint("  = trail: ", "help") + made(story_report.trail)


def _plays(seen: SampleCounts) -> str:
    return f"{seen.plays:,} {'play' if seen.plays == 1 else 'plays'}"


def _ended(seen: SampleCounts) -> str:
    """How many plays came to an ending, over how many pages."""
    mean = f", {seen.pages / seen.ended:.1f} pages on the average, {seen.fewest} to {seen.most}" if seen.ended else ""
    broken = f"; {seen.endless:,} broken off" if seen.endless else ""
    return f"{seen.ended:,} came to an ending{mean}{broken}"


def _own_part(own: OwnPart) -> str:
    """What the reader is given to do of her own, and that no way hangs on it."""
    kinds = [counted(count, f"{kind} prompt") for kind, count in own.kinds.items()]
    given = [*kinds, *([counted(own.account, "account line")] if own.account else []),
             *([f"{counted(own.cuts, 'line')} to cut"] if own.cuts else []),
             *([counted(own.threads, "thread")] if own.threads else [])]  # fmt: skip
    said = f"proved over {counted(own.states, 'state')}" if own.is_whole else f"tried in {own.states:,} states"
    ways = (
        f"scenes lead elsewhere with them: {', '.join(own.changed)}" if own.changed else f"no way hangs on them, {said}"
    )
    return f"{', '.join(given)}; {printable(ways)}"


def _entered(report: StoryReport) -> str:
    """Where other stories enter this one, and whether all of that lies where its own plays come."""
    if not report.entered:
        return ""
    apart = len(report.explored.entered)
    own = f"at {counted(apart, 'scene')} where its own plays do not come" if apart else "where its own plays come too"
    return f"; entered from other stories at {counted(report.entered, 'scene')}, {own}"


def _lengths(walks: PathLengths) -> str:
    scenes, words = walks.scenes, walks.words
    least, mean, most = (max(1, round(minutes)) for minutes in words.minutes)
    return f"{_range(scenes)} scenes, {_range(words)} words, " + (
        f"{most} min" if least == most else f"{least} to {most} min, {mean} in the mean"
    )


def _range(lengths: Lengths) -> str:
    if lengths.least == lengths.most:
        return f"{lengths.most:,}"
    return f"{lengths.least:,} to {lengths.most:,} (mean {lengths.mean:,.0f})"


def _visits(report: StoryReport) -> Iterator[str]:
    """Each scene with the choices in it, and how often plays came to them."""
    tables, seen = report.explored.tables, report.visits
    for number, name in enumerate(tables.scenes):
        scene = tables.story.scenes[name]
        kind = f"  ({scene.ending.kind})" if scene.ending is not None else ""
        yield f"  {seen.scenes[number]:>9,}  {printable(name)}{kind}"
        for key in scene.choices:
            yield f"  {seen.edges[tables.edges[name, key]]:>9,}    {printable(key)}"


def _data(report: StoryReport, settings: ExploreOptions) -> dict[str, object]:
    explored, seen, walks = report.explored, report.visits, report.walks
    tables = explored.tables
    scenes = {name: seen.scenes[number] for number, name in enumerate(tables.scenes)}
    return {
        "story": explored.name,
        "proved": explored.is_whole,
        "states": len(explored.known),
        "entered": report.entered,
        "walks": None if walks is None else {
            "count": walks.count,
            "scenes": {"shortest": walks.scenes.least, "mean": walks.scenes.mean, "longest": walks.scenes.most},
            "words": {"shortest": walks.words.least, "mean": walks.words.mean, "longest": walks.words.most},
            "minutes": dict(zip(("shortest", "mean", "longest"), walks.words.minutes, strict=True)),
        },
        "plays": {
            "count": seen.plays, "seed": settings.seed, "uniform": settings.uniform, "ended": seen.ended,
            "broken-off": seen.endless,
            "pages": {"shortest": seen.fewest, "mean": seen.pages / (seen.ended or 1), "longest": seen.most},
        },
        "visits": {
            "scenes": scenes,
            "choices": {f"{way.scene}/{way.choice}": seen.edges[edge]
                        for edge, way in enumerate(tables.ways) if way.choice is not None},
            "endings": {name: scenes[name] for name, scene in tables.story.scenes.items() if scene.ending is not None},
        },
        "prompts": None if report.own is None else {
            **report.own.kinds, "account": report.own.account, "cuts": report.own.cuts, "threads": report.own.threads,
            "states": report.own.states, "proved": report.own.is_proved, "changed": report.own.changed,
        },
        "futures": _futures(report.futures),
        "findings": [{**as_data(fault.finding), "trail": None if fault.trail is None else _trail(fault.trail)}
                     for fault in report.findings],
    }  # fmt: skip


def _futures(found: Futures) -> dict[str, object]:
    """What can still come after each option of each fork."""
    return {
        "whole": found.is_whole,
        "endings": found.endings,
        "forks": {
            fork.scene: {
                "situations": fork.situations,
                "fewest-open": fork.fewest_open,
                "same": fork.same,
                "options": {
                    one.choice: {
                        "open": one.open, "shut": one.shut, "endings": one.endings,
                        "fewest-endings": one.fewest, "most-endings": one.most, "set": one.sets, "to": one.leads,
                    }
                    for one in fork.options
                },
            }
            for fork in found.forks
        },
    }  # fmt: skip


def _trail(trail: Trail) -> dict[str, object]:
    return {"story": trail.story, "scene": trail.scene, "steps": [_step(step) for step in trail.steps]}


def _step(step: Step) -> dict[str, str]:
    return {"scene": step.scene, "move": encode(step.move)}
