"""Tables without rules between their columns: words that line up one below the other."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ingest.read.pdf.cells import Grid, Long, Piece
from ingest.read.pdf.layout import COLUMNS
from ingest.read.pdf.lines import Line, in_cell, lines
from ingest.read.pdf.rules import Rule
from ingest.read.pdf.runs import Run

ROWS = 3
LONG = 100.0            # points: rules of a table are at least so long
ALIKE = 5.0             # points by which the ends of such rules may differ
WIDE = 0.5              # of the page's text: a line without gaps so wide is no row
FAR = 3.0               # of the size: lines farther apart are of two tables
TIGHT = 1.25            # rows stand so much farther apart than the lines of a row

Span = tuple[float, float]


def between_rules(rules: Sequence[Rule], runs: Sequence[Run]) -> tuple[list[Grid], list[Run]]:
    """Return the tables that have rules across only, and the runs that stand in none.

    Each space between two rules is a row, but where there are only head and body each line is.
    """
    found, rest = [], list(runs)
    for group in _stacks(rules):
        beside = [run for run in rest if group[0][1] - ALIKE <= run.left
                  and run.right <= group[0][2] + ALIKE]
        levels = _open(lines(beside), [rule[0] for rule in group])
        inside = [run for run in beside if levels[0] < run.middle < levels[-1]]
        held = lines(inside)
        spans = _columns(held, 2)
        if len(spans) < 2:
            continue
        if len(levels) == 3:
            body = [line for line in held if line.top >= levels[1]]
            levels[2:2] = [row[0].top for row in _rows(body, spans)][1:]
        rows = [[line for line in held if low < line.middle <= high]
                for low, high in pairwise(levels)]
        found.append(_grid(rows, spans, levels))
        taken = set(map(id, inside))
        rest = [run for run in rest if id(run) not in taken]
    return found, rest


def _open(beside: Sequence[Line], levels: list[float]) -> list[float]:
    """Add the row above the first rule and the one below the last, where words stand in columns."""
    above = [line for line in beside if line.middle <= levels[0]][-1:]
    below = [line for line in beside if line.middle >= levels[-1]][:1]
    first = [line.top for line in above
             if len(line.runs) >= COLUMNS and levels[0] - line.bottom <= line.size]
    last = [line.bottom for line in below
            if len(line.runs) >= COLUMNS and line.top - levels[-1] <= line.size]
    return [*first, *levels, *last]


def _stacks(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield three or more rules of one width, one below the other."""
    todo = sorted(rule for rule in rules if rule[2] - rule[1] >= LONG)
    while todo:
        first = todo[0]
        group = [rule for rule in todo
                 if abs(rule[1] - first[1]) <= ALIKE and abs(rule[2] - first[2]) <= ALIKE]
        todo = [rule for rule in todo if rule not in group]
        if len(group) >= 3:
            yield group


def without_rules(found: Sequence[Line], page: int) -> list[Line | Long]:
    """Return the lines of a page, with tables in place of those that line up in columns."""
    blocks: list[Line | Long] = []
    width = max((line.right - line.left for line in found), default=0.0)
    i = 0
    while i < len(found):
        end = _reach(found, i, width)
        spans = _columns(found[i:end], COLUMNS) if end - i >= ROWS else []
        end = _last(found, i, end, spans)
        if len(spans) >= COLUMNS:
            rows = _rows(found[i:end], spans)
            levels = [row[0].top for row in rows] + [found[end - 1].bottom]
            blocks.append(Long.of(_grid(rows, spans, levels), page))
            i = end
        else:
            blocks.append(found[i])
            i += 1
    return blocks


def _reach(found: Sequence[Line], first: int, width: float) -> int:
    """Return the end of the lines that may be rows of a table which begins with this line."""
    if len(found[first].runs) < COLUMNS:
        return first
    end = first
    while end < len(found):
        line = found[end]
        if line.noise or (len(line.runs) == 1 and line.right - line.left > WIDE * width):
            break
        if end > first and line.top - found[end - 1].bottom > FAR * line.size:
            break
        end += 1
    return end


def _last(found: Sequence[Line], first: int, end: int, spans: Sequence[Span]) -> int:
    """Return the end without the lines of a paragraph that stands below the table."""
    steps = [line.top - before.top for before, line in pairwise(found[first:end])
             if len(line.runs) > 1]
    while steps and end > first + ROWS and len(found[end - 1].runs) == 1:
        line = found[end - 1]
        left, right = spans[_place(line.runs[0], spans)] if spans else (0.0, 0.0)
        if (abs(line.left - left) <= ALIKE and line.right <= right + ALIKE
                and line.top - found[end - 2].top <= TIGHT * median(steps)):
            break
        end -= 1
    return end


def _columns(found: Sequence[Line], least: int) -> list[Span]:
    """Return the columns (left, right) in which the words of `ROWS` lines stand side by side."""
    full = [line for line in found if len(line.runs) >= least]
    for few in sorted({len(line.runs) for line in full}):
        rows = [line for line in full if len(line.runs) >= few]
        spans: list[Span] = []
        for left, right in sorted((run.left, run.right) for line in rows for run in line.runs):
            if spans and left <= spans[-1][1]:
                spans[-1] = spans[-1][0], max(spans[-1][1], right)
            else:
                spans.append((left, right))
        filled = [line for line in rows if len({_place(run, spans) for run in line.runs}) >= least]
        if len(spans) >= least and len(filled) >= min(ROWS, least):
            return spans
    return []


def _place(run: Run, spans: Sequence[Span]) -> int:
    """Return the column in which a run begins."""
    return _place_of(run.left + ALIKE, spans)


def _place_of(x: float, spans: Sequence[Span]) -> int:
    return max(bisect([left for left, _ in spans], x) - 1, 0)


def _rows(found: Sequence[Line], spans: Sequence[Span]) -> list[list[Line]]:
    """Group lines into rows: each begins in the first column, or stands apart."""
    steps = [line.top - before.top for before, line in pairwise(found)]
    tight = TIGHT * min(steps, default=0.0)
    rows: list[list[Line]] = []
    for i, line in enumerate(found):
        first = _place(line.runs[0], spans) == 0
        full = len(line.runs) * 2 > len(spans)
        if rows and not (first and full) and (not first or steps[i - 1] <= tight):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _grid(rows: Sequence[Sequence[Line]], spans: Sequence[Span], levels: list[float]) -> Grid:
    edges = [spans[0][0], *((one[1] + two[0]) / 2 for one, two in pairwise(spans)), spans[-1][1]]
    cells = []
    for row, held in enumerate(rows):
        places = [(_place(run, spans), run) for line in held for run in line.runs]
        column = 0
        while column < len(spans):
            end = column + 1
            for place, run in sorted(places, key=lambda placed: placed[0]):
                if column <= place < end:       # it may reach into the columns that follow
                    end = max(end, _place_of(run.right - ALIKE, spans) + 1)
            own = [run for place, run in places if column <= place < end]
            width = spans[end - 1][1] - spans[column][0]
            cells.append(Piece(row, column, 1, end - column, *in_cell(own, width)))
            column = end
    return Grid(edges, levels, cells, (False, False))
