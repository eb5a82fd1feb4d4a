"""With which exit status does a command end?"""

CLEAN, FINDINGS, MISUSE, FAILED = 0, 1, 2, 3
"""All is well; something was found; it was called wrongly; and the world has failed: a disk that is full, a stream that
is closed, a pipe that is gone."""
