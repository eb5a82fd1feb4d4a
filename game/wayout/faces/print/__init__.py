"""How do stories stand on paper, or in a file for another program?

Exports for paper and for other programs: booklet, lesson pack, debrief, trail file, Twee.
"""
