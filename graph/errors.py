"""Errors of the stores and the ledger; drivers' exceptions become these, `from` their cause.

    GraphError
    ├── StoreError
    │   ├── StoreUnavailableError   locked or unreachable: free it, or check its address
    │   ├── StoreRefusedError       wrong password or not allowed: check the credentials
    │   ├── QueryError         the query text is wrong: mend it
    │   ├── QueryRefusedError       the query text would write or reach outside: ask otherwise
    │   └── QueryLimitError         the query ran into a limit of time, rows or size: narrow it
    ├── LedgerError            the data folder cannot be used
    └── ExportError            the export's file or format cannot be written
"""


class GraphError(Exception):
    """The root of the errors raised by this package."""


class StoreError(GraphError):
    """A store failed."""


class StoreUnavailableError(StoreError):
    """A store is locked by another process or cannot be reached."""


class StoreRefusedError(StoreError):
    """A store refuses the credentials."""


class QueryError(StoreError):
    """A query text is not understood."""


class QueryRefusedError(StoreError):
    """A query text would write, administer, or reach files or the network."""


class QueryLimitError(StoreError):
    """A query exceeded a limit."""


class LedgerError(GraphError):
    """The ledger cannot be opened or written."""


class ExportError(GraphError):
    """An export cannot be written."""


class DecisionError(GraphError):
    """A decision contradicts another one, or is about what is not there."""
