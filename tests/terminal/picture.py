"""How does the reading screen look? `python -m tests.terminal.picture` draws the README's picture anew."""

import asyncio
import os
import re
import sys
from pathlib import Path

from game.faces.terminal.app import WayoutApp
from game.model.folders import shipped
from game.model.load import load
from game.play.reader import Reader

SIZE = (90, 25)
FILE = Path(__file__).parent / "pictures" / "reading.svg"


async def draw() -> str:
    """A decision of Vasiliy's record, as SVG that asks no other site for its letters."""
    app = WayoutApp(load(shipped()).library, Reader(), "vasiliy", "the-call")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        svg = app.export_screenshot(title="wayout play vasiliy")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "monospace")


if __name__ == "__main__":
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        os.environ.pop(name, None)
    FILE.write_text(asyncio.run(draw()), encoding="utf-8")
    sys.stdout.write(f"{FILE}\n")
