"""What does a writer leave as it is, and why?"""

from typing import Annotated

from msgspec import Meta, Struct


class Suppression(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A finding that is not to be shown: a warning that does not hold here, with the reason in writing."""

    code: Annotated[str, Meta(description="The warning's code, as `wayout check` writes it.")]
    at: Annotated[str, Meta(description="Where: scenes/the-order, or scenes/the-order/choices/go. Else all of it.")] = (
        ""
    )
    because: Annotated[str, Meta(description="Why it does not hold here. Needed.")]
