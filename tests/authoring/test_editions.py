"""The guide to editions holds word for word: followed in an empty folder, it makes a library that a class plays."""

import re
import shlex
import subprocess
from pathlib import Path
from textwrap import dedent

from wayout.model.file_access import shipped

GUIDE = (shipped().stories[0] / "EDITIONS.md").read_text(encoding="utf-8")
BLOCKS = [(kind, dedent(indent + text)) for indent, kind, text in
          re.findall(r"^( *)```(\w+)\n\1(.*?)^ *```", GUIDE, re.DOTALL | re.MULTILINE)]  # fmt: skip
NEEDS_A_TERMINAL = "wayout preview"


def teaches(wayout: list[str], folder: Path, line: str) -> bool:
    """Whether a class begins, and tells the address at which pupils come in."""
    words = [*wayout, *shlex.split(line)[1:], "--plain"]
    with subprocess.Popen(words, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, encoding="utf-8") as held:  # fmt: skip
        assert held.stdout is not None
        try:
            return any("http://" in told for told in held.stdout)
        finally:
            held.kill()


def run(wayout: list[str], folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line)
    called = wayout if words[0] == "wayout" else [wayout[0].replace("/bin/wayout", "/bin/python")]
    return subprocess.run([*called, *words[1:]], cwd=folder, capture_output=True, text=True, check=False, timeout=120,
                          stdin=subprocess.DEVNULL, encoding="utf-8")  # fmt: skip


def test_the_guide_can_be_followed_word_for_word(shipped_wayout: list[str], tmp_path: Path) -> None:
    """Every file is put where the guide says, every command does what it says, in the order of the page."""
    commands = 0
    for kind, text in BLOCKS:
        if kind == "text":
            (tmp_path / "the-gate" / "texts" / "talk.txt").write_text(text, encoding="utf-8")
            (tmp_path / "the-gate" / "texts" / "a-talk-with-ana.txt").unlink()
        elif kind == "yaml":
            name, _, rest = text.partition("\n")
            file = tmp_path / name.removeprefix("# ")
            assert file.is_file(), "the guide puts it in the place of the example"
            file.write_text(rest, encoding="utf-8")
        else:
            for line in text.splitlines():
                commands += 1
                if line.startswith("wayout class"):
                    assert teaches(shipped_wayout, tmp_path, line)
                    continue
                done = run(shipped_wayout, tmp_path, line)
                assert done.returncode == (2 if line.startswith(NEEDS_A_TERMINAL) else 0), (line, done.stderr)
                if line.startswith("wayout new claim"):
                    claims = tmp_path / "the-gate" / "seeds" / "claims" / "ana.yaml"
                    claims.write_text(claims.read_text(encoding="utf-8") + done.stdout, encoding="utf-8")
                if line.startswith("wayout sources fingerprint"):
                    assert "".join(part.strip() for part in done.stdout.splitlines()) in "".join(
                        part.strip() for part in GUIDE.splitlines()
                    )
                if line.startswith("wayout check"):
                    assert done.stderr == "1 story, 4 claims, 1 trail: clean\n"
                if line.startswith("wayout sources verify"):
                    assert done.stderr.startswith("4 cites verified in 1 archived text, 0 not")
                if line.startswith("wayout sources coverage"):
                    assert done.stdout == ""
    assert commands == 16
    for made, words in (("gate-lesson.html", "Ana"), ("gate.twee", "Keep it shut"), ("gate-booklet.html", "Ana")):
        assert words in (tmp_path / made).read_text(encoding="utf-8")
