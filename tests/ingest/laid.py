"""Makes a `Text` with a table, as a reader of formats gives it."""

from collections.abc import Sequence

from ingest.text import Cell, Table, Text

Spanned = str | tuple[str, int, int]        # a cell's text, and how many rows and columns it spans


def laid(rows: Sequence[Sequence[Spanned]], *, before: str = "", after: str = "") -> Text:
    """Return a text with one table between two stretches; each row names its own cells only."""
    stored, cells = before, []
    taken: set[tuple[int, int]] = set()
    for i, row in enumerate(rows):
        column = 0
        for one in row:
            text, height, width = (one, 1, 1) if isinstance(one, str) else one
            while (i, column) in taken:
                column += 1
            cells.append(Cell(i, column, height, width, len(stored), len(stored) + len(text)))
            taken |= {(i + a, column + b) for a in range(height) for b in range(width)}
            stored += text + ("\n" if one is row[-1] else "\t")
    table = Table(len(before), len(stored), tuple(cells))
    return Text(stored + after, tables=(table,), joined=frozenset())
