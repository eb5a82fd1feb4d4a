"""What is the clean project into which faults are planted: a long generated story, and all that it does not have?"""

from tests.bench.generate import ACTS, written

SCENES = 300
SEED = 7
STORY, CLAIMS, MORE_CLAIMS = "story/karl.yaml", "seeds/claims/karl.yaml", "seeds/claims/lena.yaml"
OLD_STORY, OLD_CLAIMS = "story/old.yml", "seeds/lena.yaml"
"""Files that are not there, and would not be read."""
DOCUMENTS, GLOSSARY, RECORD = "seeds/documents.yaml", "story/glossary.yaml", "story/lena.yaml"

_DOCUMENTS = """\
  archive: {type: book, title: The book, held: true, file: book.txt, sha256: "02", line-count: 40}
  bulletin: {from: gazette, how: paraphrase, type: webpage, title: The bulletin, held: true, file: bulletin.txt,
             sha256: "01", line-count: 300}
"""
_CLAIMS = """\
lena-name:
  says: Lena is not her name.
  kind: status
  about: [lena]
  cites: [{document: archive, lines: 3}, {document: bulletin, lines: 1}]
lena-waits:
  says: She waits.
  kind: event
  about: [lena]
  differs:
    - on: how long
      weight: substance
      why: two documents
      readings:
        - {says: A day., cites: [{document: archive, lines: 4}]}
        - {says: A night., cites: [{document: gazette, lines: 2}]}
    - on: what she wears
      weight: wording
      why: two documents
      readings:
        - {says: A coat., cites: [{document: archive, lines: 5}]}
        - {says: A cloak., cites: [{document: gazette, lines: 3}]}
tide-turns:
  says: The tide turns.
  kind: event
  cites: [{document: archive, lines: 6}]
"""
_RECORD = """\
title: The woman on the quay
person: lena
teaser: A clerk counts crates.
start: the-list
scenes:
  the-list:
    text: Lena is not her name.
    claims: [lena-name]
    next: the-yard
  the-yard:
    text: She stands in the yard.
    claims: [lena-waits, tide-turns]
    ask: What does she do?
    choices:
      stay: {label: Stay, act: stay-on, from: [lena-waits], by: lena, to: the-boat}
      go: {label: Go, act: run, from: [lena-waits], outcome: {is: unrecorded, text: Nobody says.}, to: untold}
  the-boat:
    text: A boat comes.
    claims: [lena-waits]
    ending: {kind: as-published, text: The article leaves her there., claims: [lena-waits]}
  untold:
    text: [{editorial: true, about: [lena-waits], text: The record does not say.}]
    ending: {kind: record-silent, text: The record falls silent., claims: [lena-waits]}
"""
_GLOSSARY = "crate:\n  term: crate\n  forms: [crate]\n  says: A box that a crane lifts.\n  claims: [lena-waits]\n"
_ANSWERS = "".join(f"{act}:\n  lena: {{text: She waits., claims: [lena-waits]}}\n" for act in ACTS)
_ACT = "hide: {label: Hide}\n"
"""An act that nobody answers."""
_PERSON = "lena: {name: Lena, identity: pseudonym, role: a clerk, claims: [lena-name]}\n"
_PERSON += "anna: {name: Anna, identity: unstated, role: another clerk}\n"


def texts() -> dict[str, str]:
    """Every file of the clean project, by its path in it."""
    files = written(SCENES, SEED)
    added = (
        (DOCUMENTS, _DOCUMENTS), ("seeds/people.yaml", _PERSON), (MORE_CLAIMS, _CLAIMS), (RECORD, _RECORD),
        (GLOSSARY, _GLOSSARY), ("story/answers.yaml", _ANSWERS), ("story/acts.yaml", _ACT), (OLD_STORY, ""),
        (OLD_CLAIMS, ""),
    )  # fmt: skip
    for name, more in added:
        files[name] = files.get(name, "") + more
    return files
