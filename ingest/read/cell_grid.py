"""A table as boxes on a grid: without what is empty, and apart from its title and its notes."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

LABEL = re.compile(r"[^：:\n]{1,12}[：:][^\n]{0,40}$")
NOTE = re.compile(r"[（(【]?\s*(?:备\s*)?[注说][\s一二三四五六七八九十\d]*(?:明)?\s*[：:]"
                  r"|填[表报]|制表|联系人|审核")
NUMBER = re.compile(r"[\d\s.、]*")


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its first row and column, from 0, how many of each it spans, and its text."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A table's boxes, and the lines that stand in its first and last rows without being rows."""

    before: tuple[str, ...]
    boxes: tuple[Box, ...]
    after: tuple[str, ...]


def compact(boxes: Sequence[Box]) -> list[Box]:
    """Return the boxes in order, renumbered, without rows and columns in which no text begins.

    Spans are cut to what is left.
    """
    rows = sorted({box.row for box in boxes if box.text})
    columns = sorted({box.column for box in boxes if box.text})
    if (max((box.row + box.rows for box in boxes), default=0) > len(rows)
            or max((box.column + box.columns for box in boxes), default=0) > len(columns)):
        boxes = list(_renumbered(boxes, rows, columns))
    return sorted(boxes, key=attrgetter("row", "column"))


def _renumbered(boxes: Iterable[Box], rows: Sequence[int],
                columns: Sequence[int]) -> Iterator[Box]:
    rank_row = {row: i for i, row in enumerate(rows)}
    rank_column = {column: i for i, column in enumerate(columns)}
    for box in boxes:
        row, column = rank_row.get(box.row), rank_column.get(box.column)
        if row is not None and column is not None:
            below = row + 1 if box.rows == 1 else bisect_left(rows, box.row + box.rows)
            beyond = column + 1 if box.columns == 1 else bisect_left(columns,
                                                                     box.column + box.columns)
            yield Box(row, column, below - row, beyond - column, box.text)


def by_row(boxes: Sequence[Box]) -> list[list[Box]]:
    """Return the boxes of each row, in order; a row that is covered from above has none."""
    rows: list[list[Box]] = [[] for _ in range(max((b.row for b in boxes), default=-1) + 1)]
    for box in boxes:
        rows[box.row].append(box)
    return rows


def divide(boxes: Sequence[Box]) -> Parts:
    """Take the title rows above a table's heads and the note rows below its body off the table.

    Such a row is one cell alone, or holds nothing but a few labels like 填报单位：…. What is left
    without two rows of two columns is no table, and all lines.
    """
    rows = by_row(compact(boxes))
    width = max((b.column + b.columns for row in rows for b in row), default=0)
    first, last = 0, len(rows)
    while first < last and _is_title(rows[first], width):
        first += 1
    while last > first and _is_note(rows[last - 1], width):
        last -= 1
    body = compact([box for row in rows[first:last] for box in row])
    if len({box.row for box in body}) < 2 or len({box.column for box in body}) < 2:
        return Parts(tuple(_line(row) for row in rows if any(b.text for b in row)), (), ())
    before = tuple(_line(row) for row in rows[:first])
    return Parts(before, tuple(body), tuple(_line(row) for row in rows[last:]))


def _is_title(row: Sequence[Box], width: int) -> bool:
    filled = [box for box in row if box.text]
    return len(filled) == 1 or _is_labels(filled, width)


def _is_note(row: Sequence[Box], width: int) -> bool:
    filled = [box for box in row if box.text]
    if len(filled) != 1:
        return not filled or _is_labels(filled, width)
    box = filled[0]
    if NOTE.match(box.text):
        return True
    if NUMBER.fullmatch(box.text):
        return False
    wide = box.columns * 2 > width > 1
    return wide or (box.column == 0 and width > 2 and len(row) > 1)


def _is_labels(filled: Sequence[Box], width: int) -> bool:
    return 0 < len(filled) * 2 <= width and all(LABEL.match(box.text) for box in filled)


def _line(row: Sequence[Box]) -> str:
    return " ".join(box.text for box in row if box.text)
