"""In which words is a debrief told, the same on every face?"""

from msgspec import Struct

from wayout.locale import strings
from wayout.views.debrief import Debrief, ForkComparison
from wayout.views.sources import CiteView, ClaimView


class DebriefRow(Struct, frozen=True):
    """A line, the evidence words that stand behind it, what stands below it, and where it leads.

    `cited` is what a line from elsewhere begins with, a title or an outlet, and `language` is its language. Under
    `head` stands what is closed until somebody asks for it, where a page can close it.
    """

    text: str
    evidence: str = ""
    below: tuple["DebriefRow", ...] = ()
    link: str = ""
    cited: str = ""
    language: str = ""
    head: str = ""


class DebriefSection(Struct, frozen=True):
    """Rows under a head."""

    head: str
    rows: tuple[DebriefRow, ...]


def debrief_sections(found: Debrief) -> tuple[DebriefSection, ...]:
    """The sections of a debrief that have something to say, in their order."""
    unmet = strings.UNMET_ONE if found.unmet == 1 else strings.UNMET.format(n=found.unmet)
    forks = tuple(_fork(one) for one in found.forks) or (DebriefRow(strings.FORKS_NONE),)
    sections = (
        DebriefSection(strings.FORKS_HEAD, (*forks, DebriefRow(unmet)) if found.unmet else forks),
        DebriefSection(
            strings.MARKED_HEAD,
            tuple(
                DebriefRow(strings.MARKED_LINE.format(label=one.label, marked=one.marked, evidence=one.evidence))
                for one in found.marks
            ),
        ),
        DebriefSection(strings.WEAKEST_HEAD, _weakest(found)),
        DebriefSection(
            strings.ELSEWHERE_HEAD,
            tuple(
                DebriefRow(
                    strings.OF_PERSON.format(name=one.act, head=one.name),
                    "",
                    (DebriefRow(one.did.label, one.did.evidence),),
                )
                for one in found.elsewhere
            ),
        ),
        DebriefSection(strings.ENDINGS_HEAD, tuple(DebriefRow(one) for one in found.endings)),
        DebriefSection(
            strings.DISCUSS_HEAD,
            tuple(
                DebriefRow(
                    one.ask,
                    "",
                    (DebriefRow(strings.EXPECT.format(what="; ".join(one.expect))),),
                    head=strings.EXPECT_HEAD,
                )
                if one.expect
                else DebriefRow(one.ask)
                for one in found.questions
            ),
        ),
        DebriefSection(strings.PATH_SOURCES_HEAD, tuple(_claim(one) for one in found.sources)),
        DebriefSection(
            strings.DOCUMENTS_HEAD,
            tuple(
                DebriefRow(one.line, link=one.url, cited=one.cited, language=one.language) for one in found.documents
            ),
        ),
    )
    return tuple(section for section in sections if section.rows)


def _fork(one: ForkComparison) -> DebriefRow:
    """What was chosen beside what the record has; in one line where that is the same."""
    question = strings.OF_PERSON.format(name=one.name, head=one.question) if one.question else one.name
    if one.did is not None and one.chose == (one.did,):
        return DebriefRow(
            question, "", (DebriefRow(strings.CHOSE_AS_HE_DID.format(label=one.did.label), one.did.evidence),)
        )
    chose = tuple(DebriefRow(strings.YOU_CHOSE.format(label=side.label), side.evidence) for side in one.chose)
    did: tuple[DebriefRow, ...] = ()
    if one.did is not None:
        did = (DebriefRow(strings.HE_DID.format(name=one.person, label=one.did.label), one.did.evidence),)
    elif one.person:
        did = (DebriefRow(strings.OFF_HIS_PATH.format(name=one.person)),)
    return DebriefRow(question, "", (*chose, *did))


def _weakest(found: Debrief) -> tuple[DebriefRow, ...]:
    weak = found.weakest
    if weak is None:
        return ()
    count = strings.WEAKEST_COUNT.format(n=len(weak.claims), all=weak.count)
    return (
        DebriefRow(
            weak.support, "", (DebriefRow(count), DebriefRow(strings.WEAKEST_FIRST.format(says=weak.claims[0])))
        ),
    )


def _claim(claim: ClaimView) -> DebriefRow:
    places: dict[str, DebriefRow] = {}
    for place in map(_place, claim.cites):
        places.setdefault(place.text, place)
    return DebriefRow(claim.says, claim.standing, tuple(places.values()))


def _place(cite: CiteView) -> DebriefRow:
    debrief_sections = " · ".join(part for part in (cite.name, cite.how, cite.place) if part)
    return DebriefRow(debrief_sections, cited=cite.name, language=cite.language)
