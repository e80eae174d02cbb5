"""Writes rows on the standard output: a table for people, JSON and CSV for programs."""

import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

Cell = str | int | float | bool | None
CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "\ufffd") | {9: " ", 10: " ", 13: ""}
WIDEST = 100_000  # characters: where no terminal bounds it, a table is as wide as its cells


class Format(StrEnum):
    """A form of rows."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def write(columns: Sequence[str], rows: Sequence[Sequence[Cell]], form: Format) -> None:
    """Write rows in one of the forms."""
    from api.rows import as_csv, as_json

    if form is Format.TABLE:
        _draw(columns, rows)
    else:
        put(as_json(columns, rows) if form is Format.JSON else as_csv(columns, rows))


def put(text: str) -> None:
    """Write a text as it is and end its last line."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    sys.stdout.flush()


def pretty(answer: Mapping[str, Any]) -> str:
    """Return an object as indented JSON."""
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _draw(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table()
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(_shown, row))
    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = WIDEST
        console.width = console.measure(table).maximum
    console.print(table)
    sys.stdout.flush()


def _shown(cell: Cell) -> str:
    """Return a cell in one line; what would steer the terminal shows as a replacement mark."""
    if cell is None:
        return ""
    return cell.translate(CONTROLS) if isinstance(cell, str) else json.dumps(cell)
