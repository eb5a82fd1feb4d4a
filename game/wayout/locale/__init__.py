"""Which words does a reader see that no story holds?

The interface strings, one module an area.
"""
