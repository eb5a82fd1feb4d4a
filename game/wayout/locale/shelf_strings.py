"""What is said of the shelf: of saved trails, of what could not be kept, and of a crash?

Message catalogue of saved trails: resuming, naming, storage errors (disk full, locked, damaged), trail files that no
longer fit, search, crash messages.
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
TIP_SEARCH = "Look for a story by a name, a place, an act or any word of its lines here"
TIP_SEARCHED = "End the search"
SEARCH = "A name, a place, an act"
FOUND = "{n} of {all}"
FOUND_IN = "Found: {match}."
FOUND_NONE = "No story here has “{said}”."
CMD_FIND = "find"
HERE = (
    "A number from 1 to {n} or a name opens a record. Words: find, glossary, war, about, compare, timeline, differ, "
    "alone, care, settings, quit."
)
NOTHING_TYPED = "Nothing was typed. {here}"
NOT_UNDERSTOOD = "“{said}” is not understood here. {here}"
SAY_SOMETHING = "Nothing was typed.{numbers} Or a word, such as sources, undo, help, quit."
WHICH_OR_GO_ON = "Whose record? continue, a number or a name; find and a word; or quit."
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
