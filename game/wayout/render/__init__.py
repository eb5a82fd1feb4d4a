"""How do values become pictures and text that several faces show?

Rendering without a terminal or browser: cells, SVG, sanitised text, findings.
"""
