"""Which fault is planted for each code: what is looked for in a file, and what is put in its place?

A `¤` stands where the finding must point. Several plantings of one code are drawn by lot too.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from .project import CLAIMS, DOCUMENTS, GLOSSARY, MORE_CLAIMS, OLD_CLAIMS, OLD_STORY, RECORD, ROAD, STORY, THREADS

MARK = "¤"
LINK = "a link that leads out of its folder"
"""Stands for one, in the place of what a file says."""
PLACES = "seeds/places.yaml"
SEEDS = (DOCUMENTS, "seeds/people.yaml", PLACES)
Made = str | Callable[[re.Match[str]], str]


class Plant(NamedTuple):
    """One edit: of every place in a file that the pattern finds, one is drawn and replaced."""

    file: str
    pattern: str
    made: Made
    not_tens: bool = False
    """Not in a scene whose number ends in 0: its third choice alone leads to the side road."""
    is_first: bool = False
    """In the first place that is left, not in any."""


def story(pattern: str, made: Made, *, not_tens: bool = False) -> tuple[Plant, ...]:
    """One edit of the long story."""
    return (Plant(STORY, pattern, made, not_tens),)


TEXT = r"text: >-\n(?:            .*\n)+"
LABEL, RULE = r"(        label: )Turn back\n", r"(- \{is: rule, text: )The act names a fine\."
IF = r"(        if: )\{(\w+): (\w+)\}\n"
STEP = r"(      turn:\n(?:        .*\n)+)        set: .*\n(        to: )scene-\d+\n"
WAIT = r"(      wait:\n(?:        .*\n)+?        from: .*\n)"
TURN_TO = r"(      turn:\n(?:        .*\n)+        to: )scene-\d+\n"
SCENE = r"scene-\d+:\n"
BEFORE = rf"^(  {SCENE})"
SO = "{says: So., kind: event, cites: [{document: gazette, lines: 5}]}\n"
NO_RULE = r"(?!.*claim-\d*9\b)"
SITUATION = r"^(?=start: scene-0\n)"
TOLD = "    text: He is told so.\n    claims: [lena-name]\n"


def label(made: str) -> tuple[Plant, ...]:
    """Another label of a choice."""
    return story(LABEL, rf"\1{MARK}{made}\n")


def rule(made: str) -> tuple[Plant, ...]:
    """Another text of an outcome."""
    return story(RULE, rf"\1{MARK}{made}")


def term(name: str, form: str) -> tuple[Plant, ...]:
    """A term at the end of the glossary."""
    made = f"{name}: {{term: It, forms: [{form}], says: It is wood., claims: [lena-waits]}}\n"
    return (Plant(GLOSSARY, r"\Z", made),)


def place(name: str, told: str, *, mark: str = MARK) -> tuple[Plant, ...]:
    """A place at the end of the list."""
    return (Plant(PLACES, r"\Z", f"{mark}{name}: {{name: The {name}, {told}}}\n"),)


def ignore(code: str) -> tuple[Plant, ...]:
    """An ignore entry of the story."""
    return story("^person: karl\n", f"person: karl\nignore: [{code}, because: It is known.}}]\n")


def aside(made: str) -> tuple[Plant, ...]:
    """A choice that leads to scenes of their own, which stand at the end of the story."""
    name = made.replace(MARK, "").split(":", 1)[0].strip()
    return (Plant(STORY, TURN_TO, rf"\1{name}\n", not_tens=True), Plant(STORY, r"\Z", made))


def variable(name: str, mark: str = MARK) -> Plant:
    """A variable without claims."""
    made = f"  {mark}{name}: {{label: The {name}, values: {{high: High, low: Low}}, start: high}}\n"
    return Plant(STORY, SITUATION, made)


def document(name: str, fields: str) -> tuple[Plant, ...]:
    """A claim that cites a document of its own."""
    held = f'held: true, file: {name}.txt, sha256: "{name}", line-count: 300'
    return (Plant(DOCUMENTS, r"\Z", f"  {name}: {{type: webpage, title: It, {held}, {fields}}}\n"),
            Plant(CLAIMS, "document: gazette", f"document: {MARK}{name}"))  # fmt: skip


def more_options(match: re.Match[str]) -> str:
    """Seven options before the three that a fork has; the last of them is one too many."""
    told = "outcome: {is: reported, text: He waits for day %d., claims: [lena-name]}"
    more = "      more-%d: {label: Wait for day %d, act: run, from: [lena-name], to: back, " + told + "}\n"
    options = "".join(more % (number, number, number) for number in range(7))
    return f"{match[1]}{options}{match[2]}{MARK}{match[3]}"


AROUND = "{document: gazette, lines: 1-300, speaker: karl, voice: quoted}\n"
TWICE = "It is the foreman who counts the crates and the others wait until he has counted them all again."

PLANTS: dict[str, list[tuple[Plant, ...]]] = {
    "unreadable": [(Plant(name, r"\A(?s:.*)\Z", MARK),) for name in SEEDS],
    "link-outside": [(Plant(name, r"\A(?s:.*)\Z", MARK + LINK),) for name in (STORY, RECORD, CLAIMS, GLOSSARY, *SEEDS)],
    "not-read": [(Plant(OLD_STORY, r"\A", f"{MARK}title: The old story\n"),),
                 (Plant(OLD_CLAIMS, r"\A", f"{MARK}lena-asks: {{says: So.}}\n"),)],
    "encoding": [story(LABEL, rf"\1Turn {MARK}" + "\x07back\n")],
    "syntax": [story(LABEL, rf"\1Turn{MARK}: back\n")],
    "duplicate-key": [story(LABEL, rf"\1Turn\n        {MARK}label: Turn back\n")],
    "yaml-feature": [story(r"(        act: )", rf"\1{MARK}&act ")],
    "too-deep": [story(LABEL, rf"\1{'[' * 27}{MARK}[x{']' * 28}\n")],
    "unknown-field": [story(LABEL, rf"\1Turn back\n        {MARK}lable: Turn\n")],
    "missing-field": [story(r"(      )(turn:\n)        label: Turn back\n", rf"\1{MARK}\2")],
    "wrong-type": [story(r"(        from: )\[([\w-]+)[^\]]*\]", rf"\1{MARK}\2")],
    "unknown-word": [story(r"( is: )(threatened|rule)\b", rf"\1{MARK}\2d")],
    "malformed-date": [story(r"(    date: )2019-\d\d", rf"\1{MARK}2019-13")],
    "malformed-lines": [(Plant(CLAIMS, r"(document: gazette, lines: )\d+", rf"\g<1>{MARK}9-4"),)],
    "bad-id": [story("      turn:\n", f"      {MARK}turn_back:\n")],
    "circular-lineage": [(Plant(DOCUMENTS, "bulletin: {from: gazette", f"bulletin: {{from: {MARK}bulletin"),)],
    "duplicate-id": [
        (Plant(MORE_CLAIMS, r"\A", f"{MARK}claim-{n}: {SO}"),)
        for n in (3, 71, 140)
    ],
    "missing-target": [
        story(r"(        act: )([\w-]+)", rf"\1{MARK}x-\2"), story(r"(    at: )([\w-]+)", rf"\1{MARK}x-\2"),
        story(r"(        to: )(scene-\d+)", rf"\1{MARK}x-\2"), story(r"(claims: \[)(claim)", rf"\1{MARK}x-\2"),
        story(r"(        by: )karl", rf"\1{MARK}x-karl"), (Plant(CLAIMS, r"(document: )gazette", rf"\1{MARK}gazete"),),
    ],
    "letter-case": [
        story(r"(    at: )(\w)", lambda match: f"{match[1]}{MARK}{match[2].upper()}"),
        story(r"(        to: )scene", rf"\1{MARK}Scene"), story(r"(        )act:", rf"\1{MARK}Act:"),
    ],
    "undeclared-value": [story(r"(        set: \{papers: )\w+", rf"\1{MARK}lost"),
                         story(r"(        set: \{)papers", rf"\1{MARK}paper")],
    "scene-form": [story(r"(    ask: What does he do\?\n)", rf"    {MARK}next: scene-1\n\1")],
    "dead-end": [story(r"^(  )(scene-\d+:\n(?:    .*\n)+)    next: scene-\d+\n", rf"\1{MARK}\2")],
    "ending-goes-on": [story(r"(    ending:\n)", rf"    {MARK}next: scene-1\n\1")],
    "fork-form": [story(r"(    next: scene-\d+\n)", rf"    {MARK}ask: What now?\n\1")],
    "mixed-targets": [story(r"(        to: )(scene-\d+)\n", rf"\1[{MARK}\2, lena/the-list]\n")],
    "former-id": [story(r"(    at: )", rf"    was: {MARK}scene-7\n\1"),
                  story(r"(        act: )", rf"        was: {MARK}go\n\1")],
    "unreachable-scene": [story(BEFORE, rf"  {MARK}lost:\n{TOLD}    next: scene-1\n\1")],
    "island": [story(BEFORE, rf"  {MARK}one:\n{TOLD}    next: two\n  two:\n{TOLD}    next: one\n\1")],
    "no-ending": [aside(
        f"  {MARK}trap:\n{TOLD}    ask: What now?\n    choices:\n"
        "      wait: {label: Wait, act: run, from: [lena-name], to: trap-too}\n"
        "      look: {label: Look, act: run, from: [lena-name], to: back,\n"
        "             outcome: {is: reported, text: He looks., claims: [lena-name]}}\n"
        f"  trap-too:\n{TOLD}    next: trap\n"
    )],
    "endless-loop": [aside(f"  {MARK}round:\n{TOLD}    next: round-again\n  round-again:\n{TOLD}    next: round\n")],
    "recorded-path": [story(
        rf"^(  )({SCENE}(?:    .*\n)+?)        by: karl\n(        outcome:\n          is: )recorded",
        rf"\1{MARK}\2\3reported",
    )],
    "taken-off-path": [aside(
        f"  away:\n{TOLD}    ask: What now?\n    choices:\n"
        f"      wait: {{label: Wait, act: run, from: [claim-0], by: {MARK}karl, to: scene-299}}\n"
        "      go: {label: Go, act: stay-on, from: [lena-name], to: scene-299}\n"
    )],
    "step-off-record": [story(
        STEP.replace(r"turn:\n", r"turn:\n        label: .*\n        act: .*\n)        from: .*\n("),
        rf"\1        from: [lena-waits]\n        by: lena\n\2\3{MARK}lena/untold\n", not_tens=True,
    )],
    "idle-choice": [story(
        r"(      )(wait:\n        label: .*\n        act: .*\n        from: .*\n)        outcome:\n(?:          .*\n)+",
        rf"\1{MARK}\2",
    )],
    "idle-set": [story("(        to: back\n)", rf"        {MARK}set: {{pay: half}}\n\1")],
    "alike-choices": [story(
        r"(      go:\n        label: ).*\n((?:        .*\n)+      wait:\n        label: )",
        rf"\1Wait at the gate\n\2{MARK}",
    )],
    "many-options": [story(r"(    choices:\n)((?:      .*\n)+?      )(turn:)", more_options)],
    "unused-variable": [(variable("tide"),)],
    "constant-variable": [(variable("moon"), Plant(STORY, IF, r"\1{\2: \3, moon: low}\n"))],
    "unread-variable": [(variable("wind"), Plant(STORY, r"(        set: \{papers: \w+)\}", r"\1, wind: low}"))],
    "unreached-value": [story(r"^(  pay:\n    label: .*\n    values: \{)", rf"\1{MARK}quarter: A quarter, ")],
    "never-met": [story(IF, rf"\1{MARK}{{\2: \3, not: {{\2: \3}}}}\n"), story(IF, rf"\1{MARK}{{seen: scene-9}}\n"),
                  story(IF, rf"\1{MARK}{{chose: scene-0/wait}}\n")],
    "always-met": [story(IF, rf"\1{MARK}[{{\2: \3}}, {{not: {{\2: \3}}}}]\n"),
                   story(IF, rf"\1{MARK}{{not: {{seen: scene-19}}}}\n")],
    "unsupported": [story(rf"(          is: recorded\n          )({TEXT})          claims: .*\n", rf"\1{MARK}\2"),
                    story(r"(        otherwise: \{)(text: He has no pass for it\.), claims: [^}]+", rf"\1{MARK}\2")],
    "idle-otherwise": [story(
        r"(      turn:\n(?:        .*\n)+?)        if: .*\n        (otherwise)", rf"\1        {MARK}\2"
    )],
    "own-scene": [story(
        r"^(  (scene-\d+):\n(?:    .*\n)+?      turn:\n(?:        .*\n)+?        to: )scene-\d+\n", rf"\1{MARK}\2\n",
        not_tens=True,
    )],
    "duplicate-document": [
        *((Plant(DOCUMENTS, r"\Z", f"  {MARK}copy: {{type: book, title: It, held: true, {one}, line-count: 9}}\n"),)
          for one in ('file: copy.txt, sha256: "00"', 'file: gazette.txt, sha256: "09"')),
        (Plant(DOCUMENTS, r"\Z", '  page: {type: webpage, title: A page, URL: "https://a.example/page"}\n'
                                 f'  {MARK}again: {{type: webpage, title: It, URL: "http://www.a.example/page/#x"}}\n'),),
        (Plant(DOCUMENTS, r"(?<=origins:\n)", "  first: {type: speech, title: The Talk, publisher: P, issued: 2019}\n"),
         Plant(DOCUMENTS, r"\Z", f"  {MARK}talk: {{type: speech, title: the  talk, publisher: P, issued: 2019}}\n")),
    ],
    "repeated-cite": [(Plant(CLAIMS, r"^    - (.*lines: )(\d+)(.*\n)",
                             rf"    - \1\2\3    - {MARK}\g<1>'\2-\2'\3"),)],
    "narrated-speaker": [(Plant(CLAIMS, r"(speaker: karl, voice: )quoted", rf"\1{MARK}narrated"),)],
    "reported-quote": [(Plant(CLAIMS, r"(speaker: karl, voice: )quoted", rf"\1{MARK}reported"),)],
    "two-speakers": [(Plant(CLAIMS, r"^(    - \{document: gazette, lines: \d+, speaker: )karl(.*\n)",
                            rf"\1{MARK}anna\2    - {AROUND}"),)],
    "unverifiable-quote": [(Plant(CLAIMS, r"^(  cites: \[\{document: harbour-act, at: section \d+)",
                                  rf"\1, quote: {MARK}it is so"),)],
    "retold-only": [(
        Plant(DOCUMENTS, r"^origins:\n", r"\g<0>  lost-talk: {type: speech, title: A talk}\n"),
        Plant(DOCUMENTS, r"\Z", f"  ballad: {{from: lost-talk, how: {MARK}paraphrase, type: book, title: It, "
                                'held: true, file: it.txt, sha256: "ab", line-count: 300}\n'),
        Plant(CLAIMS, "document: gazette", "document: ballad"),
    )],
    "lineage-form": [(Plant(DOCUMENTS, "from: gazette, how: paraphrase", f"from: {MARK}gazette, how: original"),),
                     (Plant(DOCUMENTS, "from: gazette, how: ", f"how: {MARK}"),)],
    "impossible-place": [
        (Plant(CLAIMS, r"(document: harbour-act, at: )section \d+", rf"\1{MARK}{at}"),)
        for at in ("minute 3", "'1:02:33'")
    ],
    "duplicate-claim": [(Plant(CLAIMS, r"(  says: ).*(\n  kind: event\n)  about: \[karl\]\n", r"\1the  tide turns\2"),
                         Plant(MORE_CLAIMS, r"(?=The tide turns)", MARK))],
    "cited-exemption": [(Plant(DOCUMENTS, r"(gazette: \{.*\n?.*line-count: \d+)\}",
                               rf"\1, exempt: {{{MARK}2-9: captions}}}}"),)],
    "same-readings": [(Plant(MORE_CLAIMS, r"A cloak\.", f"{MARK}“a  coat”"),)],
    "undated-rule": [(Plant(CLAIMS, r"^(  kind: )(rule\n)  in-force: .*\n", rf"\1{MARK}\2"),)],
    "outcome-kind": [
        story(r"(is: threatened\n            text: >-\n(?:              .*\n)+            claims: ).*\n",
              rf"\1{MARK}[lena-waits]\n"),
        story(r"(- \{is: rule, text: The act names a fine\., claims: )\[claim-\d+\]", rf"\1{MARK}[lena-waits]"),
    ],
    "taken-twice": [story(WAIT, rf"\1        by: {MARK}karl\n")],
    "taker-unsupported": [story(WAIT, rf"\1        by: {MARK}anna\n")],
    "silent-answer": [story(
        r"(      turn:\n        label: .*\n        act: ).*\n        from: .*\n((?:        .*\n)*?)        set: .*\n"
        r"(        to: )scene-\d+\n",
        rf"\1hide\n        from: [lena-waits]\n\2        by: {MARK}lena\n\3lena/the-yard\n", not_tens=True,
    )],
    "step-of-another": [story(STEP, rf"\1        by: {MARK}anna\n\2lena/the-yard\n", not_tens=True)],
    "step-not-taken": [story(STEP, rf"\1\2{MARK}lena/the-yard\n", not_tens=True)],
    "paraphrase-only": [(Plant(CLAIMS, r"^(claim-\d+:(?:\n  .*)+?document: )gazette", rf"{MARK}\1bulletin"),)],
    "early-rule": [story(
        rf"^(  {SCENE}    at: .*\n    date: )2019(-\d\d\n(?:{NO_RULE}    .*\n)+.*is: rule.*claims: \[)(claim)",
        rf"\g<1>2000\2{MARK}\3",
    )],
    "cite-range": [(Plant(CLAIMS, r"document: gazette, lines: \d+", f"document: archive, lines: {MARK}41"),)],
    "long-quotation": [story(r"(    text: )(>-\n      )“[^”]+”", rf"\1{MARK}\2“a b c d e f g h”")],
    "loose-quotation": [story(r"(    text: )(>-\n      )“[^”]+”", rf"\1{MARK}\2“he said nothing”")],
    "idle-claims": [story(r"^(    text:\n)", rf"    {MARK}claims: [lena-name]\n\1")],
    "figure-owner": [(Plant(CLAIMS, r"^(claim-\d+:\n  says: .*\n  kind: )event", rf"{MARK}\1figure"),)],
    "recorded-not-taken": [story(rf"(          is: )unrecorded(\n          {TEXT})",
                                 rf"\1{MARK}recorded\2          claims: [lena-name]\n")],
    "taken-unrecorded": [story(r"(        by: karl\n        outcome:\n          is: )recorded",
                               rf"\1{MARK}unrecorded")],
    "two-unrecorded": [story(
        r"(          - is: )threatened((?:\n        .*)+\n      turn:(?:\n        .*)+?\n          is: )",
        rf"\1unrecorded\2{MARK}",
    )],
    "borrowed-claims": [story(rf"(          is: recorded\n          {TEXT}          claims: ).*\n",
                              rf"\1{MARK}[lena-name]\n")],
    "unlisted-person": [(Plant(CLAIMS, r"^(claim-\d+:\n  says: ).*\n(  kind: rule\n)", rf"{MARK}\1Karl pays.\n\2"),)],
    "disputed-alone": [(*story(rf"(          is: recorded\n          {TEXT}          claims: ).*\n",
                               rf"\1{MARK}[lena-waits]\n"),
                        Plant(MORE_CLAIMS, r"lines: 4\}", "lines: 4, speaker: karl}"))],
    "pseudonym-unsaid": [(Plant(RECORD, "person: lena", f"person: {MARK}lena"),
                          Plant(RECORD, r"claims: \[lena-name\]", "claims: [lena-waits]"))],
    "withdrawn-document": [document("pamphlet", "withdrawn: 2020-05")],
    "superseded-document": [document("leaflet", "superseded-by: gazette")],
    "unused-claim": [(Plant(CLAIMS, r"^(claim-\d+:\n)",
                            rf"{MARK}alone: {SO}\1"),)],
    "unused-document": [(Plant(DOCUMENTS, r"\Z", f"  {MARK}book: {{type: book, title: A book}}\n"),),
                        (Plant(DOCUMENTS, "(documents:\n)", rf"  {MARK}talk: {{type: speech, title: A talk}}\n\1"),)],
    "no-degrees": [place("isle", "precision: city"), place("isle", 'precision: region, latitude: "5"')],
    "fine-degrees": [
        place("shoal", f'precision: {told}, latitude: {MARK}"{north}", longitude: 6', mark="")
        for told, north in (("country", "5.12"), ("region", "5.123"), ("city", "5.12345"), ("untold", "5"))
    ],
    "swapped-degrees": [place("town", 'precision: city, latitude: "24.75", longitude: "59.44", country: EE')],
    "far-from-country": [place("port", f'precision: city, latitude: "{north}", longitude: "24.75", country: EE')
                         for north in ("-59.44", "52.4")],
    "at-sea": [place("reef", "precision: city, latitude: 0, longitude: -30")],
    "narrators-word": [rule("The heroic act names a fine."), label("Turn back like a coward")],
    "second-person": [label("Turn your back"), rule("The act fines you.")],
    "no-gentle-wording": [story(r"        text:\n          full: >-\n((?:            .*\n)+)          gentle: .*\n",
                                rf"        {MARK}text: >-\n\1")],
    "unannounced": [rule("He shoots himself.")],
    "over-limit": [label("word " * 20_001)],
    "hidden-character": [label("Turn back \u202e"), label("Turn back \u200f")],
    "comment-in-text": [
        story(LABEL, rf"\1Turn back {MARK}# and wait\n"), story(LABEL, rf"\1Turn {MARK}#2\n"),
        story(LABEL, rf"\1Turn back  {MARK}#2\n"),
    ],
    "ambiguous-scalar": [label("yes"), label("19:30"), label("0o17")],
    "straight-quotes": [story(r"(    text: )(>-\n      )“([^”]+)”", rf'\1{MARK}\2"\3"')],
    "foreign-quotes": [story(r"(    text: )(>-\n      )“([^”]+)”", rf"\1{MARK}\2{marks[0]}\3{marks[1]}")
                       for marks in ("«»", "”“", "„“", "‘’", "「」")],
    "unpaired-quotation": [rule("The “act names a fine."), rule("The act” names a fine."), label("Turn « back")],
    "empty-text": [label("' '")],
    "long-text": [label(f"Turn {'and turn ' * 10}back")],
    "long-word": [label(f"Turn {'back-' * 7}")],
    "markup": [label("Turn *back*"), rule("The <b>act</b> names a fine."), label("Turn `back`")],
    "todo": [label("Turn back TODO"), rule("The act names ???.")],
    "repeated-text": [(Plant(STORY, RULE, rf"\1{TWICE}", is_first=True), Plant(STORY, RULE, rf"\1{MARK}{TWICE}"))],
    "duplicate-form": [term("box", f"foreman, {MARK}crate")],
    "unused-term": [term(f"{MARK}oar", "oar")],
    "road-word": [story(r"(        by: karl\n)", rf"\1        {MARK}step: There is a gate.\n")],
    "record-owner": [(Plant(ROAD, r"(is: )(recorded, )of: lena, ", rf"\1{MARK}\2"),)],
    "prompt-form": [
        (Plant(RECORD, r"(who-counts:\n(?:        .*\n)+?)        text: .*\n        claims: .*\n",
               rf"{MARK}\1"),),
        (Plant(RECORD, r"(        line: )There she waits \{\}\.", rf"\1{MARK}There she waits."),),
    ],
    "prompt-beside-hard": [(Plant(
        RECORD, r"    text: A boat comes\.\n(    claims: .*\n)(    prompts:\n      )",
        rf"    text: {{full: A boat comes under fire., gentle: A boat comes.}}\n\1    content: [combat]\n\2{MARK}",
    ),)],
    "one-sided": [(Plant(RECORD, r"(?<=text: )The record falls silent\.", f"{MARK}It falls silent a whole night."),)],
    "account-form": [(Plant(RECORD, r"account:\n  - .*\n", f"{MARK}account:\n"),),
                     (Plant(RECORD, r"(?<=text: )A boat came\.", f"{MARK}'A boat {{}} came.'"),)],
    "thread-form": [(Plant(THREADS, r"(who-waits:\n(?:  .*\n)+?)    karl.*\n", rf"{MARK}\1"),)],
    "not-ignorable": [ignore(f"{{code: {MARK}unsupported")],
    "idle-ignore": [ignore(f"{MARK}{{code: todo, at: teaser")],
}  # fmt: skip
