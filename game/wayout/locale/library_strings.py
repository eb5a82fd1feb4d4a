"""Which words stand on the list of stories, beyond those of each story?"""

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
