"""Which words does the program have for the reader's own part, and for the pages of a road?

Message catalogue (English) of prompts, threads, and the reader's account: gaps, questions, places, lines taken along;
and of roads: the quiet lines of records, doors found shut, whose steps they were.
"""

from collections.abc import Mapping

WHO_YOU_ARE = (
    "You are none of these people. You are an editor with one short article to write, and choose what it prints. What "
    "happened stays as it is."
)
"""Told once, before the first record."""
STATEMENT_OF = "{n} of {all}"
STATEMENT_LEFT, STATEMENTS_LEFT = "One more statement.", "{n} more statements."
STATEMENTS_HOLD = "They tell of: {what}."
MORE_STATEMENTS = "More on this first"
REST_TYPE = "{rest} Type {word} to read them."
BLANK = "____"
"""An open gap."""
BOTH_PRINTED = "{first}, {says}; {other}, {also}"
SAYS_ONE, SAY_MANY = "says one text", "say {n} texts"
"""Of the first reading; of the other: SAYS_ANOTHER."""
SAYS_ANOTHER, SAY_OTHERS = "says another", "say {n} others"
BOTH_IN_ONE = "{first}, the text says in one place; {other}, in another"
"""Where both readings stand in one document."""
PRINT_BOTH = "Both, in two lines"
ASK: Mapping[str, str] = {
    "gap": "Which do you print?",
    "mark": "Who says so?",
    "place": "Which date do you give it?",
    "ask": "One question to the record",
    "headline": "Which of these words is your headline?",
}
"""By the kind of the prompt, where it has no words of its own."""
PASS: Mapping[str, str] = {
    "gap": "Leave it as it came",
    "mark": "Go on",
    "place": "Leave it open",
    "ask": "Ask nothing",
    "headline": "No headline",
}
KEEP: Mapping[str, str] = {
    "gap": "Keep it",
    "mark": "Go on",
    "place": "Keep it",
    "ask": "Go on",
    "headline": "Go on",
}
HEADLINE_STANDS = "The headline of your article"
"""Above the words, on the page that follows."""
YOUR_MARK = "{label} (your mark)"
PRINT_OTHERWISE = "Print it otherwise: {label}"
HANG_OTHERWISE = "Date it otherwise: {label}"
HUNG_BY_READER = "Not told: when it was. The reader dated it so."
DENSITY = "·░▓█"
"""On the strip of time: nobody of those who were read about, one, two, more; the hatched dot is none of them."""
STRIP_YEAR = "{year} {cells}"
STRIP = "When what you have read is dated: {strip}"
DATED, WITHIN, EARLIER = "●", "┄", "‹"
"""On a record's line of time: what is told to a day or a month; a stretch within which something lies; since when, is
not told."""
LINES_MEAN = f"{DATED} a day or a month", f"{WITHIN} told no closer"
STRIP_HEAD = "What you read"
READ_MARKS = {"read": "✓", "begun": "◐"}
"""Behind the row of a record that was read to an end, or begun."""
MINUTES_HEAD = "min"
MINUTES_SHORT = "{n} min"
HUNG_HERE = "not told; hung here by the reader"
HUNG_DOT = "▒ {label}"
"""Of a moment on the line of time that the reader hung there: a hatched dot before its date."""
STANDS_IN = "In the papers"
PAPER = "{name} ({how})"
IN_HAND = "You carry: {ask}"
TAKE = "Take this along: {ask}"
TOUCHED_BEFORE = "You read this here before, beside the same line."
TAKEN = "Taken along. Where another record has something on it, that stands beside it."

# The account.
LENGTH = "{most} lines; you have {n}"
EDIT = "Cut your article ({length})"
LEAVE_IT_SO = "Leave it so"
CUT = "Cut: {line}"
PUT_BACK = "Put back: {line}"
PERSONS_WORD = "{name}’s word"
IN_FAVOUR = "{name}’s word, in the speaker’s favour"
A_COUNT = "a count ({owner})"
A_SUMMARY = "a summary"
ONE_TEXT = "one text"
THE_ARTICLES = "the article’s"
A_RECORD = "a record"
MARGINS = (A_SUMMARY, IN_FAVOUR, PERSONS_WORD, A_COUNT, ONE_TEXT, THE_ARTICLES, A_RECORD)
"""From the weakest on."""
CORRECTED = "corrected since"
MARGIN_AND = "; "
NOT_TOLD = "not told"
AS_IT_CAME = "left as it came"
PRINTED = "you chose this; the other text has: {others}"
PRINTED_OF_MANY = "you chose this; {n} other texts have: {others}"
PRINTED_IN_ONE = "you chose this; in another place the text has: {others}"
PRINTED_BOTH = "you printed both"
PRINTED_WHOSE = "you chose this, and not: {others}"
CHANGED = "changed once"
OR = " / "
MET = "At the same question, in another record: {name}. {text}"
BYLINE = "{name}, as this reader prints it"
ARTICLE_KEPT = "Your article on this record"
ARTICLE_NONE = "There is no article of yours on “{said}”: it is made at the end of a record. Say debrief and a number."
YOUR_ACCOUNT = "Your article: {headline}"
YOUR_ACCOUNT_BY = "Your article, by {paper} alone: {headline}"
LEFT_OUT_ONE = "Left out, one line: {what}"
LEFT_OUT = "Left out, {n} lines: {what}"
STILL_NOT_TOLD = "Not told: {what}"
FOOT = "{n} of {all} lines rest in whole or in part on one person’s word{whose}. What you printed is marked."
FOOT_WHOSE = " ({whose})"
FOOT_OF = "{name}: {n}"
OVER_LENGTH = "{n} lines, where there was room for {most}: the article is longer than it was to be."
EARLY = "The record goes on: the article tells it as far as you have come."
MARGIN_HEAD = "Whose word each line is"
IN_PART_HEAD = "Read in part"

# The card.
CARD_FOOT = "{n} of {all} lines rest in whole or in part on one person’s word{whose}."
CARD_MARKED = "What this reader printed is marked."
CARD_FROM = "Wayout, from {papers}."
CARD_WAY = "The way, as far as it is told: {places}"
CARD_THEN = " → "
CARD_CORRECTED = "{text} ({corrected})"
CARD_LEFT_OUT_ONE = "One line is left out."
CARD_LEFT_OUT = "{n} lines are left out."
CARD_TITLE = "{headline} · {byline}"
NO_CARD = "no record on this trail has an article"
NOT_A_CARD = "a name that ends in .svg or .txt is asked for"
NO_CARD_OF = "The trail has no record '{story}' with an article: it leads through {stories}."
NO_TRAIL_FOR_CARD = "There is no trail on the shelf of which a card could be made. A trail file can be named."
KEY_CARD = "card"
TIP_CARD = "Write your article on one card, an SVG file in this folder, to show to somebody"
CMD_ARTICLE = "article"
CMD_CARD = "card"
CARD_MEANING = "write your article on one card; a name that ends in .svg or .txt may follow"

# By one paper only.
ONLY_BY = "By {paper} only"
TITLE_BY = "{title} · {only}"
BESIDE_PAPER = "(Not in this paper.) {text}"
MORE_THAN_PAPER = "(More than this paper has.) {text}"
IN_THIS_PAPER = "In this paper ({on}): {text}"
NOT_IN_PAPER_ONE = "One passage is not in this paper."
NOT_IN_PAPER_MANY = "{n} passages are not in this paper."
NOT_KNOWN_TO_PAPER = "{paper} does not know of {name}"
AFTER_PAPER = "Read with one paper. What did you not miss?"
BY_PAPER = "as this paper has it"
KEY_PAPER = "one paper"
TIP_PAPER = "Read this record once more, by one paper only"
CMD_PAPER = "paper"
PAPER_MEANING = "read a record once more by one paper only; or paper and a number (or p)"
PAPERS_HEAD = "By one paper only"
PAPERS_LEAD = (
    "The record begins anew. What the paper does not have falls away, and a line says how much; what stands beside the "
    "papers, as law does, stays, and is marked."
)
PAPERS_FOLDED = (
    "The record along its path, by each paper alone. What a paper does not have falls away, and a line says how much; "
    "what stands beside the papers, as law does, stays, and is marked."
)
PAPERS_HOW = "Type paper and a number to begin the record anew by that one."
IN_FULL = "By all papers again"
PAPER_NOT_NAMED = "does not name the person"
NO_PAPERS = "This record has one paper only, or none: there is nothing to read it by alone."
PAPER_AT_AN_END = "That is offered at the end of a record."
NO_SUCH_PAPER = "“{said}” is none of these papers."
UNKNOWN_PAPER = "There is no paper '{paper}' of this record.{hint} There are: {papers}."
PAPER_WITHOUT_STORY = "--paper is of a STORY of one person: name it, and one of its papers."

# Side by side.
SIDE = "Side by side"
SIDE_LEAD = (
    "The same question, put to several records; and the lines that can be taken along, with what stands beside them. "
    "Each record answers for itself alone. It tells of the ends of records too."
)
SIDE_NONE = "There is no question here that several records answer."
KEY_SIDE = "answers"
TIP_SIDE = "Show what several records answer to the same question, side by side"
CMD_SIDE = "side-by-side"
SIDE_MEANING = "what several records answer to the same question; or side-by-side and a word of it (or si)"

# The notebook.
NOTEBOOK = "Notebook"
NOTEBOOK_LEAD = "What you have taken along, printed, marked and asked, in all that you have read."
NOTEBOOK_NONE = "Nothing stands here yet. What you take along, print, mark and ask is written down here."
NOTEBOOK_OFF = "Your own part is switched off in the settings: nothing of it is written down."
NOTEBOOK_HAND = "In your hand"
NOTEBOOK_LINES = "Lines laid by"
NOTEBOOK_PRINTED = "What you printed"
NOTEBOOK_LEFT = "What you left as it came"
NOTEBOOK_MARKS = "What you marked, and what the record has"
NOTEBOOK_ASKED = "What you asked, and the answer"
NOTEBOOK_HUNG = "What you hung on the line of time"
NOTEBOOK_HEADLINES = "Your headlines"
NOTEBOOK_PLACES = "Read on from one of these pages"
NOTEBOOK_OF = "{name}:"
NOTEBOOK_OPEN = "Open."
NOTEBOOK_TOUCHED = "Touched by {name}: {text}"
NOTEBOOK_OTHERWISE = "Told otherwise by {name}: {text}"
NOTEBOOK_STILL = "Still not told: {text}"
NOTEBOOK_SAID = {
    "notebook-of": NOTEBOOK_OF,
    "notebook-open": NOTEBOOK_OPEN,
    "notebook-touched": NOTEBOOK_TOUCHED,
    "notebook-otherwise": NOTEBOOK_OTHERWISE,
    "notebook-still": NOTEBOOK_STILL,
    "density": DENSITY,
    "strip": STRIP,
    "strip-year": STRIP_YEAR,
}
"""Those that a script puts together by itself."""
KEY_NOTEBOOK = "notebook"
TIP_NOTEBOOK = "Show what you took along, printed, marked and asked, in all that you have read"
CMD_NOTEBOOK = "notebook"
NOTEBOOK_MEANING = "what you took along, printed, marked and asked, in all that you have read (or no)"

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
STRETCH_ENDS = (
    "Here the road’s first stretch ends. The rest of it says more once two records are read. Another record first?"
)
WALK_ON = "Walk on now"
STRETCH_HOW = "Enter walks on; library leads to the records."
SHUT_HEAD = "Shut on this road"
SHUT_LINE = "{label}: {because}"
REVISIT = "Back to the question at which it was shut: {labels}"
REVISIT_ANSWER = "Back to the answer that shut it: {labels}"
REVISIT_AND = "; "
ANOTHER_ROAD = "Another road, from its first question on"
NONE_OF = "Steps that none of the {n} took: {count}"
NONE_OF_THEM = "Steps that none of them took: {count}"
STEPS_OF = "{name} {count}"
STEPS_TOLD = "Such a step is told of: {steps}."
NOBODY_HAS_ALL = "No one person is on record with all of them."
HAS_ALL = "{names}: on record with all of them."
SAID = {
    "shut": SHUT_LINE,
    "walk-on": WALK_ON,
    "revisit": REVISIT,
    "revisit-answer": REVISIT_ANSWER,
    "revisit-and": REVISIT_AND,
    "another-road": ANOTHER_ROAD,
    "steps-of": STEPS_OF,
    "steps-told": STEPS_TOLD,
    "nobody-has-all": NOBODY_HAS_ALL,
    "has-all": HAS_ALL,
}
"""Those that a script puts together by itself, by the names that it knows them by."""
ENTER_ROAD = "{name} goes on from here"
READ_NEXT = "Read {name}"
