"""How a story is shown: one room a face, all of them fed by the same pages."""
