"""How do a new branch, story and claim look, with comments that say what each line is for?"""

import json
from collections.abc import Iterable

from wayout.model.yaml.reader import LocatedData

BRANCH = """\
# yaml-language-server: $schema={schema}
# A branch adds to a story without touching its file. 'wayout check THIS-FILE' says what is wrong with it.
grows: {grows}
author: {author}  # shown wherever the branch is offered
adds:
  {at}:  # {ask}
    choices:
      {choice}:  # the id of the choice: saved trails hang on it, so leave it as it is
        label: {label}
        act: {act}  # the kind of choice, the same in every story: see story/acts.yaml
        from: [{claims}]  # the claims that name or imply this option
        outcome:
          is: {known}  # recorded, threatened, expected, reported, rule or unrecorded
          text: {text}
          claims: [{claims}]
        to: back  # back to the question; or the id of a scene of your own, under 'scenes:'
"""
STORY = """\
# yaml-language-server: $schema={schema}
# One file holds the whole testimony: the story, the person, the document and the claims.
title: {title}
person: {person}
teaser: {teaser}
author: {author}
start: the-beginning
scenes:
  the-beginning:
{told}
    next: as-told  # nothing was to be decided here: the page goes on
    # For a decision, instead of 'next' (what was done has 'by'; what else the document names goes 'back'):
    # ask: What does {called} answer?
    # choices:
    #   refuse:
    #     label: Refuse
    #     act: refuse-order
    #     from: [{first}]
    #     by: {person}
    #     outcome: {{is: recorded, text: What followed., claims: [{first}]}}
    #     to: as-told
    #   go:
    #     label: Go
    #     act: go-along
    #     from: [{first}]
    #     outcome: {{is: reported, text: What is told of others who went., claims: [{first}]}}
    #     to: back
  as-told:
    text: {text}
    claims: [{first}]
    ending:
      kind: as-published  # here the document leaves the person
      text: {text}
      claims: [{first}]
      # What was never told, where that is so:
      # unknown:
      #   - What came afterwards.
people:
  {person}:
    name: {name}
    identity: {identity}  # pseudonym, real-name or unstated, as the document has it
    role: {role}{name_claims}
documents:
  {document}:
    type: document  # or, as reference managers say: article-newspaper, broadcast, interview, legislation …
    title: {document_title}
    how: original  # original, translation, retranslation or paraphrase; of the last three say 'from'
{held}claims:
  {first}:
    says: {text}
    kind: {kind}  # event, speech, motive, belief, threat, rule, figure or status
    about: [{person}]  # whom it is about; of the war or the law: []
    cites:
      - {{document: {document}, {place}{speaker}, voice: {voice}}}
{name_claim}"""
NAME_CLAIM = """\
  {person}-name:
    says: {says}
    kind: status
    about: [{person}]
    cites:
      - {{document: {document}, {place}}}
"""
TOLD = """\
    text: {text}
    claims: [{first}]"""
TOLD_AND_NAMED = """\
    text:
      - text: {text}
        claims: [{first}]
      - text: {name}
        claims: [{person}-name]"""
CLAIM = """\
  {id}:
    says: {says}
    kind: {kind}
{more}    cites:
      - {{document: {document}, {place}{speaker}, voice: {voice}{quote}}}
"""


def scalar(text: str) -> str:
    """A text as YAML holds it: as it is where that is read as this very text, else in double quotes."""
    text = " ".join(text.split())
    for written in (text, f"[{text}]"):
        read = LocatedData("", f"key: {written}")
        if read.findings or not isinstance(read.data, dict):
            return json.dumps(text, ensure_ascii=False)
        found = read.data["key"]
        if found != (text if written == text else [text]):
            return json.dumps(text, ensure_ascii=False)
    return text if text and "#" not in text else json.dumps(text, ensure_ascii=False)


def listed(names: Iterable[str]) -> str:
    """Ids in a row."""
    return ", ".join(names)
