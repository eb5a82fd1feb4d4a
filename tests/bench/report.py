"""How is a run of the benchmark told: its environment, a table, JSON?"""

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version

import msgspec

from .measure import Row, Series

PACKAGES = ("textual", "pyyaml", "msgspec", "click", "rich")


def environment() -> dict[str, str]:
    """What the figures hang on; no names of machines, people or folders."""
    return {
        "Python": f"{platform.python_version()} ({platform.python_implementation()})",
        **{package: version(package) for package in PACKAGES},
        "cores": str(os.cpu_count()),
        "platform": f"{platform.system()} {platform.machine()}",
    }


def markdown(rows: Sequence[Row]) -> str:
    """The environment in a line, then the table."""
    told = " · ".join(f"{name} {value}" for name, value in environment().items())
    head = ("row", "what", "ours", "yardstick", "ratio", "bar", "met")
    lines = [told, "", _line(head), _line("---" for _ in head), *(_line(_cells(row)) for row in rows), ""]
    notes = [f"- {row.name}: {row.note}" for row in rows if row.note]
    return "\n".join([*lines, *notes, *[""][: len(notes)], "Medians, with minimum and maximum of the rounds.", ""])


def as_json(rows: Sequence[Row]) -> bytes:
    """Everything, every round included; seconds, or bytes where the unit is B."""
    told = [{**msgspec.to_builtins(row), "ratio": row.ratio, "met": row.met} for row in rows]
    return msgspec.json.format(msgspec.json.encode({"environment": environment(), "rows": told})) + b"\n"


def _cells(row: Row) -> Iterable[str]:
    bar = "–" if row.bar is None else f"≤ {row.bar:g} ×" if row.ratio is not None else f"≤ {_value(row.bar, row.unit)}"
    met = {True: "met", False: "**not met**", None: "–"}[row.met]
    ratio = f"{row.ratio:.2f} ×" if row.ratio is not None else "–"
    beside = (
        f"{row.yardstick_is}: {_series(row.yardstick, row.unit)}" if row.yardstick is not None else row.yardstick_is
    )
    return (row.name, row.what, _series(row.ours, row.unit), beside, ratio, bar, met)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _series(series: Series, unit: str) -> str:
    least, most = (_value(one, unit) for one in (min(series.values), max(series.values)))
    return f"{_value(series.median, unit)} ({least} to {most})"


def _value(value: float, unit: str) -> str:
    if unit == "B":
        return f"{value / 1e6:.0f} MB"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms" if value < 0.1 else f"{value * 1000:.0f} ms"
