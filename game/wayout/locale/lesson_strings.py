"""Which words does a lesson pack bring of its own, around what the stories hold?

The four questions are those of the Stanford History Education Group's reading like a historian: sourcing,
corroboration, contextualisation, close reading (Wineburg, Martin and Monte-Sano 2011).
"""

TITLE = "A lesson with Wayout: {names}"
NOTE = "For one lesson of {n} minutes, pupils of 16 and more. No names, no accounts, no marks for any choice."
NOTE_GENTLE = "In the gentle wording: let the class play so too (--content gentle)."
AND = "{first} and {last}"

PLAN = "Plan of the lesson"
PLAN_HEAD = ("Minutes", "What happens", "With what")
PLAN_START = ("The teacher says what is coming, that one can stop at any time, and where help is",
              "Content note; the page “If this troubles you”")  # fmt: skip
PLAN_WAR = ("The page on the war, read in silence or aloud", "The page on the war")
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
    "Think of pupils who come from Russia or Ukraine, or who have fled. Nobody is asked to speak for a country.",
    "Try the edition that you will use on the school’s own network and machines.",
    "Let nobody search for these people or for reports that may resemble theirs: some of them are in danger.",
    "Print one sheet between two pupils, and an exit ticket for each.",
)

PARENTS = "To parents and carers"
PARENTS_LEAD = (
    "In the coming lesson the class works with the records of {names}: what press articles tell of people who refused "
    "to serve in the Russian army in its war against Ukraine, or fled from it, and how well each statement is "
    "supported. The lesson begins with a page on the war. It counts the dead, and tells of civilians and of prisoners "
    "who came to harm."
)
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
}

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
SOURCES = "Documents"
WRITTEN = "Written to {path}"
NOT_WRITTEN = "Nothing was written to {path}: {why}."
NO_STORY = "There is no story '{name}'. There are: {known}."
