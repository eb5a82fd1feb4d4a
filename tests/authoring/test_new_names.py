"""What `wayout new` makes holds together, whatever script its names are in; an interview survives a wrong answer."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.test_new import BRANCH, CLAIM, STORY, run
from tests.support.terminals import Screen
from wayout.authoring.templates import MAX_ID_LENGTH, as_id, numbered
from wayout.model.checks.links import KEBAB
from wayout.model.yaml.reader import LocatedData

OWN_IDS = ("people", "documents", "claims")


def story(**changed: str) -> list[str]:
    """The options of a story, with some of them changed or added."""
    known = dict(zip(STORY[1::2], STORY[2::2], strict=True)) | {f"--{name}": value for name, value in changed.items()}
    return ["story", *(word for pair in known.items() for word in pair)]


def branch(label: str) -> list[str]:
    """The options of a branch with another label."""
    return [label if word == "Ask a group for help" else word for word in BRANCH]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Анна", "anna"), ("Беседа с Олегом", "beseda-s-olegom"), ("Щербаков Юрий", "shcherbakov-yuriy"),
        ("Ніна Їжак", "nina-yizhak"), ("Γιώργος Παπαδόπουλος", "giorgos-papadopoylos"), ("محمد علي", "mhmd-aly"),
        ("שרה", "shrh"), ("ანა", "ana"), ("Հայկ", "hayk"), ("やまだ", "yamada"), ("김민수", "gimminsu"),
        ("张伟", "u5f20u4f1f"), ("😀", "grinning-face"), ("👩‍🚀 Anna", "woman-rocket-anna"), ("Zoë Łódź", "zoe-lodz"),
        ("𝐀𝐧𝐧𝐚", "anna"), ("Anna’s talk", "annas-talk"), ("2023", "talk-2023"), ("Yes", "talk-yes"),
        ("Null", "talk-null"),
        ("1e3", "talk-1e3"), ("12.05.2023", "talk-12-05-2023"), ("Back", "talk-back"), ("…", "talk"), ("", "talk"),
        ("x" * 250, "x" * MAX_ID_LENGTH), ("Интервью 2023", "intervyu-2023"),
    ],
)  # fmt: skip
def test_an_id_is_made_in_any_script(text: str, made: str) -> None:
    assert as_id(text, "talk") == made


@given(st.text(max_size=60))
def test_an_id_is_short_and_needs_no_quotes(text: str) -> None:
    made = as_id(text, "person")
    assert KEBAB(made)
    assert len(made) <= MAX_ID_LENGTH + len("person-")
    located = LocatedData("a.yaml", f"{made}: {made}\nlist: [{made}]\n")
    assert located.findings == []
    assert located.data == {made: made, "list": [made]}


def test_an_id_that_is_taken_is_numbered() -> None:
    assert as_id("Анна", "person", {"anna", "anna-2"}) == "anna-3"
    assert numbered("x", ()) == "x"


def test_stories_in_every_script_stand_in_one_folder(wayout: list[str], tmp_path: Path) -> None:
    """Also two of one name, of two people, and of names without a letter."""
    (tmp_path / "f").mkdir()
    for number, (name, document) in enumerate(
        (("Анна", "Разговор"), ("Олег", "Беседа"), ("张伟", "访谈"), ("李娜", "访谈"), ("😀", "2023"), ("محمد", "yes"),
         ("Γιώργος", "Συνέντευξη"), ("Анна", "Разговор"), ("!", "?"), ("!", "?"))
    ):  # fmt: skip
        made = run(wayout, tmp_path, "new", *story(name=name, document=document, title=f"Story {number}"), "-o",
                   f"f/story-{number}.yaml")  # fmt: skip
        assert made.returncode == 0, made.stderr
    checked = run(wayout, tmp_path, "check", "f")
    assert (checked.returncode, checked.stdout) == (0, "")
    ids = [name for file in (tmp_path / "f").glob("*.yaml") for part in OWN_IDS
           for name in LocatedData("a.yaml", file.read_text(encoding="utf-8")).data[part]]  # fmt: skip
    assert len(ids) == len(set(ids)) == 30


@pytest.mark.parametrize("label", ["Yes", "1e3", "Просить о помощи", "请求帮助", "🙏"])
def test_a_branch_holds_together_whatever_its_label_is(wayout: list[str], tmp_path: Path, label: str) -> None:
    made = run(wayout, tmp_path, "new", *branch(label))
    assert made.returncode == 0, made.stderr
    (file,) = tmp_path.glob("*.yaml")
    checked = run(wayout, tmp_path, "check", "--strict", file.name)
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (branch("word " * 50), 1, "--label: The text has 249 signs"),
        (branch("x" * 250), 1, "--label: "),
        (story(text="talk.txt", place="33"), 1, "--place: 'a-talk-with-anna' has only 12 lines."),
        (story(text="talk.txt", place="at its end"), 1, "--place: "),
        (story(text="nothing.txt"), 2, "nothing.txt: The file cannot be opened"),
        (story(person="Анна"), 2, "'Анна' is no id. Give lower-case letters a to z, digits and hyphens with --person."),
        (["recorded" if word == "reported" else word for word in BRANCH], 1, "--is: This is told as having happened"),
    ],
)
def test_what_does_not_hold_is_told_by_its_option_and_by_no_file_that_is_gone(
    wayout: list[str], tmp_path: Path, words: list[str], status: int, says: str
) -> None:
    (tmp_path / "talk.txt").write_text("She is called up.\n" * 12, encoding="utf-8")
    made = run(wayout, tmp_path, "new", *words)
    assert (made.returncode, made.stdout) == (status, "")
    assert says in made.stderr
    assert re.search(r"/tmp/(?!pytest)|Traceback", made.stderr) is None
    assert not list(tmp_path.glob("*.yaml"))


def test_a_name_of_255_letters_gives_a_file_of_a_short_name(wayout: list[str], tmp_path: Path) -> None:
    made = run(wayout, tmp_path, "new", *story(name="word" * 64))
    assert "Traceback" not in made.stderr
    assert all(len(file.name) < 60 for file in tmp_path.iterdir())


@pytest.mark.parametrize(("words", "name"), [(STORY, "story.schema.json"), (BRANCH, "branch.schema.json")])
def test_the_schema_lies_beside_the_file_and_travels_with_it(
    wayout: list[str], tmp_path: Path, words: tuple[str, ...], name: str
) -> None:
    (tmp_path / "here").mkdir()
    assert run(wayout, tmp_path / "here", "new", *words).returncode == 0
    there = Path(shutil.move(tmp_path / "here", tmp_path / "there"))
    (file,) = there.glob("*.yaml")
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=./{name}"
    (there / name).write_text("mine", encoding="utf-8")
    assert run(wayout, there, "new", *words, "-o", "more.yaml").returncode == 0
    assert (there / name).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("own", [".", "anna.yaml"])
def test_a_branch_grows_a_story_of_the_writers_own(wayout: list[str], tmp_path: Path, own: str) -> None:
    assert run(wayout, tmp_path, "new", *STORY).returncode == 0
    text = (tmp_path / "anna.yaml").read_text(encoding="utf-8")
    before, _, rest = text.partition("    next: as-told")
    decision, to, after = rest.partition("  as-told:")
    decision = decision.split("\n", 2)[2].replace("    # ", "    ")
    (tmp_path / "anna.yaml").write_text(before + decision + to + after, encoding="utf-8")
    words = ["anna" if one == "vesna" else "the-beginning" if one == "the-call" else one for one in BRANCH]
    made = run(wayout, tmp_path, "new", *words, "--stories", own)
    assert made.returncode == 0, made.stderr
    assert run(wayout, tmp_path, "check", ".", "--strict").stdout == ""
    again = run(wayout, tmp_path, "new", *words, "--stories", ".", "--grows", "anna-ask-a-group-for-help")
    assert "There is no story 'anna-ask-a-group-for-help'" in again.stderr, "no branch grows on a branch"


@pytest.mark.parametrize(
    ("quote", "lines", "status", "says"),
    [
        ("She is called up", "1", 0, ""),
        ("bread and watr", "2", 2, "“bread and watr” does not stand in lines 2 of 'a-talk-with-anna'."),
        ("bread and water", "1", 2, "It stands in line 2."),
        ("bread and water", "1-2", 0, ""),
    ],
)
def test_a_quotation_is_compared_with_the_text_that_is_at_hand(
    wayout: list[str], tmp_path: Path, quote: str, lines: str, status: int, says: str
) -> None:
    """Beside the story, in the folder `texts` there, or where --originals says."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "talk.txt").write_text("She is called up.\nShe has bread and water.\n", encoding="utf-8")
    assert run(wayout, tmp_path, "new", *story(text="texts/talk.txt", place="1")).returncode == 0
    words = ["claim", "--document", "a-talk-with-anna", "--lines", lines, "--kind", "event", "--voice", "narrated",
             "--says", "So it is.", "--stories", "anna.yaml", "--quote", quote]  # fmt: skip
    for more in ((), ("--originals", "texts")):
        made = run(wayout, tmp_path, "new", *words, *more)
        assert (made.returncode, bool(made.stdout)) == (status, not status)
        assert says in made.stderr
        assert "not compared" not in made.stderr
    (tmp_path / "texts" / "talk.txt").write_text("Another text.\n", encoding="utf-8")
    made = run(wayout, tmp_path, "new", *words)
    assert (made.returncode, "The quotation was not compared" in made.stderr) == (0, True)


def test_a_claim_has_the_dates_that_were_given(wayout: list[str], tmp_path: Path) -> None:
    made = run(wayout, tmp_path, "new", *CLAIM, "--date", "[2022..2023]", "--as-of", "2023-05")
    found = LocatedData("a.yaml", made.stdout).data["vesna-no"]
    assert (found["date"], found["as-of"]) == ("[2022..2023]", "2023-05")
    wrong = run(wayout, tmp_path, "new", *CLAIM, "--date", "May")
    assert (wrong.returncode, "--date: 'May' is not a date." in wrong.stderr) == (1, True)


def test_an_interview_goes_on_after_a_wrong_answer(wayout: list[str], tmp_path: Path) -> None:
    """The name of a text that is not there, and a line that it has not: each is asked again, and nothing else is."""
    (tmp_path / "talk.txt").write_text("She is called up.\n" * 12, encoding="utf-8")
    with Screen(wayout, "new", "story", cwd=str(tmp_path), rows=60, columns=160) as screen:
        for wanted, answer in (
            ("called in the story", "Иво"), ("Give another id", ""), ("called in the story", "Анна"),
            ("Who is that", "a medic"), ("A title", "The medic"),
            ("One sentence for the list", "A medic is called up."),
            ("Which document", "Разговор"), ("Do you hold its text", "tolk.txt"), ("Please answer again", ""),
            ("cannot be opened", ""), ("Do you hold its text", "talk.txt"), ("In which lines", "33"),
            ("What does it say", "She is called up."), ("What kind of statement", "event"),
            ("In whose voice", "reported"),
            ("what kind of name", "unstated"), ("Your name", "A. W."), ("--place: 'razgovor' has only 12 lines", ""),
            ("In which lines", "3"),
        ):  # fmt: skip
            screen.until(wanted)
            if answer:
                screen.child.sendline(answer)
        screen.until("Written to anna.yaml")
        screen.rest()
    assert screen.child.exitstatus == 0
    assert run(wayout, tmp_path, "check", "anna.yaml", "--strict").returncode == 0
