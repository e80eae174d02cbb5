"""What a table of a PDF is made of while it is read."""

from dataclasses import dataclass, field

from ingest.read.pdf.lines import Line


@dataclass(slots=True)
class Piece:
    """A cell: its first row and column, how many it spans, its lines and which are joined.

    `full` tells that its last line reaches the edge, so that the text may go on.
    """

    row: int
    column: int
    rows: int
    columns: int
    lines: list[tuple[str, bool]] = field(default_factory=list)
    full: bool = False

    @property
    def text(self) -> str:
        """Its text without blanks and breaks."""
        return "".join("".join(line.split()) for line, _ in self.lines)


@dataclass(slots=True)
class Grid:
    """A table on a page: the edges of its columns and rows, and its cells by row and column.

    `closed` tells whether a rule stands above its first and below its last row.
    """

    edges: list[float]
    levels: list[float]
    cells: list[Piece]
    closed: tuple[bool, bool] = (True, True)


@dataclass(slots=True)
class Row:
    """The cells that begin in a row; `noise` where it is a head printed again."""

    cells: list[Piece]
    noise: bool = False


@dataclass(slots=True)
class Long:
    """A table over one or more pages: its rows, and the page furniture that stands among them.

    `rows` counts the rows that are no noise. `closed` tells whether a rule stands above
    the first and below the last.
    """

    page: int
    top: float
    edges: list[float]
    items: list[Row | Line]
    rows: int
    closed: tuple[bool, bool]

    @classmethod
    def of(cls, grid: Grid, page: int) -> "Long":
        """Return the table of a page."""
        number = len(grid.levels) - 1
        rows = [Row([cell for cell in grid.cells if cell.row == row]) for row in range(number)]
        return cls(page, grid.levels[0], grid.edges, [*rows], number, grid.closed)
