"""Wayout: a documentary text adventure built from five press articles."""

VERSION = "0.1.0"
