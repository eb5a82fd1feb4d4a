"""How does the map of a story become rows of cells, the same on each face?"""

from functools import lru_cache

from rich.cells import cell_len

from game import words
from game.chart.draw import JUMP, LOOP, draw
from game.chart.kinds import Chart, Node
from game.faces.clean import clean
from game.play.map import MapScene, StoryMap

LONGEST = 90
"""Characters of a label: a question may be long, but a map is no page."""


@lru_cache(maxsize=8)
def drawn(shown: StoryMap, width: int) -> Chart:
    """The drawing, no wider than asked; of each scene its mark, what it is called, and the word for the mark."""
    return draw([_node(scene) for scene in shown.scenes], shown.ways, width, cell_len)


def legend(shown: StoryMap, chart: Chart) -> str:
    """What the marks and tags on this map mean."""
    found = {scene.status for scene in shown.scenes}
    marks = [f"{words.MAP_MARKS[status]} {words.MAP_MEANING[status]}" for status in words.MAP_MARKS if status in found]
    tags = [row.tags for row in chart.rows]
    signs = {words.MAP_STEP: words.MAP_STEPS, JUMP: words.MAP_FAR, LOOP: words.MAP_LOOPS}
    return " · ".join((*marks, *(says for sign, says in signs.items() if any(sign in tag for tag in tags))))


def label(scene: MapScene) -> str:
    """What a scene is called, and the word for where it stands to the reader."""
    parts = (short(scene.label, LONGEST), words.MAP_WORDS[scene.status])
    return " · ".join(part for part in parts if part)


def _node(scene: MapScene) -> Node:
    return Node(
        id=scene.id,
        mark=words.MAP_MARKS[scene.status],
        label=label(scene),
        name=short(scene.name, LONGEST // 4),
        tags=tuple(f"{words.MAP_STEP} {short(name, LONGEST // 4)}" for name in scene.people),
    )


def short(text: str, most: int) -> str:
    """A writer's text on one line, without control characters, cut after so many characters."""
    text = clean(" ".join(text.split()))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
