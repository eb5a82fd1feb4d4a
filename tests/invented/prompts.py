"""Which part can a reader be given in any library: prompts of every kind on any scene, lines to take along?"""

from typing import Any, get_args

from hypothesis import strategies as st
from msgspec.structs import replace

from wayout.model.library import Library
from wayout.model.prompts import Prompt, PromptKind, PromptOption, Thread, Touch
from wayout.model.story import Scene, Story

PROMPTS = ("one", "two", "three")
OPTIONS = ("a", "b", "c")
_TEXTS: st.SearchStrategy[str] = st.sampled_from(("", "So the record has it."))


@st.composite
def _prompt(draw: st.DrawFn) -> Prompt:
    kind: PromptKind = draw(st.sampled_from(get_args(PromptKind)))
    keys = OPTIONS[: draw(st.integers(2, 3))]
    told: Any = st.sampled_from(("told", "not-told")) if kind == "ask" else st.none()
    options = {key: PromptOption(label=key.upper(), text=draw(_TEXTS), told=draw(told)) for key in keys}
    by: Any = draw(st.sampled_from(("ear", "consequence", "source", "owner")))
    return Prompt(kind=kind, options=options, text=draw(_TEXTS), by=by, line="It is {}.", neither="It is so.",
                  ask=draw(st.none() | st.just("Well?")),
                  claim=draw(st.sampled_from((None, "not-there"))))  # fmt: skip


@st.composite
def _asked(draw: st.DrawFn, scene: Scene) -> Scene:
    """A scene with prompts, some of which its passages name, be they met or not."""
    names = PROMPTS[: draw(st.integers(0, 3))]
    named = st.sampled_from((None, *names, "not-there"))
    passages = tuple(replace(one, prompt=draw(named)) for one in scene.passages)
    return replace(scene, text=passages, claims=(), prompts={name: draw(_prompt()) for name in names})


@st.composite
def with_prompts(draw: st.DrawFn, library: Library) -> Library:
    """The library with a part for its reader wherever there is room for one."""

    def asked(story: Story) -> Story:
        return replace(story, scenes={name: draw(_asked(scene)) for name, scene in story.scenes.items()})

    places = [f"{name}/{scene}" for name, story in library.stories.items() for scene in story.scenes]
    some = st.lists(st.sampled_from(places), max_size=4, unique=True)
    threads = {
        name: Thread(ask="Who?", opens=tuple(draw(some)), still="Not told.",
                     touches={place: Touch(text="Somebody.") for place in draw(some)})
        for name in OPTIONS[: draw(st.integers(0, 2))]
    }  # fmt: skip
    return replace(library, threads=threads, stories={name: asked(story) for name, story in library.stories.items()})
