"""Does `make play` make the environment, mend what was begun, and say in one sentence what is wrong?

Each test runs Make in a copy of what it needs. No registry can be reached; what is installed lies in a local folder.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / ".ci" / "lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BACKEND = """
import zipfile

def build_editable(folder, settings=None, metadata=None):
    name = "wayout-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        info = "wayout-0.1.0.dist-info"
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: wayout\\nVersion: 0.1.0\\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/entry_points.txt", "[console_scripts]\\nwayout = part:main\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return name
"""
"""Builds what stands for the program: its command is that of the one package in the lock."""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="needs make")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that make an environment, and a lock of one package, which says hello as the game."""
    checkout = tmp_path / "checkout"
    (checkout / ".ci" / "lock").mkdir(parents=True)
    (checkout / "game").mkdir()
    shutil.copy(ROOT / "Makefile", checkout)
    shutil.copy(ROOT / ".ci" / "setup", checkout / ".ci")
    (checkout / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (checkout / "backend.py").write_text(BACKEND, encoding="utf-8")
    (checkout / "game" / "__init__.py").write_text("", encoding="utf-8")
    wheel = tmp_path / "wheels" / "part-1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("part.py", "def main():\n    print('Hello.')\n")
        file.writestr("part-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: part\nVersion: 1.0\n")
        file.writestr("part-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr("part-1.0.dist-info/RECORD", "")
    checksum = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (checkout / ".ci" / "lock" / "play.txt").write_text(f"part==1.0 --hash=sha256:{checksum}\n", encoding="utf-8")
    return checkout


def make_play(checkout: Path, **env: str) -> tuple[int, str, str]:
    """Status, output, and what was said of faults but for Make's own line."""
    around = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "MAKE", "MFLAGS"))}
    around |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_NO_CACHE_DIR": "1", "PYTHON": sys.executable,
               "PIP_FIND_LINKS": str(checkout.parent / "wheels")}  # fmt: skip
    done = subprocess.run(["make", "play"], cwd=checkout, env={**around, **env}, capture_output=True, text=True,
                          check=False, timeout=120)  # fmt: skip
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make: ***")]
    return done.returncode, done.stdout, "\n".join(lines)


def without_pip(checkout: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", checkout / ".venv"], check=True)


def without_its_python(checkout: Path) -> None:
    """As after an upgrade of the system."""
    make_play(checkout)
    for python in (checkout / ".venv" / "bin").glob("python*"):
        python.unlink()
    (checkout / ".venv" / "bin" / "python").symlink_to("/nowhere/python3.9")
    (checkout / "pyproject.toml").touch()


def interrupted(checkout: Path) -> None:
    """A package is there by name, but its module is not."""
    make_play(checkout)
    (checkout / ".venv" / "play").unlink()
    next((checkout / ".venv" / "lib").rglob("part.py")).unlink()


def a_file(checkout: Path) -> None:
    (checkout / ".venv").write_text("", encoding="utf-8")


@pytest.mark.parametrize("harm", [without_pip, without_its_python, interrupted, a_file])
def test_a_half_made_environment_is_made_anew(checkout: Path, harm: Callable[[Path], None]) -> None:
    harm(checkout)
    assert make_play(checkout) == (0, "Setting up (once) …\nHello.\n", "")
    assert make_play(checkout) == (0, "Hello.\n", "")


def test_a_new_lock_is_installed_over_what_is_there(checkout: Path) -> None:
    make_play(checkout)
    kept = checkout / ".venv" / "kept"
    kept.touch()
    os.utime(checkout / ".ci" / "lock" / "play.txt", (2e9, 2e9))
    assert make_play(checkout)[:2] == (0, "Setting up (once) …\nHello.\n")
    assert kept.exists()


@pytest.mark.parametrize("env", [
    {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_FIND_LINKS": "", "PIP_RETRIES": "0"},
    {"PIP_FIND_LINKS": ""},
], ids=["nobody answers", "nothing to ask"])  # fmt: skip
def test_without_a_network_one_sentence_says_so_and_the_next_run_mends_it(checkout: Path, env: dict[str, str]) -> None:
    status, out, said = make_play(checkout, **env)
    assert (status, out) == (2, "Setting up (once) …\n")
    assert said == "The packages could not be fetched: once, a network is needed (.venv/setup.log says more)."
    assert make_play(checkout) == (0, "Setting up (once) …\nHello.\n", "")


def test_what_is_not_what_was_tested_is_not_installed(checkout: Path) -> None:
    lock = checkout / ".ci" / "lock" / "play.txt"
    lock.write_text(f"part==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    status, _, said = make_play(checkout)
    assert (status, said) == (
        2, "A package is not the one that was tested, so nothing was installed: .venv/setup.log names it.",
    )  # fmt: skip


def python_that(folder: Path, does: str) -> str:
    """A Python that is not as it should be."""
    python = folder / "python"
    python.write_text(f'#!/bin/sh\n{does}\nexec {sys.executable} "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return str(python)


TOO_OLD = "Wayout needs Python 3.11 or later, and '{python}' is older; 'make play PYTHON=…' names another."
NO_VENV = (
    "This Python cannot make a virtual environment with pip: on Debian and Ubuntu, install the package 'python3-venv'."
)


@pytest.mark.parametrize(("does", "said"), [
    ('[ "$1" = -c ] && exit 1', TOO_OLD),
    ('[ "$2" = venv ] && exit 1', NO_VENV),
    ('[ "$2" = venv ] && { mkdir -p .venv/bin; exit 0; }', NO_VENV),
])  # fmt: skip
def test_a_python_that_will_not_do_is_told_in_one_sentence(checkout: Path, does: str, said: str) -> None:
    python = python_that(checkout.parent, does)
    assert make_play(checkout, PYTHON=python) == (2, "", said.format(python=python))
    assert make_play(checkout)[0] == 0


def test_no_python_at_all_is_told_in_one_sentence(checkout: Path) -> None:
    said = "Wayout needs Python 3.11 or later, and there is no 'python9' here; 'make play PYTHON=…' names another."
    assert make_play(checkout, PYTHON="python9") == (2, "", said)


def locked(kind: str) -> dict[str, str]:
    """Names and versions of a lock; every entry has a checksum."""
    entries = (LOCKS / f"{kind}.txt").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    found = [entry for entry in entries if entry and not entry.startswith("#")]
    assert all("--hash=sha256:" in entry for entry in found)
    return dict(entry.split(" ", 1)[0].split("==") for entry in found)


@pytest.mark.parametrize(("kind", "extras"), [("play", ()), ("dev", ("class", "test", "dev"))])
def test_a_lock_holds_what_the_project_asks_for(kind: str, extras: tuple[str, ...]) -> None:
    """After a change of the requirements, `make lock` writes it anew."""
    versions, project = locked(kind), PROJECT["project"]
    asked = [*PROJECT["build-system"]["requires"], *project["dependencies"]]
    for requirement in map(
        Requirement, [*asked, *(one for extra in extras for one in project["optional-dependencies"][extra])]
    ):
        if requirement.name != "wayout":
            assert versions[canonicalize_name(requirement.name)] in requirement.specifier, requirement


def test_the_two_locks_agree_and_name_no_registry() -> None:
    play, dev = locked("play"), locked("dev")
    assert play.items() <= dev.items()
    assert not any("://" in (LOCKS / f"{kind}.txt").read_text(encoding="utf-8") for kind in ("play", "dev"))


def test_every_requirement_of_the_program_has_a_floor_and_what_is_subclassed_a_ceiling() -> None:
    project = PROJECT["project"]
    asked = map(Requirement, [*project["dependencies"], *project["optional-dependencies"]["class"]])
    bounds = {requirement.name: {one.operator for one in requirement.specifier} for requirement in asked}
    assert all(">=" in operators for operators in bounds.values())
    assert {name for name, operators in bounds.items() if "<" in operators} == {"h11", "textual", "uvicorn"}
