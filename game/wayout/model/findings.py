"""What is a finding: a code, a place, a sentence and a hint?

Diagnostics: the registry of finding codes with severity and meaning, spans, hints, sort order, and which codes cannot
be suppressed.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

Severity = Literal["error", "warning"]


class Span(Struct, frozen=True, order=True):
    """A place in a file: lines and columns count from 1, columns in characters, the end is not included."""

    file: str
    line: int
    column: int
    end_column: int


class Note(Struct, frozen=True):
    """Another place that belongs to a finding, such as the first of two equal keys."""

    span: Span
    says: str


class Finding(Struct, frozen=True, kw_only=True):
    """One diagnostic, as a value: nothing is raised for what a writer can mend."""

    code: str
    span: Span
    says: str
    hint: str = ""
    notes: tuple[Note, ...] = ()
    part: tuple[Any, ...] = ()
    """Of what was found in a thing that was read: its kind, its id, and the path in it. Ignore entries go by it."""

    @property
    def severity(self) -> Severity:
        """How serious the code is by default."""
        return CODES[self.code][0]


CODES: dict[str, tuple[Severity, str]] = {
    # reading a file
    "unreadable": ("error", "The file cannot be opened, or is not a regular file."),
    "link-outside": ("error", "A symbolic link that leads out of its folder; it is not followed."),
    "not-read": ("warning", "A file among stories or evidence whose name is not one of those that are read."),
    "over-limit": ("error", "A file, a folder or a text larger than the limit, or too many faults in one file."),
    "encoding": ("error", "The file is not UTF-8, or holds a character that YAML forbids."),
    "syntax": ("error", "The file is not YAML."),
    "duplicate-key": ("error", "The same name stands twice in one list of names."),
    "yaml-feature": ("error", "Anchors, aliases, merge keys, tags, directives, or several documents."),
    "too-deep": ("error", "Mappings or lists are nested deeper than the limit."),
    "hidden-character": ("error", "A control character, or one that turns the direction of writing."),
    "comment-in-text": ("warning", "A text that ends at a #, with more behind it, which is taken for a comment."),
    "ambiguous-scalar": ("warning", "A plain word or number that is text here, and something else to other readers."),
    # the shape of the data
    "unknown-field": ("error", "A field that the format does not have."),
    "missing-field": ("error", "A field that the format needs is not there."),
    "wrong-type": ("error", "A value of another kind than the format needs."),
    "unknown-word": ("error", "A word outside the list that the format allows here."),
    "malformed-date": ("error", "A date that is not in EDTF form."),
    "malformed-lines": ("error", "Line numbers that are not of the form 15, 5-6 or '5-6, 9'."),
    # links
    "bad-id": ("error", "An id that is not in lower case with hyphens, or is a word of the format."),
    "circular-lineage": ("error", "A document that is made from itself."),
    "duplicate-id": ("error", "Two files give the same id to two things."),
    "missing-target": ("error", "A scene, record, claim, document, person, place or act that does not exist."),
    "letter-case": ("error", "A name or a word that is there, but in other letters, upper or lower case."),
    "undeclared-value": ("error", "A variable or value that the situation does not declare."),
    "scene-form": ("error", "A scene has both choices and next."),
    "dead-end": ("error", "A scene leads nowhere, and is not declared an ending."),
    "ending-goes-on": ("error", "An ending has choices, or a next scene."),
    "fork-form": ("error", "A fork has no question, or fewer than two choices."),
    "mixed-targets": ("error", "A choice with several targets may only step into other records."),
    "former-id": ("error", "An id that a scene or choice had before is in use, or claimed twice."),
    # reach
    "unreachable-scene": ("error", "Nothing at all leads to the scene."),
    "island": ("error", "Scenes lead to one another, but no path from the start leads to them."),
    "no-ending": ("error", "From this scene no ending can be reached."),
    "endless-loop": ("error", "Scenes go on to one another for ever, and never ask anything."),
    "recorded-path": ("error", "The path that the person took does not lead to an as-published ending."),
    "taken-off-path": ("error", "A choice is marked as taken by the story's person, where that record never comes."),
    "step-off-record": ("error", "A step into another record leads to a scene that is not on that record's own path."),
    # choices and the situation
    "idle-choice": ("warning", "A choice that tells nothing, changes nothing and leads nowhere else."),
    "idle-set": ("warning", "A 'set' on a choice that goes back, or to another record: it has no effect."),
    "alike-choices": ("warning", "Two choices of a fork have one label, or do, tell and lead to the same."),
    "many-options": ("warning", "A fork has more than nine options: there are nine digit keys."),
    "idle-otherwise": ("error", "An 'otherwise' on an option that has no 'if': it can never be shown."),
    "own-scene": ("error", "A choice leads to its own scene, where it should lead 'back'."),
    "unused-variable": ("warning", "A variable that no choice sets and no 'if' asks for."),
    "constant-variable": ("warning", "A variable that an 'if' asks for, and that no choice ever sets."),
    "unread-variable": ("warning", "A variable that is set, that no 'if' asks for, and that no claim carries."),
    "unreached-value": ("warning", "A value that a variable neither starts with nor is ever set to."),
    "never-met": ("warning", "An 'if', or one of its alternatives, that no reader can ever meet."),
    "always-met": ("warning", "An 'if' that every reader meets."),
    # a road
    "road-word": ("error", "A word of a road stands where there is none, or where it says nothing."),
    "record-owner": ("error", "A recorded outcome of a story without a person does not say whose record it is."),
    # the reader's own part
    "prompt-form": ("error", "A prompt without a part that its kind needs, or a gap that does not fit its claim."),
    "prompt-beside-hard": ("error", "A prompt on a page that tells of what is hard to bear, or on the next one."),
    "one-sided": ("error", "A text with the words of one reading, where a gap leaves it to the reader which to print."),
    "account-form": ("error", "An account that is too long or too short, or a line that does not fit its gap."),
    "thread-form": ("error", "A thread that joins no two records, or leads to a page of what is hard to bear."),
    # evidence
    "unsupported": ("error", "A passage, option, outcome, ending or term without claims, or a claim without cites."),
    "paraphrase-only": ("error", "A claim that only a paraphrase carries."),
    "retold-only": ("warning", "A document is all that there is of a report that nobody has."),
    "lineage-form": ("warning", "A document whose 'how' and 'from' contradict one another."),
    "duplicate-document": ("error", "Two entries for one text, or for one report: one witness would be counted twice."),
    "repeated-cite": ("warning", "A cite that stands in the same list already."),
    "narrated-speaker": ("error", "A cite whose voice is narrated names a speaker."),
    "reported-quote": ("warning", "A quotation in a cite whose voice is reported."),
    "two-speakers": ("warning", "One speaker is cited for lines amid the words of another."),
    "unverifiable-quote": ("warning", "A quotation from a text that is not held."),
    "duplicate-claim": ("warning", "A claim that says of the same people what another claim says."),
    "cited-exemption": ("warning", "A line that no claim needs to cite, as its document says, and that one cites."),
    "same-readings": ("error", "Two readings of a difference that say the same."),
    "undated-rule": ("warning", "A claim of kind rule that does not say when it holds."),
    "early-rule": ("error", "A rule is told before it was in force."),
    "impossible-place": ("warning", "A cite names a place that its document cannot have."),
    "cite-range": ("error", "A cite names lines that the document does not have."),
    "long-quotation": ("error", "A quotation of more than seven words."),
    "loose-quotation": ("error", "A quotation that no cite of the passage's claims carries."),
    "idle-claims": ("warning", "Claims of a scene whose passages have claims of their own."),
    "figure-owner": ("error", "A figure of which nobody is said to have counted it."),
    "outcome-kind": ("error", "No claim of an outcome is of the kind that its 'is' needs."),
    "recorded-not-taken": ("error", "A recorded outcome on a choice that the story's person did not take."),
    "taken-twice": ("error", "The story's person is said to have taken two options of one fork."),
    "taker-unsupported": ("error", "Nothing that the option rests on is about somebody whom its 'by' names."),
    "silent-answer": ("error", "An option that others took, on whose page a record of theirs says nothing."),
    "step-of-another": ("error", "A step leads into the record of somebody other than those who took the option."),
    "step-not-taken": ("warning", "A step leads into the record of somebody whom 'by' does not name."),
    "borrowed-claims": ("warning", "A recorded outcome that rests on claims about the person of another record alone."),
    "unlisted-person": ("warning", "A claim names the person of a record, and is not said to be about that person."),
    "taken-unrecorded": ("error", "An unrecorded outcome on the choice that the story's own person took."),
    "two-unrecorded": ("error", "More than one option of a fork has an unrecorded outcome."),
    "disputed-alone": ("error", "A recorded outcome that rests on disputed claims alone."),
    "pseudonym-unsaid": ("error", "A record whose person has a pseudonym does not say so on its own path."),
    "withdrawn-document": ("warning", "A claim cites a document that was withdrawn."),
    "superseded-document": ("warning", "A claim cites a document that another has replaced, and not the other."),
    "unused-claim": ("warning", "A claim of a writer's own that nothing rests on."),
    "unused-document": ("warning", "An origin or document of a writer's own that nothing uses."),
    # places
    "no-degrees": ("warning", "A city without degrees, or a place with only one of the two: it is drawn on no map."),
    "fine-degrees": ("warning", "Degrees that are finer than the precision of their place."),
    "swapped-degrees": ("warning", "A place that lies astray, and would not with latitude and longitude exchanged."),
    "far-from-country": ("warning", "A place that lies far from the country that it is said to be in."),
    "at-sea": ("warning", "A city that lies far from any land."),
    "off-map": ("warning", "A place outside of the map that the edition fixes."),
    # wording and content
    "narrators-word": ("error", "A word by which the narrator judges, outside a quotation."),
    "second-person": ("error", "The narrator says 'you'; a person is told of in the third person."),
    "no-gentle-wording": ("error", "A text with announced content has no gentle wording."),
    "unannounced": ("warning", "A text has words of what the edition announces beforehand, and nothing announces it."),
    "straight-quotes": ("warning", "Straight double quotation marks in a story's text."),
    "foreign-quotes": ("warning", "Quotation marks other than “ and ” in a text."),
    "unpaired-quotation": ("error", "A quotation mark without the other one that belongs to it."),
    "empty-text": ("error", "A text without words."),
    "long-text": ("warning", "A text that is too long for its place on the page."),
    "long-word": ("warning", "A word of more than 34 signs, which a narrow screen has to break."),
    "markup": ("warning", "Signs of a markup language: they are shown as they stand."),
    "todo": ("warning", "A note to the writer herself, left in a text that readers see."),
    "repeated-text": ("warning", "A long text that stands twice in one story."),
    # beside the stories
    "duplicate-form": ("error", "Two terms of the glossary share a form: a text that has it names which?"),
    "unused-term": ("warning", "A term of the glossary that no text of any story names."),
    # trail files, and what a change does to them
    "trail-version": ("error", "A trail file of a version that this program does not read."),
    "too-many-steps": ("error", "A trail has more steps than the limit."),
    "broken-trail": ("error", "A step of a trail that the story does not offer there."),
    "unmet-expectation": ("error", "A page of a trail is not what its file expects."),
    "lost-scene": ("error", "A scene that readers have met is gone, and no 'was' says what it is called now."),
    "lost-choice": ("error", "A choice that readers have made is gone, and no 'was' says what it is called now."),
    "lost-way": ("error", "A step that readers have made is not open any more where they made it."),
    # exploring: what a search through all states, or seeded plays, find
    "unreached-scene": ("error", "No play reaches the scene."),
    "unreached-ending": ("error", "No play reaches the ending."),
    "unreached-choice": ("error", "In no play is the choice open."),
    "no-open-choice": ("error", "A reader can come to this scene with no choice open."),
    "trap": ("error", "A reader can come to this scene in a way after which no ending can be reached."),
    "undocumented-way": ("error", "This leads who chose otherwise to where the person's choices are told as taken."),
    "not-met": ("warning", "Neither search nor seeded plays came to this scene or choice."),
    "lone-option": ("error", "A reader can come to this fork of a road with one option open."),
    "same-futures": ("error", "After two options of a fork of a road all is the same, whenever both are open."),
    # ignore entries
    "not-ignorable": ("error", "An ignore entry for what cannot be ignored: an error, or another ignore entry."),
    "idle-ignore": ("warning", "An ignore entry that nothing is found for."),
    # against the archived texts
    "archive-missing": ("error", "The archived text of a document is not in the folder."),
    "archive-hash": ("error", "The archived text is not the one that was cited."),
    "archive-lines": ("error", "The archived text has another number of lines than is written."),
    "quotation-not-found": ("error", "A quotation does not stand in the cited lines, or at the cited place."),
    "place-not-found": ("error", "The archived text has no mark of the place that is cited."),
    "unverifiable-place": ("warning", "A place is cited, and the archived text has no marks of such places."),
    "undeclared-lineage": ("warning", "Two texts share their lines, and no 'from' says that they have one report."),
}  # fmt: skip
"""Every code with its default severity and its meaning. Codes are stable: ignore entries and guides hang on them."""


CAUSES = ("unreadable", "link-outside", "over-limit", "encoding", "syntax", "duplicate-key", "yaml-feature", "too-deep")
"""What makes that a file is not read as it is meant: much else may follow from it."""


def sort_key(finding: Finding) -> tuple[str, bool, Span, str, str]:
    """Findings are shown by file and place; of a file, first what the others may follow from."""
    return (finding.span.file, finding.code not in CAUSES, finding.span, finding.code, finding.says)


NEVER_IGNORED = ("ambiguous-scalar", "comment-in-text", "not-read", "not-met", "idle-ignore")
"""Warnings that no reason silences."""


def can_be_ignored(code: str) -> bool:
    """Whether a writer may silence it, with a reason: a warning on what a file says.

    An error makes a story untrue or unplayable, and no reason mends that. How a text is quoted and a file named is
    mended at once; what exploring does not meet stands in no file.
    """
    return CODES[code][0] == "warning" and code not in NEVER_IGNORED


class Suppression(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A finding that is not to be shown: a warning that does not hold here, with the reason in writing."""

    code: Annotated[str, Meta(description="The warning's code, as `wayout check` writes it.")]
    at: Annotated[str, Meta(description="Where: scenes/the-order, or scenes/the-order/choices/go. Else all of it.")] = (
        ""
    )
    because: Annotated[str, Meta(description="Why it does not hold here. Needed.")]
