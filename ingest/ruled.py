"""Finds tables whose rows stand on a line each, with tabs or bars between the cells."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.clean import Clean
from ingest.lines import BORDER, is_row
from ingest.marks import Block
from ingest.text import Cell, Range, Table

GAP = 2                 # paragraphs without borders that may stand between two rows
RULE = re.compile(r"[-:|\s]+")     # the line under a head in marked-down text


def ruled(clean: Clean, blocks: Sequence[Block], first: int) -> tuple[Table, int] | None:
    """Return the table of rows with borders that begins here, and the block behind it."""
    if not (cells := _cells(clean, blocks[first])):
        return None
    lines = [cells]
    last = first
    for i in range(first + 1, len(blocks)):
        if i - last > GAP:
            break
        if cells := _cells(clean, blocks[i]):
            between = [[(block.body, block.end)] for block in blocks[last + 1:i]
                       if not RULE.fullmatch(clean.text, block.start, block.end)]
            lines += [*between, cells]
            last = i
    grid = [Cell(i, j, 1, 1, *at) for i, line in enumerate(lines) for j, at in enumerate(line)]
    return Table(blocks[first].start, blocks[last].end, tuple(grid)), last + 1


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
