"""Gathers an answer within its limits."""

from collections.abc import Iterable, Sequence
from time import monotonic

from graph.errors import QueryLimit
from graph.store import Cell, Limits, Rows


def gather(columns: Sequence[str], rows: Iterable[Sequence[Cell]], limits: Limits) -> Rows:
    """Take rows up to the limits of rows and size; raise QueryLimit at the limit of time."""
    taken: list[tuple[Cell, ...]] = []
    size = 0
    end = monotonic() + limits.seconds
    for row in rows:
        if monotonic() > end:
            raise out_of_time(limits)
        size += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(taken) == limits.rows or size > limits.characters:
            return Rows(tuple(columns), tuple(taken), truncated=True)
        taken.append(tuple(row))
    return Rows(tuple(columns), tuple(taken))


def out_of_time(limits: Limits) -> QueryLimit:
    """Return the error of a query that takes too long."""
    return QueryLimit(f"The query took longer than {limits.seconds:g} s and was stopped; "
                      "narrow it or give it more time.")


def out_of_memory() -> QueryLimit:
    """Return the error of a query that takes too much memory."""
    return QueryLimit("The query needs more memory than it may use and was stopped; narrow it.")
