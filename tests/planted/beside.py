"""What is planted beside the stories: in trails, and in archived texts with the evidence that is held against them?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from random import Random

from wayout.model.file_access import MAX_TRAIL_STEPS
from wayout.model.library import Library
from wayout.play.moves import Enter, GoOn, Return, encode
from wayout.play.step import begin, choose, moves

from .planting import Plants
from .plants import MARK, Plant
from .project import CLAIMS, DOCUMENTS, texts

STEPS = 12
"""Of a trail: so many choices of a reader, or fewer where it comes to an end."""
TRAIL_CODES = ("trail-version", "too-many-steps", "broken-trail", "unmet-expectation")
ARCHIVE_CODES = ("archive-missing", "archive-hash", "archive-lines", "quotation-not-found", "place-not-found",
                 "unverifiable-place", "undeclared-lineage")  # fmt: skip
PAPERS = tuple(f"paper-{number}" for number in range(len(ARCHIVE_CODES)))
"""The documents over which the cites of the story's claims are dealt out."""
_CITE = re.compile(r"document: gazette, lines: \d+, (?=speaker: .*quote: (.*)\})")


def trail(library: Library, random: Random) -> str:
    """A trail that begins anywhere on the record; of each page it says what it expects, as the page is."""
    start = f"scene-{random.choice([number for number in range(280) if number % 10 != 9])}"
    play = begin(library, "karl", start)
    steps = ""
    while open_moves := [move for move in moves(library, play.state) if not isinstance(move, Return | Enter)]:
        move, scene = random.choice(open_moves), play.state.scene
        play = choose(library, play, move)
        if not isinstance(move, GoOn):
            steps += f"  - {{at: {scene}, choose: {encode(move)}, expect: {{page: {scene}}}}}\n"
        elif steps.count("\n") >= STEPS:
            break
    situation = ", ".join(f"{name}: {value}" for name, value in play.state.situation)
    last = f"  - at: {play.state.scene}\nexpect: {{page: {play.state.scene}, situation: {{{situation}}}}}\n"
    return f"trail: 1\nstory: karl\nfrom: {start}\nsteps:\n{steps}{last}"


def trail_plants(files: Sequence[str]) -> Plants:
    """Each fault in a trail file of its own."""
    version, many, broken, unmet = files
    return {
        "trail-version": [(Plant(version, r"(?<=^trail: )1", f"{MARK}2"),)],
        "too-many-steps": [(Plant(many, r"^steps:\n", f"{MARK}steps:\n" + "  - go\n" * (MAX_TRAIL_STEPS + 1)),)],
        "broken-trail": [(Plant(broken, r"(?<=choose: )", f"{MARK}un"),), (Plant(broken, r"(?<=at: )", f"{MARK}no-"),)],
        "unmet-expectation": [(Plant(unmet, r"(?<=page: )", f"{MARK}no-"),),
                              (Plant(unmet, r"((?:pay|papers|work): )(\w+)", rf"\1{MARK}un\2"),)],
    }  # fmt: skip


def archived() -> dict[str, str]:
    """The clean project with archived texts: what its claims quote stands in one of several papers, in a line each."""
    files = texts()
    told = {paper: [f"[p 1] The story of {paper}", ""] for paper in PAPERS}

    def held(match: re.Match[str]) -> str:
        paper = PAPERS[sum(map(len, told.values())) % len(PAPERS)]
        told[paper].append(f"“{match[1]},” he says, and looks at the quay.")
        return f"document: {paper}, lines: {len(told[paper])}, "

    files[CLAIMS] = _CITE.sub(held, files[CLAIMS])
    told["book"] = [f"This is line {number}." for number in range(1, 41)]
    told |= {name: [f"{name}, line {number}." for number in range(1, 301)] for name in ("gazette", "bulletin")}
    for name, lines in told.items():
        files[f"archive/{name}.txt"] = "\n".join((*lines, ""))
    documents = files[DOCUMENTS]
    for mark, name in (("00", "gazette"), ("01", "bulletin"), ("02", "book")):
        documents = documents.replace(f'sha256: "{mark}"', f'sha256: "{_digest(files[f"archive/{name}.txt"])}"')
    files[DOCUMENTS] = documents + "".join(_papers(files, told))
    return files


def _papers(files: Mapping[str, str], told: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for name in PAPERS:
        yield f"  {name}: {{from: interview, how: translation, type: article-newspaper, title: The paper, held: true, "
        yield f'file: {name}.txt, sha256: "{_digest(files[f"archive/{name}.txt"])}", line-count: {len(told[name])}}}\n'


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def archive_plants(papers: Sequence[str]) -> Plants:
    """Each fault in a paper of its own, in the evidence or in the archived text."""
    follows = max(papers)
    missing, changed, lines, quoted, placed, unmarked = (paper for paper in papers if paper != follows)
    cite = rf"(document: {quoted}, lines: )(\d+)(, .*quote: )(.*)\}}"
    return {
        "archive-missing": [
            (Plant(DOCUMENTS, rf"(?<=file: )(?={missing})", f"{MARK}lost-"),),
            (Plant(DOCUMENTS, rf"(?<=file: )(?={missing})", MARK), Plant(f"archive/{missing}.txt", r"\A(?s:.*)\Z", "")),
        ],
        "archive-hash": [
            (Plant(DOCUMENTS, rf'({changed}\.txt, sha256: )(?=")', rf"\1{MARK}"),
             Plant(f"archive/{changed}.txt", "[aeo]", "ö")),
            (Plant(DOCUMENTS, rf'({changed}\.txt, sha256: )"..', rf'\1{MARK}"--'),),
        ],
        "archive-lines": [(Plant(DOCUMENTS, rf"({lines}\.txt, .* line-count: )", rf"\1{MARK}1"),)],
        "quotation-not-found": [(Plant(CLAIMS, cite, rf"\1\2\3{MARK}\4 too}}"),),
                                (Plant(CLAIMS, cite, rf"\g<1>1\3{MARK}\4}}"),)],
        "place-not-found": [(Plant(CLAIMS, rf"(document: {placed}, )lines: \d+", rf"\1at: {MARK}page 2"),),
                            (Plant(CLAIMS, rf"(document: {placed}, lines: \d+)", rf"\1, at: {MARK}pp. 1-2"),)],
        "unverifiable-place": [(Plant(CLAIMS, rf"(document: {unmarked}, )lines: \d+", rf"\1at: {MARK}{at}"),)
                               for at in ("question 3", "'12:34'", "minute 3")],
        "undeclared-lineage": [
            (Plant(DOCUMENTS, rf"({follows}: \{{)from: interview, how: translation, ", rf"{MARK}\1"),),
        ],
    }  # fmt: skip
