"""How is a lesson begun: with which records, behind which code, where in the network?

Start-up of the class server: validation of code and public URL, choice of the network address, packages that are
missing, cookies behind TLS, the count of hands without a server.
"""

import re
import sys
import time
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec import Struct

from wayout import gc_tuning
from wayout.classroom import MAX_SEATS_PER_ADDRESS
from wayout.locale import classroom_strings
from wayout.model.library import Library
from wayout.model.prompts import PartKind

if TYPE_CHECKING:
    from wayout.faces.terminal.app import WayoutApp

REQUIRED_PACKAGES = ("segno", "starlette", "uvicorn", "h11")
PIP_INSTALL = ("-m", "pip", "install")
PUBLIC_URL = re.compile(r"https?://(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:[0-9]{1,5})?")
"""The address under which a proxy gives our pages: an origin (RFC 6454), without a path."""


class LessonOptions(Struct, frozen=True, kw_only=True):
    """What the command line asks for."""

    stories: tuple[str, ...]
    gentle: bool
    asks: bool
    is_plain: bool
    parts: tuple[PartKind, ...] = ()
    is_lan: bool = False
    address: str = ""
    port: int = 0
    code: str = ""
    public_url: str = ""
    seats_per_address: int = MAX_SEATS_PER_ADDRESS


def no_story(library: Library, stories: Sequence[str]) -> bool:
    """Whether one of them is not there, which is told."""
    for name in stories:
        if name not in library.stories:
            sys.stderr.write(
                classroom_strings.NO_STORY.format(name=name, known=", ".join(sorted(library.stories))) + "\n"
            )
            return True
    return False


def serve(library: Library, options: LessonOptions) -> int:
    """Open the class server and the board before it; 2 where that cannot be done, with what to do."""
    if any(find_spec(part) is None for part in REQUIRED_PACKAGES):
        return _cannot(classroom_strings.NOT_INSTALLED.format(command=_how_to_install()))
    from wayout.classroom import http_server
    from wayout.classroom.access_code import CODE_DIGITS, AccessCode, as_code, new_code
    from wayout.classroom.board_view import ClassLesson
    from wayout.classroom.class_state import ClassState
    from wayout.classroom.server import ClassServer

    code = as_code(options.code) or new_code()
    if len(code) != CODE_DIGITS or not (code.isascii() and code.isdecimal()):
        return _cannot(classroom_strings.BAD_CODE.format(n=CODE_DIGITS))
    public_url = options.public_url.rstrip("/").lower()
    if public_url and not PUBLIC_URL.fullmatch(public_url):
        return _cannot(classroom_strings.BAD_PUBLIC_URL)
    asked_for = options.address.strip("[]")
    host = asked_for or http_server.own_address() if options.is_lan or asked_for else http_server.LOOPBACK
    if host is None:
        return _cannot(classroom_strings.NO_NETWORK)
    try:
        listener = http_server.listening(host, options.port)
    except OSError as error:
        return _cannot(http_server.why_not(error, host, options.port))
    room = ClassState(options.stories, gentle=options.gentle, seats_per_address=options.seats_per_address)
    gate = AccessCode(code, time.monotonic)
    pages = ClassServer(library, room, gate, asks=options.asks, parts=options.parts, public_url=public_url)
    server = http_server.ClassHttpServer(pages.app, is_behind_proxy=bool(public_url))
    shown = http_server.shown_address(host)
    address = public_url or http_server.url(shown, listener.getsockname()[1])
    is_lan = bool(public_url) or not http_server.is_loopback(shown)
    gc_tuning.resume_gc()
    lesson = ClassLesson(
        library, room, gate, address, is_lan, time.monotonic, server.hang_up, lambda: server.limit.is_reached
    )
    if options.is_plain:
        import asyncio

        from wayout.classroom.plain_board import serve_with_plain_board

        return asyncio.run(serve_with_plain_board(lesson, server, listener))
    from wayout.classroom.board import ClassApp

    return _run(ClassApp(lesson, server, listener))


def raise_hands(library: Library, options: LessonOptions) -> int:
    """One screen for all: no server, no devices."""
    from wayout.play.state import Reader

    reader = Reader(gentle=options.gentle, asks=options.asks, parts=options.parts)
    if options.is_plain:
        from wayout.classroom.plain_board import play

        gc_tuning.resume_gc()
        return play(library, reader, options.stories)
    from wayout.classroom.hand_count import HandsApp

    return _run(HandsApp(library, reader, options.stories))


def _run(app: "WayoutApp") -> int:
    """Have the terminal; what fails is raised when the screen is as it was before."""
    from wayout.faces.terminal.signals import titled

    with titled():
        app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _how_to_install() -> str:
    """The command that installs the missing parts into the Python that runs, quoted as every shell understands."""
    try:
        known = [
            part
            for part in requires("wayout") or ()
            if part.partition(";")[0].startswith(REQUIRED_PACKAGES) and "extra" in part
        ]
    except PackageNotFoundError:
        known = []
    parts = dict.fromkeys(part.partition(";")[0].strip() for part in known) or REQUIRED_PACKAGES
    return " ".join(f'"{part}"' if set(part) & set(" <>=") else part for part in (sys.executable, *PIP_INSTALL, *parts))


def _cannot(why: str) -> int:
    sys.stderr.write(f"{why}\n")
    return 2
