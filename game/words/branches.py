"""Which words tell that something was not reviewed by the makers?"""

NOT_REVIEWED = "not reviewed"
NOT_REVIEWED_FILE = "{id}, not reviewed"
NOT_REVIEWED_BY = "{id}, not reviewed, by {author}"
IN_TITLE = "{name} ({review})"
LEFT_OUT = "Left out for its faults: {file} ('wayout check {file}' shows them)."
FOLDER_LEFT_OUT = "Left out for these faults: {folder}"
NOT_PLAYED = "'{story}' has faults and is not played. 'wayout check {file}' shows each in full."
