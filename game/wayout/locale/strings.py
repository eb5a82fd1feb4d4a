"""Which words does a reader see that no story holds? The one catalogue of interface strings.

The main message catalogue: evidence words (taken, recorded, unrecorded …), page, moves, endings, sources, glossary,
timeline, map, debrief, log; labels and tooltips of keys, command words of the plain face.
"""

APP = "Wayout"

# Evidence words: of a choice, who took it; of an outcome, how it is known.
TAKEN = "taken"
TAKEN_BY = "taken by {names}"
NOT_TAKEN = "not taken"
KNOWN = {
    "recorded": "recorded",
    "threatened": "threatened",
    "expected": "expected",
    "reported": "reported",
    "rule": "rule",
    "unrecorded": "unrecorded",
}
KNOWN_MEANING = {
    "recorded": "it happened to the person, by the documents",
    "threatened": "someone in power said it would follow",
    "expected": "the person feared or reckoned so; nobody else is on record",
    "reported": "told of others, and by whom",
    "rule": "a law or policy, with its dates",
    "unrecorded": "the record is silent",
}
TAKEN_BY_OTHERS = "taken by"
TAKEN_MEANING = {
    TAKEN: "the person did so, by the documents",
    TAKEN_BY_OTHERS: "somebody else on record did so",
    NOT_TAKEN: "nobody is on record as doing so here",
}

# Content announced beforehand.
CONTENT_NOTE = "In this record: {what}."
CONTENT_NONE = "This record has no content notes."
CONTENT_GENTLE = "Read in the gentle wording"
CONTENT_FULL = "Read in the full wording"

# What stands on a page.
NOT_TOLD = "Not told"
PLACE_UNTOLD = "place not told"
SITUATION = "Situation"
GO_ON = "Go on"
ENTER_GOES_ON = "Enter  {label}"
BACK_TO_QUESTION = "Back to the question"
ENTER = "Read on with {name}"
RETURN = "Return to {name}: {ask}"
RETURN_END = "Return to the end of {name}"
RETURN_THEN = "{label} (from there, {names})"
LOOKED_AT = "read"
CLOSED = "not open"
EDITORIAL = "the record"
ENDING_PUBLISHED = "Here the published account ends"
ENDING_SILENT = "Here the record falls silent"
AS_OF = "As of {date}"
UNKNOWN_HEAD = "What was never told"
DISCUSS_HEAD = "To discuss"
EXPECT = "A good answer draws on: {what}."
EXPECT_HEAD = "A good answer"
CHOSEN = "Chosen: {label}"

NEXT_QUESTION = "Go on to the next question"
READ_TOO = "Read {name}, who met this too: {act}"
MARK_ASK = "Before the record answers: what could anyone know of this?"
MARKS = {
    "recorded": "A record: somebody did so",
    "threatened": "A threat: somebody in power said so",
    "rule": "A rule: a law or a policy",
    "nothing": "Nothing: the record is silent",
}
MARKED_HEAD = "What you marked, and what the record has"
MARKED_LINE = "{label}: you marked “{marked}”; the record has “{evidence}”."
WALKED_HEAD = "Whose records you read"
NOT_WALKED_HEAD = "Whom you have not read yet"

# Evidence view.
SOURCES = "Sources"
DID_YOU_MEAN = "Did you mean “{near}”?"
NO_SUCH_SOURCE = "There is no source {said} here: sources alone lists them with their numbers."
SOURCES_NONE = "This page cites nothing: it says what the record does not tell."
SPEAKER_NARRATOR = "the article’s narrator"
VOICE = {"quoted": "in quotation", "reported": "reported speech", "narrated": "told by the narrator"}
LINES = "line {lines}"
LINES_MANY = "lines {lines}"
INTEREST_SELF = "said in the speaker’s own favour"
FOR_SPEAKER = "says {name}"
DIFFERS = {"substance": "The documents differ on {on}", "wording": "The wording differs on {on}"}
CORRECTED = "Corrected: {says}"
IN_FORCE = "in force {date}"
OWNER = "Counted by {owner}"
CONFIDENCE_MEDIUM = "from one secondary source"
NOT_HELD = "text not archived"
HOW = {
    "original": "original",
    "translation": "translation",
    "retranslation": "translated twice",
    "paraphrase": "a summary",
}
HOW_MANY = {
    "original": ("the original", "{n} originals"),
    "translation": ("a translation", "{n} translations"),
    "retranslation": ("a text translated twice", "{n} texts translated twice"),
    "paraphrase": ("a summary", "{n} summaries"),
}
ONE_ORIGIN = "one report, held in {documents}"
ONE_ORIGIN_UNHELD = "one report, its text not archived"
SEVERAL_ORIGINS = "{n} reports, {speakers}"
ONE_SPEAKER = "the same speaker"
SEVERAL_SPEAKERS = "{n} speakers"
PUBLIC_RECORD = "a public record"
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# Beside the stories: foreword, help, about, the glossary, the ledger of differences and of lone accounts.
DIFFERS_HEAD = {"substance": "On substance", "wording": "On wording"}
LEDGER_OTHERS = "Others"
GLOSSARY = "Glossary"
GLOSSARY_HERE = "On this page"
GLOSSARY_ALL = "All terms"
GLOSSARY_NONE = "There is no term “{said}” here."
DIFFER = "Where the documents differ"
DIFFER_NONE = "The documents do not differ."
DIFFER_NOT_OF = "Nobody here is called “{said}” of whom the documents tell different things."
DIFFER_LEAD = "What one document says and another tells otherwise. Which is right is not decided here."
ALONE = "What rests on one account"
ALONE_NONE = "Nothing rests on one account alone."
ALONE_NOT_OF = "Nobody here is called “{said}” of whom something rests on one account alone."
ALONE_LEAD = "One report, however many times it was translated: no other text read here says so."
ONLY_ACCOUNT = "Only in: {account}"
OF_PERSON = "{name}: {head}"
FROM_OUTLETS = "From: {outlets}"
NOT_HERE = "There is no such page here."

# Acts and people side by side, and what happened when.
COMPARE = "Who did what"
COMPARE_LEAD = "What each of them did, and how it is known; where it is no decision of the own record, by its claims."
COMPARE_EMPTY = "There is no record here yet."
COMPARE_HOLDS = "These records hold: {what}."
COMPARE_NOTHING = "–"
COMPARE_LEGEND = f"{COMPARE_NOTHING} no choice here names this person for the act."
COMPARE_NOT_TAKEN = "No choice here names {name} for this act."
COMPARE_NOBODY = "No choice here names anybody for: {acts}."
COMPARE_NONE = "There is no act “{said}” here that anybody took."
COMPARE_NAMES = "{identity}: {names}"
COMPARE_READ = "Read {name} from here"
COMPARE_STEP = "Step into the record of {name}"
COMPARE_LEAVES = "this leaves the page that you are at"
COMPARE_COMMAND = "Read on from there: wayout play {story} --from {scene}"
ACT_DATED = "{act} ({date})"
BY_DATE = "by {date}"
ONCE_MORE = "{act}, once more"
DATE_UNTOLD = "date not told"
DATE_NEVER_TOLD = "When, the record does not tell"
TIMELINE = "Timeline"
TIMELINE_LEAD = (
    "A day stands before the month and the year that it lies in. Where a date is open, the entry stands at the latest "
    "time that its record leaves."
)
TIMELINE_NONE = "Nothing here has happened yet."
IN_FORCE_BEFORE = "In force all the while"
BY_END_OF = "By the end of {year}"

# The map of a story.
MAP = "Map"
MAP_MARKS = {"here": "◆", "read": "●", "before": "◐", "unread": "○"}
MAP_WORDS = {"here": "here", "read": "read", "before": "earlier", "unread": "not read"}
MAP_MEANING = {
    "here": "here",
    "read": "read",
    "before": "earlier in this record",
    "unread": "not read yet",
}
MAP_STEP = "→"
MAP_STEPS = "→ a step into another record"
MAP_FAR = "⤳ further on"
MAP_LOOPS = "↺ back up"
MAP_LEADS = "leads to {numbers}"
MAP_ENDS = "leads no further"
MAP_LEADS_TO_RECORDS = "a step into the record of {names}"
MAP_HOW = "map and a number tells what was read there."
MAP_NOT_READ = "On this map there is no scene {said} that was read."
CARE_HERE = "If this troubles you"
CARE_TYPE = "If this troubles you, type care."

# What lies behind the reader: decisions, all that was read, the debrief and its export.
FORKS = "Decisions"
FORKS_NONE = "No decision has been made yet."
TAKEN_BACK = "taken back"
FORKS_HOW = "forks and a number goes back to before that decision."
NO_SUCH_FORK = "There is no decision {said} here."
LOG = "Read so far"
LOG_NONE = "Nothing read so far holds “{said}”."
LOG_SEARCH = "Search"
LOG_FOUND = "on {n} of {all} pages"
DEBRIEF = "Your path beside the record"
FORKS_HEAD = "Fork by fork"
YOU_CHOSE = "You chose: {label}"
CHOSE_AS_HE_DID = "You chose, as the record has it: {label}"
HE_DID = "The record of {name}: {label}"
OFF_HIS_PATH = "The recorded path of {name} does not come to this question."
UNMET = "{n} more decisions of the records read lie where you have not been."
UNMET_ONE = "One more decision of the records read lies where you have not been."
WEAKEST_HEAD = "The weakest support on this path"
WEAKEST_COUNT = "No better supported: {n} of the {all} claims on this path."
WEAKEST_FIRST = "The first: {says}"
ELSEWHERE_HEAD = "What others did at the same kind of act"
ENDINGS_HEAD = "Endings reached"
PATH_SOURCES_HEAD = "What this path rests on"
DOCUMENTS_HEAD = "The documents"
ABOUT_TEXT = "About this text: {note}"
EXPORT_TITLE = "{name}: your path beside the record"
EXPORT_NOTE = "Made with Wayout from documents. No choice is marked right or wrong; the words tell what is on record."
EXPORTED = "Written to {path}"
EXPORT_FOLDER = "The folder: {path}"
NO_FILE = "it is no regular file"
NO_SUCH_PAPER = "a name that ends in .html or .md is asked for"
NOT_EXPORTED = "Nothing was written to {path}: {why}."

# The library of stories.
IDENTITY = {
    "pseudonym": "not the real name",
    "real-name": "the real name",
    "unstated": "not said whether the real name",
    "organisation": "an organisation",
}
MINUTES = "about {n} minutes"
MINUTE = "about a minute"
BEGIN = "Begin"

# The plain face: words that the reader types.
CMD_SOURCES = "sources"
CMD_AGAIN = "again"
CMD_UNDO = "undo"
CMD_UNDO_SIGN = "back"
CMD_REDO = "redo"
CMD_FORKS = "forks"
CMD_LOG = "log"
CMD_DEBRIEF = "debrief"
CMD_EXPORT = "export"
CMD_HELP = "help"
CMD_HELP_SIGN = "?"
CMD_GLOSSARY = "glossary"
CMD_CARE = "care"
CMD_ABOUT = "about"
CMD_DIFFER = "differ"
CMD_ALONE = "alone"
CMD_COMPARE = "compare"
CMD_TIMELINE = "timeline"
CMD_MAP = "map"
CMD_LIBRARY = "library"
CMD_QUIT = "quit"
CMD_QUIT_SIGNS = ("q", "exit")
CMD_NUMBER = "a number"
CMD_MEANING = {
    CMD_NUMBER: "make that choice",
    "sources": "who says what was just told, and where; sources and a number tells one (or s)",
    "versions": "what the documents tell differently here (or v)",
    "again": "tell it once more (or a)",
    "undo": "go back to the decision before (or u, or back)",
    "redo": "take up again what was undone (or r)",
    "forks": "every decision so far; forks and a number goes back to it (or f)",
    "log": "all that was read so far; or log and a word (or l)",
    "debrief": "your path beside the record (or de)",
    "export": "write that to a file, whose name may follow; .html or .md (or e)",
    "save": "write your trail to a file, whose name may follow; wayout play --trail opens it (or sa)",
    "glossary": "what the terms of this page mean, then all; or glossary and a term (or g)",
    "differ": "where the documents differ; or differ and a name (or d)",
    "alone": "what rests on one account; or alone and a name (or al)",
    "compare": "who did what; or compare and an act (or co)",
    "timeline": "what happened when (or t)",
    "map": "the scenes of this record; map and a number tells what was read there (or m)",
    "route": "the places of this record in order; or route and a number, or route picture (or ro)",
    "care": "help, if this troubles you (or c)",
    "about": "who made this, and how (or ab)",
    "help": "these words (or h, or ?)",
    "library": "leave this record for the list of records (or li)",
    "quit": "leave (or q)",
}
PROMPT = ">"
THE_END = "This is the end. Enter tells the debrief; or card, paper, export, sources, undo, library, help, quit."
WAY_ENDS = "This way ends here. Enter goes back; or debrief, card, paper, sources, undo, library, help, quit."
NOT_UNDERSTOOD = "“{said}” is not understood here.{numbers} Words: sources, glossary, again, undo, help, quit."
NUMBERS_FROM_TO = " Type a number from 1 to {n}."
NUMBER_ONE = " Type 1."
NOTHING_TO_UNDO = "This is the first decision: there is nothing to undo."
NOTHING_TO_REDO = "Nothing was undone: there is nothing to redo."
CONTENT_NOW_FULL = "This is the full wording; --content gentle gives another."
CONTENT_NOW_GENTLE = "This is the gentle wording."

# The terminal face: keys, their labels and what they do.
KEY_SOURCES = "sources"
KEY_UNDO = "undo"
KEY_REDO = "redo"
KEY_FORKS = "decisions"
KEY_LOG = "log"
KEY_SEARCH = "search"
KEY_DEBRIEF = "debrief"
KEY_EXPORT = "export"
KEY_HTML = "HTML"
KEY_HELP = "help"
KEY_GLOSSARY = "glossary"
KEY_DIFFER = "differ"
KEY_ALONE = "alone"
KEY_COMPARE = "compare"
KEY_TIMELINE = "timeline"
KEY_MAP = "map"
KEY_LOOK = "look"
KEY_WALK = "walk"
KEY_LEFT = "left"
KEY_RIGHT = "right"
KEY_ENTER = "read"
KEY_CARE = "care"
KEY_ABOUT = "about"
KEY_LIBRARY = "library"
KEY_QUIT = "quit"
KEY_CLOSE = "close"
KEY_UP = "up"
KEY_DOWN = "down"
KEY_CHOOSE = "choose"
KEY_SPACE = "read on"
KEY_NUMBER = "choose"
KEY_PAGE_DOWN = "page down"
KEY_PAGE_UP = "page up"
KEY_HOME = "beginning"
KEY_END = "end"
TIP_SOURCES = "Show what this page rests on"
TIP_UNDO = "Take back the last step"
TIP_REDO = "Take the step again that was taken back"
TIP_FORKS = "Show every decision, and go back to one"
TIP_LOG = "Show all that was read so far"
TIP_SEARCH = "Look for words in what was read"
TIP_DEBRIEF = "Show your path beside the record"
TIP_EXPORT = "Write this page to a Markdown file in this folder"
TIP_HTML = "Write this page to an HTML file in this folder"
TIP_HELP = "Show every key and what the evidence words mean"
TIP_GLOSSARY = "Show what the terms mean, those of this page first"
TIP_DIFFER = "Show where the documents differ"
TIP_ALONE = "Show what rests on one account"
TIP_COMPARE = "Show who did what, side by side"
TIP_TIMELINE = "Show what happened when"
TIP_MAP = "Show the map of this story"
TIP_LOOK = "Show what was read at the scene pointed at"
TIP_WALK = "Along the lines of the map"
TIP_CELL = "To the next one in that direction"
TIP_ENTER = "Read that record from there"
TIP_CARE = "Show where to find help if this troubles you"
TIP_ABOUT = "Show who made this, and how"
TIP_LIBRARY = "Go to the library of stories"
TIP_QUIT = "Leave Wayout"
TIP_CLOSE = "Close this panel"
TIP_UP = "The option above, or scroll up"
TIP_DOWN = "The option below, or scroll down"
TIP_CHOOSE = "Choose what is pointed at; pass over what you are asked, unless you point at an answer"
TIP_SPACE = "Read on; pass over what you are asked"
TIP_NUMBER = "Choose by number"
TIP_PAGE = "A screenful on or back"
TIP_SCROLL = "A line on or back"
TIP_EDGE = "To the beginning or the end"
POINTER = "❯"
CLOSED_MARK = "–"
CLOSED_BECAUSE = "not open: {reason}"
BY_ENTER = "Enter"
BY_SPACE = "Space"
MORE_BELOW = "↓ more"
CHOOSE = "choose: 1–{last}"
CHOOSE_ONE = "choose: 1"
TO_LIBRARY = "Back to the library"
LIBRARY_EMPTY = "There is no story here yet."
HOW_TO_LEAVE = "{key} leaves a page, and in the list of records Wayout; ctrl+q leaves at once."
TOO_SMALL = (
    "Wayout needs a window of {width} columns and {height} lines. Make this one larger, or press {key} to leave."
)
NAME_IS = "{name}: {identity}."
TOLD_TO = "As told to {outlets}; read here in {documents}."
TOLD_IN = "As told in {titles}; read here in {documents}."
CONTENT_HEAD = "In this record"
CONTENT_GENTLE_MEANS = "the same record, without its hardest details"
MADE_FROM = "{how}, from {origin}"
LANGUAGES = {"de": "German", "en": "English", "fr": "French", "mk": "Macedonian", "ru": "Russian", "uk": "Ukrainian"}
HELP_HEAD = "Help"
HELP_KEYS = "Keys"
HELP_TAKEN = "Of a choice: who took it"
HELP_KNOWN = "Of an outcome: how it is known"
