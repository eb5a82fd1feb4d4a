"""What is true of a whole library, and not of one story in it?

Data types (msgspec) of the edition file: title and tagline, the foreword, content notes with the words that call for
them, groups of claims, the extent of maps, the words of lesson and letter, credits, review status; and the defaults of
a folder that has no such file.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from wayout.locale import edition_strings
from wayout.model.evidence import degrees
from wayout.model.findings import Suppression

EDITION = "edition"
"""The name of its file in the folder of stories, without the ending; its id among all that was read."""
OLD_FOREWORD = "the-war"
"""The page that stood before the first decision when there were no edition files: it does so where there is none."""
OLD_GROUP = "war"
"""What the group of the times was called then: it is known where there is no edition file."""
SELF_INJURY = "self-injury"
"""The content note that no edition is without: it calls for the page of help lines, and the program knows its words."""


class Foreword(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The page that stands before the first decision."""

    page: Annotated[str, Meta(description="The name of its file in the folder of stories, without '.yaml'.")]
    word: Annotated[str, Meta(description="What is typed for it on the plain face; without it, the page's name.")] = ""
    announces: Annotated[str, Meta(description="What a reader is told of it before it comes, in a sentence.")] = ""


class ContentNote(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something hard to bear that is announced before it is told, and has a gentle wording."""

    label: Annotated[str, Meta(description="How it is announced: the killing of prisoners, as reported.")]
    words: Annotated[
        tuple[str, ...],
        Meta(
            description="Words that no telling of it does without, so that a text with them has to announce it. A star "
            "stands for any ending, two dots for up to two words, a stroke for 'or': 'shot|kill* .. prisoners'."
        ),
    ] = ()
    light: Annotated[bool, Meta(description="True where a reader can be asked something on a page that has it.")] = (
        False
    )
    help: Annotated[bool, Meta(description="True where the page of help lines is offered beside it.")] = False


class ClaimGroup(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Claims that are about no person: laws, helpers, the times."""

    label: Annotated[str, Meta(description="What they are about, as a heading: The law.")]
    timeline: Annotated[bool, Meta(description="True where its dates stand beside those of the records.")] = False


class LessonWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a lesson pack says of this edition alone."""

    foreword: Annotated[str, Meta(description="What the class does with the foreword, in the plan.")] = ""
    subject: Annotated[
        str, Meta(description="Goes on from 'the class works with the records of NAMES: ', in the letter to parents.")
    ] = ""
    letter: Annotated[str, Meta(description="What else parents should know beforehand.")] = ""
    before: Annotated[tuple[str, ...], Meta(description="What a teacher of these records should think of.")] = ()


class Review(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who has held the stories against their documents, and when."""

    status: Literal["reviewed", "draft"]
    by: str = ""
    date: int | str | None = None


class Edition(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """The file `story/edition.yaml`: what is true of the library as a whole."""

    id: Annotated[str, Meta(description="Never changes: trails and saved games name their edition by it.")]
    title: str
    tagline: Annotated[str, Meta(description="One line that stands at the head of the library.")]
    languages: Annotated[tuple[str, ...], Meta(description="Language tags (BCP 47), that of the stories first.")] = (
        "en",
    )
    foreword: Foreword | None = None
    content: dict[str, ContentNote] = field(default_factory=dict)
    groups: dict[str, ClaimGroup] = field(default_factory=dict)
    map: Annotated[
        Literal["fit"] | tuple[int | str, int | str, int | str, int | str],
        Meta(description="'fit' to the places of each story, or always [west, south, east, north] in degrees."),
    ] = "fit"
    lesson: LessonWords = LessonWords()
    credits: tuple[str, ...] = ()
    review: Review | None = None
    ignore: tuple[Suppression, ...] = ()

    @cached_property
    def extent(self) -> tuple[float, float, float, float] | None:
        """What every map shows, in degrees west, south, east and north; None where it is fit, or misspelt."""
        if self.map == "fit":
            return None
        west, south, east, north = (
            degrees(value, most) for value, most in zip(self.map, (180, 90, 180, 90), strict=True)
        )
        if west is None or south is None or east is None or north is None or south >= north:
            return None
        return west, south, east, north

    @cached_property
    def notes(self) -> Mapping[str, ContentNote]:
        """Every content note by its id, in the edition's order; the program's own where it names none."""
        own = self.content or STANDARD_NOTES
        return own if SELF_INJURY in own else {SELF_INJURY: STANDARD_NOTES[SELF_INJURY], **own}

    @cached_property
    def claim_groups(self) -> Mapping[str, ClaimGroup]:
        """Every group of claims by its id, in the edition's order; the program's own where it names none."""
        return self.groups or STANDARD_GROUPS

    def labels(self, tags: Collection[str]) -> tuple[str, ...]:
        """How some content is announced, in the edition's order."""
        return tuple(note.label for name, note in self.notes.items() if name in tags)

    def calls_for_help(self, tags: Iterable[str]) -> bool:
        """Whether some content calls for the page of help lines."""
        return any(tag == SELF_INJURY or (tag in self.notes and self.notes[tag].help) for tag in tags)

    def is_light(self, tags: Iterable[str]) -> bool:
        """Whether a reader can be asked something on a page that has some content, or none."""
        return all(tag in self.notes and self.notes[tag].light for tag in tags)

    @cached_property
    def calling(self) -> "CallingWords":
        """The words that call for a content note."""
        return CallingWords(self.notes)


class CallingWords:
    """The words that call for content notes, each compiled to a pattern."""

    def __init__(self, notes: Mapping[str, ContentNote]) -> None:
        worded = {name: [_pattern(words) for words in note.words] for name, note in notes.items()}
        worded.setdefault(SELF_INJURY, []).append(_SELF_INJURY)
        self._patterns = {
            name: re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
            for name, patterns in worded.items()
            if patterns
        }
        first = (words.split()[0] for note in notes.values() for words in note.words if words.strip())
        stems = (one.partition("*")[0].lower() for word in first for one in word.split("|"))
        self._beginnings = ("suicid", "sel", *stems)

    def may_stand_in(self, lowered: str) -> bool:
        """Whether a text in lower case may have one of the words: most have none, and need no closer look."""
        return any(beginning in lowered for beginning in self._beginnings)

    def first(self, texts: Iterable[str]) -> tuple[str, str] | None:
        """The content note that some texts call for, and the word that does."""
        for text in texts:
            for name, pattern in self._patterns.items():
                if match := pattern.search(text):
                    return name, match.group()
        return None


_SELF_INJURY = (
    r"suicid\w*|self-?\ ?(?:injur|harm|mutilat)\w*"
    r"|(?:kill|shoot|shot|cut|harm|hang|hanged|injure|wound|maim)(?:e?s|ed|d)?\ (?:him|her|them)sel(?:f|ves)"
)


def _pattern(words: str) -> str:
    """The regular expression of words with stars, dots and strokes, as a content note describes them."""
    parts: list[str] = []
    for word in words.split():
        if word == "..":
            parts.append(r"(?:\w+\ ){0,2}")
        else:
            either = (one.partition("*") for one in word.split("|"))
            stems = "|".join(re.escape(stem) + (r"\w*" if star else "") for stem, star, _ in either)
            parts.append(rf"(?:{stems})\ ")
    return "".join(parts).removesuffix(r"\ ")


def _note(name: str, *words: str, light: bool = False, help: bool = False) -> ContentNote:  # noqa: A002 - the field's
    return ContentNote(label=edition_strings.CONTENT[name], words=words, light=light, help=help)


STANDARD_NOTES: Mapping[str, ContentNote] = {
    SELF_INJURY: _note(SELF_INJURY, help=True),
    "violence": _note("violence"),
    "torture": _note("torture", "tortur*"),
    "execution": _note("execution"),
    "sexual-violence": _note("sexual-violence", "rape*", "raping", help=True),
    "killing-of-prisoners": _note(
        "killing-of-prisoners",
        "execut*|shoot*|shot*|kill*|murder* .. prisoners|captives",
        "prisoners|captives .. executed|shot|killed|murdered",
    ),
    "combat": _note("combat", light=True),
    "hunger": _note("hunger"),
    "child-distress": _note("child-distress"),
}  # fmt: skip
"""The content notes of a library that names none of its own."""
STANDARD_GROUPS: Mapping[str, ClaimGroup] = {
    **{
        name: ClaimGroup(label=label, timeline=name in ("background", "law"))
        for name, label in edition_strings.GROUPS.items()
    },
    OLD_GROUP: ClaimGroup(label=edition_strings.GROUPS["background"], timeline=True),
}
"""The groups of claims of a library that names none of its own."""
NO_EDITION = Edition(id="", title="", tagline=edition_strings.TAGLINE, foreword=Foreword(page=OLD_FOREWORD))
"""What holds where a folder has no edition file, as none had before there were editions."""
