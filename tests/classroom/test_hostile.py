"""Whatever a story's text holds, on no page of the class server is it anything but text; no page leads elsewhere."""

import asyncio
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

import msgspec
from msgspec.structs import fields, replace

from tests.classroom.classes import held
from wayout.model.library import Library
from wayout.model.text import TwoWordings, web_address

HOSTILE = (
    """<script src=//evil.example>alert(1)</script>"' onload=alert(2) &lt;b&gt; </title></form><img src=x onerror=y>"""
)
SHOWN = {"title", "teaser", "text", "ask", "label", "says", "name", "why", "on", "reason", "publisher", "expect",
         "unknown", "values", "term"}  # fmt: skip
"""Fields of the model in which a writer's words stand."""


def poisoned(value: Any, name: str = "") -> Any:
    """The same, with a hostile end to everything that is shown."""
    if isinstance(value, str):
        return f"{value} {HOSTILE}" if name in SHOWN else value
    if isinstance(value, TwoWordings):
        return TwoWordings(*(f"{getattr(value, one.name)} {HOSTILE}" for one in fields(value)))
    if isinstance(value, msgspec.Struct):
        return replace(value, **{one.name: poisoned(getattr(value, one.name), one.name) for one in fields(value)})
    if isinstance(value, Mapping):
        return {key: poisoned(one, name) for key, one in value.items()}
    return tuple(poisoned(one, name) for one in value) if isinstance(value, tuple) else value


class Read(HTMLParser):
    """What stands in a page: elements, attributes, text, and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src", "action"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


KNOWN = (
    "html head meta title link body a main nav ul ol li article header h1 h2 h3 p div section form button span strong "
    "cite dl dt dd label input details summary table caption thead tbody tr th td "
    "svg desc g path circle rect line text tspan"
)
"""The elements of which our pages are made."""


def test_hostile_text_is_text_on_every_page(library: Library) -> None:
    addresses = {web_address(one.url) for one in poisoned(library).documents.values() if one.url} - {""}

    async def crawl() -> int:
        async with held(poisoned(library), "ivo", "yann") as of:
            pupil = await of.pupil()
            waiting, seen, shown = ["/", "/records", "/nowhere"], set[str](), 0
            for story in ("ivo", "yann"):
                await pupil.ask("/records")
                await pupil.begin(story)
                waiting.append(pupil.at)
                for _ in range(40):
                    if not pupil.moves:
                        break
                    await pupil.move(pupil.moves[-1] if "go on" not in pupil.moves else "go on")
                    waiting.append(pupil.at)
            while waiting:
                address = waiting.pop().partition("#")[0]
                if address in seen or len(seen) > 150:
                    continue
                seen.add(address)
                await pupil.ask(address)
                read = Read(pupil.page)
                assert read.elements <= set(KNOWN.split()), f"{address}: {read.elements}"
                assert not {one for one in read.attributes if one.startswith("on") or one == "style"}
                assert len(read.ids) == len(set(read.ids)), f"an id twice on {address}"
                ours = [one for one in read.links if one not in addresses]
                assert all((one.startswith(("/", "#")) and not one.startswith("//")) or one == "" for one in ours)
                shown += HOSTILE.replace("&lt;", "<").replace("&gt;", ">") in read.text or HOSTILE in read.text
                waiting += [one for one in read.links if one.startswith("/beside/")]
            await pupil.leave()
            assert of.lesson.room.faults == []
            return shown

    assert asyncio.run(crawl()) > 40
