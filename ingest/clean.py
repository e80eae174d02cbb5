"""Strips what is no text of the document, and remembers where everything stood.

All stages after this one read `Clean.form`, where widths and marks are one; what they quote is
taken from the stored text by `Clean.span`, so noise inside a quote is part of the quote.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.alike import usual
from ingest.lines import FORM, HAN, Line, cell, noise, paragraphs
from ingest.text import Range, Table, Text
from ontology import Span

NUMERIC = re.compile(r"(?<=\d)[，：](?=\d)")
SPACING = re.compile(
    rf"(?<=[{HAN}])[ \u3000\xa0]+(?=\d)|(?<=\d)[ \u3000\xa0]+(?=[{HAN}%％.．、])"
    r"|(?<=\d)[ \u3000\xa0]+(?=[-~～—－])|(?<=[-~～—－])[ \u3000\xa0]+(?=\d)"
    r"|(?<=[%％人名所个项次家])[ \u3000\xa0]+(?=以[上下内]|左右)"
    rf"|(?<=[，。；：、（(《“])[ \u3000\xa0]+|[ \u3000\xa0]+(?=[，。；、）)》”])")
LETTER_SPACED = re.compile(
    r"(?<!\d)\d(?:[ \u3000\xa0]+\d(?!\d)){2,}"
    rf"|(?<![{HAN}])[{HAN}](?:[ \u3000\xa0]+[{HAN}](?![{HAN}])){{2,}}")
SPACE = re.compile(r"[ \u3000\xa0]+")


@dataclass(frozen=True, slots=True)
class Clean:
    """The document's own text as paragraphs, and its way back to the stored text.

    `text` holds the paragraphs, each closed by a line feed, in the characters of the file; `form`
    is as long, with one width and shape for each mark. `bounds` are the paragraphs' (start, end),
    those in cells of tables among them. `tables` are those that the format tells of, `bold` the
    starts of the paragraphs set as headings; their offsets count `text`. `title` and `published`
    are what the file says of itself.
    `starts[i]` in `text` is `origins[i]` in `stored`, and so on up to `starts[i + 1]`.
    """

    stored: str
    text: str
    form: str
    bounds: tuple[Range, ...]
    starts: Sequence[int]
    origins: Sequence[int]
    tables: tuple[Table, ...] = ()
    bold: frozenset[int] = frozenset()
    title: str | None = None
    published: str | None = None

    def origin(self, position: int) -> int:
        """Return where a character of `text` stands in the stored text."""
        piece = bisect_right(self.starts, position) - 1
        return self.origins[piece] + position - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """Return the place of `text[start:end]` in the stored text; it must not be empty."""
        first, last = self.origin(start), self.origin(end - 1) + 1
        return Span(first, last, self.stored[first:last])


def clean(text: Text) -> Clean:
    """Return the paragraphs of a text, free of page noise and of breaks inside sentences."""
    inline = noise("inline") if noise("inline").search(text.stored) else None
    pieces: list[tuple[int, int]] = []      # (start in stored, length)
    bounds: list[Range] = []
    firsts: list[int] = []                  # where each paragraph begins in stored
    length = 0
    for group in _groups(text):
        start = length
        for line in group:
            for first, last in _kept(line, inline):
                pieces.append((line.start + first, last - first))
                length += last - first
        if length > start:
            bounds.append((start, length))
            firsts.append(group[0].start)
            pieces.append((group[-1].end, 1))   # stands for the line feed
            length += 1
    return replace(
        _assemble(text.stored, pieces, bounds), title=text.title, published=text.published,
        tables=tuple(_moved(table, firsts, bounds) for table in text.tables),
        bold=frozenset(at for first, (at, _) in zip(firsts, bounds, strict=True)
                       if first in text.bold))


def _groups(text: Text) -> list[list[Line]]:
    """Return the lines of each paragraph, in the order of the stored text."""
    groups = list(paragraphs(text))
    if text.tables:
        groups += (group for table in text.tables for one in table.cells
                   for group in cell(text, one.start, one.end))
        groups.sort(key=lambda group: group[0].start)
    return groups


def _moved(table: Table, firsts: Sequence[int], bounds: Sequence[Range]) -> Table:
    """Return a table with the places of its cells in the clean text."""
    def moved(start: int, end: int) -> Range:
        inside = bounds[bisect_left(firsts, start):bisect_left(firsts, end)]
        return (inside[0][0], inside[-1][1]) if inside else (0, 0)

    cells = []
    for one in table.cells:
        start, end = moved(one.start, one.end)
        cells.append(replace(one, start=start, end=end))
    start, end = moved(table.start, table.end)
    return replace(table, start=start, end=end, cells=tuple(cells))


def _assemble(stored: str, pieces: list[tuple[int, int]], bounds: list[Range]) -> Clean:
    starts, origins, parts = [0], [0], []
    ends = {end for _, end in bounds}
    length = 0
    for origin, size in pieces:
        starts.append(length)
        origins.append(origin)
        parts.append("\n" if length in ends and size == 1 else stored[origin:origin + size])
        length += size
    text = usual("".join(parts))
    form = NUMERIC.sub(lambda m: "," if m[0] == "，" else ":", text.translate(FORM))
    return Clean(stored, text, form, tuple(bounds), starts, origins)


def _kept(line: Line, inline: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
    """Yield the stretches (start, end) of a line that stay: no inline noise, no stray blanks."""
    cuts = [match.span() for match in inline.finditer(line.text)] if inline else []
    if SPACE.search(line.text):
        cuts += [match.span() for match in SPACING.finditer(line.text)]
        for word in LETTER_SPACED.finditer(line.text):
            cuts += [(word.start() + m.start(), word.start() + m.end())
                     for m in SPACE.finditer(word[0])]
    position = 0
    for start, end in sorted(cuts):
        if start > position:
            yield position, start
        position = max(position, end)
    if position < len(line.text):
        yield position, len(line.text)
