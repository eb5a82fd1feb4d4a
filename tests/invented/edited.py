"""Which scenes can a writer make of a story, the next one as likely as not under the id of another?"""

from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from wayout.model.library import Library
from wayout.model.story import BACK, Choice, Ending, Outcome, Passage, Scene, Story, Variable

IDS = ("a", "b", "c", "d", "e", "f")
CHOICES = ("p", "q", "r")


@st.composite
def choice(draw: st.DrawFn) -> Choice:
    to = draw(st.one_of(st.sampled_from((*IDS, BACK)), st.just(("other/x",))))
    outcome: Any = draw(st.sampled_from(((), Outcome(known="expected", text="So it was."))))
    condition = draw(st.sampled_from((None, None, {"v": "one"}, {"not": {"v": "one"}}, {"seen": ["b"]},
                                      {"chose": ["a/p"]})))  # fmt: skip
    effects: dict[str, str] = draw(st.sampled_from(({}, {"v": "one"}, {"v": "two"})))
    was: Any = draw(st.sampled_from(((), "p", ("q", "r"))))
    return Choice(label="So", act="go", condition=condition, effects=effects, outcome=outcome, to=to, was=was)


@st.composite
def scene(draw: st.DrawFn) -> Scene:
    was: Any = draw(st.sampled_from(((), "b", ("c", "d"))))
    text: Any = draw(st.sampled_from(("He waits.", (Passage(text="Only then.", condition={"v": "one"}),))))
    match draw(st.sampled_from(("fork", "fork", "next", "ending", "both"))):
        case "next":
            return Scene(text=text, was=was, next=draw(st.sampled_from(IDS)))
        case "ending":
            return Scene(text=text, was=was, ending=Ending(kind="as-published", text="So far."))
        case way:
            choices = draw(st.dictionaries(st.sampled_from(CHOICES), choice(), min_size=1))
            onward = draw(st.sampled_from(IDS)) if way == "both" else None
            return Scene(text=text, was=was, ask="What now?", choices=choices, next=onward)


SCENES = st.dictionaries(st.sampled_from(IDS), scene(), min_size=1)


def sound(scenes: dict[str, Scene]) -> Library:
    """A library whose story is made of some scenes; what would lead nowhere leads to the first of them instead."""
    first = min(scenes)

    def there(target: str) -> str:
        return target if target in scenes or target in (BACK, "other/x") else first

    kept = {
        name: replace(
            one,
            next=there(one.next) if one.next else None,
            choices={key: replace(each, to=tuple(map(there, each.targets))) for key, each in one.choices.items()},
        )
        for name, one in scenes.items()
    }
    variable = Variable(label="V", values={"one": "1", "two": "2"}, start="two")
    story = Story(title="T", teaser="T", start=first, scenes=kept, situation={"v": variable})
    x = Scene(text="Elsewhere.", ask="And?", choices={"p": Choice(label="P", act="go", to=BACK),
                                                      "q": Choice(label="Q", act="go", to="y")})  # fmt: skip
    y = Scene(text="There.", ending=Ending(kind="record-silent", text="So."))
    other = Story(title="O", teaser="O", start="x", scenes={"x": x, "y": y})
    none: dict[str, Any] = {}
    return Library(stories={"story": story, "other": other}, acts=none, people=none, places=none, origins=none,
                   documents=none, claims=none)  # fmt: skip
