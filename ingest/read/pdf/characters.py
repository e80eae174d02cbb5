"""Characters as a PDF gives them: which are blanks, which stand for others, what lies between."""

import re

from ingest.alike import ALIKE

BLANK = frozenset(map(ord, " \t\r\n\xa0\u2002\u2003\u2009\u202f\u3000"))
# What the symbol fonts of office programs put before an item.
SYMBOLS = {0xF0B7: "•", 0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0A7: "▪", 0xF0D8: "➢",
           0xF0FC: "✓", 0xF0FE: "☑", 0xF052: "☑", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□",
           0xF0E8: "→", 0xF0B2: "❖", 0xF076: "❖", 0xF09F: "•"}
CHARACTERS = ALIKE | SYMBOLS | {0x02: "-", 0xAD: "-"}
LOST = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff]")
FULL_WIDTH = "⺀"            # the first of the characters that are as wide as high
SHOWN = 0.1                 # of the size: the gap that a blank must leave to be one
# Of the size: gaps that are blanks with none, one, both of the neighbours full-width.
GAPS = (0.25, 0.6, 0.8)


def between(blanks: str, left: str, right: str, gap: float, size: float) -> str:
    """Return the blanks between two characters of a line that stand `gap` apart.

    These are the page's own, else one for a gap that is wider than what setting Chinese beside
    Latin text, or filling a line, leaves.
    """
    wide = (left >= FULL_WIDTH) + (right >= FULL_WIDTH)
    return blanks or (" " if gap > GAPS[wide] * size else "")
