"""What may a face show? Each view once, the same on every face.

View models: pure functions from library, state and reader to values without looks; each view once, for every face.
"""
