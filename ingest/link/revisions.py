"""Which target of the plan before a target stands in the place of, and how it differs."""

from collections.abc import Iterator

from ingest.link.measures import pairs
from ingest.link.pairing import Pair
from ingest.link.place import Edition, Measure
from ontology.names import bare

LEAST = 0.5  # likelihood from which a target counts as that of the plan before


def candidates(later: Edition, earlier: Edition) -> Iterator[Pair[Measure]]:
    """Yield the targets of two plans in pairs, with the likelihood that they are one."""
    yield from pairs(later, earlier, *(
        [one for one in plan.measures if one.get("kind") == "target"]
        for plan in (later, earlier)))


def change(later: Measure, earlier: Measure) -> str:
    """Tell how a target differs from the one before: raised, lowered, reworded or kept.

    The number decides; equal ones are kept where the words are the same, too.
    """
    now, before = ((one.value, float(one.get("upper") or one.value)) for one in (later, earlier))
    if now != before:
        return "raised" if now > before else "lowered"
    same = bare(later.text("quote")) == bare(earlier.text("quote"))
    return "kept" if same else "reworded"
