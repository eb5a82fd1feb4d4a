"""Which words does a reader see where a trail is written, read again, or no longer fits?"""

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
