"""Builds the stored text of a file piece by piece, and keeps where everything stands."""

from collections.abc import Sequence

from ingest.read.cell_grid import Box, by_row, divide
from ingest.text import Cell, Range, Table, Text


class Draft:
    """A `Text` in the making: lines and tables in the order of the page."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.noise: list[Range] = []
        self.joined: set[int] = set()
        self.bold: set[int] = set()
        self._parts: list[str] = []
        self._length = 0

    def line(self, text: str, *, bold: bool = False, noise: bool = False,
             joined: bool = False) -> None:
        """Add a line, or several where the text holds line feeds."""
        start = self._length
        self._add(text + "\n")
        if bold:
            self.bold.add(start)
        if joined:
            self.joined.add(start)
        if noise and self.noise and self.noise[-1][1] == start - 1:
            self.noise[-1] = (self.noise[-1][0], start + len(text))
        elif noise:
            self.noise.append((start, start + len(text)))

    def table(self, boxes: Sequence[Box]) -> None:
        """Add a table; its title rows and its note rows become lines before and after it."""
        parts = divide(boxes)
        for text in parts.before:
            self.line(text)
        if parts.boxes:
            self.tables.append(self._laid(parts.boxes))
        for text in parts.after:
            self.line(text)

    def text(self, *, joins_told: bool = True, title: str | None = None,
             published: str | None = None, warnings: Sequence[str] = ()) -> Text:
        """Return what was added; `joins_told` is False where line ends tell no paragraphs."""
        return Text("".join(self._parts), tuple(self.tables), tuple(self.noise),
                    frozenset(self.joined) if joins_told else None, frozenset(self.bold),
                    title, published, tuple(warnings))

    def _laid(self, boxes: Sequence[Box]) -> Table:
        start = self._length
        cells: list[Cell] = []
        for row in filter(None, by_row(boxes)):
            for i, box in enumerate(row):
                self._add("\t" if i else "")
                text = box.text.replace("\t", " ")
                cells.append(Cell(box.row, box.column, box.rows, box.columns,
                                  self._length, self._length + len(text)))
                self._add(text)
            self._add("\n")
        return Table(start, self._length - 1, tuple(cells))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
