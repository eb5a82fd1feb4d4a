"""A story in Twee 3: a real compiler takes it, and it plays the same paths as the game."""

import json
import re
import shutil
import subprocess
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given

from tests.invented.records import RECORDS
from tests.invented.stories import CONDITIONS_MET_OR_NOT
from tests.support.paths import CI_FOLDER
from tests.support.playing import texts_of
from tests.support.walking import different_states
from tests.support.wild import TRAPS, wild
from wayout.faces.print.twee import as_twee, expression
from wayout.locale import print_strings, strings
from wayout.model.conditions import holds
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.story import Story
from wayout.play.moves import Enter, Return, Revisit
from wayout.play.state import Reader, State
from wayout.play.step import step_from
from wayout.views.page import page

FULL, GENTLE = Reader(), Reader(gentle=True)
SHIPPED = load(shipped()).library
STORIES = tuple(sorted(SHIPPED.stories))
EXTWEE = CI_FOLDER / "node_modules" / ".bin" / "extwee"
STORY_FORMAT = {"name": "SugarCube", "version": "2.37.3", "source": "<html><body>{{STORY_DATA}}</body></html>"}
CHOICE = re.compile(
    r'(?:<<if (?P<only>[^<>]+)>>)?(?:<<if (?P<when>[^<>]+)>>)?<<link "(?P<label>[^"]*)" "(?P<to>[^"]*)">>'
    r"(?P<sets>.*?)<</link>>(?:<<else>>(?P<shut>.*?)<</if>>)?"
).finditer
BACK = re.compile(r'<<if (?P<when>[^<>]+)>><<back "(?P<label>[^"]*)" "(?P<to>[^"]*)">><</if>>').finditer
PIECE = re.compile(r"<<if (?P<when>.+?)>>(?P<text>.*?)<</if>>", re.DOTALL)
Vars = tuple[dict[str, str], frozenset[str], frozenset[str]]


def passages(text: str) -> dict[str, str]:
    """Each passage by its name, as the specification of Twee 3 parts them."""
    found = re.split(r"^:: ", text, flags=re.MULTILINE)[1:]
    parts = (one.partition("\n") for one in found)
    return {name: told.strip() for name, _, told in parts}


def met(when: str, variables: Vars) -> bool:
    """What a condition in JavaScript says, by way of Python."""
    told = when.replace("===", "==").replace("||", " or ").replace("&&", " and ").replace("!(", " not (")
    told = re.sub(r"\$(\w+)\.includes\(([^)]*)\)", r"(\2 in \1)", told).replace("$situation", "situation")
    told = told.replace("false", "False").replace("true", "True")
    names = dict(zip(("situation", "seen", "chose"), variables, strict=True))
    return bool(eval(told, {}, names))


def followed(sets: str, variables: Vars) -> Vars:
    situation, seen, chose = dict(variables[0]), set(variables[1]), set(variables[2])
    for key, value in re.findall(r"<<set \$situation\[(\"[^\"]*\")\] to (\"[^\"]*\")>>", sets):
        situation[json.loads(key)] = json.loads(value)
    seen |= {json.loads(one) for one in re.findall(r"<<run \$seen\.pushUnique\((\"[^\"]*\")\)>>", sets)}
    chose |= {json.loads(one) for one in re.findall(r"<<run \$chose\.pushUnique\((\"[^\"]*\")\)>>", sets)}
    return situation, frozenset(seen), frozenset(chose)


def variables_of(state: State) -> Vars:
    return dict(state.situation), state.seen, state.chose


def _told(text: str, variables: Vars) -> str:
    return PIECE.sub(lambda one: one["text"] if met(one["when"], variables) else "", text)


def _is_shut(option: re.Match[str], variables: Vars) -> bool:
    """Whether an option is part of the passage, and not open; one condition alone stands where `only` would."""
    return (option["when"] is None and option["shut"] is not None) or met(option["only"], variables)


def assert_plays_as_the_game(library: Library, name: str) -> None:
    told = passages(as_twee(library, name, FULL).text)
    opening = re.findall(r'"([^"]+)": "([^"]*)"', told["StoryInit"])
    start = library.stories[name].start
    for state in different_states(library, name):
        if (state.scene, state.shown) == (start, None) and not state.seen:
            assert dict(opening) == dict(state.situation)
        here = told[f"{state.scene} {state.shown or ''}".strip()]
        variables, shown = variables_of(state), page(library, state, FULL)
        flat = unescape(" ".join(_told(here.split("<<link")[0], variables).split()))
        blocks = [block.text for block in shown.blocks] + [shown.ask, shown.where]
        if shown.reveal is not None:
            blocks += texts_of(shown.reveal)
        if shown.close is not None:
            blocks += [shown.close.head, shown.close.text, *shown.close.unknown]
        assert [one for one in blocks if " ".join(one.split()) not in flat] == []
        links = list(CHOICE(here))
        assert here.count("<<link") == len(links)
        is_open = [one for one in links if all(met(one[when], variables) for when in ("only", "when") if one[when])]
        offered = [move for move in shown.open_moves if not isinstance(move.move, Enter | Return)]
        assert [unescape(one["label"]) for one in is_open] == [move.label for move in offered]
        shut = [one["shut"] for one in links if one not in is_open and (not one["only"] or _is_shut(one, variables))]
        not_open = [move for move in shown.moves if not move.is_open]
        assert [unescape(one) for one in shut] == [f"{move.label} (not open: {move.reason})" for move in not_open]
        back = [(unescape(one["label"]), one["to"]) for one in BACK(here) if met(one["when"], variables)]
        questions = [(move.label, move.move) for move in shown.open_moves if isinstance(move.move, Return)]
        assert back == [(label, step_from(library, state, move).scene) for label, move in questions]
        for link, move in zip(is_open, offered, strict=True):
            assert not isinstance(move.move, Revisit), "which the last page of a road has"
            after = step_from(library, state, move.move)
            assert link["to"] == f"{after.scene} {after.shown or ''}".strip()
            assert followed(link["sets"], variables) == variables_of(after)


@pytest.mark.parametrize("name", STORIES)
def test_a_shipped_story_plays_as_the_game_does(name: str) -> None:
    assert_plays_as_the_game(SHIPPED, name)


def test_a_story_with_conditions_plays_as_the_game_does() -> None:
    text = """
        title: The gate
        teaser: A gate.
        person: vesna
        start: at-the-gate
        situation: {papers: {label: Papers, values: {none: None, visa: A visa}, start: none}}
        scenes:
          at-the-gate:
            text: [{text: A gate.}, {if: {seen: office}, text: He has been at the office.}]
            ask: What now?
            choices:
              ask: {label: Ask, act: run, set: {papers: visa}, to: office}
              look: {label: Look, act: run, to: back}
              fly: {label: Fly, act: run, if: {papers: visa, chose: at-the-gate/ask}, by: vesna, to: away,
                    otherwise: {text: He has no papers., claims: []}}
              stay: {label: Stay, act: run, if: [{papers: none}, {not: {seen: [office]}}], by: vesna, to: away}
              show: {label: Show it, act: run, only: {papers: visa}, to: away}
              hide: {label: Hide it, act: run, only: {papers: visa}, if: {seen: away}, to: away,
                     otherwise: {text: They have seen it., claims: []}}
          office: {text: An office., next: at-the-gate}
          away: {text: Away., ending: {kind: as-published, text: Away.}}
    """
    library = msgspec.structs.replace(SHIPPED, stories={"gate": msgspec.convert(yaml.safe_load(text), Story)})
    assert_plays_as_the_game(library, "gate")
    assert "Fly (not open: He has no papers.)" in as_twee(library, "gate", FULL).text


@given(*CONDITIONS_MET_OR_NOT)
def test_a_condition_means_in_javascript_what_it_means(
    condition: Any, situation: dict[str, str], seen: set[str], chose: set[str]
) -> None:
    variables = (situation, frozenset(seen), frozenset(chose))
    assert met(expression(condition), variables) == holds(condition, situation, seen, chose)


def test_what_is_not_carried_is_listed_in_a_passage_of_its_own() -> None:
    made = as_twee(RECORDS, "vesna", FULL)
    told = unescape(passages(made.text)["Not carried"])
    assert [line for line in made.not_carried if line not in told] == []
    for scene in RECORDS.stories["vesna"].scenes.values():
        for choice in scene.choices.values():
            assert all(target in told for target in choice.targets if "/" in target)


def test_the_same_story_has_the_same_identity_each_time_and_another_story_another() -> None:
    found = [json.loads(passages(as_twee(RECORDS, name, reader).text)["StoryData"])["ifid"]
             for name, reader in (("ivo", FULL), ("ivo", GENTLE), ("nils", FULL))]  # fmt: skip
    assert found[0] == found[1] != found[2]
    assert re.fullmatch(r"[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}", found[0])


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_of_a_writer_is_markup(invented: Library, trap: str) -> None:
    plain, found = (passages(as_twee(wild(invented, text), "anton", FULL).text) for text in ("A word.", TRAPS[trap]))
    assert {name for name in plain if not name.startswith("Story")} == {name for name in found if name[:5] != "Story"}
    for name, told in found.items():
        written = plain[name]
        for sign in ("[[", "<<", "//", "''", "{{", "$", "\n*", "\n!", "::", "@@", "__", "http", "<b"):
            assert told.count(sign) <= written.count(sign) or name.startswith("Story"), (name, sign)


SUGARCUBE = re.compile(
    r"""(?:file|https?|mailto|ftp|javascript|irc|news|data):[^\s'"]+"""  # an address, with slashes or without
    r"|\[\[[^[]|\[[<>]?img\[|<</?[A-Za-z=-]|[$_][$A-Za-z_]|\$\$|\?[A-Za-z]"  # links, macros, variables, templates
    r"|''|//|__|\^\^|~~|==|\{\{\{|@@|\"{3}|--|/[%*]|<!--|</?[A-Za-z]|\\"  # emphasis, comments, HTML, joined lines
    r"|^(?:<<<$|>+|!{1,6}|\|.*\|[fhck]?$|[*#]+|----+\s*$|::)"  # what means something where a line begins
    r"|\((?:[\w-]+):",  # a macro of Harlowe's
    re.MULTILINE | re.IGNORECASE,
)
"""What means something to the markup of SugarCube 2, as its documentation lists it, and to that of Harlowe."""
SAID = (
    "Write to news:desk, javascript:alert(1), data:text/html,x, MAILTO:a@b.org, irc:x, https:example and https:",
    "See https://example.org/a_b, file:///etc/passwd, ftp:x?y; really?yes (print: 1) (set: $x to 2) $$x _y $a.b[0]",
    ":: Sources", "!x", "* x", "# x", "> x", "----", "|a|b|h", "<<<", "{{{", "/* x */ /% x %/ <!-- x -->", "\\",
    '"""x"""',
    "''a'' //b// __c__ ^^d^^ ~~e~~ ==f== @@g@@ [[h|Sources]] [img[i]] <<print 1>> <b>j</b> &lt; &#58;",
)  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_nothing_of_a_writers_text_means_anything_to_a_format(invented: Library, text: str) -> None:
    """No link, macro, variable or heading more than in a story of plain words; and all of it is there to be read."""
    plain, found = (passages(as_twee(wild(invented, one), "anton", FULL).text) for one in ("A word.", text))
    assert set(plain) == set(found)
    for name, told in found.items():
        if name not in ("StoryTitle", "StoryData", "StoryInit"):
            assert SUGARCUBE.findall(told) == SUGARCUBE.findall(plain[name]), name
    assert text in unescape(found["home"])


def test_a_title_that_looks_like_a_passage_is_none(invented: Library) -> None:
    story = msgspec.structs.replace(invented.stories["anton"], title=":: Sources")
    found = passages(as_twee(msgspec.structs.replace(invented, stories={"anton": story}), "anton", FULL).text)
    assert found["StoryTitle"] == ":: Sources"


class Compiled(HTMLParser):
    """The story that stands in an HTML file for Twine."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.passages: dict[str, str] = {}
        self._name = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "tw-storydata":
            self.fields = found
        if tag == "tw-passagedata":
            self._name = found["name"]
            self.passages[self._name] = ""

    def handle_endtag(self, tag: str) -> None:
        self._name = "" if tag == "tw-passagedata" else self._name

    def handle_data(self, data: str) -> None:
        if self._name:
            self.passages[self._name] += data


@pytest.fixture(scope="session")
def compiled_by_extwee(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Compile a Twee file with extwee; the passages of the HTML, by their names, and the story's own fields."""
    if shutil.which("node") is None or not EXTWEE.exists():
        pytest.skip("extwee is not installed here: npm install --prefix .ci")
    folder = tmp_path_factory.mktemp("twee")
    (folder / "format.js").write_text(f"window.storyFormat({json.dumps(STORY_FORMAT)});", encoding="utf-8")

    def compile_(text: str) -> tuple[dict[str, str], dict[str, str]]:
        (folder / "story.twee").write_text(text, encoding="utf-8")
        command = [str(EXTWEE), "-c", "-i", "story.twee", "-o", "story.html", "-s", "format.js"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        html = (folder / "story.html").read_text(encoding="utf-8")
        read = Compiled()
        read.feed(html)
        return {name: told.strip() for name, told in read.passages.items()}, read.fields

    return compile_


@pytest.mark.parametrize("name", ["crossroads", "vesna"])
def test_extwee_compiles_it_with_every_passage_as_it_was_written(compiled_by_extwee: Any, name: str) -> None:
    written = passages(as_twee(RECORDS, name, FULL).text)
    found, fields = compiled_by_extwee(as_twee(RECORDS, name, FULL).text)
    data = json.loads(written["StoryData"])
    assert (fields["ifid"], fields["format"], fields["name"]) == (
        data["ifid"], "SugarCube", RECORDS.stories[name].title,
    )  # fmt: skip
    assert {passage: text for passage, text in written.items() if passage not in ("StoryTitle", "StoryData")} == found
    links = {to for text in found.values() for to in re.findall(r"<<link \"[^\"]*\" \"([^\"]*)\">>", text)}
    links |= {to for text in found.values() for to in re.findall(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]", text)}
    assert links <= set(found)


def test_extwee_compiles_it_whatever_a_writer_wrote(compiled_by_extwee: Any, invented: Library) -> None:
    for trap in TRAPS.values():
        text = as_twee(wild(invented, trap), "anton", FULL).text
        found, _ = compiled_by_extwee(text)
        assert set(found) == set(passages(text)) - {"StoryTitle", "StoryData"}


def test_the_command_writes_a_file_or_to_the_screen(wayout: list[str], tmp_path: Path) -> None:
    def run(*said: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*wayout, "export", "twee", *said], capture_output=True, text=True, timeout=60, check=False
        )

    done = run("ivo")
    assert (done.returncode, done.stdout) == (0, as_twee(RECORDS, "ivo", FULL).text)
    assert "Steps into other records" in done.stderr
    gentle = run("yann", "--content", "gentle", "-o", str(tmp_path / "y.twee"))
    assert (gentle.returncode, gentle.stdout) == (0, "")
    assert "himself injured" not in (tmp_path / "y.twee").read_text(encoding="utf-8")
    assert run("nobody").returncode == 2


@pytest.mark.parametrize("name", STORIES)
def test_answers_stand_apart_from_their_questions_and_each_evidence_word_is_explained(name: str) -> None:
    found = passages(as_twee(SHIPPED, name, FULL).text)
    asked = [one for scene in SHIPPED.stories[name].scenes.values() for one in scene.discuss]
    begins = strings.EXPECT.partition("{")[0]
    beside = [passage for passage, told in found.items() if begins in unescape(told)]
    assert beside == ([print_strings.ANSWERS] if any(one.expect for one in asked) else [])
    ends = [told for passage, told in found.items() if f"''{strings.DISCUSS_HEAD}''" in told]
    assert all(f"[[{print_strings.ANSWERS}]]" in told for told in ends) == bool(beside)
    words = unescape(found[print_strings.EVIDENCE_HEAD])
    assert all(f"''{word}''" in words for word in (*strings.TAKEN_MEANING, *strings.KNOWN.values()))
    assert f"[[{print_strings.EVIDENCE_HEAD}]]" in found["StoryMenu"]
