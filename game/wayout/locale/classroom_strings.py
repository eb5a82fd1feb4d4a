"""Which words stand on the pages of a class, and on the board before it?

Message catalogue of class mode: pupils' pages, error pages, the teacher's board and its commands, count of hands.
"""

# What pupils see.
JOIN = "Join the lesson"
JOIN_CODE = "The code on the board"
JOIN_GO = "Go in"
JOIN_WRONG = "That is not the code. Look at the board and try again."
JOIN_SLOW = "That is not the code. Many wrong ones came from here, so an answer takes some seconds. Try again."
JOIN_FULL = "This room takes nobody more. Tell the teacher."
JOIN_LOCKED = "The door is locked. Ask the teacher to open it."
JOIN_PRIVACY = (
    "No name is asked for. The board shows how many first chose, marked or printed what, never who; it shows no number "
    "below five. When "
    "the lesson ends, the server wipes what it holds. Your browser keeps two cookies until it is closed: one for your "
    "seat, one with your path. No address of a page holds what you chose. Where the address begins with http:// and "
    "not https://, what you send is not encrypted: whoever runs the network could read it."
)
RECORDS = "Records"
RECORDS_NONE = "No record is open yet. This page looks again by itself."
PAUSED = "A pause"
PAUSED_SAYS = "The lesson is paused. Look up; this page goes on by itself."
ENDED = "The lesson is over"
ENDED_SAYS = "Everything that the class server held has been wiped. You can close this page."
DEBRIEF_NOW = "Now for the debrief:"
TO_RECORDS = "Back to the records"
BACK_TO_PAGE = "Back to the page"
NOT_FOUND = "There is no such page"
NOT_FOUND_SAYS = "Go back to where you were, or to the records."
TOO_LARGE = "That was too much to read."
NOT_ANSWERED = "Not answered"
BAD_REQUEST = "A browser does not ask like this."
WRONG_HOST = "Under this address there is no lesson. Type the address that stands on the board."
SLOWER = "A moment"
SLOWER_SAYS = "Very many pages were asked for from this seat. Wait some seconds; this page goes on by itself."
GO_BACK_IN = "Go on where you were: {name}"
EVIDENCE_WORDS = "What the evidence words mean"
TITLE_MARK = "Before the record answers: {label}"
WRONG_SITE = "That did not come from this lesson’s own page."
UNDO = "Undo"
PAGES = "Pages of this lesson"
SKIP = "Skip to the text"
LOOK_AGAIN = "Look again"
JOIN_COOKIE = (
    "Your browser keeps no cookie. It needs one, for your seat: allow cookies for this page, then type the code."
)
FAILED = "That did not work"
FAILED_SAYS = "The fault is ours. Go back one page, or to the records, and go on."

# What the teacher's terminal shows.
NOT_INSTALLED = "The class server needs parts that are not installed. Install them with:\n  {command}"
NO_STORY = "There is no story '{name}'. There are: {known}."
NO_PORT = "Port {port} is taken by another program. Choose another one, for instance: --port {other}"
NO_PORT_ALLOWED = "Port {port} is not for everybody. Choose one above 1023, for instance: --port {other}"
NO_LISTENING = "Nothing can listen at {address}: {why}."
NO_NETWORK = (
    "No network was found in which others could reach this machine. Join one, or name the machine’s address with "
    "--address, or use --hands, which needs none."
)
BAD_PUBLIC_URL = (
    "--public-url takes http:// or https:// with a host, and a port if need be; no more, for instance: "
    "https://wayout.school.example"
)
BAD_CODE = "A code has {n} digits."
SEVERAL = "The lesson"
COUNT_IN = "{n} in"
PAUSED_NOW = "paused"
GENTLE_NOW = "gentle wording"
DEBRIEF_BEGUN = "debrief"
LOCKED_NOW = "door locked"
REACHES = "A pupil sees what you switch with the next page that they load. Pages that wait go on by themselves."
GUESSING = "Somebody guesses the code: {n} wrong ones within a minute. Lock the door (l) once all are in."
REFUSED_SEATS = (
    "{n} times no seat was given: one address may have {most}. If strangers fill the room, empty it (x); a new code "
    "follows."
)
CROWDED = "Very many connections come from one address. The pupils’ own are served first."
DOOR_OPEN = "Open"
DOOR_CODE = "and type this code"
DOOR_HERE = "Only this machine can open that address. For other machines start with --lan."
SMALL_CLASS = "Ten or fewer are in: leave choices and places off the screen. A single hand can be guessed."
WHERE = "Where they are"
WHERE_NOBODY = "Nowhere are five or more yet."
WHERE_LEAST = "Places with five or more."
AT_END = "at the end"
FORK_NONE = "Nothing was answered by five yet. Numbers are shown from five on, so that no single answer can be told."
COUNTED = "First answers, {n} of {of} readers; later ones change nothing."
IN_STEPS = "Numbers move by fives."
NOT_TOLD = (
    "Numbers move by fives. Not shown: numbers below five, and those that would tell them, so that no answer can be "
    "guessed."
)
RECORD_HAS = "The record has: {record}"
FORK_WHICH = "{number} of {of}"
FEWER = "not shown"
FAULTS = "{n} pages could not be given ({kinds}). Pupils were told to go back."
FAULT = "A page could not be given ({kinds}). The pupil was told to go back."
OVER = "The lesson is over"
OVER_HELD = "Held now: {seats} seats, {choices} answers."
OVER_SAYS = (
    "Everything that the server held was in memory, and is wiped. Nothing was written. Whoever loads a page is told "
    "that it is over."
)
RECORDS_HEAD = "Records of this lesson"
RECORD_OPEN = "open"
RECORD_CLOSED = "closed"
EMPTY_HEAD = "Empty the room?"
EMPTY_SAYS = (
    "All seats ({n} in) and all that was chosen on them are taken away, and the board shows a new code. Whoever types "
    "it is back on their own page."
)
EMPTY_YES = "Empty it, with a new code"
END_HEAD = "End the lesson?"
END_SAYS = "Seats and choices are wiped. What pupils have on their screens stays there until they load a page."
END_SURE = "Is it over for all ({n} in)? Nothing can be brought back."
END_NO = "Go on with the lesson"
END_YES = "End and wipe"
NETWORK = "If pupils cannot reach this machine"
NETWORK_SAYS = (
    "Pupils must be in the same network as this machine, and type the address as it stands, with http:// and the "
    "number after the colon. With several networks (cable and wireless, or a VPN) name the right one with --address; "
    "if they come by another name or through a proxy, tell it with --public-url.",
    "A firewall on this machine may ask whether Wayout, or Python, may be reached: allow it for private networks.",
    "Many school networks keep their clients apart (“client isolation”, usual for guests): both machines have the "
    "internet, and still do not reach each other. Ask whoever runs the network for one without it.",
    "Or make a network with a telephone’s hotspot. Wayout needs no internet.",
    "Or do without: wayout class STORY --hands needs this screen alone, and wayout export html makes a file for a "
    "stick or a learning platform.",
)

# Keys of the board.
KEY_DOOR = "Code"
TIP_DOOR = "Show address and code"
KEY_WHERE = "Where"
TIP_WHERE = "Show where they are, never who"
KEY_TALLY = "Tally"
TIP_TALLY = "Show how many gave each answer first"
KEY_BEFORE = "Before"
TIP_BEFORE = "The question before"
KEY_AFTER = "After"
TIP_AFTER = "The next question; after the last, follow the numbers again"
KEY_PAUSE = "Pause"
TIP_PAUSE = "Pause for all, and go on again"
KEY_RECORDS = "Records"
TIP_RECORDS = "Open or close a record"
KEY_GENTLE = "Gentle"
TIP_GENTLE = "Gentle wording for all, and back to each one’s own choice"
KEY_DEBRIEF = "Debrief"
TIP_DEBRIEF = "Have every page lead to the debrief, and no longer"
KEY_LOCK = "Lock"
TIP_LOCK = "Lock the door: whoever is in stays in, nobody else comes in; and open it again"
KEY_EMPTY = "Empty the room"
TIP_EMPTY = "Send everybody to the door, behind which a new code is asked for (asked once)"
KEY_NETWORK = "No way in?"
TIP_NETWORK = "What to do if pupils cannot reach this machine"
KEY_END = "End"
TIP_END = "End the lesson and wipe what it holds (asked twice)"
KEY_LEAVE = "Leave"
TIP_LEAVE = "Stop the class server"

# The board line by line.
PLAIN_HEAD = "Open {address} and type {code}."
PLAIN_COMMANDS = (
    ("code", "address and code"),
    ("where", "where they are, never who"),
    ("tally", "how many gave each answer first; tally 2: at the second question"),
    ("pause", "pause for all, and go on again"),
    ("records", "the records, open or closed"),
    ("open RECORD", "open a record"),
    ("close RECORD", "close a record"),
    ("gentle", "gentle wording for all, and back to each one’s own choice"),
    ("debrief", "have every page lead to the debrief, and no longer"),
    ("lock", "lock the door, and open it again"),
    ("empty", "send everybody to the door, with a new code (asked twice)"),
    ("network", "what to do if pupils cannot reach this machine"),
    ("end", "end the lesson and wipe what it holds (asked twice)"),
    ("help", "these words"),
)
PLAIN_UNKNOWN = "There is no word '{word}' here. 'help' lists them."
PLAIN_NO_RECORD = "This lesson has no record '{name}'. It has: {known}."
PLAIN_NO_FORK = "There are {n} questions with numbers."
PLAIN_SURE = "Type 'end' again to end the lesson and wipe what it holds; anything else goes on with it."
PLAIN_SURER = "Is it over for all ({n} in)? Nothing can be brought back. Type 'end' a third time to do it."
PLAIN_EMPTY = "Type 'empty' again to take every seat away ({n} in) and have a new code; anything else leaves them."
PLAIN_STAYS = "Nothing can be typed here. The lesson goes on until this program is ended (Ctrl+C, or a signal)."
PLAIN_LEAVE = "Press Enter to stop the class server."
PLAIN_GOES_ON = "The lesson goes on."
PROMPT = "> "

# One screen for all, with hands counted.
HANDS_HEAD = "Hands"
HANDS_TYPE = "Type how many hands are up, for one option after the other. Enter goes to the next."
HANDS_FOLLOW = "Which one is followed? Enter takes the one pointed at. Digits count again."
HANDS_FIRST = "Counted here before: the first count stays. Which one is followed? Enter takes the one pointed at."
HANDS_CLOSED = "The record of {name} is not part of this lesson."
KEY_HANDS = "Hands"
TIP_HANDS = "Count hands for each option, and then choose which one is followed; a digit does so at once"
KEY_NEXT_OPTION = "Next"
TIP_DIGIT = "How many hands are up"
TIP_NEXT_OPTION = "The next option; after the last, follow the one pointed at"
TIP_BEFORE_OPTION = "The option before"
TIP_RUB = "Take the last digit back"
PLAIN_HANDS = "Type 'hands' and a number for each option, then the number of the one that is followed."
PLAIN_HANDS_COUNT = "There are {n} options: type 'hands' and {n} numbers."
PLAIN_HANDS_NONE = "There is nothing to count on this page."
PLAIN_HANDS_FIRST = "Counted here before: the first count stays."
PLAIN_HANDS_MOST = "The most hands: {labels}."
