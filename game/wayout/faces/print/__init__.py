"""How do stories stand on paper, or in a file for another program?

Exports for paper and for other programs: booklet, lesson pack, debrief, trail file, Twee; with
the default paper size.
"""

PAPER_SIZES = ("a5", "a4")
"""As print.css names them."""
DEFAULT_PAPER = "a4"
