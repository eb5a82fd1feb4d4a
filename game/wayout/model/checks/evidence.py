"""Does every text rest on claims, every claim on documents, and no rule on the future?

Checks of evidence: texts without claims, claims without documents, disputed claims told alone, duplicate claims,
attribution, rules cited before they were in force.
"""

import re
from collections.abc import Iterator, Sequence

from wayout.model.checks.reporter import Item, TextUse
from wayout.model.dates import period
from wayout.model.evidence import Claim, Difference
from wayout.model.findings import Finding, Note
from wayout.model.graph import recorded_path
from wayout.model.load_result import LoadResult
from wayout.model.standing import standing
from wayout.model.story import Choice, Scene, Story
from wayout.model.text import comparable, wording, wordings
from wayout.model.yaml.spans import DataPath

UNSUPPORTED = {
    "passage": ("The passage cites no claim.", "Add 'claims: […]', or 'editorial: true' if it is about the record."),
    "editorial": ("The editorial passage does not say what it is about.", "Add 'about: […]': the claims it speaks of."),
    "outcome": ("The outcome cites no claim.", "Add 'claims: […]', or say 'is: unrecorded' if nobody knows."),
    "step": ("No outcome of this option cites a claim that carries it.", "Cite in the outcome what the road tells."),
    "otherwise": ("What closes the option cites no claim.", "Add 'claims: […]'."),
    "ending": ("The ending cites no claim.", "Add 'claims: […]': the last that is known of the person."),
}  # fmt: skip


def of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """Claims without a document, with only a paraphrase behind them, or with a figure that nobody owns."""
    library = loaded.library
    for name, claim in library.claims.items():
        item = Item(loaded, "claim", name)
        if claim.kind == "figure" and claim.owner is None and not item.is_maimed():
            hint = "Add 'owner: …': who counted, and what."
            yield item.fault("figure-owner", (), "Nobody is said to have counted this.", hint, key=True)
        if not claim.all_cites and not item.is_maimed():
            hint = "Add 'cites: [{document: …, lines: …}]'."
            yield item.fault("unsupported", (), "The claim cites no document.", hint, key=True)
        elif (
            all(cite.document in library.documents for cite in claim.all_cites)
            and standing(claim, library.lineage).word == "paraphrase only"
        ):
            hint = "Cite the document that was paraphrased too, or drop the claim."
            yield item.fault("paraphrase-only", (), "Only a paraphrase carries this claim.", hint, key=True)


def of_scene(item: Item, name: str, story: Story, texts: Sequence[TextUse]) -> Iterator[Finding]:
    """Texts of a scene that rest on nothing, and outcomes that claim more than is known."""
    scene = story.scenes[name]
    path: DataPath = ("scenes", name)
    for text in texts:
        if text.claims or text.part not in UNSUPPORTED:
            continue
        if text.known == "unrecorded":
            continue
        if not item.is_maimed(*text.path):
            says, hint = UNSUPPORTED[text.part]
            yield item.fault("unsupported", text.place, says, hint, key=True)
    if isinstance(scene.text, tuple) and scene.claims:
        hint = "Move them to the passages that they carry."
        yield item.fault("idle-claims", (*path, "claims"), "These claims carry no passage.", hint, key=True)
    silent: dict[str, list[str]] = {}
    for choice_name, choice in scene.choices.items():
        unrecorded = silent.setdefault(str(choice.only), [])
        at = (*path, "choices", choice_name)
        if not choice.origins and not item.is_maimed(*at):
            hint = "Add 'from: […]': the claims that name or imply this option."
            yield item.fault("unsupported", at, "No claim names or implies this option.", hint, key=True)
        if choice.outcome != ():
            yield from _known(item, at, choice, story, unrecorded)


class Disputed:
    """Which claims are disputed."""

    def __init__(self, loaded: LoadResult) -> None:
        library = loaded.library
        self.claims = {
            name
            for name, claim in library.claims.items()
            if claim.differs and standing(claim, library.lineage).word == "disputed"
        }

    def alone(self, item: Item, texts: Sequence[TextUse]) -> Iterator[Finding]:
        """Recorded outcomes that rest on disputed claims and on nothing else."""
        for text in texts:
            if text.known == "recorded" and text.claims and self.claims.issuperset(text.claims):
                hint = "Say in the text that the documents differ, and cite what they agree on too."
                says = f"The outcome rests on '{text.claims[0]}' alone, which is disputed."
                yield item.fault("disputed-alone", (*text.path, "claims"), says, hint)


def of_person(item: Item, story: Story) -> Iterator[Finding]:
    """A pseudonym that the record does not show as one."""
    person = item.loaded.library.people.get(story.person or "")
    if person is None or person.identity != "pseudonym":
        return
    stops = {stop.scene for stop in recorded_path(item.name, story).stops}
    cited = {claim for name in stops for passage in story.scenes[name].passages for claim in passage.claims}
    if not cited.intersection(person.claims):
        known = ", ".join(person.claims) or "the claim that says so, which people.yaml must name too"
        hint = f"Say in a passage that the name is not the real one, and cite {known}."
        yield item.fault(
            "pseudonym-unsaid", ("person",), f"'{person.name}' is a pseudonym, and is not shown as one.", hint
        )


def _known(item: Item, path: DataPath, choice: Choice, story: Story, unrecorded: list[str]) -> Iterator[Finding]:
    """An outcome's word against who took the choice; `unrecorded` collects the options of the fork without a record."""
    is_listed = isinstance(choice.outcome, tuple)
    counted = False
    for index, outcome in enumerate(choice.outcomes):
        at = (*path, "outcome", index, "is") if is_listed else (*path, "outcome", "is")
        if outcome.known == "recorded":
            whose = outcome.people or ((story.person,) if story.person is not None else ())
            his = set(whose) <= set(choice.takers) and bool(choice.takers)
            people = {*choice.takers, *((story.person,) if story.person is not None else ())}
            if not his and people <= item.loaded.known("person") and not item.is_maimed(*path):
                who = f"'by: {story.person}'" if story.person is not None else "'by'"
                hint = f"Mark the choice {who} if that person took it; else say threatened, expected, reported or rule."
                yield item.fault(
                    "recorded-not-taken",
                    at,
                    "This is told as having happened, on a choice that the person did not take.",
                    hint,
                )
        elif outcome.known == "unrecorded":
            if story.person is not None and story.person in choice.takers:
                hint = "Say 'is: recorded' with its claims, or leave the outcome out."
                yield item.fault(
                    "taken-unrecorded", at, "The person took this choice, so the record is not silent.", hint
                )
                continue
            if unrecorded and not counted:
                says = f"The option '{unrecorded[0]}' of this fork is unrecorded already."
                hint = "Keep the one that the documents themselves raise."
                yield item.fault("two-unrecorded", at, says, hint)
            if not counted:
                unrecorded.append(str(path[-1]))
                counted = True


class Rules:
    """When each rule was in force."""

    def __init__(self, loaded: LoadResult) -> None:
        claims = loaded.library.claims.items()
        spans = {name: period(claim.in_force) for name, claim in claims if claim.in_force is not None}
        self.periods = {name: span for name, span in spans.items() if span is not None}

    def early(self, item: Item, scene: Scene, texts: Sequence[TextUse]) -> Iterator[Finding]:
        """Rules told before they held, or told alone where the scene's date leaves open whether they held.

        A scene without a date is not checked. An open date needs both states of the law in the same scene: the rule
        that came into force meanwhile, and one that held when the scene's date begins.
        """
        when = period(scene.date) if scene.date is not None else None
        if when is None:
            return
        resting = [text for text in texts if text.part == "passage" or text.known == "rule"]
        cited = {claim for text in resting for claim in text.claims if claim in self.periods}
        held_before = any(self.periods[claim].first <= when.first for claim in cited)
        for text in resting:
            for index, claim in enumerate(text.claims):
                rule = self.periods.get(claim)
                if rule is None or rule.first <= when.first:
                    continue
                at = (*text.path, "claims", index)
                if when.last < rule.first:
                    says = f"'{claim}' is in force from {rule.first:%Y-%m-%d}, after this scene."
                    yield item.fault("early-rule", at, says, "Cite the rule that held then, or correct the date.")
                elif not held_before:
                    says = f"'{claim}' comes into force on {rule.first:%Y-%m-%d}, while the scene's date is open."
                    yield item.fault("early-rule", at, says, "Tell both states: cite also the rule that held before.")


def duplicate_claims(loaded: LoadResult) -> Iterator[Finding]:
    """Differences that are none, rules without a time, and claims that say the same of the same people."""
    library = loaded.library
    claims_by_text: dict[tuple[tuple[str, ...], frozenset[str]], list[str]] = {}
    for name, claim in library.claims.items():
        item = Item(loaded, "claim", name)
        if claim.kind == "rule" and claim.in_force is None and claim.as_of is None and not item.is_maimed():
            hint = "Add 'in-force: 2022-09-24/..', or 'as-of' where only the state on a day is known."
            yield item.fault("undated-rule", ("kind",), "The rule does not say when it holds.", hint)
        for number, difference in enumerate(claim.differs):
            yield from _sides(item, number, difference)
        if claim.withdrawn is None:
            says = tuple(map(comparable, wordings(claim.says)))
            claims_by_text.setdefault((says, frozenset(claim.about)), []).append(name)
    for (says, _), names in claims_by_text.items():
        if len(names) > 1 and all(says):
            yield from _same(loaded, names)


def _sides(item: Item, number: int, difference: Difference) -> Iterator[Finding]:
    """Readings that say what another of the same difference says, in the full wording or in the gentle one."""
    path = ("differs", number, "readings")
    if len(difference.readings) < 2 and not item.is_maimed(*path):
        hint = "Add what the other document says, or delete the difference."
        yield item.fault("same-readings", path, "The difference has only one side.", hint, key=True)
        return
    for gentle in (False, True):
        first_at: dict[str, int] = {}
        for side, reading in enumerate(difference.readings):
            says = comparable(wording(reading.says, gentle=gentle))
            first = first_at.setdefault(says, side)
            if first != side and says:
                note = Note(item.loaded.span(item.kind, item.name, *path, first, "says"), "the same")
                hint = "Write what each document says, or delete the difference if there is none."
                sentence = "The two readings do not differ" + (" in their gentle wording." if gentle else ".")
                yield item.fault("same-readings", (*path, side, "says"), sentence, hint, notes=(note,))
                return


def _same(loaded: LoadResult, names: list[str]) -> Iterator[Finding]:
    first, *rest = sorted(names, key=lambda name: not loaded.is_shipped("claim", name))
    for name in rest:
        note = Note(loaded.span("claim", first, "says"), "says the same")
        hint = f"Use '{first}' and give it the cites of both, or say what is different here."
        yield Item(loaded, "claim", name).fault(
            "duplicate-claim", ("says",), f"'{first}' says the same.", hint, notes=(note,)
        )


def people_of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """Claims that name a person whose record is told, and are not said to be about that person.

    Who says what is claimed may be named without being its subject. Where the file says it for its claims, the person
    of its story, nothing is found: there the others whom a claim names are people of that story.
    """
    library = loaded.library
    storied = {story.person for story in library.stories.values()}
    owners = {form: name for name, person in library.people.items() if name in storied for form in person.names}
    if not owners:
        return
    forms = "|".join(re.escape(form) for form in sorted(owners, key=len, reverse=True))
    find = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
    for name, claim in library.claims.items():
        mentioned = [match.group() for wording in wordings(claim.says) for match in find.finditer(wording)]
        if mentioned and loaded.says_about(name):
            named = [
                person for person in dict.fromkeys(owners[form] for form in mentioned) if not _is_listed(claim, person)
            ]
            if named:
                yield _unlisted(Item(loaded, "claim", name), claim, named)


def people_of_stories(loaded: LoadResult) -> Iterator[Finding]:
    """Records of whose person no claim tells: each claim of a file that was written before 'about' lacks it."""
    library = loaded.library
    if "claim" in loaded.broken or loaded.declared["claim"] - set(library.claims):
        return
    people = {person for claim in library.claims.values() for person in claim.about}
    for name, story in library.stories.items():
        if story.person in library.people and story.person not in people and name not in loaded.misshapen:
            says = f"No claim says that it is about '{story.person}'."
            hint = f"Write 'about: [{story.person}]' into every claim that tells of this person."
            yield Item(loaded, "story", name).fault("unlisted-person", ("person",), says, hint)


def _is_listed(claim: Claim, person: str) -> bool:
    return person in claim.about or any(cite.speaker == person for cite in claim.all_cites)


def _unlisted(item: Item, claim: Claim, named: list[str]) -> Finding:
    says = f"The claim names {' and '.join(map(repr, named))}, whom 'about' does not list."
    hint = f"Did you mean 'about: [{', '.join((*claim.about, *named))}]'? Of a mere mention say so in 'ignore'."
    return item.fault("unlisted-person", ("about",) if claim.about else (), says, hint, key=True)
