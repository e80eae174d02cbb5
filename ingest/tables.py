"""Reads tables in plain text: rows with tabs or bars, or flattened to one cell a line.

The head's cells tell the columns. In a flattened table, where merged cells are missing, rows begin
at the row numbers, and a row's cells are laid into the columns in their order, so that each holds
what fits its kind best. A merged group cell, printed once for several rows, holds for those below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest

from ingest.alignment import Column, align
from ingest.clean import Clean
from ingest.facts import Range
from ingest.lines import BORDER, is_row
from ingest.marks import Block
from ingest.numerals import integer
from ingest.vocabulary import load

RULE = re.compile(r"[-:|\s]+")     # the line under a head in marked-down text
NUMERAL = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?")
GAP = 2                 # paragraphs without borders that may stand between two rows
LONGEST_GROUP = 30      # characters
LONGEST_HEAD = 12       # characters
STOP = re.compile(r"附件|附表|注：|备注：|说明：|联系人|抄送|公开方式")


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
    """Yield the tables among the paragraphs."""
    position = 0
    while position < len(blocks):
        if ruled := _ruled(clean, blocks, position):
            yield ruled
            position = ruled.blocks[1]
            continue
        columns, after = _head(clean, blocks, position)
        table = _table(clean, blocks, columns, position, after) if columns else None
        if table and table.rows:
            yield table
            position = table.blocks[1]
        else:
            position += 1


def _ruled(clean: Clean, blocks: Sequence[Block], first: int) -> Table | None:
    """Return the table of rows with borders that begins here; its cells are where they belong."""
    heads = _cells(clean, blocks[first])
    columns = tuple(head_kind(clean.form[a:b]) or Column("other", clean.text[a:b])
                    for a, b in heads)
    if not _is_head(columns):
        return None
    leading = {j for j, column in enumerate(columns) if column.kind in ("number", "task")}
    rows: list[Row] = []
    group: Range | None = None
    last = first
    for i in range(first + 1, len(blocks)):
        cells = _cells(clean, blocks[i])
        if not cells and i - last > GAP:
            break
        if not cells:
            if _is_group_row(clean, blocks[i]):
                group = (blocks[i].body, blocks[i].end)
            continue
        last = i
        places = {j: at for j, at in enumerate(cells[:len(columns)]) if at[1] > at[0]}
        if not rows and not places.keys() & leading:     # a second row of heads
            columns = tuple((head_kind(clean.form[slice(*places[j])]) or column)
                            if j in places else column for j, column in enumerate(columns))
            continue
        kinds = {columns[j].kind: at for j, at in places.items()}
        group = kinds.get("group", group)
        number = kinds.get("number")
        if kinds.keys() & {"task", "content", "year"}:
            rows.append(Row(number and clean.text[number[0]:number[1]],
                            tuple(places.items()), group))
    return Table(columns, tuple(rows), (first, last + 1)) if rows else None


def _is_group_row(clean: Clean, block: Block) -> bool:
    """Tell a line between rows that names the group of those below."""
    text = clean.form[block.body:block.end]
    return len(text) <= LONGEST_GROUP and not re.search("[。；：，|]", text)


def _cells(clean: Clean, block: Block) -> list[Range]:
    """Return the cells of a row with borders, empty ones too; nothing for another paragraph."""
    text = clean.text[block.start:block.end]
    if not is_row(text) or RULE.fullmatch(text):
        return []
    edges = [-1, *(match.start() for match in BORDER.finditer(text)), len(text)]
    if text.startswith("|"):
        edges = edges[1:-1]
    cells = []
    for low, high in pairwise(edges):
        inner = text[low + 1:high]
        start = block.start + low + 1 + len(inner) - len(inner.lstrip())
        cells.append((start, start + len(inner.strip())))
    return cells


def _is_head(columns: Sequence[Column]) -> bool:
    kinds = {column.kind for column in columns}
    return (len(columns) >= 3 and bool(kinds & {"task", "content"})
            and columns[0].kind in ("number", "group", "task"))


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
    return (_nested(columns), i) if _is_head(columns) else ((), first)


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
