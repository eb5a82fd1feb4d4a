"""How is a lesson pack written to files?

The writer of the lesson pack.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from wayout.exit_status import FAILED
from wayout.faces.print.export_file import HTML, MARKDOWN, file_for, write_new
from wayout.faces.print.lesson import as_html, as_markdown
from wayout.locale import lesson_strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.views.lesson import lesson


def run(library: Library, stories: Sequence[str], output: Path | None, *, gentle: bool) -> int:
    """Write the pack, and tell where; 3 where nothing could be written, 2 for a story that is not there."""
    for name in stories:
        if name not in library.stories:
            known = ", ".join(sorted(library.stories))
            sys.stderr.write(lesson_strings.NO_STORY.format(name=name, known=known) + "\n")
            return 2
    names = tuple(dict.fromkeys(stories))
    made = lesson(library, names, Reader(gentle=gentle))
    called = "-".join(("lesson", *names))
    files = [output] if output is not None else [file_for(called, HTML), file_for(called, MARKDOWN)]
    for file in files:
        text = as_markdown(made) if file.suffix.lower() in (MARKDOWN, ".markdown") else as_html(made)
        try:
            written = write_new(file, text)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            sys.stderr.write(lesson_strings.NOT_WRITTEN.format(path=file, why=why) + "\n")
            return FAILED
        sys.stderr.write(lesson_strings.WRITTEN.format(path=written) + "\n")
    return 0
