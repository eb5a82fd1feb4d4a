"""How are acts and people, and what happened when, told line by line?"""

from collections.abc import Callable

from wayout.locale import strings
from wayout.views.compare import ActRow, ActTaken, Comparison
from wayout.views.timeline import Timeline

Say = Callable[[str, str, int], None]


def tell_comparison(comparison: Comparison, wanted: str, say: Say) -> tuple[str, ...]:
    """Who took each act; of the acts that are wanted also what followed. Gives the claims that this rests on."""
    found = [row for row in comparison.rows if _is_wanted(row, wanted)]
    if wanted and not found:
        say(strings.COMPARE_NONE.format(said=wanted), "", 0)
        return ()
    say(strings.COMPARE, "bold", 0)
    say(strings.COMPARE_LEAD if comparison.rows else strings.COMPARE_EMPTY, "", 0)
    _tell_held(comparison.content, say)
    for identity, names in comparison.identities:
        say(strings.COMPARE_NAMES.format(identity=identity.capitalize(), names=names), "dim", 0)
    for row in found:
        say("", "", 0)
        say(row.label, "bold", 0)
        for taking in row.takings:
            say(f"– {strings.COMPARE_ENTRY.format(name=taking.name, known=taking.evidence)} ({taking.where})", "", 2)
            if wanted:
                _tell_taking(taking, say)
    if not wanted and comparison.untaken:
        say("", "", 0)
        say(strings.COMPARE_NOBODY.format(acts=", ".join(comparison.untaken)), "", 0)
    say("", "", 0)
    return tuple(dict.fromkeys(claim for row in found for taking in row.takings for claim in taking.claims))


def tell_timeline(timeline: Timeline, say: Say) -> None:
    """Every entry with its date, whose it is, and where."""
    say(strings.TIMELINE, "bold", 0)
    say(strings.TIMELINE_LEAD if timeline.groups else strings.TIMELINE_NONE, "", 0)
    _tell_held(timeline.content, say)
    for group in timeline.groups:
        say("", "", 0)
        say(group.head, "bold", 0)
        for entry in group.entries:
            say(f"– {entry.date} · {entry.where}: {entry.says}", "", 2)
            if entry.told:
                say(f"{entry.told} ({entry.evidence})", "", 4)
    say("", "", 0)


def _tell_taking(taking: ActTaken, say: Say) -> None:
    say(f"{taking.ask} {taking.label}".strip(), "bold", 4)
    for outcome in taking.outcomes:
        say(f"{outcome.word}: {outcome.text}", "", 4)
    if taking.care:
        say(strings.CARE_TYPE, "dim", 4)
    say(strings.COMPARE_COMMAND.format(story=taking.story, scene=taking.scene), "dim", 4)


def _tell_held(content: tuple[str, ...], say: Say) -> None:
    if content:
        say(strings.COMPARE_HOLDS.format(what="; ".join(content)), "", 0)


def _is_wanted(row: ActRow, wanted: str) -> bool:
    return row.label.lower().startswith(wanted.lower()) or row.act.startswith(wanted.lower())
