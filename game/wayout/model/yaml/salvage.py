"""What of a misshapen item can still be used, and where does it stand in what was written?

Error recovery: fields that do not fit the schema are dropped, and what is left of an item is used.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from wayout.model.yaml.schema_errors import SchemaViolation, faults
from wayout.model.yaml.spans import DataPath


class LeftOut:
    """The paths, as written, of the parts that were left out of an item."""

    def __init__(self, paths: Iterable[DataPath] = ()) -> None:
        self._above: set[DataPath] = set()
        self._items: dict[DataPath, list[int]] = {}
        self.add(paths)

    def add(self, paths: Iterable[DataPath]) -> None:
        """Leave out more."""
        for path in paths:
            self._above.update(path[:length] for length in range(len(path) + 1))
            if path and isinstance(path[-1], int):
                self._items.setdefault(path[:-1], []).append(path[-1])
        for items in self._items.values():
            items.sort()

    def maims(self, path: DataPath) -> bool:
        """Whether something was left out at or below a path as written."""
        return path in self._above

    def as_written(self, path: DataPath) -> DataPath:
        """A path into what was kept as a path into what was written, where the items left out of a list count too."""
        if not self._items:
            return path
        written: DataPath = ()
        for step in path:
            here = step
            if isinstance(here, int):
                for index in self._items.get(written, ()):
                    here += index <= here
            written = (*written, here)
        return written


def salvage(data: Any, kind: Any, violations: list[SchemaViolation]) -> tuple[Any, LeftOut]:
    """The item without the parts at fault, so that the rest is still checked, and what was left out.

    Changes the data. The item is None if too little is left.
    """
    holder = {"": data}
    left_out = LeftOut()
    while violations and "" in holder:
        bad_paths = {fault.path for fault in violations}
        written = [left_out.as_written(path) for path in bad_paths]
        for path in sorted(bad_paths, key=_by_place, reverse=True):
            _delete(holder, ("", *path))
        left_out.add(written)
        try:
            return msgspec.convert(holder[""], kind) if "" in holder else None, left_out
        except msgspec.ValidationError:
            violations = faults(holder[""], kind)
    return None, left_out


def _by_place(path: DataPath) -> list[tuple[int, str]]:
    """A key that sorts the items of a list by number: deleting from the end moves none that is still to go."""
    return [(step, "") if isinstance(step, int) else (0, step) for step in path]


def _delete(holder: Any, path: DataPath) -> None:
    try:
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
    except (KeyError, IndexError, TypeError):
        return
