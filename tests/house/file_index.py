"""Where does a line live? The last chapter of CONTRIBUTING.md, made from what each file of the program says of itself.

A generator of an index of files: Markdown, one line a file, from the second paragraph of its docstring or head comment.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.paths import TESTS_FOLDER

GUIDE = TESTS_FOLDER.parent / "CONTRIBUTING.md"
PACKAGE = TESTS_FOLDER.parent / "game" / "wayout"
ROOMS = ("", "cli", "commands", "classroom", "faces", "authoring", "store", "render", "views", "state_space", "play",
         "model", "geodata", "locale")  # fmt: skip
"""In the order of the picture of the house."""
HEAD = "## Where a line lives"
LEAD = f"""{HEAD}

Every file by its room, with what is found there; a `.tcss` is the style sheet of the screen or widget of its name.
This chapter is made from the second paragraphs of the files: `make index` writes it anew.
"""
_SENTENCE = re.compile(r".*?[.!?](?=\s+[A-Z`]|$)")


def in_trade_words(file: Path) -> str:
    """The second paragraph of what a file says of itself, in one line; empty where it has none."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".py":
        head = ast.get_docstring(ast.parse(text)) or ""
    else:
        head = text[2:].partition("*/")[0].strip() if text.startswith("/*") else ""
    paragraphs = head.split("\n\n")
    return " ".join(paragraphs[1].split()) if len(paragraphs) > 1 else ""


def index() -> str:
    """The chapter."""
    return (
        "\n".join([LEAD, *(line for room in ROOMS for line in _room(PACKAGE / room, is_root=not room))]).rstrip() + "\n"
    )


def files(folder: Path) -> list[Path]:
    """The files of a folder that say what they are."""
    return sorted(file for file in folder.iterdir() if file.suffix in (".py", ".js", ".css"))


def _room(folder: Path, *, is_root: bool = False) -> Iterator[str]:
    name = folder.relative_to(PACKAGE).as_posix()
    yield "### The root" if is_root else f"### {name}/"
    yield ""
    for file in files(folder):
        if file.name == "__init__.py" and not is_root and _holds_nothing(file):
            yield _sentence(file)
            yield ""
        else:
            yield f"- `{file.relative_to(PACKAGE).as_posix()}`: {_sentence(file)}"
    yield ""
    if not is_root:
        for inner in sorted(file for file in folder.iterdir() if (file / "__init__.py").is_file()):
            yield from _room(inner)


def _sentence(file: Path) -> str:
    """The first sentence of the paragraph."""
    text = in_trade_words(file)
    found = _SENTENCE.match(text)
    return found[0] if found else text


def _holds_nothing(file: Path) -> bool:
    return len(ast.parse(file.read_text(encoding="utf-8")).body) == 1


def written(guide: str) -> str:
    """The guide with the chapter as its last."""
    return guide.partition(f"\n{HEAD}\n")[0].rstrip() + "\n\n" + index()


if __name__ == "__main__":
    GUIDE.write_text(written(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{GUIDE}\n")
