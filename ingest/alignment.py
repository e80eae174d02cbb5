"""Lays the cells of a row into its table's columns where merged and empty cells are missing."""

import re
from functools import lru_cache

from ingest import bodies
from ingest.columns import OWNERS, Column
from ingest.owners import SPLIT

TEXTS = ("content", "year")
TIME = re.compile(r"\d{4}年?|长期|持续|全年|常年|每年|\d{1,2}月|年底|学期|季度")
SKIP = {"group": 0.5, "due": 1.0, "remark": 0.1, "officer": 1.0, "cooperating": 0.8,
        "responsible": 1.2, "lead": 2.0, "content": 2.5, "task": 3.0, "year": 2.5, "number": 0.0}
"""Costs of leaving a column of this kind empty; those of merged cells are small."""
BROKEN = 2.2            # cost of a cell that only goes on with the one before it
WORST = 1e9


@lru_cache(maxsize=256)
def align(cells: tuple[str, ...], columns: tuple[Column, ...]) -> tuple[int, ...]:
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
