"""How do the files of a new edition look, with comments that say what each part is for?

Scaffolding of `wayout new edition`: the questions with their defaults, the YAML templates of its files, and the text
that its claims cite.
"""

import json
from collections.abc import Mapping
from datetime import date

from wayout.authoring.interview import Given, Prompts
from wayout.authoring.templates import as_id, scalar
from wayout.locale import authoring_strings
from wayout.model.archive import fingerprint
from wayout.model.load import NOT_STORIES

TEXTS = "texts"
"""The folder of an edition in which its archived texts lie."""

_EDITION = """\
# yaml-language-server: $schema=./edition.schema.json
# What is true of this library as a whole. 'wayout check DIR' says what is wrong with any file of it.
id: {id}  # trails and saved games hang on it, so leave it as it is
title: {title}
tagline: {tagline}  # one line at the head of the library
languages: [en]
# A page that stands before the first decision, in a file 'before.yaml' beside this one; without it there is none:
# foreword: {{page: before, announces: What readers should know of that page before it comes.}}
# What is hard to bear and is announced before it is told; without 'content' the program has notes of its own:
# content:
#   loss: {{label: the loss of a home, words: [flood* .. home|house], light: true}}
# Claims that are about no person, under heads of their own:
groups:
  background: {{label: Background, timeline: true}}
  law: {{label: The law, timeline: true}}
  terms: {{label: Terms}}
map: fit  # to the places of each story; or [west, south, east, north] in degrees
lesson:
  subject: what one text tells of a decision, and how well each statement is supported.
credits:
  - {author}
review:
  status: draft  # 'reviewed' when somebody has held every line against its document
  by: {author}
  date: {today}
"""
_STORY = """\
# yaml-language-server: $schema=./story.schema.json
# Whose record is it, what could be decided there, and what does the text say of it?
title: The paper
person: {id}
teaser: A paper is to be signed by noon.
situation:
  paper:
    label: The paper
    values: {{open: Not signed yet, refused: Not signed}}
    start: open
    claims: [{id}-paper, {id}-did-not-sign]
start: the-paper
scenes:
  the-paper:
    at: the-office
    text: A paper lies on the table. It is to be signed by noon.
    claims: [{id}-paper]
    ask: {ask}
    choices:
      leave:
        label: Leave it unsigned
        act: refuse
        from: [{id}-did-not-sign]
        by: {id}  # this is what the record tells
        outcome:
          is: recorded
          text: {unsigned}
          claims: [{id}-did-not-sign, {id}-pen]
        set: {{paper: refused}}
        to: as-told
      sign:
        label: Sign it
        act: agree
        from: [{id}-others-signed]  # the claims that name or imply this option
        outcome:
          is: unrecorded
          text: Two others signed. What became of them the text does not tell.
          claims: [{id}-others-signed]
        to: signing-not-told
  as-told:
    at: the-office
    text: {unsigned_at_noon}
    claims: [{id}-did-not-sign]
    ending:
      kind: as-published  # here the document leaves the person
      text: The text ends there.
      claims: [{id}-did-not-sign]
      unknown:
        - What came of it.
    discuss:
      - ask: Whose word is it that others signed?
        expect: [one account, and no paper]
        claims: [{id}-others-signed]
  signing-not-told:
    text:
      - editorial: true
        about: [{id}-others-signed]
        text: Here the text has nothing to tell.
    ending:
      kind: record-silent  # nobody tells what would have followed
      text: Of the two who signed nothing more is told.
      claims: [{id}-others-signed]
      unknown:
        - Who the two are.
"""
_ACCOUNT = """\
account:  # the lines of which a reader makes an article: eight to twelve, in the past tense
  - {{text: {tells}, claims: [{id}-paper], keep: true}}
  - {{text: It lay on a table., claims: [{id}-paper]}}
  - {{text: It was to be signed by noon., claims: [{id}-paper]}}
  - {{text: {did_not}, scene: as-told, claims: [{id}-did-not-sign]}}
  - {{text: {said}, scene: as-told, claims: [{id}-pen]}}
  - {{text: "Two others signed, by the same account.", scene: as-told, claims: [{id}-others-signed]}}
  - {{text: What became of the two was not told., scene: as-told, claims: [{id}-others-signed], keep: true}}
  - {{text: There the text ended., scene: as-told, claims: [{id}-did-not-sign]}}
"""
_ACTS = """\
# yaml-language-server: $schema=./acts.schema.json
# Which kinds of choices do the records share?
refuse: {label: Refuse}
agree: {label: Agree}
"""
_ABOUT = """\
# yaml-language-server: $schema=./aside.schema.json
title: About these records
text:
  - editorial: true
    text: >-
      This edition was begun with an example, so that everything in it can be seen at work. Its person and its text are
      made up. Say here whose records these are, who has gathered them, and how somebody can be reached.
"""
_PEOPLE = """\
# yaml-language-server: $schema=./people.schema.json
# Who is named in the texts, and is the name a real one?
{id}:
  name: {name}
  identity: unstated  # pseudonym, real-name or unstated, as the document has it
  role: {role}
"""
_PLACES = """\
# yaml-language-server: $schema=./places.schema.json
# Where does it happen? With degrees, and a precision of 'city' or 'region', a place stands on the map.
the-office: {{name: {place}, precision: untold}}
"""
_DOCUMENTS = """\
# yaml-language-server: $schema=./documents.schema.json
# Which texts is the record read from, and how was each of them made?
origins: {{}}
documents:
  {document_id}:
    type: interview  # or, as reference managers say: article-newspaper, broadcast, legislation …
    title: {document}
    language: en
    how: original  # original, translation, retranslation or paraphrase; of the last three say 'from'
    held: true
{held}    exempt:
      "1-2": the title, and a note
"""
_CLAIMS = """\
# yaml-language-server: $schema=./claims.schema.json
# What does the text say? One statement a claim, in your own words, with its lines.
{id}-paper:
  says: A paper lay on the table. It was to be signed by noon.
  kind: event
  about: [{id}]
  cites:
    - {{document: {document_id}, lines: 3, speaker: {id}, voice: reported}}
{id}-did-not-sign:
  says: {did_not}
  kind: event
  about: [{id}]
  cites:
    - {{document: {document_id}, lines: 4, voice: narrated}}
{id}-pen:
  says: {pen}
  kind: speech
  about: [{id}]
  cites:
    - {{document: {document_id}, lines: 5, speaker: {id}, voice: quoted, quote: I put the pen down}}
{id}-others-signed:
  says: Two others signed. What became of them is not told.
  kind: event
  about: [{id}]
  cites:
    - {{document: {document_id}, lines: 6-7, speaker: {id}, voice: reported}}
"""
_TRAIL = """\
# The path that the record tells: 'wayout check' plays it each time.
trail: 1
story: {id}
steps:
  - {{at: the-paper, choose: leave, expect: {{evidence: taken · recorded}}}}
  - at: as-told
expect: {{ending: as-published}}
"""
_TEXT = """\
{document}
(An example: put a text of your own here, and 'wayout sources fingerprint' prints what its entry needs.)
A paper lay on the table, {name} says. It was to be signed by noon.
{name} did not sign it.
“I put the pen down”, says {name}.
Two others signed, {name} says.
What became of them is not told.
"""


def edition_files(ask: Prompts, given: Given, folder: str, today: date) -> tuple[str, Mapping[str, str]]:
    """The name of the story, and every file of a new edition by its path, made of what was given and asked.

    Raises AnswerMissingError.
    """
    given = {name: value if value and value.strip() else None for name, value in given.items()}
    text = ask.text
    title = text("--title", given["title"], authoring_strings.ASK_EDITION_TITLE, default=_titled(folder))
    tagline = text("--tagline", given["tagline"], authoring_strings.ASK_TAGLINE, default=authoring_strings.A_TAGLINE)
    name = text("--person", given["person"], authoring_strings.ASK_PERSON, default=authoring_strings.A_WITNESS)
    role = text("--role", given["role"], authoring_strings.ASK_ROLE, default=authoring_strings.A_ROLE)
    document = text("--document", given["document"], authoring_strings.ASK_DOCUMENT_TITLE,
                    default=authoring_strings.A_TALK.format(name=name))  # fmt: skip
    place = text("--place", given["place"], authoring_strings.ASK_PLACE, default=authoring_strings.A_PLACE)
    author = text("--author", given["author"], authoring_strings.ASK_AUTHOR, default=authoring_strings.AN_AUTHOR)
    ask.complete()
    person = as_id(name, "person", {file.removesuffix(".yaml") for file in NOT_STORIES})
    document_id = as_id(document, "document", (person,))
    name, document = " ".join(name.split()), " ".join(document.split())
    archived = _TEXT.format(document=document, name=name)
    held = fingerprint(f"{document_id}.txt", archived.encode())
    words = {
        "id": person, "name": scalar(name), "role": scalar(role), "document": scalar(document),
        "document_id": document_id, "place": scalar(place), "ask": scalar(f"What does {name} do?"),
        "unsigned": scalar(f"{name} does not sign. “I put the pen down”, says {name}."),
        "unsigned_at_noon": scalar(f"When the text ends, {name} has not signed."),
        "tells": _quoted(f"{name} told of a paper that was to be signed."),
        "said": _quoted(f"“I put the pen down”, said {name}."),
        "did_not": _quoted(f"{name} did not sign it."), "pen": scalar(f"{name} put the pen down."),
        "held": "".join(f"    {field}: {value}\n" for field, value in held.items() if field != "held"),
    }  # fmt: skip
    edition = _EDITION.format(
        id=scalar(given["id"] or as_id(title or folder, "edition")), title=scalar(title), tagline=scalar(tagline),
        author=scalar(author), today=today,
    )  # fmt: skip
    return person, {
        "story/edition.yaml": edition,
        f"story/{person}.yaml": _STORY.format(**words) + _ACCOUNT.format(**words),
        "story/acts.yaml": _ACTS,
        "story/about.yaml": _ABOUT,
        f"story/trails/{person}.yaml": _TRAIL.format(**words),
        "seeds/documents.yaml": _DOCUMENTS.format(**words),
        "seeds/people.yaml": _PEOPLE.format(**words),
        "seeds/places.yaml": _PLACES.format(**words),
        f"seeds/claims/{person}.yaml": _CLAIMS.format(**words),
        f"{TEXTS}/{document_id}.txt": archived,
    }


def _quoted(text: str) -> str:
    """A text as YAML holds it between braces."""
    return json.dumps(text, ensure_ascii=False)


def _titled(folder: str) -> str:
    """A title made from the name of a folder: 'the-flood' becomes 'The flood'."""
    words = " ".join(folder.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]
