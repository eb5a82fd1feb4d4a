"""Which pages does the class server give, and to whom?

A pupil's trail stands in the address of her page: the server replays it and keeps none. What the teacher does is done
on the room itself, in this process: no address leads to it. Nothing is logged and nothing is written.
"""

import time
from collections.abc import Awaitable, Callable, Mapping
from importlib.resources import files
from urllib.parse import parse_qs, quote

from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from game import words
from game.faces.classroom import pages
from game.faces.classroom.gate import Gate
from game.faces.classroom.room import Room
from game.faces.web import html, html_beside, html_evidence, html_trail
from game.faces.web.tags import together
from game.model.beside import CARE, GLOSSARY, WAR
from game.model.library import Library
from game.play.backlog import backlog
from game.play.beside import aside, glossary, terms_on
from game.play.catalogue import entry
from game.play.debrief_told import told
from game.play.debriefed import debrief
from game.play.page import Page, page
from game.play.reader import Reader
from game.play.sources import sources
from game.play.state import ENTER, MARK, RETURN, Play
from game.play.step import choose, moves, undo
from game.play.trail_code import read, written
from game.words import classroom as said

SEAT = "seat"
MOST_BYTES = 4096
"""The longest body that is read: a code, or a move."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "interest-cohort=()",
    "Cache-Control": "no-store",
}
Page_ = Callable[[Request], Awaitable[Response]]


class TooLarge(ValueError):  # noqa: N818 (it says what is wrong, as KeyError does)
    """A body longer than any that a page of ours sends."""


class ClassServer:
    """The pages of one class."""

    def __init__(
        self, library: Library, room: Room, gate: Gate, *, asks: bool = True, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.library = library
        self.room = room
        self.gate = gate
        self.asks = asks
        self.now = now
        self.look = files("game.faces.web").joinpath("look.css").read_text(encoding="utf-8")
        self.app = Starlette(
            routes=[
                Route("/", self.door),
                Route("/join", self.join, methods=["POST"]),
                Route("/look.css", self.style),
                Route("/records", self._inside(self.records)),
                Route("/begin/{story}", self._inside(self.begin), methods=["POST"]),
                Route("/at/{code:path}", self._inside(self.at)),
                Route("/move/{code:path}", self._inside(self.move), methods=["POST"]),
                Route("/undo/{code:path}", self._inside(self.undo)),
                Route("/beside/{what}/{code:path}", self._inside(self.beside)),
            ],
            exception_handlers={404: _not_found, 405: _not_found, TooLarge: _too_large},
        )

    def _inside(self, give: Page_) -> Page_:
        """A page for those who have a seat, unless the lesson is paused or over; a form only from our own pages."""

        async def guarded(request: Request) -> Response:
            if self.room.is_ended:
                return _page(pages.notice(said.ENDED, said.ENDED_SAYS), 410)
            if not self.room.has(request.cookies.get(SEAT, "")):
                return _to("/")
            if request.method == "POST" and not _is_ours(request.headers):
                return _page(pages.notice(said.JOIN, said.WRONG_SITE), 403)
            if self.room.is_paused and request.method == "GET":
                return _page(pages.notice(said.PAUSED, said.PAUSED_SAYS, again=True))
            return await give(request)

        return guarded

    async def door(self, request: Request) -> Response:
        """The code, or for those who are in, the records."""
        if self.room.is_ended:
            return _page(pages.notice(said.ENDED, said.ENDED_SAYS), 410)
        return _to("/records") if self.room.has(request.cookies.get(SEAT, "")) else _page(pages.join())

    async def join(self, request: Request) -> Response:
        """A seat for the code."""
        if not _is_ours(request.headers):
            return _page(pages.notice(said.JOIN, said.WRONG_SITE), 403)
        code = (await _form(request)).get("code", "")
        opens = self.gate.opens(code, request.client.host if request.client else "")
        if not opens:
            trouble = said.JOIN_SLOW if opens is None else said.JOIN_WRONG
            return _page(pages.join(trouble), 429 if opens is None else 403)
        token = self.room.take_seat(self.now())
        if token is None:
            return _page(pages.join(said.JOIN_FULL), 503)
        answer = _to("/records")
        answer.set_cookie(SEAT, token, httponly=True, samesite="strict")
        return answer

    async def style(self, _: Request) -> Response:
        """The look of every page."""
        return Response(self.look, media_type="text/css", headers=HEADERS)

    async def records(self, _: Request) -> Response:
        """The records that are open, and what stands beside them."""
        reader = Reader(gentle=self.room.gentle)
        entries = tuple(entry(self.library, name, reader) for name in self.room.stories if name in self.room.open)
        bar = tuple((f"/beside/{what}/", label) for what, label in self._asides())
        return _page(pages.records(entries, bar, may_choose=not self.room.gentle))

    async def begin(self, request: Request) -> Response:
        """The page on the war, and after it the first page of a record."""
        story = request.path_params["story"]
        if story not in self.room.open:
            return _to("/records")
        gentle = self.room.gentle or (await _form(request)).get("how") == "g"
        code = f"{story}.{'g' if gentle else ''}{'a' if self.asks else ''}."
        return _to(f"/beside/{WAR}/{code}" if WAR in self.library.asides else f"/at/{code}")

    async def at(self, request: Request) -> Response:
        """The page that a trail leads to."""
        found = self._read(request)
        if found is None:
            return _to("/records")
        play, reader = found
        code = written(self.library, play.trail, reader)
        self.room.is_at(request.cookies.get(SEAT, ""), play.state.story, play.state.scene, self.now())
        shown = self._page(play, reader)
        bar = [(f"/beside/sources/{code}", words.SOURCES)]
        bar += [(f"/undo/{code}", said.UNDO)] if play.trail.steps else []
        bar += [(f"/beside/{what}/{code}", label) for what, label in self._trail_pages()]
        bar.append(("/records", said.RECORDS))
        link = _link(code)
        now = html_evidence.panel(said.DEBRIEF_NOW, "") if self.room.is_debriefing else ""
        inside = together(now, html.article(self.library, shown, link, action=f"/move/{code}"))
        return _page(pages.framed(shown.title, inside, bar=tuple(bar)))

    async def move(self, request: Request) -> Response:
        """Make a move, and go to the page that follows: what is loaded again makes no move again."""
        found = self._read(request)
        move = (await _form(request)).get("move", "")
        if found is None or move == html.TO_LIBRARY:
            return _to("/records")
        play, reader = found
        if move in moves(self.library, play.state) and self._is_open(play, move):
            state = play.state
            if state.shown is None and move in state.scene_in(self.library).choices:
                self.room.chose(request.cookies.get(SEAT, ""), state.story, state.scene, move)
            play = choose(self.library, play, move)
        return _to(f"/at/{written(self.library, play.trail, reader)}")

    async def undo(self, request: Request) -> Response:
        """As it was one move before."""
        found = self._read(request)
        if found is None:
            return _to("/records")
        play, reader = found
        return _to(f"/at/{written(self.library, undo(self.library, play).trail, reader)}")

    async def beside(self, request: Request) -> Response:
        """What stands beside a page, or lies behind it."""
        what = request.path_params["what"]
        found = self._read(request)
        reader = found[1] if found else Reader(gentle=self.room.gentle)
        reader = replace(reader, gentle=reader.gentle or self.room.gentle)
        if what in self.library.asides:
            inside = html_beside.aside(self.library, aside(self.library, what, reader), reader)
        elif what == GLOSSARY:
            here = terms_on(self.library, self._page(*found), reader) if found else ()
            inside = html_beside.glossary(glossary(self.library, reader), here)
        elif found is None:
            return _to("/records")
        elif what == "sources":
            shown = self._page(*found)
            inside = html_evidence.sources(sources(self.library, shown.claims, reader), shown.where)
        elif what == "log":
            inside = html_trail.log(backlog(self.library, found[0].trail, reader))
        elif what == "debrief":
            made = debrief(self.library, found[0].trail, reader)
            inside = html_trail.debrief(made.title, told(made))
        else:
            return await _not_found(request, None)
        code = written(self.library, found[0].trail, reader) if found else ""
        is_first = what == WAR and found is not None and not found[0].trail.steps
        back = (
            (f"/at/{code}", words.GO_ON if is_first else said.BACK_TO_PAGE) if found else ("/records", said.TO_RECORDS)
        )
        return _page(pages.framed(words.APP, inside, bar=(back,)))

    def _read(self, request: Request) -> tuple[Play, Reader] | None:
        """The play that the address stands for, if its records are open; gentle where the teacher says so."""
        found = read(self.library, request.path_params["code"])
        if found is None or found[0].state.story not in self.room.open or found[0].trail.story not in self.room.open:
            return None
        play, reader = found
        return play, replace(reader, gentle=reader.gentle or self.room.gentle)

    def _page(self, play: Play, reader: Reader) -> Page:
        """The page, without ways into records that are not open."""
        shown = page(self.library, play.state, reader, play.trail)
        return replace(shown, moves=tuple(one for one in shown.moves if self._is_open(play, one.id)))

    def _is_open(self, play: Play, move: str) -> bool:
        """Whether a move stays within the open records."""
        if move == RETURN:
            return bool(play.state.left) and play.state.left[-1].story in self.room.open
        if not move.startswith(ENTER) or move.startswith(MARK):
            return True
        return move.removeprefix(ENTER).partition("/")[0] in self.room.open

    def _asides(self) -> tuple[tuple[str, str], ...]:
        every = ((WAR, words.KEY_WAR), (GLOSSARY, words.GLOSSARY), (CARE, words.CARE_HERE))
        return tuple((what, label) for what, label in every if what == GLOSSARY or what in self.library.asides)

    def _trail_pages(self) -> tuple[tuple[str, str], ...]:
        return (("log", words.LOG), ("debrief", words.DEBRIEF), *self._asides())


def _link(code: str) -> html.Link:
    def link(what: str, name: str = "") -> str:
        return f"/beside/{what}/{code}" + (f"#term-{quote(name)}" if name else "")

    return link


def _page(text: str, status: int = 200) -> Response:
    return Response(text, status, HEADERS, "text/html")


def _to(address: str) -> RedirectResponse:
    return RedirectResponse(address, 303, HEADERS)


def _is_ours(headers: Mapping[str, str]) -> bool:
    """Whether a form comes from one of our own pages: browsers say so, and a page of another site cannot lie about it.

    Source: Fetch Metadata (W3C), Sec-Fetch-Site; where a browser does not send it, Origin.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] == headers.get("host", "")


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form that our own pages send. Raises TooLarge for any longer body, which is not read on."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise TooLarge
    fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=8, keep_blank_values=True)
    return {name: values[-1] for name, values in fields.items()}


async def _not_found(_: Request, __: Exception | None) -> Response:
    return _page(pages.notice(said.NOT_FOUND, said.NOT_FOUND_SAYS, bar=(("/records", said.TO_RECORDS),)), 404)


async def _too_large(_: Request, __: Exception | None) -> Response:
    return _page(pages.notice(said.JOIN, said.TOO_LARGE), 413)
