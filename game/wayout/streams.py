"""What do the standard streams do with what they cannot take?

Standard streams: encoding, the ASCII fallback for characters that an encoding lacks, closed streams, broken pipes and
full disks as an exit status.
"""

import codecs
import errno
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn, TextIO

from wayout.errors import FAILED

SUBSTITUTE = "wayout-substitute"
PLAIN = "wayout-ascii"
"""ASCII under another name: to a stream whose encoding is called ASCII, Click writes UTF-8."""
READER_GONE = (errno.EPIPE, errno.EIO)
"""What writing to a pipe that nobody reads, or to a terminal that is gone, comes to. Nobody is to be told of that."""


class Closed(io.TextIOWrapper):
    """Standard output where it was closed beforehand. What holds its number is a device that takes nothing in."""

    def write(self, _: str) -> NoReturn:
        """Nothing can be written."""
        raise OSError(errno.EBADF, "standard output is closed")


def prepare() -> None:
    """Let no stream end the program by what it is given or gives."""
    codecs.register_error(SUBSTITUTE, _substitute)
    codecs.register(_plain)
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 (it stays open)
    elif isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    if sys.stdout is None:
        sys.stdout = Closed(open(os.devnull, "wb"), encoding="utf-8")  # noqa: SIM115, PTH123 (it stays open)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 (it stays open)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=_encoding_of(stream), errors=SUBSTITUTE)


def end_with(run: Callable[[], object]) -> NoReturn:
    """Run the program, and end it with its exit status; with FAILED where what it has to say cannot be written.

    An OSError that names no file comes from a stream that was open.
    """
    try:
        status = _status_of(run)
        sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:
            raise
        status = FAILED
        _tell(error)
        _drop()
    sys.exit(status)


def takes_utf8() -> bool:
    """Whether what is written to the terminal is UTF-8."""
    return all(is_utf8(stream) for stream in (sys.stdout, sys.__stderr__) if stream is not None)


def is_utf8(stream: TextIO) -> bool:
    """Whether what is written to a stream is UTF-8; one in memory has no encoding, and takes every sign."""
    return codecs.lookup(stream.encoding or "utf-8").name.startswith("utf-8")


def _status_of(run: Callable[[], object]) -> Any:
    """What the program says that its exit status is.

    Where a pipe is gone, Rich and Click give that of a finding; Click has put another stream in the place of standard
    output.
    """
    out = sys.stdout
    try:
        run()
    except SystemExit as end:
        if sys.stdout is not out or isinstance(end.__context__, BrokenPipeError):
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)) from None
        return end.code
    return 0


def _encoding_of(stream: TextIO) -> str:
    """The encoding of a stream. For a terminal that the environment says to be a plain one, Python takes UTF-8."""
    is_plain = (
        os.name == "posix"
        and os.environ.get("LC_ALL") in ("C", "POSIX")
        and not os.environ.keys() & {"PYTHONIOENCODING", "PYTHONUTF8"}
        and stream.isatty()
    )
    return PLAIN if is_plain or codecs.lookup(stream.encoding).name == "ascii" else stream.encoding


def _plain(name: str) -> codecs.CodecInfo | None:
    if name.replace("_", "-") != PLAIN:
        return None
    ascii_ = codecs.lookup("ascii")
    return codecs.CodecInfo(ascii_.encode, ascii_.decode, name=PLAIN, incrementalencoder=ascii_.incrementalencoder,
                            incrementaldecoder=ascii_.incrementaldecoder)  # fmt: skip


def _substitute(error: UnicodeError) -> tuple[str, int]:
    """What is written for what an encoding does not have."""
    if not isinstance(error, UnicodeEncodeError):
        raise error

    return "".join(map(plain_sign, error.object[error.start : error.end])), error.end


def _tell(error: OSError) -> None:
    from wayout.locale import shelf_strings

    if error.errno not in READER_GONE:
        with suppress(OSError):
            sys.stderr.write(shelf_strings.NOT_WRITTEN.format(why=error.strerror or error) + "\n")


def _drop() -> None:
    """What still waits to be written goes nowhere: Python would fail over it once more when it ends."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None:
                try:
                    stream.flush()
                except OSError:
                    os.dup2(nowhere, stream.fileno())


UNKNOWN = "?"
SIGNS = {
    **dict.fromkeys("‘’‚‛′ʼ‹›", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("·•‐‑‒–—―−∙⁃", "-"),
    "…": "...",
    "⁄": "/",
    "×": "x",
    "€": "EUR",
    "Æ": "AE",
    "æ": "ae",
    "Đ": "D",
    "đ": "d",
    "Ł": "L",
    "ł": "l",
    "Ø": "O",
    "ø": "o",
    "Œ": "OE",
    "œ": "oe",
    "Þ": "Th",
    "þ": "th",
    "ß": "ss",
    "ı": "i",
    **dict.fromkeys("→⇒▶►❯⤳", ">"),
    **dict.fromkeys("←⇐◀◄❮↺", "<"),
    **dict.fromkeys("↑▲", "^"),
    **dict.fromkeys("↓▼", "v"),
    "●": "*",
    "◆": "@",
    "◐": "%",
    "○": "o",
    "░": ":",
    "▒": "/",
    "▓": "+",
    "█": "#",
    "◇": "o",
    "■": "#",
    "□": "=",
    "☐": "=",
    "✗": "x",
    "✓": "v",
    **dict.fromkeys("─━┄┅┈┉═╌╍╴╶╸╺", "-"),
    **dict.fromkeys("│┃┆┇┊┋║╎╏╵╷╹╻", "|"),
    "╱": "/",
    "╲": "\\",
}
"""In drawings a sign takes the place of one, so that what stands below one another still does."""
DRAWN = {range(0x2500, 0x2580): "+", range(0x2580, 0x25A0): "#", range(0x2800, 0x2801): " ", range(0x2801, 0x2900): ":"}
"""Corners and crossings of lines, blocks, and the dots of Braille."""


def plain_sign(character: str) -> str:
    """The sign itself if it has one; of a letter with a mark, the letter; of what only joins or marks, nothing."""
    import unicodedata

    if character in SIGNS:
        return SIGNS[character]
    drawn = next((sign for signs, sign in DRAWN.items() if ord(character) in signs), "")
    if drawn or unicodedata.category(character) in ("Mn", "Cf"):
        return drawn
    parts = unicodedata.normalize("NFKD", character)
    return "".join(SIGNS.get(part, part if part.isascii() else "") for part in parts) or UNKNOWN
