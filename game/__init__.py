"""Wayout: a documentary text adventure built from five press articles."""
