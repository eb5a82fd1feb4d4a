"""When does the cyclic collector look through what there is?

Tuning of Python's garbage collector: off during start-up, then frozen, with a higher threshold.

Not while the program starts: what it imports and reads then stays until the end, and there is nothing to collect in
it.
"""

import gc

GC_THRESHOLD = 20_000
"""New objects before a collection of the youngest generation; Python's own 700 are made several times for one page."""


def defer_gc() -> None:
    """Switch the garbage collector off."""
    gc.disable()


def resume_gc() -> None:
    """Switch it on again, if it was off; what exists by now is frozen, and never looked through again."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(GC_THRESHOLD)
        gc.enable()
