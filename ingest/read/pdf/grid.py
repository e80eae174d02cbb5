"""Tables that ruling lines draw: from rules to cells, and from runs to the text in them."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from ingest.read.pdf.cells import Grid, Piece
from ingest.read.pdf.lines import in_cell
from ingest.read.pdf.rules import Drawing, Rule
from ingest.read.pdf.runs import Run

MAX_RULES = 1_000           # across, and down, of a page, when pieces are put together
MAX_CELLS = 20_000          # of a page
NEAR = 3.0                  # points: rules so near are one, or touch
OPEN = 8.0                  # points by which rules reach beyond a table's side that has no rule
PAD = 5.4                   # points between a rule and text, as office programs set it


def grids(drawn: Drawing) -> tuple[list[Grid], list[Rule]]:
    """Return the tables that rules draw, yet without text, and the rules across of none.

    One column is a frame around text and no table. Set `drawn.cut` where there are too many.
    """
    flat, upright = merged(drawn.across), merged(drawn.down)
    if len(flat) > MAX_RULES or len(upright) > MAX_RULES:
        drawn.cut = True
        return [], []
    found, left = [], []
    for some, others in _groups(flat, upright):
        grid = _grid(some, others) if others else None
        if grid and len(grid.edges) > 2:
            found.append(grid)
        elif not others:
            left += some
    if sum(len(grid.cells) for grid in found) > MAX_CELLS:
        drawn.cut = True
        return [], left
    return [grid for grid in found if not any(_inside(grid, other) for other in found)], left


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Put the pieces of rules together."""
    found: list[Rule] = []
    level: list[Rule] = []
    for rule in sorted(rules):
        if level and rule[0] - level[0][0] > NEAR:
            found += _row(level)
            level = []
        level.append(rule)
    return [*found, *_row(level)] if level else found


def _row(level: list[Rule]) -> Iterator[Rule]:
    pieces = sorted((start, end) for _, start, end in level)
    first, last = pieces[0]
    for start, end in pieces[1:]:
        if start > last + NEAR:
            yield level[0][0], first, last
            first, last = start, end
        last = max(last, end)
    yield level[0][0], first, last


def _groups(flat: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the rules (across, down) that hang together."""
    rest = set(range(len(upright)))
    todo = set(range(len(flat)))
    while todo:
        some, others, fresh = {min(todo)}, set[int](), [min(todo)]
        todo -= some
        while fresh:
            touched = {j for j in rest for i in fresh if _touch(flat[i], upright[j])}
            rest -= touched
            others |= touched
            fresh = [i for i in todo if any(_touch(flat[i], upright[j]) for j in touched)]
            todo -= set(fresh)
            some |= set(fresh)
        yield [flat[i] for i in sorted(some)], [upright[j] for j in sorted(others)]


def _touch(flat: Rule, upright: Rule) -> bool:
    return (upright[1] - NEAR <= flat[0] <= upright[2] + NEAR
            and flat[1] - NEAR <= upright[0] <= flat[2] + NEAR)


def _grid(flat: list[Rule], upright: list[Rule]) -> Grid | None:
    edges, _ = _edges(upright, flat)
    levels, closed = _edges(flat, upright)
    if len(edges) < 2 or len(levels) < 2:
        return None
    cells = islice(_cells(edges, levels, flat, upright), MAX_CELLS + 1)
    return Grid(edges, levels, list(cells), closed)


def _edges(rules: list[Rule], others: list[Rule]) -> tuple[list[float], tuple[bool, bool]]:
    """Return where rules stand, and the ends of the others where a side has no rule."""
    found: list[float] = []
    for at in sorted(rule[0] for rule in rules):
        if not found or at - found[-1] > NEAR:
            found.append(at)
    starts, ends = sorted(rule[1] for rule in others), sorted(rule[2] for rule in others)
    closed = starts[0] > found[0] - OPEN, ends[-1] < found[-1] + OPEN
    return [*([] if closed[0] else starts[:1]), *found, *([] if closed[1] else ends[-1:])], closed


def _cells(edges: list[float], levels: list[float], flat: list[Rule],
           upright: list[Rule]) -> Iterator[Piece]:
    """Yield the cells: from each place to the next rule on the right and below."""
    walls = _walls(edges, levels, upright)
    floors = _walls(levels, edges, flat)
    height, width = len(levels) - 1, len(edges) - 1
    taken: set[tuple[int, int]] = set()
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < width and (right, row) not in walls and (row, right) not in taken:
                right += 1
            low = row + 1
            while low < height and not any((low, c) in floors for c in range(column, right)) \
                    and not any((c, low) in walls for c in range(column + 1, right)):
                low += 1
            taken.update((r, c) for r in range(row, low) for c in range(column, right))
            yield Piece(row, column, low - row, right - column)


def _walls(places: list[float], levels: list[float], rules: list[Rule]) -> set[tuple[int, int]]:
    """Return (place, level) where a rule at a place runs from a level to the next."""
    found = set()
    for at, start, end in rules:
        place = bisect(places, at + NEAR) - 1
        for level, (low, high) in enumerate(pairwise(levels)):
            if start <= (low + high) / 2 <= end:
                found.add((place, level))
    return found


def _inside(grid: Grid, other: Grid) -> bool:
    return (grid is not other and other.levels[0] <= grid.levels[0]
            and grid.levels[-1] <= other.levels[-1]
            and other.edges[0] <= grid.edges[0] and grid.edges[-1] <= other.edges[-1])


def fill(found: Sequence[Grid], runs: Iterable[Run]) -> tuple[list[Grid], list[Run]]:
    """Put runs into the cells of tables; return the tables, and the runs that stand in none.

    Rules with text in less than two places between them are no table.
    """
    outside: list[Run] = []
    owners = [{(row, column): i for i, cell in enumerate(grid.cells)
               for row in range(cell.row, cell.row + cell.rows)
               for column in range(cell.column, cell.column + cell.columns)} for grid in found]
    inside: list[dict[int, list[Run]]] = [{} for _ in found]
    for run in runs:
        x, y = run.left + min(run.size, run.right - run.left) / 2, run.middle
        for table, grid in enumerate(found):
            if grid.levels[0] <= y <= grid.levels[-1] and grid.edges[0] <= x <= grid.edges[-1]:
                row, column = bisect(grid.levels, y) - 1, bisect(grid.edges, x) - 1
                place = owners[table].get((row, column), 0)
                inside[table].setdefault(place, []).append(run)
                break
        else:
            outside.append(run)
    kept = []
    for grid, held in zip(found, inside, strict=True):
        if len(held) > 1:
            _write(grid, held)
            kept.append(grid)
        else:
            outside += [run for some in held.values() for run in some]
    return kept, outside


def _write(grid: Grid, inside: dict[int, list[Run]]) -> None:
    """Write runs into the cells that hold them; a column's text tells how far they are set in."""
    pads: dict[int, float] = {}
    for place, held in inside.items():
        cell = grid.cells[place]
        beside = min(run.left for run in held) - grid.edges[cell.column]
        pads[cell.column] = max(min(pads.get(cell.column, PAD), beside), 0.0)
    for place, held in inside.items():
        cell = grid.cells[place]
        width = grid.edges[cell.column + cell.columns] - grid.edges[cell.column]
        cell.lines, cell.full = in_cell(held, width - 2 * pads[cell.column])
