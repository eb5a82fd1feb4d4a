"""The full-screen terminal face: screens and widgets, each beside the sheet that says how it looks.

The full-screen terminal face (Textual): app, screens and widgets, each beside the style sheet (.tcss) that says how
it looks.
"""
