"""How do stories become one HTML file that plays without any connection?

The bundler of the one-file edition: Content-Security-Policy with hashes, scripts in their order, minified style
sheet, templates as text, JSON data.

The file forbids itself every connection by its Content-Security-Policy, and every script and style but its own, which
the policy names by hash: whatever a text holds, it is never run. What its pages show is written in Python, as templates
(fragments.py); which of them holds now the scripts work out from data (data.py). What the
file tells is not encoded: who opens it in an editor, or filters mail, can read its texts; what is written more than
once stands in it once, down to words (template_tree.py).
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wayout.faces.web.data import playable
from wayout.faces.web.evidence_words import meanings
from wayout.faces.web.fragments import TOOLS, templates
from wayout.faces.web.page import look
from wayout.faces.web.subset import Subset
from wayout.faces.web.template_tree import packed
from wayout.locale import print_strings, strings
from wayout.render.html import block, document, raw, tag

HERE = Path(__file__).parent
SCRIPTS = (
    "parts.js",
    "trails.js",
    "reader_part.js",
    "engine.js",
    "history.js",
    "pages.js",
    "account.js",
    "notebook.js",
    "pictures.js",
    "panels.js",
    "progress.js",
    "permalink.js",
    "session.js",
    "input.js",
    "app.js",
)

STRICT = '"use strict";'
"""What each script begins with; in one file it holds for all that stands behind it."""
_TEXT_END = re.compile("[<\u2028\u2029\ud800-\udfff]")
"""What would end a script element or a line of a script, and what no file can hold."""


def one_file(chosen: Subset, platform: Mapping[str, Any] | None = None) -> str:
    """The file: its text; in a package also what its script is told of the learning platform."""
    names = SCRIPTS if platform is None else (*SCRIPTS[:-1], "scorm.js", SCRIPTS[-1])
    parts = ((HERE / name).read_text(encoding="utf-8").replace(STRICT, "") for name in names)
    script = STRICT + _tight("\n".join(parts))
    sheet = "" if platform is None else (HERE / "scorm.css").read_text(encoding="utf-8")
    style = _tight_style(look() + sheet)
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = block(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("link", rel="icon", href="data:,"),
        tag("title", strings.APP),
        raw("style", style),
    )
    body = block(
        "body",
        tag("main", tag("noscript", tag("h1", strings.APP), tag("p", print_strings.NEEDS_SCRIPT)), id="page"),
        tag("div", id="bars"),
        tag("p", id="said", role="status"),
        *(() if platform is None else (tag("p", id="platform", role="status"),)),
        meanings(),
        raw("script", contents(chosen, platform), type="text/plain", id="contents"),
        raw("script", script),
    )
    return document(head, body, class_="web")


def contents(chosen: Subset, platform: Mapping[str, Any] | None = None) -> str:
    """Templates and data, as the scripts take them in."""
    told = {} if platform is None else {"platform": platform}
    data = {
        "data": {**playable(chosen), **told},
        "tools": [(chosen.library.page_name(one.id), one.key) for one in TOOLS],
    }
    return packed(templates(chosen), as_json(data))


def _compact(source: str) -> str:
    """A script or a style sheet of ours without comments and indents: nobody reads it in the file."""
    bare = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())


_AROUND_RULES = re.compile(r" ?([{};,])[ \n]?|(:) ")


def _tight_style(sheet: str) -> str:
    """A style sheet without the air around its signs; what stands in quotation marks is left as it is."""
    parts = _STRING.split(_compact(sheet))
    tight = (part if at % 2 else _AROUND_RULES.sub(r"\1\2", part) for at, part in enumerate(parts))
    return "".join(tight).replace(";}", "}")


_STRING = re.compile(r'("(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)')
_AROUND_SIGNS = re.compile(r" ?(=>|[=!<>&|]+|[{};,?()]|:(?= )) ?")
_NEEDLESS_END = re.compile(r"(?<=[{;,(\[?:=&|])\n|(?<==>)\n|\n(?=[})\].?:]|&&|\|\|)")
"""A line end beside a sign by which a statement goes on, or is at its end: JavaScript puts no semicolon there."""


def _tight(script: str) -> str:
    """A script without the air around its signs; a line with a pattern, or with an odd quotation mark, keeps it."""

    def tight(line: str) -> str:
        parts = _STRING.split(line)
        if any(sign in part for part in parts[::2] for sign in "\"`'/"):
            return line
        return "".join(part if at % 2 else _AROUND_SIGNS.sub(r"\1", part) for at, part in enumerate(parts))

    return _NEEDLESS_END.sub("", "\n".join(map(tight, _compact(script).splitlines())))


def as_json(data: Any) -> str:
    """JSON that can stand in a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _TEXT_END.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _hash(text: str) -> str:
    """A source of a Content-Security-Policy that means one text only."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
