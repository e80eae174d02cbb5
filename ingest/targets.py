"""Makes indicators of the row of a table: its measure, its unit, and a number for each year."""

import re
from collections.abc import Iterator

from ingest import numbers
from ingest.clean import Clean
from ingest.columns import VALUES, Column, Row, Sheet
from ingest.facts import Indicator, Period
from ingest.marks import leading
from ingest.text import Range
from ingest.vocabulary import load

UNIT = re.compile(r"（([^（）]{1,8})）$")     # behind a measure: 巩固率（%）
REACHED = re.compile(r"完成|实际|现状|基数|基期|基准|基础|上年|已")
MONEY = re.compile(r"单位：[^，。；\n]{0,8}?([万亿]?元)")
YEAR = re.compile(r"20\d\d")
NEAR = 200      # characters above a table's body in which its unit is printed
SCALES = {"万": 10_000, "亿": 100_000_000}


def targets(clean: Clean, sheet: Sheet, row: Row, period: Period | None) -> Iterator[Indicator]:
    """Yield the indicators of a row: what was reached in base years, what is to be reached."""
    cells = dict(reversed(row.cells))
    yield from _sums(clean, sheet, cells, period)
    names = [cells[i] for kind in ("content", "task", "indicator")
             for i, column in enumerate(sheet.columns) if column.kind == kind and i in cells]
    if not names or not sheet.has("indicator", "base", "target"):
        return
    measure, unit = _measure(clean, names[-1])
    unit = next((clean.form[slice(*cells[i])].replace("\n", "") for i in cells
                 if sheet.columns[i].kind == "unit"), unit)
    years = [column.year for column in sheet.columns if column.year]
    for i, at in sorted(cells.items()):
        column = sheet.columns[i]
        if not _is_value(column, indicators=sheet.has("indicator")):
            continue
        reached = _is_reached(column, years, period)
        due = column.year or (None if period is None else period[0] - 1 if reached else period[1])
        if found := _number(clean.form, at, unit):
            change = "" if reached else numbers.change(measure)
            comparator = found.comparator or change or "="
            yield Indicator(measure, comparator, found.value, found.upper, found.unit, due,
                            "actual" if reached else "target", at)


def _sums(clean: Clean, sheet: Sheet, cells: dict[int, Range],
          period: Period | None) -> Iterator[Indicator]:
    """Yield the sums of money in a row, where their unit is printed at the head or above."""
    printed = MONEY.search(clean.form, max(0, sheet.body - NEAR), sheet.body)
    for i, at in sorted(cells.items()):
        column = sheet.columns[i]
        unit = UNIT.search(column.head) or printed
        if column.kind == "money" and unit and (found := _number(clean.form, at, unit[1])):
            year = YEAR.search(column.head)
            due = int(year[0]) if year else period[1] if period else None
            yield Indicator(UNIT.sub("", column.head), found.comparator or "=", found.value,
                            found.upper, found.unit, due, "target", at)


def _is_value(column: Column, *, indicators: bool) -> bool:
    """Tell a column of numbers; of those named 年度目标, 2024年 only in a table of indicators."""
    return column.kind in ("base", "target") or (indicators and (
        column.kind in VALUES or (column.kind in ("content", "group")
                                  and column.head.endswith("目标"))))


def _is_reached(column: Column, years: list[int], period: Period | None) -> bool:
    """Tell a column of what was reached: its head says so, or its year is before the period."""
    if column.kind == "base" or REACHED.search(column.head):
        return True
    if column.year is None or "目标" in column.head:
        return False
    return column.year < (period[0] if period else max(years)) and column.year == min(years)


def _measure(clean: Clean, at: Range) -> tuple[str, str]:
    """Return what a row measures, and the unit in brackets behind it."""
    mark = leading(clean.form, *at)
    start = mark.end if mark and mark.end < at[1] else at[0]
    text = clean.form[start:at[1]].replace("\n", "")
    match = UNIT.search(text)
    units = load("units")
    if match and match[1].lstrip("万亿") in (*units["units"], *units["timed"], "年", "岁"):
        return text[:match.start()], match[1]
    return text, ""


def _number(form: str, at: Range, unit: str) -> numbers.Number | None:
    """Return the number in a cell: 95, ≥95, 95%以上, 1.2万; its own unit goes before the row's."""
    found = next(numbers.numbers(form, *at), None) or numbers.plain(form, *at)
    if found is None or found.unit:
        return found
    scale = SCALES.get(unit[:1], 1) if len(unit) > 1 else 1
    bare = unit[1:] if scale > 1 else unit
    upper = None if found.upper is None else found.upper * scale
    return numbers.Number(found.at, found.value * scale, upper, bare, found.comparator)
