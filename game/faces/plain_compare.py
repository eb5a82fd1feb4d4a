"""How are acts and people, and what happened when, told line by line?"""

from collections.abc import Callable

from game import words
from game.play.compare import Comparison, Row, Taking
from game.play.timeline import Timeline

Say = Callable[[str, str, int], None]


def tell_comparison(comparison: Comparison, wanted: str, say: Say) -> tuple[str, ...]:
    """Who took each act; of the acts that are wanted also what followed. Gives the claims that this rests on."""
    found = [row for row in comparison.rows if _is_wanted(row, wanted)]
    if wanted and not found:
        say(words.COMPARE_NONE.format(said=wanted), "", 0)
        return ()
    say(words.COMPARE, "bold", 0)
    say(words.COMPARE_LEAD if comparison.rows else words.COMPARE_EMPTY, "", 0)
    _tell_held(comparison.content, say)
    for identity, names in comparison.identities:
        say(words.COMPARE_NAMES.format(identity=identity.capitalize(), names=names), "dim", 0)
    for row in found:
        say("", "", 0)
        say(row.label, "bold", 0)
        for taking in row.takings:
            say(f"– {words.COMPARE_ENTRY.format(name=taking.name, known=taking.evidence)} ({taking.where})", "", 2)
            if wanted:
                _tell_taking(taking, say)
    if not wanted and comparison.untaken:
        say("", "", 0)
        say(words.COMPARE_NOBODY.format(acts=", ".join(comparison.untaken)), "", 0)
    say("", "", 0)
    return tuple(dict.fromkeys(claim for row in found for taking in row.takings for claim in taking.claims))


def tell_timeline(timeline: Timeline, say: Say) -> None:
    """Every entry with its date, whose it is, and where."""
    say(words.TIMELINE, "bold", 0)
    say(words.TIMELINE_LEAD if timeline.groups else words.TIMELINE_NONE, "", 0)
    _tell_held(timeline.content, say)
    for group in timeline.groups:
        say("", "", 0)
        say(group.head, "bold", 0)
        for entry in group.entries:
            say(f"– {entry.date} · {entry.where}: {entry.says}", "", 2)
            if entry.told:
                say(f"{entry.told} ({entry.evidence})", "", 4)
    say("", "", 0)


def _tell_taking(taking: Taking, say: Say) -> None:
    say(f"{taking.ask} {taking.label}".strip(), "bold", 4)
    for outcome in taking.outcomes:
        say(f"{outcome.word}: {outcome.text}", "", 4)
    if taking.care:
        say(words.CARE_TYPE, "dim", 4)
    say(words.COMPARE_COMMAND.format(story=taking.story, scene=taking.scene), "dim", 4)


def _tell_held(content: tuple[str, ...], say: Say) -> None:
    if content:
        say(words.COMPARE_HOLDS.format(what="; ".join(content)), "", 0)


def _is_wanted(row: Row, wanted: str) -> bool:
    return row.label.lower().startswith(wanted.lower()) or row.act.startswith(wanted.lower())
