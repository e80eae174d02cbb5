"""The glyphs of a page of a PDF and where they stand, as pdfium tells.

Lengths are points. They count from the upper left corner of the page, turned so that most of its
glyphs stand upright: a sheet that lies on its side is read as it is held.
"""

import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import starmap
from math import degrees, isfinite
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

MAX_CHARACTERS = 50_000     # of a page
SAMPLES = 24                # glyphs that tell how the page is turned
LARGEST = 14_400.0          # points: the longest side of a page
ASKEW = 45                  # degrees: no way to stand
UPRIGHT = 12                # degrees by which text may lean; beyond, it is a water mark

Box = tuple[float, float, float, float]     # left, top, right, bottom


class Frame:
    """The page's box and how it is turned: `turn` quarters clockwise.

    Raise ValueError where the box is none, or larger than a PDF's may be.
    """

    def __init__(self, page: pdfium.PdfPage, turn: int) -> None:
        self.x0, self.y0, self.x1, self.y1 = page.get_cropbox()
        self.turn = turn
        sides = self.x1 - self.x0, self.y1 - self.y0
        self.width, self.height = sides[::-1] if turn % 2 else sides
        if not (0 < self.width <= LARGEST and 0 < self.height <= LARGEST):
            raise ValueError("the page has no size")

    def place(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Return where a box of the page's own space stands."""
        if self.turn == 0:
            return left - self.x0, self.y1 - top, right - self.x0, self.y1 - bottom
        if self.turn == 1:
            return bottom - self.y0, left - self.x0, top - self.y0, right - self.x0
        if self.turn == 2:
            return self.x1 - right, bottom - self.y0, self.x1 - left, top - self.y0
        return self.y1 - top, self.x1 - right, self.y1 - bottom, self.x1 - left


@dataclass(slots=True)
class Glyphs:
    """The glyphs of a page: characters and boxes; `cut` where the page has too many."""

    handle: Any                 # pdfium's text page
    codes: Sequence[int]
    boxes: Sequence[Box]
    frame: Frame
    cut: bool
    unmapped: int = 0           # glyphs that have no character; known after `runs`
    weights: dict[bytes, bool] = field(default_factory=dict)    # font name: is it heavy


def glyphs(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Glyphs:
    """Return the glyphs of a page, of its first `MAX_CHARACTERS` characters."""
    handle = text.raw
    found = max(pdfium_c.FPDFText_CountChars(handle), 0)
    number = min(found, MAX_CHARACTERS)
    frame = Frame(page, _turn(handle, number))
    boxes = (pdfium_c.FS_RECTF * number)()
    for i, box in enumerate(boxes):
        pdfium_c.FPDFText_GetLooseCharBox(handle, i, box)
    codes = [pdfium_c.FPDFText_GetUnicode(handle, i) for i in range(number)]
    places = list(starmap(frame.place, struct.iter_unpack("4f", boxes)))
    return Glyphs(handle, codes, places, frame, found > number)


def _turn(handle: Any, number: int) -> int:
    """Return the quarters by which most glyphs lean."""
    leans = Counter(lean(handle, i) for i in range(0, number, max(number // SAMPLES, 1)))
    upright = [(times, -angle) for angle, times in leans.items() if angle % 90 == 0]
    return -max(upright)[1] // 90 if upright else 0


def lean(handle: Any, index: int) -> int:
    """Return by how many degrees to turn the page clockwise for the glyph to stand upright."""
    angle = -degrees(pdfium_c.FPDFText_GetCharAngle(handle, index)) % 360
    if not isfinite(angle):
        return ASKEW
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= UPRIGHT else round(angle)
