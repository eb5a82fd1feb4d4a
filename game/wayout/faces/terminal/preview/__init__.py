"""The terminal face beside the findings, for who writes a story.

The live preview: the terminal face with findings, ids and claims beside the page.
"""
