"""Chooses partners: each item has at most one, the pair that is most alike first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ontology.decisions import Decision

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """A later item with its earlier partner, and how alike they are (0 to 1)."""

    later: T
    earlier: T
    score: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """What persons decided of the edges of one relation, as pairs of ids, from and to."""

    accepted: frozenset[tuple[str, str]] = frozenset()
    rejected: frozenset[tuple[str, str]] = frozenset()


def rulings(decisions: Iterable[Decision], relation: str) -> Rulings:
    """Return what some decisions say of a relation."""
    of = [one for one in decisions if one.relation == relation]
    return Rulings(*(frozenset(one.pair for one in of if one.verb == verb)
                     for verb in ("accept", "reject")))


def best(pairs: Iterable[Pair[T]], key: Callable[[T], str], least: float,
         ruled: Rulings) -> list[Pair[T]]:
    """Return the pairs that hold, of likeness `least` or more, the most alike first.

    What a person rejected does not count, and who has a partner by a person's word gets no other.
    Equals are taken in the order of their ids, so the order of `pairs` does not matter.
    """
    taken = {id_ for pair in ruled.accepted for id_ in pair}
    held = []
    likely = ((pair, (key(pair.later), key(pair.earlier))) for pair in pairs
              if pair.score >= least)
    for pair, ids in sorted(likely, key=lambda item: (-item[0].score, *item[1])):
        if ids not in ruled.rejected and taken.isdisjoint(ids):
            taken.update(ids)
            held.append(pair)
    return held
