"""Where a class is listened to, and from where the board is led: addresses, a closed standard input, signals."""

import asyncio
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from tests.classroom.classes import CODE, commanded, free_port
from tests.classroom.pupils import Pupil, hang_up
from wayout.classroom import http_server
from wayout.locale import classroom_strings


def has_ipv6() -> bool:
    """Whether this machine has the loopback address of IPv6."""
    try:
        http_server.listening("::1", 0).close()
    except OSError:
        return False
    return True


NEEDS_IPV6 = pytest.mark.skipif(not has_ipv6(), reason="no IPv6 on this machine")


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("0.0.0.0", "127.0.0.1"),
        pytest.param("::1", "::1", marks=NEEDS_IPV6),
        pytest.param("[::1]", "::1", marks=NEEDS_IPV6),
        pytest.param("::", "127.0.0.1", marks=NEEDS_IPV6),
        pytest.param("::", "::1", marks=NEEDS_IPV6),
        ("localhost", "127.0.0.1"),
        ("127.0.0.2", "127.0.0.2"),
    ],
)
def test_pupils_get_in_by_whatever_address_is_listened_at(wayout: list[str], address: str, host: str) -> None:
    port = free_port()

    async def play() -> int:
        pupil = Pupil(port, host=host)
        status = await pupil.join(CODE)
        await hang_up()
        return status

    with commanded(wayout, "ivo", "--address", address, "--port", str(port), "--code", CODE) as command:
        assert "://0.0.0.0" not in command.said
        assert "://[::]" not in command.said
        assert asyncio.run(play()) == 200


def test_where_all_addresses_are_listened_at_the_one_of_the_network_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {socket.AF_INET: "192.168.178.20", socket.AF_INET6: "fd00::20"}
    monkeypatch.setattr(http_server, "own_address", lambda family=socket.AF_INET: known.get(family))
    shown = [http_server.url(http_server.shown_address(one), 8000) for one in ("0.0.0.0", "::", "10.0.0.7", "fd00::7")]
    assert shown == [
        "http://192.168.178.20:8000",
        "http://192.168.178.20:8000",
        "http://10.0.0.7:8000",
        "http://[fd00::7]:8000",
    ]
    del known[socket.AF_INET]
    assert http_server.shown_address("::") == "fd00::20"
    assert http_server.shown_address("0.0.0.0") == http_server.LOOPBACK


def test_a_public_url_is_shown_and_answered(wayout: list[str]) -> None:
    port = free_port()
    public = ("--public-url", "https://Wayout.School.example/")

    async def ask(host: str) -> int:
        pupil = Pupil(port)
        status = await pupil.ask("/", Host=host)
        await hang_up()
        return status

    with commanded(wayout, "ivo", "--port", str(port), *public) as command:
        assert "Open https://wayout.school.example and type" in command.said
        assert asyncio.run(ask("wayout.school.example")) == 200
        assert asyncio.run(ask("school.example")) == 421


@pytest.mark.parametrize(
    "url", ["wayout.school.example", "ftp://a.example", "https://a.example/x", "https://a b", "http://"]
)
def test_a_public_url_that_is_none_is_told(wayout: list[str], url: str) -> None:
    done = subprocess.run([*wayout, "class", "ivo", "--public-url", url], capture_output=True, text=True, timeout=60,
                          check=False)  # fmt: skip
    assert done.returncode == 2
    assert "--public-url takes" in done.stderr


@pytest.mark.parametrize("how", ["</dev/null", "<&-"], ids=["nothing to read", "closed"])
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_without_standard_input_the_lesson_goes_on_until_a_signal(
    wayout: list[str], tmp_path: Path, how: str, end: signal.Signals
) -> None:
    port, out = free_port(), tmp_path / "out"
    line = f'exec "$@" {how} >"{out}" 2>&1'
    args = (*wayout, "class", "ivo", "--plain", "--port", str(port), "--code", CODE)
    process = subprocess.Popen(["/bin/sh", "-c", line, "sh", *args])

    async def play() -> int:
        pupil = Pupil(port)
        for _ in range(300):
            try:
                status = await pupil.join(CODE)
                break
            except OSError:
                await asyncio.sleep(0.1)
        else:
            raise AssertionError(out.read_text(encoding="utf-8"))
        await pupil.begin("ivo")
        await hang_up()
        return status

    try:
        assert asyncio.run(play()) == 200
        assert classroom_strings.PLAIN_STAYS in out.read_text(encoding="utf-8")
        process.send_signal(end)
        assert process.wait(30) == 128 + end
        told = out.read_text(encoding="utf-8")
        assert "Held now: 0 seats, 0 answers." in told
        assert "Traceback" not in told
    finally:
        process.kill()
        process.wait(10)


def test_where_lines_came_their_end_is_the_end_of_the_lesson(wayout: list[str]) -> None:
    done = subprocess.run([*wayout, "class", "ivo", "--plain", "--port", str(free_port())], input="code\n",
                          capture_output=True, text=True, timeout=60, check=True)  # fmt: skip
    assert "Held now: 0 seats, 0 answers." in done.stdout
    assert done.stderr == ""


def test_locked_and_emptied_line_by_line(wayout: list[str]) -> None:
    port = free_port()

    async def join(code: str) -> int:
        pupil = Pupil(port)
        status = await pupil.join(code)
        await hang_up()
        return status

    with commanded(wayout, "ivo", "--port", str(port), "--code", CODE) as command:
        assert asyncio.run(join(CODE)) == 200
        assert "door locked" in command.say("lock")
        assert asyncio.run(join(CODE)) == 503
        assert "door locked" not in command.say("lock")
        assert "(1 in)" in command.say("empty")
        assert "1 in" in command.say("code"), "asked once, it is not done"
        assert CODE not in command.say("empty") + command.say("empty")
        assert "0 in" in command.say("where")
        assert asyncio.run(join(CODE)) == 403
