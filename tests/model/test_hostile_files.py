"""What is laid into a story folder to do harm is refused with a finding, soon, and nothing of it reaches a terminal."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.paths import BASE_STORY
from wayout.commands.check import run
from wayout.model.file_access import MAX_FAULTS_PER_FILE, MAX_FILE_BYTES, MAX_FILES, MAX_TEXT_LENGTH
from wayout.model.text import HIDDEN
from wayout.model.yaml.reader import LocatedData, read

pytestmark = pytest.mark.thorough

BASE = BASE_STORY
SECONDS = 20
"""The longest that any of this may take; a second is usual."""
SOMEBODY = 65534
"""The number of a user who owns nothing."""


@pytest.fixture(autouse=True)
def soon() -> Iterator[None]:
    """Whatever hangs is interrupted."""
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)


@contextmanager
def somebody() -> Iterator[None]:
    """Root may read everything: for a while this is somebody else."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(SOMEBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the invented project."""
    return Path(shutil.copytree(BASE, tmp_path / "project"))


def found(capsys: pytest.CaptureFixture[str], *paths: Path) -> list[tuple[str, str]]:
    """Code and file of each finding of `wayout check`; in every format the output is free of control characters."""
    for form in ("text", "concise", "github", "json"):
        run(list(paths), form)
        out, err = capsys.readouterr()
        assert HIDDEN.search(out + err) is None
    return [(one["code"], Path(one["file"]).name) for one in json.loads(out)]


BOMB = "a: &a [x, x]\n" + "".join(f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]\n" for one, two in
                                  zip("abcdefgh", "bcdefghi", strict=True))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "yaml-feature"),
        ("a: &a [*a]\n", "yaml-feature"),
        ("[" * 1_000_000, "too-deep"),
        ("{a: " * 1_000_000, "too-deep"),
        ("".join(" " * n + "a:\n" for n in range(200)), "too-deep"),
        ("- " * 1_000_000, "too-deep"),
        ("? " * 1_000_000, "yaml-feature"),
        ("title: " + "x" * (MAX_TEXT_LENGTH + 1), "over-limit"),
        ("x" * (MAX_TEXT_LENGTH + 1) + ": title", "over-limit"),
        ("x" * 2_000 + ": title", "syntax"),
        ("? " + "x" * (MAX_TEXT_LENGTH + 1) + "\n: title", "over-limit"),
        ("a: 1\n" * (MAX_FAULTS_PER_FILE + 10), "over-limit"),
        ("[" + "," * 300_000 + "]", "syntax"),
        ("- !!python/object/apply:os.system [echo]\n", "yaml-feature"),
        ("!!python/name:os.system x", "yaml-feature"),
        ("".join(f"%TAG !{n}! tag:example.org,2022:\n" for n in range(100_000)) + "---\na: 1", "yaml-feature"),
        ("#\u2028 \x85\n%TAG !a! b\n---\na: 1", "yaml-feature"),
        ("a\n...\n" + "".join(f"%TAG !{n}! b\n" for n in range(100_000)) + "---\na", "yaml-feature"),
        ("a\n" + "".join(f"%TAG !{n}! b\n" for n in range(100_000)) + "---\na", "over-limit"),
        ('"' + "\\" * 300_000, "syntax"),
        ("'" + "\n" * 300_000, "syntax"),
        ("a: |\n" + "\n" * 300_000 + "\tx", "syntax"),
        ('title: "\\e]0;owned\\a"', "hidden-character"),
        ('"\\x9b2J": 1', "hidden-character"),
        ("title: a\u202eb", "hidden-character"),
        ("title: \x1b[2J", "encoding"),
        ("title: \0", "encoding"),
    ],
    ids=range(27),
)  # fmt: skip
def test_hostile_yaml_is_a_finding_in_bounded_time(
    text: str, code: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "story" / "evil.yaml").write_text(text, encoding="utf-8", newline="")
    codes = [one for one, file in found(capsys, project) if file == "evil.yaml"]
    assert code in codes
    assert len(codes) <= MAX_FAULTS_PER_FILE + 2


@pytest.mark.parametrize("raw", [b"\xff\xfea\0:\0", b"\xfe\xff\0a\0:", b"a: \xc0\xaf", b"a: \xed\xa0\x80", b"\0" * 999])
def test_bytes_that_are_not_utf8_are_a_finding(raw: bytes, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "story" / "anton.yaml").write_bytes(raw)
    assert ("encoding", "anton.yaml") in found(capsys, project)


def test_line_ends_of_another_system_and_a_byte_order_mark_change_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (project / "story").glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert found(capsys, project) == []


def test_a_file_of_very_many_values_is_read_up_to_a_limit(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("wayout.model.yaml.reader.MAX_EVENTS", 10_000)
    (project / "story" / "evil.yaml").write_text("[" + "x," * 10_000 + "]", encoding="utf-8")
    assert ("over-limit", "evil.yaml") in found(capsys, project)


def test_a_file_of_fifty_megabytes_is_not_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / "story" / "evil.yaml").open("wb") as file:
        file.write(b"title: ")
        file.truncate(50 * 2**20)
    assert ("over-limit", "evil.yaml") in found(capsys, project)
    assert MAX_FILE_BYTES < 50 * 2**20


def test_links_out_of_the_folder_are_not_followed_and_nothing_of_them_is_shown(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "secret").write_text("password: hunter2\n", encoding="utf-8")
    for name in ("story/evil.yaml", "seeds/claims/evil.yaml", "story/glossary.yaml"):
        (project / name).symlink_to(tmp_path / "secret")
    (project / "story" / "loop.yaml").symlink_to("loop.yaml")
    (project / "story" / "gone.yaml").symlink_to("nothing.yaml")
    run([project])
    assert "hunter2" not in "".join(capsys.readouterr())
    assert sorted(found(capsys, project)) == [
        ("link-outside", "evil.yaml"), ("link-outside", "evil.yaml"), ("link-outside", "glossary.yaml"),
        ("unreadable", "gone.yaml"), ("unreadable", "loop.yaml"),
    ]  # fmt: skip


def test_a_link_within_the_folder_is_a_file_of_its_own_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "story" / "twin.yaml").symlink_to("boris.yaml")
    assert found(capsys, project) == []
    run([project])
    assert capsys.readouterr().err.startswith("3 stories")


@pytest.mark.parametrize("part", ["story", "seeds"])
def test_a_project_whose_folder_is_a_link_elsewhere_is_misuse(
    part: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / part).rename(tmp_path / part)
    (project / part).symlink_to(tmp_path / part)
    assert run([project]) == 2
    assert "leads out" in capsys.readouterr().err


def test_claims_behind_a_link_elsewhere_are_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "seeds" / "claims").rename(tmp_path / "claims")
    (project / "seeds" / "claims").symlink_to(tmp_path / "claims")
    assert {code for code, _ in found(capsys, project)} == {"link-outside"}


def test_pipes_devices_and_folders_are_no_files(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(project / "story" / "pipe.yaml")
    (project / "story" / "folder.yaml").mkdir()
    both = [("unreadable", "folder.yaml"), ("unreadable", "pipe.yaml")]
    assert found(capsys, project) == both
    assert found(capsys, project / "story" / "pipe.yaml") == both, "a project's own file is read with its project"
    assert found(capsys, Path("/dev/zero")) == [("unreadable", "zero")]
    assert found(capsys, Path("/proc/self/mem")) == [("unreadable", "mem")]


def test_a_pipe_among_the_archived_texts_is_not_waited_for(project: Path) -> None:
    from wayout.model.archive import verify
    from wayout.model.file_access import Folders
    from wayout.model.load import load

    loaded = load(Folders(project / "seeds", (project / "story",)))
    for document in loaded.library.documents.values():
        if document.file:
            os.mkfifo(project / document.file)
    codes = {one.code for one in verify(loaded, project).findings}
    assert codes == {"archive-missing"}


def test_a_hundred_thousand_files_are_one_finding(capsys: pytest.CaptureFixture[str]) -> None:
    in_memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=in_memory) as root:
        project = Path(shutil.copytree(BASE, Path(root) / "project"))
        for number in range(100_000):
            os.mknod(project / "story" / f"more-{number}{'.yaml' if number < 2 * MAX_FILES else ''}")
        run([project], "concise")
    out, _ = capsys.readouterr()
    assert out.count("\n") == 1
    assert f"error[over-limit] The folder holds more than {MAX_FILES:,} YAML files" in out


def test_many_large_files_are_too_much_together(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("wayout.model.file_access.MAX_FOLDER_BYTES", 1_000)
    assert ("over-limit", "story") in found(capsys, project)


def test_files_that_may_not_be_read_are_findings(capsys: pytest.CaptureFixture[str]) -> None:
    """Who reads them need not be allowed into the folder of the tests, so the copy is made and given away before."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(BASE, Path(folder) / "project"))
        found(capsys, project)  # what reads and tells is imported
        if os.geteuid() == 0:
            for path in (Path(folder), *Path(folder).rglob("*")):
                os.chown(path, SOMEBODY, -1)
        (project / "story" / "boris.yaml").chmod(0)
        (project / "seeds" / "claims").chmod(0)
        with somebody():
            assert found(capsys, project) == [("unreadable", "claims"), ("unreadable", "boris.yaml")]
        (project / "seeds" / "claims").chmod(0o700)


@pytest.mark.parametrize(
    "name", [b"\x1b[2J.yaml", b"caf\xe9.yaml", "a\u202eb.yaml".encode(), b"[x](y).yaml", b"a\nb.yaml"]
)
def test_names_of_files_that_would_steer_a_terminal_are_only_shown(
    name: bytes, project: Path, capsys: pytest.CaptureFixture[str], wayout: list[str]
) -> None:
    (project / "story" / "boris.yaml").rename(os.fsdecode(os.fsencode(project / "story") + b"/" + name))
    assert "bad-id" in {code for code, _ in found(capsys, project)}
    done = subprocess.run([*wayout, "play", "--plain", "--stories", str(project / "story")], input=b"", check=False,
                          capture_output=True, timeout=SECONDS)  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert HIDDEN.search((done.stdout + done.stderr).decode()) is None


def test_a_text_that_the_shell_would_not_show_is_found_where_it_stands() -> None:
    located = LocatedData("a.yaml", 'a: 1\nb: ["x", "y\\0z"]\n')
    assert [(one.code, one.span.line, one.span.column) for one in located.findings] == [("hidden-character", 2, 10)]
    assert read(Path("/dev/null")).findings[0].code == "unreadable"
