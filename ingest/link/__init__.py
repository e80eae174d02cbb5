"""Ties documents together: what follows from the records of several documents of a place."""
