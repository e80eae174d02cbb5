"""Reads tables that stand flattened in plain text, one cell a line; `ruled` reads the others.

The head's cells tell the columns. Merged cells are missing, so rows begin at the row numbers,
and a row's cells are laid into the columns in their order, so that each holds what fits its kind
best. A merged group cell, printed once for several rows, holds for those below.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ingest.alignment import align
from ingest.clean import Clean
from ingest.columns import Column, Row, Table, head_kind, is_head
from ingest.facts import Range
from ingest.marks import Block
from ingest.numerals import integer
from ingest.ruled import ruled

NUMERAL = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?")
STOP = re.compile(r"附件|附表|注：|备注：|说明：|联系人|抄送|公开方式")


def tables(clean: Clean, blocks: Sequence[Block]) -> Iterator[Table]:
    """Yield the tables among the paragraphs."""
    position = 0
    while position < len(blocks):
        if table := ruled(clean, blocks, position):
            yield table
            position = table.blocks[1]
            continue
        columns, after = _head(clean, blocks, position)
        flat = _table(clean, blocks, columns, position, after) if columns else None
        if flat and flat.rows:
            yield flat
            position = flat.blocks[1]
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
    return (_nested(columns), i) if is_head(columns) else ((), first)


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
        cells = align(tuple(texts[begin:end]), wanted)
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
        if NUMERAL.fullmatch(texts[i]) and integer(texts[i].rstrip(".、")) == expected:
            yield i
            expected += 1


def _numbered(texts: list[str], starts: list[int], width: int) -> Iterator[tuple[str, int, int]]:
    """Yield (number, first cell, behind the last cell) of each numbered row."""
    for start, following in zip_longest(starts, starts[1:]):
        end = _last_end(texts, start, width) if following is None else following
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
