"""Which words does a story exported to Twine add to its own?"""

BEGIN = "Begin"
START = "Before it begins"
THE_WAR = "The war"
SOURCES, GLOSSARY, HELP, NOT_CARRIED = "Sources", "Glossary", "Help", "Not carried"
SOURCES_LEAD = "Each number is one thing that the documents say, with how well it is supported."
CITED = "Sources: {numbers}"
OPTION_CLOSED = "{label} (not open: {reason})"
STEP_LOST = "{label}: not carried, this record is a story of its own"
LOST = (
    "The options that were read already are not marked.",
    "Nothing asks, before an answer is read, what anyone could know of it.",
    "No map is drawn, and no finished path is set beside the record.",
)
LOST_STEP = "{scene}: {label} ({target})"
LOST_STEPS = "Steps into other records, which are stories of their own:"
