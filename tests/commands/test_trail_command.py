"""Trail files on the command line: replayed, exported, gone on from, and the guide's own examples."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import BASE
from tests.support.wild import TRAPS, wild
from tests.views.test_debrief import HOSTILE, Shown, tokens
from wayout.commands.trail import MARKDOWN, export
from wayout.commands.trail import replay as replay_file
from wayout.model.checks import check
from wayout.model.file_access import Folders, shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.play.state import Reader
from wayout.views.csl import TYPES, all_items, items_of
from wayout.views.sources import claim_views

ROOT = shipped().seeds.parent
GUIDE = (ROOT / "story" / "TRAILS.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in re.findall(r"^```console\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
            for line in re.findall(r"^\$ wayout (.+)$", block, re.MULTILINE)]  # fmt: skip
TRAIL = """\
trail: 1
story: anton
note: In *class*.
steps: [{choose: load, reason: <b>He</b> must eat.}, refuse, at: home]
"""

NAME_PARTS = {key: {"type": "string"} for key in ("literal", "family", "given")}
name, date = {"type": "object", "properties": NAME_PARTS, "additionalProperties": False}, {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": {
            "type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}}},
        "season": {"type": ["string", "number"]}, "circa": {"type": ["string", "number", "boolean"]},
        "literal": {"type": "string"},
    },
}  # fmt: skip
CSL = {
    "type": "array",
    "items": {
        "type": "object", "required": ["type", "id"], "additionalProperties": False,
        "properties": {
            "id": {"type": ["string", "number"]}, "type": {"enum": sorted(TYPES)}, "custom": {"type": "object"},
            "author": {"type": "array", "items": name}, "issued": date, "accessed": date,
            **{key: {"type": "string"} for key in ("title", "container-title", "publisher", "URL", "language", "note",
                                                   "original-title")},
        },
    },
}  # fmt: skip
"""Of the published schema (csl-data.json 1.0.2) what it says of the fields that we write; any other is refused."""


def wayout_in(folder: Path, wayout: list[str], *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, *words], input=said, capture_output=True, encoding="utf-8", timeout=240,
                          check=False,
                          cwd=folder, env={**os.environ, "TERM": "dumb"})  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(TRAIL, encoding="utf-8")
    return path


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_of_the_guide_fits(shipped_library: Library, tmp_path: Path, number: int) -> None:
    (tmp_path / "a.yaml").write_text(EXAMPLES[number], encoding="utf-8")
    assert replay_file(shipped_library, tmp_path / "a.yaml") == 0


def test_the_guide_has_examples() -> None:
    assert len(EXAMPLES) == 5
    assert len(COMMANDS) == 6


def test_every_command_of_the_guide_does_what_it_says(shipped_wayout: list[str], tmp_path: Path) -> None:
    (tmp_path / "my-trail.yaml").write_text(EXAMPLES[1], encoding="utf-8")
    for name in ("my-project", "my-project-before"):
        (tmp_path / name).symlink_to(ROOT)
    for command in COMMANDS:
        done = wayout_in(tmp_path, shipped_wayout, *command.split(), said="q\n")
        assert done.returncode == 0, (command, done.stderr)
    assert (tmp_path / "my-path.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_replay_shows_the_last_page_and_says_whether_it_fits(
    invented: Library, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replay_file(invented, file) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Anton · Tallinn\n\nHe goes home.\nHere the published account ends\n")
    assert err == "5 steps, to anton/home: fits.\n"


def test_replay_stops_where_it_no_longer_fits_and_says_why(
    invented: Library, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(TRAIL.replace("refuse", "refuze"), encoding="utf-8")
    assert replay_file(invented, file) == 1
    out, err = capsys.readouterr()
    assert "– Refuse\n" in out
    assert f"--> {file}:4:" in out
    assert "Did you mean 'refuse'?" in out
    assert err == "2 steps, to anton/the-order: 1 finding.\n"
    assert replay_file(invented, file, "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["fits"], told["scene"], told["stopped"]["step"], told["findings"][0]["code"]) == (
        False, "the-order", 1, "broken-trail",
    )  # fmt: skip


def test_an_expectation_that_does_not_hold_is_a_finding_and_the_trail_still_told(
    invented: Library, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(TRAIL + "expect: {ending: record-silent}\n", encoding="utf-8")
    assert replay_file(invented, file) == 1
    assert "error[unmet-expectation]: This ending is of the kind 'as-published'." in capsys.readouterr().out


def test_a_story_that_has_changed_is_told_of(invented: Library, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(TRAIL + "digest: sha256-0\n", encoding="utf-8")
    assert replay_file(invented, file) == 0
    assert capsys.readouterr().err.endswith("The story has changed since this trail was written.\n")


@pytest.mark.parametrize("form", [MARKDOWN, "html"])
def test_an_export_tells_all_that_was_read_with_reasons_and_the_debrief(
    invented: Library, file: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert export(invented, file, None, form) == 0
    text = capsys.readouterr().out
    shown = Shown(text).text if form == "html" else text.replace("\\", "")
    parts = [
        "In *class*.", "Anton · A quay · 2019", "What does he answer?", "Chosen: Load the ship",
        "Reason: <b>He</b> must eat.", "not taken · threatened", "Chosen: Refuse", "He goes home.",
        "Fork by fork", "What this path rests on", "The documents",
    ]  # fmt: skip
    places = [shown.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_an_export_of_a_trail_that_stops_tells_so_at_its_end(
    invented: Library, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(TRAIL.replace("refuse", "refuze"), encoding="utf-8")
    assert export(invented, file) == 1
    out, err = capsys.readouterr()
    assert "The trail stops here. At “the-order” there is no choice “refuze”." in out
    assert "broken-trail" in err


def test_an_export_never_overwrites_and_its_name_says_the_format(
    invented: Library, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, begins in (("b.html", "<!DOCTYPE html>"), ("b.md", "# Anton"), ("b.json", "[\n")):
        for _ in range(2):
            assert export(invented, file, tmp_path / name) == 0
        again = tmp_path / name.replace("b.", "b-2.")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
        assert again.read_bytes() == (tmp_path / name).read_bytes()
    assert "b-2.json" in capsys.readouterr().err
    assert export(invented, file, tmp_path / "no" / "folder.md") == 3
    assert "Nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize("text", [HOSTILE, *TRAPS.values()], ids=["hostile", *TRAPS])
def test_hostile_text_is_only_text_in_an_export(
    invented: Library, file: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    data = {"trail": 1, "story": "anton", "note": "N", "steps": [{"choose": "load", "reason": "R"}, "refuse"]}
    file.write_text(json.dumps(data), encoding="utf-8")
    outs: dict[tuple[str, bool], str] = {}
    for is_wild in (False, True):
        if is_wild:
            said = "".join(each for each in text if each.isprintable() or each == "\n")
            data |= {"note": said or "N", "steps": [{"choose": "load", "reason": said or "R"}, "refuse"]}
            file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        for form in ("markdown", "html"):
            export(wild(invented, text) if is_wild else invented, file, None, form)
            outs[form, is_wild] = capsys.readouterr().out
    page, plain = Shown(outs["html", True]), Shown(outs["html", False])
    assert page.tags <= plain.tags | {"cite"}, "what is of another language says so"
    assert page.names <= plain.names | {"dir"}
    kinds = {token.type for token in tokens(outs["markdown", True])}
    assert kinds <= {token.type for token in tokens(outs["markdown", False])}
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", outs["markdown", True] + outs["html", True])


def test_the_documents_are_csl_json_with_their_dates_and_lineage(library: Library, wayout: list[str]) -> None:
    done = subprocess.run([*wayout, "sources", "export"], capture_output=True, encoding="utf-8", timeout=60, check=True)
    items = json.loads(done.stdout)
    jsonschema.Draft7Validator(CSL).validate(items)
    assert {item["id"] for item in items} == set(library.documents)
    assert done.stderr == f"{len(items)} documents\n"
    by_id = {item["id"]: item for item in items}
    assert by_id["levy-act"]["issued"] == {"date-parts": [[2019, 9, 9]]}
    assert by_id["harbour-gazette"]["issued"] == {"date-parts": [[2020]]}
    cited = by_id["harbour-gazette"]["custom"]
    assert (cited["how"], cited["from"]) == ("translation", "harbour-talks")
    assert {"id": "harbour-gazette", "label": "line", "locator": "72"} in cited["citationItems"]
    assert by_id["harbour-gazette"]["original-title"].startswith("Nicht über den Fluss")


@pytest.mark.parametrize(("issued", "expected"), [
    (2023, {"date-parts": [[2023]]}), ("2023-09", {"date-parts": [[2023, 9]]}),
    ("2023-23", {"date-parts": [[2023]], "season": 3}), ("2022-03~", {"date-parts": [[2022, 3]], "circa": True}),
    ("2022-09-24/..", {"literal": "since 24 September 2022"}), ("[2022..2023]", {"literal": "2022 or 2023"}),
    ("2022-09-21/2022-10", {"date-parts": [[2022, 9, 21], [2022, 10]]}),
    ("2022/2023", {"date-parts": [[2022], [2023]]}),
    ("2022-03~/2022-05-01", {"date-parts": [[2022, 3], [2022, 5, 1]], "circa": True}),
    ("2022-21/2022-23", {"literal": "spring 2022 to autumn 2022"}), ("../2022-05", {"literal": "until May 2022"}),
    ("2023/2022", {"literal": "2023 to 2022"}),
    ("nonsense", {"literal": "nonsense"}),
])  # fmt: skip
def test_a_date_goes_as_far_as_it_has_parts(invented: Library, issued: int | str, expected: object) -> None:
    from msgspec.structs import replace

    act = replace(invented.documents["harbour-act"], issued=issued, type="something of its own", author=("A. Clerk",))
    (item,) = all_items(replace(invented, documents={"harbour-act": act}))
    assert item["issued"] == expected
    assert item["type"] == "document"
    assert item["author"] == [{"literal": "A. Clerk"}]
    jsonschema.Draft7Validator(CSL).validate([item])


def test_who_wrote_it_is_sorted_by_the_family_name_and_read_in_one_piece(tmp_path: Path) -> None:
    """In a file, in the citation that is copied, in CSL-JSON; an institution has a name in one piece."""
    author = "author: [{family: Berg, given: Anna}, {family: Ito}, The Harbour Board]"
    seeds = tmp_path / "seeds"
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    text = (seeds / "documents.yaml").read_text(encoding="utf-8")
    (seeds / "documents.yaml").write_text(text.replace("  digest:\n", f"  digest:\n    {author}\n"), encoding="utf-8")
    loaded = load(Folders(seeds, (tmp_path / "story",)))
    assert check(loaded) == []
    items = {item["id"]: item for item in all_items(loaded.library)}
    jsonschema.Draft7Validator(CSL).validate(list(items.values()))
    assert items["digest"]["author"] == [
        {"family": "Berg", "given": "Anna"}, {"family": "Ito"}, {"literal": "The Harbour Board"},
    ]  # fmt: skip
    (told,) = claim_views(loaded.library, ("anton-told",), Reader())
    assert [cite.citation.partition(". “")[0] for cite in told.cites if cite.document == "digest"] == [
        "Anna Berg, Ito, The Harbour Board"
    ]


@pytest.mark.parametrize("author", ["[{given: Anna}]", "[{family: Berg, born: 1990}]", "[7]", "Anna Berg", "[[Anna]]"])
def test_a_name_in_another_form_is_a_finding(tmp_path: Path, author: str) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "seeds" / "documents.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  digest:\n", f"  digest:\n    author: {author}\n"), encoding="utf-8")
    found = {one.code for one in check(load(Folders(tmp_path / "seeds", (tmp_path / "story",))))}
    assert found & {"wrong-type", "missing-field", "unknown-field"}


def test_the_sources_of_a_trail_are_the_documents_that_it_cites(
    invented: Library, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(invented, file, None, "csl-json") == 0
    items = json.loads(capsys.readouterr().out)
    jsonschema.Draft7Validator(CSL).validate(items)
    assert [item["id"] for item in items] == ["gazette-en", "digest"]


def test_the_gentle_wording_names_only_who_published_what_is_announced(library: Library) -> None:
    announced = [name for name, claim in library.claims.items() if claim.content]
    full, gentle = (items_of(library, announced, Reader(gentle=one)) for one in (False, True))
    assert all("title" in item for item in full)
    assert [item["id"] for item in gentle] == [item["id"] for item in full]
    assert all("title" not in item and "URL" not in item for item in gentle)
    jsonschema.Draft7Validator(CSL).validate(gentle)


def test_play_goes_on_where_a_trail_ends(wayout: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("trail: 1\nstory: vesna\nask-first: true\nsteps: [refuse]\n", encoding="utf-8")
    done = wayout_in(tmp_path, wayout, "play", "--trail", "a.yaml", "--plain", said="1\nsave b.yaml\nq\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Before the record answers" in done.stdout
    assert "Your trail ends here" not in done.stdout
    assert "Written to b.yaml" in done.stdout
    again = wayout_in(tmp_path, wayout, "trail", "replay", "b.yaml")
    assert (again.returncode, again.stderr) == (0, "6 steps, to vesna/the-call: fits.\n")


def test_play_says_why_a_trail_stops_and_goes_on_from_there(wayout: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("trail: 1\nstory: vesna\nsteps: [refuse, flee]\n", encoding="utf-8")
    done = wayout_in(tmp_path, wayout, "play", "--trail", "a.yaml", "--plain", said="1\nq\n")
    assert done.returncode == 0
    assert "Your trail ends here\nAt “the-call” there is no choice “flee”." in done.stdout
    assert "Chosen: Leave" in done.stdout


@pytest.mark.parametrize(("text", "words", "said"), [
    ("trail: 1\nstory: nobody\n", (), "There is no story 'nobody'"),
    ("nonsense", (), "wrong-type"),
    ("trail: 1\nstory: ivo\n", ("wim",), "This trail is of the story 'ivo'"),
    ("trail: 1\nstory: ivo\n", ("ivo", "--from", "the-camp"), "exclude one another"),
])  # fmt: skip
def test_a_trail_that_leads_nowhere_is_misuse(
    wayout: list[str], tmp_path: Path, text: str, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    done = wayout_in(tmp_path, wayout, "play", *words, "--trail", "a.yaml", "--plain")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
