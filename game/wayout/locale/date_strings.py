"""Which words is a date said in?"""

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
