"""Parts a document's blocks: its running text, its tables with what stands beside them, its end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.clean import Clean
from ingest.columns import Sheet
from ingest.head import tail, unsigned
from ingest.marks import Block
from ingest.tables import Found, tables
from ingest.text import Table

LONGEST_CAPTION = 50    # characters of a line above a table
ITEMS = ("arabic", "decimal", "circled", "bullet")     # marks of items, as a rule
HIGHEST = 5             # lines above a table that may be its captions
NOTE = re.compile(r"（?(?:备?注|说明|填表说明)\d?[：:、]")     # below a table


@dataclass(frozen=True, slots=True)
class Annex:
    """A table, what it says, and its captions and notes."""

    table: Table
    sheet: Sheet
    beside: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The blocks of the running text, the tables, and the blocks behind the document's own text."""

    text: list[Block]
    tables: tuple[Annex, ...]
    behind: list[Block]


def divide(clean: Clean, own: Sequence[Block]) -> Parts:
    """Part the blocks of a document's own text."""
    found = list(tables(clean, own))
    annexes = tuple(Annex(one.table, one.sheet, _beside(clean, own, one)) for one in found)
    inside = {i for one in found for i in range(*one.blocks)}
    apart = {block for annex in annexes for block in annex.beside}
    text = [block for i, block in enumerate(own) if i not in inside and block not in apart]
    end = tail(clean, text)
    text, behind = text[:end], text[end:]
    if text:
        text[-1] = unsigned(clean, text[-1])
    return Parts(text, annexes, behind)


def _beside(clean: Clean, own: Sequence[Block], table: Found) -> tuple[Block, ...]:
    """Return the captions above a table and the notes below it."""
    first, behind = table.blocks
    above = range(first - 1, max(first - 1 - HIGHEST, -1), -1)
    short = list(takewhile(lambda i: _is_caption(clean, own[i]), above))
    marked = [i for i in short if clean.form.startswith("附", own[i].start)]
    captions = own[min(marked, default=short[0] if short else first):first]
    if behind == len(own) or not NOTE.match(clean.form, own[behind].start):
        return tuple(captions)
    return (*captions, own[behind], *takewhile(_goes_on, own[behind + 1:]))


def _is_caption(clean: Clean, block: Block) -> bool:
    """Tell a short line that is no sentence and no item: these are none of a table's captions."""
    text = clean.form[block.start:block.end]
    item = block.mark is not None and block.mark.style.startswith(ITEMS)
    return len(text) <= LONGEST_CAPTION and not item and not re.search("[。；]", text)


def _goes_on(block: Block) -> bool:
    """Tell a further note below a table: 2.… behind 注：1.…."""
    return block.mark is not None and block.mark.style == "arabic" and block.mark.value > 1
