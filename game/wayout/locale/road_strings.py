"""What is a reader told on the pages of a road?

User-facing strings of roads: the quiet lines of records, doors found shut, whose steps they were.
"""

QUIET = {
    "recorded": "{word} of {names}: {text}",
    "expected": "{word} by {names}: {text}",
    "reported": "{word} by {names}: {text}",
}
"""A line of the record below what the road tells, by how it is known; of nobody's record: QUIET_OF_NOBODY."""
QUIET_OF_OTHERS = "{word}, {names}: {text}"
QUIET_OF_NOBODY = "{word}: {text}"
NAMES_DATED = "{names}, {date}"
OF_RECORD = "What the record has of {names}"
SHUT_HEAD = "Shut on this road"
SHUT_LINE = "{label}: {because} (decision {number})"
SHUT_BACK = "The list of decisions goes back to any of these, by its number."
NONE_OF = "None of the {n}: {count}"
NONE_OF_THEM = "None of them: {count}"
STEPS_OF = "{name} {count}"
STEPS_TOLD = "Such a step is told of: {steps}."
NOBODY_HAS_ALL = "No one person is on record with all of them."
HAS_ALL = "{names}: on record with all of them."
SAID = {
    "shut": SHUT_LINE,
    "shut-back": SHUT_BACK,
    "steps-of": STEPS_OF,
    "steps-told": STEPS_TOLD,
    "nobody-has-all": NOBODY_HAS_ALL,
    "has-all": HAS_ALL,
}
"""Those that a script puts together by itself, by the names that it knows them by."""
