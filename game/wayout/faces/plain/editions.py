"""Which of several editions is read, asked line by line?

A menu of installed editions: number or title, tagline of each; asked before a library is loaded.
"""

import sys
from typing import TYPE_CHECKING

from wayout.actions import asks_to_leave
from wayout.faces.plain.output import ask, console_for, number_said, say
from wayout.locale import edition_strings

if TYPE_CHECKING:
    from wayout.store.editions import InstalledEdition


def ask_edition(editions: "tuple[InstalledEdition, ...]", last: str = "") -> "InstalledEdition | None":
    """The edition that the reader names by its number, its title or its id; None where she leaves.

    `last` is the id of the one that was opened last: it is marked, and Enter alone opens it.
    """
    out = console_for(sys.stdout)
    say(out, edition_strings.EDITIONS_HEAD)
    for number, one in enumerate(editions, 1):
        mark = f" ({edition_strings.OPENED_LAST})" if one.id == last else ""
        say(out, f"{number}  {one.title}{mark}", "bold", 2)
        say(out, one.edition.tagline, indent=5)
    out.print()
    named = {name.casefold(): one for one in editions for name in (one.title, one.id, one.root.name)}
    if last in named:
        named[""] = named[last]
    which = edition_strings.WHICH_OR_LAST if "" in named else edition_strings.WHICH
    while (said := ask(out, which)) is not None and not asks_to_leave(said):
        answer = said.strip().casefold()
        if number := number_said(answer.removesuffix("."), len(editions)):
            return editions[number - 1]
        if answer in named:
            return named[answer]
        say(out, edition_strings.NO_SUCH.format(said=said.strip(), n=len(editions)), "dim")
    return None
