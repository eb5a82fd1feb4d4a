"""What do several records answer to the same question, and what stands beside each line that can be taken along?

A view model and its document: the questions that two or more records share, by the id of the option, with the answers
of each; and the threads of an edition with their touches.
"""

from collections.abc import Iterator

from wayout.locale import reader_strings
from wayout.model.library import SIDE, Library, story_name
from wayout.model.prompts import PromptOption, Thread, Touch
from wayout.model.story import Story
from wayout.model.text import wording
from wayout.play.state import Reader
from wayout.views.catalogue import held_rows
from wayout.views.document import Row, Section, TextSpan, ViewDocument, item, row

MIN_RECORDS = 2
"""Records that a question stands in, to be one of several."""


def side_by_side_document(library: Library, reader: Reader, wanted: str = "") -> ViewDocument:
    """Every question with its answers, then every thread; of those that hold some words, if any are wanted."""
    questions = [_question(library, found, reader) for found in shared_questions(library).values()]
    threads = [_thread(library, thread, reader) for thread in library.threads.values()]
    sections = tuple(one for one in (*questions, *threads) if wanted.casefold() in one.heading.casefold())
    lead = reader_strings.SIDE_LEAD if sections else reader_strings.SIDE_NONE
    options: list[PromptOption] = [option for found in shared_questions(library).values() for _, option in found]
    touches: list[Touch] = [touch for thread in library.threads.values() for touch in thread.touches.values()]
    cited = (*(one.claims for one in options), *(one.claims for one in touches))
    claims = dict.fromkeys(claim for group in cited for claim in group)
    tags = {tag for claim in claims if claim in library.claims for tag in library.claims[claim].content}
    held = library.edition.labels(tags)
    above = (row("lead", lead), *held_rows(held if sections else ()))
    return ViewDocument(id=SIDE, title=reader_strings.SIDE, lead=above, sections=sections, claims=tuple(claims))


def shared_questions(library: Library) -> dict[str, list[tuple[str, PromptOption]]]:
    """The questions that two or more records are asked, by the id of the option, with each record that answers."""
    found: dict[str, dict[str, PromptOption]] = {}
    for name, story in library.records.items():
        for key, option in _asked(story):
            found.setdefault(key, {}).setdefault(name, option)
    return {key: list(records.items()) for key, records in found.items() if len(records) >= MIN_RECORDS}


def _asked(story: Story) -> Iterator[tuple[str, PromptOption]]:
    for scene in story.scenes.values():
        for prompt in scene.prompts.values():
            if prompt.kind == "ask":
                yield from prompt.options.items()


def _question(library: Library, found: list[tuple[str, PromptOption]], reader: Reader) -> Section:
    """A question as most records have it, and each answer; a record that words it otherwise says how."""
    labels = [wording(option.label, gentle=reader.gentle) for _, option in found]
    common = max(labels, key=labels.count)
    rows = (
        _answer(
            story_name(library, library.stories[name]),
            f"{label if label != common else ''} {wording(option.text, gentle=reader.gentle)}".strip(),
        )
        for (name, option), label in zip(found, labels, strict=True)
    )
    return Section(common, tuple(rows), is_loose=True)


def _answer(name: str, text: str) -> Row:
    return Row(kind="item", spans=(TextSpan(f"{name}:", "strong"), TextSpan(f" {text}")))


def _thread(library: Library, thread: Thread, reader: Reader) -> Section:
    """A line that can be taken along: what stands beside it in each place, and what is still not told."""
    touches = (_touch(library, place, touch, reader) for place, touch in thread.touches.items())
    still = row("aside", wording(thread.still, gentle=reader.gentle))
    return Section(wording(thread.ask, gentle=reader.gentle), (*touches, still), is_loose=True)


def _touch(library: Library, place: str, touch: Touch, reader: Reader) -> Row:
    """What stands beside a line in a place; a text names its person, and what is of nobody has the story before it."""
    text = wording(touch.text, gentle=reader.gentle)
    story = library.stories.get(place.partition("/")[0])
    person = library.people.get(story.person or "") if story is not None else None
    if story is None or person is not None:
        return item(text)
    return _answer(story_name(library, story), text)
