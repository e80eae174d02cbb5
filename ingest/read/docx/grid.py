"""Lays out a Word table: which cell stands where, and whether the table is one at all."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.read.docx.package import Element, W
from ingest.read.docx.styles import VAL, child, count

TABLE, ROW, CELL = W + "tbl", W + "tr", W + "tc"
MAX_SPAN = 1000             # columns that one cell may span
LAYOUT = 3                  # cells at most, in a table that only places other tables


@dataclass(slots=True)
class Place:
    """A cell: its element, its first row and column, and how many it spans."""

    element: Element
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def places(table: Element) -> list[Place]:
    """Return a table's cells in their order; a merged cell once, with what it spans.

    Columns at which no cell begins are not counted. Empty where the table only lays out text: it
    has one column, or few cells that hold tables.
    """
    cells = list(_placed(table))
    starts = sorted({cell.column for cell in cells})
    if len(starts) < 2 or (len(cells) <= LAYOUT and any(_holds_table(cell) for cell in cells)):
        return []
    for cell in cells:
        first = bisect_left(starts, cell.column)
        cell.columns = bisect_left(starts, cell.column + cell.columns) - first
        cell.column = first
    return cells


def outermost(parent: Element, *tags: str) -> Iterator[Element]:
    """Yield the elements of these tags below `parent`, but none that stands in another of them."""
    walk = etree.iterwalk(parent, events=("start",), tag=tags)
    for _, element in walk:
        if element is not parent:
            walk.skip_subtree()
            yield element


def _placed(table: Element) -> Iterator[Place]:
    """Yield the cells by the columns of Word's grid; later rows lengthen those given before."""
    above: dict[int, Place] = {}
    for number, row in enumerate(outermost(table, ROW)):
        column = min(count(child(row, W + "trPr"), W + "gridBefore") or 0, MAX_SPAN)
        open_cells: dict[int, Place] = {}
        last: Place | None = None
        for element in outermost(row, CELL):
            properties = child(element, W + "tcPr")
            span = min(max(count(properties, W + "gridSpan") or 1, 1), MAX_SPAN)
            down, across = (_merge(properties, tag) for tag in ("vMerge", "hMerge"))
            if across == "continue" and last:
                last.columns += span
            elif down == "continue" and column in above:
                last = above[column]
                last.rows = number - last.row + 1
            else:
                last = Place(element, number, column, 1, span)
                yield last
            if down and last:
                open_cells[last.column] = last
            column += span
        above = open_cells


def _merge(properties: Element | None, tag: str) -> str | None:
    """Return how a cell is merged: restart, continue, or None."""
    element = child(properties, W + tag)
    return None if element is None else element.get(VAL, "continue")


def _holds_table(cell: Place) -> bool:
    return next(cell.element.iterdescendants(TABLE), None) is not None
