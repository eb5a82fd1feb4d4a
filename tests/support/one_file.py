"""What does the one-file edition hold? Its templates and data as text, each part in the place of its number."""

import re
from pathlib import Path

from wayout.faces.web.template_tree import END, PART_END, START, TEMPLATE
from wayout.render.html import part

_CONTENTS = re.compile('<script type="text/plain" id="contents">(.*?)</script>', re.DOTALL)


def unpacked(text: str) -> list[str]:
    """The templates and the data, with each part in the place of its number, as a script puts it there."""
    parts = text.split(PART_END)
    places = {str(part(number)): one for number, one in enumerate(parts)}

    def whole(part: str) -> str:
        return re.sub("<([0-9]|[A-Z#-.:;@[-_{-~].|[\"&'`]..)", lambda found: whole(places[found[0]]), part)

    templates = [whole(one) for one in parts if one.startswith(TEMPLATE)]
    return [*(f"{START}{one.removeprefix(TEMPLATE)}{END}" for one in templates), whole(parts[-1])]


def contents_of(file: Path) -> str:
    """All that an edition says, as one text in which words can be looked for."""
    found = _CONTENTS.search(file.read_text(encoding="utf-8"))
    assert found is not None
    return "\n".join(unpacked(found[1]))
