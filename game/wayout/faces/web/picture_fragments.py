"""Which parts does the one-file edition bring for its pictures: maps, the ways of people, the texts behind a page?

Fragments of HTML and SVG, written by the code of every web page, with the attributes by which pictures.js takes away
what was not met; and what of it hangs on a trail, as data.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from wayout.faces.web.page import panel
from wayout.faces.web.reader_fragments import FULL, in_both, template
from wayout.faces.web.subset import Subset
from wayout.locale import evidence_strings, strings
from wayout.model.library import Library
from wayout.play.state import Reader
from wayout.render.figure_maps import (
    route_parts,
    route_visits,
    story_map_data,
    story_map_figure,
    story_map_parts,
)
from wayout.render.figures import lineage
from wayout.render.html import Html
from wayout.views.catalogue import catalogue
from wayout.views.document import LineageNode
from wayout.views.lineage import entries, every_root
from wayout.views.reader_map import last_scenes, whole_map
from wayout.views.route import whole_route

MAP, ROUTE = "map", "route"
PICTURE_SENTENCES = {
    "carries": evidence_strings.CARRIES, "map-leads": strings.MAP_LEADS, "map-ends": strings.MAP_ENDS,
    "map-steps": strings.MAP_LEADS_TO_RECORDS, **strings.MAP_WORDS,
}  # fmt: skip
"""What the script says by itself beside a text."""


def picture_templates(chosen: Subset) -> Iterator[Html]:
    """A map of each story, the way of each person, and all texts that were made from another."""
    library = chosen.library
    for number, entry in enumerate(catalogue(library, FULL)):
        drawn, _ = story_map_parts(whole_map(library, entry.id, FULL))
        listed = in_both(partial(_listed, library, entry.id))
        yield template(f"{MAP}-{number}", panel(strings.MAP, entry.name, story_map_figure(drawn, listed), kind=MAP))
        if library.stories[entry.id].person is not None:
            whole = whole_route(library, entry.id)
            yield template(
                f"{ROUTE}-{number}", panel(evidence_strings.HEAD, entry.name, route_parts(whole), kind=ROUTE)
            )
    if roots := every_root(library, {}):
        numbers = chosen.evidence.documents

        def documents(node: LineageNode) -> str:
            return " ".join(str(numbers[one]) for one in entries(library, node) if one in numbers)

        yield template("lineage", lineage(roots, documents))


def _listed(library: Library, name: str, reader: Reader) -> Html:
    return story_map_parts(whole_map(library, name, reader))[1]


def picture_data(library: Library, name: str) -> dict[str, Any]:
    """The scenes by their places: as they are numbered on the map, those of each visit, and those that tell all."""
    story = library.stories[name]
    place = {scene: number for number, scene in enumerate(story.scenes)}
    order, at, ways = story_map_data(whole_map(library, name, FULL))
    return {
        "order": [place[scene] for scene in order],
        "at": at,
        "ways": ways,
        "visits": [(place[scene], choice, where) for scene, choice, where in route_visits(whole_route(library, name))],
        "last": [place[scene] for scene in story.scenes if scene in last_scenes(story)],
    }
