"""The last line of `check` names the files that were asked for, and what each of them holds."""

from pathlib import Path

import pytest

from tests.invented.records import PROJECT
from tests.model.test_misplaced import OWN
from wayout.commands.check import run

pytestmark = pytest.mark.usefixtures("invented_here")

BRANCH = """\
grows: vesna
author: A. W.
adds:
  the-call:
    choices:
      ask:
        label: Ask
        act: run
        from: [help-purpose]
        outcome:
          is: reported
          text: A group helps those who will not go, and tells of a muddle.
          claims: [help-purpose, help-muddle]
        to: back
"""


@pytest.mark.parametrize(
    ("named", "says"),
    [
        (["vera.yaml"], "vera: 2 scenes, 2 claims: clean (with 7 shipped stories)"),
        (["branch.yaml"], "branch: 1 choice, 2 claims: clean (with 7 shipped stories)"),
        (["vera.yaml", "branch.yaml"],
         "vera: 2 scenes, 2 claims; branch: 1 choice, 2 claims: clean (with 7 shipped stories)"),
        (["."], "branch: 1 choice, 2 claims; law.yaml: {claims} claims; vera: 2 scenes, 2 claims: "
                "clean (with 7 shipped stories)"),
        (["law.yaml"], "law.yaml: {claims} claims: clean (with 7 shipped stories)"),
    ],
)  # fmt: skip
def test_a_clean_file_is_named_with_what_it_holds(
    named: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vera.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "branch.yaml").write_text(BRANCH, encoding="utf-8")
    law = (PROJECT / "seeds" / "claims" / "law.yaml").read_text(encoding="utf-8")
    (tmp_path / "law.yaml").write_text(law, encoding="utf-8")
    assert run(named) == 0
    assert capsys.readouterr().err.splitlines()[-1] == says.format(claims=law.count("\n  says:"))


def test_of_many_files_their_number_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("vera", "nina", "olga", "anna", "rita"):
        text = OWN.replace("vera", name).replace("Vera", name.title()).replace("talk", f"talk-{name}")
        (tmp_path / f"{name}.yaml").write_text(text.replace("The nurse", f"The nurse {name}"), encoding="utf-8")
    assert run(["."]) == 0
    assert capsys.readouterr().err == "5 files: clean (with 7 shipped stories)\n"
