"""When does the cyclic collector look through what there is?

Tuning of Python's garbage collector: off during start-up, then frozen, with a higher threshold.

Not while the program starts: what it imports and reads then stays until the end, and there is nothing to collect in
it.
"""

import gc

GC_THRESHOLD = 20_000
"""New objects before a collection of the youngest generation; Python's own 700 are made several times for one page."""


def defer_gc() -> None:
    """Not now."""
    gc.disable()


def resume_gc() -> None:
    """From now on, if it was told to wait: but never again through what is there already."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(GC_THRESHOLD)
        gc.enable()
