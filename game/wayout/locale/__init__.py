"""Which words does a reader see that no story holds?

The interface strings (message catalogues), one module an area; the stories' own texts stand in `story/`.
"""
