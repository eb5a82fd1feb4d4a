"""The command that writes the one-file edition."""

import subprocess
from pathlib import Path

import pytest

from tests.support.one_file import contents_of


def run(wayout: list[str], *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, "export", "html", *args], capture_output=True, text=True, timeout=60, check=False,
                          encoding="utf-8")  # fmt: skip


def test_the_stories_named_are_written_and_what_is_not_there_is_said(wayout: list[str], tmp_path: Path) -> None:
    file = tmp_path / "lesson.html"
    file.write_text("the lesson of last year", encoding="utf-8")
    found = run(wayout, "vesna", "ivo", "-o", str(file))
    assert (found.returncode, found.stdout) == (0, "")
    text = contents_of(file)
    assert "Written to" in found.stderr
    assert "the records of Wim, Yann, Arvid, Nils" in found.stderr
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert 'value="vesna"' in text
    assert 'value="ivo"' in text
    assert 'value="wim"' not in text
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(("args", "status", "said"), [
    (("nobody", "-o", "{there}/x.html"), 2, "There is no story 'nobody'. There are: arvid, crossroads"),
    (("vesna", "-o", "{there}/no/folder.html"), 3, "Nothing was written to"),
    (("-o", "{there}"), 2, "is a directory"),
    ((), 2, "Missing option '-o'"),
])  # fmt: skip
def test_what_cannot_be_written_is_told_in_a_sentence(
    wayout: list[str], tmp_path: Path, args: tuple[str, ...], status: int, said: str
) -> None:
    found = run(wayout, *(arg.format(there=tmp_path) for arg in args))
    assert (found.returncode, found.stdout) == (status, "")
    assert said in found.stderr
    assert "Traceback" not in found.stderr
    assert list(tmp_path.iterdir()) == []
