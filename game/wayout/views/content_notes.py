"""What must be announced before a story, or before a step into another record?

A view model: content warnings (trigger warnings) before a story or a step, and when the help page is offered.
"""

from collections.abc import Iterable, Iterator

from wayout.locale import strings
from wayout.model.conditions import holds
from wayout.model.graph import doors, edges
from wayout.model.library import CARE, Library
from wayout.model.story import Outcome, Passage, Story
from wayout.play.state import State
from wayout.views.document import Row, row


def content_notes(library: Library, name: str) -> tuple[str, ...]:
    """What a story holds, in words; of a story without a person, also what the records hold into which it leads."""
    names = [name] if library.stories[name].person else [name, *linked_stories(library, name)]
    found = {tag for one in names for tag in _tags(library.stories[one], library)}
    return tuple(said for tag, said in strings.CONTENT.items() if tag in found)


def content_line(content: tuple[str, ...]) -> str:
    """What a record holds, in a sentence; nothing where it holds nothing that is announced."""
    return strings.CONTENT_NOTE.format(what="; ".join(content)) if content else ""


def held_rows(content: tuple[str, ...]) -> tuple[Row, ...]:
    """What a document holds that is hard to bear, announced at its beginning."""
    return (row("lead", strings.COMPARE_HOLDS.format(what="; ".join(content))),) if content else ()


def linked_stories(library: Library, name: str) -> tuple[str, ...]:
    """The records into which a story leads by steps, in the order in which it names them."""
    story = library.stories[name]
    records = (edge.record for edge in (*edges(name, story), *doors(name, story)))
    return tuple(dict.fromkeys(record for record in records if record != name and record in library.stories))


def _tags(story: Story, library: Library) -> Iterator[str]:
    """A story's own tags, and those of the claims it cites."""
    for scene in story.scenes.values():
        for passage in scene.passages:
            yield from passage.content
            yield from _of_claims(passage.claims, library)
        for choice in scene.choices.values():
            yield from _of_claims(choice.origins, library)
            for outcome in library.outcomes(story.person, choice):
                yield from outcome.content
                yield from _of_claims(outcome.claims, library)


def _of_claims(claims: tuple[str, ...], library: Library) -> Iterator[str]:
    return (tag for name in claims if name in library.claims for tag in library.claims[name].content)


HARD = "self-injury"


def needs_care(library: Library, state: State, *, is_held_back: bool) -> bool:
    """Whether a passage or outcome before the reader tells of self-injury, and there is a page to point to."""
    if CARE not in library.asides:
        return False
    choice = state.shown_in(library)
    if choice is not None:
        return not is_held_back and is_hard(library, library.outcomes(state.story_in(library).person, choice))
    situation = dict(state.situation)
    passages = state.scene_in(library).passages
    return is_hard(library, (one for one in passages if holds(one.condition, situation, state.seen, state.chose)))


def is_hard(library: Library, told: Iterable[Passage | Outcome]) -> bool:
    """By their own tag, or by that of a claim."""
    return any(
        HARD in one.content
        or any(HARD in library.claims[name].content for name in one.claims if name in library.claims)
        for one in told
    )
