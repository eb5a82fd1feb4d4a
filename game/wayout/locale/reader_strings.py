"""Which words does the program have for the reader's own part: gaps, questions, places, lines taken along, account?

Message catalogue (English) of prompts, threads, and the reader's account.
"""

from collections.abc import Mapping

BLANK = "____"
"""An open gap."""
BOTH_PRINTED = "{first}, says one text; {other}, says another"
BOTH_IN_ONE = "{first}, the text says in one place; {other}, in another"
"""Where both readings stand in one document."""
PRINT_BOTH = "Both, in two lines"
ASK: Mapping[str, str] = {
    "gap": "Which do you print?",
    "mark": "Who says so?",
    "place": "Where do you hang it?",
    "ask": "One question to his record",
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
PRINT_OTHERWISE = "Print it otherwise: {label}"
HANG_OTHERWISE = "Hang it otherwise: {label}"
HUNG_BY_READER = "Hung here by the reader. When it was is not told."
STANDS_IN = "In the papers"
PAPER = "{name} ({how})"
IN_HAND = "You carry: {ask}"
TAKE = "Take this along: {ask}"

# The account.
HIS_WORD = "his word"
IN_HIS_FAVOUR = "his word, in his favour"
A_SUMMARY = "a summary"
ONE_TEXT = "one text"
THE_ARTICLES = "the article’s"
A_RECORD = "a record"
MARGINS = (A_SUMMARY, IN_HIS_FAVOUR, HIS_WORD, ONE_TEXT, THE_ARTICLES, A_RECORD)
"""From the weakest on."""
NOT_TOLD = "not told"
AS_IT_CAME = "left as it came"
PRINTED = "you chose this; the other text has: {others}"
PRINTED_IN_ONE = "you chose this; in another place the text has: {others}"
PRINTED_BOTH = "you printed both"
PRINTED_WHOSE = "you chose this, and not: {others}"
CHANGED = "changed once"
OR = " / "
MET = "Another man, in a record of his own: {name}. {text}"
BYLINE = "{name}, as this reader prints it"
YOUR_ACCOUNT = "Your article: {headline}"
LEFT_OUT = "Left out for want of room: {what}"
STILL_NOT_TOLD = "Not told: {what}"
FOOT = "{n} of {all} lines rest on his word alone. In brackets: what you printed."
MARGIN_HEAD = "Whose word each line is"
MARGIN_LINE = "{n}: {margin}"
