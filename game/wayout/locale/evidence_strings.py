"""Which words stand around the evidence itself: versions side by side, a document's address, its citation?"""

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
