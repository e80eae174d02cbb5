"""Follows tasks and targets of a place through the years: what goes on, what became of it.

Every edge bears the later document as `document`, which is the one that it belongs to.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from ingest.link import continuations, outcomes, revisions
from ingest.link.pairing import Pair, Rulings, best, rulings
from ingest.link.place import Edition, Item, Measure, Period
from ingest.link.succession import before
from ontology import Edge, Ref, Value
from ontology.decisions import Decision

CERTAIN = 1.0  # the likeness of what a person accepted
T = TypeVar("T", Item, Measure)
Found = Iterator[tuple[Pair[T], Edition, str]]  # pairs, the later one's edition, and the method


def years(known: Sequence[Edition], decisions: Sequence[Decision]) -> Iterator[Edge]:
    """Yield the edges that tie the editions of one place together."""
    ruled = {name: rulings(decisions, name) for name in
             ("FOLLOWS", "CONTINUES", "REPORTS_ON", "REVISES")}
    order = [(edition, before(edition, known, ruled["FOLLOWS"])) for edition in known]
    follows = [(edition, earlier) for edition, earlier in order if earlier]
    yield from _follows(follows, ruled["FOLLOWS"])
    tasks = {one.id: (one, edition) for edition in known for one in edition.tasks}
    measures = {one.id: (one, edition) for edition in known for one in edition.measures}
    for gone_on, edition, method in chain(_continued(follows, ruled["CONTINUES"]),
                                          _accepted(tasks, ruled["CONTINUES"])):
        yield _edge("CONTINUES", edition, "Task", gone_on, method)
    for pair, edition, method in chain(_reported(known, ruled["REPORTS_ON"]),
                                       _accepted(measures, ruled["REPORTS_ON"])):
        verdict = outcomes.verdict(pair.later, pair.earlier)
        yield _edge("REPORTS_ON", edition, "Indicator", pair, method, met=verdict.met,
                    difference=verdict.difference)
    for pair, edition, method in chain(_revised(follows, ruled["REVISES"]),
                                       _accepted(measures, ruled["REVISES"])):
        yield _edge("REVISES", edition, "Indicator", pair, method,
                    change=revisions.change(pair.later, pair.earlier),
                    difference=round(pair.later.value - pair.earlier.value, 6))


def _follows(follows: Iterable[tuple[Edition, Edition]], ruled: Rulings) -> Iterator[Edge]:
    """Yield the order of documents; one that reports and plans may follow another twice."""
    seen: set[tuple[str, str, str]] = set()
    for edition, earlier in follows:
        pair, sequence = (edition.document, earlier.document), _sequence(edition, earlier)
        if pair[0] != pair[1] and (*pair, sequence) not in seen:
            seen.add((*pair, sequence))
            yield Edge("FOLLOWS", Ref("Document", pair[0]), Ref("Document", pair[1]), {
                "document": pair[0], "sequence": sequence,
                "method": "person" if pair in ruled.accepted else "period"})


def _sequence(edition: Edition, earlier: Edition) -> str:
    if edition.status == "reported":
        return "report"
    return "next_plan" if _next(edition, earlier) else "sequel"


def _next(plan: Edition, earlier: Edition) -> bool:
    """Tell whether a plan takes the place of an earlier one: both plan, for as many years."""
    return plan.status == earlier.status == "planned" and plan.years == earlier.years


def _continued(follows: Iterable[tuple[Edition, Edition]], ruled: Rulings) -> Found[Item]:
    """Tie the tasks of the editions that follow an earlier one, each with one partner at most."""
    for earlier, later in _grouped(follows):
        own = {task.id: edition for edition in later for task in edition.tasks}
        least = continuations.LEAST_APART if _sequence(later[0], earlier) == "sequel" else \
            continuations.LEAST
        pairs = (pair for edition in later for pair in continuations.candidates(edition, earlier))
        for pair in best(pairs, _id, least, _about(ruled, own)):
            yield pair, own[pair.later.id], "similarity"


def _reported(known: Sequence[Edition], ruled: Rulings) -> Found[Measure]:
    """Tie actuals to targets: of the plan of the period first, then of longer and longer plans.

    Of several reports on a period the likest tells of a target.
    """
    for period in sorted({one.period for one in known if one.status == "reported"}):
        reports = [one for one in known if (one.status, one.period) == ("reported", period)]
        plans = [one for one in known if one.status == "planned"
                 and one.period[0] <= period[1] and period[0] <= one.period[1]]
        own = {measure.id: report for report in reports for measure in report.measures}
        told: set[str] = set()
        for span in sorted({plan.years for plan in plans}):
            pairs = (pair for report in reports for plan in plans if plan.years == span
                     for pair in outcomes.candidates(report, plan) if pair.later.id not in told)
            for pair in best(pairs, _id, outcomes.LEAST, ruled):
                told.add(pair.later.id)
                yield pair, own[pair.later.id], "similarity"


def _revised(follows: Iterable[tuple[Edition, Edition]], ruled: Rulings) -> Found[Measure]:
    """Tie the targets of the plans that take the place of an earlier one to its targets."""
    for earlier, plans in _grouped(pair for pair in follows if _next(*pair)):
        own = {measure.id: plan for plan in plans for measure in plan.measures}
        pairs = (pair for plan in plans for pair in revisions.candidates(plan, earlier))
        for pair in best(pairs, _id, revisions.LEAST, _about(ruled, own)):
            yield pair, own[pair.later.id], "similarity"


def _grouped(follows: Iterable[tuple[Edition, Edition]]) -> Iterator[
        tuple[Edition, list[Edition]]]:
    """Yield each earlier edition with those of one status and period that follow it."""
    groups: dict[tuple[str, str, str, Period], tuple[Edition, list[Edition]]] = {}
    for edition, earlier in follows:
        key = earlier.document, earlier.status, edition.status, edition.period
        groups.setdefault(key, (earlier, []))[1].append(edition)
    yield from groups.values()


def _about(ruled: Rulings, own: Container[str]) -> Rulings:
    """Return the rulings about some later ones: others may be tied to the same earlier one."""
    return Rulings(frozenset(pair for pair in ruled.accepted if pair[0] in own), ruled.rejected)


def _accepted(there: Mapping[str, tuple[T, Edition]], ruled: Rulings) -> Found[T]:
    """Yield the pairs that a person accepted, where both are there."""
    for later, earlier in sorted(ruled.accepted):
        if later in there and earlier in there:
            (one, edition), (other, _) = there[later], there[earlier]
            yield Pair(one, other, CERTAIN), edition, "person"


def _edge(name: str, edition: Edition, kind: str, pair: Pair[T], method: str,
          **properties: Value | None) -> Edge:
    given = {key: value for key, value in properties.items() if value is not None}
    return Edge(name, Ref(kind, pair.later.id), Ref(kind, pair.earlier.id), {
        "document": edition.document, "method": method, "score": round(pair.score, 3), **given})


def _id(one: Item | Measure) -> str:
    return one.id
