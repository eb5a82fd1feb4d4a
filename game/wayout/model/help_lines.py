"""Where does a reader find help if the edition has no page of help lines, and tells of what is hard to bear?

The program's own help page, added to a library whose content notes call for one (a default of the edition).
"""

from itertools import chain

from msgspec.structs import replace

from wayout.locale import edition_strings
from wayout.model.library import CARE, Library, ReferencePage
from wayout.model.story import Passage

STANDARD_HELP = ReferencePage(
    title=edition_strings.HELP_TITLE,
    text=tuple(Passage(text=line, editorial=True) for line in edition_strings.HELP_LINES),
)


def with_help_lines(library: Library) -> Library:
    """The library with the program's page of help lines, if it has none and something in it calls for one."""
    if CARE in library.asides or not _calls_for_help(library):
        return library
    return replace(library, asides={**library.asides, CARE: STANDARD_HELP})


def _calls_for_help(library: Library) -> bool:
    calls = library.edition.calls_for_help
    scenes = [scene for story in library.stories.values() for scene in story.scenes.values()]
    passages = (passage.content for scene in scenes for passage in scene.passages)
    outcomes = (outcome.content for scene in scenes for choice in scene.choices.values() for outcome in choice.outcomes)
    claims = (claim.content for claim in library.claims.values())
    return any(calls(tags) for tags in chain(claims, passages, outcomes))
