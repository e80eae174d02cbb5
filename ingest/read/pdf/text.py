"""Writes the sheets of a PDF down as one text with its layout."""

from collections.abc import Sequence

from ingest.read.pdf.cells import Long, Row
from ingest.read.pdf.layout import Sheet
from ingest.read.pdf.lines import Line
from ingest.text import Cell, Range, Table, Text


class _Writer:
    """What is written so far, and what is known of it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.noise: list[Range] = []
        self.joined: list[int] = []
        self.bold: list[int] = []
        self.tables: list[Table] = []

    def write(self, text: str) -> None:
        """Add text."""
        self.parts.append(text)
        self.length += len(text)

    def line(self, line: Line) -> None:
        """Write a line of text or of page furniture."""
        start = self.length
        if line.joined:
            self.joined.append(start)
        if line.bold:
            self.bold.append(start)
        self.write(line.text)
        if line.noise:
            self.noise.append((start, self.length))
        self.write("\n")

    def table(self, table: Long) -> None:
        """Write a table; its title rows and its notes become lines before and after it."""
        rows = [item for item in table.items if isinstance(item, Row) and not item.noise]
        first, last = 0, len(rows)
        while first < last and _alone(rows[first], len(table.edges) - 1):
            self.loose(rows[first])
            first += 1
        while last > first and _alone(rows[last - 1], len(table.edges) - 1):
            last -= 1
        apart = set(map(id, (*rows[:first], *rows[last:])))
        start, cells = self.length, list[Cell]()
        for item in table.items:
            if isinstance(item, Line):
                self.line(item)
            elif item.cells and id(item) not in apart:
                cells += self.row(item, first, last)
        if cells:
            self.tables.append(Table(start, self.length - 1, tuple(cells), table.page))
        for row in rows[last:]:
            self.loose(row)

    def loose(self, row: Row) -> None:
        """Write a row's text as lines."""
        for text, joined in (line for cell in row.cells for line in cell.lines):
            if joined:
                self.joined.append(self.length)
            self.write(text + "\n")

    def row(self, row: Row, first: int, last: int) -> list[Cell]:
        """Write a row; the table's rows are those from `first` to `last`."""
        begin, cells = self.length, []
        for i, piece in enumerate(row.cells):
            self.write("\t" if i else "")
            start = self.length
            for j, (text, joined) in enumerate(piece.lines):
                self.write("\n" if j else "")
                if joined:
                    self.joined.append(self.length)
                self.write(text)
            rows = min(piece.row + piece.rows, last) - piece.row
            cells.append(Cell(piece.row - first, piece.column, rows, piece.columns, start,
                              self.length))
        if row.noise:
            self.noise.append((begin, self.length))
        self.write("\n")
        return [] if row.noise else cells


def _alone(row: Row, width: int) -> bool:
    """Tell a row that is one text across the table: its title, or a note below it."""
    filled = [cell for cell in row.cells if cell.lines]
    return len(filled) == 1 and filled[0].columns * 2 > width


def text_of(sheets: Sequence[Sheet], title: str | None, warnings: tuple[str, ...]) -> Text:
    """Return the text of sheets, whose lines and tables are known."""
    writer = _Writer()
    for sheet in sheets:
        for block in sheet.blocks:
            if isinstance(block, Line):
                writer.line(block)
            else:
                writer.table(block)
    return Text("".join(writer.parts), tuple(writer.tables), tuple(writer.noise),
                frozenset(writer.joined), frozenset(writer.bold), title, None, warnings)
