"""Writes rows on the standard output: a table for people, JSON and CSV for programs."""

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

Cell = str | int | float | bool | None
CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "\ufffd") | {9: " ", 10: " ", 13: ""}


class Format(StrEnum):
    """A form of rows."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def write(columns: Sequence[str], rows: Sequence[Sequence[Cell]], form: Format) -> None:
    """Write rows in one of the forms."""
    if form is Format.JSON:
        put(as_json(columns, rows))
    elif form is Format.CSV:
        put(as_csv(columns, rows))
    else:
        _write_table(columns, rows)


def put(text: str) -> None:
    """Write a text as it is and end its last line."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    sys.stdout.flush()


def pretty(answer: Mapping[str, Any]) -> str:
    """Return an object as indented JSON."""
    return json.dumps(answer, ensure_ascii=False, indent=2)


def as_json(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return rows as a list of objects keyed by column, one a line."""
    lines = [json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) for row in rows]
    return "[\n  " + ",\n  ".join(lines) + "\n]" if lines else "[]"


def as_csv(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return rows as CSV under a line of columns; what is absent is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _write_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Draw a table; where no terminal bounds it, as wide as its widest rows."""
    from rich.console import Console
    from rich.table import Table

    table = Table(*columns)
    for row in rows:
        table.add_row(*("" if cell is None else _shown(cell) for cell in row))
    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = max(console.measure(table).maximum, 20)
    console.print(table)
    sys.stdout.flush()


def _shown(cell: Cell) -> str:
    """Return a cell in one line; what would steer the terminal shows as a replacement mark."""
    return json.dumps(cell) if not isinstance(cell, str) else cell.translate(CONTROLS)
