"""How do values become pictures and text that several faces show?

Renderers shared by several faces: text cells, SVG, HTML, Markdown, sanitised text, findings.
"""
