"""What is a finding: a code, a place, a sentence and a hint?"""

from typing import Literal

from msgspec import Struct

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

    @property
    def severity(self) -> Severity:
        """How serious the code is by default."""
        return CODES[self.code][0]


CODES: dict[str, tuple[Severity, str]] = {
    # reading a file
    "unreadable": ("error", "The file cannot be opened, or is larger than the limit."),
    "encoding": ("error", "The file is not UTF-8, or holds a character that YAML forbids."),
    "syntax": ("error", "The file is not YAML."),
    "duplicate-key": ("error", "A key stands twice in one mapping."),
    "yaml-feature": ("error", "Anchors, aliases, merge keys, tags, or several documents in one file."),
    "too-deep": ("error", "Mappings or lists are nested deeper than the limit."),
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
    "undeclared-value": ("error", "A variable or value that the situation does not declare."),
    "scene-form": ("error", "A scene has not exactly one of choices, next and ending."),
    "fork-form": ("error", "A fork has no question, or fewer than two choices."),
    "mixed-targets": ("error", "A choice with several targets may only step into other records."),
    "former-id": ("error", "An id that a scene or choice had before is in use, or claimed twice."),
    # reach
    "unreachable-scene": ("error", "No path from the start leads to the scene."),
    "no-ending": ("error", "From this scene no ending can be reached."),
    "recorded-path": ("error", "The path that the person took does not lead to an as-published ending."),
    "step-off-record": ("error", "A step into another record leads to a scene that is not on that record's own path."),
    # evidence
    "unsupported": ("error", "A passage, option, outcome, ending or term without claims, or a claim without cites."),
    "paraphrase-only": ("error", "A claim that only a paraphrase carries."),
    "early-rule": ("error", "A rule is told before it was in force."),
    "cite-range": ("error", "A cite names lines that the document does not have."),
    "long-quotation": ("error", "A quotation of more than seven words."),
    "loose-quotation": ("error", "A quotation that no cite of the passage's claims carries."),
    "idle-claims": ("warning", "Claims of a scene whose passages have claims of their own."),
    "figure-owner": ("error", "A figure of which nobody is said to have counted it."),
    "recorded-not-taken": ("error", "An outcome that happened to him, on a choice that he did not take."),
    "taken-unrecorded": ("error", "An unrecorded outcome on the choice that the story's own person took."),
    "two-unrecorded": ("error", "More than one option of a fork has an unrecorded outcome."),
    "disputed-alone": ("error", "A recorded outcome that rests on disputed claims alone."),
    "pseudonym-unsaid": ("error", "A record whose person has a pseudonym does not say so on its own path."),
    # wording and content
    "narrators-word": ("error", "A word by which the narrator judges, outside a quotation."),
    "second-person": ("error", "The narrator says 'you'; a soldier is told of in the third person."),
    "no-gentle-wording": ("error", "A text with announced content has no gentle wording."),
    "straight-quotes": ("warning", "Straight double quotation marks in a story's text."),
    "empty-text": ("error", "A text without words."),
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
    "undocumented-way": ("error", "This leads who chose otherwise back to where his choices are told as taken."),
    "not-met": ("warning", "Neither search nor seeded plays came to this scene or choice."),
    # against the archived texts
    "archive-missing": ("error", "The archived text of a document is not in the folder."),
    "archive-hash": ("error", "The archived text is not the one that was cited."),
    "archive-lines": ("error", "The archived text has another number of lines than is written."),
    "quotation-not-found": ("error", "A quotation does not stand in the cited lines."),
}  # fmt: skip
"""Every code with its default severity and its meaning. Codes are stable: ignore entries and guides hang on them."""


def sort_key(finding: Finding) -> tuple[Span, str, str]:
    """Findings are shown by file and place."""
    return (finding.span, finding.code, finding.says)
