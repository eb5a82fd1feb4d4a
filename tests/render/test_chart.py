"""Whatever the graph, its drawing holds every node and every edge, no other, and is no wider than asked."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.decoding import decoded
from wayout.model.file_access import shipped
from wayout.model.graph import edges
from wayout.model.load import load
from wayout.render.graph.draw import draw, moved
from wayout.render.graph.layers import Chart, Node

SHIPPED = load(shipped()).library
Pairs = list[tuple[str, str]]


@st.composite
def graphs(draw_from: st.DrawFn) -> tuple[list[Node], Pairs]:
    """Any graph: loops, long jumps, several parts, dense and sparse."""
    count = draw_from(st.integers(1, 24))
    label = st.text("abc ", max_size=30)
    nodes = [Node(id=f"n{n}", mark="●", label=draw_from(label)) for n in range(count)]
    ids = st.sampled_from([node.id for node in nodes])
    return nodes, draw_from(st.lists(st.tuples(ids, ids), max_size=draw_from(st.sampled_from((4, 20, 60)))))


def told(chart: Chart, pairs: Pairs) -> None:
    numbers = {node: number for number, node in enumerate(chart.order, 1)}
    assert decoded(chart.text) == (set(numbers.values()), {(numbers[a], numbers[b]) for a, b in pairs})


@given(graphs(), st.integers(18, 90))
def test_every_node_and_every_edge_is_read_back(graph: tuple[list[Node], Pairs], width: int) -> None:
    nodes, pairs = graph
    chart = draw(nodes, pairs, width)
    told(chart, pairs)
    assert sorted(chart.order) == sorted(node.id for node in nodes)
    assert max(len(row.text) for row in chart.rows) <= width


@st.composite
def layered(draw_from: st.DrawFn) -> tuple[list[Node], Pairs]:
    """Two layers with any lines between them: the hardest for rails."""
    upper, lower = draw_from(st.integers(1, 6)), draw_from(st.integers(1, 6))
    pairs = [("u0", f"l{n}") for n in range(lower)]
    pairs += draw_from(st.lists(st.tuples(st.integers(0, upper - 1), st.integers(0, lower - 1)).map(
        lambda pair: (f"u{pair[0]}", f"l{pair[1]}")), max_size=36))  # fmt: skip
    names = [f"u{n}" for n in range(upper)] + [f"l{n}" for n in range(lower)]
    return [Node(id=name, mark="●", label="") for name in names], pairs


@given(layered(), st.sampled_from((28, 36, 60)))
def test_lines_between_two_layers_are_read_back(graph: tuple[list[Node], Pairs], width: int) -> None:
    told(draw(*graph, width), graph[1])


@pytest.mark.parametrize("name", SHIPPED.stories)
@pytest.mark.parametrize("width", [36, 76, 100])
def test_every_shipped_story_is_read_back_and_drawn_with_lines(name: str, width: int) -> None:
    story = SHIPPED.stories[name]
    pairs = [(edge.scene, edge.target) for edge in edges(name, story) if edge.record == name]
    chart = draw([Node(id=scene, mark="●", label=scene) for scene in story.scenes], pairs, width)
    told(chart, pairs)
    assert "⤳" not in chart.text or story.person is None, "only a road, whose ways part and meet again, needs a jump"


def test_a_fork_and_a_meeting_look_so() -> None:
    """Two ways part and meet; a jump and a loop are tags."""
    nodes = [Node(id=name, mark="●", label=name, name=name.upper()) for name in "abcde"]
    pairs = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d"), ("d", "e"), ("e", "b"), ("e", "e")]
    assert draw(nodes, pairs, 40).text.split("\n") == [
        "●   1 a  ⤳ 4 D",
        "├─╮",
        "● │ 2 b",
        "│ ● 3 c",
        "├─╯",
        "●   4 d",
        "│",
        "●   5 e  ↺ 2 B  ↺ 5 E",
    ]


def test_lines_that_pass_and_lines_that_part_and_meet() -> None:
    nodes = [Node(id=name, mark="●", label=name) for name in ("s", "a", "b", "x", "y")]
    pairs = [("s", "a"), ("s", "b"), ("a", "x"), ("a", "y"), ("b", "y")]
    assert draw(nodes, pairs, 40).text.split("\n")[4:] == [
        "│ ╰─╮",
        "├─╮ │",
        "│ ├─╯",
        "● │   4 x",
        "  ●   5 y",
    ]


def test_a_long_label_is_wrapped_beside_its_lines_and_nothing_is_lost() -> None:
    label = "a question that is longer than the line and has a " + "w" * 50
    nodes = [Node(id="a", mark="●", label=label, tags=("→ Somebody", "→ Somebody else")), Node(id="b", mark="●",
             label="b")]  # fmt: skip
    chart = draw(nodes, [("a", "b")], 24)
    assert all(len(row.text) <= 24 for row in chart.rows)
    assert "".join("".join(row.label for row in chart.rows[:-2]).split()) == "1" + "".join(label.split())
    assert all(row.rails == "│ " for row in chart.rows[1:-1])


@given(st.text(), st.integers(18, 60))
def test_no_label_breaks_the_drawing(label: str, width: int) -> None:
    nodes = [Node(id="a", mark="●", label=label, name=label, tags=(label,)), Node(id="b", mark="●", label="b")]
    chart = draw(nodes, [("a", "b")], width, cell_len)
    assert [row.rails for row in chart.rows if row.mark_at >= 0] == ["● ", "● "]
    assert all(cell_len(row.text) <= width for row in chart.rows)
    assert not any("\n" in row.text for row in chart.rows)


@given(graphs())
def test_the_arrows_come_to_every_node_and_never_leave_the_drawing(graph: tuple[list[Node], Pairs]) -> None:
    chart = draw(*graph, 60)
    found, waiting = set(), [chart.order[0]]
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += [moved(chart, node, arrow) for arrow in ("up", "down", "left", "right")]
    assert found == set(chart.order)


def test_the_arrows_follow_the_lines() -> None:
    nodes = [Node(id=name, mark="●", label=name) for name in "abcd"]
    chart = draw(nodes, [("a", "b"), ("a", "c"), ("c", "d")], 40)
    assert [moved(chart, "a", "down"), moved(chart, "b", "right"), moved(chart, "c", "down")] == ["b", "c", "d"]
    assert [moved(chart, "d", "up"), moved(chart, "c", "left"), moved(chart, "c", "up")] == ["c", "b", "a"]
    assert [moved(chart, "a", "up"), moved(chart, "d", "down"), moved(chart, "d", "right")] == ["a", "d", "d"]


def test_forty_scenes_take_a_few_milliseconds_and_the_same_cells_each_time() -> None:
    nodes = [Node(id=f"n{n}", mark="●", label=f"scene {n}") for n in range(40)]
    pairs = [(f"n{n}", f"n{min(39, n + step)}") for n in range(40) for step in ((1, 2) if n % 3 == 0 else (1,))]
    took = []
    for _ in range(5):
        start = time.process_time()
        chart = draw(nodes, pairs, 66)
        took.append(time.process_time() - start)
    assert len(chart.rows) <= 90
    assert max(len(row.text) for row in chart.rows) <= 40
    assert min(took) < 0.05
    assert chart == draw(nodes, pairs, 66)


def test_ten_times_the_scenes_take_about_ten_times_the_work() -> None:
    """Counted in calls, which no other program on the machine can change."""

    def calls(count: int) -> int:
        nodes = [Node(id=f"n{n}", mark="●", label=f"scene {n}") for n in range(count)]
        pairs = [(f"n{n}", f"n{(n + step) % count}") for n in range(count) for step in (1, 2)]
        made = 0

        def count_one(frame: object, event: str, argument: object) -> None:  # noqa: ARG001 (as sys.setprofile calls it)
            nonlocal made
            made += event in ("call", "c_call")

        sys.setprofile(count_one)
        try:
            draw(nodes, pairs, 66)
        finally:
            sys.setprofile(None)
        return made

    assert calls(2000) < 14 * calls(200)


def test_the_chart_knows_nothing_else() -> None:
    code = (
        "import sys, wayout.render.graph.draw, wayout.render.graph.draw, wayout.render.geo.picture\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')"
        " or name.startswith(('wayout.model', 'wayout.play'))])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert found.stdout.strip() == "[]"
