"""What is said of the shelf: of saved trails, and of what could not be kept?"""

NOT_KEPT = "What you do now is remembered only until you leave: {why}."
KEPT_AGAIN = "The shelf can be written again: what you did is kept."
PUT_ASIDE = "The shelf was damaged. What is left of it lies in {copy}; a new shelf was begun."
NOT_READ = "One saved trail cannot be read, and is left as it is."
NOT_READ_MANY = "{n} saved trails cannot be read, and are left as they are."

WHY = {
    "full": "the disk is full",
    "locked": "another program holds {path}",
    "unwritable": "{path} cannot be written",
    "later": "{path} was written by a later version of Wayout, and is left as it is",
    "older": "{path} was written by a version of Wayout too old to be read, and is left as it is",
    "foreign": "{path} is not a shelf of Wayout, and is left as it is",
    "damaged": "{path} is damaged, and no copy of it can be made",
    "nowhere": "there is no folder of yours to keep it in",
    "absent": "this Python has no SQLite",
    "failing": "the disk that holds {path} fails",
}
"""Why nothing is kept, by the kind of fault."""
