"""How is the corpus of YAML documents read, and what do editors read in its documents?

A case of `yaml.txt` is a name, a document, what is read of it as JSON (`=>`; without it nothing is), every finding
with its place (`!!`), and, where an editor reads something else, what that is (`~~`). Signs that nobody would see are
written as the signs for them: ␉ for a tab, ⟦2028⟧ for U+2028; ⟦end⟧ is a document's end without a line end.
"""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.support.paths import CI_FOLDER

FILE = Path(__file__).with_name("yaml.txt")
NODE = CI_FOLDER
EDITOR = """
const yaml = require("yaml");
const number = (_, value) => typeof value === "bigint" || (typeof value === "number" && !Number.isSafeInteger(value))
  ? `number ${value}` : value instanceof Map ? Object.fromEntries(value) : value;
process.stdout.write(JSON.stringify(JSON.parse(require("fs").readFileSync(0, "utf8")).map((text) => {
  const document = yaml.parseDocument(text, { version: "1.2", intAsBigInt: false, logLevel: "silent" });
  if (document.errors.length) return "error";
  try { return JSON.stringify(document.toJS(), number); } catch { return "error"; }
})));
"""
"""Reads documents as `yaml-language-server` does, by the package `yaml` in YAML 1.2: each to JSON, or to 'error'."""


class Case(NamedTuple):
    """One document and what is to come of it."""

    name: str
    text: str
    data: str
    findings: tuple[str, ...]
    editor: str


def cases(written: str) -> Iterator[Case]:
    """Every case of a corpus."""
    for part in re.split(r"^## ", re.sub(r"^# \w[^\n]*\n\n", "", written, flags=re.MULTILINE), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        lines = rest.rstrip("\n").split("\n")
        body = [line for line in lines if line[:3] not in ("=> ", "!! ", "~~ ")]
        said = {mark: [line[3:] for line in lines if line.startswith(mark)] for mark in ("=> ", "!! ", "~~ ")}
        text = _meant("\n".join(body) + "\n")
        (data,), (editor,) = (said[mark] or [""] for mark in ("=> ", "~~ "))
        yield Case(name, text, data, tuple(said["!! "]), editor)


def editors(texts: Sequence[str]) -> list[str | None]:
    """What an editor reads in each of some documents; needs node and the packages of `.ci`."""
    done = subprocess.run(["node", "-e", EDITOR], cwd=NODE, input=json.dumps(texts), capture_output=True, text=True,
                          check=True)  # fmt: skip
    return [None if one is None else str(one) for one in json.loads(done.stdout)]


def _meant(text: str) -> str:
    text = re.sub("[\u2400-\u241f]", lambda sign: chr(ord(sign[0]) - 0x2400), text).removesuffix("⟦end⟧\n")
    return re.sub("⟦([0-9a-f]+)⟧", lambda sign: chr(int(sign[1], 16)), text)
