"""How does a graph become rows of cells? It knows no story and no terminal.

Graph layout: layering, ordering, edge routing. It knows no story and no terminal.
"""
