"""How alike two tasks are."""

import pytest

from ingest.link.continuations import LEAST, LEAST_APART, WEIGHTS, candidates, score
from ingest.link.likeness import Likeness
from ingest.link.place import Item
from tests.ingest.link.made import edition, item

NURSERY = item("task-1", "新建幼儿园", "新建幼儿园五所，增加学位", concepts=["preschool"],
               owners=["dept-1"])
MEALS = item("task-2", "守护食品安全", "守护食品安全，检查食堂", concepts=["food-safety"],
             owners=["dept-2"])


def alike(one: Item, other: Item) -> float:
    """Return how alike two tasks are among the tasks of this module."""
    return score(one, other, Likeness(task.text for task in (NURSERY, MEALS, one, other)))


def test_the_weights_make_one() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1)
    assert 0 < LEAST < LEAST_APART < 1


def test_the_same_task_is_wholly_alike_and_another_not_at_all() -> None:
    assert alike(NURSERY, NURSERY) == pytest.approx(1)
    assert alike(NURSERY, MEALS) == 0


@pytest.mark.parametrize(("other", "share"), [
    (item("t", "新建幼儿园", "无关"), "title"),
    (item("t", "无关", "新建幼儿园五所，增加学位"), "text"),
    (item("t", "无关", concepts=["preschool"]), "concepts"),
    (item("t", "无关", owners=["dept-1", "dept-9"]), "owners")], ids=list(WEIGHTS))
def test_each_thing_that_is_shared_counts_by_its_weight(other: Item, share: str) -> None:
    assert alike(other, NURSERY) == pytest.approx(WEIGHTS[share])


def test_concepts_count_as_a_share_of_those_of_the_task_with_fewer() -> None:
    many = item("t", "甲", concepts=["preschool", "food-safety", "finance"])
    assert alike(many, item("u", "乙", concepts=["finance"])) == pytest.approx(WEIGHTS["concepts"])
    half = item("u", "乙", concepts=["finance", "sport"])
    assert alike(many, half) == pytest.approx(WEIGHTS["concepts"] / 2)


def test_a_concept_that_is_named_in_passing_counts_as_little_as_it_weighs() -> None:
    passing = item("t", "甲", concepts=["finance"])
    passing.concepts = {"finance": 0.25, "sport": 0.75}
    assert alike(passing, item("u", "乙", concepts=["finance"])) == pytest.approx(
        WEIGHTS["concepts"] * 0.25)


def test_tasks_without_concepts_and_owners_share_none() -> None:
    assert alike(item("t", "甲"), item("u", "乙")) == 0


def test_candidates_are_all_pairs_the_later_task_first() -> None:
    later = edition("doc-2", 2032, tasks=[item("task-3", "新建幼儿园"), item("task-4", "培训")])
    found = list(candidates(later, edition("doc-1", 2031, tasks=[NURSERY, MEALS])))
    assert [(pair.later.id, pair.earlier.id) for pair in found] == [
        ("task-3", "task-1"), ("task-3", "task-2"), ("task-4", "task-1"), ("task-4", "task-2")]
    assert max(found, key=lambda pair: pair.score).earlier is NURSERY


def test_editions_without_tasks_have_no_candidates() -> None:
    assert not list(candidates(edition("doc-2", 2032), edition("doc-1", 2031, tasks=[MEALS])))
