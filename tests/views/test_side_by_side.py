"""The same question over several records: each answers for itself, and a line stays open whatever stands beside it."""

from itertools import pairwise

from msgspec.structs import replace

from wayout.locale import reader_strings
from wayout.model.file_access import shipped
from wayout.model.library import SIDE, Library, story_name
from wayout.model.load import load
from wayout.model.prompts import Prompt, PromptOption
from wayout.model.text import TwoWordings
from wayout.play.state import Reader
from wayout.render.document_text import plain_lines
from wayout.views.reference_pages import document
from wayout.views.side_by_side import shared_questions

FULL, GENTLE = Reader(), Reader(gentle=True)


def with_question(library: Library, story: str, scene: str, label: str, text: str | TwoWordings) -> Library:
    """The library in which one more record is asked how its person gets home."""
    option = PromptOption(label=label, text=text, told="told", claims=("boris-north",))
    prompt = Prompt(kind="ask", options={"how-home": option, "other": option})
    told = library.stories[story]
    scenes = {**told.scenes, scene: replace(told.scenes[scene], prompts={"way": prompt})}
    return replace(library, stories={**library.stories, story: replace(told, scenes=scenes)})


def told(library: Library, reader: Reader = FULL, wanted: str = "") -> str:
    return "\n".join(" " * line.indent + line.text for line in plain_lines(document(library, SIDE, reader, (), wanted)))


def test_a_question_that_two_records_are_asked_stands_once_with_both_answers(asked: Library) -> None:
    assert shared_questions(asked) == {}
    library = with_question(asked, "boris", "the-north", "How does he get north?", "By ship.")
    text = told(library)
    assert text.count("How does he get home?") == 1
    assert "– Anton: Not told. He is in Tallinn." in text
    assert "– Boris: How does he get north? By ship." in text
    assert "Who told him to load?" not in text, "one record alone is asked that"
    assert "boris-north" in (document(library, SIDE, FULL).claims or ())


def test_each_line_that_can_be_taken_along_has_its_touches_and_what_is_still_not_told(asked: Library) -> None:
    text = told(asked)
    assert text.startswith(f"{reader_strings.SIDE}\n{reader_strings.SIDE_LEAD}")
    parts = (
        "Who has to load a ship?",
        "– Anton is told to.",
        "– Boris loads it.",
        "That anybody asked the law is not told.",
    )
    assert all(text.index(one) < text.index(other) for one, other in pairwise(parts))


def test_words_behind_the_command_find_a_question(asked: Library) -> None:
    assert "load a ship" in told(asked, wanted="load")
    assert "Where does a docker go" not in told(asked, wanted="load")
    assert told(asked, wanted="submarine").endswith(f"{reader_strings.SIDE_NONE}\n")


def test_the_gentle_wording_reaches_the_answers(asked: Library) -> None:
    hard = TwoWordings(full="Through the ice.", gentle="Over water.")
    library = with_question(asked, "boris", "the-north", "How does he get home?", hard)
    assert "ice" in told(library)
    assert "ice." not in told(library, GENTLE)


def test_a_library_without_questions_says_so(invented: Library) -> None:
    assert reader_strings.SIDE_NONE in told(invented)


def test_every_shipped_answer_stands_under_its_record_and_what_is_held_is_announced() -> None:
    library = load(shipped()).library
    found = shared_questions(library)
    assert len(found) >= 3
    text = told(library)
    for records in found.values():
        for name, _ in records:
            assert f"– {story_name(library, library.stories[name])}: " in text
    assert all(str(thread.still).strip() in " ".join(text.split()) for thread in library.threads.values()
               if isinstance(thread.still, str))  # fmt: skip
