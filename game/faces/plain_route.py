"""How is a man's way told line by line?

The words come first: a picture in Braille is noise to whoever hears it, and is drawn for a terminal, or when asked for.
"""

from game import words
from game.faces.plain_beside import Say
from game.faces.route_drawn import caption, drawn, legend, place_line
from game.model.library import Library
from game.play.page import Page
from game.play.reader import Reader
from game.play.route import Route, read_at, route
from game.play.state import Play
from game.words import route as said

HIGHER_THAN_WIDE = 0.3
"""Rows of a picture beside its columns."""


def obey(
    library: Library, reader: Reader, typed: str, play: Play, width: int, say: Say, *, draws: bool
) -> tuple[Page, ...] | None:
    """Tell the way if the word, or the beginning of it, asks for that; None if it does not.

    With the number of a place, the pages that were read there are given back, to be told. `draws` is a terminal that
    shows the picture too, below the words.
    """
    asked, _, wanted = " ".join(typed.lower().split()).partition(" ")
    if not asked or not said.COMMAND.startswith(asked):
        return None
    shown = route(library, play)
    is_picture = bool(wanted) and said.PICTURE.startswith(wanted)
    if wanted and not is_picture:
        stop = next((stop for stop in shown.stops if str(stop.number) == wanted and stop.can_be_read), None)
        if stop is not None:
            return read_at(library, play, stop, reader)
        say(said.NOT_READ.format(said=wanted), "dim", 0)
        return ()
    say(words.OF_PERSON.format(name=shown.title, head=said.HEAD), "bold", 0)
    _tell(shown, say)
    if (draws or is_picture) and shown.is_placed:
        _draw(shown, width, say)
    if shown.stops:
        say(said.HOW if not draws or is_picture else said.HOW_DRAWN, "dim", 0)
    say("", "", 0)
    return ()


def _tell(shown: Route, say: Say) -> None:
    """Every place in its order, and between two of them that the way is not told."""
    for stop in shown.stops:
        if stop.joined:
            say(said.NOT_TOLD, "dim", 5)
        say(f"{stop.number}  {place_line(stop)}", "", 2)
    say(caption(shown), "dim" if shown.stops else "", 0)
    say("", "", 0)


def _draw(shown: Route, width: int, say: Say) -> None:
    picture = drawn(shown, width, round(width * HIGHER_THAN_WIDE))
    for row in picture.text.split("\n"):
        say(row, "", 0)
    say("", "", 0)
    say(legend(shown, picture), "dim", 0)
