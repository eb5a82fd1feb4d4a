"""What is said when the program itself fails?"""

FAILED = "Wayout has come upon a fault of its own and ends here: {what}."
KEPT = "Nothing that you did is lost: 'wayout play --continue' goes on where you were."
NOT_KEPT = "What you did since could not be kept: {why}."
NO_TRACE = "What you did is forgotten, as you asked for with --no-trace; no report was written either."
REPORT = "A report for whoever mends it lies in {path}. It tells what failed, and nothing of what you chose."
NO_REPORT = "No report could be written."
NOWHERE = "There is nothing to tell the story on: standard output is closed."
