"""Which words do the settings and the command palette have?

Message catalogue of settings, the key map editor and the command palette: labels, values, explanations, synonyms of
actions.
"""

SETTINGS = "Settings"
KEY_SETTINGS = "settings"
TIP_SETTINGS = "Change how Wayout looks and what it asks"
KEY_BEFORE = "before"
KEY_NEXT = "change"
TIP_BEFORE = "The value before this one"
TIP_NEXT = "The next value"
KEY_SUSPEND = "suspend"
TIP_SUSPEND = "Suspend Wayout; fg in the shell goes on"

LABEL = {
    "theme": "Theme",
    "width": "Line length",
    "content": "Wording",
    "words_beforehand": "Evidence words",
    "asks": "Ask first",
    "part": "Your own part",
    "motion": "Motion",
    "keys": "Keys",
}
SAID: dict[str, dict[object, str]] = {
    "width": {66: "66", 72: "72", 76: "76"},
    "content": {"full": "full", "gentle": "gentle"},
    "words_beforehand": {False: "afterwards", True: "beforehand"},
    "asks": {False: "no", True: "yes"},
    "part": {True: "on", False: "off"},
    "motion": {"none": "none", "gentle": "gentle"},
}
MEANS = {
    "theme": "Colours: as the terminal’s page is, or three of our own, the terminal’s own, those of Textual.",
    "width": "How many characters a line of text has at most.",
    "content": "The gentle wording tells the same record without its hardest details.",
    "words_beforehand": "Whether taken, recorded and their like are shown after a choice, or before it too.",
    "asks": "Before the record answers, mark what anyone could know. It holds from the next record that you begin.",
    "part": "Words to print, questions to ask, lines to take along. It holds from the next record that you begin.",
    "motion": "Gentle lets a page glide where it is scrolled; with none, nothing moves by itself.",
    "keys": "Which key does what.",
}
THEMES = {
    "auto": "as the terminal is, dark or light",
    "wayout-dark": "dark",
    "wayout-light": "light",
    "wayout-high-contrast": "high contrast",
    "wayout-terminal": "the terminal’s own ink and paper",
    "ansi-dark": "the terminal’s, dark",
    "ansi-light": "the terminal’s, light",
}
KEYS_DEFAULT = "as they come"
KEYS_CHANGED = "{n} changed"
UNREADABLE = "What was kept of these settings could not be read, and they are as they come: {which}."
UNKNOWN_THEME = "There is no theme “{said}” here; this is the dark one."
NO_COLOR = "NO_COLOR is set: no theme shows any colour."

# The key map.
KEYMAP = "Keys"
KEYMAP_RESET = "All keys as they come"
KEYMAP_LEAD = "Arrows, Enter, Esc, Space, Page Up, Page Down, Home, End, F1 and 1–9 always keep their work."
KEYMAP_CHANGED = "changed"
KEY_RESET = "as it came"
TIP_RESET = "Give this action the keys that it came with"
KEYMAP_PRESS = "Press the key for: {what}"
KEYMAP_LEAVE = "Esc leaves it as it is."
KEYMAP_TAKEN = "{key} is the key for: {what}. Press another."
KEYMAP_FIXED = "{key} always keeps its work. Press another."
KEYMAP_UNSAFE = "{key} is no key that every terminal tells apart. Press another."

# The palette.
LOOK_AT = "Look at: {label}"
OPEN_RECORD = "Open the record of {name}"
OPEN_OTHER = "Open {name}"
SYSTEM_THEME = "Theme"

# The plain face.
CMD_SETTINGS = "settings"
CMD_MEANING = "how this is told; settings, a word of it and a value change it (or se)"
PLAIN_NAMES = {"content": "content", "words_beforehand": "evidence", "asks": "ask", "part": "part", "width": "width"}
PLAIN_LINE = "{n}  {label}: {value} (to change it: settings {name} {values})"
PLAIN_OR = " or "
PLAIN_NOW = "{label}: {value}."
PLAIN_NONE = "There is no such setting: {said}. Type settings for all of them."


NAMED = "{what} ({label})"
"""A command, with the word that stands for it in the line of keys."""
SYNONYMS = {
    "sources": ("references", "citations", "documents", "evidence", "proof"),
    "versions": ("differences here", "variants"),
    "undo": ("back", "go back", "previous", "revert"),
    "redo": ("forward", "repeat"),
    "forks": ("choices", "go back", "jump"),
    "log": ("history", "backlog", "transcript", "previous pages"),
    "search": ("find", "filter"),
    "debrief": ("end", "result", "review", "export", "save"),
    "export": ("save", "print", "download"),
    "html": ("export", "save", "print", "download"),
    "save": ("keep", "export"),
    "help": ("keys", "shortcuts", "commands", "manual"),
    "glossary": ("dictionary", "definitions", "vocabulary"),
    "war": ("ukraine", "background"),
    "differ": ("differences", "contradictions", "conflicts"),
    "alone": ("single source", "uncorroborated", "only source"),
    "compare": ("comparison", "who did what", "acts", "matrix"),
    "timeline": ("dates", "chronology", "calendar"),
    "map": ("scenes", "graph", "overview", "progress"),
    "route": ("map", "places", "journey", "geography"),
    "care": ("hotline", "crisis", "support", "counselling"),
    "about": ("credits", "authors", "licence", "imprint"),
    "library": ("back", "close", "leave", "quit", "stories", "records", "menu", "home"),
    "quit": ("close", "end", "stop"),
    "close": ("back", "leave", "quit"),
    "settings": ("options", "preferences", "configuration", "colours", "theme", "gentle wording", "keys"),
    "name": ("rename", "title", "label"),
}
"""By the id of an action; the word of the plain face finds it too."""
