"""What does a code of `wayout check` mean, why does it matter, and how is it mended?

Explanations of finding codes: sections of `story/FINDINGS.md`, wrapped to the terminal's width.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap

from msgspec import Struct

from wayout.commands.output import emit
from wayout.errors import CLEAN, MISUSE
from wayout.locale import authoring_strings
from wayout.model.file_access import shipped
from wayout.model.findings import CODES, can_be_ignored
from wayout.model.yaml.schema_errors import in_other_case, nearest
from wayout.render.findings import Paint, coloured, plain, printable

GUIDE = "FINDINGS.md"
FENCE, MENDED = "```", "Mended:"
MAX_TEXT_WIDTH = 80
"""Columns of the widest line of an explanation."""


class CodePage(Struct, frozen=True):
    """The section of one code: its family, and its lines below the heading."""

    code: str
    family: str
    lines: tuple[str, ...]


def pages(guide: str) -> Mapping[str, CodePage]:
    """The pages of a guide in Markdown: a heading `##` for each family, and `###` for each code."""
    by_code: dict[str, CodePage] = {}
    for family in guide.split("\n## ")[1:]:
        title, *sections = family.split("\n### ")
        for section in sections:
            code, *lines = section.strip().split("\n")
            by_code[code] = CodePage(code, title.split("\n", 1)[0].strip(), tuple(lines))
    return by_code


def read() -> Mapping[str, CodePage]:
    """The pages of the shipped guide."""
    folder: Path = shipped().stories[0]
    return pages((folder / GUIDE).read_text(encoding="utf-8"))


def run(code: str | None) -> int:
    """Show the page of one code, or the list of all; returns 2 for a code that does not exist."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    paint = coloured if colour else plain
    width = min(shutil.get_terminal_size((MAX_TEXT_WIDTH, 24)).columns, MAX_TEXT_WIDTH)
    known = read()
    if code is None:
        _say(contents(known, width, paint))
        return CLEAN
    if code not in known:
        meant = in_other_case(code, known)
        hint = authoring_strings.MEANT.format(code=meant) if meant else nearest(code, known) or authoring_strings.LIST
        sys.stderr.write(f"{authoring_strings.NO_CODE.format(code=printable(code))} {hint}\n")
        return MISUSE
    _say(page(known[code], width, paint))
    return CLEAN


def _say(lines: Iterator[str]) -> None:
    emit("".join(f"{line.rstrip()}\n" for line in lines))


def contents(known: Mapping[str, CodePage], width: int, paint: Paint = plain) -> Iterator[str]:
    """Every code with its severity and its sentence, by family."""
    column = max(map(len, known))
    family = ""
    for code, code_page in known.items():
        if code_page.family != family:
            yield from ([""] if family else [])
            family = code_page.family
            yield paint(family, "strong")
        severity, says = CODES[code]
        head = f"  {code:<{column}}  {severity:<7}  "
        if len(head) + 20 > width:
            yield f"  {paint(code, severity)} ({severity})"
            yield from wrap(says, width, initial_indent="    ", subsequent_indent="    ")
            continue
        first, *rest = wrap(says, width - len(head))
        yield f"  {paint(code, severity)}{head[2 + len(code) :]}{first}"
        yield from (" " * len(head) + line for line in rest)


def page(code_page: CodePage, width: int, paint: Paint = plain) -> Iterator[str]:
    """One page, its prose wrapped and its examples set off."""
    severity, says = CODES[code_page.code]
    yield paint(code_page.code, severity)
    yield f"{severity}, {code_page.family[0].lower()}{code_page.family[1:]}"
    yield ""
    yield from wrap(says, width)
    in_block = False
    prose: list[str] = []
    for line in (*code_page.lines[_head(code_page) :], ""):
        if in_block and not line.startswith(FENCE):
            yield "    " + (paint(line, severity) if _marks(line) else line)
        elif line and not line.startswith(FENCE):
            prose.append(line)
        else:
            yield from wrap(" ".join(prose), width, break_on_hyphens=False)
            prose = []
            if line:
                in_block = not in_block
            else:
                yield ""
    if can_be_ignored(code_page.code):
        yield from wrap(authoring_strings.IGNORABLE, width)
        yield authoring_strings.ENTRY.format(code=code_page.code)
    else:
        yield from wrap(authoring_strings.NOT_IGNORABLE, width)


def _marks(line: str) -> bool:
    """Whether a line of an example is the marks below another."""
    return set(line) == {" ", "^"} or set(line) == {"^"}


def _head(code_page: CodePage) -> int:
    """How many lines come before the prose: the severity and the sentence, which the catalogue has too."""
    return next((number + 1 for number, line in enumerate(code_page.lines) if line.startswith("**")), 0)
