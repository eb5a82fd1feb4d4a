"""What is told on a page, passage by passage, with what the reader printed there and what she is asked?

The view model of passages and prompts: pagination of a scene at its prompts, gaps filled in, what is revealed on a
prompt, labels of its options, and what stands beside a line that was taken along.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import authoring_strings, reader_strings, strings
from wayout.model.conditions import holds
from wayout.model.library import Library, story_name
from wayout.model.prompts import BLANK, BOTH, Prompt, Thread
from wayout.model.story import Ending, EndingPassage, Outcome, Passage, Scene, Story
from wayout.model.text import Shown, paragraphs, wording
from wayout.play.moves import Reply
from wayout.play.reader_part import MAX_LINES, article_length, in_hand, is_touched, pending_prompt
from wayout.play.state import Reader, ReplyMade, State, Step, Trail
from wayout.views.lineage import number_word
from wayout.views.papers import (
    as_paper_has_it,
    by_paper,
    carriage_of,
    falls_away,
    gap_difference,
    has_reading,
    is_within_one,
    own_reading,
    own_versions,
    papers_with,
    texts_of,
    version_text,
)


class Block(Struct, frozen=True):
    """A paragraph or several, with the claims that carry it; editorial where the narrator speaks of the record.

    `printed` is from where to where in the text the words stand that the reader printed; `heading` leads in what she
    brought along herself.
    """

    text: str
    claims: tuple[str, ...]
    editorial: bool = False
    printed: tuple[int, int] | None = None
    heading: str = ""

    @property
    def label(self) -> str:
        """What stands before it, where it is no passage of the story itself."""
        return strings.EDITORIAL if self.editorial else self.heading

    @property
    def paragraphs(self) -> tuple["Paragraph", ...]:
        """Its paragraphs, each with the words that the reader printed in it."""
        start, end = self.printed or (0, 0)
        if start == end:
            return tuple(Paragraph(text) for text in paragraphs(self.text))
        marked = f"{self.text[:start]}{_START}{self.text[start:end]}{_END}{self.text[end:]}"
        found: list[Paragraph] = []
        is_within = False
        for text in paragraphs(marked):
            from_ = 0 if is_within else text.find(_START)
            is_within = _END not in text and (is_within or _START in text)
            bare = text.replace(_START, "").replace(_END, "")
            until = len(bare) if is_within else text.replace(_START, "").find(_END)
            found.append(Paragraph(bare, (from_, until) if 0 <= from_ < until else None))
        return tuple(found)


_START, _END = "\ue000", "\ue001"
"""Signs for private use (Unicode, 23.5): between them stands, for a moment, what a reader printed."""


class Paragraph(Struct, frozen=True):
    """A paragraph, and from where to where in it the words stand that the reader printed."""

    text: str
    printed: tuple[int, int] | None = None


def page_title(library: Library, state: State) -> str:
    """Above each page: the person's name or the story's title; that it was not reviewed; by which one paper it is."""
    called = story_name(library, library.stories[state.story])
    if state.story in library.unreviewed_stories:
        called = authoring_strings.IN_TITLE.format(name=called, review=authoring_strings.NOT_REVIEWED)
    return by_paper(library, called, state.paper)


def situation_told(story: Story, state: State) -> tuple[tuple[str, str], ...]:
    """What has been told of the situation so far: a variable without a value names what may never come.

    Of a road it is what its answers have made of it: nothing is said of a man before anything was chosen for him.
    """
    return tuple(
        (variable.label, variable.values[value])
        for name, value in state.situation
        if (variable := story.situation.get(name)) is not None
        and variable.label
        and value in variable.values
        and (story.person is not None or value != variable.start)
    )


def own_kind(library: Library, state: State) -> Literal["prompt", "reveal"] | None:
    """What the page is in the reader's own part: one that asks her, one that shows what the record has; else None."""
    if state.revealed is not None:
        return "reveal"
    return "prompt" if state.edits or pending_prompt(library, state) is not None else None


def told(library: Library, state: State, scene: Scene, reader: Reader) -> tuple[Block, ...]:
    """What a page of a scene tells: the passages up to a prompt that is put, and from the last one on.

    Where nothing is left to tell after a prompt, a fork tells once more what stands before it.
    """
    if state.revealed is not None:
        return tuple(_revealed(library, state, scene, state.revealed, reader))
    if state.edits:
        return ()
    situation = dict(state.situation)
    passages = [one for one in scene.passages if holds(one.condition, situation, state.seen, state.chose)]
    if state.paper:
        return tuple(_by_paper(library, state, passages, scene, reader))
    asked = pending_prompt(library, state)
    pages = _pages(passages, scene, state)
    names = [name for name, _ in pages]
    at = names.index(asked) if asked in names else len(pages) - 1
    shown = pages[at][1]
    if not shown and scene.choices and asked is None:
        shown = next((page for _, page in reversed(pages) if page), [])
    blocks = tuple(_block(library, passage, scene, state, reader) for passage in shown)
    return blocks if asked is not None else (*blocks, *_beside(library, state, reader))


def _by_paper(library: Library, state: State, passages: list[Passage], scene: Scene, reader: Reader) -> Iterator[Block]:
    """What one paper has of a page, what stands beside it, and how much of it falls away."""
    carried = [(one, carriage_of(library, state.story, state.paper, one)) for one in passages]
    told_of: set[Block] = set()
    for one, how in carried:
        if how == "beside it":
            beside = reader_strings.BESIDE_PAPER.format(text=_say(one.text, reader))
            yield Block(beside, one.claims or one.about, one.editorial)
        if how == "in it":
            if (block := _block(library, one, scene, state, reader)).text:
                yield block
            versions = tuple(_versions(library, state.paper, one, scene, reader))
            yield from (version for version in versions if version not in told_of)
            told_of.update(versions)
    ending = told_at_end(scene.ending, state) if scene.ending is not None else ()
    yield from left_out(library, state, (*passages, *ending))


def told_at_end(ending: Ending, state: State) -> tuple[EndingPassage, ...]:
    """What of an ending is told in a situation."""
    situation = dict(state.situation)
    return tuple(one for one in ending.passages if holds(one.condition, situation, state.seen, state.chose))


def _versions(library: Library, paper: str, passage: Passage, scene: Scene, reader: Reader) -> Iterator[Block]:
    """What of a passage on which papers part this one says; what a gap of the scene turns on, its line says."""
    gaps = [prompt for prompt in scene.prompts.values() if prompt.kind == "gap"]
    closed = [gap_difference(library, prompt) for prompt in gaps if own_reading(library, prompt, paper)]
    for claim, difference, reading in own_versions(library, paper, passage.claims):
        if difference not in closed:
            yield Block(version_text(difference, reading, reader), (claim,), editorial=True)


def left_out(library: Library, state: State, told: Iterable[Passage | Outcome | EndingPassage]) -> tuple[Block, ...]:
    """How much of a page its one paper does not have."""
    says = falls_away(library, state.story, state.paper, told) if state.paper else ""
    return (Block(says, (), editorial=True),) if says else ()


def _pages(passages: list[Passage], scene: Scene, state: State) -> list[tuple[str | None, list[Passage]]]:
    """The passages in pages, each with the prompt that is put on it; the last one has none."""
    asked = [name for name, prompt in scene.prompts.items() if prompt.kind in state.parts]
    pages: list[tuple[str | None, list[Passage]]] = []
    page: list[Passage] = []
    for passage in passages:
        page.append(passage)
        if passage.prompt in asked:
            pages.append((passage.prompt, page))
            asked.remove(passage.prompt)
            page = []
    for name in asked:
        pages.append((name, page))
        page = []
    return [*pages, (None, page)]


def _block(library: Library, passage: Passage, scene: Scene, state: State, reader: Reader) -> Block:
    claims = passage.claims or passage.about
    prompt = scene.prompts.get(passage.prompt or "")
    if state.paper and prompt is not None and prompt.kind == "gap":
        option = own_reading(library, prompt, state.paper)
        if option is not None:
            reply = ReplyMade(state.story, state.scene, passage.prompt or "", option)
            return replace(printed_line(library, prompt, reply, reader, (*claims, *prompt.every_claim)), printed=None)
        if not has_reading(library, prompt, state.paper):
            return Block(wording(prompt.neither or passage.text, gentle=reader.gentle), claims, passage.editorial)
        text = wording(passage.text, gentle=reader.gentle)
        return Block(as_paper_has_it(library, state.paper, text, claims, reader), claims, passage.editorial)
    if state.paper and not passage.editorial:
        text = wording(passage.text, gentle=reader.gentle)
        return Block(as_paper_has_it(library, state.paper, text, claims, reader), claims)
    if passage.prompt is None or prompt is None or prompt.kind != "gap" or "gap" not in state.parts:
        return Block(wording(passage.text, gentle=reader.gentle), claims, passage.editorial)
    return printed_line(library, prompt, state.reply_to(passage.prompt), reader, (*claims, *prompt.every_claim))


def printed_line(
    library: Library, prompt: Prompt, reply: ReplyMade | None, reader: Reader, claims: tuple[str, ...] = ()
) -> Block:
    """The line of a gap as it stands: open, with what the reader printed in it, or in the wording that is shared."""
    line = wording(prompt.line, gentle=reader.gentle)
    if reply is not None and not reply.option:
        return Block(wording(prompt.neither, gentle=reader.gentle), claims)
    words = printed_words(library, prompt, reply, reader)
    start = line.find(BLANK)
    return Block(line.replace(BLANK, words, 1), claims, printed=(start, start + len(words)) if start >= 0 else None)


def printed_words(library: Library, prompt: Prompt, reply: ReplyMade | None, reader: Reader) -> str:
    """What stands in the gap: a blank, a reading, or both of them."""
    labels = [wording(option.label, gentle=reader.gentle) for option in prompt.options.values()]
    if reply is None:
        return reader_strings.BLANK
    if reply.option != BOTH:
        return wording(prompt.options[reply.option].label, gentle=reader.gentle)
    if is_within_one(library, prompt):
        return reader_strings.BOTH_IN_ONE.format(first=labels[0], other=labels[-1])
    first, other = (len(texts) for texts in texts_of(library, prompt).values())
    return reader_strings.BOTH_PRINTED.format(
        first=labels[0], other=labels[-1],
        says=reader_strings.SAY_MANY.format(n=number_word(first)) if first > 1 else reader_strings.SAYS_ONE,
        also=reader_strings.SAY_OTHERS.format(n=number_word(other)) if other > 1 else reader_strings.SAYS_ANOTHER,
    )  # fmt: skip


def _revealed(library: Library, state: State, scene: Scene, name: str, reader: Reader) -> Iterator[Block]:
    """What the record has on a prompt, once it was answered: of a gap what hangs on it, and who has which reading."""
    prompt, reply = scene.prompts[name], state.reply_to(name)
    if reply is None:
        return
    if prompt.kind == "mark":
        labels = {option: _say(one.label, reader) for option, one in prompt.options.items()}
        yield mark_block(question(prompt, reader), labels, reply.option)
    if prompt.kind == "gap":
        yield printed_line(library, prompt, reply, reader, prompt.every_claim)
        if prompt.by == "ear":
            yield from (Block(f"{_say(option.label, reader)}: {_say(option.text, reader)}", option.claims)
                        for option in prompt.options.values() if option.text)  # fmt: skip
        difference = gap_difference(library, prompt)
        for at, reading in enumerate(difference.readings if difference else ()):
            text = f"{papers_with(library, reading)}: {_say(reading.says, reader)}"
            yield Block(text, (prompt.claim or "",), heading="" if at else reader_strings.STANDS_IN)
        claim = library.claims.get(prompt.claim or "")
        corrected = claim.corrected if claim is not None else None
        if corrected is not None:
            yield Block(_say(corrected.says, reader), (prompt.claim or "",))
        if difference is None and reply.option in prompt.options and prompt.options[reply.option].text:
            yield Block(_say(prompt.options[reply.option].text, reader), prompt.options[reply.option].claims)
    elif reply.option in prompt.options and prompt.options[reply.option].text:
        option = prompt.options[reply.option]
        yield Block(_say(option.text, reader), option.claims)
    if prompt.text:
        yield Block(_say(prompt.text, reader), prompt.claims)
    if prompt.kind == "place":
        yield Block(reader_strings.HUNG_BY_READER, prompt.claims, editorial=True)


def mark_block(ask: str, labels: Mapping[str, str], marked: str) -> Block:
    """All that could be marked, and which of it is the reader's: beside it stands what the record has."""
    shown = (reader_strings.YOUR_MARK.format(label=label) if one == marked else label for one, label in labels.items())
    return Block(" · ".join(shown), (), heading=ask)


def _beside(library: Library, state: State, reader: Reader) -> Iterator[Block]:
    """What stands on the page beside the line in the reader's hand, in the record of another or on the road."""
    hand = in_hand(state)
    thread = library.threads.get(hand.thread) if hand is not None else None
    if hand is None or thread is None:
        return
    is_beside = is_touched(library, state)
    if is_beside:
        place = f"{state.story}/{state.scene}"
        block = touch_block(thread, place, reader)
        is_known = (hand.thread, place) in reader.touched
        yield replace(block, text=reader_strings.TOUCHED_BEFORE) if is_known else block
    if is_at_still(library, state):
        yield still_block(thread, reader, is_led=not is_beside)


def is_at_still(library: Library, state: State) -> bool:
    """Whether a page is an ending that says what is still not told of the line in hand, taken from somebody else."""
    hand, is_own = in_hand(state), "thread" in state.parts and not state.paper
    is_of_other = hand is not None and hand.thread in library.threads and hand.story != state.story
    is_told = state.shown is None and state.revealed is None and pending_prompt(library, state) is None
    return is_own and is_of_other and is_told and state.scene_in(library).ending is not None


def touch_block(thread: Thread, place: str, reader: Reader) -> Block:
    """What stands beside a line in a place. Raises KeyError where nothing does."""
    touch = thread.touches[place]
    return Block(_say(touch.text, reader), touch.claims, heading=_in_hand(thread, reader))


def still_block(thread: Thread, reader: Reader, *, is_led: bool) -> Block:
    """What is still not told of a line; led in where nothing stands beside it."""
    return Block(_say(thread.still, reader), still_claims(thread), heading=_in_hand(thread, reader) if is_led else "")


def still_claims(thread: Thread) -> tuple[str, ...]:
    """The claims of all that stands beside a line: on them rests what is still not told."""
    return tuple(dict.fromkeys(claim for touch in thread.touches.values() for claim in touch.claims))


def _in_hand(thread: Thread, reader: Reader) -> str:
    return reader_strings.IN_HAND.format(ask=_say(thread.ask, reader))


def headline_chosen(library: Library, trail: Trail | None, reader: Reader) -> tuple[Block, ...]:
    """The headline that a reader chose by the step which led to a page, and that it stands above her article."""
    match trail.steps[-1:] if trail is not None else ():
        case [Step(story, scene, Reply(name, option))]:
            return headline_block(library.scene(story, scene).prompts[name], option, reader)
    return ()


def headline_block(prompt: Prompt, option: str, reader: Reader) -> tuple[Block, ...]:
    """The same of an answer to a prompt; nothing of another kind of prompt."""
    if prompt.kind != "headline":
        return ()
    return (Block(_say(prompt.options[option].label, reader), (), heading=reader_strings.HEADLINE_STANDS),)


def asks(library: Library, state: State, scene: Scene, reader: Reader) -> str:
    """What a page asks of its reader: by a prompt, or by the question of its scene; nothing where one is revealed."""
    if state.revealed is not None:
        return ""
    if state.edits:
        return length_told(library, state)
    name = pending_prompt(library, state)
    if name is None:
        return _say(scene.ask, reader) if scene.ask else ""
    return question(scene.prompts[name], reader)


def question(prompt: Prompt, reader: Reader) -> str:
    """What a prompt asks: in its own words, or in those of its kind."""
    return _say(prompt.ask, reader) if prompt.ask else reader_strings.ASK[prompt.kind]


def length_told(library: Library, state: State) -> str:
    """For how many lines of the reader's article there is room, and how many it has."""
    return reader_strings.LENGTH.format(most=MAX_LINES, n=article_length(library, state))


def replied(state: State, scene: Scene, reader: Reader) -> str:
    """What the reader answered to the prompt that is revealed; nothing of a gap, whose line says it."""
    reply = state.reply_to(state.revealed) if state.revealed is not None else None
    if reply is None or (prompt := scene.prompts[reply.prompt]).kind == "gap" or reply.option not in prompt.options:
        return ""
    return _say(prompt.options[reply.option].label, reader)


def _say(text: Shown, reader: Reader) -> str:
    return wording(text, gentle=reader.gentle)
