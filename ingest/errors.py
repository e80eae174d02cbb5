"""Errors of reading.

    IngestError
    └── ReadError    this file cannot be read: skip it, go on with the others
"""


class IngestError(Exception):
    """The root of the errors raised by this package."""


class ReadError(IngestError):
    """A file holds no text that can be read."""
