"""Which tests need more than this process: a browser, a terminal, a server, a mount, npm, a program of their own?

Found by what a test uses, not by where it lies: from its function and its fixtures on, through the functions and
classes of tests/, every global name is followed to the module that it comes from.
"""

from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

MORE = (
    "asyncio",
    "multiprocessing",
    "pexpect",
    "playwright",
    "pty",
    "socket",
    "subprocess",
    "textual",
    "wayout.faces.terminal",
)
"""Modules that start something, or drive a screen."""


def needs_more(item: pytest.Item) -> bool:
    """Whether a test comes to one of these modules."""
    assert isinstance(item, pytest.Function)
    known = item._fixtureinfo.name2fixturedefs
    fixtures = (one.func for name in item.fixturenames for one in known.get(name, ()))
    return any(map(_comes_to_more, (item.function, *fixtures)))


def _is_more(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in MORE)


@cache
def _comes_to_more(first: Any) -> bool:
    waiting, met = [first], {first}
    while waiting:
        for function in _functions(waiting.pop()):
            for name in _names(function.__code__):
                used = function.__globals__.get(name)
                home = used.__name__ if isinstance(used, ModuleType) else getattr(used, "__module__", None) or ""
                if _is_more(name if used is None else home):
                    return True
                if isinstance(used, FunctionType | type) and home.startswith("tests.") and used not in met:
                    met.add(used)
                    waiting.append(used)
    return False


def _functions(used: Any) -> Iterator[FunctionType]:
    """The function that was written, within what hypothesis or another decorator made of it; of a class its methods."""
    if isinstance(used, type):
        for one in vars(used).values():
            yield from _functions(getattr(one, "fget", None) or getattr(one, "__func__", one))
    inner = getattr(getattr(used, "hypothesis", None), "inner_test", None) or getattr(used, "__wrapped__", used)
    if isinstance(inner, FunctionType):
        yield inner


def _names(code: CodeType) -> Iterator[str]:
    """Every name in a piece of code, those of modules that it imports, and its strings: 'importorskip' takes one."""
    yield from code.co_names
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _names(one)
        elif isinstance(one, str):
            yield one
