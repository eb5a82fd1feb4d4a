"""What a writer is shown of a story with faults, and where she stands in it."""

from pathlib import Path

import pytest

from game.faces.terminal.preview import setting
from game.play.debriefed import debrief
from game.play.draft import enter
from game.play.page import page
from game.play.reader import Reader
from game.play.timeline import timeline
from game.tools.check import plan
from game.tools.preview import Source
from tests.conftest import BASE

EXAMPLES = [path for path in sorted(BASE.parent.glob("*.yaml")) if path.stem != "duplicate-id.copy"]
"""But for a copy of a file of claims, which is wrong beside its original alone."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_story_with_any_fault_is_shown_page_by_page_or_not_at_all(example: Path) -> None:
    """Of every example of a finding: what can be walked through can be shown, with all that lies behind."""
    (reading,) = plan([BASE])
    draft = Source(example, reading._replace(instead=(*reading.instead, example))).read()
    assert draft.noted
    library, reader = draft.library, Reader()
    if library is None:
        return
    for story in library.stories:
        for scene in library.stories[story].scenes:
            stand = enter(library, story, scene)
            assert stand is not None
            shown = page(library, stand.play.state, reader, stand.play.trail)
            assert shown.scene == scene
            assert setting.moment_parts(draft, library, stand.play.state, shown, reader)
            debrief(library, stand.play.trail, reader)
    timeline(library, reader)
