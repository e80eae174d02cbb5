"""Which target an actual reports on, whether it was met, and by how much it was missed or passed.

Both stand in documents of one place; the target is due in the period that the report tells of.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.link.measures import SHARES, changes, pairs
from ingest.link.pairing import Pair
from ingest.link.place import Edition, Measure
from ingest.vocabulary import load

LEAST = 0.4  # likelihood from which an actual counts as a report on a target
NEARLY, FAR = 0.9, 0.5  # shares of an approximate target from which it is met, or open


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an actual says of a target; None where the two numbers do not tell.

    `difference` is actual less target, in the target's unit; of a range, less its lower bound.
    """

    met: bool | None
    difference: float | None


def candidates(report: Edition, plan: Edition) -> Iterator[Pair[Measure]]:
    """Yield the actuals of a report with the targets of a plan that are due in its period."""
    yield from pairs(report, plan,
                     (one for one in report.measures if one.get("kind") == "actual"),
                     (one for one in plan.measures if _due(one, plan, report)))


def _due(target: Measure, plan: Edition, report: Edition) -> bool:
    year = int(target.get("due") or plan.period[1])
    return target.get("kind") == "target" and report.period[0] <= year <= report.period[1]


def verdict(actual: Measure, target: Measure) -> Verdict:
    """Judge whether a target was met."""
    if actual.get("unit") != target.get("unit") and SHARES & {actual.get("unit"),
                                                              target.get("unit")}:
        return Verdict(None, None)
    reached = _signed(actual) * (-1 if target.get("comparator") == "decrease" else 1) \
        if changes(actual) and changes(target) else actual.value
    difference = round(reached - target.value, 6)
    return Verdict(_met(reached, target), difference)


def _signed(measure: Measure) -> float:
    return -measure.value if measure.get("comparator") == "decrease" else measure.value


def _met(reached: float, target: Measure) -> bool | None:
    comparator, wanted = target.get("comparator"), target.value
    if comparator == "<=" or (comparator in ("=", "~", "range") and _less_is_better(target)):
        return reached <= float(target.get("upper") or wanted)
    if comparator == "~" and reached < NEARLY * wanted:
        return None if reached >= FAR * wanted else False
    return comparator == "~" or reached >= wanted


def _less_is_better(target: Measure) -> bool:
    return any(word in target.text("measure") for word in _bad())


@cache
def _bad() -> tuple[str, ...]:
    return tuple(load("linking")["less_is_better"])
