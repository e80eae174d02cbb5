"""Reads from a sheet's markup what its reader does not tell: formats, hidden rows, and its size."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from ingest.read.sheet.formats import GENERAL

MAX_CELLS = 300_000     # places of a sheet between its first and last cell
MAX_COLUMN = 1 << 14
MAX_SHARED = 100 << 20  # bytes of the texts that a sheet's cells share with others, in all
PLACE = re.compile(r"([A-Za-z]+)(\d+)")
SHARED = re.compile(rb"<(?:\w+:)?v[^<>]*>\s*(\d{1,9})\s*<")
TRUE = ("1", "true")


@dataclass(slots=True)
class Markup:
    """A sheet's size in places, its cells' styles where they have a format, and what is hidden.

    Rows and columns count from 0. `unsolved` counts the formulas without a stored result.
    """

    area: int = 0
    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unsolved: int = 0


def markup(sheet: bytes, codes: Sequence[str]) -> Markup:
    """Return what the markup of a sheet tells; `codes` are the formats of the cell styles.

    Raise ValueError where it is not well-formed.
    """
    found = Markup()
    formatted = {str(i): i for i, code in enumerate(codes) if code not in (GENERAL, "@")}
    reader = _Reader(found, formatted)
    try:
        reader.parser.Parse(sheet, True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    if reader.count:
        found.area = max(reader.count, (reader.last_row - reader.first_row + 1)
                         * (reader.last_column - reader.first_column + 1))
    return found


def shared_size(sheet: bytes, shared: bytes) -> int:
    """Return how many bytes of shared texts a sheet's cells take, or a number that is no less."""
    sizes = [len(text) for text in shared.split(b"</si>" if b"</si>" in shared else b":si>")]
    if max(sizes) * sheet.count(b"<") <= MAX_SHARED:
        return 0
    return sum(sizes[i] for i in map(int, SHARED.findall(sheet)) if i < len(sizes))


class _Reader:
    """Follows the elements of a sheet; a cell without content is only formatted, and no cell."""

    def __init__(self, found: Markup, formatted: dict[str, int]) -> None:
        self.count = 0
        self.first_row = self.first_column = 1 << 40
        self.last_row = self.last_column = -1
        self._found = found
        self._formatted = formatted
        self._row, self._column = -1, -1
        self._filled = False
        self._formula = False       # a formula whose result has not come yet
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow a row, a cell or what it holds."""
        name = name.rpartition(":")[2]
        if name == "c":
            place = attributes.get("r")
            self._row, self._column = (_place(place) if place else (self._row, self._column + 1))
            if (style := self._formatted.get(attributes.get("s", ""))) is not None:
                self._found.styles[self._row, self._column] = style
            self._filled = self._formula = False
        elif name in ("v", "is", "f"):
            self._add()
            if name == "f":
                self._formula = True
            elif self._formula:
                self.parser.CharacterDataHandler = self.result
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdecimal() else self._row + 1
            self._column = -1
            if attributes.get("hidden") in TRUE:
                self._found.hidden_rows.add(self._row)
        elif name == "col" and attributes.get("hidden") in TRUE:
            ends = attributes.get("min", ""), attributes.get("max", "")
            if all(end.isdecimal() for end in ends):
                self._found.hidden_columns |= set(
                    range(int(ends[0]) - 1, min(int(ends[1]), MAX_COLUMN)))

    def result(self, _: str) -> None:
        """Note that a formula's result is there."""
        self._formula = False
        self.parser.CharacterDataHandler = None

    def end(self, name: str) -> None:
        """Count a formula that ends without a result."""
        if self._formula and name.rpartition(":")[2] == "c":
            self._found.unsolved += 1
            self._formula = False

    def _add(self) -> None:
        if self._filled:
            return
        self._filled = True
        self.count += 1
        row, column = self._row, self._column
        self.first_row, self.last_row = min(self.first_row, row), max(self.last_row, row)
        self.first_column = min(self.first_column, column)
        self.last_column = max(self.last_column, column)


def _place(text: str) -> tuple[int, int]:
    match = PLACE.fullmatch(text.strip())
    if match is None or len(match[1]) > 6 or len(match[2]) > 12:
        raise ValueError(text)
    return int(match[2]) - 1, _column(match[1])


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
