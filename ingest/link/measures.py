"""How likely two numbers are to be about the same thing, and what the later makes of the earlier.

A number is known by what it measures, the clause and the sentence around it, the task it stands
in, its unit and its size: reports reword the plan, but seldom all of these at once.
"""

import re
from collections.abc import Iterable, Iterator
from math import log

from ingest.link import continuations
from ingest.link.likeness import Likeness
from ingest.link.pairing import Pair
from ingest.link.place import Edition, Measure

PERSONS = frozenset(("人", "名", "位", "个"))
VISITS = frozenset(("人", "名", "人次"))
SHARES = frozenset(("%", "个百分点"))
MEASURED_ALONE = SHARES | {"元"}  # units that no unit of things stands for
CHANGES = ("increase", "decrease")
WEIGHTS = {"clause": 0.33, "sentence": 0.12, "task": 0.30, "unit": 0.05, "size": 0.20}
"""Fitted by logistic regression on the gold pairs of tests/gold/years/development, then rounded."""
TOTAL = 0.07  # what a number loses that comes to a total (总数, 累计) where the other does not
TOTALS = re.compile("总数|总量|总计|累计|共有|上年同期")


def pairs(later: Edition, earlier: Edition, ones: Iterable[Measure],
          others: Iterable[Measure]) -> Iterator[Pair[Measure]]:
    """Yield each number of a later edition with each of an earlier one and their likelihood."""
    tasks = {(pair.later.id, pair.earlier.id): pair.score
             for pair in continuations.candidates(later, earlier)}
    ones, others = list(ones), list(others)
    known = Likeness((one.sentence + one.text("measure") for one in (*ones, *others)), length=1)
    for one in ones:
        for other in others:
            likely = tasks[one.task.id, other.task.id] if one.task and other.task else 0.0
            yield Pair(one, other, score(one, other, likely, known))


def score(later: Measure, earlier: Measure, tasks: float, known: Likeness) -> float:
    """Return how likely one number takes up the other, 0 to 1; 0 where their units cannot.

    `tasks` is the likeness of the tasks in which they stand.
    """
    unit = units(str(later.get("unit")), str(earlier.get("unit")))
    if not unit:
        return 0.0
    one, other = _clause(later), _clause(earlier)
    around = f"{later.sentence}，{later.task.title if later.task else ''}"
    likely = (WEIGHTS["clause"] * known.alike(one, other)
              + WEIGHTS["sentence"] * known.within(earlier.text("measure"), around)
              + WEIGHTS["task"] * tasks
              + WEIGHTS["unit"] * unit
              + WEIGHTS["size"] * size(later, earlier))
    total = bool(TOTALS.search(one)) > bool(TOTALS.search(other))
    return max(0.0, likely - TOTAL * total)


def units(one: str, other: str) -> float:
    """Return how well two units go together, 0 to 1."""
    if one == other:
        return 1.0
    if {one, other} == SHARES:
        return 0.1      # a level told where a change was planned
    if MEASURED_ALONE & {one, other}:
        return 0.0
    if {one, other} <= PERSONS:
        return 0.8
    return 0.4 if {one, other} <= VISITS else 0.3


def size(later: Measure, earlier: Measure) -> float:
    """Return how near two values are, 0 to 1: percentages by their distance, else by ratio."""
    one, other = later.value, earlier.value
    if {later.get("unit"), earlier.get("unit")} == SHARES:
        return 0.0
    if earlier.get("unit") in SHARES:
        return max(0.0, 1 - abs(one - other) / 20)
    return max(0.0, 1 - abs(log(one / other)) / 1.5) if one * other > 0 else float(one == other)


def changes(measure: Measure) -> bool:
    """Tell whether a number says by how much something changes, not what it comes to."""
    return measure.get("comparator") in CHANGES


def _clause(measure: Measure) -> str:
    return f"{measure.text('measure')}，{measure.text('quote')}"
