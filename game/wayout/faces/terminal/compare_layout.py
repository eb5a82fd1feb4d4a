"""How are acts and people set?"""

from collections.abc import Iterator

from wayout.faces.terminal.blocks import TextBlock, paragraphs
from wayout.faces.terminal.keymap import KeyLabel
from wayout.faces.terminal.page_layout import care_parts
from wayout.locale import strings
from wayout.views.compare import ActRow, ActTaken, Comparison


def lead_parts(comparison: Comparison, *, is_list: bool) -> tuple[TextBlock, ...]:
    """What is compared, what an empty cell of the matrix means, and what the records hold."""
    lead = strings.COMPARE_LEAD if comparison.rows else strings.COMPARE_EMPTY
    has_gaps = not is_list and any(None in row.cells for row in comparison.rows)
    legend = (_muted(strings.COMPARE_LEGEND, gap=0),) if has_gaps else ()
    return (_muted(lead), *legend, *_held(comparison.content))


def legend_parts(comparison: Comparison) -> tuple[TextBlock, ...]:
    """Whose names are real, and which acts nobody took."""
    names = [_muted(strings.COMPARE_NAMES.format(identity=said.capitalize(), names=names), gap=0)
             for said, names in comparison.identities]  # fmt: skip
    nobody = strings.COMPARE_NOBODY.format(acts=", ".join(comparison.untaken))
    return (*names, *((_muted(nobody),) if comparison.untaken else ()))


def taking_parts(
    taking: ActTaken, identity: str, care: KeyLabel, *, is_step: bool, is_reading: bool
) -> tuple[TextBlock, ...]:
    """What somebody answered, what followed, where and when, and the way there."""
    asked = (("muted", f"{taking.ask}  "),) if taking.ask else ()
    found = [
        TextBlock((("word", taking.evidence), ("muted", f"  {taking.where}")), gap=0),
        TextBlock((*asked, ("head", taking.label)), gap=0),
        *_followed(taking),
    ]
    if taking.care:
        found += care_parts(care, gap=0)
    if identity:
        found.append(TextBlock((("muted", strings.NAME_IS.format(name=taking.name, identity=identity)),), gap=0))
    label = (strings.COMPARE_STEP if is_step else strings.COMPARE_READ).format(name=taking.name)
    leaves = f": {strings.COMPARE_LEAVES}" if is_reading and not is_step else ""
    found.append(TextBlock((("word", strings.BY_ENTER), ("muted", f"  {label}{leaves}")), gap=0, press="enter"))
    return tuple(found)


def _followed(taking: ActTaken) -> Iterator[TextBlock]:
    """Each outcome; of several also the word for how it is known."""
    for outcome in taking.outcomes:
        if len(taking.outcomes) > 1:
            yield TextBlock((("word", outcome.word),), gap=0)
        yield from (TextBlock((("text", text),), gap=0) for text in paragraphs(outcome.text))


def nothing_parts(row: ActRow, name: str) -> tuple[TextBlock, ...]:
    """An empty cell."""
    return (
        TextBlock((("head", row.label),), gap=0),
        TextBlock((("text", strings.COMPARE_NOT_TAKEN.format(name=name)),), gap=0),
    )


def _held(content: tuple[str, ...]) -> tuple[TextBlock, ...]:
    return (_muted(strings.COMPARE_HOLDS.format(what="; ".join(content)), gap=0),) if content else ()


def _muted(text: str, *, gap: int = 1) -> TextBlock:
    return TextBlock((("muted", text),), indent=0, gap=gap)
