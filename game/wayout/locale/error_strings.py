"""What is said when the program itself fails?"""

FAILED = "Wayout has come upon a fault of its own and ends here: {what}."
KEPT = "Nothing that you did is lost: '{command}' goes on where you were."
ON_SHELF = "Nothing that you did is lost: it is on the shelf."
NOT_KEPT = "What you did since could not be kept: {why}."
NO_TRACE = "What you did is forgotten, as you asked for with --no-trace; no report was written either."
REPORT = "A report for whoever mends it lies in {path}. It tells what failed, and nothing of what you chose."
NO_REPORT = "No report could be written."
NOT_WRITTEN = "Not all that there was to say could be written: {why}."
NOT_UTF8 = (
    "This terminal does not take UTF-8: there is no full screen, and signs that it lacks are written otherwise. If it "
    "does take UTF-8, set LC_ALL to a locale that says so, such as C.UTF-8."
)
