"""Findings are shown with their source line, in one line, or as data, and nothing of a file steers the terminal."""

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from wayout.model.findings import Finding, Note, Span
from wayout.render.findings import MAX_EXCERPT_WIDTH, concise, printable, render


def finding(file: Path | str, line: int, column: int, end: int, says: str = "It is wrong.") -> Finding:
    """An error at a place."""
    return Finding(code="missing-target", span=Span(str(file), line, column, end), says=says, hint="Mend it.")


def test_a_finding_shows_code_sentence_place_source_carets_and_hint(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("\n" * 8 + "a: 1\nto: home\n", encoding="utf-8")
    first = Note(Span(str(file), 9, 1, 2), "first here")
    shown = render([Finding(code="duplicate-id", span=Span(str(file), 10, 5, 9), says="No.", hint="Mend it.",
                            notes=(first,))], "text")  # fmt: skip
    assert shown == (
        "error[duplicate-id]: No.\n"
        f"  --> {file}:10:5\n"
        "   |\n"
        "10 | to: home\n"
        "   |     ^^^^\n"
        f"  ::: {file}:9:1: first here\n"
        "   |\n"
        " 9 | a: 1\n"
        "   | -\n"
        "   |\n"
        "   = help: Mend it.\n"
    )


@pytest.mark.parametrize(
    "line", ["to: 字字 x", "to: 👩👩 x", "\tto:\t x", "é: ё x", "to: \x1b[31m x", "a" * 500 + " x"]
)
def test_carets_stand_under_what_they_mean(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.yaml").write_text(line + "\n", encoding="utf-8")
    column = line.index("x") + 1
    _, _, _, source, carets, *_ = render([finding(tmp_path / "a.yaml", 1, column, column + 1)], "text").split("\n")
    assert cell_len(source[: source.index("x")]) == cell_len(carets[: carets.index("^")])
    assert carets.count("^") == 1
    assert len(source) <= MAX_EXCERPT_WIDTH + 10


def test_control_characters_of_a_file_never_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("to: \x1b]0;owned\x07\u202e\x9b31m\n", encoding="utf-8")
    bad = finding(tmp_path / "a.yaml", 1, 5, 20, says="There is no scene '\x1b[2J\u202ex'.")
    for shown in (render([bad], "text"), render([bad], "concise"), concise(bad)):
        assert all(sign.isprintable() or sign == "\n" for sign in shown)
    assert printable("a\tb\x1bc") == "a    b␛c"


def test_concise_is_one_line_with_everything_in_it() -> None:
    assert concise(finding("a.yaml", 3, 4, 5)) == "a.yaml:3:4: error[missing-target] It is wrong. (Mend it.)"
    assert render([finding("a.yaml", 3, 4, 5)] * 2, "concise").count("\n") == 2


def test_json_holds_every_field_and_is_a_list_without_findings_too() -> None:
    assert json.loads(render([], "json")) == []
    assert json.loads(render([finding("a.yaml", 3, 4, 5)], "json")) == [
        {"code": "missing-target", "severity": "error", "says": "It is wrong.", "hint": "Mend it.", "file": "a.yaml",
         "line": 3, "column": 4, "end_column": 5, "notes": []}
    ]  # fmt: skip


def test_github_commands_escape_what_would_end_them() -> None:
    shown = render([finding("a,b:c.yaml", 3, 4, 5, says="100 %\nno::x")], "github")
    assert shown == (
        "::error file=a%2Cb%3Ac.yaml,line=3,col=4,endColumn=5,title=missing-target::100 %25%0Ano::x Mend it.\n"
    )


def test_a_file_that_is_gone_still_has_its_finding_shown(tmp_path: Path) -> None:
    shown = render([finding(tmp_path / "gone.yaml", 1, 1, 2)], "text")
    assert "gone.yaml:1:1" in shown
    assert "help: Mend it." in shown
