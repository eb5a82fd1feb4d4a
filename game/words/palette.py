"""By which words besides its own is a command found in the palette: those of the plain face, and those people use?"""

from game import words
from game.words import evidence, route, settings, shelf, trails

NAMED = "{what} ({label})"
"""A command, with the word that stands for it in the line of keys."""
SYNONYMS = {
    words.KEY_SOURCES: ("references", "citations", "documents", "evidence", "proof"),
    evidence.KEY_VERSIONS: ("differences here", "variants"),
    words.KEY_UNDO: ("back", "go back", "previous", "revert"),
    words.KEY_REDO: ("forward", "repeat"),
    words.KEY_FORKS: (words.CMD_FORKS, "choices", "go back", "jump"),
    words.KEY_LOG: ("history", "backlog", "transcript", "previous pages"),
    words.KEY_SEARCH: ("find", "filter"),
    words.KEY_DEBRIEF: ("end", "result", "review", words.CMD_EXPORT, trails.CMD_SAVE),
    words.KEY_EXPORT: (trails.CMD_SAVE, "print", "download"),
    words.KEY_HTML: (words.CMD_EXPORT, trails.CMD_SAVE, "print", "download"),
    trails.KEY_SAVE: (trails.CMD_SAVE, "keep", words.CMD_EXPORT),
    words.KEY_HELP: (words.CMD_HELP_SIGN, "keys", "shortcuts", "commands", "manual"),
    words.KEY_GLOSSARY: ("dictionary", "definitions", "vocabulary"),
    words.KEY_WAR: (words.CMD_WAR, "ukraine", "background"),
    words.KEY_DIFFER: ("differences", "contradictions", "conflicts"),
    words.KEY_ALONE: ("single source", "uncorroborated", "only source"),
    words.KEY_COMPARE: ("comparison", words.COMPARE, "acts", "matrix"),
    words.KEY_TIMELINE: ("dates", "chronology", "calendar"),
    words.KEY_MAP: ("scenes", "graph", "overview", "progress"),
    route.KEY: (route.COMMAND, "map", "places", "journey", "geography"),
    words.KEY_CARE: ("hotline", "crisis", "support", "counselling"),
    words.KEY_ABOUT: ("credits", "authors", "licence", "imprint"),
    words.KEY_LIBRARY: ("back", "close", "leave", "quit", "stories", "records", "menu", "home"),
    words.KEY_QUIT: (*words.CMD_QUIT, "close", "end", "stop"),
    words.KEY_CLOSE: ("back", "leave", "quit"),
    settings.KEY_SETTINGS: ("options", "preferences", "configuration", "colours", "theme", "gentle wording", "keys"),
    shelf.KEY_NAME: ("rename", "title", "label"),
}
"""By the word in the line of keys."""
