"""Which documents stand beside the stories, and by which name is each of them opened?

A registry of the documents beside the stories, by the id of the page: every face opens them by their name here.
"""

from collections.abc import Callable, Mapping, Sequence

from wayout.model.library import ABOUT, ALONE, CARE, COMPARE, DIFFER, GLOSSARY, SIDE, TIMELINE, WAR, Library
from wayout.play.state import Reader
from wayout.views.compare import compare, comparison_document
from wayout.views.document import ViewDocument
from wayout.views.page import Page
from wayout.views.reference_pages import aside_document, glossary_document
from wayout.views.side_by_side import side_by_side_document
from wayout.views.source_comparison import differences_document, single_source_document
from wayout.views.timeline import timeline_document

Maker = Callable[[Library, Reader, Sequence[Page], str], ViewDocument]
"""Makes a document for a reader, of the pages that she is at, and of what she typed behind its word."""

DOCUMENTS: Mapping[str, Maker] = {
    GLOSSARY: glossary_document,
    WAR: lambda library, reader, _, __: aside_document(library, WAR, reader),
    DIFFER: lambda library, reader, _, wanted: differences_document(library, reader, wanted),
    ALONE: lambda library, reader, _, wanted: single_source_document(library, reader, wanted),
    COMPARE: lambda library, reader, _, wanted: comparison_document(compare(library, reader), wanted),
    SIDE: lambda library, reader, _, wanted: side_by_side_document(library, reader, wanted),
    CARE: lambda library, reader, _, __: aside_document(library, CARE, reader),
    TIMELINE: lambda library, reader, _, __: timeline_document(library, reader),
    ABOUT: lambda library, reader, _, __: aside_document(library, ABOUT, reader),
}


def document(library: Library, name: str, reader: Reader, pages: Sequence[Page] = (), wanted: str = "") -> ViewDocument:
    """A document by its name. Raises KeyError where there is none of that name, or the library has no such page."""
    return DOCUMENTS[name](library, reader, pages, wanted)
