"""Tells how each paragraph and each row of a table was taken, so that nothing is lost silently."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.clean import Clean
from ingest.facts import Facts
from ingest.lines import LINE
from ingest.text import Range

LABELS = ("task", "goal", "note", "preamble", "unread")
UNREAD = "没有编号，也没有短句领起，不属于任何目标或任务"
NOISE = "页面上的文字，不是文件正文"


@dataclass(frozen=True, slots=True)
class Taken:
    """A paragraph or a row with what it was taken for; `start` and `end` count the stored text.

    `label` is goal, task, note, preamble, noise or unread; `about` the id of the goal or task, else
    the reason.
    """

    start: int
    end: int
    label: str
    about: str
    text: str


def explain(clean: Clean, facts: Facts) -> list[Taken]:
    """Return how each paragraph, row and line of noise was taken, in the order of the file."""
    labels = sorted(_labels(facts))
    found: list[Taken] = []
    near: list[tuple[Range, str, str]] = []
    following = 0
    for pieces in _units(clean):
        start, end = pieces[0][0], pieces[-1][1]
        near = [label for label in near if label[0][1] > start]
        while following < len(labels) and labels[following][0][0] < end:
            near.append(labels[following])
            following += 1
        label, about = _label(near, pieces)
        span = clean.span(start, end)
        text = " | ".join(clean.text[low:high] for low, high in pieces)
        found.append(Taken(span.start, span.end, label, about, text))
    return sorted([*found, *_noise(clean, found)], key=lambda one: one.start)


def coverage(taken: Sequence[Taken]) -> float:
    """Return the share of a document's characters, from 0 to 1, that were understood."""
    read = [one for one in taken if one.label != "noise"]
    whole = sum(len(one.text) for one in read)
    return sum(len(one.text) for one in read if one.label != "unread") / whole if whole else 1.0


def doubts(taken: Sequence[Taken]) -> Iterator[str]:
    """Yield a sentence where paragraphs were left unread."""
    unread = [one for one in taken if one.label == "unread"]
    if unread:
        yield (f"有{len(unread)}段没有读懂（占正文的{1 - coverage(taken):.0%}），"
               f"第一段：“{unread[0].text[:20]}”；extract --explain 逐段列出。")


def _labels(facts: Facts) -> Iterator[tuple[Range, str, str]]:
    for goal in facts.goals:
        yield goal.at, "goal", goal.id
    for task in facts.tasks:
        yield from ((at, "task", task.id) for at in task.ranges)
        notes = (*task.notes, *(owner.at for owner in task.owners if owner.at))
        yield from ((at, "note", task.id) for at in notes)
    for one in facts.indicators:
        yield one.at, "task", "表中的指标"
    for aside in facts.asides:
        yield aside.at, aside.label, aside.reason


def _label(labels: list[tuple[Range, str, str]], pieces: list[Range]) -> tuple[str, str]:
    """Return what a paragraph or row was taken for, a task before all else."""
    inside = {label: about for (low, high), label, about in reversed(labels)
              if any(low < end and high > start for start, end in pieces)}
    return next(((label, inside[label]) for label in LABELS if label in inside),
                ("unread", UNREAD))


def _units(clean: Clean) -> Iterator[list[Range]]:
    """Yield the paragraphs outside of tables, and the rows of tables with their cells."""
    rows: dict[Range, tuple[int, int]] = {}
    for i, table in enumerate(clean.tables):
        for cell in table.cells:
            rows |= {at: (i, cell.row) for at in clean.bounds if cell.start <= at[0] < cell.end}
    for row, group in groupby(clean.bounds, key=rows.get):
        pieces = list(group)
        yield from [pieces] if row else ([piece] for piece in pieces)


def _noise(clean: Clean, found: list[Taken]) -> Iterator[Taken]:
    """Yield the lines of the stored text outside of all that was read."""
    taken = iter(found)
    one = next(taken, None)
    for match in LINE.finditer(clean.stored):
        while one and one.end <= match.start():
            one = next(taken, None)
        if match[0].strip() and not (one and one.start < match.end()):
            yield Taken(match.start(), match.end(), "noise", NOISE, match[0].strip())
