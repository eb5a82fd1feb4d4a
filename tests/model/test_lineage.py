"""Texts that retell what nobody has are told as what they are, and texts that share their lines are one report."""

from pathlib import Path

import pytest

from tests.model.test_check_evidence import CLAIMS, DOCUMENTS, Edit, found, read
from wayout.model.archive import fingerprint, verify
from wayout.model.checks import check
from wayout.model.evidence import Document, Origin
from wayout.model.shared_runs import WORD, shared_runs
from wayout.model.standing import Lineage, standing
from wayout.play.state import Reader
from wayout.views.lesson import lesson
from wayout.views.sources import claim_views

LOST = (
    "  lost-report: {type: article-newspaper, title: A report, container-title: The Quay, language: en}\ndocuments:\n"
)
ORIGIN: Edit = (DOCUMENTS, "documents:\n", LOST)
RETOLD: Edit = (DOCUMENTS, "    from: harbour-interview\n    how: translation\n",
                "    from: lost-report\n    how: paraphrase\n")  # fmt: skip
ALIKE = (
    "“They told me to load it or leave”, says a man.",
    "A man who asked for another name put down his gloves.",
    "He went home to Tallinn in the spring of that year.",
)


def test_what_retells_a_lost_report_is_one_warning_a_document_and_stands_as_retold_only(tmp_path: Path) -> None:
    loaded = read(tmp_path, ORIGIN, RETOLD)
    warned = [(one.code, one.part, one.severity) for one in check(loaded) if one.code != "unused-document"]
    assert warned == [
        ("retold-only", ("document", "gazette-en", "how"), "warning"),
        ("retold-only", ("document", "digest", "how"), "warning"),
    ]
    library = loaded.library
    view = claim_views(library, ["anton-told"], Reader())[0]
    assert view.support == "retold only: one report that nobody has, in two summaries"
    assert {standing(library.claims[name], library.lineage).word for name in library.claims} == {
        "retold only", "corroborated"}  # fmt: skip


def test_the_warning_is_silenced_by_a_reason(tmp_path: Path) -> None:
    reason = "    how: paraphrase\n    ignore: [{code: retold-only, because: The paper burnt.}]\n"
    edits = [ORIGIN, (RETOLD[0], RETOLD[1], RETOLD[2].replace("    how: paraphrase\n", reason)),
             (CLAIMS, "    - {document: digest, lines: 2, voice: narrated}\n", "")]  # fmt: skip
    assert set(found(tmp_path, *edits)) <= {"unused-document"}


@pytest.mark.parametrize(
    ("entry", "is_retelling"),
    [
        ("", True),
        ("held: true", False),
        ("URL: https://quay.example/report", False),
        ("how: paraphrase, held: true", True),
    ],
)
def test_a_report_that_somebody_can_read_is_not_retold_only(entry: str, is_retelling: bool) -> None:
    fields = dict(part.split(": ", 1) for part in entry.split(", ") if part)
    report = Document(type="webpage", title="R", origin="report", how=fields.get("how", "original"),  # type: ignore[arg-type]
                      held="held" in fields, url=fields.get("URL"))  # fmt: skip
    history = Document(type="book", title="H", origin="report", how="paraphrase")
    origins = {"report": Origin(type="article-newspaper", title="The report")}
    assert Lineage({"report-text": report, "history": history}, origins).is_retelling("history") is is_retelling


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("    how: translation\n", "    how: original\n", ["lineage-form"]),
        ("    how: translation\n", "", ["lineage-form"]),
        ("    from: gazette-en\n    how: paraphrase\n", "    from: gazette-en\n", ["lineage-form"]),
        ("    from: harbour-interview\n    how: translation\n", "    how: translation\n", ["lineage-form"]),
        ("    how: translation\n    type: article-newspaper\n    title: The man who stayed on the quay (English)\n"
         "    container-title: The Harbour Gazette\n    language: en\n",
         "    type: article-newspaper\n    title: The man who stayed on the quay\n"
         "    container-title: The Harbour Gazette\n    language: fr\n", []),
    ],
)  # fmt: skip
def test_an_original_is_made_from_nothing_unless_it_is_the_report_itself(
    tmp_path: Path, old: str, new: str, codes: list[str]
) -> None:
    assert [code for code in found(tmp_path, (DOCUMENTS, old, new)) if not code.startswith("unused")] == codes


def shared(tmp_path: Path, second: str, fields: str = "", *texts: tuple[str, ...]) -> list[str]:
    """Codes that verifying finds with two texts, of which the second has some more fields."""
    (tmp_path / "archive").mkdir(parents=True)
    entries = ""
    for name, lines in zip(("town", "county"), texts, strict=True):
        raw = "\n".join((*lines, "")).encode()
        (tmp_path / "archive" / f"{name}.txt").write_bytes(raw)
        own = ", ".join(f"{key}: {value}" for key, value in fingerprint(f"{name}.txt", raw).items())
        entries += f"  {name}: {{type: book, title: {name}, {own}{fields if name == second else ''}}}\n"
    loaded = read(tmp_path / "project", (DOCUMENTS, "", entries))
    return [one.code for one in verify(loaded, tmp_path / "archive").findings if one.code != "archive-missing"]


def test_texts_that_share_their_lines_are_told_where_no_lineage_says_so(tmp_path: Path) -> None:
    other = tuple(f"Elsewhere {line}" for line in ALIKE)
    assert shared(tmp_path / "a", "county", "", ALIKE, other) == ["undeclared-lineage"]
    assert shared(tmp_path / "b", "county", ", from: town, how: paraphrase", ALIKE, other) == []
    once = ("Somebody else writes of a harbour.", ALIKE[0], "It was another year, and nobody went anywhere.")
    assert shared(tmp_path / "c", "county", "", ALIKE, once) == []


def test_of_two_reports_it_is_told_once_and_of_long_texts_a_few_runs_are_not_enough() -> None:
    words = {name: tuple(WORD.findall(" ".join(ALIKE).lower())) for name in ("a", "b", "c")}
    assert [(one, other) for one, other, _ in shared_runs(words, {"a": "x", "b": "y", "c": "y"}.__getitem__)] == [
        ("b", "a")
    ]
    long = {name: (*words[name], *(f"{name}{n}" for n in range(2000))) for name in ("a", "b")}
    assert list(shared_runs(long, str)) == []


def test_a_lesson_on_what_is_retold_only_has_its_word_with_a_meaning(tmp_path: Path) -> None:
    library = read(tmp_path, ORIGIN, RETOLD).library
    assert "retold only (texts that retell a report which nobody has)" in str(lesson(library, ("anton",), Reader()))
