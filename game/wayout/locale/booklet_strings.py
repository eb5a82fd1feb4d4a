"""Which words does the printed booklet add to those of the stories?"""

TITLE = "Wayout: {names}"
ALL = "Wayout"
SUBTITLE = "A booklet of numbered sections: what the record says, and where it ends"
HOW_HEAD = "How to read this booklet"
HOW = (
    "This is no book to read from front to back. Each record begins at the number that its first page names. A section "
    "ends with one way on, or with several: choose one, and turn to its number.",
    "What follows a choice stands in a section of its own, under words that say who chose so and how what followed is "
    "known. No choice is right or wrong. Nothing is invented: small numbers lead to the sources at the end.",
    "Each record has a sheet. It is kept with a pencil, when a section says what changes. Where a section says “If”, "
    "the sheet tells what is read.",
    "Some sections lead into another record. The number to come back to is written in the box “Come back to”; "
    "coming back is possible from any section, and the number is then crossed out. The sheet of the record that was "
    "left stays as it is.",
)
EVIDENCE_HEAD = "The words at each choice"
CONTENTS = "The records"
BEGINS = "begins at {n}"
BEGIN_AT = "Begin at {n}."
SHEET = "The sheet: {name}"
SHEET_NOTE = "Each line holds at the beginning; write what changes beside it."
BOXES = "Boxes to tick"
COME_BACK = "Come back to"
TURN_TO = "turn to {n}"
NOT_IN_BOOKLET = "this record is not in the booklet"
IF = "If {what}:"
ONLY_IF = "Only if {what}"
OTHERWISE = "Otherwise: {reason}"
WRITE = "On the sheet of {name}: {what}."
TICK = "Tick box {boxes}."
CLEAR = "Of the boxes of {name} none is ticked."
CLEAR_BUT = "Of the boxes of {name} only these are ticked: {boxes}."
NOTE_NUMBER = "Under “Come back to”, write {n}."
OR_BACK = "Or come back to the number last written under “Come back to”."
VALUE = "{label}: {value}"
NOT_VALUE = "{label}: anything but {value}"
OR, AND, ANY = " or ", " and ", ", or "
TICKED, NOT_TICKED = "box {n} is ticked", "box {n} is not ticked"
NEVER = "nothing of this"
ALWAYS = "anything holds"
CITED = "Sources"
SOURCES_HEAD = "The sources"
SOURCES_LEAD = "Each number is one thing that the documents say, in the makers’ words, with how well it is supported."
GLOSSARY_HEAD = "Glossary"
NOT_CARRIED_HEAD = "What this booklet cannot carry"
NOT_CARRIED = (
    "It does not ask, before an answer is read, what anyone could know of it, and does not mark the options that were "
    "read already.",
    "It draws no map, and sets no finished path beside the record.",
    "A record has one sheet. When it is entered a second time, what was written there before is lost to the way back.",
)
CROSSROADS_END = (
    "At the end of {name} it cannot list in whose lives the reader has been, and what was never told there."
)
RECORD_MISSING = "The steps into the record of {name}: it is not in this booklet."
CARE = "If this troubles you, turn to the page “{title}”."
MADE_WITH = "Made with Wayout from press articles."
