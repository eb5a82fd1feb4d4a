"""Every cite is held against the archived texts, and what nobody cites is listed."""

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.support.paths import EXAMPLE_FILES
from wayout.commands import sources
from wayout.model import archive
from wayout.model.checks import check
from wayout.model.file_access import Folders
from wayout.model.load import load
from wayout.model.load_result import LoadResult

EXAMPLES = EXAMPLE_FILES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the invented evidence and of its archived texts."""
    shutil.copytree(EXAMPLES / "base" / "seeds", tmp_path / "seeds")
    shutil.copytree(EXAMPLES / "archive", tmp_path / "archive")
    return tmp_path


def read(folder: Path) -> LoadResult:
    """The evidence in a folder."""
    loaded = load(Folders(folder / "seeds", ()))
    assert loaded.findings == []
    return loaded


def replace(path: Path, old: str, new: str) -> None:
    """Replace a text that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(folder: Path) -> list[tuple[str, str, int, int]]:
    """File, code, line and column of what verifying finds."""
    findings = archive.verify(read(folder), folder / "archive").findings
    assert all(one.hint for one in findings)
    return [(Path(one.span.file).name, one.code, one.span.line, one.span.column) for one in findings]


def test_what_is_held_is_verified_and_what_is_not_held_is_counted(folder: Path) -> None:
    verified = archive.verify(read(folder), folder / "archive")
    assert verified == archive.Verification(
        findings=(), cites_verified=7, cites_failed=0, cites_not_held=1, documents_verified=2, documents_not_held=1
    )


def test_a_quotation_from_a_text_that_nobody_holds_counts_as_not_verified(folder: Path) -> None:
    replace(folder / "seeds" / "claims" / "anton.yaml", "at: section 3", "at: section 3, quote: is fined")
    verified = archive.verify(read(folder), folder / "archive")
    assert (verified.cites_verified, verified.cites_failed, verified.cites_not_held) == (7, 1, 0)


def test_a_text_that_is_gone_is_one_finding_and_its_cites_are_not_verified(folder: Path) -> None:
    (folder / "archive" / "gazette.txt").unlink()
    assert found(folder) == [("documents.yaml", "archive-missing", 18, 11)]
    verified = archive.verify(read(folder), folder / "archive")
    assert (verified.cites_verified, verified.cites_failed, verified.cites_not_held) == (1, 6, 1)


@pytest.mark.parametrize("name", ["../archive/gazette.txt", "/etc/hostname", "archive", ".."])
def test_only_a_file_in_the_folder_itself_is_read(folder: Path, name: str) -> None:
    replace(folder / "seeds" / "documents.yaml", "file: gazette.txt", f"file: {name}")
    (folder / "archive" / "archive").mkdir()
    assert [code for _, code, _, _ in found(folder)] == ["archive-missing"]


def test_one_changed_byte_is_found(folder: Path) -> None:
    replace(folder / "archive" / "gazette.txt", "painted green", "painted greem")
    assert found(folder) == [("documents.yaml", "archive-hash", 19, 13)]


def rehash(folder: Path) -> None:
    """Write the hash of the changed text into the evidence."""
    path = folder / "seeds" / "documents.yaml"
    old = hashlib.sha256((EXAMPLES / "archive" / "gazette.txt").read_bytes()).hexdigest()
    new = hashlib.sha256((folder / "archive" / "gazette.txt").read_bytes()).hexdigest()
    replace(path, old, new)


def test_another_number_of_lines_is_found(folder: Path) -> None:
    with (folder / "archive" / "gazette.txt").open("a", encoding="utf-8") as file:
        file.write("One more.\n")
    rehash(folder)
    assert found(folder) == [("documents.yaml", "archive-lines", 20, 17)]


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("quote: load it or leave", "quote: load it and leave", 78),
        ("quote: load it or leave", "quote: Load it or leave", 78),
        ("lines: 3, speaker: anton, voice: quoted", "lines: 4, speaker: anton, voice: quoted", 78),
    ],
)
def test_a_quotation_must_stand_in_the_cited_lines_word_for_word(folder: Path, old: str, new: str, column: int) -> None:
    replace(folder / "seeds" / "claims" / "anton.yaml", old, new)
    assert found(folder) == [("anton.yaml", "quotation-not-found", 8, column)]


def test_a_quotation_may_run_over_the_end_of_a_cited_line(folder: Path) -> None:
    replace(folder / "seeds" / "claims" / "anton.yaml", "lines: 4-5, speaker: anton, voice: reported",
            'lines: 4-5, speaker: anton, quote: "refused.\\nHe says"')  # fmt: skip
    assert found(folder) == []


def test_where_a_quotation_stands_instead_is_told(folder: Path) -> None:
    replace(folder / "seeds" / "claims" / "anton.yaml", "lines: 3, speaker: anton, voice: quoted", "lines: 4")
    assert archive.verify(read(folder), folder / "archive").findings[0].hint == "It stands in line 3."


def test_line_ends_of_windows_do_not_change_the_lines(folder: Path) -> None:
    path = folder / "archive" / "gazette.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    rehash(folder)
    assert found(folder) == []


DIGEST_END = (EXAMPLES / "archive" / "digest.txt").read_text(encoding="utf-8").splitlines()[2]


def test_coverage_lists_what_nobody_cites_and_nothing_excuses(folder: Path) -> None:
    assert archive.coverage(read(folder), folder / "archive") == {
        "gazette-en": [archive.UncitedLine(7, "The crane was painted green that spring.")],
        "digest": [archive.UncitedLine(1, "A digest of the harbour story"), archive.UncitedLine(3, DIGEST_END)],
    }


def test_the_commands_say_what_came_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = Folders(folder / "seeds", ())
    assert sources.verify(folder / "archive", folders) == 0
    assert capsys.readouterr() == ("", "7 cites verified in 2 archived texts, 0 not; 1 cite of 1 document not held\n")
    assert sources.coverage(folder / "archive", folders) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == "gazette-en:7: The crane was painted green that spring."
    assert err == "3 lines uncited in 2 archived texts\n"
    (folder / "archive" / "gazette.txt").unlink()
    assert sources.verify(folder / "archive", folders) == 1
    assert "error[archive-missing]" in capsys.readouterr().out
    assert sources.verify(folder / "archive", folders, "concise") == 1
    assert "documents.yaml:18:11: error[archive-missing] " in capsys.readouterr().out
    assert sources.coverage(folder / "archive", folders) == 1
    assert "not read: gazette-en" in capsys.readouterr().err


def test_documents_and_claims_are_listed_and_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = Folders(folder / "seeds", ())
    assert sources.list_documents(folders) == 0
    assert "digest       paraphrase of harbour-interview" in capsys.readouterr().out
    assert sources.show("anton-told", folders) == 0
    assert "single account" in capsys.readouterr().out
    assert sources.show("digest", folders) == 0
    assert "paraphrase of gazette-en" in capsys.readouterr().out
    assert sources.show("anton-tld", folders) == 2
    assert "anton-told" in capsys.readouterr().err


def test_evidence_that_does_not_hold_together_is_not_verified(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(folder / "seeds" / "claims" / "anton.yaml", "kind: threat", "kind: menace")
    assert sources.verify(folder / "archive", Folders(folder / "seeds", ())) == 1
    assert "error[unknown-word]" in capsys.readouterr().out


MINE = """\
grows: vesna
author: A. W.
documents:
  talk:
    type: interview
    title: A talk
{held}
claims:
  talk-first:
    says: She goes home.
    kind: event
    cites:
      - {{document: talk, lines: 2, voice: narrated, quote: goes home}}
      - {{document: harbour-gazette, lines: 15, voice: narrated}}
"""


@pytest.fixture
def mine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A branch with a document and a claim of its own, whose archived text lies beside it."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "talk.txt").write_text("A talk.\nShe goes home.\nIt rains.\n", encoding="utf-8")
    assert sources.fingerprint(tmp_path / "texts" / "talk.txt") == 0
    (tmp_path / "mine.yaml").write_text(MINE.format(held=capsys.readouterr().out.rstrip()), encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("invented_here")
def test_a_writer_shows_and_verifies_her_own_claims(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named by the file or by its folder; a document of the project, whose text she has not got, is not held."""
    for stories in ([mine / "mine.yaml"], [mine]):
        assert sources.verify(mine / "texts", stories=stories) == 0
        said = "1 cite verified in 1 archived text, 0 not; 1 cite of 1 document not held\n"
        assert capsys.readouterr() == ("", said)
        assert sources.show("talk-first", stories=stories) == 0
        assert "She goes home." in capsys.readouterr().out
        assert sources.coverage(mine / "texts", stories=stories) == 0
        assert capsys.readouterr().out.splitlines() == ["talk:1: A talk.", "talk:3: It rains."]
        assert sources.list_documents(stories=stories) == 0
        assert "talk" in [line.split()[0] for line in capsys.readouterr().out.splitlines()]
        assert sources.unused(stories=stories) == 0
        assert "talk-first: " in capsys.readouterr().out


def test_claims_of_a_situation_and_of_a_pseudonym_are_used_in_the_list_as_they_are_in_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the example the situation alone rests on the one claim, and a person on the other."""
    shutil.copytree(EXAMPLES / "base", tmp_path, dirs_exist_ok=True)
    claims = tmp_path / "seeds" / "claims" / "anton.yaml"
    cites = "cites: [{document: gazette-en, lines: 7, voice: narrated}]"
    more = "".join(
        f"anton-{name}: {{says: It is {name}., kind: status, {cites}}}\n" for name in ("paid", "named", "idle")
    )
    claims.write_text(claims.read_text(encoding="utf-8") + more, encoding="utf-8")
    replace(tmp_path / "story" / "anton.yaml", "claims: [anton-threat],", "claims: [anton-threat, anton-paid],")
    replace(
        tmp_path / "seeds" / "people.yaml", "  identity: unstated\n", "  identity: unstated\n  claims: [anton-named]\n"
    )
    folders = Folders(tmp_path / "seeds", (tmp_path / "story",))
    assert sources.unused(folders) == 0
    assert capsys.readouterr().out == "anton-idle: It is idle.\n"
    assert [one.part[1] for one in check(load(folders)) if one.code == "unused-claim"] == ["anton-idle"]


@pytest.mark.usefixtures("invented_here")
def test_what_does_not_stand_in_her_text_is_found(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(mine / "mine.yaml", "quote: goes home", "quote: stays at home")
    assert sources.verify(mine / "texts", stories=[mine]) == 1
    assert "quotation-not-found" in capsys.readouterr().out


@pytest.mark.usefixtures("invented_here")
def test_a_fault_in_her_file_is_told_and_stops_nothing(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (mine / "broken.yaml").write_text("grows: [", encoding="utf-8")
    assert sources.show("talk-first", stories=[mine]) == 0
    assert "broken.yaml:1:8" in capsys.readouterr().err
