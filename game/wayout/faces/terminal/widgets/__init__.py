"""What screens are made of. Widgets are given values and tell what happened; they know no story.

Widgets: they are given values and send messages; they know no story.
"""
