"""How do stories stand on paper, or in a file for another program?

Exports: booklet, lesson pack, debrief, trail file, Twee.
"""
