"""Where do the files lie that tests read, and how is one of them changed?"""

from pathlib import Path

TESTS_FOLDER = Path(__file__).parents[1]
EXAMPLE_FILES = TESTS_FOLDER / "examples"
BASE_STORY = EXAMPLE_FILES / "base"
"""The docker's story: an invented project that every check finds clean."""
FLOOD = TESTS_FOLDER / "editions" / "flood"
"""A second edition: the invented records of a night at a dam, far from what is shipped."""
CI_FOLDER = TESTS_FOLDER.parent / ".ci"
"""Where the tools from npm are installed."""


def edit(path: Path, *replacements: tuple[str, str]) -> None:
    """Replace the first of each text by another in a file; each must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
