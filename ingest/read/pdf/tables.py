"""Tables that run over page breaks: their parts are put together again."""

import re
from bisect import bisect
from collections.abc import Iterable, Sequence

from ingest.read.pdf.cells import Long, Piece, Row
from ingest.read.pdf.layout import Sheet
from ingest.read.pdf.lines import CLOSED, OPEN, Line

SHIFT = 40.0            # points by which a table may stand farther right on the next page
ALIKE = 4.0             # points by which its edges may then differ
CONTINUED = re.compile(r"[（(]?(?:续上?表|接上[页表]|上接).{0,30}|.{0,30}[（(]续表?[）)]")

EMPTY = Piece(0, 0, 0, 0)


def connect(sheets: Sequence[Sheet]) -> None:
    """Put a table to the one at the end of the page before where it goes on with that.

    Between them stands page furniture, or that the table is continued, and nothing else.
    """
    table: Long | None = None
    page = 0
    between: list[Line] = []
    gone: set[int] = set()
    for sheet in sheets:
        for block in sheet.blocks:
            if isinstance(block, Line):
                between.append(block)
                again = sheet.number > page and CONTINUED.fullmatch(block.text)
                table = table if block.noise or again else None
            elif table and sheet.number == page + 1 and _append(table, between, block):
                gone.update(map(id, (*between, block)))
                between, page = [], sheet.number
            else:
                table, between, page = block, [], sheet.number
    for sheet in sheets:
        sheet.blocks = [block for block in sheet.blocks if id(block) not in gone]


def _append(table: Long, between: Iterable[Line], part: Long) -> bool:
    """Add the rows of a part where its columns are the table's; else return False."""
    edges = _common(table.edges, part.edges)
    if edges is None:
        return False
    shift = edges[0] - part.edges[0]
    _place(table.items, table.edges, edges, 0.0)
    _place(part.items, part.edges, edges, shift)
    table.edges = edges
    for line in between:
        line.noise = True
    table.items += between
    heads = [row for row in table.items if isinstance(row, Row) and not row.noise]
    rows = [row for row in part.items if isinstance(row, Row)]
    again = 0
    while again < min(len(heads), len(rows)) and _same(heads[again], rows[again]):
        rows[again].noise = True
        again += 1
    _number(rows, table.rows - again)
    if again < len(rows):
        _go_on(table, heads, rows[again:], closed=table.closed[1] and part.closed[0])
    table.items += rows
    table.closed = table.closed[0], part.closed[1]
    return True


def _common(one: list[float], two: list[float]) -> list[float] | None:
    """Return the edges of two parts of one table, None where they are of two tables.

    One of the parts may lack columns that the other has, where all its cells span them.
    """
    shift = one[0] - two[0]
    moved = [edge + shift for edge in two]
    most, least = (one, moved) if len(one) >= len(moved) else (moved, one)
    near = all(min(abs(edge - other) for other in most) <= ALIKE for edge in least)
    whole = abs(one[-1] - moved[-1]) <= ALIKE
    return most if abs(shift) <= SHIFT and near and whole and len(least) > 2 else None


def _place(items: Iterable[Row | Line], edges: list[float], common: list[float],
           shift: float) -> None:
    """Count the columns of the cells among the common edges."""
    if len(edges) == len(common):
        return
    place = [bisect(common, edge + shift + ALIKE) - 1 for edge in edges]
    for row in items:
        for cell in row.cells if isinstance(row, Row) else ():
            end = place[cell.column + cell.columns]
            cell.column = place[cell.column]
            cell.columns = end - cell.column


def _same(one: Row, two: Row) -> bool:
    return any(cell.text for cell in one.cells) and (
        [(cell.column, cell.columns, cell.rows, cell.text) for cell in one.cells]
        == [(cell.column, cell.columns, cell.rows, cell.text) for cell in two.cells])


def _number(rows: Iterable[Row], step: int) -> None:
    for row in rows:
        for cell in row.cells:
            cell.row += step


def _go_on(table: Long, above: Sequence[Row], rows: Sequence[Row], *, closed: bool) -> None:
    """Let the cells that the break cut go on in the table's last; count the rows that are added."""
    last = {cell.column: cell for row in above for cell in row.cells
            if cell.row + cell.rows == table.rows}
    first = rows[0]
    for cell in list(first.cells):
        over = last.get(cell.column)
        if over and over.lines and not cell.lines and over.columns == cell.columns \
                and over.rows + cell.rows > 2:
            over.rows += cell.rows      # a cell over several rows, on both pages
            first.cells.remove(cell)
    if _is_cut(first, last, closed=closed):
        for row in above:
            for cell in row.cells:
                cell.rows -= cell.row + cell.rows > table.rows
        for cell in first.cells:
            _mend(last[cell.column], cell)
        first.noise, first.cells = True, []
        _number(rows[1:], -1)
        table.rows -= 1
    table.rows += len(rows)


def _is_cut(first: Row, last: dict[int, Piece], *, closed: bool) -> bool:
    """Tell a row that goes on the last of the page before: without a number or name of its own.

    Where a rule stands between, each of its cells must go on a sentence.
    """
    filled = [cell for cell in first.cells if cell.lines]
    key = next((cell for cell in first.cells if cell.rows == 1), None)
    if not filled or key is None or key.lines or not last.get(key.column, EMPTY).lines:
        return False
    over = [last.get(cell.column, EMPTY) for cell in first.cells]
    if any(one.columns != two.columns for one, two in zip(over, first.cells, strict=True)):
        return False
    return not closed or all(last[cell.column].text[-1:] not in CLOSED for cell in filled)


def _mend(over: Piece, cell: Piece) -> None:
    """Put the part of a cell below a page break to the part above."""
    if cell.lines and over.lines:
        text = cell.lines[0][0]
        joined = over.full and not (over.text[-1] in CLOSED and OPEN.match(text))
        cell.lines[0] = text, joined
    over.rows += cell.rows - 1
    over.lines += cell.lines
    over.full = cell.full
