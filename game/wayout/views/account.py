"""Which short article does the reader hold at the end, and whose word is each of its lines?

A view model: the reader's account (headline, lines, what was left out), its margin computed from the standing of the
claims, and its document; what a move that cuts one of its lines is called.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import reader_strings
from wayout.model.evidence import Claim
from wayout.model.library import Library, story_name
from wayout.model.prompts import BLANK, BOTH, AccountLine, Prompt, PromptOption, Thread
from wayout.model.standing import standing
from wayout.model.story import Choice, Scene, Story
from wayout.model.text import Shown, wording
from wayout.play.moves import Choose
from wayout.play.reader_part import CARRIED, HERS, LINES_OF_BOTH, MAX_LINES, MET, met_in
from wayout.play.state import Playthrough, Reader, ReplyMade, State
from wayout.play.step import is_held_back
from wayout.views.document import Section, TextSpan, ViewDocument, numbered, row
from wayout.views.lineage import number_word
from wayout.views.papers import gap_difference, is_within_one, line_by_paper, own_reading, paper_name, texts_of
from wayout.views.passages import printed_words, still_claims
from wayout.views.trail_summary import TrailExtent, extent

ACCOUNT = "account"
"""The name of its document."""


LineKind = Literal["told", "asked", "met", "carried"]


class AccountLineView(Struct, frozen=True, kw_only=True):
    """A line of the article: what it says, what of it the reader printed, its claims, and whose word it is.

    `whose` names everybody on whose word alone something in it rests, `lines` is how many lines it takes; one that is
    kept by the story, or from which the headline is taken, is never left out. `kind` says what it is: of the record, an
    answer to a question, somebody whom the reader met, or a line that she took along.
    """

    text: str
    margin: str
    id: str = ""
    kind: LineKind = "told"
    whose: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    printed: tuple[int, int] | None = None
    lines: int = 1
    is_kept: bool = False
    is_headline: bool = False

    @property
    def marked(self) -> str:
        """What it says, with what the reader printed in brackets."""
        start, end = self.printed or (0, 0)
        if start == end:
            return self.text
        return f"{self.text[:start]}[{self.text[start:end]}]{self.text[end:]}"

    @property
    def is_fixed(self) -> bool:
        """Whether it is never left out: the story keeps it, or the headline is taken from it."""
        return self.is_kept or self.is_headline

    @property
    def is_corrected(self) -> bool:
        """Whether its margin says that something in it was corrected since."""
        return reader_strings.CORRECTED in self.margin.split(reader_strings.MARGIN_AND)


class Account(Struct, frozen=True, kw_only=True):
    """The article that a reader made of a record; it is early where the record goes on after what she has read.

    `paper` is what the one paper is called by which she read it, if any; `over` its length where that is too great.
    """

    name: str
    headline: str
    lines: tuple[AccountLineView, ...]
    left_out: tuple[str, ...]
    not_told: str
    is_early: bool = False
    paper: str = ""
    over: int = 0

    @property
    def foot(self) -> str:
        """How many lines rest on the word of one person, and of whom."""
        return foot(reader_strings.FOOT, [line.whose for line in self.lines])

    @property
    def claims(self) -> tuple[str, ...]:
        """All that it rests on."""
        return tuple(dict.fromkeys(claim for line in self.lines for claim in line.claims))


def foot(sentence: str, whose: Iterable[tuple[str, ...]]) -> str:
    """How many of the lines rest on the word of one person, and how many on whose."""
    of_lines = list(whose)
    counts = Counter(name for names in of_lines for name in names)
    named = ", ".join(reader_strings.FOOT_OF.format(name=name, n=count) for name, count in counts.items())
    return sentence.format(
        n=sum(bool(names) for names in of_lines), all=len(of_lines),
        whose=reader_strings.FOOT_WHOSE.format(whose=named) if named else "",
    )  # fmt: skip


def account(
    library: Library, play: Playthrough, reader: Reader, story: str | None = None, found: TrailExtent | None = None
) -> Account | None:
    """The article on the record that a reader is in, or on another that she was in; none where a story has no spine.

    What she did not print stands in the wording that the documents share, and what she did not ask is not in it. It
    tells nothing that comes after what she has read; how far that is, is worked out where it is not given.
    """
    name = story or play.state.story
    told = library.stories[name]
    if not told.account:
        return None
    found = found or extent(library, play.trail)
    paper = play.state.paper
    read = [line for line in told.account if found.has(name, line.scene)]
    chosen = _headline_option(told, name, play.state)
    headed = frozenset(chosen.claims if chosen is not None else ())
    spine = [
        replace(said, id=str(told.account.index(line) + 1), is_headline=not headed.isdisjoint(line.claims))
        for line in read
        if (said := _by_paper(library, name, spine_line(library, name, line, play.state, reader), paper, reader))
    ]
    if not spine:
        return None
    own: tuple[AccountLineView, ...] = () if paper else (
        *_asked(library, told, name, play.state, reader),
        *_met(library, name, play, reader),
        *_carried(library, found.threads.get(name, ()), reader),
    )  # fmt: skip
    ends = spine[-1:] if read[-1:] == [*told.account[-1:]] else []
    last = tuple(replace(line, is_kept=True) for line in ends)
    whole = [*spine[: len(spine) - len(last)], *own, *last]
    lines, left_out = _cut(whole, name, play.state) if (name, HERS) in play.state.lines else _fitted(whole)
    return Account(
        name=story_name(library, told),
        headline=_say(chosen.label, reader) if chosen is not None else told.title,
        lines=lines,
        left_out=left_out,
        not_told=silence(told.scenes[found.endings[name]], reader) if name in found.endings else "",
        is_early=len(read) < len(told.account),
        paper=paper_name(library, paper) if paper else "",
        over=length if (length := sum(line.lines for line in lines)) > MAX_LINES else 0,
    )


def _by_paper(library: Library, name: str, line: AccountLineView, paper: str, reader: Reader) -> AccountLineView | None:
    """A line as the one paper has it by which is read, if it is one; None where that has none of it."""
    if not paper:
        return line
    text, claims = line_by_paper(library, name, paper, line.text, line.claims, reader)
    if not text or text == line.text:
        return line if text else None
    margin, whose = margin_of(library, claims)
    return replace(line, text=text, margin=margin, whose=whose, claims=claims)


def spine_line(library: Library, name: str, line: AccountLine, state: State, reader: Reader) -> AccountLineView:
    """A line of the story's own, with what the reader printed in it."""
    text, (margin, whose) = _say(line.text, reader), margin_of(library, line.claims)
    scene, _, prompt_name = (line.gap or "").partition("/")
    prompt = library.stories[name].prompt_at(line.gap or "")
    if prompt is None:
        text = _say(line.neither, reader) if line.gap is not None else text
        return AccountLineView(text=text, margin=margin, whose=whose, claims=line.claims, is_kept=line.keep)
    reply = state.reply_to(prompt_name, (name, scene))
    if state.paper:
        reply = ReplyMade(name, scene, prompt_name, own_reading(library, prompt, state.paper) or "")
    if reply is None or not reply.option:
        return AccountLineView(text=_say(line.neither, reader), margin=_joined(margin, reader_strings.AS_IT_CAME),
                               whose=whose, claims=line.claims, is_kept=line.keep)  # fmt: skip
    words, start = printed_words(library, prompt, reply, reader), text.find(BLANK)
    margin, whose = margin_of(library, line.claims, _as_printed(library, prompt, reply.option))
    return AccountLineView(
        text=text.replace(BLANK, words, 1),
        margin=reader_strings.BY_PAPER
        if state.paper
        else _joined(margin, _printed_margin(library, prompt, reply, reader)),
        whose=whose,
        claims=(*line.claims, *prompt.every_claim),
        printed=None if state.paper else (start, start + len(words)) if start >= 0 else (0, 0),
        lines=LINES_OF_BOTH if reply.option == BOTH else 1,
        is_kept=line.keep,
    )


def _as_printed(library: Library, prompt: Prompt, option: str) -> Mapping[str, Claim]:
    """The claim of a gap as the printed reading has it: by the documents, and on the word of those, that carry it."""
    claim, difference = library.claims.get(prompt.claim or ""), gap_difference(library, prompt)
    readings = dict(zip(prompt.options, difference.readings if difference is not None else (), strict=False))
    if claim is None or prompt.claim is None or option not in readings:
        return {}
    cites = readings[option].cites
    interest = claim.interest if any(cite.speaker for cite in cites) else None
    return {prompt.claim: replace(claim, cites=cites, differs=(), interest=interest)}


def _printed_margin(library: Library, prompt: Prompt, reply: ReplyMade, reader: Reader) -> str:
    """That she chose it, and what the other text has."""
    if reply.option == BOTH:
        return reader_strings.PRINTED_BOTH
    others = [_say(option.label, reader) for key, option in prompt.options.items() if key != reply.option]
    count = len({one for key, texts in texts_of(library, prompt).items() if key != reply.option for one in texts})
    line = reader_strings.PRINTED if prompt.claim is not None else reader_strings.PRINTED_WHOSE
    if is_within_one(library, prompt):
        line = reader_strings.PRINTED_IN_ONE
    elif prompt.claim is not None and count > 1:
        line = reader_strings.PRINTED_OF_MANY
    said = line.format(others=reader_strings.OR.join(others), n=number_word(count))
    return f"{said}; {reader_strings.CHANGED}" if reply.is_changed else said


def _asked(library: Library, story: Story, name: str, state: State, reader: Reader) -> Iterator[AccountLineView]:
    """What she asked of the record, and what it answered."""
    for reply in state.replies:
        prompt = story.scenes[reply.scene].prompts.get(reply.prompt) if reply.story == name else None
        option = prompt.options.get(reply.option) if prompt is not None and prompt.kind == "ask" else None
        if option is not None:
            yield replace(asked_line(library, option, reader), id=f"{reply.scene}/{reply.prompt}")


def asked_line(library: Library, option: PromptOption, reader: Reader) -> AccountLineView:
    """A question to the record, and its answer; what is not told may rest on the word of somebody all the same."""
    text = f"{_say(option.label, reader)} {_say(option.account or option.text, reader)}"
    margin, whose = margin_of(library, option.claims)
    if option.told == "not-told":
        margin = _joined(reader_strings.NOT_TOLD, margin)
    return AccountLineView(text=text, margin=margin, kind="asked", whose=whose, claims=option.claims)


def _met(library: Library, name: str, play: Playthrough, reader: Reader) -> Iterator[AccountLineView]:
    """The man whom she met last at a question of this record."""
    steps = play.trail.steps
    for step in reversed(steps[:-1] if is_held_back(library, play.state) else steps):
        if step.story != name or not isinstance(step.move, Choose):
            continue
        choice = library.scene(step.story, step.scene).choices.get(step.move.choice)
        met = met_line(library, name, choice, reader) if choice is not None else None
        if met is not None:
            yield replace(met, id=f"{MET}{step.scene}/{step.move.choice}")
            return


def met_line(library: Library, name: str, choice: Choice, reader: Reader) -> AccountLineView | None:
    """The man whom a reader meets who makes a choice that this person did not make; none where nobody answers it."""
    taker = met_in(library, name, choice)
    answer = library.answer(choice, taker) if taker is not None else None
    if taker is None or answer is None:
        return None
    met = reader_strings.MET.format(name=library.people[taker].name, text=_say(answer.text, reader))
    margin, whose = margin_of(library, answer.claims)
    return AccountLineView(text=met, margin=margin, kind="met", whose=whose, claims=answer.claims)


def _carried(library: Library, threads: tuple[str, ...], reader: Reader) -> Iterator[AccountLineView]:
    """Of the lines taken along that belong to a record the latest: what she took along, and what is still not told."""
    found = (name for name in reversed(threads) if name in library.threads)
    for name in islice(found, 1):
        yield replace(carried_line(library.threads[name], reader), id=f"{CARRIED}{name}")


def carried_line(thread: Thread, reader: Reader) -> AccountLineView:
    """A line that was taken along, and what is still not told of it."""
    text = f"{_say(thread.ask, reader)} {_say(thread.still, reader)}"
    return AccountLineView(text=text, margin=reader_strings.NOT_TOLD, kind="carried", claims=still_claims(thread))


def _cut(lines: list[AccountLineView], name: str, state: State) -> tuple[tuple[AccountLineView, ...], tuple[str, ...]]:
    """The lines that the reader leaves as they are, and those that she has cut."""
    out = [line for line in lines if (name, line.id) in state.cut and not line.is_fixed]
    return tuple(line for line in lines if line not in out), tuple(line.marked for line in out)


def _fitted(lines: list[AccountLineView]) -> tuple[tuple[AccountLineView, ...], tuple[str, ...]]:
    """What there is room for, and what had to be left out, in its order.

    Of several answers to questions all but the latest go first, then what is told, from the end; never what is kept or
    her own.
    """
    asked = [at for at, line in enumerate(lines) if line.kind == "asked"]
    spare = [at for at, line in enumerate(lines) if at not in asked and not line.is_fixed and line.printed is None]
    spare += reversed(asked[:-1])
    out = set[int]()
    while spare and sum(line.lines for at, line in enumerate(lines) if at not in out) > MAX_LINES:
        out.add(spare.pop())
    kept = tuple(line for at, line in enumerate(lines) if at not in out)
    return kept, tuple(lines[at].text for at in sorted(out))


def _headline_option(story: Story, name: str, state: State) -> PromptOption | None:
    """The headline that the reader chose: the lines that rest on one of its claims carry it."""
    for reply in reversed(state.replies):
        prompt = story.scenes[reply.scene].prompts.get(reply.prompt) if reply.story == name else None
        if prompt is not None and prompt.kind == "headline" and reply.option in prompt.options:
            return prompt.options[reply.option]
    return None


def silence(scene: Scene, reader: Reader) -> str:
    """The first thing that an ending says is not told."""
    unknown = scene.ending.unknown if scene.ending is not None else ()
    return _say(unknown[0], reader) if unknown else ""


def margin_of(
    library: Library, claims: Iterable[str], printed: Mapping[str, Claim] = MappingProxyType({})
) -> tuple[str, tuple[str, ...]]:
    """Whose word a line is, for each kind of its claims in a word, the weakest first; and on whose word it rests.

    A claim of which one reading was `printed` is taken as that reading has it.
    """
    found = [printed.get(claim, library.claims[claim]) for claim in claims if claim in library.claims]
    marks = dict.fromkeys(mark for claim in found for mark in _marks(library, claim))
    whose = tuple(dict.fromkeys(name for kind, name in marks if kind in _WORDS_OF_ONE))
    weakest_first = sorted(marks, key=lambda mark: reader_strings.MARGINS.index(mark[0]))
    said = [
        kind.format(name=name, owner=name)
        for kind, name in weakest_first
        if kind != reader_strings.PERSONS_WORD or (reader_strings.IN_FAVOUR, name) not in marks
    ]
    corrected = reader_strings.CORRECTED if any(claim.corrected is not None for claim in found) else ""
    return _joined(*said, corrected), whose


_WORDS_OF_ONE = (reader_strings.PERSONS_WORD, reader_strings.IN_FAVOUR)


def _marks(library: Library, claim: Claim) -> Iterator[tuple[str, str]]:
    """Whose word a claim is: the sentence for its kind, and the name that belongs into it."""
    found = standing(claim, library.lineage)
    speakers = dict.fromkeys(cite.speaker for cite in claim.all_cites if cite.speaker)
    is_for_self = claim.interest == "self"
    if found.word in ("paraphrase only", "retold only"):
        yield reader_strings.A_SUMMARY, ""
    elif found.word == "corroborated":
        yield reader_strings.A_RECORD, ""
    elif claim.owner and not speakers:
        yield reader_strings.A_COUNT, claim.owner.partition(",")[0]
    elif speakers or is_for_self:
        kind = reader_strings.IN_FAVOUR if is_for_self else reader_strings.PERSONS_WORD
        for speaker in speakers or (claim.subject,):
            yield kind, library.people[speaker].name if speaker in library.people else speaker
    else:
        yield reader_strings.ONE_TEXT if len(found.documents) == 1 else reader_strings.THE_ARTICLES, ""


def _joined(*margins: str) -> str:
    return reader_strings.MARGIN_AND.join(filter(None, margins))


def account_document(found: Account) -> ViewDocument:
    """The article, what it leaves out, and the margin below it, line by line."""
    return ViewDocument(
        id=ACCOUNT, title=found.headline, lead=(row("lead", reader_strings.BYLINE.format(name=found.name)),),
        sections=account_sections(found, heads=False), claims=found.claims,
    )  # fmt: skip


def account_sections(found: Account, *, heads: bool = True) -> tuple[Section, ...]:
    """The sections of the article, with its headline where it is part of another document."""
    lines = (numbered(number, *_spans(line)) for number, line in enumerate(found.lines, 1))
    says = reader_strings.LEFT_OUT_ONE if len(found.left_out) == 1 else reader_strings.LEFT_OUT
    below = (
        reader_strings.OVER_LENGTH.format(n=found.over, most=MAX_LINES) if found.over else "",
        reader_strings.EARLY if found.is_early else "",
        says.format(n=len(found.left_out), what=" ".join(found.left_out)) if found.left_out else "",
        reader_strings.STILL_NOT_TOLD.format(what=found.not_told) if found.not_told else "",
        found.foot,
    )
    margin = tuple(numbered(number, TextSpan(line.margin)) for number, line in enumerate(found.lines, 1))
    said = reader_strings.YOUR_ACCOUNT_BY if found.paper else reader_strings.YOUR_ACCOUNT
    heading = said.format(headline=found.headline, paper=found.paper) if heads else ""
    told = (*lines, *(row("aside", one) for one in below if one))
    return (Section(heading, told), Section(reader_strings.MARGIN_HEAD, margin))


def _spans(line: AccountLineView) -> tuple[TextSpan, ...]:
    """The line, with what the reader printed as a span of its own."""
    if line.printed is None:
        return (TextSpan(line.text),)
    start, end = line.printed
    parts = (TextSpan(line.text[:start]), TextSpan(line.text[start:end], "printed"), TextSpan(line.text[end:]))
    return tuple(part for part in parts if part.text)


def _say(text: Shown, reader: Reader) -> str:
    return wording(text, gentle=reader.gentle)
