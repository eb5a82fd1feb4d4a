"""How does what a command makes come to standard output?

A text for people is written in the signs that the output has (`wayout.streams`). Of data nothing may be lost: where the
output is not UTF-8, it is escaped as its own format does that.
"""

import codecs
import sys

from wayout.streams import is_utf8

MARKUP = "xmlcharrefreplace"
"""Of HTML, SVG, and Twee, which is shown as HTML."""
JSON, MERMAID = "wayout-json", "wayout-mermaid"


def emit(text: str, escape: str = "") -> None:
    """Write a text, or data with the way in which its format escapes a sign; where there is none, nothing can fail.

    Before Python 3.14 a flush writes an empty text too, and a full disk refuses it.
    """
    if not text:
        return
    if escape and not is_utf8(sys.stdout):
        text = text.encode("ascii", escape).decode("ascii")
    sys.stdout.write(text)
    sys.stdout.flush()


def emit_yaml(text: str) -> None:
    """Write YAML, which is read as UTF-8 and has no escape for what stands without quotes."""
    if is_utf8(sys.stdout) or sys.stdout.isatty():
        emit(text)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _json(error: UnicodeError) -> tuple[str, int]:
    """JSON escapes in units of UTF-16."""
    signs, end = _signs(error)
    units = signs.encode("utf-16-be", "replace").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), end


def _mermaid(error: UnicodeError) -> tuple[str, int]:
    signs, end = _signs(error)
    return "".join(f"#{ord(sign)};" for sign in signs), end


def _signs(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end], error.end


codecs.register_error(JSON, _json)
codecs.register_error(MERMAID, _mermaid)
