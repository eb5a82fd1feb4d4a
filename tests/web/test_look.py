"""The look of the pages: the terminal's colours, and nothing from elsewhere."""

import re
from pathlib import Path

import pytest
from textual.theme import Theme

from wayout.faces import web
from wayout.faces.print.html_file import style_sheet
from wayout.faces.terminal.themes import DARK, LIGHT

GAME = Path(web.__file__).parents[2]
SHORTHAND = re.compile(r"text-decoration\s*:\s*([^;}\"']*)")
LOOK = (Path(web.__file__).parent / "look.css").read_text(encoding="utf-8")
NAMES = {"paper": "background", "raised": "surface", "ink": "foreground", "accent": "accent"}


@pytest.mark.parametrize(("theme", "which"), [(LIGHT, 0), (DARK, 1)])
def test_the_colours_are_those_of_the_terminal_face(theme: Theme, which: int) -> None:
    """Whose contrasts are computed by a test of its own."""
    for name, theirs in NAMES.items():
        assert re.findall(rf"--{name}: (#\w{{6}});", LOOK)[which] == getattr(theme, theirs)
    assert re.findall(r"--muted: (#\w{6});", LOOK)[which] == theme.variables["text-muted"]


@pytest.mark.parametrize("file", sorted(
    file for file in GAME.rglob("*") if file.suffix in (".css", ".py", ".js", ".svg")
    and "text-decoration" in file.read_text(encoding="utf-8")
), ids=lambda file: file.name)  # fmt: skip
def test_a_line_is_drawn_by_longhands(file: Path) -> None:
    """WebKit drops the shorthand with more than a line in it, or with a variable: what can be pressed has no line."""
    assert set(SHORTHAND.findall(file.read_text(encoding="utf-8"))) <= {"none", "underline", "line-through"}


def test_nothing_is_fetched() -> None:
    for sheet in (LOOK, style_sheet()):
        assert "url(" not in sheet
        assert "@import" not in sheet
        assert "@font-face" not in sheet


def test_each_rule_for_print_is_one_of_a_document_and_there_is_no_other_style_sheet_for_print() -> None:
    bare = re.sub(r"/\*.*?\*/", "", style_sheet(), flags=re.DOTALL)
    rules = re.findall(r"([^{}/;]+)\{[^{}@]", bare)
    selectors = [one.strip() for rule in rules if "@" not in rule for one in rule.split(",")]
    assert len(selectors) > 100
    assert [one for one in selectors if not re.match(r"\.(paper|booklet|debrief-file|lesson-pack|web)\b", one)] == []
    others = [file for file in GAME.rglob("*") if file.suffix in (".css", ".py", ".js") and file.name != "print.css"
              and "@media print" in file.read_text(encoding="utf-8")]  # fmt: skip
    assert others == []


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("which", [0, 1], ids=["light", "dark"])
def test_running_text_has_the_contrast_of_aaa_quiet_lines_that_of_aa_and_edges_are_seen(which: int) -> None:
    colours = {name: found[which] for name in ("paper", "raised", "ink", "muted", "accent", "edge")
               if (found := re.findall(rf"--{name}: (#\w{{6}});", LOOK))}  # fmt: skip
    for name, least in (("ink", 7), ("muted", 4.5), ("accent", 4.5), ("edge", 3)):
        for ground in ("paper", "raised"):
            one, other = sorted((_light(colours[name]), _light(colours[ground])))
            assert (other + 0.05) / (one + 0.05) >= least, (name, ground)
