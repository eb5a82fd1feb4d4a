"""Which pages does the class server give, and to whom?

The routes of the class server and their handlers: join, records, pages, moves; cookies, pauses, refused requests, and
processor time charged to a seat.

A pupil's path is held with the seat, and in a cookie of the pupil's own browser, from which it comes back after a
fault; no address holds it. What the teacher does is done on the room itself, in this process: no address leads to it.
Nothing is logged and nothing is written.
"""

import asyncio
import re
import time
from collections.abc import Callable
from functools import partial
from urllib.parse import quote, unquote

from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wayout.classroom import pages
from wayout.classroom.access_code import AccessCode
from wayout.classroom.class_state import ClassState, Place, address, stays_within, without_other_records
from wayout.classroom.http import (
    BodyTooLargeError,
    RequestGuard,
    ended_response,
    failure_response,
    form,
    is_same_origin,
    not_found,
    not_found_response,
    page_response,
    plain_host,
    redirect,
    static_response,
    too_large,
    waiting_response,
)
from wayout.classroom.pages import notebook_page, reference_page
from wayout.classroom.seat_trails import SeatTrails
from wayout.classroom.tally import counted_answer
from wayout.faces.web import page as html
from wayout.faces.web.reference_pages import BEGIN_GENTLE
from wayout.locale import classroom_strings, print_strings, reader_strings, strings
from wayout.model.library import NOTEBOOK, Library
from wayout.model.prompts import PartKind
from wayout.play.history import History, jump
from wayout.play.moves import Revisit
from wayout.play.permalink import MAX_PERMALINK_STEPS, PermalinkState, flags, is_code, moved
from wayout.play.state import Playthrough, Reader
from wayout.play.step import find_move, plays
from wayout.render.html import together
from wayout.views.by_paper import BY_PAPER, has_papers
from wayout.views.catalogue import catalogue_entry, foreword_line
from wayout.views.notebook import TrailsRead
from wayout.views.page import Page, page
from wayout.views.sources import attribution
from wayout.views.strip import strip

SEAT, PATH = "seat", "path"
"""Cookies, with the port behind them: cookies know no port, and two lessons may run on one machine."""
SEATED = "?seated"
"""Where a seat was just given: a browser that comes without it keeps no cookies."""
RECORDS_LINK = ("/records", classroom_strings.RECORDS)
PAGE = re.compile(r"([0-9]{1,6})/([0-9]{1,4})")
Fields = dict[str, str]
Give = Callable[[Request, Fields], Response]


class ClassServer:
    """The pages of one class."""

    def __init__(
        self,
        library: Library,
        room: ClassState,
        gate: AccessCode,
        *,
        asks: bool = True,
        parts: tuple[PartKind, ...] = (),
        now: Callable[[], float] = time.monotonic,
        public_url: str = "",
    ) -> None:
        self.library = library
        self.room = room
        self.gate = gate
        self.asks = asks
        self.parts = parts
        self.now = now
        self.public_url = public_url
        self.trails = SeatTrails(library, room)
        hosts = (plain_host(public_url.partition("://")[2]),) if public_url else ()
        self.app = Starlette(
            routes=[
                Route("/", self.door),
                Route("/join", partial(_lead_on, "/")),
                Route("/join", self.join, methods=["POST"]),
                Route(pages.LOOK, static_response(html.look(), "text/css")),
                Route(pages.ICON, static_response(html.icon(), "image/svg+xml")),
                Route("/favicon.ico", static_response(html.icon(), "image/svg+xml")),
                Route("/records", self._inside(self.records)),
                Route("/record/{story}", self._inside(self.record)),
                Route("/begin", partial(_lead_on, "/records")),
                Route("/begin", self._inside(self.begin), methods=["POST"]),
                Route("/at/{page:path}", self._inside(self.at)),
                Route("/move/{page:path}", partial(_lead_on, "/at/{page}")),
                Route("/move/{page:path}", self._inside(self.move), methods=["POST"]),
                Route("/beside/{what}/{page:path}", self._inside(self.beside)),
            ],
            middleware=[Middleware(RequestGuard, hosts=hosts)],
            exception_handlers={404: not_found, 405: not_found, BodyTooLargeError: too_large, Exception: self._failed},
        )
        self.app.router.redirect_slashes = False

    def _inside(self, handler: Give) -> Callable[[Request], object]:
        """A page for those who have a seat, unless the lesson is paused or over; a form only from our own pages."""

        async def guarded(request: Request) -> Response:
            if request.method == "POST" and not is_same_origin(request.headers, self.public_url):
                return page_response(pages.notice(classroom_strings.JOIN, classroom_strings.WRONG_SITE), 403)
            fields = await form(request) if request.method == "POST" else {}
            if self.room.is_ended:
                return ended_response((_named(SEAT, request), _named(PATH, request)))
            seat = _seat(request)
            if not self.room.has(seat):
                return (
                    page_response(pages.join(classroom_strings.JOIN_COOKIE), 403)
                    if request.url.query == SEATED[1:]
                    else redirect("/")
                )
            self.room.is_in(seat, self.now())
            if self.room.is_paused and request.method in ("GET", "HEAD"):
                return waiting_response(
                    pages.notice(
                        classroom_strings.PAUSED,
                        classroom_strings.PAUSED_SAYS,
                        primary=("", classroom_strings.LOOK_AGAIN),
                    )
                )
            if not self.room.may_ask(seat, self.now()):
                to = "/at/" + request.path_params["page"] if request.path_params.get("page") else "/records"
                return waiting_response(
                    pages.notice(classroom_strings.SLOWER, classroom_strings.SLOWER_SAYS), 429, quote(to)
                )
            started = time.thread_time()
            answer = handler(request, fields)
            self.room.spend(seat, time.thread_time() - started)
            return answer

        return guarded

    async def door(self, request: Request) -> Response:
        """The code; for those who are in, the page where they were, or the records."""
        if self.room.is_ended:
            return ended_response((_named(SEAT, request), _named(PATH, request)))
        seat = _seat(request)
        if not self.room.has(seat):
            return page_response(pages.join())
        latest = self.room.paths(seat).latest
        return redirect(f"/at/{address(latest)}" if latest and self.trails.read(seat, latest) else "/records")

    async def join(self, request: Request) -> Response:
        """A seat for the code; whoever was in before a fault is led back to the page where they were."""
        if not is_same_origin(request.headers, self.public_url):
            return page_response(pages.notice(classroom_strings.JOIN, classroom_strings.WRONG_SITE), 403)
        code = (await form(request)).get("code", "")
        who = request.client.host if request.client else ""
        late = self.gate.delay(who)
        await asyncio.sleep(late)
        if self.room.is_ended:
            return ended_response((_named(SEAT, request), _named(PATH, request)))
        if not self.gate.opens(code, who):
            return page_response(
                pages.join(classroom_strings.JOIN_SLOW if late else classroom_strings.JOIN_WRONG), 429 if late else 403
            )
        token = self.room.take_seat(self.now(), self.gate.hashed(who) if who else b"")
        if token is None:
            return page_response(
                pages.join(classroom_strings.JOIN_LOCKED if self.room.is_locked else classroom_strings.JOIN_FULL), 503
            )
        before = unquote(request.cookies.get(_named(PATH, request), ""))
        replayed = self.trails.replays.read(before) if is_code(self.library, before) else None
        answer = redirect(
            (f"/at/{address(self.room.paths(token).begin(replayed.code))}" if replayed else "/records") + SEATED
        )
        self._keep(answer, _named(SEAT, request), token)
        return answer

    def records(self, request: Request, _: Fields) -> Response:
        """The records that are open, the way back to where one was, and what stands beside them."""
        reader = Reader(gentle=self.room.gentle)
        entries = tuple(
            catalogue_entry(self.library, name, reader) for name in self.room.stories if name in self.room.open
        )
        seat = _seat(request)
        latest = self.room.paths(seat).latest
        replayed, above = self.trails.read(seat, latest) if latest else None, []
        if dated := strip(self.library, self.trails.ended(seat)):
            above.append(pages.quiet(reader_strings.STRIP.format(strip=dated)))
        if latest and replayed and self.room.is_debriefing:
            above.append(pages.debriefing(f"/beside/debrief/{address(latest)}"))
        if latest and replayed:
            shown = self._page(replayed.play, self._as_given(replayed.reader))
            above.append(pages.resume_link(shown.title, f"/at/{address(latest)}"))
        bar, menu = self._tools([], [], "")
        text = pages.records(entries, bar, menu, above)
        return page_response(text) if entries else waiting_response(text)

    def record(self, request: Request, _: Fields) -> Response:
        """The title page of a record that is open."""
        name = request.path_params["story"]
        if name not in self.room.open:
            return redirect("/records")
        bar, menu = self._tools([RECORDS_LINK], [], "")
        return page_response(pages.record(
            catalogue_entry(self.library, name, Reader(gentle=self.room.gentle)), attribution(self.library, name),
            bar, menu, is_gentle=self.room.gentle, announces=foreword_line(self.library),
            tells_part=bool(self.parts) and self.room.paths(_seat(request)).latest is None,
        ))  # fmt: skip

    def begin(self, request: Request, fields: Fields) -> Response:
        """The foreword, and after it the first page of a record."""
        story = fields.get("story", "")
        if story not in self.room.open:
            return redirect("/records")
        gentle = self.room.gentle or fields.get("move") == BEGIN_GENTLE
        reader = Reader(gentle=gentle, asks=self.asks, parts=self.parts)
        place = self.room.paths(_seat(request)).begin(f"{story}.{flags(reader)}.")
        return redirect(
            f"/beside/{page}/{address(place)}" if (page := self.library.foreword) else f"/at/{address(place)}"
        )

    def at(self, request: Request, _: Fields) -> Response:
        """A page of one's own path."""
        seat, place = _seat(request), _place(request)
        replayed = self.trails.read(seat, place)
        if place is None or replayed is None:
            return redirect("/records")
        play, here = replayed.play, address(place)
        self.room.is_at(seat, play.state.story, play.state.scene, self.now(), place)
        shown = self._page(play, self.trails.informed(seat, place, self._as_given(replayed.reader), replayed))
        back = (f"/at/{address((place[0], place[1] - 1))}", classroom_strings.UNDO)
        own = [(f"/beside/{what}/{here}", label) for what, label in pages.trail_pages(self.library, play.state.story)]
        if shown.close is not None and has_papers(self.library, shown.story):
            own.append((f"/beside/{BY_PAPER}/{here}", reader_strings.PAPERS_HEAD))
        first = (f"/beside/sources/{here}", strings.SOURCES)
        bar, menu = self._tools([first, *([back] if play.trail.steps else [])], own, here)
        debriefing = pages.debriefing(f"/beside/debrief/{here}") if self.room.is_debriefing else ""
        article = html.article(
            self.library, shown, _link(here),
            action=f"/move/{here}", is_numbered=False, leave=classroom_strings.TO_RECORDS,
        )  # fmt: skip
        answer = page_response(pages.framed(pages.page_title(shown), together(debriefing, article), bar=bar, menu=menu))
        self._keep(answer, _named(PATH, request), quote(replayed.code))
        return answer

    def move(self, request: Request, fields: Fields) -> Response:
        """Make a move, and go to the page that follows: what is loaded again makes no move again."""
        seat, place = _seat(request), _place(request)
        replayed, move_text = self.trails.read(seat, place), fields.get("move", "")
        if place is None or replayed is None or move_text == html.TO_LIBRARY:
            return redirect("/records")
        state, paths = replayed.play.state, self.room.paths(seat)
        move = find_move(self.library, state, move_text)
        if move is None:
            place = (place[0], self._before_decision(replayed, move_text, place[1]))
        if move is not None and stays_within(state, move, self.room.open) and place[1] < MAX_PERMALINK_STEPS:
            counted = counted_answer(self.library, state, move)
            if place in paths.shown and counted is not None:
                self.room.answered(seat, *counted)
            place = paths.moved(place, moved(self.library, replayed, move))
        return redirect(f"/at/{address(place)}")

    def _before_decision(self, replayed: PermalinkState, move_text: str, here: int) -> int:
        """How many steps lie before the decision to which a page leads back by such a text; where by none, as many."""
        offered = self._page(replayed.play, replayed.reader).open_moves
        move = next((one.move for one in offered if one.id == move_text), None)
        if not isinstance(move, Revisit):
            return here
        return len(jump(self.library, History(replayed.play), move.decision).play.trail.steps)

    def beside(self, request: Request, _: Fields) -> Response:
        """What stands beside a page, or lies behind it."""
        what, place = request.path_params["what"], _place(request)
        replayed = self.trails.read(_seat(request), place)
        reader = self._as_given(replayed.reader if replayed else Reader())
        shown = self._page(replayed.play, reader) if replayed else None
        if what == NOTEBOOK and self.parts:
            reference: pages.ClassReferencePage | None = self._notebook(request, replace(reader, parts=self.parts))
        else:
            reference = reference_page(self.library, what, reader, replayed, shown)
        if reference is None:
            return not_found_response() if replayed else redirect("/records")
        if place is None or replayed is None:
            back = ("/records", classroom_strings.TO_RECORDS)
        else:
            is_first = what == self.library.foreword and not replayed.play.trail.steps
            back = (f"/at/{address(place)}", strings.GO_ON if is_first else classroom_strings.BACK_TO_PAGE)
        return page_response(pages.framed(reference.title, reference.inside, primary=back))

    def _notebook(self, request: Request, reader: Reader) -> pages.ClassReferencePage:
        """What a pupil did on all her paths, with the pages of them where it was."""
        seat = _seat(request)
        read = self.trails.every(seat)
        places = {
            (play.state.story, play.state.scene): (number, at)
            for number, found in reversed(read.items())
            for at, play in reversed(tuple(enumerate(plays(self.library, found.play.trail))))
        }
        trails = tuple(found.play.trail for found in read.values())
        taken = tuple(one for found in read.values() for one in found.play.state.taken)
        return notebook_page(
            self.library, reader, TrailsRead(trails, taken), lambda *place: f"/at/{address(places[place])}"
        )

    def _keep(self, answer: Response, name: str, value: str) -> None:
        """A cookie, gone with the browser; over TLS, for TLS alone."""
        is_secure = self.public_url.startswith("https:")
        answer.set_cookie(name, value, httponly=True, samesite="lax", secure=is_secure)

    def _as_given(self, own: Reader) -> Reader:
        """Gentle for all where the teacher says so."""
        return replace(own, gentle=own.gentle or self.room.gentle)

    def _page(self, play: Playthrough, reader: Reader) -> Page:
        """The page, without ways into records that are not open; what good answers draw on is the teacher's."""
        shown = without_other_records(page(self.library, play.state, reader, play.trail), play.state, self.room.open)
        if shown.close is None:
            return shown
        questions = tuple(replace(question, expect=()) for question in shown.close.questions)
        return replace(shown, close=replace(shown.close, questions=questions))

    def _tools(
        self, first: list[pages.Link], own: list[pages.Link], here: str
    ) -> tuple[tuple[pages.Link, ...], tuple[tuple[str, tuple[pages.Link, ...]], ...]]:
        """Of a page the links in sight, those that come first before others, and the menu of the rest by its heads."""
        words = (html.EVIDENCE, classroom_strings.EVIDENCE_WORDS)
        over_all = pages.OVER_ALL if self.room.is_debriefing else ()
        what = (*pages.aside_pages(self.library), *over_all, *self._notebook_link, words)
        beside = [(f"/beside/{name}/{here}", label) for name, label in what]
        leave = [RECORDS_LINK] if here else []
        in_sight = [*first, *leave, *beside][: html.IN_SIGHT]
        groups = ((print_strings.PAGE_TOOLS, own), (print_strings.BESIDE_TOOLS, beside), (strings.APP, leave))
        menu = ((head, tuple(one for one in links if one not in in_sight)) for head, links in groups)
        return tuple(in_sight), tuple(menu)

    @property
    def _notebook_link(self) -> tuple[tuple[str, str], ...]:
        """The notebook, where pupils have a part of their own."""
        return ((NOTEBOOK, reader_strings.NOTEBOOK),) if self.parts else ()

    async def _failed(self, _: Request, error: Exception) -> Response:
        """A fault of ours: the pupil can go on from her page, and the teacher sees that there was one."""
        self.room.faults.append(type(error).__name__)
        return failure_response()


def _seat(request: Request) -> str:
    return request.cookies.get(_named(SEAT, request), "")


def _named(cookie: str, request: Request) -> str:
    return f"{cookie}-{request.scope['server'][1]}"


def _place(request: Request) -> Place | None:
    match = PAGE.fullmatch(request.path_params["page"])
    return (int(match[1]), int(match[2])) if match else None


def _link(here: str) -> html.Link:
    def link(what: str, name: str = "") -> str:
        kind = "word" if what == html.EVIDENCE else "term"
        return f"/beside/{what}/{here}" + (f"#{kind}-{quote(name)}" if name else "")

    return link


async def _lead_on(to: str, request: Request) -> Response:
    """From an address that is only for forms, where a click that failed may have left a browser."""
    return redirect(quote(to.format(**request.path_params)))
