"""Paragraphs and headings of a PDF, from where its lines begin and end."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from ingest.read.pdf.cells import Long
from ingest.read.pdf.lines import CLOSED, OPEN, Line, goes_on

LARGER = 1.15           # of the size of the body: a heading's
LONGEST_HEADING = 60    # characters
WITHIN = 0.6            # of the size: where two lines begin at one edge
FEW = 12                # lines of a page that do not tell its edges
FEW_CHARACTERS = 60     # of a document: a title and a note beside a table
COLUMNS = 3             # runs of a line that is a row of a table
MANY = 10               # lines among which one that sticks out does not count, nor two of twice
LOOSE = 0.2             # of the width: what an open sentence may leave, where paragraphs are set in
APART = 1.5             # of the pitch: the distance of lines of two paragraphs


@dataclass(slots=True)
class Sheet:
    """A page with what stands on it, from top to bottom.

    `rule` is where the last short rule stands, as over footnotes; below the page if none does.
    """

    number: int
    width: float
    height: float
    rule: float
    blocks: list[Line | Long] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """Its lines of text: neither in tables nor page furniture."""
        return [block for block in self.blocks if isinstance(block, Line) and not block.noise]


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is set: size, whether most of it is bold, distance of lines in a paragraph.

    `indented` tells that numbered lines begin right of the edge, as paragraphs do.
    """

    size: float
    heavy: bool
    pitch: float
    indented: bool


def body_size(sheets: Iterable[Sheet]) -> float:
    """Return the size in which most characters are set; the smallest where they are few.

    Words in columns do not count, nor Latin lines where there are others: their size is not sure.
    """
    lines = [line for sheet in sheets for line in sheet.lines if len(line.runs) < COLUMNS]
    lines = [line for line in lines if not line.text.isascii()] or lines
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes[round(line.size)] += len(line.text)
    if sizes.total() < FEW_CHARACTERS:
        return min(sizes, default=0)
    return max(sizes, key=lambda size: (sizes[size], -size))


def arrange(sheets: Sequence[Sheet], size: float) -> None:
    """Set `joined` and `bold` of the lines of a document, whose body is set in `size`."""
    blocks = {id(sheet): _edges(sheet, sheets, size) for sheet in sheets}
    style = _style(sheets, size, blocks)
    before: Line | None = None
    last = 0
    for sheet in sheets:
        left, right = blocks[id(sheet)]
        for block in sheet.blocks:
            if isinstance(block, Long):
                before = None
            elif not block.noise:
                if before:
                    apart = block.top - before.top if sheet.number == last else 0.0
                    block.joined = _joined(before, block, left, right, apart, style)
                before, last = block, sheet.number
    _headings(sheets, style)


def _edges(sheet: Sheet, sheets: Sequence[Sheet], size: float) -> tuple[float, float]:
    """Return the left and right edge of a page's text; of its like where it has few lines."""
    lines = _body(sheet, size)
    if len(lines) < FEW:
        lines = [line for other in sheets if abs(other.width - sheet.width) < 1
                 for line in _body(other, size)] or lines
    if not lines:
        return 0.0, sheet.width
    left = _edge([line.left for line in lines], size)
    right = -_edge([-line.right for line in lines], size)
    return left, right if right > sheet.width - 1.8 * left - 2 * size else sheet.width - left


def _body(sheet: Sheet, size: float) -> list[Line]:
    return [line for line in sheet.lines if abs(line.size - size) <= 0.1 * size]


def _edge(places: list[float], size: float) -> float:
    """Return the outermost place at which more than a stray line ends."""
    places.sort()
    least = 1 + (len(places) >= MANY) + (len(places) >= 2 * MANY)
    return next((place for place, other in zip(places, places[least - 1:], strict=False)
                 if other - place <= size), places[0])


def _style(sheets: Sequence[Sheet], size: float,
           blocks: dict[int, tuple[float, float]]) -> Style:
    lines = [line for sheet in sheets for line in sheet.lines]
    heavy = sum(len(line.text) for line in lines if line.heavy)
    steps = [line.top - before.top for sheet in sheets
             for before, line in zip(sheet.lines, sheet.lines[1:], strict=False)
             if abs(line.size - before.size) <= 0.1 * size and line.top > before.top]
    marked = [line.left - blocks[id(sheet)][0] > size for sheet in sheets for line in sheet.lines
              if OPEN.match(line.text)]
    return Style(size, 2 * heavy > sum(len(line.text) for line in lines),
                 median(steps) if steps else 0.0, 2 * sum(marked) > len(marked))


def _joined(before: Line, line: Line, left: float, right: float, apart: float,
            style: Style) -> bool:
    """Tell whether a line goes on the paragraph of the line before, `apart` points above it."""
    if not _alike(before, line):
        return False
    if _title(before, line, (left + right) / 2, style):
        return apart <= 2.2 * line.size
    if apart > APART * style.pitch:
        return False
    closed, room = before.text[-1] in CLOSED, right - before.right
    if line.left <= left + WITHIN * line.size:
        new = closed and OPEN.match(line.text) and not style.indented
        open_ = style.indented and not closed and room <= LOOSE * (right - left)
        return (open_ or goes_on(line, room)) and not new
    if closed or OPEN.match(line.text) or not goes_on(line, room):
        return False
    return _hangs(before, line, left)


def _alike(before: Line, line: Line) -> bool:
    if before.text.isascii() or line.text.isascii():
        return True             # their size is not sure
    return abs(before.size - line.size) <= 0.1 * max(before.size, line.size)


def _title(before: Line, line: Line, centre: float, style: Style) -> bool:
    """Tell two lines of a title: centred, larger than the body or bold."""
    if OPEN.match(line.text) or line.text[0] in "（(\u3014—－-":
        return False
    bold = before.heavy and line.heavy and not style.heavy
    return ((bold or min(before.size, line.size) > LARGER * style.size)
            and max(abs(before.centre - centre), abs(line.centre - centre)) <= 1.2 * line.size)


def _hangs(before: Line, line: Line, left: float) -> bool:
    """Tell whether a line right of the edge goes on a paragraph that is set in as a whole.

    At the usual indent of two characters it does so only where a comma stands before.
    """
    step = (line.left - before.left) / line.size
    if abs((line.left - left) / line.size - 2) <= WITHIN and abs(step) <= WITHIN:
        return before.text[-1] in "，、"
    if OPEN.match(before.text) and 0 < step <= 4:
        return True
    return abs(step) <= WITHIN or abs(step + 2) <= WITHIN


def _headings(sheets: Sequence[Sheet], style: Style) -> None:
    for group in _paragraphs(sheets):
        heavy = not style.heavy and all(line.heavy for line in group)
        large = all(line.size > LARGER * style.size for line in group)
        if (heavy or large) and sum(len(line.text) for line in group) <= LONGEST_HEADING:
            group[0].bold = True


def _paragraphs(sheets: Sequence[Sheet]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in (line for sheet in sheets for line in sheet.lines):
        if group and not line.joined:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
