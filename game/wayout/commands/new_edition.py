"""How does a writer come to an edition that already passes every check, plays, and can be taught?

The run of `wayout new edition`: refuse a folder that holds something, scaffold in a temporary folder, check there, then
write all of it, with the schemas that its files name.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from wayout.authoring.edition_templates import edition_files
from wayout.authoring.interview import SCHEMA, AnswerMissingError, Given, Prompts
from wayout.commands.output import print_status
from wayout.errors import CLEAN, FAILED, FINDINGS, MISUSE
from wayout.locale import authoring_strings, strings
from wayout.model.checks import check
from wayout.model.file_access import folders_of, is_hidden, shipped
from wayout.model.load import load, name_of
from wayout.render.findings import concise

_SHELL_WORD = re.compile(r"[\w./~-]+").fullmatch


def run(folder: Path, given: Given, *, takes_defaults: bool) -> int:
    """Ask, check, write; 1 if it does not hold together, 2 if something is missing or there, 3 if it cannot be written.

    Whoever `takes_defaults` is asked nothing.
    """
    if refusal := _refusal(folder):
        print_status(refusal)
        return MISUSE
    ask = Prompts()
    if takes_defaults:
        ask.can_ask = False
    elif not ask.can_ask:
        ask.missing += [option for option in ("--title", "--person") if given[option.removeprefix("--")] is None]
    try:
        name, files = edition_files(ask, given, folder.absolute().name, datetime.now(UTC).date())
    except AnswerMissingError as missing:
        print_status(f"{missing} {authoring_strings.OR_YES}")
        return MISUSE
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary) / "edition"
        try:
            count = _write(made, files)
            findings = check(load(folders_of(made)))
            if findings:
                within = name_of(made / "x").removesuffix("x")
                lines = (concise(finding).replace(within, f"{folder}{os.sep}") for finding in findings)
                sys.stderr.write("\n".join((authoring_strings.UNSOUND, *lines)) + "\n")
                return FINDINGS
            shutil.copytree(made, folder, dirs_exist_ok=True)
        except OSError as error:
            print_status(strings.NOT_EXPORTED.format(path=folder, why=error.strerror or error))
            return FAILED
    print_status(authoring_strings.WRITTEN_IN.format(folder=folder, count=count))
    shown = str(folder) if _SHELL_WORD(str(folder)) else f"'{folder}'"
    for line in authoring_strings.THEN_EDITION.format(folder=shown, name=name).split("\n"):
        print_status(line)
    return CLEAN


def _refusal(folder: Path) -> str:
    """Why nothing can be written there; nothing where it can."""
    if not folder.is_dir():
        return authoring_strings.NOT_A_FOLDER.format(folder=folder) if os.path.lexists(folder) else ""
    held = next((name for name in sorted(os.listdir(folder)) if not is_hidden(name)), "")  # noqa: PTH208 (names alone)
    return authoring_strings.FOLDER_FULL.format(folder=folder, name=held) if held else ""


def _write(root: Path, files: Mapping[str, str]) -> int:
    """Write every file, and beside it the schema that it names. Returns how many there are; raises OSError."""
    schemas = set()
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        schemas |= {file.parent.relative_to(root) / schema for schema in SCHEMA(text)}
    for schema in schemas:
        home = shipped().seeds.parent / schema
        (root / schema).write_text(home.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    return len(files) + len(schemas)
