"""What a person does besides playing: each tool is called with values, and shows what it found.

The commands' implementation, called with values instead of command-line options; each prints its result and returns
an exit status.
"""
