"""By which words besides its own is a command found in the palette: synonyms that people use?"""

NAMED = "{what} ({label})"
"""A command, with the word that stands for it in the line of keys."""
SYNONYMS = {
    "sources": ("references", "citations", "documents", "evidence", "proof"),
    "versions": ("differences here", "variants"),
    "undo": ("back", "go back", "previous", "revert"),
    "redo": ("forward", "repeat"),
    "forks": ("choices", "go back", "jump"),
    "log": ("history", "backlog", "transcript", "previous pages"),
    "search": ("find", "filter"),
    "debrief": ("end", "result", "review", "export", "save"),
    "export": ("save", "print", "download"),
    "html": ("export", "save", "print", "download"),
    "save": ("keep", "export"),
    "help": ("keys", "shortcuts", "commands", "manual"),
    "glossary": ("dictionary", "definitions", "vocabulary"),
    "war": ("ukraine", "background"),
    "differ": ("differences", "contradictions", "conflicts"),
    "alone": ("single source", "uncorroborated", "only source"),
    "compare": ("comparison", "who did what", "acts", "matrix"),
    "timeline": ("dates", "chronology", "calendar"),
    "map": ("scenes", "graph", "overview", "progress"),
    "route": ("map", "places", "journey", "geography"),
    "care": ("hotline", "crisis", "support", "counselling"),
    "about": ("credits", "authors", "licence", "imprint"),
    "library": ("back", "close", "leave", "quit", "stories", "records", "menu", "home"),
    "quit": ("close", "end", "stop"),
    "close": ("back", "leave", "quit"),
    "settings": ("options", "preferences", "configuration", "colours", "theme", "gentle wording", "keys"),
    "name": ("rename", "title", "label"),
}
"""By the id of an action; the word of the plain face finds it too."""
