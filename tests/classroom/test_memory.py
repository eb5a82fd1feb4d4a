"""After the end of a lesson no seat is found in the memory of the process that held it."""

import asyncio
import gc
import re
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tests.classroom.classes import CODE, held
from wayout.classroom.class_state import ClassState
from wayout.model.library import Library

PATIENCE = 30
"""Seconds after which the connections are closed on any machine."""
PUPILS = str(Path(__file__).with_name("pupils.py"))
TOKEN = re.compile(r"(?<![\w-])[\w-]{24}(?![\w-])")
TOKEN_BYTES = re.compile(rb"(?<![\w-])[\w-]{24}(?![\w-])")


def seats_in_memory(hashes: set[str]) -> int:
    """How many words in what this process holds are seats, which the test itself knows by their hashes alone."""
    gc.collect()
    return sum(sha256(word).hexdigest() in hashes for word in _words())


def _words() -> Iterator[bytes]:
    """Every word of a seat's length in a string, or in bytes, to which anything leads that the collector knows."""
    seen: set[int] = set()
    found = gc.get_objects()
    while found:
        one = found.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, str):
            yield from (word.encode() for word in TOKEN.findall(one))
        elif isinstance(one, (bytes, bytearray)):
            yield from TOKEN_BYTES.findall(bytes(one))
        elif one is not seen and one is not found:
            found.extend(gc.get_referents(one))
            found.extend(one if type(one) is dict else ())


def hashes_of(room: ClassState) -> set[str]:
    return {sha256(token.encode()).hexdigest() for token in room._seats}


def test_seats_are_found_in_memory_before_the_end_and_not_after_it(library: Library) -> None:
    async def lesson() -> None:
        async with held(library) as of:
            play = await asyncio.create_subprocess_exec(
                sys.executable, PUPILS, str(of.port), CODE, "12", "6", "0.05", stdout=asyncio.subprocess.DEVNULL
            )
            keep = await asyncio.create_subprocess_exec(
                sys.executable, "-c", _STAYS, str(of.port), CODE, stdout=asyncio.subprocess.PIPE
            )
            await play.wait()
            assert keep.stdout is not None
            assert await keep.stdout.readline() == b"in\n"
            hashes = hashes_of(of.lesson.room)
            assert len(hashes) == 13
            assert seats_in_memory(hashes) >= 13
            of.lesson.end()
            end = time.monotonic() + PATIENCE
            while seats_in_memory(hashes) and time.monotonic() < end:
                await asyncio.sleep(0.1)
            assert of.lesson.room.held == (0, 0)
            assert seats_in_memory(hashes) == 0
            keep.kill()
            await keep.wait()

    asyncio.run(lesson())


_STAYS = """
import asyncio, sys
from tests.classroom.pupils import Pupil

async def stay():
    pupil = Pupil(int(sys.argv[1]))
    await pupil.join(sys.argv[2])
    await pupil.begin("ivo")
    print("in", flush=True)
    await asyncio.sleep(60)

asyncio.run(stay())
"""
"""A pupil whose connection is still open when the lesson ends."""
