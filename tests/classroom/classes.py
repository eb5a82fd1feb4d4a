"""How is a class held in a test: in this process, or as a command of its own?"""

import asyncio
import os
import queue
import re
import signal
import subprocess
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from tests.classroom.pupils import Pupil, hang_up
from wayout.classroom import http_server
from wayout.classroom.access_code import AccessCode
from wayout.classroom.board_view import ClassLesson
from wayout.classroom.class_state import ClassState
from wayout.classroom.server import ClassServer
from wayout.classroom.tally import MIN_PAGES, MIN_READING
from wayout.model.library import Library
from wayout.model.prompts import PartKind

CODE = "12345678"


class Held(Struct):
    """A class in this process."""

    lesson: ClassLesson
    server: ClassServer
    serving: http_server.ClassHttpServer
    port: int

    async def pupil(self) -> Pupil:
        """One who is in."""
        one = Pupil(self.port)
        assert await one.join(CODE) == 200
        return one


@asynccontextmanager
async def held(
    library: Library,
    *stories: str,
    asks: bool = True,
    gentle: bool = False,
    parts: tuple[PartKind, ...] = (),
    now: Callable[[], float] = time.monotonic,
    public_url: str = "",
    most_connections: int = 0,
) -> AsyncIterator[Held]:
    """A class whose server runs in the loop of the test."""
    room, gate = ClassState(stories or ("ivo", "nils"), gentle=gentle), AccessCode(CODE, now)
    server = ClassServer(library, room, gate, asks=asks, parts=parts, now=now, public_url=public_url)
    listener = http_server.listening(http_server.LOOPBACK, 0)
    port = listener.getsockname()[1]
    running = http_server.ClassHttpServer(server.app, is_behind_proxy=bool(public_url))
    running.limit.most = most_connections or running.limit.most
    lesson = ClassLesson(
        library,
        room,
        gate,
        f"http://{http_server.LOOPBACK}:{port}",
        False,
        now,
        running.hang_up,
        lambda: running.limit.is_reached,
    )
    task = asyncio.create_task(running.serve(sockets=[listener]))
    try:
        yield Held(lesson, server, running, port)
    finally:
        running.should_exit = True
        await task


def read(room: ClassState, seat: str, at: tuple[str, str], now: float = 0.0) -> None:
    """Give a seat as many pages, over as long a time, as it takes to count; the last of them now."""
    for page in range(MIN_PAGES):
        room.is_at(seat, *at, now - MIN_READING * (MIN_PAGES - 1 - page), (1, page))


def run(library: Library, do: Callable[[Held], Awaitable[None]], *stories: str, **how: Any) -> None:
    """Hold a class, and let a test do something in it."""

    async def hold() -> None:
        async with held(library, *stories, **how) as one:
            try:
                await do(one)
            finally:
                await hang_up()

    asyncio.run(hold())


class Command:
    """`wayout class … --plain`, as a teacher holds it."""

    def __init__(self, wayout: list[str], *args: str, env: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [*wayout, "class", *args, "--plain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, **(env or {})},
        )
        self.came: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.said = self.until_prompt()
        opened = re.search(r"https?://[\w.:\[\]-]+?:?(\d+)? and type (\d+)", self.said)
        assert opened, self.said
        self.port, self.code = int(opened[1] or 0), opened[2]

    def say(self, line: str) -> str:
        """Type a line; what comes of it."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.until_prompt()

    def until_prompt(self) -> str:
        """All that comes before the next prompt, or the end."""
        text = ""
        while not text.endswith("\n> "):
            sign = self.came.get(timeout=60)
            if sign is None:
                break
            text += sign
        return text

    def kill(self) -> None:
        """As a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def _read(self) -> None:
        assert self.process.stdout is not None
        while sign := self.process.stdout.read(1):
            self.came.put(sign)
        self.came.put(None)


@contextmanager
def commanded(wayout: list[str], *args: str, env: dict[str, str] | None = None) -> Iterator[Command]:
    """The command, ended in any case."""
    command = Command(wayout, *args, env=env)
    try:
        yield command
    finally:
        command.kill()
        for stream in (command.process.stdin, command.process.stdout):
            if stream is not None:
                stream.close()


def free_port() -> int:
    """A port that nobody listens at."""
    listener = http_server.listening(http_server.LOOPBACK, 0)
    port = int(listener.getsockname()[1])
    listener.close()
    return port


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with what is in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
