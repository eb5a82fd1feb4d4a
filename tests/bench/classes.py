"""How fast does the class server answer a large class, in how much memory?"""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .faces import WAYOUT
from .measure import Row, Series

PUPILS = Path(__file__).parents[1] / "classroom" / "pupils.py"
CODE, NUMBER, CHOICES, PAUSE = "12345678", 300, 20, 2.5
"""As many pupils, each of whom chooses so often, after so many seconds more or less: 120 choices a second."""


def serving(rounds: int, _: Path, talk: Callable[[str], None]) -> list[Row]:
    """`wayout class` in one process, all pupils in another; a round takes about a minute, so three are enough."""
    slow: list[float] = []
    peaks: list[float] = []
    for number in range(min(rounds, 3)):
        told, peak = _lesson()
        slow.append(told["p99"])
        peaks.append(peak)
        talk(f"  round {number + 1}: {told['replies']} replies, 99 % in {told['p99']:.4f} s, {peak / 1e6:.0f} MB")
        if told["lost"]:
            raise RuntimeError(f"{len(told['lost'])} lost: {told['lost'][0]}")
    what = f"{NUMBER} pupils × {CHOICES} choices"
    note = "no reply was lost; pages, forms and what they lead to are all counted"
    took, memory = Series(tuple(slow)), Series(tuple(peaks))
    return [
        Row(name="class", what=f"the slowest of the fastest 99 % of replies, {what}", yardstick_is="–",
            ours=took, bar=0.1, note=note),
        Row(name="class, memory", what="its peak memory", yardstick_is="–", ours=memory, bar=100e6, unit="B"),
    ]  # fmt: skip


def _lesson() -> tuple[dict[str, Any], float]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [
        WAYOUT,
        "class",
        "igor",
        "nikita",
        "--plain",
        "--port",
        port,
        "--code",
        CODE,
        "--seats-per-address",
        str(NUMBER),
    ]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        _wait_for(int(port))
        play = [sys.executable, str(PUPILS), port, CODE, str(NUMBER), str(CHOICES), str(PAUSE)]
        done = subprocess.run(play, capture_output=True, text=True, timeout=300, check=True)
        status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
        peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    finally:
        server.kill()
        server.communicate()
    return json.loads(done.stdout), peak * 1024.0


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The class server did not begin.")
