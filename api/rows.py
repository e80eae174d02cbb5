"""Forms of rows for programs: objects, JSON, CSV."""

import csv
import io
import json
from collections.abc import Sequence

from graph.store import Cell

Row = Sequence[Cell]


def keyed(columns: Sequence[str], rows: Sequence[Row]) -> list[dict[str, Cell]]:
    """Return rows as objects keyed by column."""
    return [dict(zip(columns, row, strict=True)) for row in rows]


def as_json(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Return rows as a JSON list of objects, one a line."""
    lines = [json.dumps(row, ensure_ascii=False) for row in keyed(columns, rows)]
    return "[\n  " + ",\n  ".join(lines) + "\n]" if lines else "[]"


def as_csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Return rows as CSV under a line of columns; what is absent is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue()


def _plain(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else cell
