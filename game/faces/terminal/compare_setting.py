"""How are acts and people, and what happened when, set?"""

from collections.abc import Iterator

from game import words
from game.faces.terminal.keymap import Key
from game.faces.terminal.parts import DOT, Part, paragraphs
from game.faces.terminal.setting import care_parts
from game.play.compare import Comparison, Row, Taking
from game.play.timeline import Entry, Timeline


def lead_parts(comparison: Comparison, *, is_list: bool) -> tuple[Part, ...]:
    """What is compared, what an empty cell of the matrix means, and what the records hold."""
    lead = words.COMPARE_LEAD if comparison.rows else words.COMPARE_EMPTY
    has_gaps = not is_list and any(None in row.cells for row in comparison.rows)
    legend = (_muted(words.COMPARE_LEGEND, gap=0),) if has_gaps else ()
    return (_muted(lead), *legend, *_held(comparison.content))


def legend_parts(comparison: Comparison) -> tuple[Part, ...]:
    """Whose names are real, and which acts nobody took."""
    names = [_muted(words.COMPARE_NAMES.format(identity=said.capitalize(), names=names), gap=0)
             for said, names in comparison.identities]  # fmt: skip
    nobody = words.COMPARE_NOBODY.format(acts=", ".join(comparison.untaken))
    return (*names, *((_muted(nobody),) if comparison.untaken else ()))


def taking_parts(taking: Taking, identity: str, care: Key, *, is_step: bool, is_reading: bool) -> tuple[Part, ...]:
    """What somebody answered, what followed, where and when, and the way there."""
    asked = (("muted", f"{taking.ask}  "),) if taking.ask else ()
    found = [
        Part((("word", taking.evidence), ("muted", f"  {taking.where}")), gap=0),
        Part((*asked, ("head", taking.label)), gap=0),
        *_followed(taking),
    ]
    if taking.care:
        found += care_parts(care, gap=0)
    if identity:
        found.append(Part((("muted", words.NAME_IS.format(name=taking.name, identity=identity)),), gap=0))
    label = (words.COMPARE_STEP if is_step else words.COMPARE_READ).format(name=taking.name)
    leaves = f": {words.COMPARE_LEAVES}" if is_reading and not is_step else ""
    found.append(Part((("word", words.BY_ENTER), ("muted", f"  {label}{leaves}")), gap=0, press="enter"))
    return tuple(found)


def _followed(taking: Taking) -> Iterator[Part]:
    """Each outcome; of several also the word for how it is known."""
    for outcome in taking.outcomes:
        if len(taking.outcomes) > 1:
            yield Part((("word", outcome.word),), gap=0)
        yield from (Part((("text", text),), gap=0) for text in paragraphs(outcome.text))


def nothing_parts(row: Row, name: str) -> tuple[Part, ...]:
    """An empty cell."""
    return (Part((("head", row.label),), gap=0), Part((("text", words.COMPARE_NOT_TAKEN.format(name=name)),), gap=0))


def timeline_parts(timeline: Timeline) -> Iterator[tuple[Part, ...]]:
    """Entries with their dates, those that stand under one head together."""
    lead = words.TIMELINE_LEAD if timeline.groups else words.TIMELINE_NONE
    yield (_muted(lead), *_held(timeline.content))
    for group in timeline.groups:
        yield (Part((("word", group.head),), indent=0), *(part for entry in group.entries for part in _entry(entry)))


def _entry(entry: Entry) -> Iterator[Part]:
    yield Part((("head", entry.date), ("muted", f"  {entry.where}")))
    if entry.says:
        yield Part((("text", entry.says),), gap=0)
    if entry.told:
        yield Part((("text", entry.told), ("muted", f"  {entry.evidence}")), f"  {DOT}", gap=0, indent=4)


def _held(content: tuple[str, ...]) -> tuple[Part, ...]:
    return (_muted(words.COMPARE_HOLDS.format(what="; ".join(content)), gap=0),) if content else ()


def _muted(text: str, *, gap: int = 1) -> Part:
    return Part((("muted", text),), indent=0, gap=gap)
