"""Reads what a table says: finds its heads, and makes rows of its cells.

A merged cell holds for all rows that it spans, a group's name for all below it until the next.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.clean import Clean
from ingest.columns import OWNERS, TEXTS, Column, Row, Sheet, head_kind
from ingest.text import Cell, Range, Table

DEEPEST = 3             # rows of nested heads
SENTENCE = 12           # characters that a column of sentences has in its cells, on the mean
CLASSES = re.compile("类|板块|领域|模块|方面")
COUNTED = re.compile(r"\d[万亿]?(?:%|(?![年月日])[\u4e00-\u9fff])")   # 新增学位900个
LONGEST_GROUP = 40      # characters
SUMS = re.compile(r"合计|总计|小计|注：|备注：|说明：|填表|单位：")
Line = dict[int, Cell]  # column → the cell that stands there or reaches there


def sheet(clean: Clean, table: Table) -> Sheet | None:
    """Return a table's columns and rows; None where its heads tell of no tasks or indicators."""
    lines = _lines(table)
    first = next((i for i, line in enumerate(lines) if _is_head(_kinds(clean, line))), None)
    if first is None:
        return None
    depth = _depth(clean, lines, first)
    columns = _columns(clean, lines[first:first + depth])
    heads = [_text(clean, lines[first].get(j)) for j in range(len(columns))]
    body = [line for line in lines[first + depth:]
            if [_text(clean, line.get(j)) for j in range(len(columns))] != heads]
    columns = _named_by_cells(clean, _grouping(columns, body), body)
    rows = tuple(_rows(clean, columns, body))
    begins = min((cell.start for line in body for cell in line.values()
                  if cell.end > cell.start), default=table.end)
    return Sheet(columns, rows, begins) if rows else None


def _lines(table: Table) -> list[Line]:
    """Return the rows of a table's grid, each with the cells in it or reaching into it."""
    lines: list[Line] = [{} for _ in range(max((c.row + c.rows for c in table.cells), default=0))]
    for cell in table.cells:
        for i in range(cell.row, cell.row + cell.rows):
            for j in range(cell.column, cell.column + cell.columns):
                lines[i][j] = cell
    return lines


def _text(clean: Clean, cell: Cell | None) -> str:
    return clean.form[cell.start:cell.end].replace("\n", "") if cell else ""


def _cells(line: Line) -> list[Cell]:
    """Return the cells of a row that hold text, each once."""
    return list(dict.fromkeys(cell for cell in line.values() if cell.end > cell.start))


def _kinds(clean: Clean, line: Line) -> list[str | None]:
    heads = (head_kind(_text(clean, cell)) for cell in _cells(line))
    return [head.kind if head else None for head in heads]


def _is_head(kinds: Sequence[str | None]) -> bool:
    """Tell a row of heads: half of its cells are, of a task, an indicator or a unit."""
    known = {kind for kind in kinds if kind}
    return (len(known) >= 2 and 2 * sum(map(bool, kinds)) >= len(kinds)
            and bool(known & {"task", "content", "indicator"}
                     or (known & {"number", "group"} and known & {*OWNERS, "due"})))


def _depth(clean: Clean, lines: Sequence[Line], first: int) -> int:
    """Return how many rows of heads there are from the first one on."""
    depth = max((c.rows for c in lines[first].values() if c.row == first), default=1)
    if depth == 1 and first + 1 < len(lines):
        names = {c.column for c in _cells(lines[first])
                 if (head := head_kind(_text(clean, c))) and head.kind in ("number", *TEXTS)}
        below = [c for c in _cells(lines[first + 1]) if c.row > first]
        heads = sum(head_kind(_text(clean, c)) is not None for c in below)
        if below and 2 * heads >= len(below) and not any(c.column in names for c in below):
            depth = 2
    return min(depth, DEEPEST)


def _columns(clean: Clean, heads: Sequence[Line]) -> tuple[Column, ...]:
    """Return the columns by their heads, of nested ones the innermost that says what it holds."""
    columns = []
    for j in range(max(max(line, default=0) for line in heads) + 1):
        path = [text for line in heads if (text := _text(clean, line.get(j)))]
        path = list(dict.fromkeys(path))
        named = (head_kind(text, loose=True) for text in (*path[::-1], "".join(path)))
        known = [column for column in named if column]
        column = known[0] if known else Column("other", "".join(path))
        year = next((one.year for one in known if one.year), None)
        columns.append(Column(column.kind, column.head, year))
    kinds = {column.kind for column in columns}
    swap = {"years": "content"} | ({} if "indicator" in kinds else {"unit": "responsible"})
    return tuple(Column(swap.get(c.kind, c.kind), c.head, c.year) for c in columns)


def _named_by_cells(clean: Clean, columns: tuple[Column, ...],
                    body: Sequence[Line]) -> tuple[Column, ...]:
    """Tell by their cells the columns whose heads do not.

    A column of sentences, or of things that are counted, holds content. Where none holds tasks, a
    column of short names does, the last whose cells are each row's own; one of classes never.
    """
    named = list(columns)
    own = [j for j, column in enumerate(columns)
           if column.kind in ("group", "other") and not CLASSES.search(column.head)
           and len(body) > 1 and not any(_goes_on(line, i, j, body) or j not in line
                                         for i, line in enumerate(body) if len(_cells(line)) > 1)]
    for j, column in enumerate(columns):
        texts = [text for line in body if (text := _text(clean, line.get(j)))]
        long = sum(map(len, texts)) >= SENTENCE * len(texts) > 0 and any(
            re.search("[，。]", text) for text in texts)
        counts = sum(COUNTED.search(text) is not None for text in texts) * 2 > len(texts)
        if column.head and ((column.kind in ("other", "base", "target") and long)
                            or (column.kind == "other" and counts)):
            named[j] = Column("content", column.head)
    first = next((j for j, column in enumerate(named) if column.kind == "content"), 0)
    names = [j for j in own if j < first and named[j].kind != "content"]
    if names and all(column.kind not in ("task", "indicator") for column in named):
        named[names[-1]] = Column("task", columns[names[-1]].head)
    return tuple(named)


def _grouping(columns: tuple[Column, ...], body: Sequence[Line]) -> tuple[Column, ...]:
    """Make a group's of each text column whose cells hold for several rows of the next one."""
    texts = [j for j, column in enumerate(columns) if column.kind in ("task", "content")]
    number = next((j for j, column in enumerate(columns) if column.kind == "number"), None)
    groups = set()
    for j, following in pairwise(texts):
        keys = (following,) if number is None else (following, number)
        if any(_goes_on(line, i, j, body) and not any(_goes_on(line, i, k, body) for k in keys)
               for i, line in enumerate(body)):
            groups.add(j)
        else:
            break
    return tuple(Column("group", column.head) if j in groups else column
                 for j, column in enumerate(columns))


def _goes_on(line: Line, i: int, column: int, body: Sequence[Line]) -> bool:
    """Tell whether a row's place in a column belongs to the cell above: merged, or left empty."""
    cell = line.get(column)
    if cell is None or i == 0:
        return False
    return cell.end == cell.start or body[i - 1].get(column) is cell


def _rows(clean: Clean, columns: tuple[Column, ...], body: Sequence[Line]) -> Iterator[Row]:
    """Yield the rows; lines that share the number's or the task's cell are one."""
    numbers = [j for j, column in enumerate(columns) if column.kind == "number"][:1]
    names = [j for j, column in enumerate(columns) if column.kind in (*TEXTS, "indicator")]
    keys = numbers or names[:1]
    group: Range | None = None
    row: dict[Cell, int] = {}       # the cells of a row, each with its first column
    number: str | None = None
    for i, line in enumerate(body):
        cells = _cells(line)
        if not cells or SUMS.match(_text(clean, cells[0])):
            continue
        if _stands_alone(cells, i, body, columns):
            if _is_group(clean, cells[0]):
                yield from _finished(row, columns, number, group)
                row, group = {}, (cells[0].start, cells[0].end)
            continue
        if not row or not all(_goes_on(line, i, j, body) for j in keys):
            yield from _finished(row, columns, number, group)
            row, group = {}, _group(columns, line) or group
            number = _text(clean, line.get(numbers[0])).rstrip(".、") if numbers else None
        for j, cell in sorted(line.items()):
            if j < len(columns) and cell.end > cell.start:
                row.setdefault(cell, j)
    yield from _finished(row, columns, number, group)


def _stands_alone(cells: Sequence[Cell], i: int, body: Sequence[Line],
                  columns: Sequence[Column]) -> bool:
    """Tell a row of one cell that does not reach into it from above."""
    return len(cells) == 1 and len(columns) > 2 and (
        i == 0 or cells[0] not in body[i - 1].values())


def _group(columns: Sequence[Column], line: Line) -> Range | None:
    """Return the place of the innermost cell that names a row's group."""
    inside = [line[j] for j, column in enumerate(columns) if column.kind == "group" and j in line
              and line[j].end > line[j].start]
    return (inside[-1].start, inside[-1].end) if inside else None


def _is_group(clean: Clean, cell: Cell) -> bool:
    """Tell a cell alone in its row that names the group of the rows below."""
    text = _text(clean, cell)
    return len(text) <= LONGEST_GROUP and not re.search("[。；|]|：.", text)


def _finished(row: dict[Cell, int], columns: Sequence[Column], number: str | None,
              group: Range | None) -> Iterator[Row]:
    """Yield a row that holds a task's or an indicator's text."""
    kinds = {columns[j].kind for j in row.values()}
    if kinds & {*TEXTS, "indicator"} or (kinds & {"group"} and not _has_texts(columns)):
        places = tuple((j, (cell.start, cell.end)) for cell, j in row.items())
        yield Row(number or None, places, group)


def _has_texts(columns: Sequence[Column]) -> bool:
    return any(column.kind in (*TEXTS, "indicator") for column in columns)
