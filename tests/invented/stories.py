"""Which stories can be made up, of any shape whose links are sound, and which conditions?"""

from typing import Any

from hypothesis import strategies as st

from wayout.model.story import BACK, Choice, Ending, EndingPassage, Outcome, Passage, Scene, Story, Variable

SCENES = [f"s{number}" for number in range(5)]
VALUES = {"papers": ("none", "visa", "used"), "pay": ("paid", "stopped")}
KEYS = ("a", "b", "c")


@st.composite
def conditions(draw: st.DrawFn, depth: int = 2) -> Any:
    """Everything that an `if` may be."""
    if depth and draw(st.integers(0, 3)) == 0:
        return draw(st.lists(conditions(depth - 1), min_size=1, max_size=2))
    terms: dict[str, Any] = {}
    for key in draw(st.sets(st.sampled_from(("papers", "pay", "seen", "chose", "not")), max_size=2)):
        if key in VALUES:
            one = st.sampled_from((*VALUES[key], "unknown"))
            terms[key] = draw(one | st.lists(one, min_size=1, max_size=2, unique=True))
        elif key == "seen":
            terms[key] = draw(st.sampled_from(SCENES) | st.lists(st.sampled_from(SCENES), max_size=2))
        elif key == "chose":
            scenes, keys = st.sampled_from(SCENES), st.sampled_from(KEYS)
            terms[key] = draw(st.builds(lambda scene, choice: f"{scene}/{choice}", scenes, keys))
        elif depth:
            terms[key] = draw(conditions(depth - 1))
    return terms


CONDITIONS_MET_OR_NOT = (
    conditions(),
    st.fixed_dictionaries({name: st.sampled_from((*values, "unknown")) for name, values in VALUES.items()}),
    st.sets(st.sampled_from(SCENES)),
    st.sets(st.sampled_from([f"{scene}/{choice}" for scene in SCENES for choice in KEYS])),
)
"""A condition, and what it is held against: the situation, the scenes seen, the choices made."""


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A story of a person, or a crossroads, of any shape whose links are sound."""
    person = draw(st.sampled_from(("anton", None)))
    targets = st.sampled_from((*SCENES, BACK, "boris/the-crane"))
    effects = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in VALUES.items()})
    choice = st.builds(
        Choice,
        label=st.just("One"),
        act=st.just("leave"),
        by=st.sampled_from(((), "anton", "boris")),
        only=st.none() | st.none() | conditions(),
        condition=st.none() | conditions(),
        effects=effects,
        outcome=st.just(Outcome(known="rule", text="It is so.")),
        to=targets,
    )
    passages = st.just((Passage(text="Here."),)) | st.builds(
        lambda condition: (Passage(text="Here."), Passage(text="And also this.", condition=condition)), conditions()
    )
    found = {}
    for name in SCENES:
        kind = draw(st.sampled_from(("fork", "fork", "next", "ending")))
        onward = draw(st.sampled_from(SCENES))
        if kind == "ending":
            closing = draw(st.none() | conditions())
            told = (EndingPassage(text="Over."), EndingPassage(text="And so.", condition=closing))
            end = Ending(kind="record-silent", text=told if draw(st.booleans()) else "Over.")
            found[name] = Scene(text=draw(passages), ending=end)
        elif kind == "next":
            found[name] = Scene(text=draw(passages), next=onward)
        else:
            keys = KEYS[: draw(st.integers(1, 3))]
            choices = {key: draw(choice) for key in keys}
            found[name] = Scene(text=draw(passages), ask="What?", choices=choices, next=None if person else onward)
    situation = {
        name: Variable(
            label=name, values=dict.fromkeys(values, name), start=draw(st.sampled_from((*values, "unknown")))
        )
        for name, values in VALUES.items()
    }
    return Story(title="Made up", teaser="Any.", start=SCENES[0], scenes=found, person=person, situation=situation)
