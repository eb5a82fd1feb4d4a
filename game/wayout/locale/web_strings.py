"""Which words do the web pages have that no other face needs?

Message catalogue of the web pages: keeping one's place (browser storage), settings, keys, missing JavaScript.
"""

RESUME = "Go on with {name}"
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
