"""Which words does a writer see while her story runs beside its findings?"""

# Findings.
ERRORS = ("1 error", "{n:,} errors")
WARNINGS = ("1 warning", "{n:,} warnings")
CLEAN = "nothing found"
FINDINGS = "Findings"
FINDING = "line {line}: {says}"
FINDING_ELSEWHERE = "{file}, line {line}: {says}"
CODE = "{severity} {code}"
MORE = "{n:,} more: wayout check shows all"
STRIP = "{counts}: {key} shows them"
STRIP_CLEAN = "{counts}: {key} shows ids and claims"

# Ids, situation, claims.
HERE = "Here"
AT_LINE = "{id}, line {line}"
OUTCOME_OF = "after {id}"
SITUATION = "Situation"
CLAIMS = "Claims of this page"
NO_CLAIMS = "It cites none."
NO_SUCH_CLAIM = "there is no such claim"
LEADS_TO = "→ {id}"

# What became of the page.
BROKEN = "The file cannot be shown as it is. This is the last good page."
NOT_YET = "There is no page to show yet. It comes by itself once these are mended."
GONE = "The file is not there any more."
GONE_HINT = "Save it again under its name."
NO_STORY_IN = "The file holds no story that can be shown."
MOVED = "You stood at “{before}”. The same steps now lead to “{after}”."
RENAMED = "“{before}” is called “{after}” now."
STOPPED = "{why} This is the last page of your trail that is reached."
BEGUN_ANEW = "{why} This is the beginning."
NOTHING_LEADS_ON = "From here nothing leads on: no choice is open."
UNREACHED = "No play comes to this scene. It is shown as if it were the opening."
NOT_FOUND = "No way to this scene was found in {n:,} states. It is shown as if it were the opening."
NO_SCENE = "There is no scene “{scene}” in what can be shown now."
NO_SCENE_HERE = "This finding is about no scene."
NOT_SHOWN_YET = "There is no page to go to yet."

# The editor.
NOT_EDITED = "{editor} could not be started: {why}."
NO_SUSPENDING = "This terminal cannot be given to an editor."

# Keys.
KEY_FINDINGS = "findings"
TIP_FINDINGS = "Show what check finds, with ids, situation and claims"
KEY_EDIT = "edit"
TIP_EDIT = "Open the editor at the line of the finding, or of the scene"
KEY_QUIT = "quit"
TIP_QUIT = "Close the preview"
TIP_BACK = "Back to the page"
BEGIN_AGAIN = "Begin again at the first page"

# The command.
NO_TERMINAL = (
    "wayout preview needs a terminal that can show a full screen. "
    "'wayout check {story}' and 'wayout play {id} --plain{more}' do the same line by line."
)
NO_STORY = "There is no story or file '{story}'. Stories: {stories}."
NOT_A_STORY = "'{file}' is a trail: name the story too, and the trail with --trail."
NO_SUCH_SCENE = "There is no scene '{scene}' in '{story}'. {hint}"
