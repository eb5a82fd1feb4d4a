"""Is the page on the lattice the one that the stories give?"""

from tests.authoring.question_matrix import question_matrix
from wayout.model.file_access import shipped
from wayout.model.library import Library


def test_the_page_is_current(shipped_library: Library) -> None:
    """After a change of the stories, `make lattice` writes it anew."""
    assert (shipped().stories[0] / "LATTICE.md").read_text(encoding="utf-8") == question_matrix(shipped_library)


def test_every_act_is_taken_or_offered(shipped_library: Library) -> None:
    scenes = [scene for story in shipped_library.stories.values() for scene in story.scenes.values()]
    used = {choice.act for scene in scenes for choice in scene.choices.values()}
    assert used == set(shipped_library.acts)
