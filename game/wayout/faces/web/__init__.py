"""The stories as pages of a browser: the one-file edition, and what a server of pages builds on."""
