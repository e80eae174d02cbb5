"""Reads from a sheet's markup what its reader does not tell: formats, hidden rows, and its size."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.read.sheet_formats import GENERAL

MAX_CELLS = 300_000     # places of a sheet between its first and last cell
MAX_COLUMN = 1 << 14
# A cell with content; those that are only formatted have none, and may reach to the last row.
CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*[^<>/])>(?!\s*</)")
PLACE = re.compile(rb"""(?<!\S)r\s*=\s*["']\s*([A-Za-z]{1,3})(\d{1,7})""")
STYLE = re.compile(rb"""(?<!\S)s\s*=\s*["'](\d{1,6})""")
QUICK = re.compile(rb"""r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="\w+")?""")
ROW = re.compile(rb"""<(?:\w+:)?row\s([^<>]*\shidden=["'](?:1|true)["'][^<>]*)>""")
COLUMN = re.compile(rb"""<(?:\w+:)?col\s([^<>]*\bhidden=["'](?:1|true)["'][^<>]*)>""")
NUMBER = re.compile(rb"""\b(r|min|max)=["'](\d{1,7})["']""")
UNSOLVED = re.compile(rb"<(?:\w+:)?c\s[^<>]*>\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)"
                      rb"\s*(?:<(?:\w+:)?v(?:/>|></(?:\w+:)?v>))?\s*</(?:\w+:)?c>")


@dataclass(frozen=True, slots=True)
class Markup:
    """A sheet's size in places, its cells' styles where they have a format, and what is hidden.

    Rows and columns count from 0. `unsolved` counts the formulas without a stored result.
    """

    area: int
    styles: Mapping[tuple[int, int], int]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    unsolved: int


def markup(sheet: bytes, codes: Sequence[str]) -> Markup:
    """Return what the markup of a sheet tells; `codes` are the formats of the cell styles."""
    formatted = {number for number, code in enumerate(codes) if code not in (GENERAL, "@")}
    styles: dict[tuple[int, int], int] = {}
    numbers: dict[bytes, int] = {}
    rows, columns, count = _Range(), _Range(), 0
    for match in CELL.finditer(sheet):
        count += 1
        letters, row, style = _placed(match[1])
        if not letters:
            continue        # stands after the cell before it
        column = numbers.setdefault(letters, _column(letters))
        rows.add(int(row) - 1)
        columns.add(column)
        if style and int(style) in formatted:
            styles[int(row) - 1, column] = int(style)
    hidden = (dict(NUMBER.findall(match)) for match in ROW.findall(sheet))
    unsolved = len(UNSOLVED.findall(sheet)) if b"<f" in sheet or b":f" in sheet else 0
    return Markup(max(rows.size * columns.size, count), styles,
                  frozenset(int(row[b"r"]) - 1 for row in hidden if b"r" in row),
                  frozenset(_hidden_columns(sheet)), unsolved)


def _placed(attributes: bytes) -> tuple[bytes, bytes, bytes]:
    if (quick := QUICK.fullmatch(attributes)) is not None:
        return quick[1], quick[2], quick[3] or b""
    place, style = PLACE.search(attributes), STYLE.search(attributes)
    return ((place[1], place[2]) if place else (b"", b"")) + (style[1] if style else b"",)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1


def _hidden_columns(sheet: bytes) -> set[int]:
    hidden: set[int] = set()
    for match in COLUMN.findall(sheet):
        ends = dict(NUMBER.findall(match))
        if b"min" in ends and b"max" in ends:
            hidden |= set(range(int(ends[b"min"]) - 1, min(int(ends[b"max"]), MAX_COLUMN)))
    return hidden


class _Range:
    """The least and the greatest of some numbers."""

    def __init__(self) -> None:
        self.least, self.most = 1 << 62, -1

    def add(self, number: int) -> None:
        if number < self.least:
            self.least = number
        if number > self.most:
            self.most = number

    @property
    def size(self) -> int:
        return max(0, self.most - self.least + 1)
