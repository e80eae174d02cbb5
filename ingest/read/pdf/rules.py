"""The ruling lines of a page of a PDF, and the shades and images under its text."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.read.pdf.page import LARGEST, Box, Frame
from ingest.read.pdf.runs import WHITE

MAX_OBJECTS = 200_000       # of a page that are counted
MAX_DRAWN = 20_000          # of them, other than text, that are looked at
MAX_SEGMENTS = 20_000
MAX_NESTING = 3             # of forms in forms
THIN = 3.0                  # points: what is thinner is a rule, what is thicker a shade
SHORT = 4.0
LARGE = 0.4                 # of the page: an image that covers more is a scan of it

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Rule = tuple[float, float, float]       # its place across, its start and end along
PLAIN: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page beside its text: rules, shades; `cut` where it was too much."""

    across: list[Rule] = field(default_factory=list)    # (height, left, right)
    down: list[Rule] = field(default_factory=list)      # (place, top, bottom)
    shades: list[Box] = field(default_factory=list)
    scan: bool = False
    cut: bool = False
    segments: int = 0

    def add(self, box: Box) -> None:
        """Take a box as a rule where it is thin."""
        left, top, right, bottom = box
        if not all(-LARGEST <= place <= 2 * LARGEST for place in box):
            return
        if bottom - top <= THIN and right - left >= SHORT:
            self.across.append(((top + bottom) / 2, left, right))
        elif right - left <= THIN and bottom - top >= SHORT:
            self.down.append(((left + right) / 2, top, bottom))


def drawing(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """Return the rules and shades of a page, of its first `MAX_DRAWN` paths and images."""
    drawn = Drawing()
    left = MAX_DRAWN
    for thing, kind, matrix in islice(_objects(page), MAX_OBJECTS):
        if not left or drawn.segments > MAX_SEGMENTS:
            break
        if kind not in (pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH):
            continue
        left -= 1
        box = frame.place(*_bounds(thing, matrix))
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            drawn.shades.append(box)
            area = (box[2] - box[0]) * (box[3] - box[1])
            drawn.scan = drawn.scan or area >= LARGE * frame.width * frame.height
        else:
            _path(thing, matrix, box, frame, drawn)
    drawn.cut = not left or drawn.segments > MAX_SEGMENTS
    return drawn


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Any, int, Matrix]]:
    """Yield what is drawn on a page, in its forms too, with its kind and the form's matrix."""
    stack: list[Iterator[tuple[Any, Matrix]]] = [
        ((pdfium_c.FPDFPage_GetObject(page.raw, i), PLAIN)
         for i in range(pdfium_c.FPDFPage_CountObjects(page.raw)))]
    while stack:
        thing, matrix = next(stack[-1], (None, PLAIN))
        if thing is None:
            stack.pop()
            continue
        kind = pdfium_c.FPDFPageObj_GetType(thing)
        if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield thing, kind, matrix
        elif len(stack) <= MAX_NESTING:
            stack.append(_inside(thing, _times(_matrix(thing), matrix)))


def _inside(form: Any, matrix: Matrix) -> Iterator[tuple[Any, Matrix]]:
    for i in range(pdfium_c.FPDFFormObj_CountObjects(form)):
        yield pdfium_c.FPDFFormObj_GetObject(form, i), matrix


def _matrix(thing: Any) -> Matrix:
    m = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(thing, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """Return the matrix that does what `m` does, then what `n` does."""
    a, b, c, d, e, f = n
    return (m[0] * a + m[1] * c, m[0] * b + m[1] * d, m[2] * a + m[3] * c, m[2] * b + m[3] * d,
            m[4] * a + m[5] * c + e, m[4] * b + m[5] * d + f)


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(points: list[Point]) -> Box:
    """Return the box around points, as the page's own space has it: its top is its upper end."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), max(ys), max(xs), min(ys)


def _bounds(thing: Any, matrix: Matrix) -> Box:
    left, bottom, right, top = (c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(thing, *map(byref, (left, bottom, right, top)))
    if matrix == PLAIN:
        return left.value, top.value, right.value, bottom.value
    return _around([_moved(matrix, x.value, y.value) for x in (left, right) for y in (top, bottom)])


def _path(thing: Any, matrix: Matrix, box: Box, frame: Frame, drawn: Drawing) -> None:
    fill, stroke = c_int(), c_int()
    pdfium_c.FPDFPath_GetDrawMode(thing, byref(fill), byref(stroke))
    if not fill.value and not stroke.value:
        return
    width, height = box[2] - box[0], box[3] - box[1]
    if width <= THIN or height <= THIN:
        drawn.add(box)
        return
    segments = pdfium_c.FPDFPath_CountSegments(thing)
    if fill.value and not _white(thing):
        drawn.shades.append(box)
    if not stroke.value and segments <= 5:
        return
    drawn.segments += segments
    own = _times(_matrix(thing), matrix)
    for line in _lines(thing, min(segments, MAX_SEGMENTS), own):
        around = frame.place(*_around(line))
        if min(around[2] - around[0], around[3] - around[1]) <= THIN:
            drawn.add(around)
        elif stroke.value:
            for one, two in pairwise(line):
                drawn.add(frame.place(*_around([one, two])))


def _white(thing: Any) -> bool:
    ink = [c_uint() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetFillColor(thing, *map(byref, ink))
    return min(part.value for part in ink[:3]) >= WHITE


def _lines(thing: Any, segments: int, matrix: Matrix) -> Iterator[list[Point]]:
    """Yield the points of each line of a path; a closed one ends where it began."""
    line: list[Point] = []
    x, y = c_float(), c_float()
    for i in range(segments):
        segment = pdfium_c.FPDFPath_GetPathSegment(thing, i)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO:
            if line:
                yield line
            line = []
        line.append(_moved(matrix, x.value, y.value))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            line.append(line[0])
    if line:
        yield line
