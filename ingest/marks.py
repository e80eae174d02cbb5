"""Numbering marks: which a paragraph begins with, and where one paragraph holds several."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.clean import Clean
from ingest.numerals import integer
from ingest.text import Table
from ingest.vocabulary import load

# A mark inside a paragraph must follow a full stop, or a heading that runs straight into it.
INLINE = re.compile(
    r"(?P<chinese>[一二三四五六七八九十]{1,3})、|（(?P<chinese_bracket>[一二三四五六七八九十]{1,3})）"
    r"|(?P<circled>[①-⑳])|(?<![\d第.A-Za-z-])(?P<arabic>\d{1,3}) ?(?P<dot>[.、](?!\d))? ?"
    r"(?=[\u4e00-\u9fff“《])")
BULLETS = tuple("●■◆▪•★□◇-")
UNCOUNTED = (*BULLETS, "")
STOP = "。！？；…”）"
STYLES = ("chinese", "chinese_bracket", "circled", "arabic")
FUSED = 120     # characters; a shorter paragraph holds no further item
SHORTEST = 4    # characters of the shortest heading


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbering mark: style, number as written and as value, and where the text begins."""

    style: str
    label: str
    value: int
    end: int
    part: bool = False

    @property
    def number(self) -> str | None:
        """The number as written; None where the mark counts nothing."""
        return None if self.label in UNCOUNTED else self.label


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the clean text, or one of the items that stand fused in it."""

    start: int
    end: int
    mark: Mark | None

    @property
    def body(self) -> int:
        """Where the text after the mark begins."""
        return self.mark.end if self.mark else self.start


@cache
def _styles() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of any mark, its style the name of the group, and the styles of parts."""
    data = load("marks")
    return (re.compile("|".join(rf"(?P<{entry['name']}>{entry['pattern']})" for entry in data)),
            frozenset(entry["name"] for entry in data if entry.get("part")))


def leading(form: str, start: int, end: int) -> Mark | None:
    """Return the mark with which a paragraph begins."""
    pattern, parts = _styles()
    match = pattern.match(form, start, end)
    if match is None or match.lastindex is None:
        return None
    name, label = str(match.lastgroup), match[match.lastindex + 1]
    value = integer(label) if label not in UNCOUNTED else 0
    return Mark(name + label * (label in BULLETS), label, value, match.end(), name in parts)


def blocks(clean: Clean, tables: Iterable[Table] = ()) -> Iterator[Block]:
    """Yield the paragraphs outside of tables, those that hold several items cut before each mark.

    A mark inside a paragraph counts only as the next of its own sequence, or as the first after a
    mark of another style.
    """
    last: dict[str, int] = {}
    style = ""
    within = [(table.start, table.end) for table in tables]
    for start, end in clean.bounds:
        if any(low <= start < high for low, high in within):
            continue
        mark = leading(clean.form, start, end)
        if mark and not mark.part:
            last[mark.style], style = mark.value, mark.style
        if end - start >= FUSED:
            for following_start, following in _inner(clean.form, start, end, mark, last, style):
                if following_start > start:
                    yield Block(start, following_start, mark)
                start, mark, style = following_start, following, following.style
        yield Block(start, end, mark)


def _inner(form: str, start: int, end: int, mark: Mark | None, last: dict[str, int],
           style: str) -> Iterator[tuple[int, Mark]]:
    """Yield the marks that follow inside a paragraph, and note their numbers in `last`."""
    since = mark.end if mark else start       # where the current item's text begins
    for match in INLINE.finditer(form, since, end):
        name = next(name for name in STYLES if match[name])
        if name == "circled" and not (mark and mark.style == name):
            continue            # parts of an item, unless the paragraph is a row of such items
        value = integer(match[name])
        in_turn = value == last.get(name, 0) + 1 or (value == 1 and name != style)
        before = form[max(start, match.start() - 4):match.start()].rstrip(" ")
        stopped = not before or before[-1] in STOP
        after_heading = (name == "arabic" and match["dot"] is not None
                         and not any(c in STOP for c in form[since:match.start()]))
        if not in_turn or not (stopped or after_heading) or match.start() - since < SHORTEST:
            continue
        last[name], style, since = value, name, match.end()
        yield match.start(), Mark(name, match[name], value, match.end())
