"""`wayout new`: a writer without Python comes to a file that already passes every check."""

import subprocess
from pathlib import Path

import pytest

from tests.support.terminals import Screen
from wayout.authoring.interview import Project, Prompts, story
from wayout.authoring.templates import as_id, scalar
from wayout.commands.new import faults
from wayout.model.file_access import shipped
from wayout.model.load import load
from wayout.model.yaml.reader import LocatedData

BRANCH = ("branch", "--grows", "vesna", "--at", "the-call", "--label", "Ask a group for help", "--act", "run",
          "--claims", "help-purpose", "--is", "reported", "--author", "A. W.")  # fmt: skip
STORY = ("story", "--name", "Anna", "--role", "a medic", "--title", "The medic", "--teaser", "A medic is called.",
         "--document", "A talk: with Anna", "--place", "minute 3", "--says", "She is called up.", "--kind", "event",
         "--voice", "reported", "--author", "A. W.")  # fmt: skip
OTHER_NAME = ("--identity", "pseudonym", "--name-place", "minute 1")
CLAIM = ("claim", "--document", "harbour-gazette", "--lines", "15-16", "--kind", "speech", "--speaker", "vesna",
         "--voice", "reported", "--says", "He says: no.", "--id", "vesna-no")  # fmt: skip


def run(wayout: list[str], folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, *args], cwd=folder, capture_output=True, text=True, check=False, timeout=60,
                          stdin=subprocess.DEVNULL, encoding="utf-8")  # fmt: skip


@pytest.mark.parametrize(("args", "file"), [
    (BRANCH, "vesna-ask-a-group-for-help.yaml"), (STORY, "anna.yaml"), ((*STORY, *OTHER_NAME), "anna.yaml"),
])  # fmt: skip
def test_what_is_written_is_clean_and_plays(
    wayout: list[str], tmp_path: Path, args: tuple[str, ...], file: str
) -> None:
    made = run(wayout, tmp_path, "new", *args)
    assert made.returncode == 0, made.stderr
    assert f"Written to {file}" in made.stderr
    checked = run(wayout, tmp_path, "check", file, "--strict")
    assert (checked.returncode, checked.stdout) == (0, "")
    told = run(wayout, tmp_path, "play", Path(file).stem, "--plain", "--stories", ".")
    assert told.returncode == 0
    assert "not reviewed, by A. W." in " ".join(told.stdout.split())


def test_a_file_that_is_there_is_never_written_over(wayout: list[str], tmp_path: Path) -> None:
    for _ in range(2):
        assert run(wayout, tmp_path, "new", *STORY).returncode == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == ["anna-2.yaml", "anna.yaml", "story.schema.json"]


def test_a_claim_is_printed_to_be_pasted_into_a_branch(wayout: list[str], tmp_path: Path) -> None:
    made = run(wayout, tmp_path, "new", *CLAIM)
    assert made.returncode == 0
    assert run(wayout, tmp_path, "new", *BRANCH, "-o", "mine.yaml").returncode == 0
    text = (tmp_path / "mine.yaml").read_text(encoding="utf-8")
    text = text.replace("from: [help-purpose]", "from: [vesna-no]") + "claims:\n" + made.stdout
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    checked = run(wayout, tmp_path, "check", "mine.yaml")
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.parametrize(("args", "says"), [
    (("branch",), "Give --grows, --at, --label, --act, --claims, --is, --author, or call this in a terminal"),
    (("branch", "--grows", "vesnna"), "There is no story 'vesnna'. Did you mean 'vesna'?"),
    ((*BRANCH[:4], "the-cal", *BRANCH[5:]), "There is no fork 'the-cal'. Did you mean 'the-call'?"),
    ((*BRANCH[:-4], "--is", "reported", "--author", "x", "--claims", "nothing"), "There is no claim 'nothing'."),
    (("story", "--name", "Ivo", *STORY[3:]), "There is a person 'ivo' in the project already. Give another id"),
    ((*STORY, *OTHER_NAME[:2]), "Give --name-place"),
    ((*CLAIM[:2], "my-talk", *CLAIM[3:]), "Is it one of your own? Then name its file with --stories."),
    ((*CLAIM[:6], "figure", *CLAIM[7:]), "Give --owner"),
    (("claim", *CLAIM[3:]), "Give --document"),
])  # fmt: skip
def test_what_is_missing_or_not_there_is_told_with_status_2(
    wayout: list[str], tmp_path: Path, args: tuple[str, ...], says: str
) -> None:
    made = run(wayout, tmp_path, "new", *args)
    assert made.returncode == 2
    assert says in made.stderr
    assert "Traceback" not in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_claimed_of_a_person_that_the_writer_did_not_say() -> None:
    """Of the name nothing, where she says nothing of it; else one claim, with the place that she gives."""
    library = Project(load(shipped()))
    given = dict.fromkeys(("person", "identity", "name_place", "text"))
    given |= {option.lstrip("-"): value for option, value in zip(STORY[1::2], STORY[2::2], strict=True)}
    _, text = story(Prompts(), library, given)
    assert list(LocatedData("a.yaml", text).data["claims"]) == ["anna-first"]
    assert "identity: unstated" in text
    assert "not the real name" not in text
    _, text = story(Prompts(), library, {**given, "identity": "pseudonym", "name_place": "minute 1"})
    named = LocatedData("a.yaml", text).data["claims"]["anna-name"]
    assert named["cites"] == [{"document": "a-talk-with-anna", "at": "minute 1"}]
    _, text = story(Prompts(), library, {**given, "voice": "narrated"})
    assert "speaker" not in text
    before, _, rest = text.partition("    next: as-told")
    decision, to, after = rest.partition("  as-told:")
    decision = decision.split("\n", 2)[2].replace("    # ", "    ")
    assert faults("anna", before + decision + to + after) == [], "the decision in the comment holds as it stands"


def test_a_text_that_the_writer_holds_is_fingerprinted_and_its_lines_are_the_places(
    wayout: list[str], tmp_path: Path
) -> None:
    (tmp_path / "talk.txt").write_text("She is called up.\nShe goes.\n", encoding="utf-8")
    args = ["2" if one == "minute 3" else one for one in STORY]
    assert run(wayout, tmp_path, "new", *args, "--text", "talk.txt").returncode == 0
    told = run(wayout, tmp_path, "sources", "verify", "--originals", ".", "--stories", "anna.yaml")
    assert told.stderr == "1 cite verified in 1 archived text, 0 not; 0 cites of 0 documents not held\n"
    far = ["3" if one == "minute 3" else one for one in STORY]
    made = run(wayout, tmp_path, "new", *far, "--text", "talk.txt")
    assert (made.returncode, "cite-range" in made.stderr) == (1, True)
    assert run(wayout, tmp_path, "new", *args, "--text", "talk.pdf").returncode == 2


def test_a_claim_says_whom_it_favours_and_what_it_holds(wayout: list[str], tmp_path: Path) -> None:
    more = ("--interest", "self", "--content", "combat", "--gentle", "He says it.", "--quote", "will not go")
    made = run(wayout, tmp_path, "new", *CLAIM, *more)
    assert made.returncode == 0, made.stderr
    found = LocatedData("a.yaml", made.stdout).data["vesna-no"]
    assert (found["interest"], found["content"]) == ("self", ["combat"])
    assert found["says"] == {"full": "He says: no.", "gentle": "He says it."}
    assert found["cites"][0]["quote"] == "will not go"


def test_a_claim_of_a_document_of_the_writers_own(wayout: list[str], tmp_path: Path) -> None:
    assert run(wayout, tmp_path, "new", *STORY).returncode == 0
    args = ("claim", "--document", "a-talk-with-anna", "--lines", "minute 4", "--says", "She goes home.", "--kind",
            "event", "--speaker", "anna", "--voice", "quoted")  # fmt: skip
    made = run(wayout, tmp_path, "new", *args, "--id", "anna-home", "--stories", "anna.yaml")
    assert (made.returncode, made.stdout.split(":")[0].strip()) == (0, "anna-home"), made.stderr
    again = run(wayout, tmp_path, "new", *args, "--id", "anna-first", "--stories", ".")
    assert (again.returncode, again.stdout) == (2, "")
    assert "There is a claim 'anna-first' already" in again.stderr


def test_what_does_not_hold_together_is_told_and_not_written(wayout: list[str], tmp_path: Path) -> None:
    """An outcome that happened to him cannot stand on a choice that he did not take."""
    args = [*BRANCH]
    args[args.index("reported")] = "recorded"
    made = run(wayout, tmp_path, "new", *args)
    assert made.returncode == 1
    assert "recorded-not-taken" in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_writer_in_a_terminal_is_asked_and_shown_what_there_is(wayout: list[str], tmp_path: Path) -> None:
    """A word that is no claim lists the claims that hold it; a slip is told; the file is clean."""
    with Screen(wayout, "new", "branch", cwd=str(tmp_path), rows=40, columns=160) as screen:
        for wanted, answer in (
            ("Which story", "vesnna"), ("Did you mean 'vesna'", "vesna"),
            ("At which scene", "the-call"), ("What can be chosen", "Ask a group for help"), ("Of which act", "run"),
            ("Which claims", "group helps"), ("help-purpose: ", "help-purpose"),
            ("How is it known", "reported"), ("Your name", "A. W."),
        ):  # fmt: skip
            screen.until(wanted)
            screen.child.sendline(answer)
        screen.until("Written to vesna-ask-a-group-for-help.yaml")
        screen.rest()
    assert screen.child.exitstatus == 0
    assert run(wayout, tmp_path, "check", "vesna-ask-a-group-for-help.yaml").returncode == 0


@pytest.mark.parametrize("text", [
    "plain", "yes", "12", "a: b", "# not a comment", "a # b", "- x", "{x}", "it's", "“quoted”", 'say "so"', "null", "",
    "a, b", "[x]", "*x", "&x", "!x", "%x", "@x", "`x`", "trailing:", "1:30", "x\ty", "back\\slash",
])  # fmt: skip
def test_every_text_is_read_again_as_itself(text: str) -> None:
    located = LocatedData("a.yaml", f"key: {scalar(text)}\nlist: [{scalar(text)}]\n")
    assert located.findings == []
    expected = " ".join(text.split())
    assert located.data == {"key": expected, "list": [expected]}


def test_an_id_is_made_from_any_label() -> None:
    assert as_id("Ask for help, at once, of everybody there", "choice") == "ask-for-help-at-once"
    assert as_id("Äh — ?", "choice") == "ah"
    assert as_id("???", "choice") == "choice"
