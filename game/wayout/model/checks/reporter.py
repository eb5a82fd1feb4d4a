"""How does a check report on one thing, such as a story or a claim?"""

from collections.abc import Collection
from typing import Any

from wayout.model.dates import FORMS, is_no_day, period
from wayout.model.findings import Finding, Note
from wayout.model.load_result import ItemKind, LoadResult
from wayout.model.yaml.schema_errors import in_other_case, nearest
from wayout.model.yaml.spans import DataPath

SUGGESTIONS = 100
"""After so many missing names, no more similar names are looked for: each look costs as much as there are names."""


class Item:
    """One thing that was read, and the place of its parts."""

    def __init__(self, loaded: LoadResult, kind: ItemKind, name: str) -> None:
        self.loaded = loaded
        self.kind = kind
        self.name = name

    def fault(self, code: str, path: DataPath, says: str, hint: str, *, key: bool = False, notes: tuple[Note, ...] = ()
              ) -> Finding:  # fmt: skip
        """A finding at a part of this thing; `key` points at its name rather than at its value."""
        span = self.loaded.span(self.kind, self.name, *path, key=key)
        part = (self.kind, self.name, *path)
        return Finding(code=code, span=span, says=says, hint=hint, notes=notes, part=part)

    def is_maimed(self, *path: Any) -> bool:
        """Whether something misshapen was left out here: then what is missing here is no second fault."""
        return self.loaded.is_maimed(self.kind, self.name, *path)

    def date(self, path: DataPath, date: int | str | None) -> list[Finding]:
        """A finding if there is a date and it is malformed."""
        if date is None or period(date) is not None:
            return []
        says = f"No calendar has '{date}'." if is_no_day(date) else f"'{date}' is not a date."
        return [self.fault("malformed-date", path, says, f"Write {FORMS}.")]


class Known:
    """The names that a reference may use."""

    def __init__(self, what: str, names: Collection[str], home: str, *, is_whole: bool = True) -> None:
        self.what = what
        self.names = names
        self._home = home
        self._is_whole = is_whole
        self._suggestions = SUGGESTIONS

    def missing(self, item: Item, path: DataPath, name: str, *, key: bool = False) -> list[Finding]:
        """A finding if the name is not known; none if a file that may hold it could not be read."""
        if name in self.names or not self._is_whole:
            return []
        similar = ""
        if self._suggestions:
            self._suggestions -= 1
            if other := in_other_case(name, self.names):
                says = f"There is no {self.what} '{name}', but there is '{other}'."
                return [item.fault("letter-case", path, says, f"Write '{other}'.", key=key)]
            similar = nearest(name, self.names)
        add = f"add it to {self._home}."
        hint = f"{similar} If not, {add}" if similar else f"Correct the name, or {add}"
        return [item.fault("missing-target", path, f"There is no {self.what} '{name}'.", hint, key=key)]
