"""What is a branch: choices and scenes that somebody adds to a story without touching its file?

An overlay: the data types of a branch file, and its additions merged into a story.
"""

from typing import Annotated

from msgspec import Meta, Struct, field
from msgspec.structs import replace

from wayout.model.story import Choice, OwnEvidence, Scene, Story
from wayout.model.text import Shown
from wayout.model.yaml.spans import DataPath


class BranchScene(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is added to a scene of the story."""

    choices: dict[str, Choice]


class Branch(OwnEvidence, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One branch file."""

    edition: Annotated[
        str, Meta(description="The edition in which that story stands, by its id; without it, whichever is open.")
    ] = ""
    grows: Annotated[str, Meta(description="The story that it grows: the name of its file.")]
    author: Annotated[str, Meta(description="Who wrote the branch; shown wherever it is offered.")]
    title: str | None = None
    teaser: Shown | None = None
    adds: Annotated[dict[str, BranchScene], Meta(description="Choices for scenes of the story, by the scene's id.")] = (
        field(default_factory=dict)
    )
    scenes: Annotated[dict[str, Scene], Meta(description="Scenes of the branch's own.")] = field(default_factory=dict)

    def as_written(self, path: DataPath) -> DataPath | None:
        """Where a part of the grown story stands in the branch's file; None for what is the story's own."""
        match path:
            case ("scenes", str(scene), *_) if scene in self.scenes:
                return path
            case ("scenes", str(scene), "choices", str(choice), *_) if self._adds(scene, choice):
                return ("adds", *path[1:])
            case ("title" | "teaser" as part, *_) if getattr(self, part) is not None:
                return path
        return None

    def _adds(self, scene: str, choice: str) -> bool:
        return scene in self.adds and choice in self.adds[scene].choices


def grown(story: Story, branch: Branch) -> Story:
    """The story with the branch; where both have a scene or choice of one id, the story's own stays."""

    def with_added(name: str, scene: Scene) -> Scene:
        new = {key: choice for key, choice in branch.adds[name].choices.items() if key not in scene.choices}
        return replace(scene, choices={**scene.choices, **new})

    own = {name: with_added(name, scene) if name in branch.adds else scene for name, scene in story.scenes.items()}
    new = {name: scene for name, scene in branch.scenes.items() if name not in own}
    return replace(
        story,
        title=branch.title or story.title,
        teaser=branch.teaser or story.teaser,
        author=branch.author,
        scenes={**own, **new},
    )
