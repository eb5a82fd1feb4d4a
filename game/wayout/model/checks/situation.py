"""Is every variable of a situation, and every value, of some use?"""

from collections.abc import Iterator, Mapping

from wayout.model.checks.conditions import asked
from wayout.model.checks.reporter import Item
from wayout.model.conditions import terms
from wayout.model.findings import Finding
from wayout.model.story import Story, Variable


def findings(item: Item, story: Story) -> Iterator[Finding]:
    """Variables that are not set, not asked for, or neither, and values that nobody comes to."""
    if not story.situation:
        return
    wanted = {key for one in asked(story) for _, key, _ in terms(one.condition)}
    given = _given(story)
    for name, variable in story.situation.items():
        path = ("situation", name)
        if name not in given:
            if name in wanted:
                hint = "Let a choice 'set' it, or delete the variable and every 'if' that asks for it."
                yield item.fault("constant-variable", path, f"No choice ever sets '{name}'.", hint, key=True)
            else:
                hint = "Let a choice 'set' it, or delete it."
                yield item.fault("unused-variable", path, f"Nothing sets '{name}', and no 'if' asks.", hint, key=True)
            continue
        if name not in wanted and not variable.claims:
            hint = "Ask for it in an 'if', or cite the 'claims' for which readers are shown it."
            yield item.fault("unread-variable", path, f"'{name}' is set, and no 'if' asks for it.", hint, key=True)
        yield from _unreached(item, name, variable, given)


def _given(story: Story) -> Mapping[str, set[str]]:
    """The values that choices give to each variable."""
    given: dict[str, set[str]] = {}
    for scene in story.scenes.values():
        for choice in scene.choices.values():
            for name, value in choice.effects.items():
                given.setdefault(name, set()).add(value)
    return given


def _unreached(item: Item, name: str, variable: Variable, given: Mapping[str, set[str]]) -> Iterator[Finding]:
    for value in variable.values:
        if value != variable.start and value not in given[name]:
            hint = "Let a choice 'set' it, or delete the value."
            path = ("situation", name, "values", value)
            yield item.fault("unreached-value", path, f"'{name}' never becomes '{value}'.", hint, key=True)
