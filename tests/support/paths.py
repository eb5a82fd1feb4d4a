"""Where do the files lie that tests read?"""

from pathlib import Path

TESTS_FOLDER = Path(__file__).parents[1]
EXAMPLE_FILES = TESTS_FOLDER / "examples"
BASE_STORY = EXAMPLE_FILES / "base"
"""The docker's story: an invented project that every check finds clean."""
CI_FOLDER = TESTS_FOLDER.parent / ".ci"
"""Where the tools from npm are installed."""
