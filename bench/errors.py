"""Errors of the benchmarks.

    BenchError
    ├── OccupiedError       the server holds a graph, which would be overwritten: name an empty one
    ├── UnequalRowsError    two engines give different numbers of rows: mend the query
    ├── IngestError         an ingest does not end as it should: mend that first
    └── CommandError        another command does not, or does not do all: mend that first
"""


class BenchError(Exception):
    """The root of the errors raised by this package; nothing is measured."""


class OccupiedError(BenchError):
    """A server holds a graph already."""


class UnequalRowsError(BenchError):
    """Numbers of rows differ, so times cannot be compared."""


class IngestError(BenchError):
    """An ingest fails, or finds files new or unchanged that are not."""


class CommandError(BenchError):
    """A command fails, or what it should have written is not there."""
