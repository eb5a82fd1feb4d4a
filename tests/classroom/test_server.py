"""The class server, asked over real sockets: what pupils do works, and what else is tried does nothing."""

import asyncio
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.routing import Route

from tests.classroom.classes import CODE, Held, commanded, files, free_port, run
from tests.classroom.pupils import Pupil, connect, hang_up
from tests.invented.asked import asked
from tests.invented.long_road import long_road
from wayout.classroom import access_code, http_server
from wayout.classroom.board_view import board
from wayout.classroom.http import HEADERS
from wayout.locale import classroom_strings, reader_strings, strings
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.model.prompts import PARTS

pytestmark = pytest.mark.smoke

PUPILS = str(Path(__file__).with_name("pupils.py"))


def test_a_pupil_joins_plays_marks_goes_back_and_reads_her_trail(library: Library) -> None:
    async def play(of: Held) -> None:
        pupil = Pupil(of.port)
        assert await pupil.ask("/records") == 200
        assert 'name="code"' in pupil.page, "without a seat, the door"
        assert await pupil.join("1234 5678") == 200
        assert "Ivo Brandt" in pupil.page
        assert await pupil.begin("ivo") == 200
        assert pupil.moves == ["go on"]
        await pupil.move("go on")
        assert "What does he choose?" in pupil.page
        await pupil.move(pupil.moves[0])
        assert "what could anyone know of this?" in pupil.page
        await pupil.move("mark rule")
        assert re.search(r'class="stamp"[^>]* popovertarget="means-(not-)?taken(-by)?"[^>]*>(not )?taken', pupil.page)
        assert re.search(r'class="means" id="means-(not-)?taken', pupil.page)
        at = pupil.at
        for what, says in (
            ("log", strings.LOG),
            ("debrief", "record"),
            ("sources", "Sources"),
            ("glossary", "Glossary"),
        ):
            assert await pupil.ask(at.replace("/at/", f"/beside/{what}/")) == 200
            assert says in pupil.page
        (undo,) = re.findall(r'href="([^"]*)">Undo<', await pupil.read(at))
        await pupil.ask(undo)
        assert pupil.steps == 2
        await pupil.ask(at)
        assert pupil.at == at, "what is loaded again is the same page"

    run(library, play)


def test_the_end_of_a_road_leads_back_to_where_a_door_was_shut_and_to_the_first_question(invented: Library) -> None:
    async def play(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.ask("/begin", {"story": "long", "move": "full"})
        for move in ("pressed", "go on", "refuse", "go on", "home", "go on"):
            await pupil.move(move)
        assert pupil.moves == ["decision 2", "decision 1"], "no way into a record that is no part of the lesson"
        end = pupil.at
        await pupil.move("decision 2")
        assert pupil.steps == 2
        assert "Refuse" in pupil.page, "the answer that shut the door can be given otherwise"
        await pupil.ask(end)
        await pupil.move("decision 9")
        assert pupil.at == end
        await pupil.move("decision 1")
        assert pupil.steps == 0
        assert "Which does the road follow?" in pupil.page

    run(long_road(invented), play, "long", asks=False)


def test_an_end_leads_back_to_what_a_class_calls_its_list(library: Library) -> None:
    async def play(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        chosen = {stop.scene: stop.choice for stop in recorded_path("ivo", library.stories["ivo"]).stops}
        while 'class="page ending"' not in pupil.page:
            await pupil.move(next((one for one in chosen.values() if one in pupil.moves), pupil.moves[0]))
        assert classroom_strings.TO_RECORDS in pupil.page
        assert strings.TO_LIBRARY not in pupil.page

    run(library, play, "ivo", asks=False)


def test_a_road_goes_on_at_once_for_a_pupil_who_read_two_records_on_other_paths(invented: Library) -> None:
    async def play(of: Held) -> None:
        pupil = await of.pupil()

        async def on_the_road() -> str:
            await pupil.ask("/begin", {"story": "long", "move": "full"})
            for move in ("paid", "go on", "refuse"):
                await pupil.move(move)
            return pupil.page

        assert reader_strings.WALK_ON in await on_the_road()
        for story, moves in (("anton", ("refuse", "go on")), ("boris", ("load", "go on"))):
            await pupil.ask("/begin", {"story": story, "move": "full"})
            while 'class="page ending"' not in pupil.page:
                await pupil.move(next((one for one in moves if one in pupil.moves), pupil.moves[0]))
        page = await on_the_road()
        assert reader_strings.WALK_ON not in page
        assert strings.GO_ON in page

    run(long_road(invented), play, "long", "anton", "boris", asks=False)


def test_what_stood_beside_a_line_in_hand_is_told_in_full_once(library: Library) -> None:
    async def play(of: Held) -> None:
        pupil = await of.pupil()
        pages = []
        for _ in range(2):
            await pupil.begin("vesna")
            while not any(move.startswith("take ") for move in pupil.moves):
                await pupil.move(pupil.moves[0])
            await pupil.move(next(move for move in pupil.moves if move.startswith("take ")))
            await pupil.move("go")
            await pupil.move("enter wim/five-in-the-morning")
            pages.append(pupil.page)
        first, again = pages
        assert "Wim is told to row." in first
        assert reader_strings.TOUCHED_BEFORE in again
        assert "Wim is told to row." not in again

    run(asked(library), play, "vesna", "wim", asks=False, parts=PARTS)


def test_a_pupil_has_a_notebook_that_leads_to_her_own_pages_and_none_where_her_part_is_off(library: Library) -> None:
    async def play(of: Held) -> None:
        pupil = Pupil(of.port)
        assert await pupil.join("1234 5678") == 200
        assert reader_strings.NOTEBOOK in pupil.page
        assert await pupil.begin("vesna") == 200
        await pupil.move("reply name tell")
        await pupil.move("go on")
        assert await pupil.ask(pupil.at.replace("/at/", "/beside/notebook/")) == 200
        assert "His name he [does not tell]." in pupil.page
        (back,) = re.findall(r'href="([^"]*)">Vesna:<', pupil.page)
        await pupil.ask(back)
        assert "His name he" in pupil.page
        assert await pupil.begin("wim") == 200
        await pupil.ask("/beside/notebook/")
        assert "His name he [does not tell]." in pupil.page, "of every record that she began"

    run(asked(library), play, "vesna", "wim", parts=PARTS)

    async def without(of: Held) -> None:
        pupil = Pupil(of.port)
        assert await pupil.join("1234 5678") == 200
        assert reader_strings.NOTEBOOK not in pupil.page
        assert await pupil.begin("vesna") == 200
        assert reader_strings.NOTEBOOK not in pupil.page
        await pupil.ask(pupil.at.replace("/at/", "/beside/notebook/"))
        assert reader_strings.NOTEBOOK_LEAD not in pupil.page

    run(asked(library), without, "vesna", "wim")


def test_at_an_end_a_pupil_can_read_the_record_by_one_paper_only(library: Library) -> None:
    async def play(of: Held) -> None:
        pupil = Pupil(of.port)
        assert await pupil.join("1234 5678") == 200
        assert await pupil.begin("vesna") == 200
        chosen = {stop.scene: stop.choice for stop in recorded_path("vesna", library.stories["vesna"]).stops}
        assert reader_strings.PAPERS_HEAD not in pupil.page
        while 'class="page ending"' not in pupil.page:
            await pupil.move(next((one for one in chosen.values() if one in pupil.moves), pupil.moves[0]))
        assert reader_strings.PAPERS_HEAD in pupil.page
        assert await pupil.ask(pupil.at.replace("/at/", "/beside/paper/")) == 200
        assert reader_strings.PAPERS_FOLDED in pupil.page
        assert "not in this paper." in pupil.page

    run(library, play, "vesna", asks=False)


def test_the_list_of_records_has_a_strip_of_time_of_what_a_pupil_has_read_to_an_end(library: Library) -> None:
    story = library.stories["wim"]
    scenes = {name: replace(scene, date="1911-05") for name, scene in story.scenes.items()}
    dated = replace(library, stories={**library.stories, "wim": replace(story, scenes=scenes)})

    async def play(of: Held) -> None:
        pupil = Pupil(of.port)
        await pupil.join("1234 5678")
        await pupil.begin("wim")
        await pupil.ask("/records")
        assert "1911" not in pupil.page
        await pupil.begin("wim")
        own = [stop.choice for stop in recorded_path("wim", story).stops if stop.choice is not None]
        while on := next((one for one in (*own, "go on") if one in pupil.moves), None):
            await pupil.move(on)
        await pupil.ask("/records")
        assert reader_strings.STRIP.format(strip="1911 ·░··") in pupil.page

    run(dated, play, "wim", asks=False)


def test_every_link_of_a_page_leads_somewhere(library: Library) -> None:
    """Along a record, what is told of its sources, versions, terms and trail is there."""

    async def follow(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("vesna")
        followed: set[str] = set()
        for _ in range(8):
            at = pupil.at
            for link, name in re.findall(r'href="(/beside/[^"#]*)#?([^"]*)"', pupil.page):
                followed.add(link.split("/")[2])
                assert await pupil.ask(link) == 200, link
                assert not name or f'id="{name}"' in pupil.page, f"{link}#{name}"
            await pupil.ask(at)
            if not pupil.moves:
                break
            await pupil.move(pupil.moves[0])
        assert {"sources", "versions", "glossary", "log", "debrief", "evidence"} <= followed

    run(library, follow, "vesna", asks=False)


def test_wrong_codes_open_nothing_and_the_right_one_is_let_in_after_them_behind_one_address(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_code, "WRONG_CODE_DELAY", 0.01)

    async def guess(of: Held) -> None:
        pupil = Pupil(of.port)
        statuses = [await pupil.join("00000000") for _ in range(12)]
        assert statuses == [403] * 10 + [429] * 2
        assert of.lesson.room.held == (0, 0)
        assert pupil.cookie == ""
        assert any("guesses the code: 12 wrong" in one for one in board(of.lesson).warnings)
        assert await pupil.join(CODE) == 200
        assert await Pupil(of.port).join(CODE) == 200

    run(library, guess)


def test_two_thousand_guesses_over_the_network_open_nothing_and_stop_nobody(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_code, "WRONG_CODE_DELAY", 0.01)

    async def guess(of: Held) -> None:
        inside = await of.pupil()
        guessers = [Pupil(of.port) for _ in range(20)]

        async def many(one: Pupil, first: int) -> set[int]:
            return {await one.ask("/join", {"code": f"{first + n:08}"}) for n in range(100)}

        statuses = await asyncio.gather(*(many(one, 100 * n) for n, one in enumerate(guessers)))
        assert set().union(*statuses) <= {403, 429}
        assert of.lesson.room.held == (1, 0)
        await inside.leave()
        assert await inside.begin("ivo") == 200

    run(library, guess)


def test_a_forged_seat_gets_no_further_than_the_door(library: Library) -> None:
    async def forge(of: Held) -> None:
        pupil = Pupil(of.port)
        pupil.jar[f"seat-{of.port}"] = "A" * 24
        assert await pupil.ask("/at/1/0") == 200
        assert 'name="code"' in pupil.page
        assert await pupil.ask("/move/1/0", {"move": "go on"}) == 200
        assert 'name="code"' in pupil.page
        assert of.lesson.room.held == (0, 0)

    run(library, forge)


@pytest.mark.parametrize(
    "code",
    ["ivo.a.zzzz", "ivo.a." + "0" * 3000, "ivo", "ivo..%C3%A9", "ivo.a.%00", "nobody.a.0", "vesna.a.0", "..%2f"],
)
def test_a_forged_path_is_only_another_play_or_leads_to_the_records(library: Library, code: str) -> None:
    async def forge(of: Held) -> None:
        pupil = Pupil(of.port)
        pupil.jar[f"path-{of.port}"] = code
        assert await pupil.join(CODE) == 200
        assert "<h1" in pupil.page
        assert of.lesson.room.faults == []

    run(library, forge)


@pytest.mark.parametrize(
    "page", ["ivo.a.0", "1/1", "2/0", "1/" + "9" * 5000, "9" * 5000 + "/0", "-1/0", "1/0/", "", "1/%00"]
)
def test_a_page_that_a_seat_does_not_have_leads_to_the_records(library: Library, page: str) -> None:
    async def forge(of: Held) -> None:
        pupil, other = await of.pupil(), await of.pupil()
        await other.begin("nils")
        await other.move("go on")
        await pupil.begin("ivo")
        for way, fields in (("/at/", None), ("/move/", {"move": "go on"}), ("/move/", None), ("/beside/log/", None)):
            assert await pupil.ask(way + page, fields) == 200
            assert pupil.at == "/records"
        await pupil.ask("/at/1/0")
        assert await pupil.ask("/move/1/0", {"move": "forged"}) == 200
        assert pupil.at == "/at/1/0"
        assert of.lesson.room.faults == []

    run(library, forge)


def test_what_is_open_cannot_be_left_by_any_address(library: Library) -> None:
    async def leave(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        await pupil.move("go on")
        for move in pupil.moves:
            await pupil.ask("/at/1/1")
            await pupil.move(move)
            await pupil.move("mark nothing")
            assert not [one for one in pupil.moves if one.startswith("enter ") and "nils" not in one]
            await pupil.move("enter vesna/the-call")
            assert "Vesna" not in pupil.page.partition("<main")[2].partition("</h1>")[0]
        of.lesson.room.toggle("ivo")
        await pupil.ask("/at/1/1")
        assert pupil.at == "/records"
        assert "Nils" in pupil.page
        assert "Ivo" not in pupil.page

    run(library, leave)


@pytest.mark.parametrize("headers", [
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": ""}, {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"}, {"Sec_Fetch_Site": "none"},
], ids=str)  # fmt: skip
def test_a_form_of_another_site_does_nothing(library: Library, headers: dict[str, str]) -> None:
    async def cross(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        await pupil.move("go on")
        at, move = pupil.at, pupil.moves[0]
        for address, fields in (
            (at.replace("/at/", "/move/"), {"move": move}),
            ("/begin", {"story": "ivo", "move": "gentle"}),
            ("/join", {"code": CODE}),
        ):
            assert await pupil.ask(address, fields, **headers) == 403
        assert of.lesson.room.held == (1, 0)

    run(library, cross)


def test_loading_a_page_changes_nothing_but_where_one_is(library: Library) -> None:
    async def load(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        await pupil.move("go on")
        await pupil.move(pupil.moves[0])
        before = of.lesson.room.held
        for address in ("/at/1/0", "/beside/debrief/1/2", "/records", "/", "/join", "/begin", "/move/1/2"):
            assert await pupil.ask(address) == 200
        assert of.lesson.room.held == before
        assert set(of.lesson.room.paths(pupil.seat).codes) == {1}

    run(library, load)


def test_an_address_for_forms_leads_on_when_it_is_loaded(library: Library) -> None:
    """A click that failed may leave it in the browser."""

    async def load(of: Held) -> None:
        pupil = Pupil(of.port)
        assert await pupil.ask("/join") == 200
        assert 'name="code"' in pupil.page
        await pupil.join(CODE)
        await pupil.begin("ivo")
        await pupil.move("go on")
        page = pupil.page
        for address, to in (("/move/1/1", "/at/1/1"), ("/begin", "/records"), ("/join", "/at/1/1")):
            assert await pupil.ask(address) == 200
            assert pupil.at == to
        assert pupil.page == page

    run(library, load)


def test_no_address_leads_to_what_the_teacher_does(library: Library) -> None:
    async def list_(of: Held) -> None:
        routes = {(one.path, *sorted((one.methods or set()) - {"HEAD"}))
                  for one in of.server.app.routes if isinstance(one, Route)}  # fmt: skip
        assert routes == {
            ("/", "GET"), ("/join", "GET"), ("/join", "POST"), ("/look.css", "GET"), ("/icon.svg", "GET"),
            ("/favicon.ico", "GET"), ("/records", "GET"), ("/record/{story}", "GET"),
            ("/begin", "GET"), ("/begin", "POST"),
            ("/at/{page:path}", "GET"), ("/move/{page:path}", "GET"), ("/move/{page:path}", "POST"),
            ("/beside/{what}/{page:path}", "GET"),
        }  # fmt: skip
        assert len(of.server.app.routes) == len(routes)
        room, pupil = of.lesson.room, await of.pupil()
        before = (set(room.open), room.gentle, room.is_paused, room.is_debriefing, room.is_ended)
        for address in (
            "/end",
            "/wipe",
            "/pause",
            "/board",
            "/records/ivo",
            "/at/",
            "/move/",
            "/begin/",
            "/beside/x/y",
        ):
            fields = {"is_paused": "1", "gentle": "1", "end": "1", "move": "end"}
            await pupil.ask(address)
            await pupil.ask(address, fields)
        assert (set(room.open), room.gentle, room.is_paused, room.is_debriefing, room.is_ended) == before

    run(library, list_)


def test_every_answer_forbids_scripts_frames_and_whatever_is_elsewhere(library: Library) -> None:
    async def look(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        for address in ("/", "/records", "/at/1/0", "/look.css", "/icon.svg", "/nowhere", "/join"):
            reader, writer = await connect(of.port)
            writer.write(f"GET {address} HTTP/1.1\r\nHost: localhost\r\nCookie: {pupil.cookie}\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            for name, value in HEADERS.items():
                if name != "Cache-Control":
                    assert f"{name}: {value}".lower() in head
            assert "\nserver:" not in head
            assert "set-cookie: seat" not in head
        assert "default-src 'none'" in HEADERS["Content-Security-Policy"]
        assert "script" not in HEADERS["Content-Security-Policy"]

    run(library, look)


def test_pause_gentle_debrief_and_closed_records_reach_every_page(library: Library) -> None:
    async def lead(of: Held) -> None:
        room, pupil = of.lesson.room, await of.pupil()
        await pupil.begin("ivo")
        at = pupil.at
        room.is_paused = True
        assert await pupil.ask(at) == 200
        assert "paused" in pupil.page
        assert "Look again" in pupil.page
        room.is_paused = False
        room.is_debriefing = True
        await pupil.ask(at)
        assert f'href="{at.replace("/at/", "/beside/debrief/")}"' in pupil.page.partition("</main>")[0]
        room.is_debriefing = False
        room.open.clear()
        await pupil.ask(at)
        assert "No record is open yet" in pupil.page
        room.open.add("yann")

    run(library, lead)


def test_gentle_for_all_is_gentle_for_each_and_leaves_each_her_own_choice(library: Library) -> None:
    async def lead(of: Held) -> None:
        pupil = await of.pupil()
        of.lesson.room.gentle = True
        await pupil.ask("/record/yann")
        assert strings.CONTENT_GENTLE in pupil.page
        assert strings.CONTENT_FULL not in pupil.page
        of.lesson.room.gentle = False
        await pupil.ask("/record/yann")
        assert strings.CONTENT_FULL in pupil.page
        await pupil.begin("yann")
        while (code := pupil.at) and await pupil.move(pupil.moves[0]) == 200 and "whole crew" not in pupil.page:
            assert len(code) < 60
        full, code = pupil.page, pupil.at
        of.lesson.room.gentle = True
        await pupil.ask(code)
        assert pupil.page != full
        assert pupil.at == code
        of.lesson.room.gentle = False
        await pupil.ask(code)
        assert pupil.page == full

    run(library, lead, "yann")


def test_a_seat_survives_a_lost_network_and_comes_back_by_its_page(library: Library) -> None:
    async def lose(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        await pupil.move("go on")
        at = pupil.at
        await pupil.leave()
        assert await pupil.ask(at) == 200
        assert pupil.at == at
        assert of.lesson.room.held == (1, 0)
        await pupil.ask("/")
        assert pupil.at == at, "the tab was closed, and the address of the board typed again"

    run(library, lose)


def test_a_browser_that_keeps_no_cookie_is_told_so(library: Library) -> None:
    async def lose(of: Held) -> None:
        pupil = Pupil(of.port)
        assert await pupil.ask("/records?seated") == 403
        assert "cookie" in pupil.page

    run(library, lose)


def test_where_to_after_the_door_is_a_page_of_ours_whatever_is_asked(library: Library) -> None:
    async def go(of: Held) -> None:
        for at in ("//evil.example", "http://evil.example/", "ivo.a.%0d%0aSet-Cookie: x=1", "javascript:alert(1)"):
            pupil = Pupil(of.port)
            pupil.jar[f"path-{of.port}"] = at
            assert await pupil.ask("/join", {"code": CODE, "at": at}) == 200
            assert pupil.at == "/records?seated"

    run(library, go)


def test_killed_and_begun_again_with_the_same_code_pupils_go_on_from_their_own_page(wayout: list[str]) -> None:
    port = free_port()
    args = ("ivo", "nils", "--port", str(port), "--code", CODE)
    with commanded(wayout, *args) as first:

        async def play() -> Pupil:
            pupil = Pupil(port)
            await pupil.join(CODE)
            await pupil.begin("ivo")
            await pupil.move("go on")
            first.kill()
            await pupil.leave()
            return pupil

        pupil = asyncio.run(play())
    page = pupil.page

    async def go_on() -> None:
        assert await pupil.move(pupil.moves[0]) == 200, "a form sent into the new server"
        assert 'name="code"' in pupil.page
        assert await pupil.join(CODE) == 200
        assert pupil.page == page
        assert await pupil.move(pupil.moves[0]) == 200
        await pupil.leave()

    with commanded(wayout, *args):
        asyncio.run(go_on())


def test_sixty_pupils_make_twenty_choices_each_and_none_is_lost(wayout: list[str]) -> None:
    with commanded(wayout, "ivo", "nils", "--port", str(free_port())) as command:
        played = subprocess.run([sys.executable, PUPILS, str(command.port), command.code, "60", "20", "0.8"],
                                capture_output=True, text=True, timeout=300, check=True)  # fmt: skip
        told = json.loads(played.stdout)
        assert told["lost"] == []
        assert told["replies"] > 60 * 20 * 2
        where, tally = command.say("where"), command.say("tally 1")
        assert "60 in" in where
        counts = [int(one) for one in re.findall(r"^(\d+)  ", tally, re.MULTILINE)]
        assert all(count == 0 or count >= 5 for count in counts)
        counted = re.search(r"^First answers, (\d+) of (\d+) readers", tally, re.MULTILINE)
        assert counted, tally
        assert sum(counts) <= int(counted[1]) <= int(counted[2]) <= 60
        assert int(counted[1]) % 5 == 0


def test_nothing_is_written_and_after_the_end_nothing_is_held(wayout: list[str], tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    env = {name: str(path) for name, path in (("HOME", home), ("WAYOUT_HOME", home / "wayout"), ("TMPDIR", temporary))}
    env["PYTHONPATH"] = os.environ["PYTHONPATH"]
    subprocess.run(
        [*wayout, "play", "ivo", "--plain"], input="", env=env | {"PATH": ""}, capture_output=True, check=True
    )
    before = files(tmp_path)
    with commanded(wayout, "ivo", "--port", str(free_port()), env=env) as command:

        async def play() -> list[str]:
            pupils = [Pupil(command.port) for _ in range(12)]
            for pupil in pupils:
                await pupil.join(command.code)
                await pupil.begin("ivo")
                await pupil.move("go on")
                await pupil.move(pupil.moves[0])
            await hang_up()
            return [pupil.seat for pupil in pupils]

        seats = asyncio.run(play())
        assert len(set(seats)) == 12
        assert "12 in" in command.say("tally")
        assert "goes on" in command.say("end") + command.say("code")
        assert command.say("end").startswith("Type 'end' again")
        assert "(12 in)" in command.say("end")
        assert "Held now: 0 seats, 0 answers." in command.say("end")

        async def after() -> tuple[int, str, str]:
            pupil = Pupil(command.port)
            pupil.jar = {f"seat-{command.port}": seats[0], f"path-{command.port}": "ivo.a.0"}
            answer = await pupil.ask("/at/1/1"), pupil.page, pupil.cookie
            await hang_up()
            return answer

        status, page, cookie = asyncio.run(after())
        assert (status, "The lesson is over" in page, cookie) == (410, True, "")
        assert command.say("") == ""
        assert command.process.wait(10) == 0
    after_all = files(tmp_path)
    assert after_all == before
    assert not [name for name, data in after_all.items() for seat in seats if seat.encode() in data]


@pytest.mark.parametrize(("args", "says"), [
    (["nobody"], "There is no story 'nobody'"),
    (["ivo", "--code", "12"], "A code has 8 digits"),
    (["ivo", "--address", "198.51.100.1"], "Nothing can listen at 198.51.100.1"),
])  # fmt: skip
def test_what_cannot_be_done_is_told_with_status_2(wayout: list[str], args: list[str], says: str) -> None:
    done = subprocess.run([*wayout, "class", *args], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_told_with_another_one(wayout: list[str]) -> None:
    taken = http_server.listening(http_server.LOOPBACK, 0)
    port = taken.getsockname()[1]
    done = subprocess.run([*wayout, "class", "ivo", "--port", str(port)],
                          capture_output=True, text=True, timeout=60, check=False)  # fmt: skip
    taken.close()
    assert done.returncode == 2
    assert f"Port {port} is taken" in done.stderr
    assert f"--port {port + 1}" in done.stderr


def test_without_its_parts_the_command_says_what_to_install() -> None:
    hidden = (
        "import sys, importlib.util as u; find = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'uvicorn' else find(name, *more)\n"
        "sys.argv = ['wayout', 'class', 'ivo']\n"
        "from wayout.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", hidden], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert f"{sys.executable} -m pip install" in done.stderr
    assert done.stderr.count('"uvicorn<') == 1
    assert '"h11<' in done.stderr
    assert "[class]" not in done.stderr, "no index has this program"


def test_this_machine_alone_is_listened_to_unless_others_are_let_in(wayout: list[str]) -> None:
    with commanded(wayout, "ivo", "--port", str(free_port())) as command:
        assert "http://127.0.0.1:" in command.said
        own = http_server.own_address()
        if own is None:
            return
        done = asyncio.run(_reaches(own, command.port))
        assert not done
    with commanded(wayout, "ivo", "--lan", "--port", str(free_port())) as command:
        assert f"http://{own}:" in command.said
        assert asyncio.run(_reaches(own, command.port))


async def _reaches(host: str, port: int) -> bool:
    try:
        await connect(port, host)
    except OSError:
        return False
    await hang_up()
    return True


def test_where_there_is_one_way_on_it_stands_below_the_text(library: Library) -> None:
    async def play(of: Held) -> None:
        pupil = await of.pupil()
        assert await pupil.ask("/nowhere") == 404
        assert re.search(r'<main>.*<a href="/records" class="primary">Back to the records</a></p></main>', pupil.page)
        of.lesson.room.is_paused = True
        await pupil.ask("/records")
        assert re.search(r'<main>.*class="primary">Look again</a></p></main>', pupil.page)
        of.lesson.room.is_paused = False
        of.lesson.room.open.clear()
        await pupil.ask("/records")
        assert re.search(r'<main>.*class="primary">Look again</a></p></main>', pupil.page)

    run(library, play, "ivo")


def test_who_did_what_and_the_line_of_time_stand_there_once_the_debrief_has_begun(library: Library) -> None:
    async def play(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        assert strings.COMPARE not in pupil.page
        of.lesson.room.is_debriefing = True
        await pupil.ask(pupil.at)
        for what, name in (("compare", strings.COMPARE), ("timeline", strings.TIMELINE)):
            (to,) = re.findall(rf'href="(/beside/{what}/[^"]*)"', pupil.page)
            at = pupil.at
            await pupil.ask(to)
            assert name in pupil.page
            await pupil.ask(at)

    run(library, play, "ivo", asks=False)
