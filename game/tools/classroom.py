"""How is a lesson begun: with which records, behind which code, where in the network?"""

import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec import Struct

from game import collector
from game.model.library import Library
from game.words import classroom as said

if TYPE_CHECKING:
    from game.faces.terminal.app import WayoutApp

PARTS = ("segno", "starlette", "uvicorn")


class Asked(Struct, frozen=True, kw_only=True):
    """What the command line asks for."""

    stories: tuple[str, ...]
    gentle: bool
    asks: bool
    is_plain: bool
    is_lan: bool = False
    address: str = ""
    port: int = 0
    code: str = ""


def no_story(library: Library, stories: Sequence[str]) -> bool:
    """Whether one of them is not there, which is told."""
    for name in stories:
        if name not in library.stories:
            sys.stderr.write(said.NO_STORY.format(name=name, known=", ".join(sorted(library.stories))) + "\n")
            return True
    return False


def serve(library: Library, asked: Asked) -> int:
    """Open the class server and the board before it; 2 where that cannot be done, with what to do."""
    if any(find_spec(part) is None for part in PARTS):
        return _cannot(said.NOT_INSTALLED)
    from game.faces.classroom import serving
    from game.faces.classroom.gate import LENGTH, Gate, as_code, new_code
    from game.faces.classroom.room import Room
    from game.faces.classroom.server import ClassServer
    from game.faces.classroom.told import Lesson

    code = as_code(asked.code) or new_code()
    if len(code) != LENGTH or not (code.isascii() and code.isdecimal()):
        return _cannot(said.BAD_CODE.format(n=LENGTH))
    is_lan = asked.is_lan or bool(asked.address)
    host = asked.address or serving.own_address() if is_lan else serving.HOME
    if host is None:
        return _cannot(said.NO_NETWORK)
    try:
        listener = serving.listening(host, asked.port)
    except OSError as error:
        return _cannot(serving.why_not(error, host, asked.port))
    room = Room(asked.stories, gentle=asked.gentle)
    gate = Gate(code, time.monotonic)
    server = serving.Serving(ClassServer(library, room, gate, asks=asked.asks).app)
    address = f"http://{host}:{listener.getsockname()[1]}"
    collector.go_on()
    lesson = Lesson(library, room, gate, address, is_lan, time.monotonic, server.hang_up)
    if asked.is_plain:
        import asyncio

        from game.faces.classroom.plain_board import lead

        asyncio.run(lead(lesson, server, listener))
        return 0
    from game.faces.classroom.app import ClassApp

    return _run(ClassApp(lesson, server, listener))


def raise_hands(library: Library, asked: Asked) -> int:
    """One screen for all: no server, no devices."""
    from game.play.reader import Reader

    reader = Reader(gentle=asked.gentle, asks=asked.asks)
    if asked.is_plain:
        from game.faces.classroom.plain_hands import play

        collector.go_on()
        return play(library, reader, asked.stories)
    from game.faces.classroom.hands import HandsApp

    return _run(HandsApp(library, reader, asked.stories))


def _run(app: "WayoutApp") -> int:
    """Have the terminal; what fails is raised when the screen is as it was before."""
    from game.faces.terminal.title import titled

    with titled():
        app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _cannot(why: str) -> int:
    sys.stderr.write(f"{why}\n")
    return 2
