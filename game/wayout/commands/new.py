"""How does a writer come to a first branch, story or claim that already passes every check?

The run of `wayout new`: scaffold, check, write; and which answer a fault belongs to.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from textwrap import dedent

from wayout.authoring.interview import SCHEMA, AnswerMissingError, Given, Project, Prompts, WrongAnswerError, claim
from wayout.authoring.templates import add_writer_files
from wayout.commands.output import emit_yaml, write_new_file
from wayout.errors import CLEAN, FAILED, FINDINGS, MISUSE
from wayout.locale import authoring_strings
from wayout.model.checks import check
from wayout.model.file_access import contents, keys, shipped, yaml_files
from wayout.model.findings import Finding
from wayout.model.load import name_of
from wayout.render.findings import printable
from wayout.store.editions import is_asked_for

MAX_LINE_SHOWN = 100
"""Characters that are shown of a line that has a fault."""
OPTION_FIELDS = ("label", "act", "author", "role", "teaser", "name", "says", "kind", "voice", "speaker", "quote",
                 "content", "gentle", "interest", "owner", "in-force", "date", "as-of", "identity")  # fmt: skip
"""Fields of which the option has the same name."""


def run(
    what: Callable[[Prompts, Project, Given], tuple[str, str]],
    given: Given,
    output: Path | None,
    stories: Sequence[Path] = (),
) -> int:
    """Ask, check, write; 1 if it does not hold together, 2 if something is missing, 3 if it cannot be written.

    What files and folders of the writer's own hold is known too. In a terminal, an answer that does not hold is asked
    for again, and the others stand.
    """
    questions = Prompts()
    folder = output.parent if output is not None else Path()
    project = Project(add_writer_files(stories), ids_in(folder), (folder, *stories))
    while True:
        try:
            name, text = what(questions, project, given)
            status, says, options = FINDINGS, *_unsound(what is claim, name, text, stories)
        except AnswerMissingError as missing:
            sys.stderr.write(f"{missing}\n")
            return MISUSE
        except WrongAnswerError as wrong:
            status, says, options = MISUSE, str(wrong), wrong.options
        if not says:
            break
        sys.stderr.writelines(f"{printable(line)}\n" for line in says.split("\n"))
        if not questions.asks_again(options):
            return status
        sys.stderr.write(authoring_strings.ASK_AGAIN + "\n")
    if what is claim and output is None:
        of_edition = is_asked_for() and not stories
        emit_yaml(dedent(text) if of_edition else text)
        sys.stderr.write((authoring_strings.THEN_EVIDENCE if of_edition else authoring_strings.THEN_CLAIM) + "\n")
        return CLEAN
    return _write(output or Path(f"{name}.yaml"), text, stories, is_claim=what is claim)


def _write(file: Path, text: str, stories: Sequence[Path], *, is_claim: bool) -> int:
    """Write a file, with the schema that it names beside it, and say what comes next."""
    written = write_new_file(file, text)
    if written is None:
        return FAILED
    if is_claim:
        return CLEAN
    for name in SCHEMA(text):
        with suppress(OSError), (written.parent / name).open("x", encoding="utf-8", newline="\n") as schema_file:
            schema_file.write((shipped().stories[0] / name).read_text(encoding="utf-8"))
            sys.stderr.write(authoring_strings.SCHEMA_BESIDE.format(name=name) + "\n")
    paths = " ".join(map(str, (written, *stories)))
    sys.stderr.write(authoring_strings.THEN_BRANCH.format(paths=paths, name=written.stem, folder=written.parent) + "\n")
    return CLEAN


def _unsound(is_claim: bool, name: str, text: str, stories: Sequence[Path]) -> tuple[str, tuple[str, ...]]:
    """What does not hold together, by the options that it was made from; nothing if all does."""
    findings = [fault for fault in faults(name, text, stories) if not is_claim or fault.severity == "error"]
    if not findings:
        return "", ()
    lines = text.split("\n")
    says, options = [authoring_strings.UNSOUND], []
    for finding in findings:
        option = _option(finding, is_claim=is_claim)
        line = f"{finding.says} {finding.hint} [{finding.code}]"
        says.append(authoring_strings.FAULT.format(option=option, says=line) if option else line)
        if finding.span.line <= len(lines):
            line = lines[finding.span.line - 1].strip()
            says.append(
                authoring_strings.IN_LINE.format(
                    line=line if len(line) < MAX_LINE_SHOWN else line[:MAX_LINE_SHOWN] + "…"
                )
            )
        options += [option] if option else []
    return "\n".join(says), tuple(options)


def _option(finding: Finding, *, is_claim: bool) -> str:
    """By which option that was given which a finding is about; empty where it is none."""
    kind, *path = finding.part or ("", "")
    field = next((step for step in reversed(path[1:]) if isinstance(step, str)), "")
    place = "--lines" if is_claim else "--place"
    is_branch = kind == "branch" or (kind == "story" and "choices" in path)
    known = {
        "lines": place, "at": place, "claims": "--claims", "from": "--claims", "is": "--is",
        "text": "--claims" if is_branch else "--says",
        "title": "--document" if kind == "document" else "--title",
    }  # fmt: skip
    return known.get(field, f"--{field}" if field in OPTION_FIELDS else "")


def ids_in(folder: Path) -> frozenset[str]:
    """All that may be an id in the files of a folder: what is written there must not give it again."""
    listed = yaml_files(folder)
    files = [contents(file) for file in listed] if isinstance(listed, list) else []
    texts = (raw.decode(errors="replace") for raw in files if isinstance(raw, bytes))
    return frozenset(key for text in texts for key in keys(text))


def faults(name: str, text: str, stories: Sequence[Path] = ()) -> list[Finding]:
    """What `check` finds in a file that is not yet written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        findings = check(add_writer_files((*stories, path)))
        return [finding for finding in findings if finding.span.file == name_of(path)]
