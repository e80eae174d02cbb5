"""Which task takes up which earlier one: title, text, concepts and owners tell."""

from collections.abc import Iterator

from ingest.link.likeness import Likeness
from ingest.link.pairing import Pair
from ingest.link.place import Edition, Item

LEAST = 0.12  # likeness from which a task counts as going on in the next plan or the report
LEAST_APART = 0.25  # and in a plan for other years, whose tasks are wider or narrower
WEIGHTS = {"title": 0.4, "text": 0.35, "concepts": 0.2, "owners": 0.05}


def candidates(later: Edition, earlier: Edition) -> Iterator[Pair[Item]]:
    """Yield all pairs of tasks of two editions with their likeness, 0 to 1."""
    known = Likeness(item.text for edition in (later, earlier) for item in edition.tasks)
    for one in later.tasks:
        for other in earlier.tasks:
            yield Pair(one, other, score(one, other, known))


def score(one: Item, other: Item, known: Likeness) -> float:
    """Return how alike two tasks are, 0 to 1."""
    return (WEIGHTS["title"] * known.alike(one.title, other.title)
            + WEIGHTS["text"] * known.alike(one.text, other.text)
            + WEIGHTS["concepts"] * _concepts(one, other)
            + WEIGHTS["owners"] * bool(one.owners & other.owners))


def _concepts(one: Item, other: Item) -> float:
    """Return the shared weight of concepts, of what the task with fewer has."""
    shared = sum(min(weight, other.concepts[concept]) for concept, weight in one.concepts.items()
                 if concept in other.concepts)
    least = min(sum(one.concepts.values()), sum(other.concepts.values()))
    return shared / least if least else 0.0
