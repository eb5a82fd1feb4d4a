"""Which words does a reader see on the picture of a way?"""

from typing import Final

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
NOT_TOLD = "way not told"
NO_WAY_TOLD = (
    "The numbers follow the telling of the record; where it gives no dates, the order is not certain. Which way led "
    "from one to the next is not told."
)
COASTS = "The coasts are drawn after Natural Earth."
AREA = "( ) somewhere in it"
STRETCH_SIGN = "?"
STRETCH = f"{STRETCH_SIGN} way not told"
BLACK_SEA = "Black Sea"
CASPIAN_SEA = "Caspian Sea"
BALTIC_SEA = "Baltic Sea"
NORTH_SEA = "North Sea"

COMMAND = "route"
PICTURE = "picture"
HOW = "route and a number tells what was read there; route picture draws the places."
HOW_DRAWN = "route and a number tells what was read there."
NOT_READ = "On this way there is no place {said} that was read."

KEY = "way"
TIP = "Show the way on a map, as far as it is told"
KEY_WALK = "along"
TIP_WALK = "To the place before or after"
TIP_LOOK = "Show what was read at the place pointed at"
