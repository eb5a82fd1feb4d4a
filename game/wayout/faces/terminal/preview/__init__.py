"""The terminal face beside the findings, for who writes a story."""
