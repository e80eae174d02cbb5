"""Named questions: their catalogue, what their parameters mean, and the runner."""

from queries.catalog import find, load
from queries.parameters import Parameter
from queries.query import Query
from queries.resolve import Resolved
from queries.run import Answer, run

__all__ = ["Answer", "Parameter", "Query", "Resolved", "find", "load", "run"]
