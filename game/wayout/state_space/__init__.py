"""What can be come to in a story at all?

The state-space search: compiled stories, exhaustive exploration, random sampling, path lengths.
"""
