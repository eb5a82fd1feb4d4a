"""What is the clean project into which faults are planted: a long generated story, and all that it does not have?"""

from tests.bench.generate import ACTS, written

SCENES = 300
SEED = 7
STORY, CLAIMS, MORE_CLAIMS = "story/karl.yaml", "seeds/claims/karl.yaml", "seeds/claims/lena.yaml"
OLD_STORY, OLD_CLAIMS = "story/old.yml", "seeds/lena.yaml"
"""Files that are not there, and would not be read."""
DOCUMENTS, GLOSSARY, RECORD = "seeds/documents.yaml", "story/glossary.yaml", "story/lena.yaml"
THREADS, ROAD = "story/threads.yaml", "story/road.yaml"

_DOCUMENTS = """\
  archive: {type: book, title: The book, held: true, file: book.txt, sha256: "02", line-count: 40}
  bulletin: {from: gazette, how: paraphrase, type: webpage, title: The bulletin, held: true, file: bulletin.txt,
             sha256: "01", line-count: 300}
"""
_ROAD = """\
title: The road
teaser: A road by the quay.
start: one
scenes:
  one:
    text: A road begins.
    claims: [lena-name]
    ask: What now?
    choices:
      wait:
        label: Wait
        act: run
        from: [lena-waits]
        by: lena
        outcome: {is: recorded, of: lena, text: There she waits a day., claims: [lena-waits, lena-name]}
        step: There is waiting.
        to: two
      go: {label: Go, act: stay-on, from: [lena-name], to: three}
  three: {text: A yard., claims: [lena-name], next: two}
  two:
    text: A road ends.
    claims: [lena-name]
    ending: {kind: record-silent, text: It ends., claims: [lena-name]}
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
account:
  - {text: A book told of a clerk on the quay., claims: [lena-waits], keep: true}
  - {text: She counted crates., claims: [lena-waits]}
  - {text: The tide turned., claims: [tide-turns]}
  - {text: She stood in the yard., claims: [lena-waits]}
  - {text: "She waited {}.", gap: the-yard/how-long, neither: She waited., claims: [lena-waits]}
  - {text: A boat came., claims: [lena-waits]}
  - {text: How she left is not told., claims: [lena-waits]}
  - {text: The article leaves her there., claims: [lena-waits], keep: true}
start: the-list
scenes:
  the-list:
    text:
      - {text: Lena is not her name., claims: [lena-name], prompt: who-counts}
      - {text: She counts crates., claims: [lena-waits]}
    next: the-yard
    prompts:
      who-counts:
        is: mark
        ask: Who says so?
        options: {lena: {label: She herself}, book: {label: A book}}
        text: The book does.
        claims: [lena-waits]
  the-yard:
    text:
      - {text: She stands in the yard., claims: [lena-waits, tide-turns]}
      - {text: There she waits., claims: [lena-waits], prompt: how-long}
    prompts:
      how-long:
        is: gap
        claim: lena-waits
        line: There she waits {}.
        neither: There she waits.
        options: {day: {label: a whole day}, night: {label: a whole night}}
    ask: What does she do?
    choices:
      stay: {label: Stay, act: stay-on, from: [lena-waits], by: lena, to: the-boat}
      go: {label: Go, act: run, from: [lena-waits], outcome: {is: unrecorded, text: Nobody says.}, to: untold}
  the-boat:
    text: A boat comes.
    claims: [lena-waits]
    prompts:
      whose-boat:
        is: ask
        options:
          owner: {label: Whose boat is it?, is: not-told, text: Not told., claims: [lena-waits]}
          crates: {label: What does she count?, is: told, text: Crates., claims: [lena-waits]}
    ending: {kind: as-published, text: The article leaves her there., claims: [lena-waits]}
  untold:
    text: [{editorial: true, about: [lena-waits], text: The record does not say.}]
    ending: {kind: record-silent, text: The record falls silent., claims: [lena-waits]}
"""
_GLOSSARY = "crate:\n  term: crate\n  forms: [crate]\n  says: A box that a crane lifts.\n  claims: [lena-waits]\n"
_ANSWERS = "".join(f"{act}:\n  lena: {{text: She waits., claims: [lena-waits]}}\n" for act in ACTS)
_THREADS = """\
who-waits:
  ask: Who waits on the quay?
  opens: [lena/the-list]
  touches:
    lena/the-boat: {text: Lena waits., claims: [lena-waits]}
    karl/scene-0: {text: Karl is there too., claims: [claim-0]}
  still: For what anybody waits is not told.
"""
_ACT = "hide: {label: Hide}\n"
"""An act that nobody answers."""
_PERSON = "lena: {name: Lena, identity: pseudonym, role: a clerk, claims: [lena-name]}\n"
_PERSON += "anna: {name: Anna, identity: unstated, role: another clerk}\n"


def texts() -> dict[str, str]:
    """Every file of the clean project, by its path in it."""
    files = written(SCENES, SEED)
    added = (
        (DOCUMENTS, _DOCUMENTS), ("seeds/people.yaml", _PERSON), (MORE_CLAIMS, _CLAIMS), (RECORD, _RECORD),
        (GLOSSARY, _GLOSSARY), (THREADS, _THREADS), ("story/answers.yaml", _ANSWERS), ("story/acts.yaml", _ACT),
        (OLD_STORY, ""), (ROAD, _ROAD), (OLD_CLAIMS, ""),
    )  # fmt: skip
    for name, more in added:
        files[name] = files.get(name, "") + more
    return files
