"""Which words do booklet, lesson and Twee export, and the web pages, add to those of the stories?

Message catalogue of the exports: booklet, lesson pack (plan, handouts, rubric), Twee; and of the web pages: keeping
one's place (browser storage), settings, keys, missing JavaScript.
"""

BOOKLET_TITLE = "Wayout: {names}"
ALL = "Wayout"
SUBTITLE = "A booklet of numbered sections: what the record says, and where it ends"
HOW_HEAD = "How to read this booklet"
HOW = (
    "This is no book to read from front to back. Each record begins at the number that its first page names. A section "
    "ends with one way on, or with several: choose one, and turn to its number.",
    "What follows a choice stands in a section of its own, under words that say who chose so and how what followed is "
    "known. No choice is right or wrong. Nothing is invented: small numbers lead to the sources at the end.",
    "Each record has a sheet. It is kept with a pencil, when a section says what changes. Where a section says “If”, "
    "the sheet tells what is read.",
    "Some sections lead into another record, or to where this one is silent. The number to come back to is written in "
    "the box “Come back to”; coming back is possible from any section, and the number is then crossed out. The sheet "
    "of the record that was left stays as it is.",
)
EVIDENCE_HEAD = "The words at each choice"
CONTENTS = "The records"
BEGINS = "begins at {n}"
BEGIN_AT = "Begin at {n}."
SHEET = "The sheet: {name}"
SHEET_NOTE = "Each line holds at the beginning; write what changes beside it."
BOXES = "Boxes to tick"
COME_BACK = "Come back to"
TURN_TO = "turn to {n}"
NOT_IN_BOOKLET = "this record is not in the booklet"
IF = "If {what}:"
ONLY_IF = "Only if {what}"
OTHERWISE = "Otherwise: {reason}"
OTHERWISE_IF = "Otherwise, if {what}: {reason}"
WRITE = "On the sheet of {name}: {what}."
TICK = "Tick box {boxes}."
CLEAR = "Of the boxes of {name} none is ticked."
CLEAR_BUT = "Of the boxes of {name} only these are ticked: {boxes}."
NOTE_NUMBER = "Under “Come back to”, write {n}."
OR_BACK = "Or come back to the number last written under “Come back to”."
VALUE = "{label}: {value}"
NOT_VALUE = "{label}: anything but {value}"
OR, BOOKLET_AND, ANY = " or ", " and ", ", or "
TICKED, NOT_TICKED = "box {n} is ticked", "box {n} is not ticked"
NEVER = "nothing of this"
ALWAYS = "anything holds"
BOOKLET_CITED = "Sources"
SOURCES_HEAD = "The sources"
BOOKLET_SOURCES_LEAD = (
    "Each number is one thing that the documents say, in the makers’ words, with how well it is supported, and where "
    "it stands. The letters are those of the documents."
)
DOCUMENTS_HEAD = "The documents"
IN_DOCUMENT = "{letter} {place}"
GLOSSARY_HEAD = "Glossary"
NOT_CARRIED_HEAD = "What this booklet cannot carry"
BOOKLET_NOT_CARRIED = (
    "It does not ask, before an answer is read, what anyone could know of it, and does not mark the options that were "
    "read already.",
    "It draws no map, and sets no finished path beside the record.",
    "A record has one sheet. When it is entered a second time, what was written there before is lost to the way back.",
)
CROSSROADS_END = (
    "At the end of {name} it cannot list what was shut, whose steps were gone, in whose lives the reader has been, and "
    "what was never told there."
)
RECORD_MISSING = "The steps into the record of {name}: it is not in this booklet."
CARE = "If this troubles you, turn to the page “{title}”."
MADE_WITH = "Made with Wayout. The documents are listed at the end."


LESSON_TITLE = "A lesson with Wayout: {names}"
NOTE = "For one lesson of {n} minutes, pupils of 16 and more. No names, no accounts, no marks for any choice."
NOTE_GENTLE = "In the gentle wording: let the class play so too (--content gentle)."
LESSON_AND = "{first} and {last}"

PLAN = "Plan of the lesson"
PLAN_HEAD = ("Minutes", "What happens", "With what")
PLAN_START = ("The teacher says what is coming, that one can stop at any time, and where help is",
              "Content note; the page “If this troubles you”")  # fmt: skip
PLAN_FOREWORD = "The page “{title}”, read in silence or aloud"
PLAN_FOREWORD_WITH = "The page “{title}”"
PLAN_RECORD = (
    "The record of {name}: reading, choosing, and before each reveal a mark: what will the record have on this?"
)
PLAN_RECORD_WITH = "The game, or one screen for all; the sheet “Before it is revealed”"
PLAN_EVIDENCE = ("How well does it stand? Two documents side by side; statements and their support, in pairs",
                 "Two sheets, one between two pupils")  # fmt: skip
PLAN_TALK = ("Talk in class, from the questions below", "Questions for the talk")
PLAN_EXIT = ("Exit ticket, alone and in writing", "Exit ticket")
PLAN_TOO_LONG = (
    "Reading these records takes longer than one lesson allows. Choose fewer, or give two lessons: the first until the "
    "last record is read."
)
TIME = "{start}–{end}"

BEFORE = "Before the lesson"
BEFORE_POINTS = (
    "Read each record to its end yourself, in the wording that the class will read.",
    "Decide on the full or the gentle wording. Both tell the same; the gentle one leaves out the hardest details.",
    "Send the note to parents a week ahead, and offer other work to those who would rather not take part.",
    "Try the edition that you will use on the school’s own network and machines.",
    "Print one sheet between two pupils, and an exit ticket for each.",
)

PARENTS = "To parents and carers"
PARENTS_LEAD = "In the coming lesson the class works with the records of {names}: {subject}"
PARENTS_SUBJECT = "what documents tell of them, and how well each statement is supported."
PARENTS_HOLD = "In these records"
PARENTS_HOLDS = "{name}: {what}."
PARENTS_NOTHING = "nothing that is announced beforehand"
PARENTS_POINTS = (
    "There is a gentle wording that leaves out the hardest details. A pupil can stop at any page.",
    "Nothing is scored. No choice counts as right or wrong. What is assessed is how pupils handle sources.",
    "No name is asked for. The class server wipes what it holds at the end; other editions may keep a path on the "
    "device.",
    "Every statement names the document that it comes from; the list is at the end of this pack.",
    "If you would rather that your child did other work in this lesson, please tell the school.",
)

DECIDE = "Before it is revealed: {name}"
DECIDE_LEAD = (
    "At each question, write down your choice. Then mark what the record will have on it: a record, a threat, a rule, "
    "or nothing. After the reveal, write down the evidence words that you are shown."
)
DECIDE_WORDS = "What the evidence words mean: {words}."
DECIDE_HEAD = ("Question", "My choice", "What will the record have?", "The evidence words")

VERSIONS = "Side by side: {name}"
VERSIONS_LEAD = (
    "Two texts that were made from one report, or two places in one text. What hangs on the difference, and who could "
    "know?"
)
VERSIONS_ON = "“{says}” {head}."
VERSIONS_ASK = "What hangs on it? Who could know?"

STANDS = "How well does it stand? {name}"
STANDS_LEAD = "For each statement: who says so? Is there a second, independent report? Which of the words fits?"
STANDS_HEAD = ("Statement", "Who says so?", "A second report?", "My word")
STANDS_WORDS = "The words: {words}. The same word may fit all."
STANDS_KEY = "How well does it stand? {name}: the key"
STANDS_KEY_HEAD = ("Statement", "Who says so", "Standing, and why")
STANDING_MEANING = {
    "single account": "one report, however often it was translated",
    "told again": "several reports, the same speaker",
    "corroborated": "two reports and two speakers, or a public record",
    "disputed": "documents differ on the substance",
    "retold only": "texts that retell a report which nobody has",
}

ANSWERS = "What good answers draw on"
ANSWERS_OF = "What good answers draw on: {name}"
ANSWERS_LATER = "what good answers draw on"
ANSWERS_IN_DEBRIEF = "What good answers draw on stands at the end of the debrief."
TALK = "Questions for the talk: {name}"
SOURCING = "Sourcing: who says so, and what for?"
SOURCING_ONE = "In this record {n} of {all} statements rest on one account. Whose?"
SOURCING_SELF = "Some statements clear or favour the person of whom they are told. How should one read these?"
CORROBORATING = "Corroboration: who else could say so?"
CORROBORATING_ASK = "{n} of {all} statements have a second, independent support. What kind of support is it?"
CORROBORATING_NONE = "No statement of this record has a second, independent support. What would be one?"
CONTEXT = "Context: what was the law, and when?"
CONTEXT_ASK = "Did any of these rules change while the story was going on? For whom did that matter?"
CLOSE = "Close reading: what hangs on a word?"
OWN = "From the record itself"
SAYS_WHERE = "{says} ({where})"

EXIT = "Exit ticket"
EXIT_LEAD = "No name. Full sentences."
EXIT_POINTS = (
    "One statement that I read today, and how well it is supported:",
    "One thing that the record does not tell, and who could know it:",
    "One question that I would ask one of the sources:",
)

RUBRIC = "For assessing the tickets and the talk"
RUBRIC_LEAD = "What is assessed is the handling of sources, never which choice a pupil made in the game."
RUBRIC_HEAD = ("", "Beginning", "Sound", "Strong")
RUBRIC_ROWS = (
    ("Sourcing", "Repeats a statement without saying who makes it",
     "Names the speaker or the document",
     "Names the speaker, the document and what may shape it: interest, distance, translation"),
    ("Corroboration", "Counts articles",
     "Asks whether the articles have one origin",
     "Tells origin, document and speaker apart, and names what could confirm or refute"),
    ("Context", "Tells the events without their dates",
     "Sets a decision beside the law or the date that held",
     "Shows how the same answer meant something else before and after a date, or with and without papers"),
    ("Close reading", "Takes both texts to say the same",
     "Points to the words that differ",
     "Says what hangs on the difference, and leaves open what cannot be decided"),
    ("The limits", "Fills a gap with a guess",
     "Says that something is not told",
     "Says what is not told, and who could know it"),
)  # fmt: skip

TERMS = "Terms"
LESSON_SOURCES = "Documents"


BEGIN = "Begin"
START = "Before it begins"
TWEE_SOURCES, GLOSSARY, HELP, TWEE_NOT_CARRIED = "Sources", "Glossary", "Help", "Not carried"
TWEE_SOURCES_LEAD = "Each number is one thing that the documents say, with how well it is supported."
TWEE_CITED = "Sources: {numbers}"
OPTION_CLOSED = "{label} (not open: {reason})"
STEP_LOST = "{label}: not carried, this record is a story of its own"
LOST = (
    "The options that were read already are not marked.",
    "Nothing asks, before an answer is read, what anyone could know of it.",
    "No map is drawn, and no finished path is set beside the record.",
)
LOST_STEP = "{scene}: {label} ({target})"
LOST_STEPS = "Steps into other records, which are stories of their own:"


RESUME = "Go on with {name}"
TOOLS = "Tools"
MENU = "Menu"
PAGE_TOOLS = "This page"
BESIDE_TOOLS = "Beside the records"
ELSEWHERE = "Read in the full edition: {names}."
NOT_IN_FILE = "Not in this file, which says so where a choice leads there: the records of {names}."
NEEDS_SCRIPT = "These pages need JavaScript, and it is switched off here."
LOG_SEARCH = "Search what was read"

# Progress in the browser.
KEEP_HEAD = "Keep your place?"
KEEP_ASK = (
    "The address of this page says where you are, so that Back, Reload and a bookmark lead there; a browser may list "
    "addresses in its history. If you agree, this browser also remembers your place for the next time. All of it stays "
    "on this device; nothing is sent anywhere."
)
KEEP_YES = "Keep my place"
KEEP_NO = "Do not keep it"
KEEP = "Keep my place in this browser"
KEPT = "Your place is kept in this browser."
NOT_KEPT = "Nothing is kept."
KEPT_ELSEWHERE = (
    "Another tab or window has this file open, and your place there is the one that is kept. Here nothing is kept, "
    "unless you choose it again in the settings."
)
CANNOT_KEEP = "This browser keeps nothing for this page."

# The place on a learning platform.
PLATFORM_KEEPS = "Your place is kept by the learning platform."
PLATFORM_CUTS = (
    "The learning platform has room for the first {n} steps of this trail: there you go on, if you close this page now."
)
NOT_A_PACKAGE = "a learning platform takes a package by its ending, .zip. Write: -o {file}"
PLATFORM_REFUSES = "The learning platform did not take your place: it may be lost when you close this page."

# Settings.
SETTINGS = "Settings"
WORDING = "Wording"
WORDING_FULL = "The full wording"
WORDING_GENTLE = "The gentle wording"
READING = "Reading"
WORDS_FIRST = "Show the evidence words before a choice is made"
ASK_FIRST = "From the next record on, ask before each outcome what anyone could know of it"
OWN_PART = "From the next record on, your own part: words to print, questions to ask, lines to take along"
LETTERS = "Single letters and digits work as keys"

# Keys and their labels.
KEY_PRINT = "print"
TIP_SETTINGS = "Choose the wording, and what is asked and kept"
TIP_PRINT = "Print this page, or save it as a PDF"
TIP_DIGITS = "Choose by number"
TIP_ENTER = "Go on, where there is one way, and past what you are asked"
