"""Long bodies, other hosts, half-open connections, floods: none is a page's, and pupils are served meanwhile."""

import asyncio
from contextlib import suppress

import pytest

from tests.classroom.classes import Held, run
from tests.classroom.pupils import connect, hang_up
from wayout.classroom import http_server
from wayout.classroom.board_view import board
from wayout.classroom.http_server import ConnectionLimit
from wayout.model.library import Library


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("address", ["/", "/records", "/join", "/move/1/0", "/begin", "/at/1/0", "/look.css", "/no"])
def test_a_long_body_is_cut_off_wherever_it_is_sent(library: Library, method: str, address: str) -> None:
    async def flood(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        reader, writer = await connect(of.port)
        head = (
            f"{method} {address} HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nCookie: {pupil.cookie}\r\n"
        )
        writer.write(f"{head}Content-Length: {2 * 2**30}\r\n\r\n".encode())
        assert (await _end(reader))[:12] == b"HTTP/1.1 413"
        await hang_up(writer)
        reader, writer = await connect(of.port)
        writer.write(f"{head}Content-Length: {5 * 2**20}\r\n\r\n".encode())
        sent = 0
        with suppress(ConnectionError):
            for _ in range(80):
                writer.write(b"a" * 2**16)
                await asyncio.wait_for(writer.drain(), 10)
                sent += 2**16
        assert sent < 5 * 2**20, "it was hung up on"
        await hang_up(writer)
        assert await pupil.move("go on") == 200
        assert of.lesson.room.faults == []

    run(library, flood)


def test_a_form_of_too_many_fields_is_refused(library: Library) -> None:
    async def flood(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        assert await pupil.ask("/move/1/0", {f"f{n}": "" for n in range(20)}) == 413
        assert await pupil.begin("ivo") == 200
        assert of.lesson.room.faults == []

    run(library, flood)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ("Host: evil.example", 421),
        ("Host: evil.example:{port}", 421),
        ("Host: 127.0.0.1.evil.example", 421),
        ("Host: 192.0.2.7:{port}", 421),
        ("Host: ", 421),
        ("Host: localhost:{port}", 403),
        ("Host: LocalHost.", 403),
        ("Host: 127.0.0.1", 403),
        ("Host: [::ffff:127.0.0.1]:{port}", 403),
        ("Host: localhost\r\nTransfer-Encoding: chunked", 400),
        ("Host: localhost\r\nX: y", 403),
    ],
)
def test_only_known_hosts_are_answered_and_one_length_alone_is_believed(
    library: Library, lines: str, status: int
) -> None:
    """A name that another site points here (DNS rebinding) opens nothing; 403 is the door's answer to a wrong code."""

    async def ask(of: Held) -> None:
        reader, writer = await connect(of.port)
        head = "POST /join HTTP/1.1\r\nContent-Length: 13\r\nSec-Fetch-Site: same-origin\r\n"
        writer.write(f"{head}{lines.format(port=of.port)}\r\n\r\ncode=00000000".encode())
        assert int((await reader.readuntil(b"\r\n")).split()[1]) == status
        await hang_up(writer)

    run(library, ask)


def test_a_body_without_a_length_is_refused(library: Library) -> None:
    async def ask(of: Held) -> None:
        reader, writer = await connect(of.port)
        writer.write(b"POST /join HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\ncode=\r\n")
        assert (await _end(reader))[:12] == b"HTTP/1.1 411"

    run(library, ask)


def test_half_open_connections_are_hung_up_on_and_pupils_served_meanwhile(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_server, "REQUEST_TIMEOUT", 3.0)

    async def hold(of: Held) -> None:
        half = [await connect(of.port) for _ in range(200)]
        sent = (
            b"",
            b"GET / HTTP/1.1\r\nHost: localhost\r\n",
            b"POST /join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\ncode",
        )
        for number, (_, writer) in enumerate(half):
            writer.write(sent[number % 3])
        pupil = await of.pupil()
        assert await pupil.begin("ivo") == 200
        assert not any(reader.at_eof() for reader, _ in half), "it was served before they were hung up on"
        drip = asyncio.create_task(_drip(half[1][1]))
        ends = await asyncio.wait_for(asyncio.gather(*(_end(reader) for reader, _ in half)), 60)
        drip.cancel()
        assert len(ends) == 200
        assert await pupil.move("go on") == 200, "a connection that keeps to the rules is kept"

    run(library, hold)


async def _end(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read()
    except ConnectionError:
        return b""


async def _drip(writer: asyncio.StreamWriter) -> None:
    """A byte now and then does not keep it open."""
    while True:
        await asyncio.sleep(0.2)
        writer.write(b"X")


@pytest.mark.parametrize("local", ["127.0.0.1", "127.0.0.2"], ids=["from one address", "from two"])
def test_half_open_connections_of_one_address_take_the_place_of_nobody(library: Library, local: str) -> None:
    """As many as the server holds; the pupils of a class come from the same address, or from others."""

    async def crowd(of: Held) -> None:
        half = [await connect(of.port, local=local) for _ in range(60)]
        pupils = [await of.pupil() for _ in range(10)]
        half += [await connect(of.port, local=local) for _ in range(60)]
        for pupil in pupils:
            assert await pupil.begin("ivo") == 200
            assert pupil.opened == 1, "no pupil was hung up on"
        assert of.serving.limit.count <= 40
        assert any("Very many connections" in one for one in board(of.lesson).warnings)

    run(library, crowd, most_connections=40)


def test_with_too_many_connections_the_address_that_holds_the_most_gives_one_up() -> None:
    class Line:
        has_asked = False
        is_open = True

        def hang_up(self) -> None:
            self.is_open = False

    limit, lines = ConnectionLimit(4), [Line() for _ in range(7)]
    lines[0].has_asked = True
    for line in lines[:3]:
        limit.add(line, "10.0.0.1")
    for line in lines[3:5]:
        limit.add(line, "10.0.0.2")
    assert [one.is_open for one in lines[:5]] == [True, False, True, True, True], "one that asked for nothing yet"
    limit.remove(lines[1], "10.0.0.1")
    limit.remove(lines[3], "10.0.0.2")
    assert (limit.count, limit.is_reached) == (3, False)
    limit.add(lines[5], "10.0.0.3")
    limit.add(lines[6], "10.0.0.3")
    assert lines[6].is_open
    assert (limit.count, limit.is_reached) == (4, True)
