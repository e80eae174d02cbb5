"""What a reader makes of a file, whatever its format: a text, and what its layout tells.

All offsets count the code points of `Text.stored`.
"""

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its first row and column, how many it spans, and where its text stands.

    A merged cell is one cell that spans; the places that it covers have none of their own. `start`
    equals `end` where the cell is empty.
    """

    row: int
    column: int
    rows: int
    columns: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its place, its cells by row and column, and the page (from 1) on which it begins."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text with its layout.

    A line of `stored` is a line as the page shows it; inside a table a tab closes a cell and a line
    feed a row. `joined` are the starts of lines that go on the paragraph of the line before; it is
    None where the format does not tell, as in plain text. `noise` are stretches that stand on the
    page and are no text of the document: page heads, menus, contents lists, footnotes. `bold` are
    the starts of paragraphs set as headings: bold throughout, or in a heading's style. `title` and
    `published` (ISO) are what the file says of itself, apart from its text. `warnings` are
    sentences on what could not be read.
    """

    stored: str
    tables: tuple[Table, ...] = ()
    noise: tuple[Range, ...] = ()
    joined: frozenset[int] | None = None
    bold: frozenset[int] = frozenset()
    title: str | None = None
    published: str | None = None
    warnings: tuple[str, ...] = ()
