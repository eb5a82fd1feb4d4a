"""What a writer's editor shows: the real yaml-language-server accepts our files and flags what `check` flags."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from tests.support.paths import BASE_STORY
from wayout.model.checks import check
from wayout.model.file_access import Folders, shipped
from wayout.model.load import load

ROOT = shipped().seeds.parent
SERVER = ROOT / ".ci" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
BASE = BASE_STORY
FILES = sorted(
    path.relative_to(ROOT)
    for folder in ("story", "story/branches", "story/trails", "seeds", "seeds/claims")
    for path in (ROOT / folder).glob("*.yaml")
)
BROKEN = {
    "lable: Refuse": "label: Refuse", "is: recordet": "is: recorded", "claims: 12": "claims: [anton-told]",
    "person: [anton]": "person: anton",
}  # fmt: skip
"""What is written, instead of what, in Anton's story."""


class Editor:
    """An editor as the server sees it (Language Server Protocol 3.17, over standard streams)."""

    def __enter__(self) -> Self:
        self._server = subprocess.Popen(["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)  # fmt: skip
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._tell("initialized", {})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.communicate()

    def faults(self, path: Path) -> list[tuple[int, str]]:
        """The lines, from 1, and the sentences of what is flagged in a file."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self._tell("textDocument/didOpen", {"textDocument": document})
        for message in self._heard():
            told = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and told["uri"] == uri:
                return [(one["range"]["start"]["line"] + 1, one["message"]) for one in told["diagnostics"]]
        raise AssertionError("the server went away")

    def _heard(self) -> Iterator[dict[str, Any]]:
        out = self._server.stdout
        assert out is not None
        while head := out.readline():
            length = int(head.split(b":")[1])
            while out.readline().strip():
                pass
            message = json.loads(out.read(length))
            if "id" in message and "method" in message:
                asked = message.get("params", {}).get("items", [])
                self._send({"id": message["id"], "result": [None for _ in asked]})
            yield message

    def _ask(self, method: str, params: dict[str, Any]) -> None:
        self._send({"id": 1, "method": method, "params": params})
        next(message for message in self._heard() if message.get("id") == 1)

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    if shutil.which("node") is None or not SERVER.exists():
        pytest.skip("needs Node.js and yaml-language-server from npm, which .ci/run installs")
    with Editor() as opened:
        yield opened


def test_every_file_names_a_schema_and_is_accepted(editor: Editor) -> None:
    flagged = {}
    for file in FILES:
        assert "yaml-language-server: $schema=" in (ROOT / file).read_text(encoding="utf-8"), file
        if found := editor.faults(ROOT / file):
            flagged[str(file)] = found
    assert flagged == {}


@pytest.mark.parametrize("written", BROKEN)
def test_what_is_broken_is_flagged_on_the_line_on_which_check_flags_it(
    editor: Editor, written: str, tmp_path: Path
) -> None:
    text = (BASE / "story" / "anton.yaml").read_text(encoding="utf-8")
    assert BROKEN[written] in text
    schema = (ROOT / "story" / "story.schema.json").as_uri()
    file = tmp_path / "anton.yaml"
    file.write_text(f"# yaml-language-server: $schema={schema}\n" + text.replace(BROKEN[written], written, 1),
                    encoding="utf-8")  # fmt: skip
    shutil.copy(BASE / "story" / "acts.yaml", tmp_path)
    found = [one for one in check(load(Folders(BASE / "seeds", (tmp_path,)))) if one.severity == "error"]
    lines = {one.span.line for one in found if Path(one.span.file).name == "anton.yaml"}
    flagged = {line for line, _ in editor.faults(file)}
    assert lines
    assert lines <= flagged
