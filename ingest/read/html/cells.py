"""Takes a page's table apart into cells, and tells a table of data from one of layout."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from selectolax.lexbor import LexborNode

from ingest.read.cell_grid import Box, by_row, compact

T = TypeVar("T")
Rows = list[list[tuple[LexborNode, T]]]

MAX_SPAN = 1000         # columns or rows that one cell may span
MAX_PLACES = 1_000_000  # columns that the cells of a table span or lie beside, in all
HEAD = 20               # characters of a head, at most
BLOCK_LINES = 5         # lines in one cell that are text laid out, not an entry
MOST = 0.8              # share of a table's text in one cell that makes the others its frame
SECTIONS = {"thead": 0, "tbody": 1, "tfoot": 2}


class TooLargeError(Exception):
    """A table spans more places than can be laid out."""


def rows_of(table: LexborNode) -> list[list[LexborNode]]:
    """Return a table's own rows of cells, heads first and feet last; not those of inner tables."""
    sections = [node for node in table.iter() if node.tag in SECTIONS]
    sections.sort(key=lambda node: SECTIONS[node.tag or "tbody"])
    return [[cell for cell in row.iter() if cell.tag in ("td", "th")]
            for section in sections for row in section.iter() if row.tag == "tr"]


def spans_data(rows: Sequence[Sequence[LexborNode]]) -> bool:
    """Tell whether a table that holds tables is one of data: its first row are heads of columns."""
    if len(rows) < 2 or len(rows[0]) < 3 or any(cell.css_first("table") for cell in rows[0]):
        return False
    heads = [cell.text().strip() for cell in rows[0]]
    return all(0 < len(head) <= HEAD for head in heads) and all(
        len(row) == len(heads) for row in rows)


def boxes(rows: Rows[str]) -> list[Box] | None:
    """Return the table's boxes, or None where it is no table of data but lays out a page.

    Raise TooLargeError where its cells span more than MAX_PLACES columns.
    """
    laid = compact(list(_placed(rows)))
    filled = [box.text for box in laid if box.text]
    if len({box.row for box in laid}) < 2 or len({box.column for box in laid}) < 2:
        return None
    largest = max(filled, key=len)
    framed = len(largest) >= MOST * sum(map(len, filled)) and largest.count("\n") >= BLOCK_LINES
    if framed and not _has_heads(by_row(laid)[0]):
        return None
    return laid if len(filled) > 2 else None


def _has_heads(row: Sequence[Box]) -> bool:
    return len(row) > 1 and all(0 < len(box.text) <= HEAD for box in row)


def _placed(rows: Rows[str]) -> Iterator[Box]:
    """Yield the cells at the places where a browser puts them."""
    taken: list[int] = []       # for each column, the first row that is free in it
    places = 0
    for number, row in enumerate(rows):
        column = 0
        for cell, text in row:
            attributes = cell.attributes
            wide = _span(attributes.get("colspan"))
            tall = _span(attributes.get("rowspan"), len(rows) - number)
            begin = column
            while column < len(taken) and taken[column] > number:
                column += 1
            places += wide + column - begin
            if places > MAX_PLACES:
                raise TooLargeError
            taken += [0] * (column + wide - len(taken))
            taken[column:column + wide] = [number + tall] * wide
            yield Box(number, column, tall, wide, text)
            column += wide


def _span(value: str | None, left: int = MAX_SPAN) -> int:
    """Return a span as written; 0 and what is beyond the table reach to its last row."""
    match = re.match(r"\s*(\d{1,5})", value or "")
    span = int(match[1]) if match else 1
    return max(1, min(span or left, left, MAX_SPAN))
