"""A writer's text is data: whatever it holds, it is shown, and does nothing."""

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from game.faces.terminal.commands import BindingCommands
from game.model.evidence import Difference, Reading
from game.model.library import Library
from game.model.story import Story
from tests.terminal.driving import SIZES, Seat, drive

TRAPS = {
    "markup": "a [sic] b [/x] c [/] [@click=app.quit]press[/] [bold red]x[/bold red] [$accent]y \\[sic] \\",
    "controls": "a\x1b[2Jb\x1b]2;title\x07" + "".join(map(chr, [*range(10), *range(11, 32), *range(127, 160)])),
    "line ends": "a\tb\r\nc\u2028d\u2029e\u202eabc",
    "long word": "w" * 10_000,
    "wide": "彼は命令を拒んだ。" * 5 + "👩‍👩‍👧‍👦 🏳️‍🌈 ❤️ 👍🏽 a\u0301\u0302\u0303 e\u200b\u200d שלום עולם",
    "empty": "",
    "blank": "   \n\n  ",
}
SHOWN = {
    "markup": ("[sic]", "[/x]", "press[/]", "red]x[/bold"),
    "controls": ("a\ufffd[2J", "\ufffd]2;title\ufffd"),
    "long word": ("wwwwwwww",),
    "wide": ("彼は命令を", "👩"),
}
"""What of a trap must be seen on each of the first screens, wherever a line ends."""


def wild(library: Library, text: str) -> Library:
    """Anton's library with a text in every field that a reader is shown."""
    return replace(
        library,
        stories={name: _filled(story, text) for name, story in library.stories.items()},
        people={name: replace(person, name=text, role=text) for name, person in library.people.items()},
        places={name: replace(place, name=text) for name, place in library.places.items()},
        documents={name: replace(document, title=text, container_title=text, language=text)
                   for name, document in library.documents.items()},
        origins={name: replace(origin, title=text, container_title=text) for name, origin in library.origins.items()},
        claims={name: replace(claim, says=text, owner=text, interest="self",
                              cites=tuple(replace(cite, quote=text, lines=text) for cite in claim.cites),
                              differs=_differs(text, claim.cites))
                for name, claim in library.claims.items()},
    )  # fmt: skip


def _differs(text: str, cites: Any) -> Any:
    readings = (Reading(says=text, cites=cites), Reading(says=text, cites=cites))
    return (Difference(on=text, weight="substance", why=text, readings=readings),)


def _filled(story: Story, text: str) -> Story:
    data: dict[str, Any] = msgspec.to_builtins(story)
    data |= {"title": text, "teaser": text}
    for variable in data["situation"].values():
        variable |= {"label": text, "values": dict.fromkeys(variable["values"], text)}
    for scene in data["scenes"].values():
        scene["text"] = [{"text": text, "editorial": index % 2 == 1} for index in range(2)]
        scene["ask"] = text
        for choice in scene["choices"].values():
            choice["label"] = text
            outcome = choice["outcome"] if isinstance(choice["outcome"], dict) else {"is": "recorded"}
            choice["outcome"] = [outcome | {"text": text}, outcome | {"text": text, "is": "rule"}]
        if scene["choices"]:
            closed = {
                "label": text,
                "act": "leave",
                "to": "back",
                "if": [{"seen": ["no"]}],
                "otherwise": {"text": text},
            }
            scene["choices"]["closed"] = closed
        if scene["ending"]:
            scene["ending"] |= {"text": text, "unknown": [text, text]}
        scene["discuss"] = [{"ask": text, "expect": [text]}]
    return msgspec.convert(data, Story)


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_of_a_writer_acts_or_is_lost(invented: Library, trap: str) -> None:
    async def play(seat: Seat) -> None:
        seen = [seat.text]
        for key in ("1", "1", "s", "pagedown", "escape", "question_mark", "escape", "1", "s", "escape", "space", "end"):
            await seat.press(key)
            seen.append(seat.text)
            assert seat.app.is_running
        for _ in range(60):
            if "Here the article" in seat.text or seat.name != "ReadingScreen":
                break
            await seat.press("enter")
        seen.append(seat.text)
        await seat.press("s", "end", "escape")
        everything = "\n".join(seen)
        assert seat.app.is_running
        assert not any(ord(character) < 32 and character != "\n" for character in everything)
        assert not any(127 <= ord(character) < 160 for character in everything)
        for words in SHOWN.get(trap, ()):
            assert all(words in screen for screen in seen[:4]), f"{words}:\n" + "\n".join(seen[:4])

    drive(wild(invented, TRAPS[trap]), play)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_click_on_a_written_link_is_only_a_choice(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("[sic]")
        assert seat.app.is_running
        assert seat.name == "NoticeScreen"

    drive(wild(invented, TRAPS["markup"]), play, size=size)


def test_the_palette_offers_what_the_keys_do_and_does_it(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        provider = BindingCommands(seat.app.screen)
        offered = [hit async for hit in provider.discover()]
        assert "Show what this page rests on" in [str(hit.display) for hit in offered]  # type: ignore[union-attr]
        found = [hit async for hit in provider.search("this page rests")]
        assert len(found) == 1
        found[0].command()
        await seat.pilot.pause()
        assert seat.name == "SourcesScreen"

    drive(invented, play, story="anton", scene="the-order")


def test_the_palette_opens_over_a_page_and_has_textuals_own_commands_too(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("ctrl+p")
        await seat.pilot.pause(0.2)
        assert seat.name == "CommandPalette"
        assert "Theme" in seat.text
        assert "Show what this page rests on" in seat.text

    drive(invented, play, story="anton", scene="the-order", size=(120, 40))
