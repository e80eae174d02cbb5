"""Takes a stored text apart into lines, and joins those that a page or a site broke.

Page furniture, page numbers and the numbers of a reading site's blocks are left out. Where the
format tells which lines go on the one before, that is followed; plain text has to be guessed at.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from ingest.text import Range, Text
from ingest.vocabulary import load

HAN = r"\u3400-\u9fff"
# Width and shape variants become one character each, so form and text keep one length.
FORM = str.maketrans(
    {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
    | dict(zip("(),:;?!", "（），：；？！", strict=True))
    | dict(zip("（），：；？！", "（），：；？！", strict=True))
    | dict(zip("【】\u3014\u3015[]「」『』﹙﹚", "（）（）（）“”“”（）", strict=True))
    | dict.fromkeys("-－–—―−‐‑﹣～~〜∼", "-")
    | dict.fromkeys("．﹒", ".") | dict.fromkeys("％﹪", "%") | dict.fromkeys("\u3000\xa0\t", " ")
    | dict.fromkeys("﹕∶", "：") | dict.fromkeys("丶﹑", "、") | dict.fromkeys("○〇Ｏ", "〇"))
LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
EDGE = " \t\u3000\xa0\u2002\u2003\u2009\u202f\ufeff\u200b"
BORDER = re.compile(r"\t|\|")
BORDERS = 2             # tabs or bars inside a line that make it a row of cells
CHUNK = re.compile(r"(\d{1,3})、")
ITEM = re.compile(r"(\d{1,3}) ?[.．、](?!\d)")
FOOT = re.compile(
    r"(?:上|下)一[篇页条]|相关(?:链接|阅读|文章|新闻|附件|信息)|主办单位|版权|Copy|【?打印|【?关闭|扫一扫|分享")
LONGEST_FURNITURE = 100     # characters of a line that is page furniture
SENTENCE = 40           # characters beyond which a line is text, not an entry of a page's menu
BLOCK = 80              # characters of the blocks into which reading sites cut a text, at least
BARE_NUMBER = re.compile(r"\d{1,4}$")
CLOSED = "。！？!?；;：:”）)》"
OPEN_MARK = re.compile(
    r"[ \u3000]*(?:第[一二三四五六七八九十百]+[章节编条部]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3} ?[.．、)）](?!\d)|[①-⑳●■◆▪•★]"
    r"|附件|附表|[【（(]?(?:责任|牵头|配合))")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the stored text without the blanks at its ends.

    `runs_on` is set where it is known to go on from the line before.
    """

    start: int
    end: int
    text: str
    after_blank: bool
    runs_on: bool = False


@cache
def noise(kind: str) -> re.Pattern[str]:
    """Return the pattern of noise: `inline` anywhere, `lines` from a line's start."""
    return re.compile("|".join(load("noise")[kind]))


def paragraphs(text: Text) -> Iterator[list[Line]]:
    """Yield the paragraphs of a text outside of its tables, each as the lines that make it up."""
    hidden = sorted((*text.noise, *((table.start, table.end) for table in text.tables)))
    lines = list(_lines(text, (0, len(text.stored)), hidden))
    if text.joined is None:
        lines = list(_without_furniture(lines, text.bold))
        yield from _grouped(_without_page_numbers(_without_chunk_numbers(lines)))
    else:
        yield from _joined(_without_furniture(lines, text.bold))


def cell(text: Text, start: int, end: int) -> Iterator[list[Line]]:
    """Yield the paragraphs of a table's cell."""
    yield from _joined(_lines(text, (start, end), ()))


def _lines(text: Text, within: Range, hidden: Iterable[Range]) -> Iterator[Line]:
    """Yield the lines of a stretch; what `hidden` stretches leave of a line is one line yet."""
    blank, last = True, within[0]
    cuts = iter((*hidden, (len(text.stored), len(text.stored))))
    cut = next(cuts)
    for match in LINE.finditer(text.stored, *within):
        between = text.stored[last:match.start()]
        blank = blank or between.count("\n") > 1 or between.count("\r") > 1
        last = match.end()
        runs_on = match.start() in (text.joined or ())
        position = match.start()
        while position < match.end():
            while cut[1] <= position and cut[0] < len(text.stored):
                cut = next(cuts)
            stop = min(max(cut[0], position), match.end())
            if line := _line(text.stored, position, stop, after_blank=blank, runs_on=runs_on):
                yield line
                blank, runs_on = False, True
            position = max(stop, min(cut[1], match.end()))
        blank = blank or not match[0].strip(EDGE)


def _line(stored: str, start: int, end: int, *, after_blank: bool, runs_on: bool) -> Line | None:
    """Return the line of a stretch without the blanks at its ends; None where nothing is left."""
    whole = stored[start:end]
    text = whole.strip(EDGE)
    if not text:
        return None
    if whole.count("\t") >= BORDERS:      # a row of cells, of which the first may be empty
        text = whole
    else:
        start += len(whole) - len(whole.lstrip(EDGE))
    return Line(start, start + len(text), text, after_blank, runs_on)


def _joined(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Group the lines that are known to go on the line before."""
    group: list[Line] = []
    for line in lines:
        if group and not line.runs_on:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _without_chunk_numbers(lines: list[Line]) -> list[Line]:
    """Drop the numbers 1、2、3、… that reading sites put before each block of a cut text.

    They run on from 1 over all numbered lines and cut most of the sentences before them.
    """
    numbered = {i: match for i, line in enumerate(lines) if (match := CHUNK.match(line.text))}
    inner = [i for i in numbered if i > 0]
    cut = [i for i in inner if lines[i - 1].text[-1] not in CLOSED]
    in_turn = [int(match[1]) for match in numbered.values()] == list(range(1, len(numbered) + 1))
    long = sum(len(lines[i].text) for i in numbered) >= BLOCK * len(numbered)
    if len(inner) < 2 or not in_turn or not long or len(cut) * 2 < len(inner):
        numbered = {i: numbered[i] for i in _out_of_turn(lines) if i in numbered}
    for i, match in numbered.items():
        line = lines[i]
        lines[i] = replace(line, start=line.start + match.end(), text=line.text[match.end():],
                           runs_on=i > 0)
    return [line for line in lines if line.text]


def _out_of_turn(lines: list[Line]) -> Iterator[int]:
    """Yield the lines whose number cuts a sentence and is not the next of the items' numbers."""
    last = 0
    for i, line in enumerate(lines):
        if match := ITEM.match(line.text):
            before = lines[i - 1].text if i else "。"
            cuts = before[-1] not in CLOSED and any(c in before for c in "，。,")
            if cuts and int(match[1]) not in (1, last + 1):
                yield i
            else:
                last = int(match[1])


def _without_furniture(lines: list[Line], bold: Collection[int]) -> Iterator[Line]:
    """Yield the lines but for page furniture, and for all that follows a page's foot."""
    furniture = noise("lines")
    text = [i for i, line in enumerate(lines)
            if len(line.text) > SENTENCE or OPEN_MARK.match(line.text)]
    last = text[-1] if text else len(lines)
    for i, line in enumerate(lines):
        if i > last and FOOT.match(line.text):
            return
        if len(line.text) > LONGEST_FURNITURE or line.start in bold or _in_table(
                lines, i) or not furniture.match(line.text.translate(FORM).lstrip("•·●* ")):
            yield line


def is_row(text: str) -> bool:
    """Tell a line of several cells with borders between them."""
    return len(BORDER.findall(text)) >= BORDERS


def _in_table(lines: list[Line], i: int) -> bool:
    """Tell a row of cells beside another of as many cells; a menu stands alone."""
    borders = len(BORDER.findall(lines[i].text))
    beside = (len(BORDER.findall(other.text)) for other in lines[max(i - 1, 0):i + 2]
              if other is not lines[i])
    return borders >= BORDERS and borders in beside


def _without_page_numbers(lines: list[Line]) -> list[Line]:
    """Drop a number alone on its line where it cuts a sentence; in a table it counts the rows."""
    if any("".join(line.text.split()) in ("序号", "编号") for line in lines):
        return lines
    kept: list[Line] = []
    for line in lines:
        if not (kept and BARE_NUMBER.match(line.text) and len(kept[-1].text) > 12):
            kept.append(line)
    return kept


def _grouped(lines: list[Line]) -> Iterator[list[Line]]:
    """Group the lines whose sentence runs over the line's end."""
    width = _wrap_width(lines)
    group: list[Line] = []
    for line in lines:
        if group and not _runs_on(group[-1], line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _wrap_width(lines: list[Line]) -> int:
    """Return the length at which the file breaks its lines, or 0 where it does not.

    A wrapped file has many lines of nearly the same length and none far beyond.
    """
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 8:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    full = sum(1 for length in lengths if width * 0.9 <= length <= width * 1.15)
    return width if 15 <= width <= 80 and full * 4 >= len(lengths) else 0


def _runs_on(line: Line, following: Line, width: int) -> bool:
    if following.runs_on:
        return True
    if is_row(line.text) or is_row(following.text):
        return False
    if OPEN_MARK.match(following.text) or line.text[-1] in CLOSED:
        return False
    if line.text[-1] in "，、,":
        return True
    return bool(width) and len(line.text) >= width * 0.85 and not following.after_blank
