"""Which words stand on the list of stories, beyond those of each story?"""

KEY_SEARCH = "search"
TIP_SEARCH = "Look for a story by a name, a place, an act or any word of its lines here"
SEARCH = "A name, a place, an act"
FOUND = "{n} of {all}"
FOUND_NONE = "No story here has “{said}”."
CMD_FIND = "find"
WHICH = "Whose record? A number or a name; find and a word; or quit."
