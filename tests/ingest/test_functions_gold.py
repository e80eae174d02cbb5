"""Functions of names against the truth about them, written by others.

Each half has its own labels of functions; `labels.json` says by the labels alone which slugs are
acceptable for each. A name is right when each label of the truth is covered and no slug is left
over. The held-out half is never looked into: only its score is known here.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.functions import functions
from ontology import thesaurus

GOLD = Path(__file__).parents[1] / "gold" / "functions"
LABELS: dict[str, list[str]] = json.loads((GOLD / "labels.json").read_text("utf-8"))
FLOORS = {"development": 0.97, "heldout": 0.95}


def gold(half: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLD / f"{half}.json").read_text("utf-8"))
    return found


def right(labels: list[str], found: set[str]) -> bool:
    """Tell whether slugs cover all labels and none is left over."""
    acceptable = [set(LABELS[label]) for label in labels]
    return all(one & found for one in acceptable) and found <= set().union(*acceptable)


def share(half: str) -> float:
    """Return the share of names that are right."""
    names = gold(half)["names"]
    return sum(right(one["functions"], {said.function for said in functions(one["name"])})
               for one in names) / len(names)


@pytest.mark.parametrize("half", FLOORS)
def test_names_say_the_functions_of_the_truth(half: str) -> None:
    score = share(half)
    reached = score >= FLOORS[half]     # compared here, so that a failure shows no name
    assert reached, f"{half}: {score:.3f}"


@pytest.mark.parametrize("half", FLOORS)
def test_every_label_of_the_truth_has_slugs_that_exist(half: str) -> None:
    known = set(thesaurus.load().functions.values())
    missing = [one["label"] for one in gold(half)["functions"]
               if not LABELS.get(one["label"]) or not set(LABELS[one["label"]]) <= known]
    assert missing == []


@pytest.mark.parametrize(("labels", "slugs", "good"), [
    (["体育", "艺术"], {"function-sport", "function-arts"}, True),
    (["体育"], {"function-sport", "function-arts"}, False),
    (["体育", "艺术"], {"function-sport"}, False),
    (["教师队伍"], {"function-teacher-training"}, True),
    ([], set(), True),
    ([], {"function-sport"}, False)])
def test_a_name_is_right_when_all_is_covered_and_nothing_left(
        labels: list[str], slugs: set[str], good: bool) -> None:
    assert right(labels, slugs) is good
