"""What stands on the pages of a PDF and is no text: heads, feet, footnotes, contents lists."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.read.pdf.layout import COLUMNS, LARGER, Sheet
from ingest.read.pdf.lines import Line

MARGIN = 0.13           # of the height of a page, at its top and its bottom
DEEP = 3                # lines of a page's head or foot at most
SAME = 4.0              # points by which a head may move from page to page
NUMBER = re.compile(r"\d{1,4}")
DASH = r"[-－–—―·•~]"
PAGED = re.compile(
    rf"{DASH}{{1,3}} ?\d{{1,4}} ?{DASH}{{1,3}}|第 ?\d{{1,4}} ?页.*|\d{{1,4}} ?/ ?\d{{1,4}}"
    r"|Page \d{1,4}.*|(?:file|https?)://.*|\d{1,4}/\d{1,2}/\d{1,4},? \d{1,2}:\d{2}.*")
COUNTED = re.compile(rf"第 ?\d+ ?页|\d+ ?/ ?\d+|{DASH} ?\d+ ?{DASH}|Page \d+")
ANNEX = re.compile(r"附 ?[件表录]")
DIGITS = re.compile(r"\d+")
LEADERS = re.compile(r".{2,}?(?:[.．·]\s?){4,}\d{1,3}$|.{2,}?…{2,}\s?\d{1,3}$")
CONTENTS = re.compile(r"目\s*[录次]")
FOOTNOTE = re.compile(r"[\[\u3014（(]?\d{1,2}|[①-⑳*\uff0a※]")
SMALLER = 0.9           # of the size of the body: a footnote's


def mark(sheets: Sequence[Sheet], size: float) -> None:
    """Mark the lines that are no text as noise; `size` is that of the body.

    Page heads and feet are page numbers, and what stands in the same place on several pages. A
    line larger than the body is the title of the first page that bears it.
    """
    margins = [(sheet, lines) for sheet in sheets for lines in _margins(sheet)]
    repeated = _repeated(sheets, margins)
    offsets = Counter(int(line.text) - sheet.number for sheet, lines in margins
                      for line in lines[:DEEP] if NUMBER.fullmatch(line.text))
    titles: set[str] = set()
    for sheet, lines in margins:
        for line in lines:
            counted = PAGED.fullmatch(line.text) or (NUMBER.fullmatch(line.text) and (
                len(sheets) == 1 or offsets[int(line.text) - sheet.number] > 1))
            if not counted and _key(sheet, line) not in repeated:
                break
            if not counted and line.size > LARGER * size and line.text not in titles:
                titles.add(line.text)
                break
            if not counted and line.size > 0.95 * size and _room(sheet, line) <= line.size:
                break
            line.noise = True
    for sheet in sheets:
        _footnotes(sheet, size)
        _contents(sheet.lines)


def _footnotes(sheet: Sheet, size: float) -> None:
    """Mark what stands small below a short rule, from its mark to the foot of the page."""
    below = [line for line in sheet.lines if line.top > sheet.rule]
    if below and FOOTNOTE.match(below[0].text) and all(
            line.size <= SMALLER * size for line in below):
        for line in below:
            line.noise = True


def _contents(lines: Sequence[Line]) -> None:
    """Mark lines whose leaders end in a page number, and the head over them."""
    entries = [i for i, line in enumerate(lines) if LEADERS.match(line.text)]
    if len(entries) < 2:
        return
    head = entries[0] - 1
    if head >= 0 and CONTENTS.fullmatch(lines[head].text):
        entries.append(head)
    for i in entries:
        lines[i].noise = True


def _margins(sheet: Sheet) -> Iterator[list[Line]]:
    """Yield the lines of a page's top from its edge inwards, then those of its bottom."""
    lines = [block for block in sheet.blocks if isinstance(block, Line)]
    deep = MARGIN * sheet.height
    yield [line for line in lines[:DEEP] if line.bottom <= deep]
    yield [line for line in lines[:-DEEP - 1:-1] if line.top >= sheet.height - deep]


def _room(sheet: Sheet, line: Line) -> float:
    """Return the distance to the nearest line on the page's inner side."""
    if line.top < sheet.height / 2:
        return min((block.top - line.bottom for block in sheet.blocks
                    if block.top >= line.bottom), default=sheet.height)
    return min((line.top - block.bottom for block in sheet.blocks
                if isinstance(block, Line) and block.bottom <= line.top), default=sheet.height)


def _key(sheet: Sheet, line: Line) -> tuple[str, int]:
    """Return what is alike in the lines of a head: the text, and the place in steps of points."""
    text = DIGITS.sub("#", line.text) if COUNTED.search(line.text) else line.text
    place = line.top if line.top < sheet.height / 2 else line.bottom - sheet.height
    return text, round(place / SAME)


def _repeated(sheets: Sequence[Sheet],
              margins: Sequence[tuple[Sheet, list[Line]]]) -> set[tuple[str, int]]:
    """Return the keys that stand on three pages, or on two of a short document."""
    times = Counter(key for sheet, lines in margins for key in
                    {_key(sheet, line) for line in lines
                     if not ANNEX.match(line.text) and
                     (len(line.runs) < COLUMNS or COUNTED.search(line.text))})
    least = 2 if len(sheets) <= 4 else 3
    found = {key for key, number in times.items() if number >= least}
    near = {(text, place + step) for text, place in found for step in (-1, 0, 1)}
    return {key for key in times if key in near}
