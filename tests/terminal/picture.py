"""How does the game look? `python -m tests.terminal.picture` draws the README's pictures anew."""

import asyncio
import os
import re
import sys
from pathlib import Path

from wayout.faces.terminal.app import WayoutApp
from wayout.model.file_access import shipped
from wayout.model.load import load
from wayout.play.state import Reader

FOLDER = Path(__file__).parent / "pictures"
PICTURES = {
    "reading": ("vasiliy", "the-call", (), (90, 25)),
    "outcome": ("vasiliy", "kazakhstan", ("2", "v"), (90, 38)),
}
"""Of each picture: a story and a scene, the keys pressed there, the size in columns and lines."""


async def draw(story: str, scene: str, keys: tuple[str, ...], size: tuple[int, int]) -> str:
    """A moment of a record, as SVG that asks no other site for its letters."""
    app = WayoutApp(load(shipped()).library, Reader(), story, scene)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        svg = app.export_screenshot(title=f"wayout play {story}")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "monospace")


if __name__ == "__main__":
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        os.environ.pop(name, None)
    for name, moment in PICTURES.items():
        file = FOLDER / f"{name}.svg"
        file.write_text(asyncio.run(draw(*moment)), encoding="utf-8")
        sys.stdout.write(f"{file}\n")
