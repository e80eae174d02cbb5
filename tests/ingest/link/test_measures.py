"""How likely two numbers are about the same thing."""

import pytest

from ingest.link.likeness import Likeness
from ingest.link.measures import TOTAL, WEIGHTS, pairs, score, size, units
from ingest.link.place import Measure
from tests.ingest.link.made import edition, item, number


def likely(later: Measure, earlier: Measure, tasks: float = 0.0) -> float:
    """Return how likely one number takes up the other."""
    return score(later, earlier, tasks, Likeness(
        (one.sentence + one.text("measure") for one in (later, earlier)), length=1))


def test_the_weights_make_one() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1)


@pytest.mark.parametrize(("one", "other", "fit"), [
    ("所", "所", 1.0), ("", "", 1.0), ("%", "%", 1.0), ("%", "个百分点", 0.1), ("人", "名", 0.8),
    ("位", "人", 0.8), ("人次", "人", 0.4), ("所", "个", 0.3), ("", "个", 0.3), ("%", "所", 0.0),
    ("元", "个", 0.0), ("元", "%", 0.0), ("个百分点", "人", 0.0)])
def test_units_go_together_in_both_directions(one: str, other: str, fit: float) -> None:
    assert units(one, other) == units(other, one) == fit


@pytest.mark.parametrize(("later", "earlier", "unit", "near"), [
    (5, 5, "所", 1), (0, 0, "起", 1), (0, 3, "起", 0), (3, 0, "起", 0), (98, 98, "%", 1),
    (88, 98, "%", 0.5), (50, 98, "%", 0), (1000, 1, "所", 0), (-2, -2, "所", 1)])
def test_sizes_are_near_by_ratio_and_shares_by_distance(
        later: float, earlier: float, unit: str, near: float) -> None:
    assert size(number("a", later, unit), number("b", earlier, unit)) == near


def test_a_small_difference_is_nearer_than_a_large_one() -> None:
    wanted = number("b", 10)
    assert 1 > size(number("a", 11), wanted) > size(number("a", 15), wanted) > 0


def test_a_level_and_a_change_have_no_nearness() -> None:
    assert size(number("a", 5, "%"), number("b", 5, "个百分点")) == 0


def test_a_number_of_a_unit_that_cannot_be_is_about_something_else() -> None:
    assert likely(number("a", 5, "元"), number("b", 5, "所"), 1.0) == 0


def test_the_same_number_is_as_likely_as_can_be() -> None:
    assert likely(number("a", 5), number("b", 5), 1.0) == pytest.approx(1)


def test_another_measure_and_another_task_are_less_likely() -> None:
    same = likely(number("a", 5), number("b", 5))
    assert same == pytest.approx(1 - WEIGHTS["task"])
    assert likely(number("a", 5, measure="培训教师"), number("b", 5)) < 0.6 * same


def test_a_reworded_measure_is_likelier_than_another() -> None:
    wanted = number("b", 5)
    reworded = number("a", 6, measure="建成投用幼儿园")
    assert likely(reworded, wanted) > likely(number("a", 6, measure="建成投用中学"), wanted)


@pytest.mark.parametrize("measure", ["新建幼儿园总数", "累计新建幼儿园"])
def test_a_total_is_not_what_the_year_brought(measure: str) -> None:
    total = number("a", 5, measure=measure)
    assert likely(total, number("b", 5)) < likely(number("a", 5), number("b", 5)) - TOTAL
    assert likely(total, number("b", 5, measure=measure)) == pytest.approx(1 - WEIGHTS["task"])


def test_the_title_of_the_task_stands_beside_the_sentence() -> None:
    task = item("task-1", "新建幼儿园")
    bare, within = (number("a", 5, measure="完成", sentence="完成5所", task=one)
                    for one in (None, task))
    assert likely(within, number("b", 5)) > likely(bare, number("b", 5))


def test_pairs_know_how_alike_the_tasks_are() -> None:
    tasks = item("task-2", "建幼儿园"), item("task-1", "建幼儿园")
    later, earlier = number("a", 5, task=tasks[0]), number("b", 5, task=tasks[1])
    tasks[0].measures.append(later)
    tasks[1].measures.append(earlier)
    tables = number("c", 5), number("d", 5)
    plans = (edition("doc-2", 2032, tasks=tasks[:1], tables=tables[:1]),
             edition("doc-1", 2031, tasks=tasks[1:], tables=tables[1:]))
    found = {(pair.later.id, pair.earlier.id): pair.score
             for pair in pairs(*plans, plans[0].measures, plans[1].measures)}
    assert found.keys() == {("a", "b"), ("a", "d"), ("c", "b"), ("c", "d")}
    assert found["a", "b"] > found["c", "d"]
    assert found["c", "b"] == pytest.approx(found["c", "d"])
