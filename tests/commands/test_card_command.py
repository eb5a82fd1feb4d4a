"""The card from the command line: of a trail file, of what was played last; and a record by one paper."""

import subprocess
from pathlib import Path

import pytest

from tests.play.test_prompts import GAP
from tests.support.playing import played
from wayout.commands.export import to_card
from wayout.locale import reader_strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.history import History
from wayout.play.moves import GO_ON, Enter, Reply
from wayout.store.autosave import Autosave
from wayout.store.shelf import open_shelf

TRAIL = "trail: 1\nstory: anton\nreader: [gap]\nsteps: [reply order-or-request orders, refuse, {at: home}]\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(TRAIL, encoding="utf-8")
    return path


def test_a_trail_file_makes_a_card_as_text_or_as_a_picture(
    asked: Library, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert to_card(asked, file, None, story=None, shelf_file=None) == 0
    out, err = capsys.readouterr()
    assert "[orders him to load it]" in out
    assert "A quay → Tallinn" in out
    assert err == ""
    for name, begins in (("card.svg", "<svg"), ("card.txt", "  Anton")):
        assert to_card(asked, file, tmp_path / name, story=None, shelf_file=None) == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert capsys.readouterr().err.count("Written to") == 2


def test_without_a_file_it_is_of_what_was_played_last_or_last_in_a_record(
    asked: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf = open_shelf(tmp_path / "shelf")
    for moves in ((Reply(GAP, "asks"),), (GO_ON, GO_ON, "load", Enter("boris", "the-crane"))):
        Autosave(shelf).keep(asked, History(played(asked, "anton", *moves, parts=PARTS)), is_gentle=False)
    shelf.close()
    assert to_card(asked, None, None, story="anton", shelf_file=tmp_path / "shelf") == 0
    assert "as this reader prints it" in capsys.readouterr().out
    assert to_card(asked, None, None, story="boris", shelf_file=tmp_path / "shelf") == 2
    says = reader_strings.NO_CARD_OF.format(story="boris", stories="anton")
    assert says in capsys.readouterr().err


def test_what_cannot_be_made_is_said(
    asked: Library, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert to_card(asked, None, None, story=None, shelf_file=tmp_path / "none") == 2
    assert reader_strings.NO_TRAIL_FOR_CARD in capsys.readouterr().err
    assert to_card(asked, file, tmp_path / "card.png", story=None, shelf_file=None) == 2
    assert reader_strings.NOT_A_CARD in capsys.readouterr().err
    assert to_card(asked, file, None, story="antn", shelf_file=None) == 2
    assert "There is no story 'antn'" in capsys.readouterr().err
    file.write_text(TRAIL.replace("refuse", "refuze"), encoding="utf-8")
    assert to_card(asked, file, None, story=None, shelf_file=None) == 1
    out, err = capsys.readouterr()
    assert "Anton, as this reader prints it" in out
    assert "broken-trail" in err
    file.write_text("trail: 1\nstory: nobody\n", encoding="utf-8")
    assert to_card(asked, file, None, story=None, shelf_file=None) == 1


def run(wayout: list[str], *args: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, *args], input=said, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_its_help_has_examples(wayout: list[str]) -> None:
    done = run(wayout, "export", "card", "--help")
    assert done.returncode == 0
    assert "wayout export card my-trail.yaml -o card.txt" in done.stdout
    assert "--shelf FILE" in done.stdout


def test_a_record_is_played_by_one_paper_and_one_that_is_not_there_is_said_to_be_none(wayout: list[str]) -> None:
    done = run(wayout, "play", "vesna", "--paper", "river-post", "--plain", "--no-trace", said="q\n")
    assert done.returncode == 0
    assert "Vesna · By " in done.stdout
    done = run(wayout, "vesna", "--paper", "river-pst", "--plain")
    assert done.returncode == 2
    assert "Did you mean 'river-post'? There are: harbour-gazette, river-post, digest." in done.stderr
    for args in (("--paper", "digest"), ("crossroads", "--paper", "digest")):
        assert run(wayout, "play", *args, "--plain").stderr.strip() == reader_strings.PAPER_WITHOUT_STORY
    assert "--paper begins a record anew" in run(wayout, "play", "vesna", "--paper", "digest", "--continue").stderr
