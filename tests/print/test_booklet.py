"""The printed booklet plays the same paths as the game: its sections, its numbers, its sheets, its words."""

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given

from tests.invented.records import RECORDS
from tests.invented.stories import CONDITIONS_MET_OR_NOT, VALUES
from tests.support.playing import texts_of
from tests.support.walking import different_states
from tests.support.wild import TRAPS, wild
from wayout.faces.print.booklet import as_html
from wayout.locale import strings
from wayout.model.conditions import holds
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.story import Story, Variable
from wayout.play.moves import RETURN, Enter, encode
from wayout.play.state import Playthrough, Reader, State
from wayout.play.step import begin, choose, moves, step_from
from wayout.views.page import page
from wayout.views.sections import booklet, condition_told

FULL, GENTLE = Reader(), Reader(gentle=True)
SHIPPED = load(shipped()).library
STORIES = tuple(sorted(SHIPPED.stories))


class Paper(HTMLParser):
    """What stands in a booklet: of each section its key, its text, and the ways on as they stand there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sections: dict[str, tuple[str, str, str]] = {}
        self.numbers: dict[tuple[str, str, str], str] = {}
        self.texts: dict[str, str] = {}
        self.ways: dict[str, dict[str, tuple[str, str]]] = {}
        """Of each section, for each move: where its number leads, and what stands there."""
        self.whens: dict[str, dict[str, str]] = {}
        """Of each section, for each move with a condition: its words."""
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self._at = self._move = ""
        self._is_when = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids |= {found["id"]} if "id" in found else set()
        self.links |= {found["href"]} if "href" in found else set()
        if tag == "article":
            self._at = found["id"]
            key = (found["data-story"], found["data-scene"], found["data-choice"])
            self.sections[self._at], self.numbers[key] = key, self._at
            self.texts[self._at], self.ways[self._at], self.whens[self._at] = "", {}, {}
        elif tag == "li" and "data-move" in found:
            self._move = found["data-move"]
            self.ways[self._at][self._move] = ("", "")
        elif tag == "a" and self._move and found["href"].startswith("#s"):
            self.ways[self._at][self._move] = (found["href"][1:], "")
        elif tag in ("p", "span", "li", "h3", "h4") and self._at:
            self._is_when = tag == "span" and found.get("class") == "when" and bool(self._move)
            self.handle_data("\n" if tag != "span" or found.get("class") == "note" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self._is_when = False
        if tag == "li":
            self._move = ""
        if tag == "article":
            self.texts[self._at] = " ".join(self.texts[self._at].split())
            self._at = ""

    def handle_data(self, data: str) -> None:
        if self._at:
            self.texts[self._at] += data
        if self._move:
            to, told = self.ways[self._at][self._move]
            self.ways[self._at][self._move] = (to, told + data)
        if self._is_when and data.startswith("Only if "):
            self.whens[self._at][self._move] = data.removeprefix("Only if ").removesuffix(": ")


def paper(library: Library, stories: tuple[str, ...], reader: Reader = FULL, **how: bool) -> Paper:
    return Paper(as_html(booklet(library, stories, reader, **how)))


def key(state: State) -> tuple[str, str, str]:
    return (state.story, state.scene, state.shown or "")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def shipped_paper() -> Paper:
    return paper(SHIPPED, STORIES)


@pytest.mark.parametrize("name", STORIES)
def test_each_page_of_the_game_is_a_section_with_its_words_and_each_move_leads_where_it_does_there(
    name: str, shipped_paper: Paper
) -> None:
    for state in different_states(SHIPPED, name):
        here = shipped_paper.numbers[key(state)]
        shown, text = page(SHIPPED, state, FULL), shipped_paper.texts[here]
        told = [block.text for block in shown.blocks] + [shown.ask, shown.where]
        if shown.reveal is not None:
            told += [shown.reveal.label, *texts_of(shown.reveal)]
        if shown.close is not None:
            told += [shown.close.head, shown.close.as_of, *shown.close.text.split("\n\n"), *shown.close.unknown]
        told += [one for move in shown.moves if move.move != RETURN for one in (move.label, move.notice)]
        told += [f"therwise: {move.reason}" for move in shown.moves if not move.is_open]
        assert [one for one in told if flat(one) not in text] == []
        sheet, boxes = _kept(shipped_paper, state)
        whens = shipped_paper.whens[here]
        ways = {move: to for move, (to, _) in shipped_paper.ways[here].items()
                if move not in whens or _evaluated(whens[move], sheet, boxes)}  # fmt: skip
        offered = {encode(move): move for move in moves(SHIPPED, state) if move != RETURN}
        assert sorted(ways) == sorted(offered)
        for move, to in ways.items():
            assert shipped_paper.sections[to] == key(step_from(SHIPPED, state, offered[move]))


def _kept(found: Paper, state: State) -> tuple[dict[str, str], set[str]]:
    """The sheet of a reader who kept it up to a state, and the boxes that she ticked."""
    story = SHIPPED.stories[state.story]
    situation = dict(state.situation)
    sheet = {one.label: one.values.get(situation[name], strings.NOT_TOLD) for name, one in story.situation.items()}
    ticked = [*((scene, "") for scene in state.seen), *(one.split("/") for one in state.chose)]
    return sheet, {found.numbers[state.story, scene, choice][1:] for scene, choice in ticked}


def test_a_reader_who_keeps_the_sheets_as_she_is_told_has_the_situation_of_the_game(shipped_paper: Paper) -> None:
    """Also inside other records, and back from them by the numbers that she wrote down."""
    entered = returned = 0
    for seed in range(150):
        random = Random(seed)
        name = random.choice(STORIES)
        sheets = {one: _opening(SHIPPED.stories[one]) for one in STORIES}
        notes: list[str] = []
        play: Playthrough = begin(SHIPPED, name)
        at = shipped_paper.numbers[key(play.state)]
        for _ in range(25):
            offered = moves(SHIPPED, play.state)
            if not offered or len(play.state.left) > 1:
                break
            move = random.choice(offered)
            before = play.state
            play = choose(SHIPPED, play, move)
            if move == RETURN:
                at = notes.pop()
                returned += 1
            else:
                at, told = shipped_paper.ways[at][encode(move)]
                _write(sheets, play.state.story, told)
                entered += isinstance(move, Enter)
                notes += [f"s{number}" for number in re.findall(r"“Come back to”, write (\d+)", told)]
            assert shipped_paper.sections[at] == key(play.state)
            if play.state.story != before.story and any(fork.story == play.state.story for fork in play.state.left):
                break
            sheet = {name: value for name, value in sheets[play.state.story].items() if value != strings.NOT_TOLD}
            story = SHIPPED.stories[play.state.story]
            if story.person is None:  # a page of a road tells what its answers have made of the situation
                opening = {one.label: one.values.get(one.start) for one in story.situation.values()}
                sheet = {name: value for name, value in sheet.items() if value != opening[name]}
            assert sheet == dict(page(SHIPPED, play.state, FULL).situation)
    assert entered > 50
    assert returned > 50


def _opening(story: Story) -> dict[str, str]:
    return {one.label: one.values.get(one.start, strings.NOT_TOLD) for one in story.situation.values() if one.label}


def _write(sheets: dict[str, dict[str, str]], story: str, told: str) -> None:
    for line in re.findall(r"On the sheet of [^:]+: ([^\n]+)\.", told):
        sheets[story].update(tuple(one.split(": ", 1)) for one in line.split("; "))


def test_the_first_section_of_a_record_is_its_beginning_and_the_others_are_shuffled_or_in_order() -> None:
    for name in STORIES:
        mixed, ordered = paper(SHIPPED, (name,)), paper(SHIPPED, (name,), in_order=True)
        start = (name, SHIPPED.stories[name].start, "")
        assert mixed.numbers[start] == ordered.numbers[start] == "s1"
        assert set(mixed.numbers) == set(ordered.numbers)
        assert list(mixed.numbers) != list(ordered.numbers)
        scenes = [scene for _, scene, choice in ordered.numbers if not choice]
        assert scenes == list(dict.fromkeys((SHIPPED.stories[name].start, *SHIPPED.stories[name].scenes)))


def test_every_link_leads_to_something_and_nothing_is_fetched(shipped_paper: Paper) -> None:
    html = as_html(booklet(SHIPPED, STORIES, FULL))
    assert {link[1:] for link in shipped_paper.links if link.startswith("#")} <= shipped_paper.ids
    assert "default-src 'none'" in html
    assert not re.search(r"<script|<link|<img|url\(|@import|\bon\w+=", html)
    assert all(word in html for word in ("Sources", "The war", "If this troubles you", "Glossary"))


def test_a_record_that_is_not_in_the_booklet_is_said_to_be_missing() -> None:
    made = booklet(RECORDS, ("vesna",), FULL)
    found = Paper(as_html(made))
    missing = [told for ways in found.ways.values() for to, told in ways.values() if not to]
    assert missing
    assert all("this record is not in the booklet" in told for told in missing)
    assert any("The steps into the record of Wim" in line for line in made.not_carried)


def test_the_gentle_wording_reaches_the_booklet() -> None:
    full, gentle = (as_html(booklet(RECORDS, tuple(RECORDS.stories), reader)) for reader in (FULL, GENTLE))
    assert "himself injured" in full
    assert "himself injured" not in gentle


def test_no_soldier_is_called_you(shipped_paper: Paper) -> None:
    """Only what is asked of those who discuss the record says it."""
    told = [
        re.sub(r"“[^”]*”", "", text.partition(strings.DISCUSS_HEAD)[0].replace(strings.CARE_HERE, ""))
        for text in shipped_paper.texts.values()
    ]
    assert [text for text in told if re.search(r"\byour?\b", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_of_a_writer_is_markup(invented: Library, trap: str) -> None:
    plain, found = (paper(wild(invented, text), ("anton", "boris")) for text in ("Plain words.", TRAPS[trap]))
    assert found.sections == plain.sections
    assert found.ids == plain.ids
    assert "\x1b" not in "".join(found.texts.values())


@pytest.fixture(scope="module")
def conditional(library: Library) -> Library:
    """A story whose texts and choices hang on papers, and on what was seen and chosen."""
    story = """
        title: The gate
        teaser: A gate.
        person: vesna
        start: at-the-gate
        situation: {papers: {label: Papers, values: {none: None, visa: A visa}, start: none}}
        scenes:
          at-the-gate:
            text:
              - {text: A gate.}
              - {if: {seen: office}, text: He has been at the office.}
            ask: What now?
            choices:
              ask: {label: Ask, act: run, set: {papers: visa}, to: office}
              fly: {label: Fly, act: run, if: {papers: visa, chose: at-the-gate/ask}, by: vesna, to: away,
                    otherwise: {text: He has no papers., claims: []}}
              show: {label: Show it, act: run, only: {papers: visa}, to: away}
              hide: {label: Hide it, act: run, only: {papers: visa}, if: {not: {seen: office}}, to: away,
                     otherwise: {text: They have seen it., claims: []}}
          office: {text: An office., next: at-the-gate}
          away: {text: Away., ending: {kind: as-published, text: [{text: Gone.}, {text: Legally., if: {papers: visa}}]}}
    """
    return msgspec.structs.replace(library, stories={"gate": msgspec.convert(yaml.safe_load(story), Story)})


def test_what_hangs_on_the_situation_is_said_with_the_sheet_and_the_boxes(conditional: Library) -> None:
    found = paper(conditional, ("gate",), in_order=True)
    gate, asked = found.texts["s1"], found.ways["s2"]["go on"][1]
    office = found.numbers["gate", "office", ""][1:]
    assert f"If box {office} is ticked: He has been at the office." in gate
    assert "Only if Papers: A visa and box 2 is ticked: Fly → turn to".replace("→ ", "") in gate
    assert "Otherwise: He has no papers." in gate
    assert "Only if Papers: A visa: Show it turn to" in gate
    assert f"Only if Papers: A visa and box {office} is not ticked: Hide it turn to" in gate
    assert "Otherwise, if Papers: A visa: They have seen it." in gate
    assert "Gone. If Papers: A visa: Legally." in found.texts[found.numbers["gate", "away", ""]]
    assert "On the sheet of Vesna: Papers: A visa." in asked
    assert "Tick box 2." in asked
    assert f"Tick box {office}." in found.ways[f"s{office}"]["go on"][1]


def _evaluated(told: str, sheet: dict[str, str], boxes: set[str]) -> bool:
    """What the words of a condition say of a sheet, as a reader understands them who knows its lines and values."""
    begins = "|".join((r"\(", "box ", "anything holds", "nothing of this", *(re.escape(f"{one}: ") for one in sheet)))
    join = rf"(?:, or | and )(?={begins})"
    tokens: list[str] = re.findall(rf"\(|\)|{join}|(?:(?!{join}|[()]).)+", told)

    def whole() -> bool:
        parts, joins = [part()], set()
        while tokens and tokens[0] in (", or ", " and "):
            joins.add(tokens.pop(0))
            parts.append(part())
        assert len(joins) < 2, "without brackets, nobody knows what belongs together"
        return any(parts) if ", or " in joins else all(parts)

    def part() -> bool:
        token: str = tokens.pop(0)
        if token == "(":
            found = whole()
            assert tokens.pop(0) == ")"
            return found
        if token in ("anything holds", "nothing of this"):
            return bool(token == "anything holds")
        if box := re.fullmatch(r"box (\S+) is (not )?ticked", token):
            is_ticked = box[1] in boxes
            return is_ticked is (box[2] is None)
        label, values = token.split(": ", 1)
        is_denied = values.startswith("anything but ")
        is_among = sheet[label] in values.removeprefix("anything but ").split(" or ")
        return is_among is not is_denied

    found = whole()
    assert not tokens
    return found


@given(*CONDITIONS_MET_OR_NOT)
def test_the_words_of_a_condition_mean_what_it_means(
    condition: Any, situation: dict[str, str], seen: set[str], chose: set[str]
) -> None:
    story = Story(title="", teaser="", start="", scenes={}, situation={
        name: Variable(label=name.title(), values={value: f"{value}!" for value in values})
        for name, values in VALUES.items()})  # fmt: skip
    told = condition_told(story, condition, lambda _, what: what)
    sheet = {name.title(): strings.NOT_TOLD if value == "unknown" else f"{value}!" for name, value in situation.items()}
    assert _evaluated(told, sheet, seen | chose) == holds(condition, situation, seen, chose)


def test_the_command_writes_a_booklet_and_tells_what_it_cannot_carry(wayout: list[str], tmp_path: Path) -> None:
    def run(*said: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*wayout, "export", "booklet", *said], capture_output=True, text=True, timeout=60, check=False
        )

    file = tmp_path / "booklet.html"
    done = run("ivo", "-o", str(file), "--content", "gentle", "--paper", "a4")
    assert (done.returncode, done.stdout) == (0, "")
    assert "It draws no map" in done.stderr
    assert file.read_text(encoding="utf-8") == as_html(booklet(RECORDS, ("ivo",), GENTLE), "a4")
    assert run("nobody", "-o", str(file)).returncode == 2
    gone = run("ivo", "-o", str(tmp_path / "no" / "booklet.html"))
    assert (gone.returncode, "Nothing was written" in gone.stderr, "Traceback" in gone.stderr) == (3, True, False)


def test_on_paper_a_section_is_broken_where_pages_are_small_and_nothing_runs_out_of_the_page(tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    if not Path("/usr/bin/chromium").exists():
        pytest.skip("there is no Chromium here")
    for paper in ("a4", "a5"):
        (tmp_path / f"{paper}.html").write_text(as_html(booklet(RECORDS, ("vesna",), FULL), paper), encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 460, "height": 700})
        failed: list[str] = []
        tab.on("console", lambda message: failed.append(message.text))
        for paper, breaks in (("a4", "avoid"), ("a5", "auto")):
            tab.goto((tmp_path / f"{paper}.html").as_uri())
            for media in ("screen", "print"):
                tab.emulate_media(media=media)
                assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
            section = "document.querySelector('article:not(.ending)')"
            assert tab.evaluate(f"getComputedStyle({section}).breakInside") == breaks
        pdf = tab.pdf(prefer_css_page_size=True)
        browser.close()
    assert failed == []
    assert re.search(rb"/MediaBox \[0 0 (419|420)[.\d]* (594|595)[.\d]*\]", pdf), "A5"
