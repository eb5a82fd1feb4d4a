"""Which requests are looked at at all?

ASGI middleware: the host is one of ours (against DNS rebinding), the length of a body is told once and is short.

Also the defence against CSRF: a form counts only from a page of the same origin.
"""

import socket
from collections.abc import Collection
from ipaddress import IPv6Address, ip_address

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from wayout.classroom.http import MOST_BYTES, refuse
from wayout.locale import classroom_strings


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
            return refuse(classroom_strings.BAD_REQUEST, 400 if length else 411)
        if length and (not length.isdecimal() or len(length) > 9 or int(length) > MOST_BYTES):
            return refuse(classroom_strings.TOO_LARGE, 413)
        host = plain_host(headers.get("host", ""))
        if host not in self.hosts and host != plain_host(scope["server"][0]):
            return refuse(classroom_strings.WRONG_HOST, 421)
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
