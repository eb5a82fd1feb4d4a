"""Which exceptions are our own, and with which status does a command end?

The base class of every exception that the program raises on purpose (findings about files are values, not
exceptions), and the exit statuses (exit codes) of all commands.
"""


class WayoutError(Exception):
    """What was asked for cannot be done; the message is a sentence for whoever asked."""


CLEAN, FINDINGS, MISUSE, FAILED = 0, 1, 2, 3
"""All is well; something was found; it was called wrongly; and the world has failed: a disk that is full, a stream that
is closed, a pipe that is gone."""
OTHER_EDITION = -1
"""No exit status: what a face ends with where its reader wants to choose another edition."""
