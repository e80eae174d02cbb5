"""Lays a page's nodes out as lines and tables, as a browser does with boxes and text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from ingest.read.cell_grid import Box, by_row
from ingest.read.html.cells import Rows, boxes, rows_of, spans_data
from ingest.read.html.css import look
from ingest.read.html.numbering import OWN_MARK, Numbering, numbering
from ingest.read.html.page import pattern

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
LISTS = frozenset(("ol", "ul", "dir", "menu"))
HEAVY_TAGS = frozenset(("b", "strong"))
SHORT = 60              # characters beyond which a bold paragraph is stress, not a heading
LABELS = 3              # labels that make a table the box of a document's particulars
WIDE = r"\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
SOURCE_BREAK = re.compile(
    rf"(?<=[{WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*"
    rf"|(?<![ \t\r\n\f])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{WIDE}])")
BLANKS = re.compile(r"[ \t\r\n\f]+")
UNPRINTED: dict[int, str | None] = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad\0"))
UNPRINTED |= dict.fromkeys(map(ord, "\v\x1c\x1d\x1e\x85\u2028\u2029"), " ")
EDGE = " \t\r\n\f\xa0\u3000\u2002\u2003\u2009\u202f"
GOES_ON = "，、"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page; `joined` where it goes on the paragraph of the line before."""

    text: str
    bold: bool = False
    noise: bool = False
    joined: bool = False


Item = Line | list[Box]
Around = Callable[[LexborNode], bool]


@dataclass(slots=True)
class _Frame:
    """What holds inside an element."""

    node: LexborNode
    tag: str = "body"
    block: bool = True
    bold: bool = False
    face: bool = False          # a face that heads are set in
    heading: bool = False
    kept: bool = False          # line ends of the source are line ends
    noise: bool = False
    numbering: Numbering | None = None
    marks: int = 0              # marks that were waiting when the element began


class Flow:
    """Walks nodes, of any depth, without recursion but for the cells of a table of data.

    `around` tells the elements that surround the text; their lines are noise.
    """

    def __init__(self, around: Around, *, tables: bool = True) -> None:
        self.items: list[Item] = []
        self._around = around
        self._tables = tables
        self._parts: list[str] = []
        self._bold = True
        self._marks: list[str] = []
        self._after_br = False

    def lay(self, root: LexborNode) -> list[Item]:
        """Return the lines and tables in the order of the page, with those of earlier calls."""
        stack = [_Frame(root)]
        node = root.first_child
        while stack:
            if node is None:
                frame = stack.pop()
                self._leave(frame)
                node = frame.node.next if stack else None
                continue
            tag = node.tag or "-"
            if tag == "-text":
                self._text(node.text_content or "", stack[-1])
            elif tag[0] != "-" and (entered := self._enter(node, tag, stack[-1])):
                stack.append(entered)
                node = node.first_child
                continue
            node = node.next
        return self.items

    def _enter(self, node: LexborNode, tag: str, outer: _Frame) -> _Frame | None:
        """Return what holds inside an element, or None where there is nothing more to walk."""
        if tag == "br":
            self._break(outer, after_br=True)
            return None
        attributes = node.attributes
        style = look(attributes.get("style") or "", attributes.get("face"))
        block = tag in BLOCKS if style.block is None else style.block
        if block:
            self._break(outer)
        noise = outer.noise or (block and self._around(node))
        if tag == "table" and self._tables and not noise and self._table(node):
            return None
        bold = outer.bold or tag in HEAVY_TAGS if style.bold is None else style.bold
        frame = _Frame(node, tag, block, bold,
                       outer.face if style.head_face is None else style.head_face,
                       outer.heading or tag in HEADINGS,
                       outer.kept or tag == "pre" or bool(style.kept), noise,
                       numbering(node) if tag in LISTS else outer.numbering, len(self._marks))
        if tag == "li" and outer.numbering:
            self._marks.append(outer.numbering.mark(node))
        return frame

    def _leave(self, frame: _Frame) -> None:
        if frame.block:
            self._break(frame)
        if frame.tag == "li":
            del self._marks[frame.marks:]

    def _text(self, text: str, frame: _Frame) -> None:
        if not frame.kept:
            self._piece(text, frame)
            return
        for line in text.splitlines(keepends=True):
            self._piece(line, frame)
            if line.endswith(("\n", "\r")):
                self._break(frame)

    def _piece(self, text: str, frame: _Frame) -> None:
        self._parts.append(text)
        if self._bold and not (frame.bold or frame.face) and text.strip(EDGE):
            self._bold = False

    def _break(self, frame: _Frame, *, after_br: bool = False) -> None:
        """End the line; `after_br` tells that the next one stands in the same paragraph."""
        if not self._parts:
            self._after_br = False
            return
        text = collapsed("".join(self._parts))
        shown = text.lstrip(EDGE)
        if shown:
            marked = OWN_MARK.match(shown)
            joined = not marked and self._goes_on(frame, indented=text != shown)
            bold = not joined and (frame.heading or (self._bold and len(shown) <= SHORT))
            mark = "" if marked else "".join(self._marks)
            self.items.append(Line(mark + shown, bold, frame.noise, joined))
            self._marks = [""] * len(self._marks)
        self._parts, self._bold = [], True
        self._after_br = after_br and bool(shown)

    def _goes_on(self, frame: _Frame, *, indented: bool) -> bool:
        """Tell whether a line after a <br> goes on the one before: in a heading, or after ，."""
        before = self.items[-1] if self.items and self._after_br else None
        return isinstance(before, Line) and (
            frame.heading or (not indented and before.text[-1] in GOES_ON))

    def _table(self, node: LexborNode) -> bool:
        """Add a table of data; return False where the table only lays out the page."""
        rows = rows_of(node)
        if any(cell.css_first("table") for row in rows for cell in row) and not spans_data(rows):
            return False
        captions = [child for child in node.iter() if child.tag == "caption"]
        content: Rows[list[Item]] = [
            [(cell, self._inside(cell)) for cell in row] for row in rows]
        laid = boxes([[(cell, _joined(items)) for cell, items in row] for row in content])
        for caption in captions:
            self.items += self._inside(caption)
        if laid is None:
            self.items += (item for row in content for _, items in row for item in items)
        elif _is_label_box(laid):
            self.items += (Line(" ".join(box.text for box in row if box.text), noise=True)
                           for row in by_row(laid) if row)
        else:
            self.items.append(laid)
        return True

    def _inside(self, cell: LexborNode) -> list[Item]:
        only = cell.first_child
        if only is None or (only.tag == "-text" and only.next is None):    # most cells
            text = collapsed(only.text_content or "").lstrip(EDGE) if only else ""
            return [Line(text)] if text else []
        return Flow(self._around, tables=False).lay(cell)


def collapsed(text: str) -> str:
    """Return a text with its blanks as a browser shows them; an indent stays."""
    text = SOURCE_BREAK.sub("", text.translate(UNPRINTED).strip(" \t\r\n\f"))
    return BLANKS.sub(" ", text).rstrip(EDGE)


def _joined(items: Iterable[Item]) -> str:
    return "\n".join(item.text for item in items if isinstance(item, Line))


def _is_label_box(laid: Iterable[Box]) -> bool:
    """Tell the box that sites set before a public document: 索引号, 发布机构, 主题分类 …."""
    texts = [box.text for box in laid if box.text]
    labels = sum(1 for text in texts if pattern("labels").fullmatch(text.split("：")[0]))
    return labels >= LABELS and labels * 3 >= len(texts)
