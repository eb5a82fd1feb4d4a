"""Which words stand around the evidence itself, and around a person’s way on the map?

Message catalogue of the evidence: documents side by side, citations, how dates are written (months, seasons, ranges),
the route map.
"""

from typing import Final

VERSIONS = "the documents side by side"
VERSIONS_CLOSED = "The documents side by side are closed."
VERSIONS_NONE = "On what was just told the documents do not differ."
CMD_VERSIONS = "versions"
KEY_VERSIONS = "versions"
TIP_VERSIONS = "Set side by side what the documents tell differently"
KEY_OPEN = "open"
KEY_COPY = "copy"
KEY_NEXT = "next source"
TIP_OPEN = "Open the document’s public address in the browser"
TIP_COPY = "Copy the citation"
TIP_NEXT = "To the next source, or with Shift to the one before"
OPENED = "Handed to the browser: {url}"
COPIED = "Copied: {citation}"

REPORTS = ("one report", "{n} reports")
TEXTS = ("one text", "{n} texts")
TEXTS_PARTLY = "{n} of their texts archived"
TEXTS_UNHELD = ("its text not archived", "their texts not archived")
"""What a text rests on, of one and of several."""
DISPUTED = "{texts}, disputed"
"""Of texts that part on a matter of substance."""

RETOLD = "{reports} that nobody has, in {documents}"
"""Of what only paraphrases carry: 'one report that nobody has, in two summaries'."""

# The place in a document: a question, a page, a time of a recording; of one, and from one to another.
PLACES: Final = {
    "question": ("question {first}", "questions {first}–{last}"),
    "page": ("page {first}", "pages {first}–{last}"),
}
MINUTES = ("minute {first}", "minutes {first}–{last}")
TIMES = ("at {first}", "from {first} to {last}")
TIME_PARTS = ("{n} h", "{n} min", "{n} s")

EVIDENCE_SAID = "Evidence: {words}"
"""Where a page is told line by line."""

# What stands on an outcome page one key later.
LAW = "What the law says"
REPORTED = "What is reported"
LAW_AND_REPORTED = "What the law says, and what is reported"
ALSO = "Also: {names}"
KEY_LAW = "law"
KEY_ALSO = "also"
TIP_LAW = "Open what the law says or what is reported, or close it again"
TIP_ALSO = "Open what others did who took this too, or close it again"
KEY_REST = "the rest"
TIP_REST = "Open what was never told and what there is to discuss, or close it again"
CMD_LAW = "law"
CMD_ALSO = "also"
FOLD_TYPE = "{label}: type {word}."
FOLD_NONE: Final = {
    CMD_LAW: "Of what was just told there is no law or report to open.",
    CMD_ALSO: "Of what was just told there is nothing of others to open.",
}
CMD_MEANING: Final = {
    CMD_LAW: "what the law says of what was just told, or what is reported (or la)",
    CMD_ALSO: "what others did who took this too (or als)",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""By the numbers that EDTF gives them."""

ON_DAY = "{day} {month} {year}"
IN_MONTH = "{month} {year}"
IN_SEASON = "{season} {year}"
ABOUT = "about {date}"
BEFORE = "before {date}"
UNTIL = "until {date}"
SINCE = "since {date}"
EITHER = "{first} or {last}"
BETWEEN = "between {first} and {last}"
RANGE = "{first} to {last}"


HEAD = "The way, as far as it is told"
NOBODY = (
    "These questions are no one person’s way: there is nothing to draw. In a record this shows the way of that record."
)
NOTHING = "Not a single place of this record has been read yet."
UNPLACED = "There is no picture yet: no place that was read so far is told closely enough to stand on a map."
FURTHER = "There are pages not read yet."
PRECISION: Final = {
    "city": "a city",
    "region": "a region",
    "country": "a country",
    "untold": "place not told",
}
WAY_NOT_TOLD = "way not told"
NO_WAY_TOLD = (
    "The numbers follow the telling of the record; where it gives no dates, the order is not certain. Not told: which "
    "way led from one to the next."
)
OFF_MAP = "not on the map"
COASTS = "The coasts are drawn after Natural Earth."
AREA = "( ) somewhere in it"
STRETCH_SIGN = "?"
STRETCH = f"{STRETCH_SIGN} way not told"
SEAS: Final = {
    "black-sea": "Black Sea",
    "caspian-sea": "Caspian Sea",
    "baltic-sea": "Baltic Sea",
    "north-sea": "North Sea",
    "mediterranean-sea": "Mediterranean Sea",
    "norwegian-sea": "Norwegian Sea",
    "barents-sea": "Barents Sea",
    "red-sea": "Red Sea",
    "arabian-sea": "Arabian Sea",
    "bay-of-bengal": "Bay of Bengal",
    "caribbean-sea": "Caribbean Sea",
    "labrador-sea": "Labrador Sea",
    "hudson-bay": "Hudson Bay",
    "bering-sea": "Bering Sea",
    "sea-of-okhotsk": "Sea of Okhotsk",
    "coral-sea": "Coral Sea",
    "tasman-sea": "Tasman Sea",
    "arctic-ocean": "Arctic Ocean",
    "atlantic-ocean": "Atlantic Ocean",
    "indian-ocean": "Indian Ocean",
    "pacific-ocean": "Pacific Ocean",
    "southern-ocean": "Southern Ocean",
}

DRAWN_LIST = "The same stands in words in the list beside it."
DRAWN = f"A broken ring: somewhere in it. {STRETCH_SIGN} on a dotted line: way not told."
NOT_READ_YET = "Not read yet: {numbers}"
MAP_TITLE = "The pages of this record, and which leads to which"
ACT = "Act"
ACTS_TABLE = "Who did what, and how it is known"
LANES_TITLE = "What is dated, on one line of years"
LANES = "A dot is dated to a month or closer; a bar is a longer time, in which it lies. What is not dated is not drawn."
LINEAGE = "Which text was made from which"
LINEAGE_LEAD = "A filled mark stands beside a text that is cited above, an open one beside a text that is not."
CARRIES = "cited above in {numbers}"
CARRIES_NONE = "not cited above"
REPORT = "the report"
STEP_BETWEEN = "a translation that no document here names"

COMMAND = "route"
PICTURE = "picture"
HOW_ROUTE = "route and a number tells what was read there."
HOW_ROUTE_DRAWN = "route and a number tells what was read there; route picture draws the places."
NOT_READ = "On this way there is no place {said} that was read."

KEY = "way"
TIP = "Show the way on a map, as far as it is told"
KEY_WALK = "along"
TIP_WALK = "To the place before or after"
TIP_LOOK = "Show what was read at the place pointed at"

# What stands beside a page, where a window has room for it.
RAIL_WAY = "the way here"
HERE = "here"
RAIL_SITUATION = "situation"
RAIL_EVIDENCE = "evidence here"
RAIL_VERSIONS = "differences here"
RAIL_CUT = "⋮"
"""More of it does not fit."""
VISITED = "read on with {names}, and back"
WAYS_ON = ("one way on", "{n} ways on")
WAYS_READ = "{n} read"
WAYS_SHUT = "{n} not open"
MORE = "{n} more"
"""Lines that there is no room for."""
KEY_SITUATION = "situation"
TIP_SITUATION = "Show the whole situation, what changed last first"
KEY_PAGE_BEFORE = "back"
TIP_PAGE_BEFORE = "Back to the page before"
