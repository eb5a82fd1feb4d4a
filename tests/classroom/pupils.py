"""How do many pupils play at once? `pupils.py PORT CODE PUPILS CHOICES PAUSE` tells as JSON what came of it.

Raw sockets, kept open as browsers keep them, in a process of its own: what it takes is no time of the server's.
Every pupil joins within the first seconds, begins a record, reads the page on the war, and chooses at random, after
PAUSE seconds more or less. Each reply is timed from the first byte sent to the last one received.
"""

import asyncio
import json
import random
import re
import sys
import time
from contextlib import suppress
from html import unescape
from typing import Any
from urllib.parse import quote

HOST = "127.0.0.1"
ARRIVING = 4
"""Pauses within which all have arrived."""


LINKS: list[asyncio.StreamWriter] = []
"""Every connection that was opened."""


async def connect(port: int, host: str = HOST, local: str = "") -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Open a connection, if need be from another address of this machine."""
    reader, writer = await asyncio.open_connection(host, port, local_addr=(local, 0) if local else None)
    LINKS.append(writer)
    return reader, writer


async def hang_up(*links: asyncio.StreamWriter) -> None:
    """Close connections; without any, every one that is still open.

    What a test that failed has left open is of an event loop that is closed: from Python 3.13 on that is an error.
    """
    for writer in links or tuple(LINKS):
        LINKS.remove(writer)
        with suppress(OSError, RuntimeError):
            writer.close()
            await writer.wait_closed()


class Pupil:
    """One browser: a connection, a seat, and where she is."""

    def __init__(self, port: int, *, host: str = HOST, local: str = "") -> None:
        self.host, self.port, self.local = host, port, local
        self.jar: dict[str, str] = {}
        self.at = "/"
        self.page = ""
        self.headers: dict[str, str] = {}
        self.secure: set[str] = set()
        self.opened = 0
        """How many connections it took."""
        self.times: list[float] = []
        self.link: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, address: str, fields: dict[str, str] | None = None, **headers: str) -> int:
        """Send a request, follow where it leads; the status of the last reply."""
        status, to = await self._once(address, fields, headers)
        if status == 303:
            address = to
            status, to = await self._once(address, None, {})
        while status == 303:
            address = to
            status, to = await self._once(address, None, {})
        self.at = address
        return status

    async def _once(self, address: str, fields: dict[str, str] | None, headers: dict[str, str]) -> tuple[int, str]:
        if self.link is None:
            self.opened += 1
            self.link = await connect(self.port, self.host, self.local)
        reader, writer = self.link
        body = "&".join(f"{name}={quote(value)}" for name, value in (fields or {}).items()).encode()
        host = f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"
        sent = {"Host": host, **({"Cookie": self.cookie} if self.jar else {})}
        if fields is not None:
            sent |= {"Origin": f"http://{host}", "Content-Length": str(len(body)),
                     "Content-Type": "application/x-www-form-urlencoded"}  # fmt: skip
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        head = f"{'GET' if fields is None else 'POST'} {address} HTTP/1.1\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in sent.items() if value)
        started = time.perf_counter()
        writer.write(head.encode() + b"\r\n" + body)
        answered = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = re.search(r"content-length: (\d+)", answered, re.IGNORECASE)
        text = await reader.readexactly(int(length[1])) if length else b""
        self.times.append(time.perf_counter() - started)
        for name, value, more in re.findall(r"set-cookie: ([^=]*)=([^;]*)(.*)\r", answered, re.IGNORECASE):
            self.jar.pop(name, None)
            if "Max-Age=0" not in more:
                self.jar[name] = value
                self.secure |= {name} if "Secure" in more else set()
        self.headers = {name.lower(): value for name, value in re.findall(r"([^\s:]+): (.*)\r", answered)}
        if "connection: close" in answered.lower():
            await self.leave()
        to = re.search(r"location: (\S+)", answered, re.IGNORECASE)
        self.page = text.decode()
        return int(answered.split(" ", 2)[1]), to[1] if to else ""

    async def read(self, address: str) -> str:
        """The page at an address."""
        await self.ask(address)
        return self.page

    async def join(self, code: str) -> int:
        """Through the door."""
        await self.ask("/")
        return await self.ask("/join", {"code": code})

    async def begin(self, story: str) -> int:
        """The war, then the first page."""
        await self.ask("/begin", {"story": story, "move": "full"})
        (to,) = re.findall(r'href="(/at/[^"]*)" class="primary"', self.page)
        return await self.ask(unescape(to))

    @property
    def cookie(self) -> str:
        """All cookies, as they are sent."""
        return "; ".join(f"{name}={value}" for name, value in self.jar.items())

    @property
    def seat(self) -> str:
        """What stands for her in the room."""
        return self.jar.get(f"seat-{self.port}", "")

    @property
    def steps(self) -> int:
        """How many moves led to her page."""
        return int(self.at.partition("?")[0].rpartition("/")[2])

    @property
    def moves(self) -> list[str]:
        """What she can do; the way to the records is not among it."""
        return [
            unescape(one) for one in re.findall(r'name="move" value="([^"]*)"', self.page) if one != "to the library"
        ]

    async def move(self, move: str) -> int:
        """Make a move."""
        return await self.ask(self.at.replace("/at/", "/move/", 1), {"move": move})

    async def leave(self) -> None:
        """Close the connection, as a lost network does."""
        if self.link is not None:
            await hang_up(self.link[1])
            self.link = None


async def lesson(port: int, code: str, number: int, choices: int, pause: float) -> tuple[list[float], list[str]]:
    """One pupil's lesson: the times of her replies, and what was lost."""
    dice = random.Random(number)
    pupil, lost = Pupil(port), list[str]()
    await asyncio.sleep(dice.uniform(0, ARRIVING * pause))
    try:
        is_in = await pupil.join(code) == 200
        stories = re.findall(r'href="/record/([^"]*)"', pupil.page)
        if not is_in or await pupil.ask("/look.css") != 200 or await pupil.begin(stories[0]) != 200:
            lost.append("not in")
        for _ in range(choices):
            await asyncio.sleep(dice.uniform(0.5, 1.5) * pause)
            if not pupil.moves and await pupil.begin(dice.choice(stories)) != 200:
                lost.append("not begun again")
            before, steps = pupil.at, pupil.steps
            status = await pupil.move(dice.choice(pupil.moves))
            if status != 200 or pupil.steps != steps + 1:
                lost.append(f"{before} -> {status} {pupil.at}")
    except (OSError, asyncio.IncompleteReadError, IndexError, ValueError) as error:
        lost.append(repr(error))
    await pupil.leave()
    return pupil.times, lost


async def lessons(port: int, code: str, pupils: int, choices: int, pause: float) -> dict[str, Any]:
    """All pupils' lessons."""
    done = await asyncio.gather(*(lesson(port, code, number, choices, pause) for number in range(pupils)))
    times = sorted(time for one, _ in done for time in one)
    return {
        "replies": len(times),
        "lost": [one for _, lost in done for one in lost],
        "median": times[len(times) // 2],
        "p99": times[int(len(times) * 0.99)],
        "most": times[-1],
    }


if __name__ == "__main__":
    _, port, code, pupils, choices, pause = sys.argv
    sys.stdout.write(json.dumps(asyncio.run(lessons(int(port), code, int(pupils), int(choices), float(pause)))))
