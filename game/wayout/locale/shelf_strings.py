"""What is said of the shelf, and which words do the settings and the command palette have?

Message catalogue of saved trails (resuming, naming, storage errors: disk full, locked, damaged; trail files that no
longer fit, search, crash messages), of settings, the key map editor and the command palette.
"""

NOT_KEPT = "What you do now is remembered only until you leave: {why}."
KEPT_AGAIN = "The shelf can be written again: what you did is kept."
PUT_ASIDE = "The shelf was damaged. It lies in {copy} as it was; a new one was begun."
MOVED = "The shelf was damaged. It lies in {copy} as it was."
RESCUED = "{n} trails were still readable and are on the new one."
RESCUED_ONE = "One trail was still readable and is on the new one."
RESCUED_NONE = "No trail in it was readable any more."
NOT_READ = "One saved trail cannot be read, and is left as it is."
NOT_READ_MANY = "{n} saved trails cannot be read, and are left as they are."

WHY = {
    "full": "the disk is full",
    "locked": "another program holds {path}, or its disk knows no locks",
    "unwritable": "{path} cannot be written",
    "later": "{path} was written by a later version of Wayout, and is left as it is",
    "older": "{path} was written by a version of Wayout too old to be read, and is left as it is",
    "foreign": "{path} is not a shelf of Wayout, and is left as it is",
    "special": "{path} is no regular file",
    "damaged": "{path} is damaged, and no copy of it can be made",
    "nowhere": "there is no folder of yours to keep it in",
    "absent": "this Python has no SQLite",
    "failing": "the disk that holds {path} fails",
}
"""Why nothing is kept, by the kind of fault."""

# Going on with what was begun.
CONTINUE = "Go on with {name}"
CONTINUE_NAMED = "Go on with {name}, “{trail}”"
LAST_CHOSEN = "Last chosen: {label}"
LAST_NOTHING = "Nothing was chosen yet"
BEGUN, ENDED, GONE_THROUGH = "begun", "read to an end", "gone through to its end"
CMD_CONTINUE = "continue"
MAY_CONTINUE = "You began this record before. {where}. Type continue to go on from there."
ENTER_BEGINS_ANEW = "Enter begins anew; continue goes on"
MAY_CONTINUE_ANY = "continue  {label}"
CONTINUE_MEANING = "go on with what you began before (or con)"
NOTHING_TO_CONTINUE = "There is nothing begun to go on with. Without --continue a record begins."
NOTHING_OF_STORY = "In '{story}' there is nothing begun to go on with. Without --continue it begins."
NOT_KEPT_NOW = "What you do now is not kept."

# The shelf from the command line, and names.
NOT_DONE = "This cannot be done: {why}."
NO_TRAILS = "There is no saved trail."
NO_TRAIL = "There is no saved trail “{trail}”. 'wayout shelf list' lists them."
NAME_TAKEN = "Another trail is called “{name}”."
NAMED = "This trail is called “{name}” now."
UNNAMED = "This trail has no name any more."
NOT_NAMED = "This trail cannot be named: nothing of it is kept yet."
CHOICES, CHOICE_ONE = "{n} choices", "1 choice"
AT, AT_END = "at {at}", "at an ending"
DELETE_WHICH = "Name the trails to be deleted, or say --all."
COPY_STAYS = "A damaged shelf that was put aside still lies in {copy}."
DELETE_ALL = "Delete every saved trail and every setting?"
CMD_NAME = "name"
NAME_MEANING = "give your trail a name, which follows (or n)"
NAME_HEAD = "A name for this trail"
NAME_LEAD = "It stands beside the trail in the library; an empty one takes it away. Enter gives it."
NAME_PLACE = "a name"
KEY_NAME = "name"
TIP_NAME = "Give your trail a name"


# Why a trail goes no further.
STOPPED = {
    "record gone": "There is no record “{story}”.",
    "scene gone": "There is no scene “{scene}” in “{story}”.",
    "choice gone": "At “{scene}” there is no choice “{move}”.",
    "not open": "At “{scene}” the choice “{move}” is not open on this path.",
    "not offered": "At “{scene}” there is no step “{move}”.",
    "not reached": "The way does not lead to “{scene}”.",
    "no way on": "From “{scene}” nothing leads on.",
    "too long": "At “{scene}” the trail goes in circles.",
}
ENDS_HERE = "Your trail ends here"
HAS_CHANGED = "The story has changed since this trail was written."
GO_ON_HERE = "This is the last page of it that is reached. You can go on from here."
OTHER_STORY = "This trail is of the story '{story}'. Leave out STORY, or name that one."
NOTHING_LEFT = "Nothing of this trail can be reached: begin the record anew, or read another."

# Saving a trail file.
CMD_SAVE = "save"
KEY_SAVE = "trail"
TIP_SAVE = "Write your trail to a file in this folder, to go on from it later"

# A transcript on paper.
TRANSCRIPT = "What was read"
REASON = "Reason: {text}"
NOTE = "Note: {text}"
STOPS = "The trail stops here. {why}"


KEY_SEARCH = "search"
TIP_SEARCH = "Look for a story by a name, a place, an act, a document, or words of a page that you have read"
TIP_SEARCHED = "End the search"
SEARCH = "A name, a place, an act, a document, words that you have read"
FOUND = "{n} of {all}"
FOUND_IN = "Found: {match}"
FOUND_NONE = "No story here has “{said}”."
CMD_FIND = "find"
HERE = (
    "A number from 1 to {n} or a name opens a record. Words: find, glossary, {foreword}about, compare, timeline, "
    "differ, alone, notebook, care, settings, debrief, quit. With a number, debrief tells your article on a record "
    "that you have read."
)
NOTHING_TYPED = "Nothing was typed. {here}"
NOT_UNDERSTOOD = "“{said}” is not understood here. {here}"
NOT_UNDERSTOOD_YET = "“{said}” is not understood here. Words: glossary, {foreword}settings, library, help, quit."
MORE = "Enter shows more; q goes on to the question. "
SAY_SOMETHING = "Nothing was typed.{numbers} Or a word, such as sources, undo, help, quit."
WHICH_OR_GO_ON = "Whose record? continue, a number or a name; find and a word; or quit."
THEN_LIBRARY = "Enter goes to the list of records; or again, card, paper, export, sources, undo, help, quit."
WHICH = "Whose record? A number or a name; find and a word; or quit."


FAILED = "Wayout has come upon a fault of its own and ends here: {what}."
KEPT = "Nothing that you did is lost: '{command}' goes on where you were."
KEPT_HERE = "Your trail is kept: {command} goes on from here."
KEPT_TO_THE_END = "Your trail is kept to its end: wayout shelf list names it."
ON_SHELF = "Nothing that you did is lost: it is on the shelf."
NOT_KEPT_SINCE = "What you did since could not be kept: {why}."
NO_TRACE = "What you did is forgotten, as you asked for with --no-trace; no report was written either."
REPORT = "A report for whoever mends it lies in {path}. It tells what failed, and nothing of what you chose."
NO_REPORT = "No report could be written."
NOT_WRITTEN = "Not all that there was to say could be written: {why}."
NOT_UTF8 = (
    "This terminal does not take UTF-8: there is no full screen, and signs that it lacks are written otherwise. If it "
    "does take UTF-8, set LC_ALL to a locale that says so, such as C.UTF-8."
)


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
    "maps": "Map on the way",
    "motion": "Motion",
    "rail": "Beside the page",
    "keys": "Keys",
}
SAID: dict[str, dict[object, str]] = {
    "width": {66: "66", 72: "72", 76: "76"},
    "content": {"full": "full", "gentle": "gentle"},
    "words_beforehand": {False: "afterwards", True: "beforehand"},
    "asks": {False: "no", True: "yes"},
    "part": {True: "on", False: "off"},
    "maps": {True: "shown", False: "not shown"},
    "motion": {"none": "none", "gentle": "gentle"},
    "rail": {True: "the way here", False: "nothing"},
}
MEANS = {
    "theme": "Colours: as the terminal’s page is, or three of our own, the terminal’s own, those of Textual.",
    "width": "How many characters a line of text has at most.",
    "content": "The gentle wording tells the same record without its hardest details.",
    "words_beforehand": "Whether taken, recorded and their like are shown after a choice, or before it too.",
    "asks": "Before the record answers, mark what anyone could know. It holds from the next record that you begin.",
    "part": "Words to print, questions to ask, lines to take along. It holds from the next record that you begin.",
    "maps": "Whether the map is shown where a record goes on at another place; p shows it at any time.",
    "motion": "Gentle lets a page glide where it is scrolled; with none, nothing moves by itself.",
    "rail": "In a window of 100 columns: the way here, the situation, what the page rests on, what is told otherwise.",
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


WITH_LABEL = "{what} ({label})"
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
    "foreword": ("background", "first page"),
    "differ": ("differences", "contradictions", "conflicts"),
    "alone": ("single source", "uncorroborated", "only source"),
    "compare": ("comparison", "who did what", "acts", "matrix"),
    "timeline": ("dates", "chronology", "calendar"),
    "map": ("scenes", "graph", "overview", "progress"),
    "situation": ("status", "state", "variables"),
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
