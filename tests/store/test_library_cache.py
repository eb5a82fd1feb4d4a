"""A kept library is the one that would be read anew, or none; whatever became of the file that keeps it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import wayout.store.library_cache
from tests.conftest import BASE
from tests.support.paths import TESTS_FOLDER
from wayout.launch import library_of
from wayout.locale import shelf_strings
from wayout.model.file_access import Folders, shipped
from wayout.model.library import Library
from wayout.store.library_cache import BUNDLE_NAME, LazyMapping, LibraryCache, bundle, checksum, read_bundle
from wayout.store.paths import SHELF_NAME, cache_folder
from wayout.views.catalogue import with_outlines

WARM = """
import sys
from wayout.launch import library_of
library_of(())
print(*sorted({"yaml", "click", "textual", "hashlib", "unicodedata", "wayout.model.load", "wayout.model.yaml.reader"}
              & set(sys.modules)))
"""

BARE = """
import sys
import wayout.launch
from wayout.__main__ import main
sys.argv = ["wayout"]
wayout.launch.has_screen = lambda: True
wayout.launch.open_game = lambda: "click" in sys.modules
main()
"""


HELP = """
import sys
from wayout.cli import main
main(["check", "--help"], standalone_mode=False)
print("msgspec" in sys.modules, file=sys.stderr)
"""


@pytest.fixture
def project(tmp_path: Path) -> Folders:
    shutil.copytree(BASE, tmp_path / "project")
    return Folders(tmp_path / "project" / "seeds", (tmp_path / "project" / "story",))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "home" / "cache"


@pytest.fixture
def kept(project: Folders, cache: Path, invented: Library) -> LibraryCache:
    """The invented library, kept."""
    compiled = LibraryCache(project, cache)
    assert compiled.read() is None
    compiled.write(invented, is_clean=True)
    return compiled


def test_a_kept_library_is_the_one_that_was_read(library: Library, cache: Path) -> None:
    compiled = LibraryCache(shipped(), cache)
    compiled.write(library, is_clean=True)
    assert compiled.read() == with_outlines(library)


def test_a_kept_library_cannot_be_changed(kept: LibraryCache) -> None:
    library = kept.read()
    assert library is not None
    with pytest.raises(TypeError):
        library.stories["anton"] = library.stories["boris"]  # type: ignore[index]


def test_it_is_kept_in_one_file_and_nothing_else_is_written(kept: LibraryCache, tmp_path: Path) -> None:
    files = [path for path in tmp_path.rglob("*") if path.is_file() and "project" not in path.parts]
    assert files == [kept.path]


@pytest.mark.parametrize("change", [
    lambda path: os.utime(path, ns=(1, 1)),
    lambda path: path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8"),
    lambda path: path.unlink(),
    lambda path: path.with_name("another.yaml").write_text("a: {}\n", encoding="utf-8"),
], ids=["touched", "longer", "gone", "joined by another"])  # fmt: skip
@pytest.mark.parametrize("name", ["story/anton.yaml", "seeds/people.yaml", "seeds/claims/anton.yaml"])
def test_a_file_that_changed_is_read_anew(
    kept: LibraryCache, project: Folders, cache: Path, name: str, change: Callable[[Path], object]
) -> None:
    assert kept.read() is not None
    change(project.seeds.parent / name)
    assert LibraryCache(project, cache).read() is None


def test_another_version_reads_anew(
    kept: LibraryCache, project: Folders, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept.read() is not None
    monkeypatch.setattr(wayout.store.library_cache, "VERSION", "another")
    assert LibraryCache(project, cache).read() is None


@pytest.mark.parametrize("harm", [
    lambda data: data[:0],
    lambda data: data[:3],
    lambda data: data[: len(data) // 2],
    lambda data: data[:-1],
    lambda data: data + b"x",
    lambda data: data[:-40] + bytes([data[-40] ^ 1]) + data[-39:],
    lambda data: b"\xc1" * len(data),
    lambda data: b"SQLite format 3\x00" + data,
], ids=["empty", "three bytes", "half", "cut", "longer", "one bit", "noise", "foreign"])  # fmt: skip
def test_a_damaged_file_is_the_same_as_none_and_is_written_anew(
    kept: LibraryCache, invented: Library, harm: Callable[[bytes], bytes]
) -> None:
    kept.path.write_bytes(harm(kept.path.read_bytes()))
    assert kept.read() is None
    kept.write(invented, is_clean=True)
    assert kept.read() == with_outlines(invented)


def test_what_has_another_shape_is_the_same_as_none(kept: LibraryCache) -> None:
    stamp = kept._stamp
    for body in (b"", b"\x80", b"\x81\xa7stories\x01", b"\xff"):
        kept.path.write_bytes(checksum(stamp + body) + stamp + body)
        assert kept.read() is None


def test_where_nothing_can_be_written_nothing_is_kept(project: Folders, tmp_path: Path, invented: Library) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    compiled = LibraryCache(project, in_the_way / "cache")
    compiled.write(invented, is_clean=True)
    assert compiled.read() is None


@pytest.mark.usefixtures("invented_here")
def test_a_library_with_a_finding_is_read_anew_each_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder of stories with a warning: it is played, and checked again at the next start."""
    monkeypatch.setenv("WAYOUT_HOME", str(tmp_path / "home"))
    folder = tmp_path / "more"
    folder.mkdir()
    term = "{term: stevedore, forms: [stevedore], says: A docker., claims: [vesna-refused]}"
    (folder / "glossary.yaml").write_text(f"stevedore: {term}\n", encoding="utf-8")
    assert "stevedore" in library_of((folder,)).terms
    cache = cache_folder()
    assert cache is not None
    assert not cache.exists()
    library_of(())
    assert len(list(cache.iterdir())) == 1


def test_home_is_where_the_environment_says_or_the_users_own_cache(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WAYOUT_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "cache"
    monkeypatch.delenv("WAYOUT_HOME")
    own = cache_folder()
    assert own is not None
    assert own.name == "wayout"


def test_a_second_start_imports_nothing_that_reads_yaml(tmp_path: Path) -> None:
    env = {**os.environ, "WAYOUT_HOME": str(tmp_path)}
    said = [
        subprocess.run([sys.executable, "-c", WARM], env=env, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    ]
    assert "yaml" in said[0]
    assert said[1] == []


@pytest.mark.parametrize("home", ["/proc/nowhere", "/dev/null"])
@pytest.mark.skipif(sys.platform != "linux", reason="a home that nobody can write")
def test_a_start_in_a_home_that_cannot_be_written_tells_its_story(wayout: list[str], home: str) -> None:
    """And that nothing is kept, once."""
    found = subprocess.run([*wayout, "play", "ivo", "--plain"], env={**os.environ, "WAYOUT_HOME": home},
                           input="q\n", capture_output=True, text=True, check=False)  # fmt: skip
    why = shelf_strings.WHY["unwritable"].format(path=Path(home) / "data" / SHELF_NAME)
    assert (found.returncode, found.stderr) == (0, shelf_strings.NOT_KEPT.format(why=why) + "\n")
    assert "What does he choose?" in found.stdout


def test_a_start_over_a_damaged_file_tells_its_story(wayout: list[str], tmp_path: Path) -> None:
    env = {**os.environ, "WAYOUT_HOME": str(tmp_path)}
    outs: list[str] = []
    for _ in range(2):
        found = subprocess.run([*wayout, "play", "ivo", "--plain", "--shelf", str(tmp_path / f"shelf{len(outs)}")],
                               env=env, input="q\n", capture_output=True, text=True, check=False)  # fmt: skip
        assert (found.returncode, found.stderr) == (0, "")
        outs.append(found.stdout)
        (path,) = (tmp_path / "cache").iterdir()
        path.write_bytes(path.read_bytes()[:1000])
    assert outs[0] == outs[1]


def test_without_a_command_the_list_of_commands_is_not_imported() -> None:
    """`wayout` in a terminal opens at once; everything else goes through the commands."""
    assert subprocess.run([sys.executable, "-c", BARE], check=False).returncode == 0
    for words in (["--help"], ["--version"]):
        found = subprocess.run([sys.executable, "-m", "wayout", *words], capture_output=True, text=True, check=True)
        assert "wayout" in found.stdout


def test_the_help_of_a_command_reads_no_library() -> None:
    found = subprocess.run([sys.executable, "-c", HELP], capture_output=True, text=True, check=True)
    assert found.stderr.split() == ["False"]


def test_a_bundle_is_the_library_of_its_files_whatever_their_times(
    project: Folders, invented: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project.seeds.with_name(BUNDLE_NAME)
    assert read_bundle(project) is None
    path.write_bytes(bundle(project, invented))
    for file in project.seeds.parent.rglob("*.yaml"):
        os.utime(file, ns=(1, 1))
    assert read_bundle(project) == with_outlines(invented)
    people = project.seeds / "people.yaml"
    text = people.read_text(encoding="utf-8")
    people.write_text(text.swapcase(), encoding="utf-8")
    assert read_bundle(project) is None
    people.write_text(text, encoding="utf-8")
    assert read_bundle(project) == with_outlines(invented)
    path.write_bytes(path.read_bytes()[:-1])
    assert read_bundle(project) is None
    path.write_bytes(bundle(project, invented))
    monkeypatch.setattr(wayout.store.library_cache, "VERSION", "another")
    assert read_bundle(project) is None


def test_the_first_start_of_what_was_installed_reads_no_yaml_and_keeps_no_copy(tmp_path: Path) -> None:
    """The wheel is built and installed as a user does it, next to nothing of the checkout."""
    python = [sys.executable, "-m"]
    build = [
        *python,
        "build",
        "--no-isolation",
        "--wheel",
        "--outdir",
        str(tmp_path),
        str(TESTS_FOLDER.parent),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    install = [*python, "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(site), str(wheel)]
    subprocess.run(install, check=True)
    env = {**os.environ, "WAYOUT_HOME": str(tmp_path / "home"), "PYTHONPATH": str(site)}
    found = subprocess.run(
        [sys.executable, "-c", f"import wayout; print(wayout.__file__)\n{WARM}"],
        env=env,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == [str(site / "wayout" / "__init__.py")]
    assert not (tmp_path / "home").exists()
    changed = site / "wayout" / "data" / "seeds" / "people.yaml"
    changed.write_text(changed.read_text(encoding="utf-8") + "# Mended by hand.\n", encoding="utf-8")
    found = subprocess.run([sys.executable, "-c", WARM], env=env, cwd=tmp_path, capture_output=True, text=True,
                           check=True)  # fmt: skip
    assert "yaml" in found.stdout.split()


def test_a_claim_is_decoded_when_it_is_first_asked_for(kept: LibraryCache, invented: Library) -> None:
    library = kept.read()
    assert library is not None
    claims = library.claims
    assert isinstance(claims, LazyMapping)
    name = next(iter(claims))
    assert name in claims
    assert len(claims) == len(invented.claims)
    assert not claims._decoded
    assert claims[name] is claims[name]
    assert claims._decoded == {name: invented.claims[name]}
    with pytest.raises(KeyError):
        claims["nobody-said"]
