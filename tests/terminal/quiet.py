"""When has a running app done all that a key or a click asked for?

Textual's pilot takes a process for idle that uses no processor: it waits at least 20 ms, twice a key, and a busy
machine misleads it. Here the app itself is asked: nothing is queued, handled, or to be painted.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from unittest.mock import patch

from textual._context import active_app
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.worker import WorkerState

LOOKS = 2
"""So many times in a row nothing may be going on."""
PATIENCE = 60
"""Seconds after which an app is no longer waited for: far more than a busy machine takes."""
PAUSE = 0.001
"""Seconds from one look to the next: what is to be painted waits for at most 8 ms, and is seen to wait."""


@contextmanager
def asked_the_app() -> Iterator[None]:
    """While this holds, whoever drives an app waits for it in this way."""
    with patch("textual.app.wait_for_idle", until_quiet), patch("textual.pilot.wait_for_idle", until_quiet):
        yield


async def until_quiet(min_sleep: float = 0, max_sleep: float = 1) -> None:  # noqa: ARG001 - Textual's own signature
    """Wait until the app is quiet or ends, for at least `min_sleep` seconds."""
    app = active_app.get()
    started = monotonic()
    if asyncio.current_task() is app._task:
        return  # a key that the app presses itself is handled once it has done with this
    looks = 0
    while not app._exit and (looks < LOOKS or monotonic() - started < min_sleep):
        assert monotonic() - started < PATIENCE, "the app does not come to rest"
        await asyncio.sleep(PAUSE)
        looks = 0 if _is_busy(app) else looks + 1


def _is_busy(app: App[object]) -> bool:
    if app._resize_timer or app._batch_count or app.animator._animations:
        return True
    if any(worker.state is WorkerState.RUNNING for worker in app.workers):
        return True
    nodes = [node for screen in app.screen_stack for node in screen.walk_children(with_self=True)]
    return any(map(_has_work, (app, *nodes))) or _is_to_be_painted(app.screen)


def _has_work(pump: MessagePump) -> bool:
    """Whether something is queued for it or being handled; what it has to paint it tells its screen before it waits."""
    ready: asyncio.Event = pump._message_queue.ready_event
    waits: bool = not ready.is_set() and bool(ready._waiters)
    return not waits or bool(pump._pending_message or pump._next_callbacks)


def _is_to_be_painted(screen: Screen[object]) -> bool:
    return bool(screen._callbacks or screen._dirty_widgets or screen._layout_required or screen._repaint_required)
