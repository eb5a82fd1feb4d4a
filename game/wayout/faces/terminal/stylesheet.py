"""Where does a widget's look stand? In the sheet beside its module."""

from pathlib import Path


def sheet(module: str) -> str:
    """The text of the .tcss file beside a module, given its `__file__`; read once, when the class is made."""
    return Path(module).with_suffix(".tcss").read_text(encoding="utf-8")
