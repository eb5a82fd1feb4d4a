"""What must a browser know to play some stories without Python?

Plain values for JSON. What does not depend on a reader's trail is worked out here; a text in two wordings is a pair.
Every mapping is a list of pairs: its order is kept whatever the ids are, and no id means anything to JavaScript.
"""

from collections.abc import Mapping
from typing import Any

from wayout.faces.web.subset import Subset, claims_needed
from wayout.locale import strings
from wayout.model.dates import format_date
from wayout.model.glossary_matcher import written
from wayout.model.graph import opening, recorded_path
from wayout.model.library import Library, story_name
from wayout.model.reference_pages import CARE
from wayout.model.story import Choice, Condition, Ending, Story
from wayout.model.text import Shown, TwoWordings, wording
from wayout.play.moves import MARKS
from wayout.play.reader import Reader
from wayout.play.same_question import SharedAct, records_with_same_act
from wayout.views.attribution import attribution
from wayout.views.catalogue import catalogue, catalogue_entry
from wayout.views.content_notes import content_notes
from wayout.views.hard_content import is_hard
from wayout.views.page import page_title, taken_word
from wayout.views.source_comparison import single_source_claims, source_differences
from wayout.views.sources import WEAKEST_FIRST, CiteView, ClaimView, claim_views

FULL, GENTLE = Reader(), Reader(gentle=True)


def playable(chosen: Subset) -> dict[str, Any]:
    """Stories and evidence, for JSON."""
    library = chosen.library
    claims = claim_views(library, claims_needed(library), FULL)
    standings = list(dict.fromkeys((one.standing, one.reason) for one in claims))
    return {
        "stories": [
            (catalogue_entry.id, _story(chosen, catalogue_entry.id)) for catalogue_entry in catalogue(library, FULL)
        ],
        "records": [name for name, story in sorted(library.records.items()) if story.person],
        "acts": [(name, _both(act.label)) for name, act in library.acts.items()],
        "standings": standings,
        "claims": [
            (one.id, {"stands": standings.index((one.standing, one.reason)), **_claim(library, one)}) for one in claims
        ],
        "documents": [(one.document, _document(one)) for one in _documents(claims)],
        "terms": [(one.first, one.rest, one.term) for one in written(library.terms)],
        "differ": _differ(library),
        "alone": _alone(library),
        "care": CARE in library.asides,
        "weakest_first": WEAKEST_FIRST,
        "marks": MARKS,
    }


def _story(chosen: Subset, name: str) -> dict[str, Any]:
    library = chosen.library
    story = library.stories[name]
    stops = recorded_path(name, story).stops
    held = content_notes(library, name)
    return {
        "name": story_name(library, story),
        "title": page_title(library, name),
        "person": story.person,
        "start": story.start,
        "opening": list(opening(story).items()),
        "variables": [
            (key, {"label": one.label, "values": [*one.values.items()]})
            for key, one in story.situation.items()
            if one.label
        ],
        "entries": [(stop.scene, _entry(story, name, stop.scene)) for stop in stops],
        "answers": [(stop.scene, stop.choice) for stop in stops if stop.choice is not None] if story.person else [],
        "met": [_met(library, met) for met in records_with_same_act(library, name)],
        "notice": strings.CONTENT_NOTE.format(what="; ".join(held)) if held else "",
        "scenes": [(key, _scene(chosen, name, key)) for key in story.scenes],
        "about": _about(library, name),
    }


def _about(library: Library, name: str) -> dict[str, Any]:
    """What the library of stories and the notice before this one say of it."""
    full, gentle = catalogue_entry(library, name, FULL), catalogue_entry(library, name, GENTLE)
    return {
        "title": full.title,
        "identity": full.identity,
        "length": full.length,
        "teaser": _pair(full.teaser, gentle.teaser),
        "content": full.content,
        "review": full.review,
        "whose": attribution(library, name),
    }


def _entry(story: Story, name: str, scene: str) -> dict[str, Any]:
    """What holds on entering a scene of the recorded path."""
    at = recorded_path(name, story).at(scene)
    assert at is not None
    return {"situation": list(at.situation.items()), "seen": sorted(at.seen), "chose": sorted(at.chose)}


def _met(library: Library, met: SharedAct) -> dict[str, Any]:
    """A record that an ending leads to."""

    def label(*, gentle: bool) -> str:
        said = wording(library.acts[met.act].label, gentle=gentle) if met.act in library.acts else ""
        return strings.READ_TOO.format(name=story_name(library, library.stories[met.record]), act=said)

    return {"target": f"{met.record}/{met.scene}", "label": _pair(label(gentle=False), label(gentle=True))}


def _scene(chosen: Subset, name: str, key: str) -> dict[str, Any]:
    library = chosen.library
    story, scene = library.stories[name], library.scene(name, key)
    place = library.places.get(scene.at) if scene.at else None
    return _filled(
        place=place.name if place else "",
        date=format_date(scene.date) if scene.date is not None else "",
        passages=[
            _filled(text=_both(one.text), claims=one.claims or one.about, editorial=one.editorial,
                    when=_condition(one.condition), hard=is_hard(library, (one,)))
            for one in scene.passages
        ],
        ask=_both(scene.ask) if scene.ask else "",
        choices=[
            (one, _choice(library, story, choice, chosen.elsewhere.get((name, key, one), ())))
            for one, choice in scene.choices.items()
        ],
        next=scene.next,
        ending=_ending(scene.ending) if scene.ending else None,
        discuss=[
            {"ask": _both(one.ask), "expect": one.expect, "claims": one.claims} for one in scene.discuss
        ],
    )  # fmt: skip


def _choice(library: Library, story: Story, choice: Choice, elsewhere: tuple[str, ...]) -> dict[str, Any]:
    otherwise = choice.otherwise
    return _filled(
        label=_both(choice.label),
        act=choice.act,
        claims=choice.origins,
        taken=taken_word(library, story.person, choice),
        when=_condition(choice.condition),
        otherwise={"text": _both(otherwise.text), "claims": otherwise.claims} if otherwise else None,
        effects=list(choice.effects.items()),
        outcomes=[
            {"word": strings.KNOWN[one.known], "text": _both(one.text), "claims": one.claims} for one in choice.outcomes
        ],
        hard=is_hard(library, choice.outcomes),
        targets=choice.targets,
        elsewhere=", ".join(elsewhere),
    )


def _ending(ending: Ending) -> dict[str, Any]:
    is_published = ending.kind == "as-published"
    return {
        "head": strings.ENDING_PUBLISHED if is_published else strings.ENDING_SILENT,
        "is_published": is_published,
        "as_of": strings.AS_OF.format(date=format_date(ending.as_of)) if ending.as_of is not None else "",
        "text": _both(ending.text),
        "claims": ending.claims,
        "unknown": [_both(one) for one in ending.unknown],
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


def _claim(library: Library, full: ClaimView) -> dict[str, Any]:
    (gentle,) = claim_views(library, (full.id,), GENTLE)
    return _filled(
        about=full.about,
        says=_pair(full.says, gentle.says),
        remarks=[_pair(*both) for both in zip(full.remarks, gentle.remarks, strict=True)],
        cites=[_cite(one) for one in full.cites],
        spared=bool(library.claims[full.id].content),
        differences=[
            {
                "on": _both(difference.on),
                "weight": difference.weight,
                "why": one.why,
                "readings": [
                    {"says": _pair(this.says, that.says), "cites": [_cite(each) for each in this.cites]}
                    for this, that in zip(one.readings, other.readings, strict=True)
                ],
            }
            for one, other, difference in zip(
                full.differences, gentle.differences, library.claims[full.id].differs, strict=True
            )
        ],
    )


def _cite(one: CiteView) -> tuple[str, ...]:
    return one.document, one.place, one.speaker, one.voice, one.quote


def _documents(claims: tuple[ClaimView, ...]) -> tuple[CiteView, ...]:
    """One cite of each document."""
    found: dict[str, CiteView] = {}
    for claim in claims:
        readings = (reading for difference in claim.differences for reading in difference.readings)
        for cite in (*claim.cites, *(cite for reading in readings for cite in reading.cites)):
            found.setdefault(cite.document, cite)
    return tuple(found.values())


def _document(one: CiteView) -> dict[str, Any]:
    return _filled(title=one.title, outlet=one.outlet, how=one.how, language=one.language, made_from=one.made_from,
                   url=one.url, is_held=one.is_held)  # fmt: skip


def _differ(library: Library) -> list[tuple[str, list[tuple[str, int]]]]:
    """Under each head, the claims and which of their differences stand there."""
    found = []
    for parting in source_differences(library, FULL):
        weight = next(weight for weight, head in strings.DIFFERS_HEAD.items() if head == parting.weight)
        points = [
            (name, at)
            for name in dict.fromkeys(point.claim for point in parting.points)
            for at, one in enumerate(library.claims[name].differs)
            if one.weight == weight
        ]
        found.append((strings.OF_PERSON.format(name=parting.name, head=parting.weight), points))
    return found


def _alone(library: Library) -> list[tuple[str, str, list[Any]]]:
    """Of whom, by which account, and the claims that rest on it alone."""
    both = (single_source_claims(library, reader) for reader in (FULL, GENTLE))
    return [
        (full.name, full.account, [_pair(*said) for said in zip(full.claims, gentle.claims, strict=True)])
        for full, gentle in zip(*both, strict=True)
    ]


def _both(text: Shown) -> Any:
    return _pair(wording(text), wording(text, gentle=True)) if isinstance(text, TwoWordings) else wording(text)


def _pair(full: str, gentle: str) -> Any:
    """One text where both wordings are the same."""
    return full if full == gentle else (full, gentle)


def _filled(**fields: Any) -> dict[str, Any]:
    """The fields that hold something: what is empty needs no room."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], (), False)}
