"""Lines of a page or of a cell, made of its runs, and whether one goes on in the next."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.read.pdf.characters import FULL_WIDTH, between
from ingest.read.pdf.runs import Run

CLOSED = "。！？!?；;：:"
OPEN = re.compile(
    r"第[一二三四五六七八九十百]+[章节编条部]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3} ?[.．、)）](?!\d)|[①-⑳⑴-⒇●■◆▪•★➢✓□]")
WORD = re.compile(r"[0-9A-Za-z.,%．]+")
KEPT_BACK = re.compile(r"[，。；：、！？）》”’】\u3015]*")     # what may not begin a line
SLACK = 0.6             # of the size: what a full line may leave beside the word that is too long
TIGHT = 0.06            # the same in a cell, whose inner edge its column tells
FILLED = 0.6            # of a cell's width: a line so long was broken at the cell's own margin
NARROW = 2              # characters: lines of a cell that are set downwards
DIGIT = 0.55            # of the size: how wide one is at most
INDENT = 1.5            # of the size: what begins so far right begins a paragraph


@dataclass(slots=True)
class Line:
    """A line with its runs from left to right; what `layout` finds out stands below."""

    runs: list[Run]
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    heavy: bool
    noise: bool = False
    joined: bool = False
    bold: bool = False

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """The place halfway between its ends."""
        return (self.left + self.right) / 2


def lines(runs: Iterable[Run]) -> list[Line]:
    """Return the lines of runs that stand in one place, from top to bottom."""
    found: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.middle):
        tallest = found[-1][0] if found else None
        if tallest and (tallest.top <= run.middle <= tallest.bottom
                        or run.top <= tallest.middle <= run.bottom):
            found[-1].append(run)
            if run.bottom - run.top > tallest.bottom - tallest.top:
                found[-1][0], found[-1][-1] = run, tallest
        else:
            found.append([run])
    return [_line(group) for group in found]


def _line(group: list[Run]) -> Line:
    runs = sorted(group, key=lambda run: run.left) if len(group) > 1 else group
    parts = [runs[0].text]
    for last, run in pairwise(runs):
        size = max(run.size, last.size)
        parts += [between(run.before, last.text[-1], run.text[0], run.left - last.right, size),
                  run.text]
    return Line(runs, "".join(parts), runs[0].left, min(run.top for run in runs),
                max(run.right for run in runs), max(run.bottom for run in runs),
                max(run.size for run in runs), all(run.heavy for run in runs))


def need(line: Line) -> float:
    """Return the width that the first word of a line takes, which it brings to no line's end."""
    word = WORD.match(line.text)
    if word and line.text.isascii():
        return (line.right - line.left) * len(word[0]) / len(line.text)
    if word:
        after = KEPT_BACK.match(line.text, word.end())
        return line.size * (len(word[0]) * DIGIT + len(after[0] if after else ""))
    after = KEPT_BACK.match(line.text, 1)
    return line.size * (1 + len(after[0] if after else ""))


def goes_on(line: Line, room: float, slack: float = SLACK) -> bool:
    """Tell whether a line may go on one that leaves `room` up to the edge: its word did not fit."""
    return room <= need(line) + slack * line.size


def in_cell(runs: Iterable[Run], width: float) -> tuple[list[tuple[str, bool]], bool]:
    """Return the lines of a cell, so wide inside, each with whether it goes on the one before.

    Beside them: whether the last is so full that it may go on in another part of the cell.
    """
    found = lines(runs)
    downwards = _downwards(found)
    longest = max((line.right - line.left for line in found), default=0.0)
    inner = longest if longest >= FILLED * width else width
    edge = min((line.left for line in found), default=0.0)
    cell = [(line.text, False) for line in found[:1]]
    for before, line in pairwise(found):
        room = inner - (before.right - before.left)
        begins = line.left - edge > INDENT * line.size or (
            before.text[-1] in CLOSED and OPEN.match(line.text))
        cell.append((line.text, downwards or (goes_on(line, room, TIGHT) and not begins)))
    last = found[-1] if found else None
    return cell, bool(last and width - (last.right - last.left) <= (1 + TIGHT) * last.size)


def _downwards(found: Sequence[Line]) -> bool:
    """Tell a word that is set downwards, in lines of one or of two characters."""
    lengths = {len(line.text) for line in found[:-1]}
    return (len(lengths) == 1 and max(lengths) <= NARROW
            and all(line.text[0] >= FULL_WIDTH for line in found))
