"""Which words stand on the map of a whole story?"""

TITLE = "Map of the story of {name}"
SCENES = "{n} scenes, from the first to the endings"
DESC = (
    "Each box is a scene with its question. Lines lead from choices to the scenes that follow, with the words for who "
    "chose so and how what follows is known. {counts}."
)
STARTS = "start"
GOES_BACK = "back"
STEPS_TO = "→ {name}: {scene}"
ORPHAN = "nothing leads here"
MISSING = "missing: {target}"
SIGNS = {"loop": "↺", "step": "→"}
LEGEND = {
    "recorded": "the recorded path",
    "other": "other ways",
    "loop": "tells what follows and comes back",
    "step": "steps into another record",
}
MARKS = {
    "record": ("●", "on the recorded path"),
    "scene": ("○", "off it"),
    "published": ("■", "ends as published"),
    "silent": ("□", "ends where the record is silent"),
    "orphan": ("?", "nothing leads here"),
    "missing": ("✗", "missing"),
}
