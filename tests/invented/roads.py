"""Which invented stories lead into each other: a story of no one person, and three records?

The dockers of tests/examples/base, a third record that steps into the first where it has gone on, and a story of no one
person that leads into all of them.
"""

import msgspec
import yaml
from msgspec.structs import replace

from wayout.model.library import Library
from wayout.model.story import Story

MARTA = """
title: The lawyer
person: marta
teaser: A lawyer is asked about an order.
situation: {desk: {label: Desk, values: {empty: Empty, full: Full}, start: empty}}
start: the-office
scenes:
  the-office:
    text: A docker asks her for help.
    claims: [anton-told]
    ask: What does she do?
    choices:
      look: {label: Look into it, act: go-along, from: [anton-told], by: anton, to: anton/afterwards}
      decline:
        label: Decline
        act: refuse-order
        from: [anton-told]
        by: marta
        outcome: {is: recorded, text: She declines., claims: [anton-told]}
        set: {desk: full}
        to: the-evening
  the-evening:
    text: Her desk is full.
    claims: [anton-told]
    ending: {kind: as-published, text: She goes on., claims: [anton-told], unknown: [What he lived on.]}
"""
QUAY = """
title: The quay
teaser: Dockers are told to load a ship.
start: what-holds-them
scenes:
  what-holds-them:
    text: A ship lies at the quay.
    ask: What holds them?
    choices:
      order: {label: An order, act: refuse-order, by: [anton, boris], to: [anton/the-order, boris/the-crane]}
      desk: {label: A desk, act: go-along, by: marta, to: [marta/the-office]}
    next: at-night
  at-night:
    text: It is night.
    ask: What do they say?
    choices:
      say-no: {label: 'No', act: refuse-order, by: boris, to: [boris/the-crane]}
      office: {label: At the office, act: go-along, by: marta, to: [marta/the-office]}
    next: over
  over:
    text: Morning.
    ending: {kind: record-silent, text: So far.}
"""


def story(text: str) -> Story:
    """A story from YAML."""
    return msgspec.convert(yaml.safe_load(text), Story)


def roads(invented: Library) -> Library:
    """The library; of Boris something is told that is announced."""
    loaded = replace(invented.claims["boris-loaded"], content=("combat",))
    stories = {**invented.stories, "marta": story(MARTA), "quay": story(QUAY)}
    return replace(invented, stories=stories, claims={**invented.claims, "boris-loaded": loaded})
