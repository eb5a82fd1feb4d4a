"""What must a browser know to play some stories without Python?

JSON serialisation of stories for the one-file edition's script: scenes, choices, conditions, claims, documents.

Plain values for JSON: what moves, conditions, log and debrief hang on; what pages tell stands in templates. A text in
two wordings is a pair. Every mapping is a list of pairs: its order is kept whatever the ids are, and no id means
anything to JavaScript.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from wayout.faces.web.fragments import FULL, GENTLE, labelled
from wayout.faces.web.subset import Subset, claims_needed
from wayout.locale import strings
from wayout.model.dates import format_date
from wayout.model.glossary_matcher import find_terms
from wayout.model.graph import RecordedPath, opening, recorded_path
from wayout.model.library import CARE, Library, story_name
from wayout.model.story import Choice, Condition, Ending, Passage, Story
from wayout.model.text import Shown, TwoWordings, paragraphs, wording
from wayout.play.moves import MARKS
from wayout.play.step import SharedAct, records_with_same_act
from wayout.render.sanitize import sanitize
from wayout.views.catalogue import catalogue
from wayout.views.content_notes import content_notes, is_hard
from wayout.views.outcome import taken_word
from wayout.views.page import page_title
from wayout.views.sources import WEAKEST_FIRST, CiteView, ClaimView, claim_views


class _Numbers(Struct, frozen=True):
    """What stands often in a file has a number in it: claims, documents, speakers with how they say something."""

    claims: dict[str, int]
    documents: dict[str, int]
    said: dict[tuple[str, str], int]

    def of(self, claims: tuple[str, ...]) -> list[int]:
        """The numbers of claims, also of those that nobody can be shown."""
        return [self.claims.setdefault(one, len(self.claims)) for one in claims]


def playable(chosen: Subset) -> dict[str, Any]:
    """Stories and evidence, for JSON."""
    library = chosen.library
    claims = claim_views(library, claims_needed(library), FULL)
    standings = list(dict.fromkeys((one.standing, one.reason) for one in claims))
    documents = _documents(claims)
    known = _Numbers(
        {one.id: number for number, one in enumerate(claims)},
        {one.document: number for number, one in enumerate(documents)},
        {said: number for number, said in enumerate(dict.fromkeys(map(_said, _every_cite(claims))))},
    )
    return {
        "stories": [(one.id, _story(chosen, one.id, known)) for one in catalogue(library, FULL)],
        "records": [name for name, story in sorted(library.records.items()) if story.person],
        "acts": [(name, _both(act.label)) for name, act in library.acts.items()],
        "standings": standings,
        "claims": [
            {"stands": standings.index((one.standing, one.reason)), **_claim(library, one, known)} for one in claims
        ],
        "documents": [(one.document, _document(one)) for one in documents],
        "said": list(known.said),
        "ids": list(known.claims),
        "care": CARE in library.asides,
        "weakest_first": WEAKEST_FIRST,
        "marks": MARKS,
    }


def _story(chosen: Subset, name: str, known: _Numbers) -> dict[str, Any]:
    library = chosen.library
    story = library.stories[name]
    path = recorded_path(name, story)
    stops = path.stops
    held = content_notes(library, name)
    return {
        "name": story_name(library, story),
        "title": page_title(library, name),
        "person": story.person,
        "start": story.start,
        "opening": list(opening(story).items()),
        "variables": [(key, list(one.values)) for key, one in labelled(story).items()],
        "entries": [(stop.scene, _entry(path, stop.scene)) for stop in stops],
        "answers": [(stop.scene, stop.choice) for stop in stops if stop.choice is not None] if story.person else [],
        "met": [_met(library, met) for met in records_with_same_act(library, name)],
        "notice": strings.CONTENT_NOTE.format(what="; ".join(held)) if held else "",
        "scenes": [(key, _scene(chosen, name, key, known)) for key in story.scenes],
    }


def _entry(path: RecordedPath, scene: str) -> dict[str, Any]:
    """What holds on entering a scene of the recorded path."""
    at = path.at(scene)
    assert at is not None
    return {"situation": list(at.situation.items()), "seen": sorted(at.seen), "chose": sorted(at.chose)}


def _met(library: Library, met: SharedAct) -> dict[str, Any]:
    """A record that an ending leads to."""

    def label(*, gentle: bool) -> str:
        said = wording(library.acts[met.act].label, gentle=gentle) if met.act in library.acts else ""
        return strings.READ_TOO.format(name=story_name(library, library.stories[met.record]), act=said)

    return {"target": f"{met.record}/{met.scene}", "label": _pair(label(gentle=False), label(gentle=True))}


def _scene(chosen: Subset, name: str, key: str, known: _Numbers) -> dict[str, Any]:
    """What the pages of a scene hang on; what they tell stands in the templates."""
    library = chosen.library
    story, scene = library.stories[name], library.scene(name, key)
    place = library.places.get(scene.at) if scene.at else None
    return _filled(
        place=place.name if place else "",
        date=format_date(scene.date) if scene.date is not None else "",
        passages=[
            _filled(size=_size(one), claims=known.of(one.claims or one.about), editorial=one.editorial,
                    when=_condition(one.condition), hard=is_hard(library, (one,)))
            for one in scene.passages
        ],
        ask=_both(scene.ask) if scene.ask else "",
        choices=[
            (one, _choice(library, story, choice, known, chosen.elsewhere.get((name, key, one), ())))
            for one, choice in scene.choices.items()
        ],
        next=scene.next,
        ending=_ending(scene.ending, known) if scene.ending else None,
        discuss=[
            {"ask": _both(one.ask), "expect": one.expect, "claims": known.of(one.claims)} for one in scene.discuss
        ],
    )  # fmt: skip


def _size(one: Passage) -> list[int]:
    """How many elements it has in either wording, where that is not one."""
    sizes = [1 if one.editorial else len(paragraphs(wording(one.text, gentle=gentle))) for gentle in (False, True)]
    return [] if sizes == [1, 1] else sizes


def _choice(
    library: Library, story: Story, choice: Choice, known: _Numbers, elsewhere: tuple[str, ...]
) -> dict[str, Any]:
    otherwise, outcomes = choice.otherwise, library.outcomes(story.person, choice)
    return _filled(
        label=_both(choice.label),
        terms=_terms(library, choice.label),
        act=choice.act,
        claims=known.of(choice.origins),
        taken=taken_word(library, story.person, choice),
        when=_condition(choice.condition),
        otherwise={"text": _both(otherwise.text), "claims": known.of(otherwise.claims)} if otherwise else None,
        effects=list(choice.effects.items()),
        outcomes=[(strings.KNOWN[one.known], known.of(one.claims)) for one in outcomes],
        own=bool(choice.outcomes),
        hard=is_hard(library, outcomes),
        targets=choice.targets,
        elsewhere=", ".join(elsewhere),
    )


def _terms(library: Library, label: Shown) -> Any:
    """The terms of the glossary that a label names, in either wording where they are not the same."""
    full, gentle = (
        [one.term for one in find_terms(sanitize(wording(label, gentle=gentle)), library.terms)]
        for gentle in (False, True)
    )
    return (full, gentle) if full or gentle else ()


def _ending(ending: Ending, known: _Numbers) -> dict[str, Any]:
    is_published = ending.kind == "as-published"
    return {
        "head": strings.ENDING_PUBLISHED if is_published else strings.ENDING_SILENT,
        "as_of": strings.AS_OF.format(date=format_date(ending.as_of)) if ending.as_of is not None else "",
        "claims": known.of(ending.claims),
        "unknown": len(ending.unknown),
    }


def _condition(condition: Condition | None) -> list[Any] | None:
    """A condition as ['any', …], ['all', …], ['not', …], ['seen' or 'chose', ids] and ['is', variable, values]."""
    if condition is None:
        return None
    if isinstance(condition, Mapping):
        return ["all", *(_part(key, value) for key, value in condition.items())]
    return ["any", *(_condition(part) for part in condition)]


def _part(key: str, value: Any) -> list[Any]:
    listed = list(value) if isinstance(value, list | tuple) else [value]
    if key == "not":
        return ["not", _condition(value)]
    return [key, listed] if key in ("seen", "chose") else ["is", key, listed]


def _claim(library: Library, full: ClaimView, known: _Numbers) -> dict[str, Any]:
    (gentle,) = claim_views(library, (full.id,), GENTLE)
    return _filled(
        about=full.about,
        says=_pair(full.says, gentle.says),
        remarks=[_pair(*both) for both in zip(full.remarks, gentle.remarks, strict=True)],
        cites=[_cite(one, known) for one in full.cites],
        spared=bool(library.claims[full.id].content),
        differences=[
            {
                "on": _both(difference.on),
                "weight": difference.weight,
                "why": one.why,
                "readings": [
                    {"says": _pair(this.says, that.says), "cites": [_cite(each, known) for each in this.cites]}
                    for this, that in zip(one.readings, other.readings, strict=True)
                ],
            }
            for one, other, difference in zip(
                full.differences, gentle.differences, library.claims[full.id].differs, strict=True
            )
        ],
    )


def _cite(one: CiteView, known: _Numbers) -> list[Any]:
    """The numbers of its document and of who says it how, the place, and the quotation, if there is one."""
    found = [known.documents[one.document], known.said[_said(one)], one.place, one.quote]
    return found if one.quote else found[:-1]


def _said(one: CiteView) -> tuple[str, str]:
    return one.speaker, one.voice


def _every_cite(claims: tuple[ClaimView, ...]) -> Iterator[CiteView]:
    for claim in claims:
        yield from claim.cites
        for difference in claim.differences:
            for reading in difference.readings:
                yield from reading.cites


def _documents(claims: tuple[ClaimView, ...]) -> tuple[CiteView, ...]:
    """One cite of each document."""
    found: dict[str, CiteView] = {}
    for cite in _every_cite(claims):
        found.setdefault(cite.document, cite)
    return tuple(found.values())


def _document(one: CiteView) -> dict[str, Any]:
    return _filled(title=one.title, outlet=one.outlet, how=one.how, language=one.language, made_from=one.made_from,
                   url=one.url, is_held=one.is_held)  # fmt: skip


def _both(text: Shown) -> Any:
    return _pair(wording(text), wording(text, gentle=True)) if isinstance(text, TwoWordings) else wording(text)


def _pair(full: str, gentle: str) -> Any:
    """One text where both wordings are the same."""
    return full if full == gentle else (full, gentle)


def _filled(**fields: Any) -> dict[str, Any]:
    """The fields that hold something: what is empty needs no room."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], (), False)}
