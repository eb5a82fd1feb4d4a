"""What does the program say of a library that says nothing of itself?

Message catalogue of editions: content notes and groups of claims with their labels, the foreword, help lines where an
edition names none, choosing among several editions.
"""

TAGLINE = "What the records say, and where they end."
CONTENT = {
    "self-injury": "self-injury",
    "violence": "violence",
    "torture": "torture",
    "execution": "an execution",
    "sexual-violence": "sexual violence",
    "killing-of-prisoners": "the killing of prisoners",
    "combat": "combat",
    "hunger": "hunger",
    "child-distress": "a child in distress",
}
"""By the id of a content note, how it is announced."""
GROUPS = {"background": "Background", "law": "The law", "help": "Helpers", "care": "Help lines", "terms": "Terms"}
"""By the id of a group of claims, its heading."""

KEY_FOREWORD = "foreword"
TIP_FOREWORD = "Show the page that stands before the first decision"
TIP_TITLED = "Show the page “{title}”"
CMD_FOREWORD = "foreword"
FOREWORD_MEANING = "the page that stands before the first decision"
FOREWORD_FIRST = "The page “{title}” comes first."

NO_FOLDER = "There is no folder '{folder}', and no edition of that name in your folder of editions."
NO_EDITION = "'{folder}' is no edition: it has no folder 'story'."
ABOVE = "Name the folder above it: {folder}"
AN_EDITION = "'{folder}' is an edition of its own, and no folder of stories. Open it by itself: --edition {folder}"
MAKE = "'wayout new edition {folder}' makes one."

WHICH = "Which edition?"
EDITIONS_HEAD = "Several editions are here. Which one?"
NO_SUCH = "“{said}” is none of them: a number from 1 to {n}, or a title; or quit."

HELP_TITLE = "If this troubles you"
HELP_LINES = (
    "If you or somebody near you is in danger, call the emergency number of your country now.",
    "You can stop at any page, or read the gentle wording. If something here stays with you, tell somebody whom you "
    "trust.",
    "Befrienders Worldwide lists centres for emotional support, country by country: befrienders.org",
)
"""The page of help lines of an edition that has none of its own, where its content notes call for one."""
