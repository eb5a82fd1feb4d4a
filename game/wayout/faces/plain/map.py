"""How is the map of a story told line by line?

A list, not a drawing: each scene with its number, what is known of it, and the numbers that it leads to.
"""

from wayout.faces.plain.reference_commands import Say
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.play.state import Playthrough
from wayout.render.reader_map import draw_reader_map, label
from wayout.views.page import Page
from wayout.views.reader_map import MapScene, read_there, story_map

ORDER_WIDTH = 80
"""Cells of the drawing whose order the list follows: the numbers are those of the full screen."""


def tell_map(library: Library, reader: Reader, wanted: str, play: Playthrough, say: Say) -> tuple[Page, ...]:
    """Tell the map; or of a scene that can be looked at, by its number, give back the pages that were read there."""
    shown = story_map(library, play, reader)
    chart = draw_reader_map(shown, ORDER_WIDTH)
    numbers = {node: number for number, node in enumerate(chart.order, 1)}
    if wanted:
        node = next((node for node, number in numbers.items() if str(number) == wanted), None)
        if node is not None and shown.scene(node).can_be_read:
            return read_there(library, play, node, reader)
        say(strings.MAP_NOT_READ.format(said=wanted), "dim", 0)
        return ()
    say(strings.OF_PERSON.format(name=shown.title, head=strings.MAP), "bold", 0)
    for node, number in numbers.items():
        targets = sorted(numbers[target] for target in dict.fromkeys(chart.leads.get(node, ())))
        say(f"{number}  {_line(shown.scene(node), targets)}", "", 2)
    say("", "", 0)
    say(strings.MAP_HOW, "dim", 0)
    say("", "", 0)
    return ()


def _line(scene: MapScene, targets: list[int]) -> str:
    """What a scene is called, how it stands to the reader, and the numbers of the scenes that it leads to."""
    on = strings.MAP_LEADS.format(numbers=", ".join(map(str, targets))) if targets else strings.MAP_ENDS
    people = strings.MAP_LEADS_TO_RECORDS.format(names=", ".join(scene.people)) if scene.people else ""
    return "; ".join(part for part in (label(scene), on, people) if part)
