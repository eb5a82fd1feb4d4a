"""The stories as pages of a browser: the one-file edition, and what a server of pages builds on.

HTML pages of stories: the one-file edition, and what the class server builds on.
"""
