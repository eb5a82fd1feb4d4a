"""Which invented road has all that a road can have, and which records lead into it?

A small road (a story without a person) over the dockers of tests/examples/base: what is dealt, options that only some
situations have, doors that are shut, quiet lines of records, an ending told by situation; and an option of Boris that
leads into it.
"""

from msgspec.structs import replace

from tests.invented.roads import roads, story
from wayout.model.library import Library
from wayout.model.story import Choice, Outcome

ROAD = """
title: The long quay
teaser: Somebody on a quay, without a name.
situation:
  tie: {label: Tie, values: {none: None yet, paid: Paid, pressed: Pressed}, start: none, claims: [anton-told]}
  pay: {label: Pay, values: {paid: Paid, stopped: Stopped}, start: paid, claims: [anton-threat]}
  told: {label: Who knows, values: {nobody: Nobody, friend: A friend}, start: nobody, claims: [anton-told]}
start: the-tie
scenes:
  the-tie:
    dealt: true
    at: quay
    text: [{text: A quay., claims: [anton-told]}]
    ask: Two ties. Which does the road follow?
    choices:
      paid:
        label: Pay
        act: go-along
        from: [boris-loaded]
        by: boris
        step: The work is paid.
        outcome: {is: recorded, of: boris, text: He loads for pay., claims: [boris-loaded], date: 2019}
        reads: boris/the-crane
        set: {tie: paid}
        to: the-order
      pressed:
        label: Need
        act: leave
        from: [anton-told]
        step: There is no other work.
        outcome: {is: rule, text: The act names a fine., claims: [law-fine]}
        set: {tie: pressed}
        to: the-order
  the-order:
    at: quay
    text:
      - {text: An order comes., claims: [anton-told]}
      - {text: Nobody asks who is paid., claims: [anton-told], if: {tie: pressed}}
    ask: What is answered?
    choices:
      refuse:
        label: Refuse
        act: refuse-order
        from: [anton-refused]
        by: [anton]
        step: The order is refused.
        outcome:
          - {is: recorded, of: [anton], text: He refuses., claims: [anton-refused]}
          - {is: threatened, text: Those who refuse lose their pay., claims: [anton-threat]}
        reads: [anton/the-order]
        set: {pay: stopped}
        to: the-night
      load:
        label: Load the ship
        act: go-along
        from: [boris-loaded]
        by: [anton, boris]
        only: {tie: paid}
        step: {full: "The ship is loaded, under fire.", gentle: The ship is loaded.}
        outcome: {is: recorded, of: [boris, anton], text: Both load., claims: [boris-loaded, anton-told]}
        reads: [boris/the-crane, anton/the-order]
        to: the-night
      tell:
        label: Tell a friend
        act: leave
        from: [anton-told]
        if: {told: nobody}
        otherwise: {text: A friend knows already., claims: [anton-told]}
        step: A friend knows.
        outcome: {is: unrecorded, text: Whom they told is not said.}
        set: {told: friend}
        to: the-order
  the-night:
    at: quay
    stretch: true
    text: [{text: It is night., claims: [anton-told]}]
    ask: Where to?
    choices:
      north:
        label: North
        act: go-along
        from: [boris-north]
        by: boris
        if: {pay: paid}
        otherwise: {text: Who is not paid has no passage., claims: [anton-threat]}
        step: A ship goes north.
        outcome: {is: recorded, of: boris, text: He goes north., claims: [boris-north]}
        reads: boris/the-north
        to: in-the-north
      home:
        label: Home
        act: leave
        from: [anton-home]
        step: The way goes home.
        outcome: {is: expected, of: anton, text: He thinks of home., claims: [anton-home]}
        reads: anton/home
        to: at-home
      stay:
        label: Stay
        act: leave
        from: [anton-told]
        outcome: {is: unrecorded, text: Of staying nothing is told.}
        to: on-the-quay
  in-the-north:
    text: [{text: The north., claims: [boris-north]}]
    ending:
      kind: record-silent
      text:
        - {text: The road ends in the north., claims: [boris-north]}
        - {text: A friend knows where., claims: [anton-told], if: {told: friend}}
      unknown: [Where in the north.]
      read-next: [boris, anton]
  at-home:
    text: [{text: At home., claims: [anton-home]}]
    ending:
      kind: record-silent
      text:
        - {text: Without pay., claims: [anton-threat], if: {pay: stopped}}
        - {text: The road ends at home., claims: [anton-home]}
      unknown: [What work there is.]
      read-next: [anton]
  on-the-quay:
    text: [{text: Still on the quay., claims: [anton-told]}]
    ending: {kind: record-silent, text: The road ends here., claims: [anton-told], unknown: [Who stays too.]}
"""


def long_road(invented: Library) -> Library:
    """The library with the road, and with an option of Boris that leads into it in a situation of its own."""
    library = roads(invented)
    boris = library.stories["boris"]
    crane = boris.scenes["the-crane"]
    law = Outcome(known="rule", text="The act names a fine.", claims=("law-fine",))
    pressed = Choice(label="Be pressed", act="leave", origins=("anton-told",), outcome=law, to=("long/the-night",),
                     brings={"tie": "pressed", "pay": "stopped"})  # fmt: skip
    grown = replace(crane, choices={**crane.choices, "pressed": pressed})
    boris = replace(boris, scenes={**boris.scenes, "the-crane": grown})
    return replace(library, stories={**library.stories, "boris": boris, "long": story(ROAD)})
