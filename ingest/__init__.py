"""Reads a document and maps what it says into records."""
