"""By which words besides its own is a command found in the palette: those of the plain face, and those people use?"""

from wayout.locale import evidence_strings, route_strings, settings_strings, shelf_strings, strings, trail_strings

NAMED = "{what} ({label})"
"""A command, with the word that stands for it in the line of keys."""
SYNONYMS = {
    strings.KEY_SOURCES: ("references", "citations", "documents", "evidence", "proof"),
    evidence_strings.KEY_VERSIONS: ("differences here", "variants"),
    strings.KEY_UNDO: ("back", "go back", "previous", "revert"),
    strings.KEY_REDO: ("forward", "repeat"),
    strings.KEY_FORKS: (strings.CMD_FORKS, "choices", "go back", "jump"),
    strings.KEY_LOG: ("history", "backlog", "transcript", "previous pages"),
    strings.KEY_SEARCH: ("find", "filter"),
    strings.KEY_DEBRIEF: ("end", "result", "review", strings.CMD_EXPORT, trail_strings.CMD_SAVE),
    strings.KEY_EXPORT: (trail_strings.CMD_SAVE, "print", "download"),
    strings.KEY_HTML: (strings.CMD_EXPORT, trail_strings.CMD_SAVE, "print", "download"),
    trail_strings.KEY_SAVE: (trail_strings.CMD_SAVE, "keep", strings.CMD_EXPORT),
    strings.KEY_HELP: (strings.CMD_HELP_SIGN, "keys", "shortcuts", "commands", "manual"),
    strings.KEY_GLOSSARY: ("dictionary", "definitions", "vocabulary"),
    strings.KEY_WAR: (strings.CMD_WAR, "ukraine", "background"),
    strings.KEY_DIFFER: ("differences", "contradictions", "conflicts"),
    strings.KEY_ALONE: ("single source", "uncorroborated", "only source"),
    strings.KEY_COMPARE: ("comparison", strings.COMPARE, "acts", "matrix"),
    strings.KEY_TIMELINE: ("dates", "chronology", "calendar"),
    strings.KEY_MAP: ("scenes", "graph", "overview", "progress"),
    route_strings.KEY: (route_strings.COMMAND, "map", "places", "journey", "geography"),
    strings.KEY_CARE: ("hotline", "crisis", "support", "counselling"),
    strings.KEY_ABOUT: ("credits", "authors", "licence", "imprint"),
    strings.KEY_LIBRARY: ("back", "close", "leave", "quit", "stories", "records", "menu", "home"),
    strings.KEY_QUIT: (*strings.CMD_QUIT, "close", "end", "stop"),
    strings.KEY_CLOSE: ("back", "leave", "quit"),
    settings_strings.KEY_SETTINGS: (
        "options",
        "preferences",
        "configuration",
        "colours",
        "theme",
        "gentle wording",
        "keys",
    ),
    shelf_strings.KEY_NAME: ("rename", "title", "label"),
}
"""By the word in the line of keys."""
