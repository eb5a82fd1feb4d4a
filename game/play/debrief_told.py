"""In which words is a debrief told, the same on every face?"""

from msgspec import Struct

from game import words
from game.play.debriefed import Debrief, ForkBeside
from game.play.sources import CiteView, ClaimView


class Row(Struct, frozen=True):
    """A line, the evidence words that stand behind it, what stands below it, and where it leads.

    `cited` is what a line from elsewhere begins with, a title or an outlet, and `language` is its language. Under
    `head` stands what is closed until somebody asks for it, where a page can close it.
    """

    text: str
    evidence: str = ""
    below: tuple["Row", ...] = ()
    link: str = ""
    cited: str = ""
    language: str = ""
    head: str = ""


class Section(Struct, frozen=True):
    """Rows under a head."""

    head: str
    rows: tuple[Row, ...]


def told(found: Debrief) -> tuple[Section, ...]:
    """The sections of a debrief that have something to say, in their order."""
    unmet = words.UNMET_ONE if found.unmet == 1 else words.UNMET.format(n=found.unmet)
    forks = tuple(_fork(one) for one in found.forks) or (Row(words.FORKS_NONE),)
    sections = (
        Section(words.FORKS_HEAD, (*forks, Row(unmet)) if found.unmet else forks),
        Section(words.MARKED_HEAD, tuple(Row(words.MARKED_LINE.format(label=one.label, marked=one.marked,
                                                                      evidence=one.evidence)) for one in found.marks)),
        Section(words.WEAKEST_HEAD, _weakest(found)),
        Section(words.ELSEWHERE_HEAD, tuple(
            Row(words.OF_PERSON.format(name=one.act, head=one.name), "", (Row(one.did.label, one.did.evidence),))
            for one in found.elsewhere)),
        Section(words.ENDINGS_HEAD, tuple(Row(one) for one in found.endings)),
        Section(words.DISCUSS_HEAD, tuple(
            Row(one.ask, "", (Row(words.EXPECT.format(what="; ".join(one.expect))),), head=words.EXPECT_HEAD)
            if one.expect else Row(one.ask)
            for one in found.questions)),
        Section(words.PATH_SOURCES_HEAD, tuple(_claim(one) for one in found.sources)),
        Section(words.DOCUMENTS_HEAD, tuple(
            Row(one.line, link=one.url, cited=one.cited, language=one.language) for one in found.documents)),
    )  # fmt: skip
    return tuple(section for section in sections if section.rows)


def _fork(one: ForkBeside) -> Row:
    """What was chosen beside what the record has; in one line where that is the same."""
    question = words.OF_PERSON.format(name=one.name, head=one.question) if one.question else one.name
    if one.did is not None and one.chose == (one.did,):
        return Row(question, "", (Row(words.CHOSE_AS_HE_DID.format(label=one.did.label), one.did.evidence),))
    chose = tuple(Row(words.YOU_CHOSE.format(label=side.label), side.evidence) for side in one.chose)
    did: tuple[Row, ...] = ()
    if one.did is not None:
        did = (Row(words.HE_DID.format(name=one.person, label=one.did.label), one.did.evidence),)
    elif one.person:
        did = (Row(words.OFF_HIS_PATH.format(name=one.person)),)
    return Row(question, "", (*chose, *did))


def _weakest(found: Debrief) -> tuple[Row, ...]:
    weak = found.weakest
    if weak is None:
        return ()
    count = words.WEAKEST_COUNT.format(n=len(weak.claims), all=weak.count)
    return (Row(weak.support, "", (Row(count), Row(words.WEAKEST_FIRST.format(says=weak.claims[0])))),)


def _claim(claim: ClaimView) -> Row:
    places: dict[str, Row] = {}
    for place in map(_place, claim.cites):
        places.setdefault(place.text, place)
    return Row(claim.says, claim.standing, tuple(places.values()))


def _place(cite: CiteView) -> Row:
    told = " · ".join(part for part in (cite.name, cite.how, cite.place) if part)
    return Row(told, cited=cite.name, language=cite.language)
