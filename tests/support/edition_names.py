"""Which names and words belong to one edition alone, so that they must show nowhere else?"""

import re
from collections.abc import Iterable

from wayout.model.library import Library

COMMON = re.compile(
    r"(?:A|An|At|In|The|Near|His|Her|Of|On|Who|Which|Europe|English|Wikipedia|Befrienders Worldwide|Samaritans|"
    r"Archive of the valley|the province|United Nations.*|UNHCR|Germany|Georgia|France|Babel|A News|a news site)$"
)
"""What more than one edition may name, or the program itself."""
OF_THE_SIX = re.compile(
    r"six men|five articles|\bwars?\b"
    r"|\barm(?:y|ies)\b|\bsoldiers?\b|\bdesert(?:s|ed|er|ers|ion)?\b|Russian?s?\b|Ukrain\w*"
    r"|\bmobilis\w*|\bconscript\w*|\bthe front\b|Kazakhstan|Putin|Wayout retells",
    re.IGNORECASE,
)
"""Words of what the shipped records are about; no other edition of the tests has any of them."""


def names_of(library: Library) -> re.Pattern[str]:
    """People, papers, titles and places of an edition, as whole words; what begins with a small letter is no name."""
    papers = (*library.documents.values(), *library.origins.values())
    named: Iterable[str | None] = (
        *(name for person in library.people.values() for name in (person.name, *person.names)),
        *(text for paper in papers for text in (paper.title, paper.container_title, paper.publisher)),
        *(place.name for place in library.places.values()),
        *(story.title for story in library.stories.values()),
        library.edition.title,
    )
    found = {name for name in named if name and len(name) > 2 and not name[0].islower() and not COMMON.match(name)}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(found, key=len, reverse=True)))})(?!\w)")
