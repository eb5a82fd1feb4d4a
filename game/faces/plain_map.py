"""How is the map of a story told line by line?"""

from game import words
from game.faces.map_drawn import drawn, legend
from game.faces.plain_beside import Say
from game.model.library import Library
from game.play.map import read_there, story_map
from game.play.page import Page
from game.play.reader import Reader
from game.play.state import Play


def obey(library: Library, reader: Reader, said: str, play: Play, width: int, say: Say) -> tuple[Page, ...] | None:
    """Tell the map if the word, or the beginning of it, asks for that; None if it does not.

    With the number of a scene that can be looked at, the pages that were read there are given back, to be told.
    """
    asked, _, wanted = " ".join(said.lower().split()).partition(" ")
    if not asked or not words.CMD_MAP.startswith(asked):
        return None
    shown = story_map(library, play, reader)
    chart = drawn(shown, width)
    if wanted:
        numbers = {str(number): node for number, node in enumerate(chart.order, 1)}
        if wanted in numbers and shown.scene(numbers[wanted]).can_be_read:
            return read_there(library, play, numbers[wanted], reader)
        say(words.MAP_NOT_READ.format(said=wanted), "dim", 0)
        return ()
    say(words.OF_PERSON.format(name=shown.title, head=words.MAP), "bold", 0)
    for row in chart.rows:
        say(row.text, "", 0)
    say("", "", 0)
    say(legend(shown, chart), "dim", 0)
    say(words.MAP_HOW, "dim", 0)
    say("", "", 0)
    return ()
