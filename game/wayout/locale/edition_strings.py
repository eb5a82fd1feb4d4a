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
MAKE = "'wayout new edition {folder}' makes one."

OPEN_IT = "Open that edition: --edition {edition}, or --edition and its folder."
OF_OTHER = "The trail “{trail}” is of the edition '{edition}', which is not open here."

WHICH = "Which edition?"
WHICH_OR_LAST = "Which edition? Enter opens the last one again."
EDITIONS_HEAD = "Several editions are here. Which one?"
OPENED_LAST = "opened last"
DRAFT = "A draft: nobody has held it against its documents yet."
YOUR_FOLDER = "In your folder of editions: {folder}"
KEY_EDITIONS = "editions"
TIP_EDITIONS = "Choose another edition"
CMD_EDITIONS = "editions"
EDITIONS_MEANING = "choose another of the editions that are here (or ed)"
EDITIONS_HERE = "Another edition: editions."
NO_SUCH = "“{said}” is none of them: a number from 1 to {n}, or a title; or quit."

HELP_TITLE = "If this troubles you"
HELP_LINES = (
    "If you or somebody near you is in danger, call the emergency number of your country now.",
    "You can stop at any page, or read the gentle wording. If something here stays with you, tell somebody whom you "
    "trust.",
    "Befrienders Worldwide lists centres for emotional support, country by country: befrienders.org",
)
"""The page of help lines of an edition that has none of its own, where its content notes call for one."""
