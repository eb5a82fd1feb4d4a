"""What is found in prompts, accounts and threads, each where it stands; and what is left of them when claims go."""

import json
import shutil
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.support.paths import edit
from wayout.commands.check import run
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.prompts import BLANK, PARTS, Prompt, PromptOption, Thread
from wayout.model.redaction import redact_withdrawn
from wayout.model.trail_format import digest
from wayout.play.state import Reader
from wayout.play.step import begin, moves
from wayout.views.account import account

STORY, THREADS = "story/anton.yaml", "story/threads.yaml"
TODAY = "2026-11-22"
MARK_ANSWER = "        text: The foreman. Anton tells of it.\n        claims: [anton-threat]\n"
OTHERS = "The others look on., claims: [anton-told]"
TWO_LINES = (
    "  - {text: He refused., claims: [anton-refused]}\n"
    "  - {text: The foreman spoke of lost pay., claims: [anton-threat]}\n"
)
CRANE = "{text: Boris loads it., claims: [boris-loaded]}"
OPENS = "opens: [anton/the-order, boris/the-north]"
"""Of the project: texts that an edit replaces."""

Found = list[tuple[str, str, str]]
"""Code, what is marked (the text from there to the end of its line), and what is said."""


@pytest.fixture
def project(tmp_path: Path, asked_folder: Path) -> Path:
    """A copy of the invented project with a part for its reader."""
    shutil.copytree(asked_folder, tmp_path, dirs_exist_ok=True)
    return tmp_path


def found(project: Path, capsys: pytest.CaptureFixture[str]) -> Found:
    """What one run finds."""
    run([project], "json", strict=True)

    def marked(one: dict[str, str]) -> str:
        return Path(one["file"]).read_text(encoding="utf-8").split("\n")[int(one["line"]) - 1][int(one["column"]) - 1 :]

    return [(one["code"], marked(one), one["says"]) for one in json.loads(capsys.readouterr().out)]


PROMPT_FORM = {
    "a question without an answer": ((", is: not-told, text: Not told. He is in Tallinn., claims: [anton-home]}", "}"),
                                     "how-home:", "The question has no answer."),
    "an answer that is not told and tells": (("is: told, text: The foreman did.", "is: not-told, text: The foreman."),
                                             "The foreman.", "'Not told' and 'is: not-told' do not agree."),
    "an answer that is told and does not": (("is: not-told, text: Not told. He", "is: told, text: Not told. He"),
                                            "Not told. He", "'Not told' and 'is: told' do not agree."),
    "told where nothing is asked": (("{label: Before April,", "{label: Before April, is: told,"),
                                    "is: told", "Only a question is told or not told."),
    "an article's answer that is told and does not": (
        ("is: told, text: The foreman did.", "is: told, text: The foreman did., account: Not told. Somebody did."),
        "Not told. Somebody", "'Not told' and 'is: told' do not agree."),
    "an article's answer where nothing is asked": (
        ("{label: Before April,", "{label: Before April, account: It was.,"), "account: It",
        "Only a question is answered."),
    "a side that says nothing": (("Before April, text: No law has a fine., claims: [law-fine]}", "Before April}"),
                                 "the-day:", "A side of the line says nothing."),
    "a headline in no words of the record": (("{label: “load it or leave”", "{label: The order"),
                                             "The order", "A headline is quoted from the record."),
    "a mark without an answer": ((MARK_ANSWER, ""), "who-says:", "The mark is not answered."),
    "an option called both": (("          orders: {", "          both: {"),
                              "both:", "'both' is what a reader prints who prints both readings."),
    "five options": (("nobody: {label: Nobody}}", "nobody: {label: N}, x: {label: X}, y: {label: Y}}"),
                     "options:", "The prompt has 5 options."),
    "a line without a blank": (("line: The foreman {}.", "line: The foreman."),
                               "The foreman.", "The line has not one place for a reading."),
    "a gap that turns on no claim": (("        claim: anton-told\n", ""),
                                     "order-or-request:", "The gap turns on no claim."),
    "a difference that is not there": (("        claim: anton-told\n", "        claim: anton-told\n        on: 1\n"),
                                       "anton-told", "On 'anton-told' documents differ in 1 points"),
    "a gap that no passage names": (("        prompt: order-or-request\n", ""),
                                    "order-or-request:", "No passage names the gap."),
    "prompts out of order": (("prompt: way-home}\n      - {text: The ship leaves., claims: [anton-told]}",
                              "prompt: the-day}\n      - {text: It leaves., claims: [anton-told], prompt: way-home}\n"
                              "      - {text: The ship leaves., claims: [anton-told]}"), "", ""),
    "a prompt after which nothing is told": (("      - {text: The ship leaves., claims: [anton-told]}\n", ""),
                                             "way-home:", "After it the scene has nothing more to tell."),
}  # fmt: skip


@pytest.mark.parametrize("name", PROMPT_FORM)
def test_a_prompt_without_what_its_kind_needs_is_found_there_and_nothing_else(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, at, says = PROMPT_FORM[name]
    edit(project / STORY, change)
    one = found(project, capsys)
    if not at:
        assert one == []
        return
    assert [code for code, _, _ in one] == ["prompt-form"]
    assert one[0][1].startswith(at)
    assert says in one[0][2]


def test_prompts_stand_in_the_order_in_which_they_come(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(
        project / STORY,
        ("prompt: the-day}", "prompt: way-home}"),
        ("travels., prompt: way-home}", "travels., prompt: the-day}"),
    )
    ((code, at, says),) = found(project, capsys)
    assert (code, at) == ("prompt-form", "the-day:")
    assert says == "The prompts do not stand in the order in which they come."


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        (("        ask: Who says that pay stops?\n", ""), "missing-field", "who-says:"),
        (("        neither: What the foreman says is told in two ways.\n", ""), "missing-field", "order-or-request:"),
        (("        prompt: order-or-request\n", "        prompt: order-or-wish\n"), "missing-target", "order-or-wish"),
        (("        claim: anton-told\n", "        claim: anton-tells\n"), "missing-target", "anton-tells"),
        (("text: A request binds nobody.\n            claims: [law-fine]", "text: A request binds nobody."),
         "unsupported", "asks:"),
        (("      who-says:\n", "      Who_says:\n"), "bad-id", "Who_says:"),
        (("gap: the-order/order-or-request", "gap: the-order/who-says"), "missing-target", "the-order/who-says"),
        (("{text: He refused., claims", "{text: He refused., scene: nowhere, claims"), "missing-target", "nowhere"),
        (("[anton-told], keep: true}", "[anton-told], keep: true, scene: home}"), "account-form", "{text"),
        (("The foreman. Anton tells of it.", "The foreman. He shoots himself."), "unannounced", "The foreman."),
    ],
    ids=str,
)  # fmt: skip
def test_what_a_prompt_shares_with_other_texts_is_found_under_their_codes(
    change: tuple[str, str], code: str, at: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / STORY, change)
    one = [(each, marked) for each, marked, _ in found(project, capsys) if each == code]
    assert one, code
    assert one[0][1].startswith(at)


def test_a_second_gap_in_a_scene_is_one_too_many(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (project / STORY).read_text(encoding="utf-8")
    gap = text[text.index("      order-or-request:\n") : text.index("      who-says:\n")].replace(
        "order-or-", "wish-or-"
    )
    edit(project / STORY, ("      who-says:\n", f"{gap}      who-says:\n"),
         (OTHERS, f"{OTHERS}, prompt: wish-or-request"))  # fmt: skip
    one = [(code, at, says) for code, at, says in found(project, capsys) if code == "prompt-form"]
    assert one == [("prompt-form", "wish-or-request:", "The scene has a gap already.")]


def test_hard_content_in_a_prompt_needs_a_gentle_wording(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project / STORY, ("asks him to load it}\n", "asks him to load it}\n            content: [combat]\n"))
    assert [(code, at) for code, at, _ in found(project, capsys)] == [
        ("no-gentle-wording", "text: A request binds nobody.")
    ]


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ((("The foreman comes to him.\n        claims: [anton-told]",
           "{full: He has a gun., gentle: He comes.}\n        claims: [anton-told]\n        content: [combat]"),),
         ("order-or-request:", "who-says:")),
        ((("{text: The others look on., claims: [anton-told]}",
           "{text: {full: Blood runs., gentle: They look on.}, claims: [anton-told], content: [combat]}"),),
         ("who-says:",)),
        ((("        ask: Who says that pay stops?\n",
           "        ask: {full: Who beats him?, gentle: Who does it?}\n        content: [combat]\n"),), ("who-says:",)),
    ],
    ids=["on the page", "on the page before the last", "in the prompt itself"],
)  # fmt: skip
def test_nobody_is_asked_on_a_page_of_what_is_hard_to_bear_nor_after_it(
    changes: tuple[tuple[str, str], ...], at: tuple[str, ...], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / STORY, *changes)
    assert tuple(one for code, one, _ in found(project, capsys) if code == "prompt-beside-hard") == at


def test_the_words_of_one_reading_stand_nowhere_else_by_themselves(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / STORY, ("The others look on.", "The foreman orders him to load it."))
    assert [code for code, _, _ in found(project, capsys)] == ["one-sided"]


def test_both_readings_may_stand_beside_each_other(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = "'He orders him to load it, says one text; he asks him to load it, or drown, says the other.'"
    edit(project / STORY, ("The others look on.", both))
    assert "one-sided" not in [code for code, _, _ in found(project, capsys)]


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ((TWO_LINES, ""), "account:"),
        (("On the quay the foreman {}.", "On the quay the foreman waits."), "On the quay the foreman waits."),
        (("    neither: What the foreman told him on the quay is told in two ways.\n", ""), "On the quay"),
        (("{text: He refused.,", "{text: 'He {} refused.',"), "'He {} refused."),
        (("{text: He refused.,", "{text: He refused., neither: He did.,"), "He refused."),
    ],
    ids=str,
)  # fmt: skip
def test_an_account_that_is_too_short_or_does_not_fit_its_gap(
    change: tuple[str, str], at: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / STORY, change)
    ((code, marked, _),) = found(project, capsys)
    assert code == "account-form"
    assert marked.startswith(at)


def test_a_line_of_an_account_rests_on_claims(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project / STORY, ("{text: He refused., claims: [anton-refused]}", "{text: He refused.}"))
    assert [(code, at) for code, at, _ in found(project, capsys)] == [("unsupported", "{text: He refused.}")]


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        ((f"    boris/the-crane: {CRANE}\n", ""), "thread-form", "who-must-load:"),
        ((OPENS, "opens: []"), "thread-form", "who-must-load:"),
        ((OPENS, "opens: [anton/the-orders]"), "missing-target", "anton/the-orders"),
        (("    boris/the-crane:", "    boris/the-cranes:"), "missing-target", "boris/the-cranes:"),
        ((OPENS, "opens: [the-order]"), "missing-target", "the-order"),
        ((OPENS, "opens: [carl/the-order]"), "missing-target", "carl/the-order"),
        ((CRANE, "{text: Boris loads it.}"), "unsupported", "boris/the-crane:"),
        (("claims: [boris-loaded]", "claims: [boris-loads]"), "missing-target", "boris-loads"),
        (("who-must-load:", "who_must_load:"), "bad-id", "who_must_load:"),
        (("  ask: Who has to load a ship?\n", ""), "missing-field", ""),
        (("  still: That", "  stil: That"), "unknown-field", "stil:"),
        (("where-they-go:", "who-must-load:"), "duplicate-key", "who-must-load:"),
    ],
    ids=str,
)  # fmt: skip
def test_a_thread_leads_from_one_record_to_another_and_to_what_is_there(
    change: tuple[str, str], code: str, at: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / THREADS, change)
    one = [(each, marked) for each, marked, _ in found(project, capsys) if each == code]
    assert one, code
    assert one[0][1].startswith(at)


def test_no_line_is_taken_along_on_a_page_of_a_wound(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "{full: 'Beaten, he goes home.', gentle: He goes home.}"
    edit(project / STORY, ("    text: He goes home.\n    claims: [anton-home]\n",
                          f"    text: {text}\n    claims: [anton-home]\n    content: [self-injury]\n"))  # fmt: skip
    assert [at for code, at, _ in found(project, capsys) if code == "thread-form"] == [
        "anton/home: {text: Anton goes home., claims: [anton-home]}"
    ]


def test_a_warning_of_a_thread_is_ignored_for_a_reason_where_it_stands(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / THREADS, ("Boris loads it.", "Boris loads it ???"))
    assert [code for code, _, _ in found(project, capsys)] == ["todo"]
    entry = "  ignore: [{code: todo, at: touches/boris/the-crane, because: The signs are painted on the ship.}]\n"
    edit(project / THREADS, ("  ask: Who has to load a ship?\n", f"  ask: Who has to load a ship?\n{entry}"))
    assert found(project, capsys) == []
    edit(project / THREADS, ("at: touches/boris/the-crane,", "at: touches/boris/the,"))
    assert sorted(code for code, _, _ in found(project, capsys)) == ["idle-ignore", "todo"]


@pytest.mark.parametrize("text", ["", "# Nothing yet.\n", "{}\n"])
def test_a_file_of_threads_may_be_empty(text: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / THREADS).write_text(text, encoding="utf-8")
    edit(project / "story/trails/anton.yaml", ("  - take who-must-load\n", ""))
    assert found(project, capsys) == []


@pytest.mark.parametrize(
    "text", ["- a\n", "who: [\n", "who: 3\n", "who: {ask: Who?, opens: {}, touches: [], still: No.}\n"]
)
def test_a_broken_file_of_threads_is_an_error_and_no_crash(
    text: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / THREADS).write_text(text, encoding="utf-8")
    codes = {code for code, _, _ in found(project, capsys)} - {"broken-trail"}
    assert codes
    assert codes <= {"wrong-type", "syntax", "missing-field"}


def test_two_folders_give_one_thread_once(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    shutil.copy(project / THREADS, other / "threads.yaml")
    from wayout.model.file_access import Folders

    loaded = load(Folders(project / "seeds", (project / "story", other)))
    assert [finding.code for finding in loaded.findings] == ["duplicate-id"] * 2


def test_the_shipped_threads_are_open_and_touched_where_a_reader_comes() -> None:
    library = load(shipped()).library
    for thread in library.threads.values():
        records = {place.partition("/")[0] for place in thread.touches}
        assert len(records) >= 2
        for place in thread.opens:
            assert records - {place.partition("/")[0]}, "something stands beside it in another record"


def test_no_digest_of_a_story_hangs_on_the_reader_s_part(asked: Library) -> None:
    story = asked.stories["anton"]
    bare = replace(story, account=(), scenes={name: replace(scene, prompts={}) for name, scene in story.scenes.items()})
    assert digest(bare) == digest(story)


# What is left where claims or people are withdrawn.


def without(library: Library, *names: str) -> Library:
    gone = {name: replace(library.claims[name], withdrawn=TODAY) for name in names}
    return redact_withdrawn(replace(library, claims={**library.claims, **gone}))


def test_a_prompt_goes_with_the_claim_that_it_turns_on_or_that_answers_it(asked: Library) -> None:
    prompts = without(asked, "anton-threat").scene("anton", "the-order").prompts
    assert [*prompts] == ["order-or-request"]
    prompts = without(asked, "law-fine").scene("anton", "the-order").prompts
    assert "order-or-request" not in prompts, "its readings rest on it"


def test_a_gap_goes_where_a_reading_is_lost(asked: Library) -> None:
    """A withdrawn speaker takes his words along: then there is nothing left to set."""
    boris = replace(asked.people["boris"], withdrawn=TODAY)
    told = asked.claims["anton-told"]
    cite = replace(told.differs[0].readings[1].cites[0], speaker="boris", voice="quoted")
    readings = (told.differs[0].readings[0], replace(told.differs[0].readings[1], cites=(cite,)))
    claims = {**asked.claims, "anton-told": replace(told, differs=(replace(told.differs[0], readings=readings),))}
    left = redact_withdrawn(replace(asked, claims=claims, people={**asked.people, "boris": boris}))
    assert "order-or-request" not in left.scene("anton", "the-order").prompts


def test_a_line_whose_gap_is_gone_stands_in_the_wording_that_is_shared(asked: Library) -> None:
    left = without(asked, "law-fine")
    made = account(left, begin(left, "anton", parts=PARTS), Reader(parts=PARTS))
    assert made is not None
    assert "What the foreman told him on the quay is told in two ways." in [line.text for line in made.lines]
    assert not any(BLANK in line.text for line in made.lines)
    assert "The law then had a fine." not in [line.text for line in made.lines]


def test_a_thread_goes_with_one_of_its_two_records(asked: Library) -> None:
    boris = replace(asked.people["boris"], withdrawn=TODAY)
    left = redact_withdrawn(replace(asked, people={**asked.people, "boris": boris}))
    assert left.threads == {}
    assert left.stories
    assert not [move for move in moves(left, begin(left, "anton", parts=PARTS).state) if "take" in str(move).lower()]


def test_a_thread_keeps_only_scenes_that_are_left(asked: Library) -> None:
    """A record may lose a scene that a branch had brought, or that rested on what is gone."""
    thread = asked.threads["who-must-load"]
    crane = thread.touches["boris/the-crane"]
    touches = {**thread.touches, "marta/the-office": crane, "marta/the-garden": crane}
    thread = replace(thread, touches=touches, opens=("anton/the-order", "marta/the-garden"))
    left = without(replace(asked, threads={"one": thread}), "law-fine").threads["one"]
    assert [*left.touches] == ["anton/the-order", "boris/the-crane", "marta/the-office"]
    assert left.opens == ("anton/the-order",)


def test_prompts_and_threads_have_their_fields_and_no_others() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"is": "gap", "options": {}, "points": 3}, Prompt)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"label": "A", "right": True}, PromptOption)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"is": "quiz", "options": {}}, Prompt)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"ask": "Who?", "opens": [], "touches": {}, "still": "No.", "answer": "He."}, Thread)
