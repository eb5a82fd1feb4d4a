"""How is a story written in Twee 3, for Twine's story format SugarCube 2?

The Twee export: SugarCube version, passage names, variables and conditions, escaping.

The notation is that of the Interactive Fiction Technology Foundation's specification of Twee 3. A writer's text is
encoded sign by sign, so that it is markup neither to Twee nor to SugarCube: what is no letter, digit or plain
punctuation becomes a numeric character reference. So does punctuation where it means something: a colon that no space
follows makes a link of what looks like an address, even without slashes; "?word" is a template; "(word:" is a macro
to Harlowe.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from wayout.locale import print_strings, strings
from wayout.model.conditions import choice_key, listed
from wayout.model.graph import opening
from wayout.model.library import CARE, Library
from wayout.model.story import UNKNOWN, Condition, Story
from wayout.model.text import paragraphs, sanitize
from wayout.play.moves import Enter
from wayout.play.state import Reader
from wayout.render.document_text import row_lines
from wayout.views.catalogue import catalogue_entry
from wayout.views.outcome import EvidenceNote, OutcomePage, OutcomeView
from wayout.views.page import EndingView
from wayout.views.reference_pages import aside, glossary
from wayout.views.sections import BookletSection, ConditionalText, SectionKey, SectionLink, sections
from wayout.views.sources import sources_document

FORMAT, FORMAT_VERSION = "SugarCube", "2.37.3"
_SIGNS = re.compile(r"[^\w\s,.:?;()·–—’‘“”…→-]|--+|:(?!\s)|\?(?=\w)|\((?=[\w-]+:)|^-|_")


class TweeFile(Struct, frozen=True):
    """A story as Twee 3, and what it does not carry."""

    text: str
    not_carried: tuple[str, ...]


def as_twee(library: Library, name: str, reader: Reader) -> TweeFile:
    """The story as one Twee file."""
    story = library.stories[name]
    found = sections(library, name, reader, frozenset((name,)))
    claims = dict.fromkeys(claim for section in found for claim in section.claims if claim in library.claims)
    numbers = {claim: number for number, claim in enumerate(claims, 1)}
    lost = tuple(_lost(found))
    terms = [f"{_strong(one.term)}: {encoded(one.says)}" for one in glossary(library, reader)]
    words = (
        *strings.TAKEN_MEANING.items(),
        *((strings.KNOWN[one], says) for one, says in strings.KNOWN_MEANING.items()),
    )
    pages = {
        print_strings.EVIDENCE_HEAD: [f"{_strong(word)}: {encoded(says)}" for word, says in words],
        print_strings.TWEE_SOURCES: (print_strings.TWEE_SOURCES_LEAD, *_sources(library, numbers, reader)),
        print_strings.GLOSSARY: terms,
        print_strings.ANSWERS: list(_answers(found)),
        print_strings.HELP: list(_aside(library, CARE, reader)),
        print_strings.TWEE_NOT_CARRIED: [encoded(line) for line in lost],
    }
    beside = {page: "\n\n".join(told) for page, told in pages.items() if told}
    passages = {
        "StoryTitle": _title(story.title) or name,
        "StoryData": _data(name),
        "StoryInit": _init(story),
        "StoryCaption": "\n".join(_caption(story)),
        "StoryMenu": "\n".join(f"[[{page}]]" for page in beside),
        **_front(library, name, reader),
        **{passage_name(section.key): "\n\n".join(_section(library, section, numbers)) for section in found},
        **beside,
    }
    text = "\n\n".join(f":: {passage}\n{told}" for passage, told in passages.items() if told)
    return TweeFile(f"{text}\n", lost)


def passage_name(key: SectionKey) -> str:
    """What a passage is called: the scene's id, or the scene's and the choice's."""
    return f"{key.scene} {key.choice}".strip()


def expression(condition: Condition) -> str:
    """A condition in SugarCube's script."""
    return _expression(condition)


def encoded(text: str) -> str:
    """A writer's text in one line, in which nothing is markup."""
    told = sanitize(" ".join(text.split()))
    return _SIGNS.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), told)


def _title(title: str) -> str:
    """A title in one line, which compilers take as it is; a space before it keeps colons from beginning a passage."""
    told = sanitize(" ".join(title.split()))
    return f" {told}" if told.startswith("::") else told


def _data(name: str) -> str:
    """The metadata; the same story has the same identity in every export."""
    ifid = str(uuid5(NAMESPACE_URL, f"wayout:{name}")).upper()
    told = {"ifid": ifid, "format": FORMAT, "format-version": FORMAT_VERSION, "start": print_strings.START}
    return json.dumps(told, indent=2)


def _init(story: Story) -> str:
    situation = ", ".join(f"{_string(key)}: {_string(value)}" for key, value in opening(story).items())
    return f"<<set $situation to {{{situation}}}>>\n<<set $seen to []>>\n<<set $chose to []>>"


def _caption(story: Story) -> Iterator[str]:
    """The situation, beside every passage."""
    for key, variable in story.situation.items():
        if not variable.label:
            continue
        values = {**variable.values, UNKNOWN: strings.NOT_TOLD}
        told = "".join(
            f"<<{'elseif' if number else 'if'} $situation[{_string(key)}] === {_string(value)}>>{encoded(text)}"
            for number, (value, text) in enumerate(values.items())
        )
        yield f"{encoded(variable.label)}: {told}<</if>>"


def _front(library: Library, name: str, reader: Reader) -> dict[str, str]:
    """What is to be known before the first page, and the foreword before the first decision."""
    one = catalogue_entry(library, name, reader)
    notice = one.content_line or strings.CONTENT_NONE
    told = [encoded(text) for text in (one.teaser, one.identity_line, notice) if text]
    first = passage_name(SectionKey(name, library.stories[name].start))
    begin = f"[[{print_strings.BEGIN}|{first}]]"
    foreword = tuple(_aside(library, library.foreword, reader)) if library.foreword else ()
    if not foreword:
        return {print_strings.START: "\n\n".join((*told, begin))}
    title = aside(library, library.foreword, reader).title
    on = f"[[{strings.GO_ON}|{title}]]"
    return {print_strings.START: "\n\n".join((*told, on)), title: "\n\n".join((*foreword, begin))}


def _aside(library: Library, name: str, reader: Reader) -> Iterator[str]:
    if name in library.asides:
        yield from (_told(block.text) for block in aside(library, name, reader).blocks)


def _section(library: Library, section: BookletSection, numbers: dict[str, int]) -> Iterator[str]:
    """The parts of a passage."""
    if section.where:
        yield f"//{encoded(section.where)}//"
    yield from map(_piece, section.pieces)
    if section.reveal is not None:
        yield from _reveal(section.reveal)
    if section.close is not None:
        yield from _close(section.close, section.ends)
    cited = " · ".join(str(numbers[claim]) for claim in section.claims if claim in numbers)
    if cited:
        yield f"[[{print_strings.TWEE_CITED.format(numbers=cited)}|{print_strings.TWEE_SOURCES}]]"
    if section.care and CARE in library.asides:
        yield f"[[{strings.CARE_HERE}|{print_strings.HELP}]]"
    if section.ask:
        yield _strong(section.ask)
    if section.leads:
        yield "".join(_row(lead, is_last=lead is section.leads[-1]) for lead in section.leads)
    yield from map(_undone, section.unanswered)


def _piece(piece: ConditionalText) -> str:
    mark = f"//{encoded(strings.EDITORIAL)}:// " if piece.editorial else ""
    told = mark + _told(piece.text)
    return told if piece.condition is None else f"<<if {_expression(piece.condition)}>>{told}<</if>>"


def _reveal(reveal: OutcomePage) -> Iterator[str]:
    yield encoded(strings.CHOSEN.format(label=reveal.label))
    if reveal.step:
        yield _told(reveal.step)
    yield from (f"//{encoded(''.join(line.line))}//" for line in reveal.lines)
    yield from _followed(reveal.told, reveal.note)
    for fold in reveal.folds:
        yield _strong(fold.label)
        yield from _followed(fold.outcomes, fold.note)


def _followed(outcomes: tuple[OutcomeView, ...], note: EvidenceNote) -> Iterator[str]:
    """Outcomes, and below them how they are known."""
    for outcome in outcomes:
        whose = f"{_strong(outcome.of)}\n" if outcome.of else ""
        known = f"\n//{encoded(outcome.note.evidence)}//" if outcome.note.words else ""
        yield f"{whose}{_told(outcome.text)}{known}"
    if note.words:
        yield f"//{encoded(note.evidence)}//"


def _close(close: EndingView, ends: Iterable[ConditionalText]) -> Iterator[str]:
    yield f"{_strong(close.head)} {encoded(close.as_of)}".rstrip()
    yield from map(_piece, ends)
    if close.unknown:
        yield "\n".join((_strong(strings.UNKNOWN_HEAD), *(f"* {encoded(line)}" for line in close.unknown)))
    if close.questions:
        yield "\n".join((_strong(strings.DISCUSS_HEAD), *(f"* {encoded(one.ask)}" for one in close.questions)))
        if any(one.expect for one in close.questions):
            yield f"[[{print_strings.ANSWERS}]]"


def _answers(found: Iterable[BookletSection]) -> Iterator[str]:
    """What good answers to the questions of its ends draw on, in a passage of its own, each once."""
    asked = (one for section in found if section.close is not None for one in section.close.questions if one.expect)
    drawn = {one.ask: strings.EXPECT.format(what="; ".join(one.expect)) for one in asked}
    yield from (f"{_strong(ask)}\n{encoded(draws)}" for ask, draws in drawn.items())


def _undone(option: SectionKey) -> str:
    """A link from where no record goes, back to the question that was left, as it was then."""
    back = f'<<back "{encoded(strings.BACK_TO_QUESTION)}" "{passage_name(SectionKey(option.story, option.scene))}">>'
    return f"<<if {_expression({'chose': choice_key(option.scene, option.choice)})}>>{back}<</if>>"


def _row(lead: SectionLink, *, is_last: bool) -> str:
    """A link with the end of its line; one that is no part of the passage unless met leaves no empty line."""
    end = "" if is_last else "\n"
    return _lead(lead) + end if lead.only is None else f"<<if {_expression(lead.only)}>>{_lead(lead)}{end}<</if>>"


def _lead(lead: SectionLink) -> str:
    """A link; what it changes is set as it is followed."""
    if lead.to is None:
        return encoded(print_strings.STEP_LOST.format(label=lead.label))
    link = f'<<link "{encoded(lead.label)}" "{passage_name(lead.to)}">>{"".join(_changes(lead))}<</link>>'
    if lead.condition is None:
        return link
    reason = lead.reason or strings.CLOSED
    shut = encoded(print_strings.OPTION_CLOSED.format(label=lead.label, reason=reason))
    return f"<<if {_expression(lead.condition)}>>{link}<<else>>{shut}<</if>>"


def _changes(lead: SectionLink) -> Iterator[str]:
    for key, value in lead.sheet.items():
        yield f"<<set $situation[{_string(key)}] to {_string(value)}>>"
    for variable, names in (("$seen", lead.seen), ("$chose", lead.chose)):
        for name in names:
            yield f"<<run {variable}.pushUnique({_string(name)})>>"


def _sources(library: Library, numbers: dict[str, int], reader: Reader) -> Iterator[str]:
    """Each claim with its standing, and where it stands."""
    for claim in sources_document(library, numbers, reader, numbers=numbers).rows:
        yield "\n".join(encoded(line.text) for line in row_lines(claim) if line.text)


def _lost(found: Iterable[BookletSection]) -> Iterator[str]:
    yield from print_strings.LOST
    steps = [
        print_strings.LOST_STEP.format(scene=section.key.scene, label=lead.label, target=f"{step.record}/{step.scene}")
        for section in found for lead in section.leads
        if lead.to is None and isinstance(step := lead.move, Enter)
    ]  # fmt: skip
    if steps:
        yield print_strings.LOST_STEPS
        yield from dict.fromkeys(steps)


def _expression(condition: Any) -> str:
    if not isinstance(condition, dict):
        return _joined([_expression(part) for part in condition], " || ", "false")
    parts: list[str] = []
    for key, value in condition.items():
        if key == "not":
            parts.append(f"!({_expression(value)})")
        elif key in ("seen", "chose"):
            parts += [f"${key}.includes({_string(one)})" for one in listed(value)]
        else:
            wanted = [f"$situation[{_string(key)}] === {_string(one)}" for one in listed(value)]
            parts.append(_joined(wanted, " || ", "false"))
    return _joined(parts, " && ", "true")


def _joined(parts: list[str], join: str, empty: str) -> str:
    return f"({join.join(parts)})" if len(parts) > 1 else "".join(parts) or empty


def _told(text: str) -> str:
    return "\n\n".join(map(encoded, paragraphs(text)))


def _strong(text: str) -> str:
    return f"''{encoded(text)}''"


def _string(text: str) -> str:
    """A string of JavaScript in which no sign means anything to Twee or SugarCube."""
    return '"' + re.sub(r"[^\w/ -]", lambda found: f"\\u{ord(found[0]):04x}", text, flags=re.ASCII) + '"'
