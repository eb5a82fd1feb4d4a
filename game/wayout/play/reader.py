"""Who reads, and how?

Preferences that change a view.
"""

from msgspec import Struct


class Reader(Struct, frozen=True):
    """Who reads, and how.

    `gentle` is the gentle wording; `words_beforehand` shows evidence words before a choice is made; with `asks` the
    reader marks, before an outcome is revealed, what anyone could know of it.
    """

    gentle: bool = False
    words_beforehand: bool = False
    asks: bool = False
