"""Finds the tables of a document: those its format tells of, and those lost in plain text.

Plain text has tables with tabs or bars (`ruled`), and flattened ones, a cell a line. The heads of a
flattened table tell its columns. Merged cells are missing, so its rows begin at the row numbers,
and a row's cells are laid into the columns in their order, so that each holds what fits its kind
best.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ingest.alignment import align
from ingest.clean import Clean
from ingest.columns import Column, Sheet, head_kind
from ingest.grid import sheet
from ingest.marks import Block
from ingest.numerals import integer
from ingest.ruled import ruled
from ingest.text import Cell, Range, Table

Head = tuple[Column, Range]     # a column and the place of its head

WIDEST = 24             # columns
LONGEST = 200           # paragraphs of a row
TAILS = ("单位", "部门", "科室")    # 牵头, 单位: heads too when they stand alone
NUMERAL = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?")
STOP = re.compile(r"附件|附表|注：|备注：|说明：|联系人|抄送|公开方式")


@dataclass(frozen=True, slots=True)
class Found:
    """A table, what it says, and the first block taken and the one behind the last."""

    sheet: Sheet
    table: Table
    blocks: Range


def tables(clean: Clean, blocks: Sequence[Block]) -> Iterator[Found]:
    """Yield the tables of a document in their order, but for those that tell of nothing known."""
    laid = [(sheet(clean, table), table) for table in clean.tables]
    for one, table in laid:
        if one:
            behind = next((i for i, block in enumerate(blocks) if block.start >= table.end),
                          len(blocks))
            yield Found(one, table, (behind, behind))
    texts = [clean.form[block.start:block.end] for block in blocks]
    position = 0
    while position < len(blocks):
        lines = ruled(clean, blocks, position)
        found = lines or _flattened(texts, blocks, position)
        one = sheet(clean, found[0]) if found else None
        if found and one:
            yield Found(one, found[0], (position, found[1]))
        position = found[1] if found and (one or lines) else position + 1


def _head(texts: Sequence[str], blocks: Sequence[Block], first: int) -> tuple[list[Head], int]:
    """Return the columns that a run of heads beginning here names, and where the run ends."""
    columns: list[Head] = []
    i = first
    while i < len(blocks) and len(columns) <= WIDEST:
        text, following = texts[i], texts[min(i + 1, len(texts) - 1)]
        one, two, rest = head_kind(text), head_kind(text + following), head_kind(following)
        if two and not (one and rest and rest.head not in TAILS):   # one head on two lines
            columns.append((two, (blocks[i].start, blocks[i + 1].end)))
            i += 2
        elif one:
            columns.append((one, (blocks[i].start, blocks[i].end)))
            i += 1
        else:
            break
    return (_nested(columns), i) if _is_head(columns) else ([], first)


def _is_head(heads: Sequence[Head]) -> bool:
    """Tell a run of heads: three or more, of which one is a task or its content."""
    kinds = [column.kind for column, _ in heads]
    return (3 <= len(kinds) <= WIDEST and not {"task", "content"}.isdisjoint(kinds)
            and kinds[0] in ("number", "group", "task"))


def _nested(heads: list[Head]) -> list[Head]:
    """Put the years that stand behind the head they nest in, printed first, into its place."""
    parent = next((i for i, (column, _) in enumerate(heads) if column.kind == "years"), None)
    years = [head for head in heads if head[0].kind == "year"]
    if parent is None or not years:
        return heads
    before = [head for head in heads[:parent] if head not in years]
    return [*before, *years, *(head for head in heads[parent + 1:] if head not in years)]


def _flattened(texts: Sequence[str], blocks: Sequence[Block],
               first: int) -> tuple[Table, int] | None:
    """Return the flattened table whose heads begin here, and the block behind it."""
    heads, after = _head(texts, blocks, first)
    if not heads:
        return None
    columns = tuple(column for column, _ in heads)
    numbered = columns[0].kind == "number"
    wanted = columns[1:] if numbered else columns
    starts = list(_row_starts(texts, after)) if numbered else []
    rows = list(_numbered(texts, starts, len(wanted)) if numbered
                else _even(texts, after, len(wanted)))
    cells = [Cell(0, j, 1, 1, *at) for j, (_, at) in enumerate(heads)]
    for i, (begin, end) in enumerate(rows, 1):
        if numbered:
            cells.append(Cell(i, 0, 1, 1, blocks[begin - 1].start, blocks[begin - 1].end))
        places: dict[int, Range] = {}
        for offset, column in enumerate(align(tuple(texts[begin:end]), wanted)):
            block = blocks[begin + offset]
            low = places[column][0] if column in places else block.start
            places[column] = (low, block.end)
        cells += (Cell(i, j + numbered, 1, 1, *at) for j, at in sorted(places.items()))
    behind = rows[-1][1] if rows else after
    return Table(blocks[first].start, blocks[behind - 1].end, tuple(cells)), behind


def _row_starts(texts: Sequence[str], after: int) -> Iterator[int]:
    """Yield where the rows 1, 2, 3, … begin."""
    expected, last = 1, after
    for i in range(after, len(texts)):
        if i - last > LONGEST:
            return
        if NUMERAL.fullmatch(texts[i]) and integer(texts[i].rstrip(".、")) == expected:
            yield i
            expected, last = expected + 1, i


def _numbered(texts: Sequence[str], starts: list[int], width: int) -> Iterator[Range]:
    """Yield (first cell behind the number, behind the last cell) of each numbered row."""
    for start, following in zip_longest(starts, starts[1:]):
        end = _last_end(texts, start, width) if following is None else following
        yield start + 1, end


def _last_end(texts: Sequence[str], start: int, width: int) -> int:
    """Return the end of the last row: at most a cell a column, up to what is no cell."""
    end = start + 1
    while end < len(texts) and end - start <= width and not STOP.match(texts[end]):
        end += 1
    return end


def _even(texts: Sequence[str], after: int, width: int) -> Iterator[Range]:
    """Yield the rows of a table without row numbers, each with a cell for every column."""
    end = after
    while end + width <= len(texts) and not STOP.match(texts[end]):
        yield end, end + width
        end += width
