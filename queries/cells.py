"""Makes the answers of all engines one: cells of the declared kinds, rows in the declared order.

An empty text and an absent value are both None, for some engines keep only one of them. A whole
number is an int, whether an engine gives 35, 35.0 or Decimal(35); a number with a fraction is a
float. Text is ordered by code point; None stands last, also where a column descends.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from graph import Cell, Rows
from queries.errors import AnswerError

Row = tuple[Cell, ...]
Order = Sequence[tuple[str, bool]]


def cast(rows: Rows, columns: Mapping[str, str], name: str) -> list[Row]:
    """Return the rows with cells of the declared kinds, in the declared sequence of columns.

    Raise AnswerError where the columns of an answer, or a cell, are not as declared.
    """
    if set(rows.columns) != set(columns):
        raise AnswerError(f"{name}: the answer has the columns {', '.join(rows.columns)}, "
                          f"declared are {', '.join(columns)}.")
    if not rows.rows:
        return []
    given = dict(zip(rows.columns, zip(*rows.rows, strict=True), strict=True))
    made = [_column(given[column], kind, f"{name}, {column}") for column, kind in columns.items()]
    return list(zip(*made, strict=True))


def arrange(rows: list[Row], columns: Sequence[str], order: Order) -> list[Row]:
    """Return the rows in the declared order; all other columns decide between equals."""
    named = [column for column, _ in order]
    keys = [(columns.index(column), descends) for column, descends in order]
    keys += [(place, False) for place, column in enumerate(columns) if column not in named]
    for descends, places in reversed(_runs(keys)):
        rows = sorted(rows, key=_key(places, last=not descends), reverse=descends)
    return rows


def _column(cells: Sequence[Cell], kind: str, where: str) -> list[Cell]:
    convert = KINDS[kind]
    try:
        return [None if cell is None or cell == "" else convert(cell) for cell in cells]
    except (TypeError, ValueError) as error:
        raise AnswerError(f"{where}: {error}, which is no {kind}.") from error


def _text(cell: Cell) -> str:
    if not isinstance(cell, str):
        raise TypeError(repr(cell))
    return cell


def _number(cell: object) -> int | float:
    if isinstance(cell, bool) or not isinstance(cell, int | float | Decimal):
        raise TypeError(repr(cell))
    return int(cell) if cell == int(cell) else float(cell)


def _integer(cell: object) -> int:
    number = _number(cell)
    if not isinstance(number, int):
        raise TypeError(repr(cell))
    return number


def _boolean(cell: Cell) -> bool:
    if not isinstance(cell, bool):
        raise TypeError(repr(cell))
    return cell


KINDS: Mapping[str, Callable[[Cell], Cell]] = {
    "text": _text, "integer": _integer, "number": _number, "boolean": _boolean}


def _runs(keys: list[tuple[int, bool]]) -> list[tuple[bool, list[int]]]:
    """Join keys that follow each other and go the same way, so that one sort serves them."""
    runs: list[tuple[bool, list[int]]] = []
    for place, descends in keys:
        if not runs or runs[-1][0] != descends:
            runs.append((descends, []))
        runs[-1][1].append(place)
    return runs


def _key(places: list[int], *, last: bool) -> Callable[[Row], tuple[object, ...]]:
    """Return the key of a sort over columns; `last` puts None behind the values."""
    def key(row: Row) -> tuple[object, ...]:
        return tuple(((row[place] is None) is last, 0 if row[place] is None else row[place])
                     for place in places)

    return key
