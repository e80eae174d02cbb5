"""Reads plain text."""

from ingest.read.charset import decode
from ingest.text import Text


def read(content: bytes, name: str) -> Text:
    """Return plain text, of whose layout nothing is known; raise ReadError where there is none."""
    text, warnings = decode(content, name)
    return Text(text, warnings=warnings)
