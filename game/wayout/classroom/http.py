"""What do all answers of the class server share: headers, where they lead, and which requests they listen to?

Shared HTTP parts: security headers (Content-Security-Policy), status codes of error pages, redirects, cache lifetime,
form parsing and the body size limit, and a guard against requests of other sites (CSRF, Host header, DNS rebinding).
"""

import socket
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from ipaddress import IPv6Address, ip_address
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from wayout.classroom import pages
from wayout.errors import WayoutError
from wayout.locale import classroom_strings

MAX_BODY_BYTES = 4096
"""The longest body of a request that is read, in bytes: a code, or a move."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Of every answer. Under the policy 'no-referrer' browsers would hide where our own forms come from (Fetch, 3.2)."""


class BodyTooLargeError(WayoutError, ValueError):
    """A body longer than any that a page of ours sends."""


STATIC_MAX_AGE = 3600
"""Seconds for which a browser may keep a style sheet or a picture."""
MAX_FORM_FIELDS = 8
"""Fields of a form; more are refused."""


def page_response(text: str, status: int = 200) -> Response:
    """A response with a page of HTML and the headers of all answers."""
    return Response(text, status, HEADERS, "text/html")


def waiting_response(text: str, status: int = 200, address: str = "") -> Response:
    """A response whose page reloads itself, or loads an address, after the refresh interval."""
    answer = page_response(text, status)
    answer.headers["Refresh"] = f"{pages.REFRESH_INTERVAL}; url={address}" if address else str(pages.REFRESH_INTERVAL)
    return answer


def redirect(address: str) -> RedirectResponse:
    """A redirect with status 303, so that a reload in the browser repeats nothing."""
    return RedirectResponse(address, 303, HEADERS)


def is_same_origin(headers: Mapping[str, str], public: str = "") -> bool:
    """Whether a form comes from one of our own pages: browsers say so, and a page of another site cannot lie about it.

    `public` is our address as browsers see it, where a proxy stands before us and may change the host.

    Source: Fetch Metadata (W3C), Sec-Fetch-Site, which is sent to this machine alone and over TLS; elsewhere, Origin.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is not None and (origin.partition("://")[2] == headers.get("host", "") or origin == public)


async def form(request: Request) -> dict[str, str]:
    """The fields of a form of our own pages. Raises BodyTooLargeError for a longer body, which is not read on."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY_BYTES:
            raise BodyTooLargeError
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=MAX_FORM_FIELDS, keep_blank_values=True)
    except ValueError as many:
        raise BodyTooLargeError from many
    return {name: values[-1] for name, values in fields.items()}


def static_response(text: str, media_type: str) -> Callable[[Request], Awaitable[Response]]:
    """A style sheet or a picture: the same for all, and for a while."""

    async def give_it(_: Request) -> Response:
        return Response(text, media_type=media_type, headers={**HEADERS, "Cache-Control": f"max-age={STATIC_MAX_AGE}"})

    return give_it


TO_RECORDS = ("/records", classroom_strings.TO_RECORDS)


def refusal_response(says: str, status: int) -> Response:
    """A refusal of what no page of ours sends; the connection is closed after it."""
    return _last(page_response(pages.notice(classroom_strings.NOT_ANSWERED, says), status))


def ended_response(cookies: Iterable[str]) -> Response:
    """The lesson is over: the browser forgets its cookies too, and its connection is not kept."""
    answer = page_response(pages.notice(classroom_strings.ENDED, classroom_strings.ENDED_SAYS), 410)
    for cookie in cookies:
        answer.delete_cookie(cookie)
    return _last(answer)


def not_found_response() -> Response:
    """The answer with status 404, for an address that leads nowhere."""
    return page_response(
        pages.notice(classroom_strings.NOT_FOUND, classroom_strings.NOT_FOUND_SAYS, primary=TO_RECORDS), 404
    )


def failure_response() -> Response:
    """The answer with status 500, for a fault of ours: the pupil can go on from their page."""
    return page_response(pages.notice(classroom_strings.FAILED, classroom_strings.FAILED_SAYS, primary=TO_RECORDS), 500)


async def not_found(_: Request, __: Exception) -> Response:
    """As a handler of Starlette."""
    return not_found_response()


async def too_large(_: Request, __: Exception) -> Response:
    """As a handler of Starlette."""
    return refusal_response(classroom_strings.TOO_LARGE, 413)


def _last(answer: Response) -> Response:
    answer.headers["Connection"] = "close"
    return answer


class RequestGuard:
    """Refuses what no page of ours sends, and hangs up, so that nothing more of it is read."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self.app = app
        self.hosts = {"localhost", *own_names(), *map(plain_host, hosts)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on."""
        await (self._refusal(scope) or self.app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        length, coding = headers.get("content-length", ""), headers.get("transfer-encoding")
        if coding is not None:
            return refusal_response(classroom_strings.BAD_REQUEST, 400 if length else 411)
        if length and (not length.isdecimal() or len(length) > 9 or int(length) > MAX_BODY_BYTES):
            return refusal_response(classroom_strings.TOO_LARGE, 413)
        host = plain_host(headers.get("host", ""))
        if host not in self.hosts and host != plain_host(scope["server"][0]):
            return refusal_response(classroom_strings.WRONG_HOST, 421)
        return None


def own_names() -> tuple[str, ...]:
    """The names under which a network may know this machine."""
    name = socket.gethostname().lower()
    short = name.partition(".")[0]
    return name, short, f"{short}.local"


def plain_host(host: str) -> str:
    """A host without its port, brackets and zone, in one spelling: '[::1]:8000' is '::1'."""
    host = host.strip().lower()
    if host.startswith("["):
        host = host[1:].partition("]")[0]
    elif host.count(":") == 1:
        host = host.partition(":")[0]
    host = host.partition("%")[0].rstrip(".")
    try:
        known = ip_address(host)
    except ValueError:
        return host
    mapped = known.ipv4_mapped if isinstance(known, IPv6Address) else None
    return str(mapped or known)
