"""How does the map of a story become rows of cells, the same on each face?

Text rendering of the reader's graph.
"""

from functools import lru_cache

from rich.cells import cell_len

from wayout.locale import strings
from wayout.render.graph.draw import JUMP, LOOP, draw
from wayout.render.graph.layers import Chart, Node
from wayout.render.sanitize import sanitize
from wayout.views.reader_map import MapScene, StoryMap

LONGEST = 90
"""Characters of a label: a question may be long, but a map is no page."""


@lru_cache(maxsize=8)
def draw_reader_map(shown: StoryMap, width: int) -> Chart:
    """The drawing, no wider than asked; of each scene its mark, what it is called, and the word for the mark."""
    return draw([_node(scene) for scene in shown.scenes], shown.ways, width, cell_len)


def legend(shown: StoryMap, chart: Chart) -> str:
    """What the marks and tags on this map mean."""
    found = {scene.status for scene in shown.scenes}
    marks = [
        f"{strings.MAP_MARKS[status]} {strings.MAP_MEANING[status]}" for status in strings.MAP_MARKS if status in found
    ]
    tags = [row.tags for row in chart.rows]
    signs = {strings.MAP_STEP: strings.MAP_STEPS, JUMP: strings.MAP_FAR, LOOP: strings.MAP_LOOPS}
    return " · ".join((*marks, *(says for sign, says in signs.items() if any(sign in tag for tag in tags))))


def label(scene: MapScene) -> str:
    """What a scene is called, and the word for where it stands to the reader."""
    parts = (short(scene.label, LONGEST), strings.MAP_WORDS[scene.status])
    return " · ".join(part for part in parts if part)


def _node(scene: MapScene) -> Node:
    return Node(
        id=scene.id,
        mark=strings.MAP_MARKS[scene.status],
        label=label(scene),
        name=short(scene.name, LONGEST // 4),
        tags=tuple(f"{strings.MAP_STEP} {short(name, LONGEST // 4)}" for name in scene.people),
    )


def short(text: str, most: int) -> str:
    """A writer's text on one line, without control characters, cut after so many characters."""
    text = sanitize(" ".join(text.split()))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
