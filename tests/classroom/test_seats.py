"""Seats, paths and doors: what is a pupil's own, and what the others and another lesson have nothing of."""

import asyncio
import random
import re
from collections.abc import AsyncIterator
from html import unescape

import pytest

from tests.classroom.classes import CODE, Held, held, run
from tests.classroom.pupils import Pupil, hang_up
from tests.invented.asked import asked
from wayout.classroom import class_state as room_file
from wayout.classroom.board_view import board
from wayout.classroom.class_state import ReplayCache
from wayout.locale import classroom_strings, reader_strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play import permalink, step
from wayout.play.moves import Enter, Return
from wayout.play.step import moves


def title(page: str) -> str:
    """What the tab is called."""
    return unescape(re.findall("<title>(.*)</title>", page)[0])


async def to_the_end(pupil: Pupil) -> AsyncIterator[str]:
    """Play on within the record; every page that is met."""
    dice = random.Random(1)
    for _ in range(300):
        yield pupil.page
        if "page ending" in pupil.page:
            return
        within = [one for one in pupil.moves if not one.startswith(("enter ", "stay "))]
        await pupil.move(dice.choice(within or pupil.moves))
    raise AssertionError(f"no end is reached: {pupil.at}")


def test_no_address_of_a_page_holds_what_was_chosen_or_whose_record_it_is(library: Library) -> None:
    async def play(of: Held) -> None:
        pupils = [await of.pupil() for _ in range(2)]
        addresses = []
        for choice, pupil in enumerate(pupils):
            await pupil.begin("ivo")
            await pupil.move("go on")
            await pupil.move(pupil.moves[choice])
            links = re.findall(r'(?:href|action)="([^"]*)"', pupil.page)
            addresses.append(sorted(one for one in links if not one.startswith("/beside/glossary")))
        assert addresses[0] == addresses[1]
        assert not any("ivo" in one for one in addresses[0])

    run(library, play)


def test_a_path_opens_for_its_own_seat_alone(library: Library) -> None:
    async def peek(of: Held) -> None:
        one, other = await of.pupil(), await of.pupil()
        await one.begin("ivo")
        await one.move("go on")
        await other.ask(one.at)
        assert other.at == "/records"
        assert of.lesson.room.paths(other.seat).codes == {}

    run(library, peek)


def test_back_forward_and_another_choice_keep_every_page_at_its_address(library: Library) -> None:
    async def walk(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        await pupil.move("go on")
        fork, first, second = pupil.at, *pupil.moves[:2]
        await pupil.move(first)
        old, old_page = pupil.at, pupil.page
        await pupil.ask(fork)
        await pupil.move(second)
        assert pupil.at != old
        assert await pupil.read(old) == old_page
        await pupil.ask(fork)
        await pupil.move(first)
        assert pupil.at == old, "the same click twice is one move"

    run(library, walk)


def test_after_the_tab_was_closed_the_address_of_the_board_leads_back(library: Library) -> None:
    async def close(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        await pupil.move("go on")
        at, page = pupil.at, pupil.page
        await pupil.leave()
        assert await pupil.read("/") == page
        await pupil.ask("/records")
        assert f'href="{at}" class="primary"' in pupil.page
        of.lesson.room.toggle("ivo")
        await pupil.ask("/")
        assert pupil.at == "/records", "not into a record that is closed"
        assert 'class="primary"' not in pupil.page

    run(library, close)


def test_the_page_of_records_leads_to_the_debrief_once_it_has_begun(library: Library) -> None:
    async def debrief(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.ask("/records")
        of.lesson.room.is_debriefing = True
        assert classroom_strings.DEBRIEF_NOW not in await pupil.read("/records"), (
            "without a path there is nothing to set beside"
        )
        await pupil.begin("nils")
        async for _ in to_the_end(pupil):
            pass
        at = pupil.at
        await pupil.move("to the library")
        assert pupil.at == "/records"
        assert classroom_strings.DEBRIEF_NOW in pupil.page
        link = at.replace("/at/", "/beside/debrief/")
        assert f'href="{link}"' in pupil.page
        assert await pupil.ask(link) == 200

    run(library, debrief, "nils")


def test_what_a_good_answer_draws_on_is_not_shown_to_pupils(library: Library) -> None:
    async def end(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("nils")
        async for _ in to_the_end(pupil):
            pass
        assert "To discuss" in pupil.page
        assert "A good answer" not in pupil.page

    run(library, end, "nils")


def test_a_choice_on_a_page_that_nobody_saw_is_not_counted(library: Library) -> None:
    async def vote(of: Held) -> None:
        seen, blind = await of.pupil(), await of.pupil()
        await seen.begin("ivo")
        await seen.move("go on")
        choice = seen.moves[0]
        await blind._once("/begin", {"story": "ivo"}, {})
        await blind._once("/move/1/0", {"move": "go on"}, {})
        await blind._once("/move/1/1", {"move": choice}, {})
        assert of.lesson.room.held == (2, 0)
        await seen.move(choice)
        assert of.lesson.room.held == (2, 1)

    run(library, vote)


def test_what_is_a_pupils_own_is_hers_survives_a_fault_and_only_gaps_and_marks_are_counted(library: Library) -> None:
    """She replies by a button of a form, passes over the next prompt, and takes a line along into another record."""

    async def part(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.ask("/record/vesna")
        assert reader_strings.WHO_YOU_ARE in pupil.page
        await pupil.begin("vesna")
        at = pupil.at
        await pupil.ask("/record/vesna")
        assert reader_strings.WHO_YOU_ARE not in pupil.page, "it is told before the first record"
        await pupil.ask(at)
        assert pupil.moves == ["reply name tell", "reply name print", "reply name both", "go on"]
        await pupil.move("reply name print")
        assert "<mark>does not want printed</mark>" in pupil.page
        assert "In the papers" in pupil.page
        assert title(pupil.page).endswith("· Vesna – Wayout")
        for move in ("go on", "go on", "go on", "go on"):
            await pupil.move(move)
        assert pupil.moves == ["refuse", "go", "take refuse"]
        await pupil.move("take refuse")
        assert of.lesson.room.held == (1, 1), "words to print are counted, a line taken along is not"
        await pupil.move("go")
        assert of.lesson.room.held == (1, 2)
        await pupil.move(next(one for one in pupil.moves if one.startswith("mark ")))
        await pupil.move("enter wim/five-in-the-morning")
        assert "You carry: Could he refuse?" in pupil.page
        page, seat = pupil.page, pupil.seat
        pupil.jar.pop(f"seat-{pupil.port}")
        assert await pupil.join(CODE) == 200
        assert pupil.seat != seat
        assert pupil.page == page
        await pupil.ask(pupil.at.replace("/at/", "/beside/debrief/").partition("?")[0])
        assert "His name he [does not want printed]." in pupil.page

    run(asked(library), part, "vesna", "wim", parts=PARTS)


def test_without_it_a_class_reads_on(library: Library) -> None:
    async def plain(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.ask("/record/vesna")
        assert reader_strings.WHO_YOU_ARE not in pupil.page
        await pupil.begin("vesna")
        assert pupil.moves == ["go on"]

    run(asked(library), plain, "vesna")


def test_a_locked_door_keeps_those_who_are_in_and_lets_nobody_else_in(library: Library) -> None:
    async def lock(of: Held) -> None:
        inside, late = await of.pupil(), Pupil(of.port)
        of.lesson.room.is_locked = True
        assert await late.join(CODE) == 503
        assert classroom_strings.JOIN_LOCKED in late.page
        assert await inside.begin("ivo") == 200
        of.lesson.room.is_locked = False
        assert await late.join(CODE) == 200

    run(library, lock)


def test_out_of_an_emptied_room_one_comes_back_to_ones_own_page_with_the_new_code(library: Library) -> None:
    async def empty(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        await pupil.move("go on")
        page = pupil.page
        of.lesson.empty()
        await pupil.ask("/at/1/1")
        assert 'name="code"' in pupil.page
        assert await pupil.join(CODE) == 403, "the old code is no longer right"
        assert await pupil.join(of.lesson.gate.code) == 200
        assert pupil.page == page

    run(library, empty)


def test_a_machine_that_takes_seats_gets_so_many_and_the_board_says_so(library: Library) -> None:
    async def take(of: Held) -> None:
        of.lesson.room.seats_per_address = 5
        taken = [await Pupil(of.port).join(CODE) for _ in range(8)]
        assert taken == [200] * 5 + [503] * 3
        assert any("3 times no seat" in one for one in board(of.lesson).warnings)
        assert await Pupil(of.port, local="127.0.0.2").join(CODE) == 200

    run(library, take)


def test_one_turns_back_into_no_record_that_was_closed_meanwhile(library: Library) -> None:
    async def turn(of: Held) -> None:
        pupil = await of.pupil()
        await pupil.begin("ivo")
        for record in ("wim", "nils"):
            for _ in range(20):
                enter = [one for one in pupil.moves if one.startswith(f"enter {record}/")]
                await pupil.move(enter[0] if enter else pupil.moves[0])
                if enter:
                    break
        assert "turn back" in pupil.moves
        at, name = pupil.at, title(pupil.page)
        assert "Nils" in name
        of.lesson.room.toggle("wim")
        await pupil.ask(at)
        assert "turn back" not in pupil.moves
        await pupil.move("turn back")
        assert (pupil.at, title(pupil.page)) == (at, name)
        of.lesson.room.toggle("wim")
        await pupil.move("turn back")
        assert "Wim" in title(pupil.page)

    run(library, turn, "ivo", "wim", "nils", asks=False)


def test_two_lessons_on_one_machine_keep_their_seats_apart(library: Library) -> None:
    async def both() -> None:
        async with held(library) as first, held(library) as second:
            pupil = await first.pupil()
            await pupil.begin("ivo")
            in_second = Pupil(second.port)
            in_second.jar = pupil.jar
            assert await in_second.join(CODE) == 200
            await in_second.begin("nils")
            assert "Ivo" in title(await pupil.read("/"))
            await in_second.leave()
            second.lesson.end()
            assert await in_second.ask("/") == 410
            assert "Ivo" in title(await pupil.read("/")), "the end of one lesson is not the other's"
            await hang_up()

    asyncio.run(both())


def test_behind_a_proxy_with_tls_cookies_are_secure_forms_are_taken_and_addresses_told_apart(library: Library) -> None:
    async def through(of: Held) -> None:
        of.lesson.room.seats_per_address = 1
        for number, status in ((1, 200), (2, 200), (2, 503)):
            pupil = Pupil(of.port)
            headers = {"Origin": "https://wayout.school.example", "X_Forwarded_For": f"10.0.0.{number}"}
            answered = await pupil.ask("/join", {"code": CODE}, **headers)
            assert answered == status
            assert pupil.secure == ({f"seat-{of.port}"} if status == 200 else set())
        assert await Pupil(of.port).ask("/", Host="wayout.school.example") == 200
        assert await Pupil(of.port).ask("/", Host="evil.example") == 421
        assert await Pupil(of.port).ask("/join", {"code": CODE}, Origin="https://evil.example") == 403

    run(library, through, public_url="https://wayout.school.example")


def test_a_page_one_step_on_makes_one_step_however_long_the_path(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    replays, code, made = ReplayCache(library), "ivo..", 0
    choose = step.choose

    def counted(*args: object) -> object:
        nonlocal made
        made += 1
        return choose(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(permalink, "choose", counted)
    for _ in range(300):
        found = replays.read(code)
        assert found is not None
        offered = moves(library, found.play.state)
        move = next((one for one in offered if isinstance(one, Return | Enter)), offered[0])
        code = permalink.moved(library, found, move)
    assert made < 300
    replays.clear()
    assert replays.read(code) == permalink.decode_trail(library, code)


def test_a_seat_that_asks_too_much_waits_while_the_others_do_not(library: Library) -> None:
    now = 0.0

    async def ask(of: Held) -> None:
        nonlocal now
        greedy, other = await of.pupil(), await of.pupil()
        await greedy.begin("ivo")
        of.lesson.room.spend(greedy.seat, room_file.MAX_BURST)
        assert await greedy.ask("/beside/log/1/0") == 429
        assert greedy.headers["refresh"].startswith("5")
        assert await greedy.ask("/move/1/0", {"move": "go on"}) == 429, "and no move is made"
        assert await other.begin("ivo") == 200
        now += room_file.MAX_BURST / room_file.MAX_SHARE
        assert await greedy.ask("/at/1/0") == 200

    run(library, ask, now=lambda: now)


def test_a_page_that_waits_goes_on_by_itself_and_no_other_does(library: Library) -> None:
    async def wait(of: Held) -> None:
        room, pupil = of.lesson.room, await of.pupil()
        await pupil.begin("ivo")
        assert "refresh" not in pupil.headers
        room.is_paused = True
        assert classroom_strings.PAUSED_SAYS in await pupil.read("/at/1/0")
        assert pupil.headers["refresh"] == "5"
        room.is_paused = False
        room.open.clear()
        assert classroom_strings.RECORDS_NONE in await pupil.read("/at/1/0")
        assert pupil.headers["refresh"] == "5"
        room.open.add("ivo")
        await pupil.ask("/records")
        assert "refresh" not in pupil.headers

    run(library, wait)


def test_every_page_has_a_title_of_its_own(library: Library) -> None:
    async def read(of: Held) -> None:
        pupil = await of.pupil()
        titles = [title(await pupil.read(one)) for one in ("/records", "/beside/glossary/", "/beside/evidence/", "/no")]
        await pupil.begin("ivo")
        kinds: dict[str, str] = {}
        async for page in to_the_end(pupil):
            kinds.setdefault(re.findall(r'class="page (\w+)"', page)[0], title(page))
        assert set(kinds) == {"scene", "mark", "outcome", "ending"}
        assert kinds["outcome"].startswith("Chosen: ")
        at = pupil.at
        asides = ("sources", "log", "debrief", *library.asides)
        titles += [title(await pupil.read(at.replace("/at/", f"/beside/{what}/"))) for what in asides]
        titles += kinds.values()
        assert len(set(titles)) == len(titles), titles
        assert all(one.endswith(" – Wayout") and len(one) > 12 for one in titles)

    run(library, read, "ivo")


def test_the_icon_is_a_picture(library: Library) -> None:
    async def look(of: Held) -> None:
        pupil = await of.pupil()
        (icon,) = re.findall(r'rel="icon" href="([^"]*)"', pupil.page)
        for address in (icon, "/favicon.ico"):
            assert await pupil.ask(address) == 200
            assert pupil.headers["content-type"].startswith("image/svg+xml")
            assert pupil.page.startswith("<svg")

    run(library, look)
