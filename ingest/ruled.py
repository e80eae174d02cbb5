"""Reads tables whose rows stand on a line each, with tabs or bars between the cells."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.clean import Clean
from ingest.columns import Column, Row, Table, head_kind, is_head
from ingest.facts import Range
from ingest.lines import BORDER, is_row
from ingest.marks import Block

GAP = 2                 # paragraphs without borders that may stand between two rows
LONGEST_GROUP = 30      # characters
RULE = re.compile(r"[-:|\s]+")     # the line under a head in marked-down text


def ruled(clean: Clean, blocks: Sequence[Block], first: int) -> Table | None:
    """Return the table of rows with borders that begins here; its cells are where they belong."""
    heads = _cells(clean, blocks[first])
    columns = tuple(head_kind(clean.form[a:b]) or Column("other", clean.text[a:b])
                    for a, b in heads)
    if not is_head(columns):
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
