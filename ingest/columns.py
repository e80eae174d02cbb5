"""What a table is made of: columns known by their heads, and rows of cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.facts import Range
from ingest.vocabulary import load

OWNERS = ("lead", "responsible", "cooperating")
LONGEST_HEAD = 12       # characters


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, its head as printed, and its year where it has one."""

    kind: str
    head: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, and its cells, (column index, place), in the order of the columns.

    `group` is the place of the group cell, the row's own or the last above it.
    """

    number: str | None
    cells: tuple[tuple[int, Range], ...]
    group: Range | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns and rows; `blocks` are the first and the last block taken, +1."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    blocks: Range


@cache
def _heads() -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, re.compile(source)) for kind, source in load("columns").items()]


def head_kind(text: str) -> Column | None:
    """Return the column that a head names, None where it is no head of a column."""
    text = re.sub(r"[ \n]", "", text)
    if len(text) > LONGEST_HEAD:
        return None
    for kind, pattern in _heads():
        if match := pattern.fullmatch(text):
            return Column(kind, text, int(match[1]) if kind == "year" else None)
    return None


def is_head(columns: Sequence[Column]) -> bool:
    """Tell a row of heads: three or more, of which one is a task or its content."""
    kinds = {column.kind for column in columns}
    return (len(columns) >= 3 and bool(kinds & {"task", "content"})
            and columns[0].kind in ("number", "group", "task"))
