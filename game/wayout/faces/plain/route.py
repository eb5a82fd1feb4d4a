"""How is a man's way told line by line?

The words come first: a picture in Braille is noise to whoever hears it, and is drawn for a terminal, or when asked for.
"""

from wayout.faces.plain.reference_commands import Say
from wayout.locale import route_strings, strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.play.state import Playthrough
from wayout.render.reader_map import draw_reader_map, label
from wayout.render.route import caption, draw_route, legend, place_line
from wayout.views.page import Page
from wayout.views.reader_map import MapScene, read_there, story_map
from wayout.views.route import Route, read_at, route

HIGHER_THAN_WIDE = 0.3
"""Rows of a picture beside its columns."""


def tell_route(
    library: Library, reader: Reader, wanted: str, play: Playthrough, width: int, say: Say, *, draws: bool
) -> tuple[Page, ...]:
    """Tell the way; or of a place on it, by its number, give back the pages that were read there.

    `draws` is a terminal that shows the picture too, below the words; else it is drawn where the picture is wanted.
    """
    shown = route(library, play)
    is_picture = bool(wanted) and route_strings.PICTURE.startswith(wanted)
    if wanted and not is_picture:
        stop = next((stop for stop in shown.stops if str(stop.number) == wanted and stop.can_be_read), None)
        if stop is not None:
            return read_at(library, play, stop, reader)
        say(route_strings.NOT_READ.format(said=wanted), "dim", 0)
        return ()
    say(strings.OF_PERSON.format(name=shown.title, head=route_strings.HEAD), "bold", 0)
    _tell(shown, say)
    if (draws or is_picture) and shown.is_placed:
        _draw(shown, width, say)
    if shown.stops:
        say(route_strings.HOW if not draws or is_picture else route_strings.HOW_DRAWN, "dim", 0)
    say("", "", 0)
    return ()


def _tell(shown: Route, say: Say) -> None:
    """Every place in its order, and between two of them that the way is not told."""
    for stop in shown.stops:
        if stop.joined:
            say(route_strings.NOT_TOLD, "dim", 5)
        say(f"{stop.number}  {place_line(stop)}", "", 2)
    say(caption(shown), "dim" if shown.stops else "", 0)
    say("", "", 0)


def _draw(shown: Route, width: int, say: Say) -> None:
    picture = draw_route(shown, width, round(width * HIGHER_THAN_WIDE))
    for row in picture.text.split("\n"):
        say(row, "", 0)
    say("", "", 0)
    say(legend(shown, picture), "dim", 0)


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
