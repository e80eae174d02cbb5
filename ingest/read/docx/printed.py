"""Says which elements of a Word document are printed, and as which characters."""

import re
from collections.abc import Sequence

from ingest.read.docx.package import Element, W

P, RUN, TABLE = W + "p", W + "r", W + "tbl"
TEXT, BREAK, SYMBOL = W + "t", W + "br", W + "sym"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
LINE, PAGE = "\u2028", "\u2029"     # stand for a break of the line, of the page
FIXED = {W + "tab": "\t", W + "ptab": "\t", W + "cr": LINE, W + "noBreakHyphen": "-"}
PRINTED = (TEXT, MATH, BREAK, SYMBOL, *FIXED)
CODE = re.compile("[0-9A-Fa-f]{1,5}")
SYMBOLS = {                 # by font: code in the font's private area → character
    "Symbol": dict(zip(b"\xa3\xb1\xb3\xb4\xb7\xd7\xb0\xae", "≤±≥×•·°→", strict=True)),
    "Wingdings": dict(zip(b"\x6c\x6e\x6f\x75\xa7\xa8\xd8\xe0\xfc\xfe", "●■□◆▪□➢→√☑",
                          strict=True)),
    "Wingdings 2": dict(zip(b"\x50\x52\xa3", "√☑□", strict=True))}


def printed(element: Element) -> str:
    """Return the text of a paragraph or run; `LINE` and `PAGE` stand for its breaks."""
    return "".join([each.text or "" for each in element.iter(*PRINTED)])


def spell(root: Element) -> None:
    """Give the elements that stand for a character that character as their text."""
    for element in root.iter(*FIXED):
        parent = element.getparent()
        if parent is not None and parent.tag == RUN:        # else it is a tab stop
            element.text = FIXED[element.tag]
    for element in root.iter(BREAK):
        element.text = PAGE if element.get(W + "type") in ("page", "column") else LINE
    for element in root.iter(SYMBOL):
        element.text = symbol(element.get(W + "char", ""), element.get(W + "font", ""))


def symbol(code: str, font: str) -> str:
    """Return the character of a code point in a symbol font; nothing where it is not known."""
    if not CODE.fullmatch(code):
        return ""
    point = int(code, 16)
    if 0xF000 <= point <= 0xF0FF or font in SYMBOLS:
        return SYMBOLS.get(font, {}).get(point & 0xFF, "")
    return chr(point) if ord(" ") <= point < 0xD800 or 0xE000 <= point < 0xFFFE else ""


def drop(elements: Sequence[Element]) -> None:
    """Take elements, given in their order, out of their tree.

    Those inside others go first, and empty: lxml takes time by the square of an element's size.
    """
    for element in reversed(elements):
        element.clear()
        if (parent := element.getparent()) is not None:
            parent.remove(element)
