"""How do stories become one HTML file that plays without any connection?

The file forbids itself every connection by its Content-Security-Policy, and every script and style but its own, which
the policy names by hash: whatever a text holds, it is never run. What depends on a reader's trail is worked out in the
browser (engine.js and its sisters) from data; all else is written here, as templates.
"""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from game import words
from game.faces.web import html_beside
from game.faces.web.chosen import Chosen
from game.faces.web.data import FULL, GENTLE, playable
from game.faces.web.tags import Html, tag, together
from game.faces.web.tools import TOOLS, label
from game.model.beside import ASIDES, GLOSSARY
from game.play.beside import aside, glossary
from game.play.compare import compare
from game.play.reader import Reader
from game.play.timeline import timeline
from game.words import evidence, web

HERE = Path(__file__).parent
SCRIPTS = ("engine.js", "behind.js", "markup.js", "progress.js", "permalink.js", "session.js", "shell.js")
LOOK = "look.css"

_SAID = re.compile(r"\bwords\.([A-Z][A-Z_]*)\b")
"""How a script says a word of the catalogue."""
_TEXT_END = re.compile("[<\u2028\u2029\ud800-\udfff]")
"""What would end a script element or a line of a script, and what no file can hold."""


def one_file(chosen: Chosen) -> str:
    """The file: its text."""
    look = (HERE / LOOK).read_text(encoding="utf-8")
    script = "\n".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(look)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        '<link rel="icon" href="data:,">',
        tag("title", words.APP),
        f"<style>{look}</style>",
    )
    body = (
        tag("main", tag("noscript", tag("h1", words.APP), tag("p", web.NEEDS_SCRIPT)), id="page"),
        tag("div", id="bars"),
        tag("p", id="said", role="status"),
        *_templates(chosen),
        f'<script type="application/json" id="data">{as_json(_data(chosen, script))}</script>',
        f"<script>{script}</script>",
    )
    return "\n".join(
        ('<!DOCTYPE html>\n<html lang="en">\n<head>', *head, "</head>\n<body>", *body, "</body>\n</html>\n")
    )


def as_json(data: Any) -> str:
    """JSON that can stand in a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _TEXT_END.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _data(chosen: Chosen, script: str) -> dict[str, Any]:
    known = {**vars(words), **vars(evidence), **vars(web)}
    said = {name: known[name] for name in sorted(set(_SAID.findall(script)))}
    tools = [(one.id, one.key, label(one, chosen.library)) for one in TOOLS]
    return {"data": playable(chosen), "words": said, "tools": tools}


def _templates(chosen: Chosen) -> Iterator[Html]:
    """What stands beside the stories, in either wording where they are not the same."""
    library = chosen.library

    def asided(name: str) -> Callable[[Reader], Html]:
        return lambda reader: html_beside.aside(library, aside(library, name, reader), reader)

    for name in ASIDES:
        if name in library.asides:
            yield _template(name, asided(name), aside(library, name, FULL).claims)
    if library.terms:
        yield _template(GLOSSARY, lambda reader: html_beside.glossary(glossary(library, reader)))
    yield _template("compare", lambda reader: html_beside.compare(compare(library, reader)))
    dated = timeline(library, FULL)
    yield _template("timeline", lambda reader: html_beside.timeline(timeline(library, reader)), dated.claims)
    yield _template("keys", lambda _: html_beside.keys(tuple((one.shown, one.tip) for one in TOOLS)))


def _template(name: str, written: Callable[[Reader], Html], claims: tuple[str, ...] = ()) -> Html:
    full, gentle = written(FULL), written(GENTLE)
    first = tag("template", full, id=f"beside-{name}", data_claims=json.dumps(claims))
    return first if full == gentle else together(first, tag("template", gentle, id=f"beside-{name}-gentle"))


def _hash(text: str) -> str:
    """A source of a Content-Security-Policy that means one text only."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
