"""Which short article does the reader hold at the end, and whose word is each of its lines?

A view model: the reader's account (headline, lines, what was left out), its margin computed from the standing of the
claims, and its document. Two lines go to whoever prints both readings; twelve is all there is room for.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import reader_strings
from wayout.model.evidence import Claim
from wayout.model.library import Library, story_name
from wayout.model.prompts import BLANK, BOTH, AccountLine, Prompt, PromptOption, Thread
from wayout.model.standing import standing
from wayout.model.story import Choice, Story
from wayout.model.text import Shown, wording
from wayout.play.moves import Choose
from wayout.play.state import Playthrough, Reader, ReplyMade, State
from wayout.play.step import in_hand
from wayout.views.document import Row, Section, TextSpan, ViewDocument, item, row
from wayout.views.papers import carriage, names_person, own_reading
from wayout.views.passages import is_within_one, printed_words, still_claims

ACCOUNT = "account"
"""The name of its document."""
MAX_LINES = 12
"""Lines of an article: what does not fit is left out, and said to be."""
LINES_OF_BOTH = 2
"""Lines that both readings of a gap take."""


class AccountLineView(Struct, frozen=True, kw_only=True):
    """A line of the article: what it says, what of it the reader printed, its claims, and whose word it is.

    `lines` is how many lines it takes; one that is kept is never left out.
    """

    text: str
    margin: str
    claims: tuple[str, ...] = ()
    printed: tuple[int, int] | None = None
    lines: int = 1
    is_kept: bool = False

    @property
    def is_own_word(self) -> bool:
        """Whether it rests on the word of the person alone."""
        return self.margin in (reader_strings.PERSONS_WORD, reader_strings.IN_FAVOUR)

    @property
    def marked(self) -> str:
        """What it says, with what the reader printed in brackets."""
        start, end = self.printed or (0, 0)
        if start == end:
            return self.text
        return f"{self.text[:start]}[{self.text[start:end]}]{self.text[end:]}"


class Account(Struct, frozen=True, kw_only=True):
    """The article that a reader made of a record; `own_words` counts the lines that rest on one man's word."""

    name: str
    headline: str
    lines: tuple[AccountLineView, ...]
    left_out: tuple[str, ...]
    not_told: str
    own_words: int

    @property
    def claims(self) -> tuple[str, ...]:
        """All that it rests on."""
        return tuple(dict.fromkeys(claim for line in self.lines for claim in line.claims))


def account(library: Library, play: Playthrough, reader: Reader, story: str | None = None) -> Account | None:
    """The article on the record that a reader is in, or on another that she was in; none where a story has no spine.

    What she did not print stands in the wording that the documents share, and what she did not ask is not in it.
    """
    name = story or play.state.story
    told = library.stories[name]
    if not told.account:
        return None
    reader = replace(reader, gentle=True)
    paper = play.state.paper
    spine = [
        spine_line(library, name, line, play.state, reader)
        for line in told.account
        if not paper or carriage(library, name, paper, line.claims) != "not in it"
    ]
    if not spine or (paper and not names_person(library, name, paper)):
        return None
    own: tuple[AccountLineView, ...] = () if paper else (
        *_asked(library, told, name, play.state, reader),
        *_met(library, name, play, reader),
        *_carried(library, play.state, reader),
    )  # fmt: skip
    last = tuple(replace(line, is_kept=True) for line in spine[-1:])
    lines, left_out = _fitted([*spine[:-1], *own, *last])
    return Account(
        name=story_name(library, told),
        headline=_headline(told, name, play.state, reader),
        lines=lines,
        left_out=left_out,
        not_told=silence(told, reader),
        own_words=sum(line.is_own_word for line in lines),
    )


def spine_line(library: Library, name: str, line: AccountLine, state: State, reader: Reader) -> AccountLineView:
    """A line of the story's own, with what the reader printed in it."""
    story, margin = library.stories[name], margin_of(library, line.claims)
    text = _say(line.text, reader)
    scene, _, prompt_name = (line.gap or "").partition("/")
    prompt = story.prompt_at(line.gap or "")
    if prompt is None:
        text = _say(line.neither, reader) if line.gap is not None else text
        return AccountLineView(text=text, margin=margin, claims=line.claims, is_kept=line.keep)
    reply = state.reply_to(prompt_name, (name, scene))
    if state.paper:
        reply = ReplyMade(name, scene, prompt_name, own_reading(library, prompt, state.paper) or "")
    if reply is None or not reply.option:
        return AccountLineView(text=_say(line.neither, reader), margin=reader_strings.AS_IT_CAME, claims=line.claims,
                               is_kept=line.keep)  # fmt: skip
    words, start = printed_words(library, prompt, reply, reader), text.find(BLANK)
    return AccountLineView(
        text=text.replace(BLANK, words, 1),
        margin=reader_strings.BY_PAPER if state.paper else _printed_margin(library, prompt, reply, reader),
        claims=(*line.claims, *prompt.every_claim),
        printed=None if state.paper else (start, start + len(words)) if start >= 0 else (0, 0),
        lines=LINES_OF_BOTH if reply.option == BOTH else 1,
        is_kept=line.keep,
    )


def _printed_margin(library: Library, prompt: Prompt, reply: ReplyMade, reader: Reader) -> str:
    """That she chose it, and what the other text has."""
    if reply.option == BOTH:
        return reader_strings.PRINTED_BOTH
    others = [_say(option.label, reader) for key, option in prompt.options.items() if key != reply.option]
    line = reader_strings.PRINTED if prompt.claim is not None else reader_strings.PRINTED_WHOSE
    if is_within_one(library, prompt):
        line = reader_strings.PRINTED_IN_ONE
    said = line.format(others=reader_strings.OR.join(others))
    return f"{said}; {reader_strings.CHANGED}" if reply.is_changed else said


def _asked(library: Library, story: Story, name: str, state: State, reader: Reader) -> Iterator[AccountLineView]:
    """What she asked of the record, and what it answered."""
    for reply in state.replies:
        prompt = story.scenes[reply.scene].prompts.get(reply.prompt) if reply.story == name else None
        option = prompt.options.get(reply.option) if prompt is not None and prompt.kind == "ask" else None
        if option is not None:
            yield asked_line(library, option, reader)


def asked_line(library: Library, option: PromptOption, reader: Reader) -> AccountLineView:
    """A question to the record, and its answer."""
    text = f"{_say(option.label, reader)} {_say(option.text, reader)}"
    margin = reader_strings.NOT_TOLD if option.told == "not-told" else margin_of(library, option.claims)
    return AccountLineView(text=text, margin=margin, claims=option.claims, is_kept=True)


def _met(library: Library, name: str, play: Playthrough, reader: Reader) -> Iterator[AccountLineView]:
    """The man whom she met last at a question of this record."""
    for step in reversed(play.trail.steps):
        if step.story != name or not isinstance(step.move, Choose):
            continue
        choice = library.scene(step.story, step.scene).choices.get(step.move.choice)
        met = met_line(library, name, choice, reader) if choice is not None else None
        if met is not None:
            yield met
            return


def met_line(library: Library, name: str, choice: Choice, reader: Reader) -> AccountLineView | None:
    """The man whom a reader meets who makes a choice that this person did not make; none where nobody answers it."""
    person = library.stories[name].person
    taker = next((taker for taker in choice.takers if taker != person), None)
    answer = library.answer(choice, taker) if taker is not None else None
    if taker is None or answer is None or person in choice.takers:
        return None
    met = reader_strings.MET.format(name=library.people[taker].name, text=_say(answer.text, reader))
    return AccountLineView(text=met, margin=margin_of(library, answer.claims), claims=answer.claims)


def _carried(library: Library, state: State, reader: Reader) -> Iterator[AccountLineView]:
    """The line in her hand: what she took along, and what is still not told of it."""
    hand = in_hand(state)
    thread = library.threads.get(hand.thread) if hand is not None else None
    if thread is not None:
        yield carried_line(thread, reader)


def carried_line(thread: Thread, reader: Reader) -> AccountLineView:
    """A line that was taken along, and what is still not told of it."""
    text = f"{_say(thread.ask, reader)} {_say(thread.still, reader)}"
    return AccountLineView(text=text, margin=reader_strings.NOT_TOLD, claims=still_claims(thread))


def _fitted(lines: list[AccountLineView]) -> tuple[tuple[AccountLineView, ...], tuple[str, ...]]:
    """What there is room for, and what had to be left out: from the end, never what is kept or her own."""
    left_out: list[str] = []
    while sum(line.lines for line in lines) > MAX_LINES:
        spare = [at for at, line in enumerate(lines) if not line.is_kept and line.printed is None]
        if not spare:
            break
        left_out.insert(0, lines.pop(spare[-1]).text)
    return tuple(lines), tuple(left_out)


def _headline(story: Story, name: str, state: State, reader: Reader) -> str:
    for reply in state.replies:
        prompt = story.scenes[reply.scene].prompts.get(reply.prompt) if reply.story == name else None
        if prompt is not None and prompt.kind == "headline" and reply.option in prompt.options:
            return _say(prompt.options[reply.option].label, reader)
    return story.title


def silence(story: Story, reader: Reader) -> str:
    """The first thing that its published ending says is not told."""
    endings = (scene.ending for scene in story.scenes.values() if scene.ending is not None)
    unknown = next((ending.unknown for ending in endings if ending.kind == "as-published" and ending.unknown), ())
    return _say(unknown[0], reader) if unknown else ""


def margin_of(library: Library, claims: Iterable[str]) -> str:
    """Whose word a line is, in a word: that of the weakest of its claims."""
    found = [library.claims[claim] for claim in claims if claim in library.claims]
    words = [_margin(library, claim) for claim in found]
    return min(words, key=reader_strings.MARGINS.index) if words else ""


def _margin(library: Library, claim: Claim) -> str:
    found = standing(claim, library.lineage)
    if found.word == "paraphrase only":
        return reader_strings.A_SUMMARY
    if found.word == "corroborated":
        return reader_strings.A_RECORD
    if claim.interest == "self":
        return reader_strings.IN_FAVOUR
    if any(cite.speaker for cite in claim.all_cites):
        return reader_strings.PERSONS_WORD
    return reader_strings.ONE_TEXT if len(found.documents) == 1 else reader_strings.THE_ARTICLES


def account_document(found: Account) -> ViewDocument:
    """The article, what it leaves out, and the margin below it, line by line."""
    return ViewDocument(
        id=ACCOUNT, title=found.headline, lead=(row("lead", reader_strings.BYLINE.format(name=found.name)),),
        sections=account_sections(found, heads=False), claims=found.claims,
    )  # fmt: skip


def account_sections(found: Account, *, heads: bool = True) -> tuple[Section, ...]:
    """The sections of the article, with its headline where it is part of another document."""
    lines = tuple(Row(kind="item", spans=_spans(line)) for line in found.lines)
    below: list[Row] = []
    if found.left_out:
        below.append(row("aside", reader_strings.LEFT_OUT.format(what=" ".join(found.left_out))))
    if found.not_told:
        below.append(row("aside", reader_strings.STILL_NOT_TOLD.format(what=found.not_told)))
    below.append(row("aside", reader_strings.FOOT.format(n=found.own_words, all=len(found.lines))))
    margin = tuple(
        item(reader_strings.MARGIN_LINE.format(n=number, margin=line.margin))
        for number, line in enumerate(found.lines, 1)
    )
    heading = reader_strings.YOUR_ACCOUNT.format(headline=found.headline) if heads else ""
    return (Section(heading, (*lines, *below)), Section(reader_strings.MARGIN_HEAD, margin))


def _spans(line: AccountLineView) -> tuple[TextSpan, ...]:
    """The line, with what the reader printed as a span of its own."""
    if line.printed is None:
        return (TextSpan(line.text),)
    start, end = line.printed
    parts = (TextSpan(line.text[:start]), TextSpan(line.text[start:end], "printed"), TextSpan(line.text[end:]))
    return tuple(part for part in parts if part.text)


def _say(text: Shown, reader: Reader) -> str:
    return wording(text, gentle=reader.gentle)
