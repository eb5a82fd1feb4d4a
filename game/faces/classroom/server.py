"""Which pages does the class server give, and to whom?

A pupil's trail stands in the address of her page: the server replays it and keeps none. What the teacher does is done
on the room itself, in this process: no address leads to it. Nothing is logged and nothing is written.
"""

import time
from collections.abc import Awaitable, Callable
from importlib.resources import files
from urllib.parse import quote

from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game import words
from game.faces.classroom import pages
from game.faces.classroom.answers import HEADERS, TooLarge, form, give, is_ours, lead
from game.faces.classroom.gate import Gate
from game.faces.classroom.room import Room
from game.faces.classroom.within import kept_within, stays_within
from game.faces.web import html, html_beside, html_evidence, html_trail
from game.faces.web.tags import Html, together
from game.model.beside import CARE, GLOSSARY, WAR
from game.model.library import Library
from game.play.backlog import backlog
from game.play.beside import aside, glossary, terms_on
from game.play.catalogue import entry
from game.play.debrief_told import told
from game.play.debriefed import debrief
from game.play.page import Page, page
from game.play.reader import Reader
from game.play.sources import sources, versions
from game.play.state import Play
from game.play.step import moves
from game.play.trail_code import Held, is_code, moved, read
from game.words import classroom as said

SEAT = "seat"
SEATED = "?seated"
"""Where a seat was just given: a browser that comes without it keeps no cookies."""
LOOK = "look.css"
Give = Callable[[Request], Awaitable[Response]]


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
        self.look = files("game.faces.web").joinpath(LOOK).read_text(encoding="utf-8")
        self.app = Starlette(
            routes=[
                Route("/", self.door),
                Route("/join", self.join, methods=["POST"]),
                Route(f"/{LOOK}", self.style),
                Route("/records", self._inside(self.records)),
                Route("/begin/{story}", self._inside(self.begin), methods=["POST"]),
                Route("/at/{code:path}", self._inside(self.at)),
                Route("/move/{code:path}", self._inside(self.move), methods=["POST"]),
                Route("/undo/{code:path}", self._inside(self.undo)),
                Route("/beside/{what}/{code:path}", self._inside(self.beside)),
            ],
            exception_handlers={404: _not_found, 405: _not_found, TooLarge: _too_large, Exception: self._failed},
        )
        self.app.router.redirect_slashes = False

    def _inside(self, asked: Give) -> Give:
        """A page for those who have a seat, unless the lesson is paused or over; a form only from our own pages."""

        async def guarded(request: Request) -> Response:
            if self.room.is_ended:
                return _over()
            if request.method == "POST" and not is_ours(request.headers):
                return give(pages.notice(said.JOIN, said.WRONG_SITE), 403)
            if not self.room.has(request.cookies.get(SEAT, "")):
                if request.url.query == SEATED[1:]:
                    return give(pages.join(said.JOIN_COOKIE), 403)
                code = request.path_params.get("code")
                return lead(f"/?at={quote(code)}" if code else "/")
            if self.room.is_paused and request.method in ("GET", "HEAD"):
                return give(pages.notice(said.PAUSED, said.PAUSED_SAYS, bar=(("", said.LOOK_AGAIN),)))
            return await asked(request)

        return guarded

    async def door(self, request: Request) -> Response:
        """The code, or for those who are in, the records. Whoever comes from a page goes back there."""
        if self.room.is_ended:
            return _over()
        at = self._known(request.query_params.get("at", ""))
        if self.room.has(request.cookies.get(SEAT, "")):
            return lead(f"/at/{at}" if at else "/records")
        return give(pages.join(at=at))

    async def join(self, request: Request) -> Response:
        """A seat for the code."""
        if self.room.is_ended:
            return _over()
        if not is_ours(request.headers):
            return give(pages.notice(said.JOIN, said.WRONG_SITE), 403)
        fields = await form(request)
        at = self._known(fields.get("at", ""))
        opens = self.gate.opens(fields.get("code", ""), request.client.host if request.client else "")
        if not opens:
            trouble = said.JOIN_SLOW if opens is None else said.JOIN_WRONG
            return give(pages.join(trouble, at), 429 if opens is None else 403)
        token = self.room.take_seat(self.now())
        if token is None:
            return give(pages.join(said.JOIN_FULL, at), 503)
        answer = lead((f"/at/{at}" if at else "/records") + SEATED)
        answer.set_cookie(SEAT, token, httponly=True, samesite="lax")
        return answer

    async def style(self, _: Request) -> Response:
        """The look of every page."""
        return Response(self.look, media_type="text/css", headers={**HEADERS, "Cache-Control": "max-age=3600"})

    async def records(self, _: Request) -> Response:
        """The records that are open, and what stands beside them."""
        reader = Reader(gentle=self.room.gentle)
        entries = tuple(entry(self.library, name, reader) for name in self.room.stories if name in self.room.open)
        bar = tuple((f"/beside/{what}/", label) for what, label in self._asides())
        return give(pages.records(entries, bar, may_choose=not self.room.gentle))

    async def begin(self, request: Request) -> Response:
        """The page on the war, and after it the first page of a record."""
        story = request.path_params["story"]
        if story not in self.room.open:
            return lead("/records")
        gentle = self.room.gentle or (await form(request)).get("how") == "g"
        code = f"{story}.{'g' if gentle else ''}{'a' if self.asks else ''}."
        return lead(f"/beside/{WAR}/{code}" if WAR in self.library.asides else f"/at/{code}")

    async def at(self, request: Request) -> Response:
        """The page that a trail leads to."""
        found = self._read(request)
        if found is None:
            return lead("/records")
        play, own, code = found.play, found.reader, found.code
        self.room.is_at(request.cookies.get(SEAT, ""), play.state.story, play.state.scene, self.now())
        shown = self._page(play, self._as_given(own))
        bar = [(f"/beside/sources/{code}", words.SOURCES)]
        bar += [(f"/undo/{code}", said.UNDO)] if play.trail.steps else []
        bar += [(f"/beside/{what}/{code}", label) for what, label in self._trail_pages()]
        bar.append(("/records", said.RECORDS))
        debriefing = pages.debriefing(f"/beside/debrief/{code}") if self.room.is_debriefing else ""
        inside = together(debriefing, html.article(self.library, shown, _link(code), action=f"/move/{code}"))
        return give(pages.framed(shown.title, inside, bar=tuple(bar)))

    async def move(self, request: Request) -> Response:
        """Make a move, and go to the page that follows: what is loaded again makes no move again."""
        found = self._read(request)
        move = (await form(request)).get("move", "")
        if found is None or move == html.TO_LIBRARY:
            return lead("/records")
        state, code = found.play.state, found.code
        if move in moves(self.library, state) and stays_within(state, move, self.room.open):
            if state.shown is None and move in state.scene_in(self.library).choices:
                self.room.chose(request.cookies.get(SEAT, ""), state.story, state.scene, move)
            code = moved(self.library, found, move)
        return lead(f"/at/{code}")

    async def undo(self, request: Request) -> Response:
        """As it was one move before."""
        found = self._read(request)
        if found is None:
            return lead("/records")
        return lead(f"/at/{found.code[:-1] if found.play.trail.steps else found.code}")

    async def beside(self, request: Request) -> Response:
        """What stands beside a page, or lies behind it."""
        what = request.path_params["what"]
        found = self._read(request)
        inside = self._beside(what, found)
        if inside is None:
            return await _not_found(request, None) if found else lead("/records")
        if found is None:
            back = ("/records", said.TO_RECORDS)
        else:
            is_first = what == WAR and not found.play.trail.steps
            back = (f"/at/{found.code}", words.GO_ON if is_first else said.BACK_TO_PAGE)
        return give(pages.framed(words.APP, inside, bar=(back,)))

    def _beside(self, what: str, found: Held | None) -> Html | None:
        """What stands there; None for what does not, or not without a page."""
        reader = self._as_given(found.reader if found else Reader())
        if what in self.library.asides:
            return html_beside.aside(self.library, aside(self.library, what, reader), reader)
        if what == GLOSSARY:
            here = terms_on(self.library, self._page(found.play, reader), reader) if found else ()
            return html_beside.glossary(glossary(self.library, reader), here)
        if found is None:
            return None
        if what == html.SOURCES:
            shown = self._page(found.play, reader)
            return html_evidence.sources(sources(self.library, shown.claims, reader), shown.where)
        if what == html.VERSIONS:
            shown = self._page(found.play, reader)
            return html_evidence.versions(versions(self.library, shown.told, reader), shown.where)
        if what == "log":
            return html_trail.log(backlog(self.library, found.play.trail, reader))
        if what == html.DEBRIEF:
            made = debrief(self.library, found.play.trail, reader)
            return html_trail.debrief(made.title, told(made))
        return None

    def _read(self, request: Request) -> Held | None:
        """The play that the address stands for, if its records are open, and how its pupil chose to read."""
        found = read(self.library, request.path_params["code"])
        if found is None or {found.play.state.story, found.play.trail.story} - self.room.open:
            return None
        return found

    def _known(self, code: str) -> str:
        """The code of a trail, if it is one; whoever stands at the door has none of it replayed."""
        return code if is_code(self.library, code) else ""

    def _as_given(self, own: Reader) -> Reader:
        """Gentle for all where the teacher says so."""
        return replace(own, gentle=own.gentle or self.room.gentle)

    def _page(self, play: Play, reader: Reader) -> Page:
        """The page, without ways into records that are not open."""
        return kept_within(page(self.library, play.state, reader, play.trail), play.state, self.room.open)

    def _asides(self) -> tuple[tuple[str, str], ...]:
        every = ((WAR, said.THE_WAR), (GLOSSARY, words.GLOSSARY), (CARE, words.CARE_HERE))
        return tuple((what, label) for what, label in every if what == GLOSSARY or what in self.library.asides)

    def _trail_pages(self) -> tuple[tuple[str, str], ...]:
        return (("log", words.LOG), (html.DEBRIEF, words.DEBRIEF), *self._asides())

    async def _failed(self, _: Request, error: Exception) -> Response:
        """A fault of ours: the pupil can go on from her page, and the teacher sees that there was one."""
        self.room.faults.append(type(error).__name__)
        return give(pages.notice(said.FAILED, said.FAILED_SAYS, bar=(("/records", said.TO_RECORDS),)), 500)


def _link(code: str) -> html.Link:
    def link(what: str, name: str = "") -> str:
        return f"/beside/{what}/{code}" + (f"#term-{quote(name)}" if name else "")

    return link


def _over() -> Response:
    """The lesson is over: the browser forgets its seat too, and its connection is not kept."""
    answer = give(pages.notice(said.ENDED, said.ENDED_SAYS), 410)
    answer.delete_cookie(SEAT)
    answer.headers["Connection"] = "close"
    return answer


async def _not_found(_: Request, __: Exception | None) -> Response:
    return give(pages.notice(said.NOT_FOUND, said.NOT_FOUND_SAYS, bar=(("/records", said.TO_RECORDS),)), 404)


async def _too_large(_: Request, __: Exception | None) -> Response:
    answer = give(pages.notice(said.JOIN, said.TOO_LARGE), 413)
    answer.headers["Connection"] = "close"
    return answer
