"""Sets the paragraphs and tables of a Word document one after the other into a text."""

import re

from lxml import etree

from ingest.read.docx.fields import NOISE
from ingest.read.docx.grid import Place, outermost, places
from ingest.read.docx.numbering import Numbering
from ingest.read.docx.package import Element, W
from ingest.read.docx.printed import LINE, PAGE, RUN, TABLE, P, printed
from ingest.read.docx.styles import (
    BODY_LEVEL,
    HEAVY,
    PPR,
    RPR,
    Style,
    Styles,
    child,
    count,
    font,
    on,
    value,
)
from ingest.text import Cell, Range, Table, Text

SHORT = 60                  # characters of a paragraph that may be a heading
WRAPPED = 20                # characters beyond which a line that does not close was broken
BLANKS = " \t\u3000\xa0\u200b\ufeff"
ODD = str.maketrans(dict.fromkeys("\r\n\x85", " "))
CLOSED = tuple("。！？；：…”）!?;:")
CUT = tuple("，、,")
# A line that begins so is no rest of the line before, although one paragraph holds both.
OPENING = re.compile(r"[\s（(\u3014【—●■◆▪•★□◇－]|第[一二三四五六七八九十百]+[章节编条]"
                     r"|[一二三四五六七八九十]{1,3}[、.．是]|\d{1,3}[、.．)）](?!\d)|[①-⑳]|附件")
NUMERIC = "0123456789."     # a label that ends so would run into a number
CONTENTS_HEAD = re.compile(r"目[录錄次]|CONTENTS", re.IGNORECASE)


class Flow:
    """The text that grows, and what its layout tells."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._parts: list[str] = []
        self._length = 0
        self._tables: list[Table] = []
        self._noise: list[Range] = []
        self._joined: set[int] = set()
        self._headings: set[int] = set()
        self._heavy: list[Range] = []
        self._written = 0           # characters in paragraphs outside of tables and noise
        self._last: tuple[Range, str, bool] = ((0, 0), "", False)

    def add(self, parent: Element, *, noise: bool = False) -> None:
        """Add the paragraphs and tables below `parent`, in their order."""
        walk = etree.iterwalk(parent, events=("start",), tag=(P, TABLE))
        for _, element in walk:
            if element.tag == P:
                walk.skip_subtree()
                self._paragraph(element, noise=noise)
            elif cells := places(element):
                walk.skip_subtree()
                self._table(cells, noise=noise)

    def text(self, title: str | None, warnings: tuple[str, ...]) -> Text:
        """Return the text that has been set.

        Weight tells headings only where it sets them off, so not where most of the text is bold.
        """
        bold = set(self._headings)
        if sum(end - start for start, end in self._heavy) * 2 <= self._written:
            bold |= {start for start, end in self._heavy if end - start <= SHORT}
        return Text(self.stored, tuple(self._tables), tuple(self._noise), frozenset(self._joined),
                    frozenset(bold), title, None, warnings)

    @property
    def stored(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def _paragraph(self, element: Element, *, noise: bool) -> None:
        style, properties, lines = self._content(element)
        start = self._length
        before = ""
        for mark, line in lines:
            if before and line and mark == LINE:
                alignment = value(properties, W + "jc")
                centred = style.centred if alignment is None else alignment == "center"
                if _goes_on(before, line, centred=centred):
                    self._joined.add(self._length)
            self._put(line + "\n")
            before = line
        place, text = (start, self._length - 1), "".join(line for _, line in lines)
        if not text:
            return
        noise = noise or style.contents or element.get(NOISE) is not None
        if noise:
            self._out(place)
        else:
            self._weigh(element, style, properties, place)
        self._last = (place, text, noise)

    def _content(self, element: Element) -> tuple[Style, Element | None, list[tuple[str, str]]]:
        """Return a paragraph's style, its own properties, and its lines with the break before."""
        properties = child(element, PPR)
        name = value(properties, W + "pStyle")
        style = self._styles.paragraph(name)
        label = self._numbering.label(properties, style, name)
        text = printed(element).translate(ODD)
        if label:
            text = text.lstrip(BLANKS)
            text = label + " " * (label[-1] in NUMERIC and text[:1].isdigit()) + text
        if LINE not in text and PAGE not in text:
            return style, properties, [("", text.strip(BLANKS))]
        pieces = re.split(f"([{LINE}{PAGE}])", text.strip(BLANKS + LINE + PAGE))
        return style, properties, [(mark, line.strip(BLANKS)) for mark, line
                                   in zip(["", *pieces[1::2]], pieces[::2], strict=True)]

    def _weigh(self, element: Element, style: Style, properties: Element | None,
               place: Range) -> None:
        """Note whether a paragraph is set as a heading."""
        outline = count(properties, W + "outlineLvl")
        heading = style.heading if outline is None else outline < BODY_LEVEL
        self._written += place[1] - place[0]
        if heading and place[1] - place[0] <= SHORT:
            self._headings.add(place[0])
        elif self._is_heavy(element, style):
            self._heavy.append(place)

    def _is_heavy(self, element: Element, style: Style) -> bool:
        """Tell a paragraph whose visible runs are all bold, or in the face of headings."""
        return all(self._is_heavy_run(child(run, RPR), style) or not printed(run).strip()
                   for run in element.iter(RUN))

    def _is_heavy_run(self, properties: Element | None, style: Style) -> bool:
        name = value(properties, W + "rStyle")
        own = Style() if name is None else self._styles.run(name)
        bold = on(properties, W + "b")
        if bold is None:
            bold = bool(style.bold) != bool(own.bold)       # a bold style in another undoes it
        return bold or HEAVY.search(font(properties) or own.font or style.font or "") is not None

    def _table(self, cells: list[Place], *, noise: bool) -> None:
        start, row = self._length, cells[0].row
        done: list[Cell] = []
        for cell in cells:
            if done:
                self._put("\t" if cell.row == row else "\n")
            row, first = cell.row, self._length
            self._put("\n".join(line.replace("\t", " ") for each in outermost(cell.element, P)
                                for _, line in self._content(each)[2] if line))
            done.append(Cell(row, cell.column, cell.rows, cell.columns, first, self._length))
        if noise:
            self._out((start, self._length))
        else:
            self._tables.append(Table(start, self._length, tuple(done)))
        self._last = ((start, self._length), "", noise)
        self._put("\n")

    def _out(self, place: Range) -> None:
        """Note noise; a contents list takes in its head and goes on the noise just before."""
        (start, end), text, noise = self._last
        if noise:
            self._noise[-1] = (self._noise[-1][0], place[1])
        elif CONTENTS_HEAD.fullmatch("".join(text.split())):
            self._noise.append((start, place[1]))
            self._headings.discard(start)
            self._heavy = [each for each in self._heavy if each != (start, end)]
        else:
            self._noise.append(place)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _goes_on(before: str, line: str, *, centred: bool) -> bool:
    """Tell whether the line behind a forced break goes on the sentence of the line before.

    Authors end paragraphs by such breaks too; in centred text they only cut a title.
    """
    if OPENING.match(line) or before.endswith(CLOSED):
        return False
    return centred or before.endswith(CUT) or (len(before) >= WRAPPED
                                                and not OPENING.match(before))
