"""The stories as pages of a browser: the one-file edition, and what a server of pages builds on.

HTML pages of stories: the one-file edition, and what the class server builds on; with the versions of SCORM in which it
is packed, and the default of them.
"""

SCORM_VERSIONS = ("1.2", "2004")
"""SCORM 1.2, and the 4th edition of SCORM 2004."""
DEFAULT_SCORM = "1.2"
"""What every platform takes."""
