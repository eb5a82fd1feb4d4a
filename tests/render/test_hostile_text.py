"""A hostile text in every field is told by the plain face and by the tools as text, and does nothing."""

import shutil
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from rich.cells import cell_len
from rich.console import Console

from tests.support.paths import BASE_STORY
from tests.support.wild import HOMES, SHOWN, TRAPS, wild
from wayout.commands import check, sources
from wayout.faces.plain import start
from wayout.faces.plain.commands import show_notice
from wayout.faces.plain.session import PlainSession
from wayout.locale import strings
from wayout.model.file_access import Folders
from wayout.model.library import Library
from wayout.model.text import HIDDEN
from wayout.play.state import Reader
from wayout.play.step import begin
from wayout.store.shelf import open_shelf

pytestmark = pytest.mark.thorough

BASE = BASE_STORY
WORDS = tuple(
    word for word in strings.CMD_MEANING if word.isalpha() and word not in (strings.CMD_QUIT, *strings.CMD_QUIT_SIGNS)
)
SAID = ("2", "1", *WORDS, "map 1", "log w", "forks 1", "glossary w", "compare r", "export x.md", "export x.html",
        "[/x]", "\x1b[2J", "", "²", "9" * 5_000)  # fmt: skip
"""Two choices, every word of the plain face, some with what may stand behind it, and what is no word at all."""
SAYING_NOTHING = {"help", "map", "redo", "undo", "again", "export", "versions", "save", "log w", "glossary w",
                  "library", "compare r", "export x.md", "export x.html", "[/x]", "\x1b[2J", "", "²",
                  "9" * 5_000}  # fmt: skip
"""What is answered without a text of the writer's, or not always with one."""


@pytest.mark.parametrize(("trap", "width"), [*((trap, 76) for trap in TRAPS), ("wide", 40), ("markup", 40)])
def test_every_word_of_the_plain_face_tells_a_hostile_text_as_text(
    beside: Library, trap: str, width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library = wild(beside, TRAPS[trap])
    out = StringIO()
    console = Console(file=out, width=width, color_system=None, markup=False, highlight=False, emoji=False)
    telling = PlainSession(library, Reader(), console, begin(library, "anton"))
    show_notice(library, telling.reader, "anton", telling.shelf, telling.speak)
    telling.beside.show("the-war")
    telling.advance()
    for said in SAID:
        before = len(out.getvalue())
        telling.obey(said)
        told = out.getvalue()[before:]
        assert HIDDEN.search(told) is None
        assert all(cell_len(line) <= width for line in told.split("\n")), said
        if said not in SAYING_NOTHING and width == 76:
            assert all(shown in told for shown in SHOWN.get(trap, ())), f"{said}: {told[:2000]}"
    for file in tmp_path.iterdir():
        assert HIDDEN.search(file.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("trap", TRAPS)
def test_the_list_of_records_shows_a_hostile_text_as_text(
    beside: Library, trap: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("9\nabout\nglossary\n\x1b[2J\n1\nq\n"))
    assert start.play(wild(beside, TRAPS[trap]), Reader(), None, None, open_shelf(None, keeps=False), None) == 0
    told = "".join(capsys.readouterr())
    assert HIDDEN.search(told) is None
    assert all(shown in told for shown in SHOWN.get(trap, ()))


def laid_out(library: Library, root: Path) -> Path:
    """A library as the files of a project; every text in double quotes, with escapes where these are needed."""
    parts: dict[str, Any] = {home: {name: msgspec.to_builtins(item) for name, item in getattr(library, home).items()}
                             for home in HOMES.values()}  # fmt: skip
    files = {
        "seeds/documents.yaml": {"origins": parts["origins"], "documents": parts["documents"]},
        "seeds/people.yaml": parts["people"], "seeds/places.yaml": parts["places"],
        "seeds/claims/wild.yaml": parts["claims"], "story/acts.yaml": parts["acts"],
        "story/glossary.yaml": parts["terms"],
        **{f"story/{name}.yaml": data for home in ("stories", "asides") for name, data in parts[home].items()},
    }  # fmt: skip
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(yaml.safe_dump(data, default_style='"', sort_keys=False), encoding="utf-8")
    return root


@pytest.mark.parametrize("trap", [name for name in TRAPS if name != "line ends"])
def test_check_and_sources_show_a_hostile_text_as_text(
    beside: Library, trap: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = laid_out(wild(beside, TRAPS[trap]), tmp_path)
    for form in ("text", "concise", "json", "github"):
        assert check.run([project], form) == 1
        assert HIDDEN.search("".join(capsys.readouterr())) is None
    folders = Folders(project / "seeds", (project / "story",))
    shows: list[Callable[..., int]] = [sources.list_documents, sources.unused]
    shows.append(partial(sources.coverage, BASE.parent / "archive"))
    shows += [partial(sources.show, name) for name in (*beside.claims, *beside.documents)]
    for show in shows:
        show(folders=folders)
        assert HIDDEN.search("".join(capsys.readouterr())) is None


def test_a_hostile_id_of_any_kind_is_a_finding_and_never_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    files = [path for path in tmp_path.rglob("*.yaml") if path.name != "acts.yaml"]
    for name in ("anton", "quay", "afterwards", "refuse", "pay", "gazette-en", "anton-told"):
        before = {path: path.read_text(encoding="utf-8") for path in files}
        for path, text in before.items():
            path.write_text(text.replace(f"{name}:", '"[/x]\\e[2J":'), encoding="utf-8")
        assert check.run([tmp_path], "text") == 1
        assert HIDDEN.search("".join(capsys.readouterr())) is None
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")
