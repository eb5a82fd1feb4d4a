"""How is the example of a page of FINDINGS.md made in the invented project, looked at there, and mended?"""

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.paths import EXAMPLE_FILES
from wayout.cli import main
from wayout.commands.explain import FENCE, MENDED, CodePage
from wayout.model.file_access import Folders

EXAMPLES = EXAMPLE_FILES
BEFORE, ARCHIVE = "before", "archive"
"""Folders that only some examples have: the project before a change, and the archived texts."""
UNPRINTED = re.compile(r"«(?:U\+(?P<sign>[0-9A-F]+)|byte (?P<byte>[0-9A-F]{2})|(?P<what>[^«»]+?) × (?P<times>[\d,]+))»")
"""What a page cannot print: a character, a byte that is no character, or the same very often."""

BY_EDITION = ("off-map",)
"""Codes of what hangs on an edition's own frame, which no file of stories or evidence gives: test_places has them."""

Found = tuple[str, str, int, int]
"""File, within the project, code, line and column."""


class Block(NamedTuple):
    """Lines of a file; of the example, with the line and column that are marked, counted from 0 within the block."""

    file: str
    lines: tuple[str, ...]
    mark: tuple[int, int] | None


class Side(NamedTuple):
    """One half of an example: parts of files, lines to type, and the command that looks for faults."""

    blocks: tuple[Block, ...]
    typed: tuple[str, ...]
    command: str


class Example(NamedTuple):
    """An example as the fault is found in it, and mended."""

    faulty: Side
    mended: Side
    is_printed: bool
    """Whether the page shows every sign of it."""

    @property
    def is_plain(self) -> bool:
        """Whether lines of files that can be printed are all there is to it."""
        return self.is_printed and self.faulty.command == self.mended.command and not (
            self.faulty.typed or self.mended.typed or "--" in self.faulty.command)  # fmt: skip


def example(page: CodePage) -> Example:
    """The example of a page; both halves are empty where it has none."""
    lines = "\n".join(page.lines)
    before, _, after = lines.partition(f"\n{MENDED}\n")
    usual = "wayout explore ." if page.family == "Exploring" else "wayout check ."
    faulty = _side(before, usual)
    return Example(faulty, _side(after, faulty.command), is_printed="«" not in lines)


def _side(text: str, usual: str) -> Side:
    blocks: list[Block] = []
    typed: list[str] = []
    for kind, inside in re.findall(rf"^{FENCE}(\w+)\n(.*?)^{FENCE}$", text, re.MULTILINE | re.DOTALL):
        lines = inside.removesuffix("\n").split("\n")
        if kind == "console":
            typed += lines
        else:
            blocks.append(_block(lines))
    commands = [line for line in typed if line.startswith("wayout ")]
    assert len(commands) <= 1
    return Side(tuple(blocks), tuple(line for line in typed if line not in commands), (*commands, usual)[0])


def _block(lines: list[str]) -> Block:
    kept: list[str] = []
    mark = None
    for line in lines[1:]:
        if re.fullmatch(r" *\^+", line):
            mark = (len(kept) - 1, line.index("^"))
        else:
            kept.append(UNPRINTED.sub(_unprinted, line))
    return Block(lines[0].removeprefix("# "), tuple(kept), mark)


def _unprinted(match: re.Match[str]) -> str:
    """What is meant; a byte that is no character as Python reads one (`surrogateescape`)."""
    if match["sign"]:
        return chr(int(match["sign"], 16))
    if match["byte"]:
        return bytes.fromhex(match["byte"]).decode("utf-8", "surrogateescape")
    return match["what"] * int(match["times"].replace(",", ""))


class Project:
    """The invented project with an example in it, mended at first."""

    def __init__(self, folder: Path, page: CodePage) -> None:
        self.folder, self.example = folder, example(page)
        shutil.copytree(EXAMPLES / "base", folder, dirs_exist_ok=True)
        words = shlex.split(self.example.faulty.command)
        for name, source in ((BEFORE, "base"), (ARCHIVE, "archive")):
            if name in words:
                shutil.copytree(EXAMPLES / source, folder / name)
        former = [block for block in self.example.faulty.blocks if block.file.startswith(f"{BEFORE}/")]
        for block in self.example.mended.blocks:
            path = folder / block.file
            old = next((one for one in former if one.file == f"{BEFORE}/{block.file}"), None)
            if not path.exists():
                path.parent.mkdir(exist_ok=True)
                self._write(block.file, [*block.lines, ""])
            elif old is not None:
                former.remove(old)
                self._replace(old._replace(file=block.file), block)
            else:
                self._where(block)

    def spoil(self) -> list[tuple[str, int, int]]:
        """Put the fault in, and give the places that are marked."""
        left = list(self.example.mended.blocks)
        for block in self.example.faulty.blocks:
            if mended := next((one for one in left if one.file == block.file), None):
                left.remove(mended)
                self._replace(mended, block)
        assert not left
        self._type(self.example.faulty)
        marked = []
        for block in self.example.faulty.blocks:
            start = self._where(block) if block.lines else 0
            if block.mark is not None:
                line, column = block.mark
                marked.append((block.file, max(start + line, 0) + 1, column + 1))
        return marked

    def mend(self) -> None:
        """Do what the page says against the fault."""
        self._type(self.example.mended)
        left = list(self.example.mended.blocks)
        for block in self.example.faulty.blocks:
            if mended := next((one for one in left if one.file == block.file), None):
                left.remove(mended)
                self._replace(block, mended)

    def found(self, command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[Found]:
        """Every finding of a command of the page."""
        monkeypatch.chdir(self.folder)
        monkeypatch.setattr("wayout.model.file_access.shipped", lambda: Folders(Path("seeds"), (Path("story"),)))
        status = main([*shlex.split(command)[1:], "--format", "json"], "wayout", standalone_mode=False)
        told = json.loads(capsys.readouterr().out)
        findings = told if isinstance(told, list) else [one for story in told["stories"] for one in story["findings"]]
        assert status == any(one["severity"] == "error" for one in findings)
        return [(one["file"], one["code"], one["line"], one["column"]) for one in findings]

    def _type(self, side: Side) -> None:
        for line in side.typed:
            subprocess.run(line, shell=True, check=True, cwd=self.folder)

    def _where(self, block: Block) -> int:
        """In which line, from 0, a block begins that stands once in its file."""
        lines, size = self._read(block.file), len(block.lines)
        at = [start for start in range(len(lines)) if tuple(lines[start : start + size]) == block.lines]
        assert len(at) == 1, (block, at)
        return at[0]

    def _replace(self, old: Block, new: Block) -> None:
        at, lines = self._where(old), self._read(old.file)
        self._write(old.file, [*lines[:at], *new.lines, *lines[at + len(old.lines) :]])

    def _read(self, file: str) -> list[str]:
        return (self.folder / file).read_text(encoding="utf-8", errors="surrogateescape").split("\n")

    def _write(self, file: str, lines: list[str]) -> None:
        text = "\n".join(lines)
        (self.folder / file).write_text(text, encoding="utf-8", errors="surrogateescape", newline="\n")
