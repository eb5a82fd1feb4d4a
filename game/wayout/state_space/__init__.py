"""What can be come to in a story at all?

The state-space search: compiled stories, exhaustive exploration, random sampling, path lengths; and the
defaults that the command line shares with it: cap on states, number of plays, seed.
"""

DEFAULT_CAP = 250_000
"""States after which the search of a story stops: about 100 MB."""
DEFAULT_PLAYS, DEFAULT_PLAYS_PAST_CAP = 1_000, 10_000
"""Plays of a story that was proved, for the visits; of one that is too large for that."""
DEFAULT_SEED = 1
