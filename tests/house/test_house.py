"""The house: no circle of imports, no class name for two things, and the public API as CONTRIBUTING.md shows it."""

import ast
import doctest
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.house.file_index import GUIDE, PACKAGE, files, in_trade_words, written
from tests.support.paths import TESTS_FOLDER
from wayout.model.library import Library

ROOT = TESTS_FOLDER.parent
GAME = ROOT / "game"


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the program by its name."""
    found = {}
    for file in sorted((GAME / "wayout").rglob("*.py")):
        name = ".".join(file.relative_to(GAME).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(file.read_text(encoding="utf-8"))
    return found


def at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """Every node below, but for what is imported for type checkers alone."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)):
            yield child
            yield from at_run_time(child)


def imported(tree: ast.Module, known: dict[str, ast.Module]) -> set[str]:
    """The modules of ours that one imports, also within its functions."""
    found = set()
    for node in at_run_time(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= whole & known.keys() or {node.module} & known.keys()
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & known.keys()
    return found


def test_no_module_imports_itself_by_way_of_others() -> None:
    known = modules()
    graph = {name: imported(tree, known) - {name} for name, tree in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None
    assert sum(map(len, graph.values())) > len(graph), "imports were found at all"


def test_no_class_name_stands_for_two_things() -> None:
    where = defaultdict(set)
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                where[node.name].add(name)
    assert {name: sorted(found) for name, found in where.items() if len(found) > 1} == {}


def test_every_exception_of_ours_ends_in_error_and_has_the_one_base() -> None:
    from wayout.errors import WayoutError

    named = {
        node.name: {ast.unparse(base) for base in node.bases}
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")
        and any(ast.unparse(base).endswith(("Error", "Exception")) for base in node.bases)
    }
    assert len(named) > 5
    base = WayoutError.__name__
    assert {name for name, bases in named.items() if name != base and base not in bases} == set()
    assert {name for name in named if not name.endswith("Error")} == set()


MARKUP = re.compile(r"(?<!<)(?:</|<!|<[A-Za-z\0%{][\w\0-]*(?:\s+[\w:\0-]+=|\s*/?>|\0|$))")
"""An element of HTML or SVG as it begins or ends, also where a value is put in for its name, or a declaration.
Two signs make a macro of SugarCube, of which Twee is full."""
NOT_MARKUP = {
    "wayout.render.document_text": " <\0>",  # an address in Markdown (CommonMark, 6.5)
    "wayout.render.author_map_text": "<br/>",  # a line end in Mermaid
}
BUILDER = "wayout.render.html"


def pieces(tree: ast.AST) -> Iterator[str]:
    """Every text that code makes others of; the values in an f-string are "\\0". Docstrings and patterns are none."""
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        is_pattern = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")
        if node in skipped or is_pattern or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            skipped |= set(ast.iter_child_nodes(node))
        elif isinstance(node, ast.FormattedValue) and node.format_spec:
            skipped.add(node.format_spec)
        elif isinstance(node, ast.JoinedStr):
            skipped |= {one for one in node.values if isinstance(one, ast.Constant)}
            yield "".join(str(one.value) if isinstance(one, ast.Constant) else "\0" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_html_and_svg_are_made_by_the_builder_alone() -> None:
    known = modules()
    assert any(MARKUP.search(piece) for piece in pieces(known[BUILDER]))
    found = {
        (name, piece)
        for name, tree in known.items() if name != BUILDER
        for piece in pieces(tree) if MARKUP.search(piece) and NOT_MARKUP.get(name, piece + "?") not in piece
    }  # fmt: skip
    assert found == set()


def test_the_public_api_does_what_the_guide_for_contributors_shows() -> None:
    failed, tried = doctest.testfile(str(GUIDE), module_relative=False)
    assert (failed, tried > 10) == (0, True)


def test_the_api_is_imported_when_it_is_asked_for_and_not_before() -> None:
    tree = ast.parse((GAME / "wayout" / "__init__.py").read_text(encoding="utf-8"))
    assert imported(tree, modules()) == {"wayout.api"}
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [node.module for node in top if isinstance(node, ast.ImportFrom)] == ["typing"]


def test_every_room_is_a_package_that_says_what_it_holds() -> None:
    folders = {file.parent for file in (GAME / "wayout").rglob("*.py")}
    assert {Path(folder / "__init__.py").is_file() for folder in folders} == {True}
    assert [name for name, tree in modules().items() if not ast.get_docstring(tree)] == []


def test_every_file_says_in_its_second_paragraph_what_a_stranger_would_look_for_there() -> None:
    folders = sorted({file.parent for file in PACKAGE.rglob("*.py")})
    said = {file: in_trade_words(file) for folder in folders for file in files(folder)}
    assert len(said) > 200
    assert [file for file, text in said.items() if len(text) < 40 or "?" in text] == []


def test_the_index_of_files_in_the_guide_for_contributors_is_current() -> None:
    """After a change of what a file says of itself, `make index` writes it anew."""
    guide = GUIDE.read_text(encoding="utf-8")
    assert guide == written(guide)


PRIVATE = {("wayout.faces.terminal.debounce", "textual._time"): "the clock of events: another one would not compare"}
"""Private modules of libraries that are imported, and why."""


def test_no_private_module_of_a_library_is_imported_without_a_reason() -> None:
    found = {
        (name, node.module)
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and not node.module.startswith("wayout")
        and (re.search(r"\._", node.module) or any(re.match("_[a-z]", alias.name) for alias in node.names))
    }  # fmt: skip
    assert found == set(PRIVATE)


def test_events_and_the_guard_against_haste_read_one_clock() -> None:
    from textual import events
    from textual._time import get_time

    before = get_time()
    assert before <= events.Key("a", "a").time <= get_time()


def test_what_python_and_the_script_of_the_one_file_edition_both_bound_is_one_number() -> None:
    from wayout.play.permalink import ASKS_FLAG, GENTLE_FLAG, MAX_PERMALINK_STEPS, MOVE_SIGNS

    script = (PACKAGE / "faces" / "web" / "permalink.js").read_text(encoding="utf-8")
    assert f"MAX_PERMALINK_STEPS = {MAX_PERMALINK_STEPS}," in script
    assert f'SIGNS = "{MOVE_SIGNS}"' in script
    assert f'GENTLE_SIGN = "{GENTLE_FLAG}", ASKS_SIGN = "{ASKS_FLAG}"' in script


def test_a_fork_may_have_as_many_options_as_there_are_digit_keys() -> None:
    from wayout.actions import DIGITS
    from wayout.model.checks.choices import MAX_OPTIONS

    assert len(DIGITS) == MAX_OPTIONS


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    files = [*(GAME / "wayout").rglob("*.py"), *(GAME / "wayout").rglob("*.js")]
    assert len(files) > 200
    assert {file.name for file in files if len(file.read_text(encoding="utf-8").splitlines()) > 400} == set()


OF_THE_SHIPPED = {
    "bench/classes.py": "what is measured is a class with the shipped stories",
    "bench/faces.py": "what is measured is the program with the shipped stories",
    "editions/test_two_editions.py": "it looks for what one edition says in what another one shows",
    "locale/test_strings.py": "it looks for names of the shipped edition in the program's strings",
    "store/test_earlier_version.py": "what an earlier version kept is of the stories that it shipped, under their ids",
    "readme_pictures.py": "it draws the pictures of the README",
    "views/test_derived.py": "what it holds are pages that are derived from the shipped records",
}
"""The files of tests that may name a person of the shipped stories, and why."""


def test_no_program_test_names_a_person_of_the_shipped_stories(shipped_library: Library) -> None:
    """What an editor changes in story/ or in seeds/ breaks no test of the program: these have invented stories."""
    people = {story.person for story in shipped_library.stories.values() if story.person}
    names = people | {part for person in people for part in shipped_library.people[person].name.split()}
    named = re.compile(rf"(?<![a-z])({'|'.join(map(re.escape, sorted(names)))})(?![a-z])", re.IGNORECASE)
    files = [*TESTS_FOLDER.rglob("*.py"), *(TESTS_FOLDER / "terminal" / "pictures").glob("*.txt")]
    found = {str(file.relative_to(TESTS_FOLDER)) for file in files if named.search(file.read_text(encoding="utf-8"))}
    assert found == OF_THE_SHIPPED.keys()
