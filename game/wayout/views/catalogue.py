"""Which stories are there, and what should a reader know before one begins, or before a step into another record?

A view model: the menu of stories, searchable; reading time, content warnings (trigger warnings) before a story or a
step, identity, the page before a story, and when the help page is offered.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import authoring_strings, edition_strings, reader_strings, strings
from wayout.model.conditions import holds
from wayout.model.graph import doors, edges
from wayout.model.library import CARE, Library, StoryOutline
from wayout.model.story import Outcome, Passage, Scene, Story
from wayout.model.text import WORDS_A_MINUTE, Shown, wording
from wayout.play.state import Reader, State
from wayout.views.document import Row, Section, ViewDocument, item, row
from wayout.views.strip import dates_of

WORDS_AROUND = 4
"""Words before and behind those that a search found in a page."""


class CatalogueEntry(Struct, frozen=True, kw_only=True):
    """A story as the library lists it and its first page announces it."""

    id: str
    title: str
    name: str
    identity: str
    teaser: str
    minutes: int
    content: tuple[str, ...]
    review: str = ""
    """Of what the makers have not reviewed: that they have not, and who wrote it."""
    edits: bool = False
    """Whether the reader makes an article of it."""
    match: str = ""
    """Of a story that a search found by something which the entry does not show: the place or act, as it is called."""

    @property
    def length(self) -> str:
        """How long it takes, in words."""
        return strings.MINUTE if self.minutes == 1 else strings.MINUTES.format(n=self.minutes)

    @property
    def identity_line(self) -> str:
        """Whether the name is real, in a sentence; nothing for a story of no one."""
        return strings.NAME_IS.format(name=self.name, identity=self.identity) if self.identity else ""

    @property
    def content_line(self) -> str:
        """What is announced, in a sentence; nothing where nothing is."""
        return content_line(self.content)


def catalogue(library: Library, reader: Reader) -> tuple[CatalogueEntry, ...]:
    """Every story: the records of people in the order of their ids, then the roads, which are of no one person.

    A road stands last because it leads into the records, and means more to whom has read one. What was not reviewed
    comes after all of these.
    """

    def order(name: str) -> tuple[bool, bool, str]:
        return name in library.unreviewed_stories, outline(library, name).person is None, name

    names = sorted(library.stories, key=order)
    return tuple(catalogue_entry(library, name, reader) for name in names)


def catalogue_entry(library: Library, name: str, reader: Reader) -> CatalogueEntry:
    """One story's entry."""
    found = outline(library, name)
    person = library.people.get(found.person) if found.person else None
    return CatalogueEntry(
        id=name,
        title=found.title,
        name=person.name if person else found.title,
        identity=strings.IDENTITY[person.identity] if person else "",
        teaser=wording(found.teaser, gentle=reader.gentle),
        minutes=max(1, round(found.words / WORDS_A_MINUTE)),
        content=library.edition.labels(found.content),
        review=review(library, name),
        edits=found.edits,
    )


def outline(library: Library, name: str) -> StoryOutline:
    """What a list of stories shows of one: as it was worked out before, or from the story."""
    if (known := library.outlines.get(name)) is not None:
        return known
    story = library.stories[name]
    person = library.people.get(story.person) if story.person else None
    if person is None and any(edge.choice and edge.record == name for edge in edges(name, story)):
        length = _words_of_a_walk(story)
    else:
        walked = [story] if person else [library.stories[one] for one in (name, *linked_stories(library, name))]
        length = sum(_words(texts(one)) for one in walked)
    told_in = _documents_of_own_words(library, story)
    return StoryOutline(
        title=story.title, person=story.person, teaser=story.teaser, words=length, content=_content(library, name),
        edits=bool(story.account), dates=dates_of(library, name), told_in=told_in,
        told_to=tuple(dict.fromkeys(map(library.lineage.origin_of, told_in))),
    )  # fmt: skip


def _documents_of_own_words(library: Library, story: Story) -> tuple[str, ...]:
    """The documents in which a story's person speaks, as far as the story cites them."""
    if story.person is None:
        return ()
    claims = (library.claims[name] for name in claims_of(library, story) if name in library.claims)
    cites = (cite for claim in claims for cite in claim.all_cites if cite.speaker == story.person)
    return tuple(dict.fromkeys(cite.document for cite in cites if cite.document in library.documents))


def with_outlines(library: Library) -> Library:
    """A library that is kept for its next readers, with the outlines of all its stories."""
    return replace(library, outlines={name: outline(library, name) for name in library.stories})


def notice_document(
    entry: CatalogueEntry, whose: str, *, announces: str = "", tells_part: bool = False, is_brief: bool = False
) -> ViewDocument:
    """What a reader should know before a story begins: what it is about, in whose words, and what is announced.

    It `announces` the foreword, where that comes next. Where it `tells_part`, also who she is herself: that is told
    once, before her first record that she edits. A brief one has its title elsewhere, and tells in one sentence what is
    announced: a small screen has room for all of it.
    """
    rows = [row("head", entry.title)] if entry.title != entry.name and not is_brief else []
    rows.append(row("paragraph", entry.teaser))
    if entry.identity:
        rows.append(row("aside", entry.identity_line))
    if whose:
        rows.append(row("note" if entry.identity else "aside", whose))
    if entry.review:
        rows.append(row("status", entry.review))
    if entry.content and is_brief:
        rows.append(row("paragraph", entry.content_line))
    elif entry.content:
        rows += [row("head", strings.CONTENT_HEAD), *map(item, entry.content)]
    else:
        rows.append(row("aside", strings.CONTENT_NONE))
    if announces:
        rows.append(row("note" if is_brief else "aside", announces))
    if tells_part and entry.edits:
        rows.append(row("aside", reader_strings.WHO_YOU_ARE))
    return ViewDocument(id="notice", title=entry.name, sections=(Section("", tuple(rows)),))


def foreword_line(library: Library) -> str:
    """What a reader is told of the foreword before it comes; nothing where there is none."""
    if not library.foreword:
        return ""
    said = library.edition.foreword
    title = wording(library.asides[library.foreword].title)
    return (said.announces if said else "") or edition_strings.FOREWORD_FIRST.format(title=title)


Read = Mapping[str, Mapping[str, Collection[str]]]
"""Of every story that was read in: of each of its scenes that was read, the choices made there."""


def search_catalogue(
    library: Library,
    entries: tuple[CatalogueEntry, ...],
    wanted: str,
    reader: Reader,
    read: Read = MappingProxyType({}),
) -> tuple[CatalogueEntry, ...]:
    """The entries of the stories in which some words stand: in the entry, a place, a document, or what is done there.

    Those that show them themselves come first. Of the pages only those are searched that were read: what a record tells
    is not told before.
    """
    sought = _folded(wanted)
    found = tuple(
        replace(one, match=match)
        for one in entries
        if (match := _match(library, one, sought, reader, read.get(one.id, {}))) is not None
    )
    return tuple(sorted(found, key=lambda one: bool(one.match)))


def _match(
    library: Library, found: CatalogueEntry, sought: str, reader: Reader, read: Mapping[str, Collection[str]]
) -> str | None:
    """Where words stand in a story: nothing where its entry shows them, else what has them; None if nowhere."""
    in_sight = (found.name, found.title, found.identity, found.teaser, found.review, *found.content)
    if sought in _folded(" ".join(in_sight)):
        return ""
    story = library.stories[found.id]
    at = (library.places.get(scene.at or "") for scene in story.scenes.values())
    acts = dict.fromkeys(choice.act for scene in story.scenes.values() for choice in scene.choices.values())
    done = (wording(library.acts[act].label, gentle=reader.gentle) for act in acts if act in library.acts)
    places = (place.name for place in at if place is not None)
    person = library.people.get(story.person or "")
    named = (person.role, *person.names) if person is not None else ()
    cited = dict.fromkeys(cite.document for one in claims_of(library, story) if one in library.claims
                          for cite in library.claims[one].all_cites)  # fmt: skip
    texts_cited = (library.documents[one] for one in cited if one in library.documents)
    documents = (name for one in texts_cited for name in (one.title, one.container_title) if name)
    told = (wording(text, gentle=reader.gentle) for scene, made in read.items() if scene in story.scenes
            for text in scene_texts(story.scenes[scene], made))  # fmt: skip
    around = (_around(text, sought) for text in told)
    known = (one for one in (*places, *done, *named, *documents) if sought in _folded(one))
    return next(known, None) or next(filter(None, around), None)


def _around(text: str, sought: str) -> str:
    """The words of a text around some that are sought; nothing where they do not stand in it."""
    words = text.split()
    size = len(sought.split())
    for at in range(len(words) - size + 1 if sought in _folded(text) else 0):
        if sought in _folded(" ".join(words[at : at + size])):
            first, last = max(0, at - WORDS_AROUND), at + size + WORDS_AROUND
            before, behind = "… " * (first > 0), " …" * (last < len(words))
            return f"{before}{' '.join(words[first:last])}{behind}"
    return ""


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def review(library: Library, name: str) -> str:
    """'my-branch, not reviewed, by A. Writer' of a story that the makers have not reviewed; else nothing."""
    author = library.unreviewed_stories.get(name)
    if author is None:
        return ""
    return (authoring_strings.NOT_REVIEWED_BY if author else authoring_strings.NOT_REVIEWED_FILE).format(
        id=name, author=author
    )


def texts(story: Story) -> Iterator[Shown]:
    """Every text of a story itself that a reader may be shown; the answers of others are theirs."""
    for scene in story.scenes.values():
        yield from scene_texts(scene, scene.choices)


def scene_texts(scene: Scene, made: Collection[str]) -> Iterator[Shown]:
    """Every text of a scene that a reader is shown who has made some of its choices."""
    yield from (passage.text for passage in scene.passages)
    if scene.ask:
        yield scene.ask
    for key, choice in scene.choices.items():
        yield choice.label
        if choice.step is not None and key in made:
            yield choice.step
        yield from (outcome.text for outcome in choice.outcomes if key in made)
    if scene.ending:
        yield from (passage.text for passage in scene.ending.passages)
        yield from scene.ending.unknown
    yield from (question.ask for question in scene.discuss)


def _words(shown: Iterable[Shown]) -> int:
    return sum(len(wording(text).split()) for text in shown)


def _words_of_a_walk(story: Story) -> float:
    """The words of one walk through a road, in the mean over its options: a reader goes one of many ways."""
    found: dict[str, float] = {}

    def ahead(name: str) -> float:
        """The words from a scene on; coming back to one that the walk is at adds none."""
        if name not in story.scenes:
            return 0
        if name not in found:
            found[name] = 0
            scene = story.scenes[name]
            ways = [
                _words((choice.label, choice.step or "", *(outcome.text for outcome in choice.outcomes)))
                + ahead(choice.targets[0])
                for choice in scene.choices.values()
            ]
            ending = (passage.text for passage in scene.ending.passages) if scene.ending else ()
            here = _words((*(passage.text for passage in scene.passages), scene.ask or "", *ending))
            found[name] = here + (sum(ways) / len(ways) if ways else ahead(scene.next or ""))
        return found[name]

    return ahead(story.start)


def claims_of(library: Library, story: Story) -> Iterator[str]:
    """The ids of all claims that a story cites, with repetitions."""
    for scene in story.scenes.values():
        for passage in scene.passages:
            yield from (*passage.claims, *passage.about)
        for choice in scene.choices.values():
            yield from choice.origins
            if choice.otherwise:
                yield from choice.otherwise.claims
            for outcome in library.outcomes(story.person, choice):
                yield from outcome.claims
        if scene.ending:
            yield from scene.ending.every_claim
        for question in scene.discuss:
            yield from question.claims


def content_notes(library: Library, *names: str) -> tuple[str, ...]:
    """What stories hold, in words; of a story without a person, also what the records hold into which it leads."""
    return library.edition.labels({tag for name in names for tag in outline(library, name).content})


def _content(library: Library, name: str) -> tuple[str, ...]:
    """The ids of its content notes, sorted."""
    names = [name] if library.stories[name].person else [name, *linked_stories(library, name)]
    found = {tag for one in names for tag in _tags(library.stories[one], library)}
    return tuple(sorted(found))


def content_line(content: tuple[str, ...]) -> str:
    """What a record holds, in a sentence; nothing where it holds nothing that is announced."""
    return strings.CONTENT_NOTE.format(what="; ".join(content)) if content else ""


def held_rows(content: tuple[str, ...]) -> tuple[Row, ...]:
    """What a document holds that is hard to bear, announced at its beginning."""
    return (row("lead", strings.COMPARE_HOLDS.format(what="; ".join(content))),) if content else ()


def linked_stories(library: Library, name: str) -> tuple[str, ...]:
    """The records into which a story leads by steps, in the order in which it names them."""
    story = library.stories[name]
    records = (edge.record for edge in (*edges(name, story), *doors(name, story)))
    return tuple(dict.fromkeys(record for record in records if record != name and record in library.stories))


def _tags(story: Story, library: Library) -> Iterator[str]:
    """A story's own tags, and those of the claims it cites."""
    for scene in story.scenes.values():
        for passage in scene.passages:
            yield from passage.content
            yield from _of_claims(passage.claims, library)
        for choice in scene.choices.values():
            yield from _of_claims(choice.origins, library)
            for outcome in library.outcomes(story.person, choice):
                yield from outcome.content
                yield from _of_claims(outcome.claims, library)


def _of_claims(claims: tuple[str, ...], library: Library) -> Iterator[str]:
    return (tag for name in claims if name in library.claims for tag in library.claims[name].content)


def needs_care(library: Library, state: State, *, is_held_back: bool) -> bool:
    """Whether what is before the reader calls for the page of help lines, and there is one to point to."""
    if CARE not in library.asides or state.edits:
        return False
    choice = state.shown_in(library)
    if choice is not None:
        return not is_held_back and is_hard(library, library.outcomes(state.story_in(library).person, choice))
    situation = dict(state.situation)
    passages = state.scene_in(library).passages
    return is_hard(library, (one for one in passages if holds(one.condition, situation, state.seen, state.chose)))


def is_hard(library: Library, told: Iterable[Passage | Outcome]) -> bool:
    """By their own tag, or by that of a claim."""
    calls = library.edition.calls_for_help
    return any(
        calls(one.content) or any(calls(library.claims[name].content) for name in one.claims if name in library.claims)
        for one in told
    )
