"""How do places come to stand on a picture of the earth?

Maps: coastlines, projection and label placement, from degrees to cells.
"""
