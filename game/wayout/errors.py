"""Which exceptions are our own?

The base class of every exception that the program raises on purpose; findings about files are values, not exceptions.
"""


class WayoutError(Exception):
    """What was asked for cannot be done; the message is a sentence for whoever asked."""
