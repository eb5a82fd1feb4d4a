"""Each document of the corpus is read, or refused, as it says there; what editors read otherwise is told."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.reading import FILE, NODE, Case, cases, editors
from tests.support.paths import BASE_STORY
from wayout.commands.check import run
from wayout.model.findings import CODES
from wayout.model.yaml.reader import LocatedData, read

BASE = BASE_STORY
CORPUS = tuple(cases(FILE.read_text(encoding="utf-8")))
LENIENT = FILE.read_text(encoding="utf-8").partition("# Where libyaml is more lenient")[2]
PARTED = {case.name for case in CORPUS if case.editor and f"## {case.name}\n" not in LENIENT}


def test_the_corpus_has_about_two_hundred_documents_with_names_of_their_own() -> None:
    assert len(CORPUS) >= 200
    assert len({case.name for case in CORPUS}) == len(CORPUS)
    assert {"yaml-feature", "syntax", "encoding", "duplicate-key", "hidden-character", "ambiguous-scalar"} <= {
        finding.split()[0] for case in CORPUS for finding in case.findings
    }


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.name)
def test_a_document_gives_the_data_and_the_findings_that_are_written(case: Case, tmp_path: Path) -> None:
    located = LocatedData("a.yaml", case.text)
    assert tuple(f"{one.code} {one.span.line}:{one.span.column}" for one in located.findings) == case.findings
    assert (json.dumps(located.data, ensure_ascii=False) if located.whole else "") == case.data
    (tmp_path / "a.yaml").write_bytes(case.text.encode())
    assert [(one.code, one.span.line) for one in read(tmp_path / "a.yaml").findings] == [
        (one.code, one.span.line) for one in located.findings
    ]


@pytest.mark.skipif(shutil.which("node") is None or not (NODE / "node_modules" / "yaml").is_dir(),
                    reason="needs node and the packages of .ci")  # fmt: skip
def test_where_an_editor_reads_something_else_a_finding_says_so() -> None:
    for case, read_there in zip(CORPUS, editors([case.text for case in CORPUS]), strict=True):
        same = read_there in (None, case.data) if case.data in ("", "null") else _same(read_there, case.data)
        if case.data:
            assert same == (not case.editor), case
        assert not case.editor or case.findings or case.name not in PARTED, case
    assert len(PARTED) >= 20


PYYAML = yaml.SafeLoader("")
ALIKE = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp")
"""What YAML 1.1 makes of a plain scalar that is text here without a warning."""


SCALARS = st.text("0123456789_.:+-eExboinfaNAT~=", max_size=12)


@given(SCALARS | st.sampled_from(["yes", "No", "on", "OFF", "TRUE", "Null"]))
def test_no_plain_scalar_is_text_here_and_something_else_in_yaml_1_1_without_a_warning(text: str) -> None:
    located = LocatedData("a.yaml", f"a: {text}")
    if located.findings or not isinstance((located.data or {}).get("a"), str):
        return
    resolve: Any = PYYAML.resolve
    assert resolve(yaml.ScalarNode, located.data["a"], (True, False)) in ALIKE


def _same(one: str | None, other: str) -> bool:
    return one not in (None, "error") and json.dumps(json.loads(one or ""), ensure_ascii=False) == other


def test_every_document_goes_through_check_as_a_story_and_as_claims(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Path(shutil.copytree(BASE, tmp_path / "project"))
    for number, case in enumerate(CORPUS):
        (project / "story" / f"case-{number}.yaml").write_bytes(case.text.encode())
        (project / "seeds" / "claims" / f"case-{number}.yaml").write_bytes(case.text.encode())
    assert run([project], "json") == 1
    found = json.loads(capsys.readouterr().out)
    files = {Path(one["file"]).name for one in found}
    assert {f"case-{number}.yaml" for number in range(len(CORPUS))} <= files
    for one in found:
        assert one["code"] in CODES
        assert one["says"], one
        assert one["hint"], one
        lines = Path(one["file"]).read_text(encoding="utf-8").count("\n") + 3
        assert 1 <= one["line"] <= lines
        assert one["column"] >= 1
