"""How do the pages of a class get to the pupils' browsers?

The network server (uvicorn, h11): request and keep-alive timeouts, connection limit and backlog,
sockets, and the address of this machine.

A uvicorn server in the loop of the board, so that one thread alone works on the room. It keeps no log of any address.
"""

import asyncio
import errno
import logging
import os
import socket
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache, partial
from ipaddress import ip_address
from typing import Any, Protocol

import h11
import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from wayout.classroom import DEFAULT_PORT
from wayout.locale import classroom_strings


class Connection(Protocol):
    """A connection that can be closed from outside."""

    has_asked: bool

    def hang_up(self) -> None:
        """Close the connection at once."""


class ConnectionLimit:
    """Every open connection, by address, the oldest first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.count = 0
        self._open: dict[str, dict[Connection, None]] = {}

    def add(self, connection: Connection, address: str) -> None:
        """Register a connection; above the limit, the address with the most connections loses one."""
        self._open.setdefault(address, {})[connection] = None
        self.count += 1
        if self.count > self.most:
            crowd = max(self._open, key=lambda candidate: len(self._open[candidate]))
            connections = self._open[crowd]
            dropped = next((candidate for candidate in connections if not candidate.has_asked), next(iter(connections)))
            self.remove(dropped, crowd)
            dropped.hang_up()

    @property
    def is_reached(self) -> bool:
        """Whether the next one costs another its place."""
        return self.count >= self.most

    def remove(self, connection: Connection, address: str) -> None:
        """Forget a connection that is closed."""
        connections = self._open.get(address, {})
        if connection in connections:
            del connections[connection]
            self.count -= 1
        if not connections:
            self._open.pop(address, None)


LOOPBACK = "127.0.0.1"
"""The address that leads to this machine alone."""
UNUSED_ADDRESSES = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses that belong to nobody (RFC 5737, RFC 3849)."""
REQUEST_TIMEOUT = 10.0
"""Seconds in which a browser has to send all of a request, and gets its answer."""
KEEP_ALIVE_TIMEOUT = 15
"""Seconds for which a connection is kept for a pupil's next page."""
SHUTDOWN_TIMEOUT = 1
"""Seconds in which what is asked for at the end is still answered."""
MAX_CONNECTIONS = 2000
"""Open connections of all pupils together."""
BACKLOG = 256
"""Connections that the system holds until they are accepted, and that are accepted at once."""
RESERVED_FILES = 100 + BACKLOG
"""Open files that are left to the program itself, and to what is accepted before another is hung up on."""
EVERY_INTERFACE = ("0.0.0.0", "::")  # noqa: S104 - the teacher asks for it
"""Every address of this machine: to listen at, not to type."""
LOG_NOTHING = logging.CRITICAL + 1
"""A level of logging above all that there are."""


class PatientProtocol(H11Protocol):
    """HTTP that hangs up on who does not finish a request: a connection half open takes the place of a pupil."""

    late: asyncio.TimerHandle | None = None
    has_asked = False

    def __init__(self, *args: Any, limit: ConnectionLimit, **more: Any) -> None:
        super().__init__(*args, **more)
        self.limit = limit

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for a request."""
        super().connection_made(transport)
        self.address = self.client[0] if self.client else ""
        self._wait()
        self.limit.add(self, self.address)

    def hang_up(self) -> None:
        """Close at once."""
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        """Something of a request: from its first byte on, time runs."""
        self._wait()
        super().data_received(data)

    def on_response_complete(self) -> None:
        """Answered: from here on uvicorn waits for the next request. One that did not come in full still has to."""
        self.has_asked = True
        if self.conn.their_state is not h11.SEND_BODY:
            self._stop_waiting()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the timer, and forget the connection."""
        self._stop_waiting()
        self.limit.remove(self, self.address)
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self.late is None:
            self.late = self.loop.call_later(REQUEST_TIMEOUT, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self.late is not None:
            self.late.cancel()
            self.late = None


class ClassHttpServer(uvicorn.Server):
    """The server of one class; what the keyboard or the system asks the board to do is no matter of its."""

    def __init__(self, app: Starlette, *, is_behind_proxy: bool = False) -> None:
        self.limit = ConnectionLimit(_most_connections())
        super().__init__(
            uvicorn.Config(
                app,
                http=partial(PatientProtocol, limit=self.limit),  # type: ignore[arg-type]
                ws="none",
                lifespan="off",
                loop="none",
                log_config=None,
                log_level=LOG_NOTHING,
                access_log=False,
                server_header=False,
                proxy_headers=is_behind_proxy,
                forwarded_allow_ips="127.0.0.1,::1",
                backlog=BACKLOG,
                timeout_keep_alive=KEEP_ALIVE_TIMEOUT,
                timeout_graceful_shutdown=SHUTDOWN_TIMEOUT,
            )
        )

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """None."""
        yield

    def hang_up(self) -> None:
        """End every connection, and with it what it remembers of its last request, a seat among it."""
        for connection in tuple(self.server_state.connections):
            if connection.transport is not None:
                connection.transport.abort()


def own_address(family: socket.AddressFamily = socket.AF_INET) -> str | None:
    """The address of this machine in its network; nothing is sent to find it. None where it is in none.

    The system names the one from which it would reach ELSEWHERE; in a network that leads nowhere, the one under which
    the machine knows itself.
    """
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as way:
            way.connect((UNUSED_ADDRESSES[family], 9))
            return str(way.getsockname()[0])
    except OSError:
        pass
    try:
        known = socket.getaddrinfo(socket.gethostname(), None, family)
    except OSError:
        return None
    return next((str(info[4][0]) for info in known if not is_loopback(str(info[4][0]))), None)


def is_loopback(host: str) -> bool:
    """Whether an address leads to this machine alone."""
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


def shown_address(host: str) -> str:
    """The address that pupils can type, of the one that is listened at."""
    if host not in EVERY_INTERFACE:
        return host
    own = own_address() or (own_address(socket.AF_INET6) if host == "::" else None)
    return own or LOOPBACK


def url(host: str, port: int) -> str:
    """As it is typed into a browser; an address of IPv6 stands in brackets (RFC 3986, 3.2.2)."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def listening(host: str, port: int) -> socket.socket:
    """A socket on which pupils are listened to. Raises OSError where the port is taken or the address not ours.

    It is named TCP, since asyncio sends at once only on such a one: else 40 ms of waiting are in each reply.
    """
    family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if host == "::":
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listener.bind(place)
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    listener.setblocking(False)
    return listener


@cache
def _most_connections() -> int:
    """As many as the system allows open files, which it is asked to allow enough of."""
    try:
        import resource
    except ImportError:
        return MAX_CONNECTIONS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MAX_CONNECTIONS + RESERVED_FILES
    if soft < wanted and (hard == resource.RLIM_INFINITY or soft < hard):
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return min(MAX_CONNECTIONS, soft - RESERVED_FILES)


def why_not(error: OSError, host: str, port: int) -> str:
    """Why nothing can listen there, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return classroom_strings.NO_PORT.format(port=port, other=port + 1 if port < 65_535 else DEFAULT_PORT)
    if error.errno == errno.EACCES:
        return classroom_strings.NO_PORT_ALLOWED.format(port=port, other=DEFAULT_PORT)
    address = url(host, port).removeprefix("http://")
    return classroom_strings.NO_LISTENING.format(address=address, why=error.strerror or str(error))
