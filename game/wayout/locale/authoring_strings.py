"""Which words does a writer see: the preview, the map, new files, explained findings?

Message catalogue for writers: live preview, author's map, `wayout new` (prompts and errors), `wayout explain`, files
left out.
"""

TITLE = "Map of the story of {name}"
SCENES = "{n} scenes, from the first to the endings"
DESC = (
    "Each box is a scene with its question. Lines lead from choices to the scenes that follow, with the words for who "
    "chose so and how what follows is known. {counts}."
)
STARTS = "start"
GOES_BACK = "back"
STEPS_TO = "→ {name}: {scene}"
GOES_TO = "→ {scene}"
ORPHAN = "nothing leads here"
MISSING = "missing: {target}"
SIGNS = {"loop": "↺", "step": "→", "way": "↓"}
LEGEND = {
    "recorded": "the recorded path",
    "other": "other ways",
    "loop": "tells what follows and comes back",
    "step": "steps into another record",
    "way": "leads on, of a scene with many ways",
}
MARKS = {
    "record": ("●", "on the recorded path"),
    "scene": ("○", "off it"),
    "published": ("■", "ends as published"),
    "silent": ("□", "ends where the record is silent"),
    "orphan": ("?", "nothing leads here"),
    "missing": ("✗", "missing"),
}


NOT_REVIEWED = "not reviewed"
NOT_REVIEWED_FILE = "{id}, not reviewed"
NOT_REVIEWED_BY = "{id}, not reviewed, by {author}"
IN_TITLE = "{name} ({review})"
LEFT_OUT = "Left out for its faults: {file} ('wayout check {file}' shows them)."
FOLDER_LEFT_OUT = "Left out for these faults: {folder}"
NOT_PLAYED = "'{story}' has faults and is not played. 'wayout check {file}' shows each in full."
NOT_READ = "{file} is not read: only names that end in .yaml are. Rename it {story}.yaml."


NO_CODE = "There is no code '{code}'."
MEANT = "Did you mean '{code}'?"
LIST = "'wayout explain' lists them all."
IGNORABLE = "Where it does not hold, the thing that it is found in may say so, with the reason:"
ENTRY = "    ignore: [{{code: {code}, at: …, because: …}}]"
NOT_IGNORABLE = "This cannot be ignored."


ASK_AUTHOR = "Your name or initials, as readers will see them"
ASK_GROWS = "Which story does it grow?"
ASK_AT = "At which scene?"
ASK_LABEL = "What can be chosen there? A few words, such as: Ask for help"
ASK_ACT = "Of which act is it?"
ASK_CLAIMS = "Which claims name or imply it? Ids, with commas between them; a word lists those that have it"
ASK_KNOWN = "How is it known what followed?"
ASK_NAME = "What is the person called in the story?"
ASK_ROLE = "Who is that, in a few words? Such as: a medic who was called up"
ASK_IDENTITY = "Does the document say what kind of name that is? unstated where it does not"
ASK_NAME_PLACE = "In which place does it say that the name is not the real one?"
ASK_TITLE = "A title"
ASK_TEASER = "One sentence for the list of stories"
ASK_DOCUMENT = "Which document says so?"
ASK_LINES = (
    "In which lines of its archived text? Or at which place: question 2226, page 12, 12:34; or, if it is not archived, "
    "article 337"
)
ASK_TEXT = "Do you hold its text? The name of the file, so that every place can be checked; empty if not"
ASK_SAYS = "What does it say, in your own words? One sentence"
ASK_KIND = "What kind of statement is it?"
ASK_SPEAKER = "Who says so? A person’s id; empty for the text’s own narrator"
ASK_ABOUT = "Whom is it about? Ids of people, with commas; empty for nobody in particular"
ASK_VOICE = "In whose voice? quoted: the very words; reported: as said; narrated: told by the text itself"
ASK_CONTENT = "Does it tell of one of these, which are announced beforehand? Empty if not"
ASK_GENTLE = "The same in a gentle wording, without the hardest details"
ASK_INTEREST = "Does it clear or favour the one who says it? self, or empty if not"
ASK_OWNER = "Who counted it, and what?"
ASK_DATE = "When was it? As exact as the document is: 2022, 2022-09, 2022-09-24; empty if not told"
ASK_IN_FORCE = "When is the rule in force? Such as 2022-09-24/.. for from that day on; empty if not told"
ASK_QUOTE = "At most seven of its very words, if you will quote any; else empty"
ASK_ID = "An id for it: lower case, with hyphens"
THERE_ARE = "There are: {names}"
FOUND = "{id}: {says}"
NONE_WITH = "No claim has “{word}”."
NO_SUCH = "There is no {what} '{name}'. {hint}"
CLAIM_THERE = "There is a claim '{name}' already: give another --id."
OWN_DOCUMENT = "Is it one of your own? Then name its file with --stories."
NEW_MISSING = "Give {options}, or call this in a terminal to be asked."
PERSON_THERE = "There is a person '{name}' in the project already. Give another id with --person."
NOT_LATIN = "'{name}' is no id. Give lower-case letters a to z, digits and hyphens with {option}."
FAULT = "{option}: {says}"
IN_LINE = "    in this line: {line}"
ASK_AGAIN = "Please answer again:"
NO_TEXT_AT_HAND = (
    "The quotation was not compared: the text of '{document}' is not at hand. Name its folder with --originals."
)
# A new edition.
ASK_EDITION_TITLE = "A title for the edition"
ASK_TAGLINE = "One line for the head of its library"
A_TAGLINE = "What the records say, and where they end."
ASK_PERSON = "Whose record is the first one? A name, as the story writes it"
A_WITNESS = "Ada Example"
A_ROLE = "who was asked to sign"
ASK_DOCUMENT_TITLE = "The title of the document that tells it"
A_TALK = "A talk with {name}"
ASK_PLACE = "Where does it happen?"
A_PLACE = "An office"
AN_AUTHOR = "the makers"
FOLDER_FULL = (
    "'{folder}' holds something already ({name}), and nothing is written over it. Name a new folder, or an empty one."
)
OR_YES = "With --yes, what you do not give is written as an example."
NOT_A_FOLDER = "'{folder}' is a file. Name a new folder, or an empty one."
WRITTEN_IN = "Written to {folder}: {count} files. The example in them is made up; put your own in its place."
THEN_EDITION = """\
Look at it: wayout check {folder}
Play it:    wayout play {name} --edition {folder}
Its guide:  story/EDITIONS.md in the sources, or 'wayout new edition --help'"""

SCHEMA_BESIDE = "Beside it: {name}, by which an editor completes and checks what you type"
THEN_BRANCH = "Look at it: wayout check {paths}\nPlay it:    wayout play {name} --stories {folder}"
THEN_EVIDENCE = "Paste it at the end of a file in seeds/claims; 'wayout check DIR' says whether the edition holds."
THEN_CLAIM = "Paste it below 'claims:' of your branch or story; 'wayout check FILE' says whether it holds."
UNSOUND = "What was asked for does not hold together; nothing was written:"


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
A_FOLDER = "'{folder}' is a folder, and one story is shown: name its file. There are: {stories}."
NO_STORIES = "none"
NOT_A_STORY = "'{file}' is a trail: name the story too, and the trail with --trail."
NO_SUCH_SCENE = "There is no scene '{scene}' in '{story}'. {hint}"

# What can still come after an option of a road.
FUTURES = "endings that can still come after each option, how many in one situation, what it sets, where it leads:"
FUTURES_KNOWN = "as far as was searched, what can still come after each option (more may come than is shown):"
FUTURES_FORK = "{scene}: met in {situations} situations, at least {open} open"
FUTURES_SHUT = "; found shut in {count}"
