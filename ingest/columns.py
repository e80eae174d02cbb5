"""What a table is about: columns known by their heads, and rows of cells."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.text import Range
from ingest.vocabulary import load

OWNERS = ("lead", "responsible", "cooperating")
TEXTS = ("task", "content", "year", "progress")
VALUES = ("year", "base", "target")
BRACKETS = re.compile(r"（[^（）]*）")
LONGEST_HEAD = 14       # characters


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, its head as printed, and its year where it has one."""

    kind: str
    head: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, and its cells, (column index, place), in the order of the columns.

    A row that is split in some columns has several cells there. `group` is the place of the cell
    that names the row's group, its own or the last above it.
    """

    number: str | None
    cells: tuple[tuple[int, Range], ...]
    group: Range | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns and rows of a table; its heads stand before `body`."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    body: int

    def has(self, *kinds: str) -> bool:
        """Tell whether there is a column of one of these kinds."""
        return any(column.kind in kinds for column in self.columns)


@cache
def _heads(*, loose: bool) -> list[tuple[str, re.Pattern[str]]]:
    data = dict(load("columns"))
    guesses = data.pop("loose")
    return [(kind, re.compile(source)) for table in (data, guesses if loose else {})
            for kind, source in table.items()]


def head_kind(text: str, *, loose: bool = False) -> Column | None:
    """Return the column that a head names, None where it is no head of a column.

    `loose`: the text stands in a row of heads, so that less sure words count too.
    """
    if len(text) > 3 * LONGEST_HEAD:
        return None
    whole = "".join(text.split())
    for head in dict.fromkeys((whole, BRACKETS.sub("", whole))):
        if len(head) > LONGEST_HEAD:
            continue
        for kind, pattern in _heads(loose=loose):
            if match := pattern.fullmatch(head):
                year = match.groupdict().get("year")
                return Column(kind, whole, int(year) if year else None)
    return None
