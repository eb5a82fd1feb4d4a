"""Whose connection is hung up on, where there are too many?

Fair shares: the address that holds the most gives one up, first of all one on which nothing was asked yet.
"""

from typing import Protocol


class Connection(Protocol):
    """What can be hung up on."""

    has_asked: bool

    def hang_up(self) -> None:
        """Close it at once."""


class ConnectionLimit:
    """Every open connection, by address, the oldest first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.count = 0
        self._open: dict[str, dict[Connection, None]] = {}

    def add(self, connection: Connection, address: str) -> None:
        """Let one more in; with too many, the address that holds the most gives one up."""
        self._open.setdefault(address, {})[connection] = None
        self.count += 1
        if self.count > self.most:
            crowd = max(self._open, key=lambda one: len(self._open[one]))
            held = self._open[crowd]
            gone = next((one for one in held if not one.has_asked), next(iter(held)))
            self.remove(gone, crowd)
            gone.hang_up()

    @property
    def is_reached(self) -> bool:
        """Whether the next one costs another its place."""
        return self.count >= self.most

    def remove(self, connection: Connection, address: str) -> None:
        """One is gone."""
        held = self._open.get(address, {})
        if connection in held:
            del held[connection]
            self.count -= 1
        if not held:
            self._open.pop(address, None)
