"""Puts the glyphs of a page of a PDF together to runs, and leaves out what nobody sees."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from ctypes import byref, c_int, c_uint, create_string_buffer
from dataclasses import dataclass
from itertools import count

import pypdfium2.raw as pdfium_c

from ingest.read.pdf.characters import BLANK, CHARACTERS, LOST, SHOWN, between
from ingest.read.pdf.page import Box, Glyphs, lean

GAP = 1.2                   # of the size: a gap that parts what stands in columns
TINY = 2.0                  # points; what is smaller nobody is to read
WHITE = 245                 # of 255
HEAVY = re.compile(r"bold|black|heavy|demi|hei(?!t)|黑|标宋|biaosong|xbs", re.IGNORECASE)
FORCE_BOLD = 1 << 18        # the flag of a font descriptor
BOLD_WEIGHT = 600


@dataclass(slots=True)
class Run:
    """Glyphs side by side: their text, the blanks that the page has before it, and their box.

    `size` is the width of a full-width glyph, or the height of the box where there is none.
    """

    text: str
    before: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    heavy: bool = False

    @property
    def middle(self) -> float:
        """The height at which the run stands."""
        return (self.top + self.bottom) / 2


def runs(page: Glyphs, edges: Sequence[float], shades: Sequence[Box]) -> list[Run]:
    """Return the runs of a page, parted at the edges of a table's columns.

    Left out is what nobody sees: text that leans, text too small, and text in white or in no ink
    with no shade or image under it. Over an image it is the text that was recognised in a scan.
    """
    kept = []
    for first, last, run in _stretches(page, edges):
        page.unmapped += _unmapped(page, first, last) + len(LOST.findall(run.text))
        run.text = LOST.sub("", run.text)
        if run.text and not _unseen(page, first, run, shades):
            run.heavy = _heavy(page, first) and (first == last or _heavy(page, last))
            kept.append(run)
    return kept


def _unmapped(page: Glyphs, first: int, last: int) -> int:
    """Return how many glyphs of a run have no character in their font, if its ends have none."""
    lost = pdfium_c.FPDFText_HasUnicodeMapError
    if lost(page.handle, first) == 1 or lost(page.handle, last) == 1:
        return sum(lost(page.handle, i) == 1 for i in range(first, last + 1))
    return 0


def _visible(page: Glyphs) -> Iterator[tuple[int, int, Box, str, float]]:
    """Yield the glyphs in print: index, character, box, blanks before it and where they begin."""
    width, height = page.frame.width, page.frame.height
    blanks, start = "", 0.0
    for i, code, box in zip(count(), page.codes, page.boxes, strict=False):
        if code in BLANK:
            if box[2] > box[0]:         # else pdfium's own
                start = start if blanks else box[0]
                blanks += chr(code)
        elif -width <= box[0] <= width and 0 <= box[2] <= 2 * width \
                and -height <= box[1] <= height and 0 <= box[3] <= 2 * height:
            yield i, code, box, blanks, start
            blanks = ""


def _stretches(page: Glyphs, edges: Sequence[float]) -> Iterator[tuple[int, int, Run]]:
    """Yield the runs with their first and last glyph."""
    first = last = code = column = -1
    start = top = bottom = size = left = right = 0.0
    before, parts, widths = "", list[str](), list[float]()
    for i, following, (x0, y0, x1, y1), blanks, blank in _visible(page):
        here = bisect(edges, (x0 + x1) / 2) if edges else -1
        if parts and here > column and _crosses(right, x0, edges[column], SHOWN * size):
            here = column
        middle = (y0 + y1) / 2
        if (parts and here == column and left <= x0 <= right + GAP * size
                and (top <= middle <= bottom or y0 <= (top + bottom) / 2 <= y1)):
            shown = blanks if x0 - blank > SHOWN * size else ""
            if shown or x0 - right > SHOWN * size:
                parts.append(between(shown, chr(code), chr(following), x0 - right, size))
            top, bottom = min(top, y0), max(bottom, y1)
        else:
            if parts:
                yield first, last, _run(parts, before, (start, top, right, bottom), widths)
            first, start, before, column = i, x0, blanks, here
            parts, widths, top, bottom, size = [], [], y0, y1, 0.0
        parts.append(chr(following))
        widths.append(x1 - x0)
        size = max(size, x1 - x0, bottom - top)
        left, right, last, code = x0, x1, i, following
    if parts:
        yield first, last, _run(parts, before, (start, top, right, bottom), widths)


def _crosses(right: float, left: float, edge: float, slack: float) -> bool:
    """Tell text that is printed over the edge of its cell from that of two cells."""
    return abs(left - right) <= slack and (right > edge + slack or left < edge - slack)


def _run(parts: list[str], before: str, box: Box, widths: list[float]) -> Run:
    text = "".join(parts)
    widest = sorted(widths)[-1 - len(widths) // 10]     # boxes of some glyphs are too wide
    size = max(widest, 0.8 * (box[3] - box[1])) if text.isascii() else widest
    return Run(text.translate(CHARACTERS), before, *box, size)


def _unseen(page: Glyphs, first: int, run: Run, shades: Sequence[Box]) -> bool:
    if run.bottom - run.top < TINY and run.right - run.left < TINY * len(run.text):
        return True
    if lean(page.handle, first) % 90:
        return True
    ink = [c_uint() for _ in range(4)]
    pdfium_c.FPDFText_GetFillColor(page.handle, first, *map(byref, ink))
    red, green, blue, opacity = (part.value for part in ink)
    if (opacity and min(red, green, blue) < WHITE
            and _mode(page, first) != pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE):
        return False
    x, y = (run.left + run.right) / 2, run.middle
    return not any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in shades)


def _heavy(page: Glyphs, index: int) -> bool:
    """Tell a bold glyph: by its font, or drawn with an outline to look so."""
    name, flags = create_string_buffer(128), c_int()
    pdfium_c.FPDFText_GetFontInfo(page.handle, index, name, len(name), byref(flags))
    if name.value not in page.weights:
        said = name.value.decode("utf-8", "replace")
        said += name.value.decode("gb18030", "replace")
        page.weights[name.value] = bool(HEAVY.search(said) or flags.value & FORCE_BOLD)
    if page.weights[name.value]:
        return True
    if pdfium_c.FPDFText_GetFontWeight(page.handle, index) >= BOLD_WEIGHT:
        return True
    return bool(_mode(page, index) == pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE)


def _mode(page: Glyphs, index: int) -> int:
    drawn = pdfium_c.FPDFText_GetTextObject(page.handle, index)
    return int(pdfium_c.FPDFTextObj_GetTextRenderMode(drawn)) if drawn else -1
