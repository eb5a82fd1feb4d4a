"""How is a story told line by line, without a screen?

The plain-text interface for pipes, TERM=dumb and screen readers.
"""
