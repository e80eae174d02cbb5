"""Gathers an answer within its limits."""

from collections.abc import Iterable, Sequence
from time import monotonic

from graph.store import Cell, Limits, Rows
from graph.trouble import out_of_time


def gather(columns: Sequence[str], rows: Iterable[Sequence[Cell]], limits: Limits) -> Rows:
    """Take rows up to the limits of rows and size; raise QueryLimitError at the limit of time."""
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
