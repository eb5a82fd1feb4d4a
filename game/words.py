"""Which words does a reader see that no story holds? The one catalogue of interface strings."""

APP = "Wayout"
TAGLINE = "Six men and Russia’s war: what the record says"

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
    "recorded": "it happened to him, by the documents",
    "threatened": "someone in power said it would follow",
    "expected": "he feared or reckoned so; nobody else is on record",
    "reported": "told of others, and by whom",
    "rule": "a law or policy, with its dates",
    "unrecorded": "the record is silent",
}
TAKEN_MEANING = {
    "taken": "he did so, by the documents",
    "taken by": "another of the six did so",
    "not taken": "none of the six is on record as doing so here",
}

# Content announced beforehand.
CONTENT = {
    "self-injury": "self-injury",
    "killing-of-prisoners": "the killing of prisoners, as reported",
    "combat": "fighting",
    "child-distress": "a child in distress",
}
CONTENT_NOTE = "In this record: {what}."
WAR_FIRST = "The page on the war comes first: it counts the dead, and tells of prisoners."
CONTENT_NONE = "Nothing in this record is announced beforehand."
CONTENT_GENTLE = "Read in the gentle wording"
CONTENT_FULL = "Read in the full wording"

# What stands on a page.
NOT_TOLD = "not told"
PLACE_UNTOLD = "place not told"
SITUATION = "Situation"
GO_ON = "Go on"
STAY = "Stay with {name}"
ENTER = "Enter the record of {name}"
RETURN = "Return to {name}: {ask}"
RETURN_END = "Return to the end of {name}"
LOOKED_AT = "read"
CLOSED = "not open"
EDITORIAL = "the record"
ENDING_PUBLISHED = "Here the article leaves him"
ENDING_SILENT = "Here the record falls silent"
AS_OF = "As of {date}"
UNKNOWN_HEAD = "What was never told"
DISCUSS_HEAD = "To discuss"
EXPECT = "A good answer draws on: {what}."
CHOSEN = "Chosen: {label}"

NEXT_QUESTION = "Go on to the next question"
READ_TOO = "Read {name}, who met this too: {act}"
MARK_ASK = "Before the record answers: what could anyone know of this?"
MARKS = {
    "recorded": "A record: somebody did so",
    "threatened": "A threat: somebody in power said so",
    "rule": "A rule: a law or a policy",
    "nothing": "Nothing: nobody could know",
}
MARKED_HEAD = "What you marked, and what the record has"
MARKED_LINE = "{label}: you marked “{marked}”; the record has “{evidence}”."
WALKED_HEAD = "In whose lives you walked"
NOT_WALKED_HEAD = "Whom you have not read yet"

# Evidence view.
SOURCES = "Sources"
SOURCES_NONE = "This page cites nothing: it says what the record does not tell."
SPEAKER_NARRATOR = "the article’s narrator"
VOICE = {"quoted": "in quotation", "reported": "reported speech", "narrated": "told by the narrator"}
LINES = "line {lines}"
LINES_MANY = "lines {lines}"
INTEREST_SELF = "said in his own favour"
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
    "retranslation": "retranslation",
    "paraphrase": "paraphrase",
}
HOW_MANY = {
    "original": ("the original", "{n} originals"),
    "translation": ("a translation", "{n} translations"),
    "retranslation": ("a retranslation", "{n} retranslations"),
    "paraphrase": ("a paraphrase", "{n} paraphrases"),
}
ONE_ORIGIN = "one report, held in {documents}"
SEVERAL_ORIGINS = "{n} reports, {speakers}"
ONE_SPEAKER = "the same speaker"
SEVERAL_SPEAKERS = "{n} speakers"
PUBLIC_RECORD = "a public record"
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# Beside the stories: the war, help, about, the glossary, the ledger of differences and of lone accounts.
DIFFERS_HEAD = {"substance": "On substance", "wording": "On wording"}
LEDGER_GROUPS = {"help": "Helpers", "law": "The law", "war": "The war", "care": "Help lines", "glo": "Terms"}
LEDGER_OTHERS = "Others"
GLOSSARY = "Glossary"
GLOSSARY_HERE = "On this page"
GLOSSARY_ALL = "All terms"
GLOSSARY_NONE = "There is no term “{said}” here."
DIFFER = "Where the documents differ"
DIFFER_NONE = "The documents do not differ."
DIFFER_LEAD = "What one document says and another tells otherwise. Which is right is not decided here."
ALONE = "What rests on one account"
ALONE_NONE = "Nothing rests on one account alone."
ALONE_LEAD = "One report, however many times it was translated: nobody else on record has said so."
ONLY_ACCOUNT = "Only in: {account}"
OF_PERSON = "{name}: {head}"
FROM_OUTLETS = "From: {outlets}"
NOT_HERE = "There is no such page here."
CARE_HERE = "If this troubles you"
CARE_TYPE = "If this troubles you, type care."

# The library of stories.
LIBRARY_HEAD = "Six men. Five articles. What the record says, and where it ends."
IDENTITY = {
    "pseudonym": "not his real name",
    "real-name": "his real name",
    "unstated": "not said whether his real name",
    "organisation": "an organisation",
}
MINUTES = "about {n} minutes"
MINUTE = "about a minute"
BEGIN = "Begin"

# The plain face: words that the reader types.
CMD_SOURCES = "sources"
CMD_AGAIN = "again"
CMD_UNDO = "undo"
CMD_HELP = "help"
CMD_GLOSSARY = "glossary"
CMD_WAR = "war"
CMD_CARE = "care"
CMD_ABOUT = "about"
CMD_DIFFER = "differ"
CMD_ALONE = "alone"
CMD_QUIT = ("q", "quit", "exit")
CMD_MEANING = {
    "a number": "make that choice",
    "sources": "who says what was just told, and where (or s)",
    "again": "tell it once more (or a)",
    "undo": "go back to the decision before (or u)",
    "glossary": "what the terms of this page mean, then all; or glossary and a term (or g)",
    "war": "the war, in a few figures (or w)",
    "differ": "where the documents differ; or differ and a name (or d)",
    "alone": "what rests on one account; or alone and a name (or al)",
    "care": "help, if this troubles you (or c)",
    "about": "who made this, and how (or ab)",
    "help": "these words (or h)",
    "quit": "leave (or q)",
}
PROMPT = ">"
THE_END = "This is the end. Enter leaves; or sources, again, undo, help."
WHICH = "Whose record? A number, or quit."
NOT_UNDERSTOOD = "“{said}” is not understood here.{numbers} Words: sources, glossary, again, undo, help, quit."
NUMBERS_FROM_TO = " Type a number from 1 to {n}."
NUMBER_ONE = " Type 1."
NOTHING_TO_UNDO = "This is the first decision: there is nothing to undo."
CONTENT_NOW_FULL = "This is the full wording; --content gentle gives another."
CONTENT_NOW_GENTLE = "This is the gentle wording."

# The terminal face: keys, their labels and what they do.
KEY_SOURCES = "sources"
KEY_UNDO = "undo"
KEY_HELP = "help"
KEY_GLOSSARY = "glossary"
KEY_WAR = "the war"
KEY_DIFFER = "differ"
KEY_ALONE = "alone"
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
TIP_HELP = "Show every key and what the evidence words mean"
TIP_GLOSSARY = "Show what the terms mean, those of this page first"
TIP_WAR = "Show the page on the war"
TIP_DIFFER = "Show where the documents differ"
TIP_ALONE = "Show what rests on one account"
TIP_CARE = "Show where to find help if this troubles you"
TIP_ABOUT = "Show who made this, and how"
TIP_LIBRARY = "Go to the library of stories"
TIP_QUIT = "Leave Wayout"
TIP_CLOSE = "Close this panel"
TIP_UP = "The option above, or scroll up"
TIP_DOWN = "The option below, or scroll down"
TIP_CHOOSE = "Choose what is pointed at"
TIP_SPACE = "Read on"
TIP_NUMBER = "Choose by number"
TIP_PAGE = "A screenful on or back"
TIP_SCROLL = "A line on or back"
TIP_EDGE = "To the beginning or the end"
POINTER = "❯"
CLOSED_MARK = "–"
CLOSED_BECAUSE = "not open: {reason}"
BY_ENTER = "Enter"
SOURCES_KEY = "s"
CARE_KEY = "c"
GLOSSARY_KEY = "g"
MORE_BELOW = "↓ more"
TO_LIBRARY = "Back to the library"
LIBRARY_EMPTY = "There is no story here yet."
TOO_SMALL = "Wayout needs a window of {width} columns and {height} lines. Make this one larger, or press q to leave."
NAME_IS = "{name}: {identity}."
TOLD_TO = "As he told it to {outlets}; read here in {documents}."
CONTENT_HEAD = "In this record"
CONTENT_GENTLE_MEANS = "the same record, without its hardest details"
MADE_FROM = "{how} of {origin}"
LANGUAGES = {"de": "German", "en": "English", "fr": "French", "mk": "Macedonian", "ru": "Russian", "uk": "Ukrainian"}
HELP_HEAD = "Help"
HELP_KEYS = "Keys"
HELP_TAKEN = "Of a choice: who took it"
HELP_KNOWN = "Of an outcome: how it is known"
