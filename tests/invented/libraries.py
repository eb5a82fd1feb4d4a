"""Which libraries can be made up, with ids and texts that mean something to JavaScript, HTML or JSON?"""

from itertools import pairwise
from typing import Any, get_args

from hypothesis import strategies as st

from wayout.faces.web.subset import Subset, subset_of
from wayout.model.evidence import Cite, Claim, Content, Difference, Document, Origin, Person, Place, Reading
from wayout.model.library import Library, ReferencePage, Term
from wayout.model.prompts import AccountLine, Prompt, PromptKind, PromptOption, Thread, Touch
from wayout.model.story import (
    Act,
    Answer,
    Choice,
    Ending,
    EndingPassage,
    Otherwise,
    Outcome,
    Passage,
    Question,
    Scene,
    Story,
    Variable,
)
from wayout.model.text import TwoWordings

IDS = ("__proto__", "constructor", "toString", "hasOwnProperty", "10", "2", "then", "a", "</script>", "é‍x", "length")
"""Ids: without a space and without a slash, but of </script>, which is none of a scene."""
SCENES = tuple(one for one in IDS if "/" not in one)
CHOICES = ("__proto__", "10", "2", "back")
TEXTS = (
    "He waits.", "</script><script>boom()</script>", "<!--<script>", "<img src=x onerror=boom()>", "]]>", "&amp;&lt;",
    "{name} {label} {toString}", "$& $1 $`", "\u2028line\u2029paragraph", "one\n\ntwo\nthree\r\n\r\nfour",
    "\x1b[31m\x00\x85\t\u061c", "\u202ertl\u2066", "“quay” Quay, quays; Öl-quay QUAY quay!quay", "'\"`${boom()}\\",
    "😀é", "javascript:boom()", "constructor", " ", "[/x] [@click=boom()]",
)  # fmt: skip
WORDED = tuple(TwoWordings(full=full, gentle=gentle) for full, gentle in pairwise(TEXTS))
PROMPTS = ("__proto__", "10", "then")
LINES = ("{} he says", "He says {}, quay", "one\n\ntwo {}\nthree", "<b>{}", "{} {} {name}", "none")
PEOPLE = ("anton", "__proto__")
CLAIMS = ("anton-one", "__proto__", "constructor", "law-two", "toString")

texts: st.SearchStrategy[str | TwoWordings] = st.sampled_from((*TEXTS, *WORDED))
said = st.sampled_from(tuple(text for text in TEXTS if text.strip()))
claims = st.lists(st.sampled_from(CLAIMS), max_size=3).map(tuple)
contents: st.SearchStrategy[tuple[Content, ...]] = st.sampled_from(((), ("self-injury",), ("combat",)))
answers = st.builds(Answer, text=texts, claims=claims, content=contents)
whose: st.SearchStrategy[str | tuple[str, ...]] = st.sampled_from(((), (), "anton", "__proto__", PEOPLE))
brought = st.dictionaries(st.sampled_from(IDS), st.sampled_from(("__proto__", "constructor", "no")), max_size=2)
takers: st.SearchStrategy[str | tuple[str, ...]] = st.sampled_from(("anton", (), ("__proto__",), PEOPLE))


@st.composite
def libraries(draw: st.DrawFn) -> Subset:
    """Two or three stories that lead into each other."""
    names = draw(st.lists(st.sampled_from(IDS[:6]), min_size=2, max_size=3, unique=True))
    scenes = {name: draw(st.lists(st.sampled_from(SCENES), min_size=2, max_size=4, unique=True)) for name in names}
    stories = {name: draw(_story(name, scenes)) for name in names}
    return subset_of(_library(draw, stories), draw(st.sampled_from((tuple(names), tuple(names), tuple(names[:1])))))


@st.composite
def _story(draw: st.DrawFn, name: str, scenes: dict[str, list[str]]) -> Story:
    variables = draw(st.lists(st.sampled_from(IDS), max_size=2, unique=True))
    values = ("__proto__", "constructor", "no", "unknown")
    situation = {
        one: Variable(
            label=draw(said), values={"no": draw(said), "constructor": "C"}, start=draw(st.sampled_from(values))
        )
        for one in variables
    }
    made = {
        one: draw(_scene(name, scenes, situation, values)) for one in scenes[name]
    }  # fmt: skip
    gaps = [f"{scene}/{one}" for scene, told in made.items() for one in told.prompts]
    account = st.builds(AccountLine, text=st.sampled_from(LINES), claims=claims, keep=st.booleans(),
                        gap=st.sampled_from((None, *gaps)), neither=texts)  # fmt: skip
    return Story(title=draw(said), teaser=draw(texts), start=scenes[name][0], scenes=made, situation=situation,
                 person=draw(st.sampled_from((*PEOPLE, None))), account=tuple(draw(st.lists(account, max_size=14))),
                 )  # fmt: skip


@st.composite
def _prompt(draw: st.DrawFn) -> Prompt:
    kind: PromptKind = draw(st.sampled_from(get_args(PromptKind)))
    is_answered = draw(st.booleans())
    answer = texts if is_answered else st.just("")
    options = {
        key: PromptOption(label=draw(texts), text=draw(answer), claims=draw(claims), content=draw(contents),
                          told=draw(st.sampled_from(("told", "not-told", None))))
        for key in draw(st.lists(st.sampled_from(CHOICES), min_size=2, max_size=2, unique=True))
    }  # fmt: skip
    return Prompt(kind=kind, options=options, ask=draw(st.none() | texts), text=draw(answer), claims=draw(claims),
                  by=draw(st.sampled_from(("ear", "consequence", "source", "owner"))),
                  claim=draw(st.sampled_from((None, *CLAIMS))), line=draw(st.sampled_from(LINES)),
                  neither=draw(texts))  # fmt: skip


@st.composite
def _scene(draw: st.DrawFn, story: str, scenes: dict[str, list[str]], situation: Any, values: tuple[str, ...]) -> Scene:
    conditions = st.none() | _conditions(scenes[story], tuple(situation), values)
    prompts = {one: draw(_prompt()) for one in draw(st.lists(st.sampled_from(PROMPTS), max_size=3, unique=True))}
    passages = tuple(
        Passage(text=draw(texts), claims=draw(claims), condition=draw(conditions), content=draw(contents),
                editorial=draw(st.booleans()), about=draw(claims),
                prompt=draw(st.sampled_from((None, *prompts, "not-there"))))
        for _ in range(draw(st.integers(1, 2)))
    )  # fmt: skip
    way = draw(st.sampled_from(("choices", "choices", "choices", "next", "ending")))
    elsewhere = [f"{one}/{scene}" for one, many in scenes.items() if one != story for scene in many]
    targets = st.sampled_from((*scenes[story], "back")) | st.lists(
        st.sampled_from(elsewhere), min_size=1, max_size=2, unique=True).map(tuple)  # fmt: skip
    choices = {}
    if way == "choices":
        for key in draw(st.lists(st.sampled_from(CHOICES), min_size=1, max_size=3, unique=True)):
            outcomes = tuple(
                Outcome(known=draw(st.sampled_from(("recorded", "rule", "unrecorded"))), text=draw(texts),
                        claims=draw(claims), content=draw(contents), of=draw(whose))
                for _ in range(draw(st.integers(0, 2)))
            )  # fmt: skip
            effects = {one: draw(st.sampled_from(values)) for one in situation if draw(st.booleans())}
            otherwise = Otherwise(text=draw(texts), claims=draw(claims)) if draw(st.booleans()) else None
            choices[key] = Choice(label=draw(texts), act=draw(st.sampled_from(IDS[:3])), origins=draw(claims),
                                  by=draw(takers), condition=draw(conditions),
                                  otherwise=otherwise, effects=effects, outcome=outcomes, to=draw(targets),
                                  only=draw(conditions), step=draw(st.none() | texts),
                                  reads=tuple(draw(st.lists(st.sampled_from(elsewhere), max_size=2, unique=True))),
                                  brings=draw(brought))  # fmt: skip
    closing = st.builds(EndingPassage, text=texts, claims=claims, condition=conditions)
    ending = Ending(kind=draw(st.sampled_from(("as-published", "record-silent"))),
                    text=draw(texts | st.lists(closing, min_size=1, max_size=3).map(tuple)),
                    as_of=draw(st.sampled_from((None, 2023, "2022-03~"))), unknown=(draw(texts),),
                    claims=draw(claims), read_next=draw(st.sampled_from(((), (), PEOPLE))))  # fmt: skip
    onward = draw(st.sampled_from((None, scenes[story][0]))) if way == "choices" else scenes[story][-1]
    return Scene(
        text=passages,
        at=draw(st.sampled_from((None, "__proto__", "quay"))),
        date=draw(st.sampled_from((None, 2022, "[2022..2023]"))),
        dealt=draw(st.booleans()),
        ask=draw(st.none() | said),
        prompts=prompts,
        choices=choices,
        next=None if way == "ending" else onward,
        ending=ending if way == "ending" else None,
        discuss=(Question(ask=draw(said), expect=(draw(said),), claims=draw(claims)),) if draw(st.booleans()) else (),
    )


def _conditions(scenes: list[str], variables: tuple[str, ...], values: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """All of, any of, not, seen, chose, and values of the situation."""
    seen = st.lists(st.sampled_from(scenes), min_size=1, max_size=2).map(lambda found: {"seen": found})
    made = st.tuples(st.sampled_from(scenes), st.sampled_from(CHOICES)).map("/".join)
    chose = (made | st.lists(made, min_size=2, max_size=2)).map(lambda found: {"chose": found})
    leaves = seen | chose
    if variables:
        leaves |= st.tuples(st.sampled_from(variables), st.lists(st.sampled_from(values), min_size=1, max_size=2)).map(
            lambda found: {found[0]: found[1]} if found[0] not in ("not", "seen", "chose") else {})  # fmt: skip
    both = st.tuples(leaves, leaves).map(lambda two: {**two[0], **two[1]})
    return st.recursive(
        leaves | both,
        lambda inner: inner.map(lambda one: {"not": one}) | st.lists(inner, min_size=1, max_size=2).map(tuple),
        max_leaves=3,
    )


def _library(draw: st.DrawFn, stories: dict[str, Story]) -> Library:
    cites = (Cite(document="__proto__", lines="1-2", speaker="anton", voice="quoted", quote=draw(said)),
             Cite(document="gazette", at=draw(said)))  # fmt: skip
    readings = (Reading(says=draw(texts), cites=cites[:1]), Reading(says=draw(texts), cites=cites[1:]))
    differs = (Difference(on=draw(texts), weight="substance", why=draw(said), readings=readings),)
    made = {
        name: Claim(says=draw(texts), kind="event", date=2022, cites=cites[: draw(st.integers(1, 2))],
                    content=draw(contents), interest="self", owner=draw(said),
                    differs=differs if draw(st.booleans()) else ())
        for name in CLAIMS[:4]
    }  # fmt: skip
    documents = {
        "__proto__": Document(type="article", title=draw(said), container_title=draw(said), url="javascript:boom()",
                              language="constructor", origin="toString", how="translation", held=True),
        "gazette": Document(type="article", title=draw(said), language="en"),
    }  # fmt: skip
    places = [f"{name}/{scene}" for name, story in stories.items() for scene in story.scenes]
    some = st.lists(st.sampled_from(places), max_size=4, unique=True)
    threads = {
        name: Thread(ask=draw(texts), opens=tuple(draw(some)), still="", touches={
            place: Touch(text=draw(texts), claims=draw(claims)) for place in draw(some)
        })
        for name in IDS[: draw(st.integers(0, 2))]
    }  # fmt: skip
    unreviewed = {name: "A. Writer" for name in list(stories)[1:] if draw(st.booleans())}
    return Library(
        stories=stories,
        unreviewed_stories=unreviewed,
        unreviewed_claims={CLAIMS[1]: ""} if draw(st.booleans()) else {},
        acts={name: Act(label=draw(texts)) for name in IDS[:3]},
        answers=draw(st.dictionaries(st.sampled_from(IDS[:3]), st.dictionaries(st.sampled_from(PEOPLE), answers))),
        people={name: Person(name=draw(said), identity="pseudonym", role=draw(said)) for name in PEOPLE},
        places={"__proto__": Place(name=draw(said), precision="city")},
        origins={"toString": Origin(type="article", title=draw(said))},
        documents=documents,
        claims=made,
        terms={"quay": Term(term=draw(texts), forms=("quay", "Öl-quay", "“x"), says=draw(texts), claims=CLAIMS[:1]),
               "__proto__": Term(term=draw(texts), forms=("quays", "constructor", "He waits"), says=draw(texts))},
        threads=threads,
        asides={name: ReferencePage(title=draw(said), text=(Passage(text=draw(said), claims=CLAIMS[:1]),))
                for name in ("the-war", "help", "about")},
    )  # fmt: skip
