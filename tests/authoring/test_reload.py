"""What a writer is shown of a story with faults, and where she stands in it."""

from pathlib import Path

import pytest

from tests.conftest import BASE
from wayout.authoring.reload import enter
from wayout.commands.check import plan
from wayout.commands.preview import FileSource
from wayout.faces.terminal.preview.findings_panel import moment_parts
from wayout.play.state import Reader
from wayout.views.debrief import debrief
from wayout.views.page import page
from wayout.views.timeline import timeline

EXAMPLES = [path for path in sorted(BASE.parent.glob("*.yaml")) if path.stem != "duplicate-id.copy"]
"""But for a copy of a file of claims, which is wrong beside its original alone."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_story_with_any_fault_is_shown_page_by_page_or_not_at_all(example: Path) -> None:
    """Of every example of a finding: what can be walked through can be shown, with all that lies behind."""
    (reading,) = plan([BASE])
    draft = FileSource(example, reading._replace(instead=(*reading.instead, example))).read()
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
            assert moment_parts(draft, library, stand.play.state, shown, reader)
            debrief(library, stand.play.trail, reader)
    timeline(library, reader)
