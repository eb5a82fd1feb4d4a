"""The command that writes the one-file edition."""

import subprocess
from pathlib import Path

import pytest


def run(wayout: list[str], *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, "export", "html", *args], capture_output=True, text=True, timeout=60, check=False,
                          encoding="utf-8")  # fmt: skip


def test_the_stories_named_are_written_and_what_is_not_there_is_said(wayout: list[str], tmp_path: Path) -> None:
    file = tmp_path / "lesson.html"
    found = run(wayout, "vasiliy", "igor", "-o", str(file))
    assert (found.returncode, found.stdout) == (0, "")
    text = file.read_text(encoding="utf-8")
    assert "Written to" in found.stderr
    assert "2 stories" in found.stderr
    assert "the records of Viktor, Yevgeniy, Aleksandar, Nikita" in found.stderr
    assert '["vasiliy",{' in text
    assert '["viktor",{' not in text
    assert list(tmp_path.iterdir()) == [file]


def test_without_a_file_it_goes_to_standard_output(wayout: list[str]) -> None:
    found = run(wayout)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("<!DOCTYPE html>")
    assert found.stdout.endswith("</html>\n")


@pytest.mark.parametrize(("args", "said"), [
    (("nobody",), "There is no story 'nobody'. There are: aleksandar, crossroads"),
    (("vasiliy", "-o", "{there}/no/folder.html"), "Nothing was written to"),
    (("-o", "{there}"), "is a directory"),
])  # fmt: skip
def test_misuse_is_told_in_a_sentence(wayout: list[str], tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    found = run(wayout, *(arg.format(there=tmp_path) for arg in args))
    assert (found.returncode, found.stdout) == (2, "")
    assert said in found.stderr
    assert "Traceback" not in found.stderr


def test_a_file_that_cannot_be_replaced_whole_stays_as_it_was(wayout: list[str], tmp_path: Path) -> None:
    """Where the new one finds no room, here because a folder has its name, the old one is kept."""
    file = tmp_path / "lesson.html"
    file.write_text("the lesson of last year", encoding="utf-8")
    (tmp_path / ".lesson.html.new").mkdir()
    found = run(wayout, "-o", str(file))
    assert found.returncode == 2
    assert file.read_text(encoding="utf-8") == "the lesson of last year"
    assert "Traceback" not in found.stderr
