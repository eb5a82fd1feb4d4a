"""How is what was begun before set, and what became of what was to be kept?"""

from wayout.faces.terminal.blocks import Option, TextBlock
from wayout.store.resume import ResumeOffer

CONTINUE = "continue what was begun"
"""A choice of this face alone; ids in stories have no spaces."""


def begun_options(begun: ResumeOffer | None) -> tuple[Option, ...]:
    """To go on with what was begun, if something was."""
    return (Option(CONTINUE, begun.label, below=begun.where, is_numbered=False),) if begun else ()


def news_parts(news: tuple[str, ...]) -> tuple[TextBlock, ...]:
    """What is to be told of the shelf, each sentence in a line."""
    return tuple(TextBlock((("muted", told),), gap=0, indent=0) for told in news)
