"""Does the reader's own part stand on the record: prompts, lines of an account, threads?

Checks of prompts (form, references, gaps against the readings of their claim, hard pages), accounts, threads, and of
texts that print one reading where a gap leaves it to the reader.
"""

from collections.abc import Iterator

from wayout.model.checks.links import Names, bad_id, claims_of
from wayout.model.checks.reporter import Item, Known, TextUse
from wayout.model.findings import Finding
from wayout.model.library import Library
from wayout.model.load_result import LoadResult
from wayout.model.prompts import BLANK, BOTH, AccountLine, Prompt, PromptOption, Thread
from wayout.model.story import Scene, Story
from wayout.model.text import Shown, wordings
from wayout.model.yaml.spans import DataPath

MIN_OPTIONS, MAX_OPTIONS = 2, 4
"""Answers that a prompt offers."""
MIN_ACCOUNT_LINES, MAX_ACCOUNT_LINES = 8, 12
"""Lines of a reader's article, as the story has them."""
NOT_TOLD = "Not told"
"""How a text begins that says of a question that the record does not answer it."""
MIN_READING_WORDS = 2
"""Words of a reading that tell it from ordinary prose."""


def of_scene(item: Item, name: str, scene: Scene, names: Names) -> Iterator[Finding]:
    """What is wrong with the prompts of a scene, and with what its passages say of them."""
    known = Known("prompt", scene.prompts, f"the prompts of the scene '{name}'")
    asked = [passage.prompt for passage in scene.passages if passage.prompt is not None]
    for index, passage in enumerate(scene.passages):
        if passage.prompt is not None:
            yield from known.missing(item, ("scenes", name, "text", index, "prompt"), passage.prompt)
    gaps = [key for key, prompt in scene.prompts.items() if prompt.kind == "gap"]
    for key, prompt in scene.prompts.items():
        path = ("scenes", name, "prompts", key)
        yield from bad_id(item, path, key, "prompt")
        for at, claims in _citing(path, prompt):
            yield from claims_of(item, at, claims, names)
        if item.is_maimed(*path):
            continue
        yield from _form(item, path, prompt)
        if prompt.kind == "gap":
            yield from _gap(item, path, prompt, names)
            if key not in asked:
                hint = f"Write 'prompt: {key}' at the passage in whose place its line stands."
                yield item.fault("prompt-form", path, "No passage names the gap.", hint, key=True)
        if key in gaps[1:]:
            hint = "Keep one of them, or tell the other's readings one under the other."
            yield item.fault("prompt-form", path, "The scene has a gap already.", hint, key=True)
    yield from _in_order(item, name, scene)
    yield from _beside_hard(item, name, scene)


def _in_order(item: Item, name: str, scene: Scene) -> Iterator[Finding]:
    """Prompts that do not come as they are written, and one after which a page would have nothing to tell."""
    named = dict.fromkeys(passage.prompt for passage in scene.passages if passage.prompt in scene.prompts)
    come = [*named, *(key for key in scene.prompts if key not in named)]
    for key, comes in zip(scene.prompts, come, strict=True):
        if key != comes:
            hint = (
                f"Write '{comes}' first: in the order of the passages that name them, and then those that none names."
            )
            says = "The prompts do not stand in the order in which they come."
            yield item.fault("prompt-form", ("scenes", name, "prompts", key), says, hint, key=True)
            break
    last = come[-1] if come else None
    is_last = last not in named or (bool(scene.passages) and scene.passages[-1].prompt in scene.prompts)
    if last is not None and is_last and scene.next is not None and not scene.choices:
        hint = "Name it at an earlier passage, or ask it where a question or an ending follows."
        says = "After it the scene has nothing more to tell."
        yield item.fault("prompt-form", ("scenes", name, "prompts", last), says, hint, key=True)


def _citing(path: DataPath, prompt: Prompt) -> Iterator[tuple[DataPath, tuple[str, ...]]]:
    yield (*path, "claims"), prompt.claims
    for key, option in prompt.options.items():
        yield (*path, "options", key, "claims"), option.claims


def _form(item: Item, path: DataPath, prompt: Prompt) -> Iterator[Finding]:
    """The parts that each kind of prompt has, and no others."""

    def fault(at: DataPath, says: str, hint: str, *, key: bool = False) -> Finding:
        return item.fault("prompt-form", at, says, hint, key=key)

    if not MIN_OPTIONS <= len(prompt.options) <= MAX_OPTIONS:
        says = f"The prompt has {len(prompt.options)} option{'' if len(prompt.options) == 1 else 's'}."
        yield fault((*path, "options"), says, f"Offer {MIN_OPTIONS} to {MAX_OPTIONS}.", key=True)
    for key, option in prompt.options.items():
        at = (*path, "options", key)
        yield from bad_id(item, at, key, "option")
        if key == BOTH:
            yield fault(at, f"'{BOTH}' is what a reader prints who prints both readings.", "Rename it.", key=True)
        yield from _answer(item, at, prompt, option)
        if option.date is not None:
            yield from item.date((*at, "date"), option.date)
        if option.text and not option.claims:
            yield item.fault("unsupported", at, "What stands here cites no claim.", "Add 'claims: […]'.", key=True)
        if prompt.kind == "headline" and not any("“" in text for text in wordings(option.label)):
            yield fault((*at, "label"), "A headline is quoted from the record.", "Write it in “ and ”.")
    if prompt.kind == "mark" and not (prompt.text and prompt.claims):
        hint = "Add 'text: …' with what the record has, whatever she marks, and its claims."
        yield fault(path, "The mark is not answered.", hint, key=True)
    if prompt.kind == "place" and not all(option.text for option in prompt.options.values()):
        yield fault(path, "A side of the line says nothing.", "Add 'text: …' with what held then.", key=True)
    if prompt.kind in ("mark", "place") and prompt.ask is None:
        yield item.fault("missing-field", path, "The prompt asks nothing.", "Add 'ask: …'.", key=True)


def _answer(item: Item, at: DataPath, prompt: Prompt, option: PromptOption) -> Iterator[Finding]:
    """Whether a question, and nothing else, is answered, and says of itself that it is not told where it is not."""
    if prompt.kind != "ask":
        for field, text, what in (
            ("is", option.told, "is told or not told"),
            ("account", option.account, "is answered"),
        ):
            if text:
                says = f"Only a question {what}."
                yield item.fault("prompt-form", (*at, field), says, f"Delete '{field}'.", key=True)
        return
    if option.told is None or not option.text:
        hint = "Add 'is: told' or 'is: not-told', and 'text: …' with what the record has."
        yield item.fault("prompt-form", at, "The question has no answer.", hint, key=True)
        return
    for field, answer in (("text", option.text), ("account", option.account)):
        if answer and (option.told == "not-told") != all(text.startswith(NOT_TOLD) for text in wordings(answer)):
            hint = f"Begin what the record does not tell with '{NOT_TOLD}.', and nothing else."
            says = f"'{NOT_TOLD}' and 'is: {option.told}' do not agree."
            yield item.fault("prompt-form", (*at, field), says, hint)


def _gap(item: Item, path: DataPath, prompt: Prompt, names: Names) -> Iterator[Finding]:
    """A gap against the claim on whose readings it turns."""
    for field, text in (("line", prompt.line), ("neither", prompt.neither)):
        if not text:
            yield item.fault("missing-field", path, f"The gap has no '{field}'.", f"Add '{field}: …'.", key=True)
    if prompt.line and any(wording.count(BLANK) != 1 for wording in wordings(prompt.line)):
        hint = f"Write {BLANK} once, in each wording, where the readings part."
        yield item.fault("prompt-form", (*path, "line"), "The line has not one place for a reading.", hint)
    if prompt.claim is None:
        if prompt.by != "owner":
            hint = "Add 'claim: …', or 'by: owner' if it is about whose word it is."
            yield item.fault("prompt-form", path, "The gap turns on no claim.", hint, key=True)
        return
    yield from names.claims.missing(item, (*path, "claim"), prompt.claim)
    claim = item.loaded.library.claims.get(prompt.claim)
    if claim is None:
        return
    if prompt.on >= len(claim.differs):
        says = f"On '{prompt.claim}' documents differ in {len(claim.differs)} points; 'on' counts them from 0."
        yield item.fault("prompt-form", (*path, "claim"), says, "Name a claim with 'differs', or correct 'on'.")
    elif len(claim.differs[prompt.on].readings) != len(prompt.options):
        says = f"The claim has {len(claim.differs[prompt.on].readings)} readings, and the gap {len(prompt.options)}."
        yield item.fault("prompt-form", (*path, "options"), says, "Write an option for each, in their order.", key=True)


def _beside_hard(item: Item, name: str, scene: Scene) -> Iterator[Finding]:
    """A prompt on a page that tells of what is hard to bear, or on the page after it."""
    hard, was_hard = False, False
    for passage in scene.passages:
        hard = hard or bool(passage.content)
        if passage.prompt is not None and passage.prompt in scene.prompts:
            if hard or was_hard:
                yield _hard(item, name, passage.prompt)
            hard, was_hard = False, hard
    asked = [passage.prompt for passage in scene.passages]
    for key, prompt in scene.prompts.items():
        is_last = key not in asked
        if (is_last and (hard or was_hard)) or (prompt.content and prompt.kind != "gap"):
            yield _hard(item, name, key)
        if is_last:
            hard, was_hard = False, hard


def _hard(item: Item, name: str, prompt: str) -> Finding:
    says = "The reader is asked something on a page of what is hard to bear, or on the next one."
    hint = "Ask it on another page, and let this one stand by itself."
    return item.fault("prompt-beside-hard", ("scenes", name, "prompts", prompt), says, hint, key=True)


def of_account(item: Item, story: Story, names: Names) -> Iterator[Finding]:
    """What is wrong with the lines of the reader's article."""
    if story.account and not MIN_ACCOUNT_LINES <= len(story.account) <= MAX_ACCOUNT_LINES:
        says = f"The account has {len(story.account)} lines."
        hint = f"Write {MIN_ACCOUNT_LINES} to {MAX_ACCOUNT_LINES}: it is to be read on one screen."
        yield item.fault("account-form", ("account",), says, hint, key=True)
    for index, line in enumerate(story.account):
        path = ("account", index)
        yield from claims_of(item, (*path, "claims"), line.claims, names)
        if not line.claims and not item.is_maimed(*path):
            yield item.fault("unsupported", path, "The line cites no claim.", "Add 'claims: […]'.", key=True)
        if line.scene is not None and line.scene not in story.scenes:
            hint = "Write a scene of this story, or delete 'scene' where the line can be told from the first."
            yield item.fault("missing-target", (*path, "scene"), f"There is no scene '{line.scene}'.", hint)
        if line.scene is not None and not index:
            hint = "Delete 'scene': who it is of stands in every article."
            yield item.fault("account-form", path, "The first line waits for a scene.", hint, key=True)
        if line.gap is not None and _gap_of(story, line) is None:
            hint = "Write scene/prompt, of a gap of this story."
            yield item.fault("missing-target", (*path, "gap"), f"There is no gap '{line.gap}'.", hint)
        blanks = [text.count(BLANK) for text in wordings(line.text)]
        if any(count != (line.gap is not None) for count in blanks) or bool(line.neither) != (line.gap is not None):
            says = f"A line with a gap has {BLANK} once, and 'neither'; another has none of them."
            yield item.fault("account-form", (*path, "text"), says, "Add what is missing, or delete the rest.")


def _gap_of(story: Story, line: AccountLine) -> Prompt | None:
    prompt = story.prompt_at(line.gap or "")
    return prompt if prompt is not None and prompt.kind == "gap" else None


def one_sided(item: Item, story: Story, texts: tuple[TextUse, ...]) -> Iterator[Finding]:
    """Texts outside a gap that have the words of one of its readings, and not those of another."""
    for scene in story.scenes.values():
        for prompt in scene.prompts.values():
            readings = [_words(option.label) for option in prompt.options.values()] if prompt.claim else []
            for text in texts:
                if prompt.claim not in text.claims or text.path[2:3] == ("prompts",) or text.path[:1] == ("account",):
                    continue
                told = [any(reading in wording.lower() for wording in wordings(text.text)) for reading in readings
                        if len(reading.split()) >= MIN_READING_WORDS]  # fmt: skip
                if any(told) and not all(told) and len(told) > 1:
                    says = f"Documents differ on '{prompt.claim}', and the text has the words of one of them."
                    hint = "Give both readings with their papers, or the wording that they share."
                    yield item.fault("one-sided", text.place, says, hint)


def _words(text: Shown) -> str:
    return next(iter(wordings(text)), "").lower().strip(".“” ")


def of_threads(loaded: LoadResult, names: Names) -> Iterator[Finding]:
    """What is wrong with the questions that a reader takes along."""
    library = loaded.library
    for name, thread in library.threads.items():
        item = Item(loaded, "thread", name)
        yield from bad_id(item, (), name, "thread")
        for index, scene in enumerate(thread.opens):
            yield from _scene(item, ("opens", index), scene, names)
        for scene, touch in thread.touches.items():
            yield from _scene(item, ("touches", scene), scene, names, key=True)
            yield from claims_of(item, ("touches", scene, "claims"), touch.claims, names)
            if not touch.claims and not item.is_maimed("touches", scene):
                hint = "Add 'claims: […]'."
                yield item.fault("unsupported", ("touches", scene), "What stands here cites no claim.", hint, key=True)
            for index, place in enumerate(touch.otherwise):
                if place not in thread.opens:
                    says, path = (
                        f"'{place}' is no scene where the line is taken.",
                        ("touches", scene, "otherwise", index),
                    )
                    yield item.fault("missing-target", path, says, "Name one of its 'opens'.")
        yield from _thread_form(item, thread, library)


def _scene(item: Item, path: DataPath, text: str, names: Names, *, key: bool = False) -> Iterator[Finding]:
    record, slash, scene = text.partition("/")
    if not slash:
        yield item.fault("missing-target", path, f"'{text}' is no scene of a record.", "Write record/scene.", key=key)
    elif record not in names.scenes:
        yield from names.stories.missing(item, path, record, key=key)
    else:
        yield from names.scenes[record].missing(item, path, scene, key=key)


def _thread_form(item: Item, thread: Thread, library: Library) -> Iterator[Finding]:
    """A thread that joins nothing, or leads through a page of what is hard to bear."""
    records = {scene.partition("/")[0] for scene in thread.touches}
    if not item.is_maimed() and (len(records) < 2 or not thread.opens):
        hint = "Add 'touches' in two records at least, and 'opens'."
        yield item.fault("thread-form", (), "The thread joins no two records.", hint, key=True)
    for text in (*thread.opens, *thread.touches):
        record, _, name = text.partition("/")
        scene = library.stories[record].scenes.get(name) if record in library.stories else None
        if scene is not None and not all(library.edition.is_light(passage.content) for passage in scene.passages):
            says = f"'{text}' tells of what is hard to bear; no line is taken along there."
            path: DataPath = ("touches", text) if text in thread.touches else ("opens", thread.opens.index(text))
            yield item.fault("thread-form", path, says, "Name another scene.", key=text in thread.touches)
