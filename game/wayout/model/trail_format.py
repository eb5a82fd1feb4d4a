"""What is a trail file: the steps of one reader, written by hand or by the program, and read as strictly as a story?

The trail file format: its version, fields, parsing, and serialisation to YAML.

It holds ids, and what its writer adds in words: no name, no time, no machine.
"""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import yaml
from msgspec import Meta, Struct, field

from wayout.model.file_access import MAX_TRAIL_BYTES, MAX_TRAIL_STEPS, Refusal, contents
from wayout.model.findings import Finding
from wayout.model.prompts import DIGEST_SKIPS, PartKind
from wayout.model.story import Story
from wayout.model.yaml.reader import LocatedData
from wayout.model.yaml.schema_errors import faults
from wayout.model.yaml.spans import DataPath

TRAIL_VERSION = 1
"""The version of the format that is written, and the only one that is read."""
TRAILS_FOLDER = "trails"
"""The folder beside stories whose trails are tests of them."""

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\t')
_TRAIL = re.compile(rb"""^(?:\{\s*)?["']?trail["']?\s*:""", re.MULTILINE)


class Expectation(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a page should be, in ids and evidence words."""

    page: Annotated[str | None, Meta(description="The scene of the page: scene, or record/scene.")] = None
    evidence: Annotated[
        str | tuple[str, ...],
        Meta(description="Its evidence words: taken · recorded, or a list; names may be left out."),
    ] = ()
    says: Annotated[str | tuple[str, ...], Meta(description="Words that the page holds.")] = ()
    situation: Annotated[dict[str, str], Meta(description="Variables of the situation and their values.")] = {}
    ending: Literal["as-published", "record-silent"] | None = None
    is_open: Annotated[tuple[str, ...], Meta(description="Moves that the page offers.")] = field(
        default=(), name="open"
    )
    closed: Annotated[tuple[str, ...], Meta(description="Choices that are shown, and not open.")] = ()


class FileStep(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One step: where it was made, what was done, and what its maker or its tester says of it."""

    at: Annotated[str | None, Meta(description="The scene, or record/scene; alone: go on until there.")] = None
    choose: Annotated[
        str | None,
        Meta(
            description="A choice; or 'go on', 'stay here', 'turn back', 'enter RECORD', 'mark WORD', "
            "'reply PROMPT OPTION', 'take THREAD', 'edit lines', 'cut LINE', 'put back LINE'."
        ),
    ] = None
    reason: Annotated[str | None, Meta(description="Why its maker chose so.")] = None
    note: str | None = None
    expect: Annotated[Expectation | None, Meta(description="Of the page that follows.")] = None


class FileTrail(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A trail as it stands in a file."""

    trail: Annotated[int, Meta(description="The version of this format: 1.")]
    edition: Annotated[
        str, Meta(description="The edition in which that story stands, by its id; without it, whichever is open.")
    ] = ""
    story: str
    start: Annotated[str | None, Meta(description="The scene where it began, if not at the story's start.")] = field(
        default=None, name="from"
    )
    digest: Annotated[str | None, Meta(description="Of the story when the trail was made.")] = None
    content: Literal["full", "gentle"] = "full"
    asks: Annotated[bool, Meta(description="Whether the reader marked, before an outcome, what is known.")] = field(
        default=False, name="ask-first"
    )
    parts: Annotated[tuple[PartKind, ...], Meta(description="What of the reader's own part was switched on.")] = field(
        default=(), name="reader"
    )
    taken: Annotated[
        tuple[str, ...], Meta(description="Lines that were brought along: 'THREAD RECORD/SCENE', the last one in hand.")
    ] = ()
    ended: Annotated[
        tuple[str, ...], Meta(description="Stories that its reader had brought to an end before she began.")
    ] = ()
    paper: Annotated[str, Meta(description="A document by which alone it was read.")] = ""
    note: str | None = None
    steps: tuple[str | FileStep, ...] = ()
    expect: Annotated[Expectation | None, Meta(description="Of the last page.")] = None

    @property
    def every_step(self) -> tuple[FileStep, ...]:
        """The steps, however they were written."""
        return tuple(FileStep(choose=step) if isinstance(step, str) else step for step in self.steps)


class TrailFile:
    """A file that was read: the trail, if it has the right shape, and the findings."""

    def __init__(self, path: Path, name: str | None = None) -> None:
        self.file = name or str(path)
        self.located = _read(path, self.file)
        self.findings = list(self.located.findings)
        self.trail = self._trail() if self.located.whole else None

    def fault(self, code: str, path: DataPath, says: str, hint: str, *, key: bool = False) -> Finding:
        """A finding at a part of the file."""
        return Finding(code=code, span=self.located.span(*path, key=key), says=says, hint=hint)

    def _trail(self) -> FileTrail | None:
        data = self.located.data
        version = data.get("trail") if isinstance(data, dict) else None
        if isinstance(version, int) and version != TRAIL_VERSION:
            says = f"This trail file is of version {int(version)}; version {TRAIL_VERSION} is what can be read."
            self.findings.append(self.fault("trail-version", ("trail",), says, "Write 'trail: 1', or update Wayout."))
            return None
        try:
            trail = msgspec.convert(data, FileTrail)
        except msgspec.ValidationError:
            self.findings += [
                self.fault(violation.code, violation.path, violation.says, violation.hint, key=violation.at_key)
                for violation in faults(data, FileTrail)
            ]
            return None
        if len(trail.steps) > MAX_TRAIL_STEPS:
            says = f"The trail has {len(trail.steps)} steps; {MAX_TRAIL_STEPS} at most are read."
            self.findings.append(self.fault("too-many-steps", ("steps",), says, "Begin a new trail.", key=True))
            return None
        for index, step in enumerate(trail.every_step):
            if not step.at and not step.choose:
                says = "A step needs 'choose', or 'at' where it is enough to come to a page."
                self.findings.append(self.fault("missing-field", ("steps", index), says, "Add 'choose: …'.", key=True))
        return trail


def is_trail(path: Path) -> bool:
    """Whether a file seems meant as a trail: by its folder's name, or by its first lines."""
    if path.parent.name == TRAILS_FOLDER:
        return True
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return _TRAIL.search(file.read(4096)) is not None
    except OSError:
        return False


def as_yaml(trail: FileTrail) -> str:
    """A trail as text that is read back as the same trail; what says nothing is left out."""
    data = _bare(msgspec.to_builtins(trail))
    if trail.content == "full":
        del data["content"]
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=None, width=110)
    return text


class _Dumper(yaml.SafeDumper):
    """Writes every text so that it is read back: in single quotes PyYAML folds some ends of lines."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _LINE_ENDS.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_LINE_ENDS = re.compile("[\r\x85\u2028\u2029]")
_Dumper.add_representer(str, _text)


def _bare(data: Any) -> Any:
    """Without what is nothing, false or empty: it is so without being written."""
    if isinstance(data, dict):
        return {key: _bare(value) for key, value in data.items() if value}
    return [_bare(value) for value in data] if isinstance(data, list | tuple) else data


def _read(path: Path, name: str) -> LocatedData:
    raw = contents(path, path.parent if path.parent.name == TRAILS_FOLDER else None, MAX_TRAIL_BYTES)
    data = LocatedData(name, "" if isinstance(raw, Refusal) else raw)
    if isinstance(raw, Refusal):
        data.findings.append(raw.finding(name))
    if path.suffix.lower() == ".json" and any(finding.code == "syntax" for finding in data.findings):
        return _as_json(data)
    return data


def _as_json(data: LocatedData) -> LocatedData:
    """What YAML 1.1 does not take from JSON (tabs, escaped pairs of surrogates) written so that it does."""
    try:
        json.loads(data.text)
    except (ValueError, RecursionError):
        return data
    return LocatedData(data.file, _STRING.sub(_yaml_string, data.text))


def _yaml_string(match: re.Match[str]) -> str:
    return " " if match[0] == "\t" else json.dumps(json.loads(match[0]), ensure_ascii=False)


DIGEST_DIGITS = 12
"""Hexadecimal digits of a digest that are written: two stories share them once in 10 ** 14."""


def digest(story: Story) -> str:
    """What tells one state of a story from another; fields that a later program adds leave it as it is."""
    data = msgspec.json.encode(_content_of(msgspec.to_builtins(story)))
    return f"sha256-{sha256(data).hexdigest()[:DIGEST_DIGITS]}"


def _content_of(data: Any) -> Any:
    """Only what was written, the order of choices included: each mapping as its pairs."""
    if isinstance(data, dict):
        return [(key, _content_of(value)) for key, value in data.items()
                if key not in DIGEST_SKIPS and value not in (None, False, "", (), [], {})]  # fmt: skip
    return [_content_of(value) for value in data] if isinstance(data, list | tuple) else data
