"""How a story is shown: one room a face, all of them fed by the same pages.

The user interfaces: plain text, terminal (Textual), web pages and print, all fed by the same views.
"""
