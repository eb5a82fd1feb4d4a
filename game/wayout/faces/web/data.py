"""What must a browser know to play some stories without Python?

JSON serialisation of stories for the one-file edition's script: scenes, choices, conditions, claims, documents.

Plain values for JSON: what moves, conditions, log and debrief hang on; what a reader is shown stands in the templates.
Every mapping is a list of pairs: its order is kept whatever the ids are, and no id means anything to JavaScript. Claims
and documents are numbers: their places in the templates.
"""

from collections.abc import Mapping
from typing import Any

from wayout.actions import action
from wayout.faces.web.fragments import labelled
from wayout.faces.web.picture_fragments import picture_data
from wayout.faces.web.reader_fragments import FULL, GENTLE, SILENCE, TITLE, account_texts, shown_blocks, touched
from wayout.faces.web.subset import NumberedEvidence, Subset
from wayout.model.glossary_matcher import find_terms
from wayout.model.graph import leads_to_silence, opening, recorded_path
from wayout.model.library import CARE, FOREWORD, Library, story_name
from wayout.model.story import Choice, Condition, Ending, EndingPassage, Passage, Story
from wayout.model.text import Shown, paragraphs, sanitize, wording
from wayout.play.moves import MARKS
from wayout.play.permalink import PART_FLAGS
from wayout.play.reader_part import replies_to
from wayout.play.step import led_to
from wayout.views.action_words import worded
from wayout.views.catalogue import catalogue, is_hard
from wayout.views.outcome import is_unmet, taken_words
from wayout.views.passages import still_claims
from wayout.views.sources import WEAKEST_FIRST, CiteView
from wayout.views.strip import strip_cells


def playable(chosen: Subset) -> dict[str, Any]:
    """Stories and evidence, for JSON."""
    library = chosen.library
    return {
        "edition": library.edition.id,
        "is_shipped": chosen.is_shipped,
        "stories": [(one.id, _story(chosen, one.id)) for one in catalogue(library, FULL)],
        "records": [name for name, story in sorted(library.records.items()) if story.person],
        "others": [(chosen.acts.index(one.of), one.story) for one in chosen.others(FULL)],
        "claims": _claims(chosen.evidence, library),
        "cites": [chosen.evidence.documents[one.document] for one in chosen.evidence.cites],
        "cells": [(name, cells) for name in library.stories if (cells := strip_cells(library, name))],
        "care": CARE in library.asides,
        "foreword": library.foreword,
        "foreword_at": worded(action(FOREWORD), library).word,
        "marks": MARKS,
        "parts": list(PART_FLAGS.items()),
        "threads": [
            (name, {
                "opens": one.opens, "still": chosen.evidence.of(still_claims(one)),
                "touches": [
                    _trimmed(place, chosen.evidence.of(one.touches[place].claims), one.touches[place].otherwise)
                    for place in touched(library, name)
                ],
            })
            for name, one in library.threads.items()
        ],
    }  # fmt: skip


def _story(chosen: Subset, name: str) -> dict[str, Any]:
    library = chosen.library
    story = library.stories[name]
    numbers = {one.key: number for number, one in enumerate(account_texts(library, name, GENTLE))}
    return {
        "name": story_name(library, story),
        "person": story.person,
        "start": story.start,
        "opening": list(opening(story).items()),
        "variables": [(key, list(one.values)) for key, one in labelled(story).items()],
        "path": [(stop.scene, stop.choice) for stop in recorded_path(name, story).stops],
        "scenes": [(key, _scene(chosen, name, key, numbers)) for key in story.scenes],
        **_filled(account=_account(story, numbers), **picture_data(library, name)),
    }


Numbers = Mapping[tuple[str, ...], int]
"""The numbers of the texts of an account, by what calls for them."""


def _account(story: Story, numbers: Numbers) -> Any:
    """Of an account its lines, each by its first text, whether it is kept, its scene from 1, its gap; the rest.

    `heads` has of each headline the places of the lines from which it is taken.
    """
    place = {name: number for number, name in enumerate(story.scenes, 1)}
    lines = [
        _trimmed(
            numbers["line", str(at), ""],
            int(line.keep),
            place.get(line.scene or "", 0),
            *(line.gap or "").split("/", 1),
        )
        for at, line in enumerate(story.account)
    ]
    silences = [(key[0], number) for (kind, *key), number in numbers.items() if kind == SILENCE]
    heads = [
        (numbers["own", scene, name, option], carried)
        for scene, found in story.scenes.items()
        for name, prompt in found.prompts.items()
        for option, one in prompt.options.items()
        if prompt.kind == "headline" and (carried := [
            at for at, line in enumerate(story.account) if not frozenset(one.claims).isdisjoint(line.claims)
        ])
    ]  # fmt: skip
    return {"lines": lines, "title": numbers[TITLE], "silences": silences, **_filled(heads=heads)} if lines else ()


def _scene(chosen: Subset, story: str, key: str, numbers: Numbers) -> dict[str, Any]:
    """What the pages of a scene hang on; what they tell stands in the templates."""
    library, known, scene = chosen.library, chosen.evidence, chosen.library.scene(story, key)
    ending, told_of = scene.ending, library.stories[story]
    return _filled(
        passages=[
            _filled(size=_size(one), claims=known.of(one.claims or one.about), editorial=one.editorial,
                    when=_condition(one.condition), hard=is_hard(library, (one,)), prompt=one.prompt)
            for one in scene.passages
        ],
        prompts=[(name, _prompt(chosen, (story, key, name), numbers)) for name in scene.prompts],
        choices=[
            (name, _choice(chosen, told_of, choice) | _filled(met=numbers.get(("met", key, name)), **road))
            for name, choice in scene.choices.items()
            for road in ({} if told_of.person else _on_road(library, told_of, choice, dealt=scene.dealt),)
        ],
        next=scene.next,
        stretch=scene.stretch and not told_of.person,
        ending=_ending(chosen, story, ending) if ending else None,
        discuss=known.of(claim for one in scene.discuss for claim in one.claims) if ending else (),
    )  # fmt: skip


def _ending(chosen: Subset, story: str, ending: Ending) -> dict[str, Any]:
    """What is told at an end, and which records it leads on to."""
    return {
        "passages": [
            _filled(size=_size(one), claims=chosen.evidence.of(one.claims), when=_condition(one.condition))
            for one in ending.passages
        ],
        "unknown": len(ending.unknown),
        "next": bool(ending.read_next),
        "leads": [f"{record}/{scene}" for record, scene in led_to(chosen.library, story, ending)],
    }


def _size(one: Passage | EndingPassage) -> list[int]:
    """How many elements it has in either wording, where that is not one."""
    is_editorial = isinstance(one, Passage) and one.editorial
    told = [wording(one.text, gentle=gentle) for gentle in (False, True)]
    if isinstance(one, EndingPassage):
        sizes = [len(paragraphs(text)) if text else 0 for text in told]
    else:
        sizes = [1 if is_editorial else len(paragraphs(text)) for text in told]
    return [] if sizes == [1, 1] else sizes


def _prompt(chosen: Subset, place: tuple[str, str, str], numbers: Numbers) -> dict[str, Any]:
    """What a prompt is; of each answer its text in the account and the claims of what it shows, the editorial apart."""
    library, known = chosen.library, chosen.evidence
    story, scene, name = place
    prompt = library.scene(story, scene).prompts[name]

    def reply(option: str) -> list[Any]:
        blocks = shown_blocks(library, story, scene, name, option)
        told, editorial = (
            known.of(dict.fromkeys(claim for one in blocks if one.editorial == is_so for claim in one.claims))
            for is_so in (False, True)
        )
        return [numbers.get(("own", scene, name, option), 0), *((told,) if blocks else ()), *_trimmed(editorial)]

    return _filled(
        kind=prompt.kind,
        claims=known.of(prompt.every_claim) if prompt.kind == "gap" else (),
        replies=[(option, *reply(option)) for option in replies_to(prompt)],
    )


def _choice(chosen: Subset, story: Story, choice: Choice) -> dict[str, Any]:
    library, known, person = chosen.library, chosen.evidence, story.person
    outcomes, words = library.outcomes(person, choice), taken_words(library, person, choice)
    return _filled(
        terms=_terms(library, choice.label),
        act=chosen.acts.index(choice.act),
        claims=known.of(choice.origins),
        only=_condition(choice.only),
        when=_condition(choice.condition),
        reason=known.of(choice.otherwise.claims) if choice.otherwise else (),
        effects=list(choice.effects.items()),
        outcomes=[known.of(one.claims) for one in outcomes],
        own=bool(choice.outcomes),
        away=any(one.at is not None for one in choice.outcomes),
        taken=len(words) if len(words) > 1 else None,
        hard=is_hard(library, outcomes),
        targets=choice.targets,
        silent=leads_to_silence(story, choice),
        brings=list(choice.brings.items()),
        doors=choice.read_targets,
    )


def _on_road(library: Library, story: Story, choice: Choice, *, dealt: bool) -> dict[str, Any]:
    """Of a choice of nobody who took it, and of each of its quiet lines which records are met in it.

    What several scenes have as one door, by its label, has one number there.
    """
    labels = [wording(one.label) for scene in story.scenes.values() for one in scene.choices.values()]
    label = wording(choice.label)
    return {
        "dealt": dealt,
        "door": labels.index(label) + 1 if choice.condition is not None and labels.count(label) > 1 else 0,
        "takers": [(one, library.people[one].name) for one in choice.takers if one in library.people],
        "lines": [
            list(filter(None, map(library.record_of, outcome.people)))
            if is_unmet(library, choice, outcome, ()) else []
            for outcome in library.outcomes(None, choice)
        ] if choice.step is not None else (),
    }  # fmt: skip


def _terms(library: Library, label: Shown) -> Any:
    """The terms of the glossary that a label names, in either wording where they are not the same."""
    full, gentle = (
        [one.term for one in find_terms(sanitize(wording(label, gentle=gentle)), library.terms)]
        for gentle in (False, True)
    )
    return (full, gentle) if full or gentle else ()


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


def _claims(evidence: NumberedEvidence, library: Library) -> list[list[Any]]:
    """Of each claim whom it is about, by number, and what is cited; what holds nothing at the end is left out."""
    people = {name: number for number, name in enumerate(dict.fromkeys(("", *(one.about for one in evidence.views))))}

    def cited(cites: tuple[CiteView, ...]) -> list[list[Any]]:
        return [_trimmed(evidence.way(one), one.place, one.quote) for one in cites]

    return [
        _trimmed(
            people[one.about],
            WEAKEST_FIRST.index(one.standing),
            cited(one.cites),
            [
                (int(difference.weight == "substance"), [cited(reading.cites) for reading in difference.readings])
                for difference in one.differences
            ],
            int(bool(library.claims[one.id].content)),
        )
        for one in evidence.views
    ]


def _trimmed(*values: Any) -> list[Any]:
    found = list(values)
    while found and not found[-1]:
        found.pop()
    return found


def _filled(**fields: Any) -> dict[str, Any]:
    """The fields that hold something: what is empty needs no room."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], (), False)}
