"""Reads a table that stands flattened in plain text: one cell a line, merged cells missing.

The head's cells tell the columns; rows begin at the row numbers. A row's cells are laid into the
columns in their order, so that each holds what fits its kind best, and a merged cell, printed once
for several rows, holds for the rows below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest import bodies
from ingest.clean import Clean
from ingest.facts import Range
from ingest.marks import Block
from ingest.owners import SPLIT
from ingest.vocabulary import load

LONGEST_HEAD = 12       # characters
OWNERS = ("lead", "responsible", "cooperating")
TEXTS = ("content", "year")
STOP = re.compile(r"附件|附表|注：|备注：|说明：|联系人|抄送|公开方式")
TIME = re.compile(r"\d{4}年?|长期|持续|全年|常年|每年|\d{1,2}月|年底|学期|季度")
SKIP = {"group": 0.5, "due": 1.0, "remark": 0.1, "officer": 1.0, "cooperating": 0.8,
        "responsible": 1.2, "lead": 2.0, "content": 2.5, "task": 3.0, "year": 2.5, "number": 0.0}
"""Costs of leaving a column of this kind empty; those of merged cells are small."""
BROKEN = 2.2            # cost of a cell that only goes on with the one before it
WORST = 1e9


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, its head as printed, and its year where it has one."""

    kind: str
    head: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number, and its cells, (column index, place), in the order of the columns.

    `group` is the place of the group cell, the row's own or the last above it.
    """

    number: str | None
    cells: tuple[tuple[int, Range], ...]
    group: Range | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns and rows; `blocks` are the first and the last block taken, +1."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    blocks: Range


@cache
def _heads() -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, re.compile(source)) for kind, source in load("columns").items()]


def head_kind(text: str) -> Column | None:
    """Return the column that a head names, None where it is no head of a column."""
    text = re.sub(r"[ \n]", "", text)
    if len(text) > LONGEST_HEAD:
        return None
    for kind, pattern in _heads():
        if match := pattern.fullmatch(text):
            return Column(kind, text, int(match[1]) if kind == "year" else None)
    return None


def tables(clean: Clean, blocks: Sequence[Block]) -> Iterator[Table]:
    """Yield the flattened tables among the paragraphs."""
    position = 0
    while position < len(blocks):
        columns, after = _head(clean, blocks, position)
        table = _table(clean, blocks, columns, position, after) if columns else None
        if table and table.rows:
            yield table
            position = table.blocks[1]
        else:
            position += 1


def _head(clean: Clean, blocks: Sequence[Block], first: int) -> tuple[tuple[Column, ...], int]:
    """Return the columns that a run of heads beginning here names, and where the run ends."""
    columns: list[Column] = []
    i = first
    while i < len(blocks):
        text, following = (clean.form[block.start:block.end]
                           for block in (blocks[i], blocks[min(i + 1, len(blocks) - 1)]))
        one, two = head_kind(text), head_kind(text + following)
        if two and not (one and head_kind(following)):      # a head broken over two lines
            columns.append(two)
            i += 2
        elif one:
            columns.append(one)
            i += 1
        else:
            break
    kinds = {column.kind for column in columns}
    if len(columns) < 3 or not kinds & {"task", "content"} or columns[0].kind not in (
            "number", "group", "task"):
        return (), first
    return _nested(columns), i


def _nested(columns: list[Column]) -> tuple[Column, ...]:
    """Put the years that stand behind the head they nest in, printed first, into its place."""
    parent = next((i for i, column in enumerate(columns) if column.kind == "years"), None)
    if parent is None:
        return tuple(columns)
    years = [column for column in columns if column.kind == "year"]
    others = [column for column in columns if column.kind != "year"]
    parent = others.index(columns[parent])
    return (*others[:parent], *(years or [Column("content", columns[parent].head)]),
            *others[parent + 1:])


def _table(clean: Clean, blocks: Sequence[Block], columns: tuple[Column, ...], first: int,
           after: int) -> Table:
    texts = [clean.form[block.start:block.end] for block in blocks]
    numbered = columns[0].kind == "number"
    wanted = columns[1:] if numbered else columns
    starts = list(_row_starts(texts, after)) if numbered else []
    rows: list[Row] = []
    group: Range | None = None
    last = after
    pieces = (_numbered(texts, starts, len(wanted)) if numbered
              else _even(texts, after, len(wanted)))
    for number, begin, end in pieces:
        cells = _align(tuple(texts[begin:end]), wanted)
        places: dict[int, Range] = {}
        for offset, column in enumerate(cells):
            block = blocks[begin + offset]
            low = places[column][0] if column in places else block.start
            places[column] = (low, block.end)
        group = next((places[i] for i in places if wanted[i].kind == "group"), group)
        rows.append(Row(number, tuple(sorted(places.items())), group))
        last = end
    return Table(wanted, tuple(rows), (first, last))


def _row_starts(texts: list[str], after: int) -> Iterator[int]:
    """Yield where the rows 1, 2, 3, … begin."""
    expected = 1
    for i in range(after, len(texts)):
        if texts[i].rstrip(".、") == str(expected):
            yield i
            expected += 1


def _numbered(texts: list[str], starts: list[int], width: int) -> Iterator[tuple[str, int, int]]:
    """Yield (number, first cell, behind the last cell) of each numbered row."""
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        end = following if following is not None else _last_end(texts, start, width)
        yield texts[start].rstrip(".、"), start + 1, end


def _last_end(texts: list[str], start: int, width: int) -> int:
    """Return the end of the last row: at most a cell a column, up to what is no cell."""
    end = start + 1
    while end < len(texts) and end - start <= width and not STOP.match(texts[end]):
        end += 1
    return end


def _even(texts: list[str], after: int, width: int) -> Iterator[tuple[None, int, int]]:
    """Yield the rows of a table without row numbers, each with a cell for every column."""
    end = after
    while end + width <= len(texts) and not STOP.match(texts[end]):
        yield None, end, end + width
        end += width


@lru_cache(maxsize=256)
def _align(cells: tuple[str, ...], columns: tuple[Column, ...]) -> tuple[int, ...]:
    """Return the column of each cell, in order, at the least cost (dynamic programming)."""
    height, width = len(cells), len(columns)
    best = [[WORST] * (width + 1) for _ in range(height + 1)]   # best[i][j]: i cells in j columns
    back = [[(0, 0)] * (width + 1) for _ in range(height + 1)]
    best[0][0] = 0.0
    for i in range(height + 1):
        for j in range(width + 1):
            here = best[i][j]
            if here >= WORST:
                continue
            steps = []
            if j < width:
                steps.append((i, j + 1, here + SKIP.get(columns[j].kind, 2.0)))
                if i < height:
                    steps.append((i + 1, j + 1, here + _misfit(cells[i], columns[j])))
            if i < height and j > 0 and i > 0:
                steps.append((i + 1, j, here + BROKEN + _misfit(cells[i], columns[j - 1]) / 2))
            for row, column, cost in steps:
                if cost < best[row][column]:
                    best[row][column], back[row][column] = cost, (i, j)
    return _trace(back, height, width)


def _trace(back: list[list[tuple[int, int]]], height: int, width: int) -> tuple[int, ...]:
    columns = [0] * height
    i, j = height, width
    while (i, j) != (0, 0):
        before = back[i][j]
        if before[0] < i:
            columns[i - 1] = j - 1
        i, j = before
    return tuple(columns)


def _misfit(cell: str, column: Column) -> float:
    """Return how badly a cell's text fits a column."""
    units = _units(cell)
    sentence = "。" in cell or len(cell) > 40
    if column.kind in OWNERS:
        return 0.0 if units else 6.0 if sentence else 3.0
    if column.kind == "due":
        return -0.5 if TIME.search(cell) and len(cell) <= 20 else 6.0
    if column.kind == "officer":
        return 0.5 if len(cell) <= 12 and not units else 4.0
    if column.kind in ("group", "task"):
        named = cell.endswith(("行动", "工程", "计划"))
        return (5.0 if sentence else 2.0 if units else 0.0) - (
            0.6 if named and column.kind == "group" else 0.0)
    if column.kind in TEXTS:
        return 4.0 if units else 0.0 if len(cell) >= 12 else 0.8
    return 1.0


def _units(cell: str) -> bool:
    """Tell a cell that lists units."""
    names = [name for name in SPLIT.split(cell.rstrip("。等")) if name]
    return bool(names) and all(len(name) <= 20 and bodies.kind(name) for name in names)
