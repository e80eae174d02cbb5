"""Verdicts: whether a target was met, and by how much it was missed or passed."""

import pytest

from ingest.link.outcomes import candidates, verdict
from ingest.link.place import Measure
from tests.ingest.link.made import edition, number


def target(comparator: str, value: float, unit: str = "所", measure: str = "新建幼儿园",
           upper: float | None = None) -> Measure:
    """Return a target."""
    return number("ind-t", value, unit, measure, comparator=comparator, upper=upper)


def actual(value: float, unit: str = "所", comparator: str = "=") -> Measure:
    """Return an actual."""
    return number("ind-a", value, unit, "建成幼儿园", comparator=comparator, kind="actual")


@pytest.mark.parametrize(("comparator", "reached", "met"), [
    ("=", 10, True), ("=", 11, True), ("=", 9, False),
    (">=", 10, True), (">=", 12, True), (">=", 9.9, False),
    ("<=", 10, True), ("<=", 3, True), ("<=", 10.1, False),
    ("increase", 10, True), ("increase", 9, False),
    ("decrease", 10, True), ("decrease", 9, False),
    ("~", 10, True), ("~", 9, True), ("~", 20, True), ("~", 8.9, None), ("~", 5, None),
    ("~", 4.9, False)])
def test_a_target_is_met_as_its_comparator_asks(
        comparator: str, reached: float, met: bool | None) -> None:
    found = verdict(actual(reached), target(comparator, 10))
    assert found.met is met
    assert found.difference == pytest.approx(reached - 10)


@pytest.mark.parametrize("measure", [
    "近视率", "消除大班额", "辍学学生", "安全事故", "信访量", "学前教育学位缺口", "溺水死亡"])
@pytest.mark.parametrize(("reached", "met"), [(3, True), (5, True), (6, False)])
def test_of_some_things_less_is_better(measure: str, reached: float, met: bool) -> None:
    for comparator in ("=", "~"):
        assert verdict(actual(reached, ""), target(comparator, 5, "", measure)).met is met


def test_where_the_text_says_at_least_it_is_believed() -> None:
    assert verdict(actual(90, "%"), target(">=", 85, "%", "近视防控知识知晓率")).met is True


@pytest.mark.parametrize(("reached", "met", "difference"), [
    (9, False, -1), (10, True, 0), (12, True, 2), (16, True, 6)])
def test_a_range_is_met_from_its_lower_bound(
        reached: float, met: bool, difference: float) -> None:
    found = verdict(actual(reached), target("range", 10, upper=15))
    assert (found.met, found.difference) == (met, difference)


@pytest.mark.parametrize(("reached", "met"), [(1, True), (3, True), (5, True), (6, False)])
def test_a_range_of_what_should_be_little_is_met_up_to_its_upper_bound(
        reached: float, met: bool) -> None:
    assert verdict(actual(reached, "%"), target("range", 3, "%", "近视率", upper=5)).met is met


@pytest.mark.parametrize(("one", "other"), [("%", "个百分点"), ("个百分点", "%"), ("%", "所")])
def test_a_level_and_a_change_cannot_be_compared(one: str, other: str) -> None:
    found = verdict(actual(5, one), target("increase", 3, other))
    assert (found.met, found.difference) == (None, None)


def test_persons_and_heads_are_compared() -> None:
    found = verdict(actual(320, "人"), target(">=", 300, "名"))
    assert (found.met, found.difference) == (True, 20)


@pytest.mark.parametrize(("wanted", "comparator", "value", "met", "difference"), [
    ("decrease", "decrease", 6, True, 1), ("decrease", "decrease", 4, False, -1),
    ("decrease", "increase", 3, False, -8), ("increase", "increase", 6, True, 1),
    ("increase", "decrease", 6, False, -11)])
def test_changes_are_compared_by_their_direction(
        wanted: str, comparator: str, value: float, met: bool, difference: float) -> None:
    found = verdict(actual(value, "个百分点", comparator), target(wanted, 5, "个百分点"))
    assert (found.met, found.difference) == (met, difference)


def test_a_decrease_that_is_told_as_a_number_is_taken_for_one() -> None:
    found = verdict(actual(60, "人"), target("decrease", 50, "人"))
    assert (found.met, found.difference) == (True, 10)


def test_nought_is_met_by_nought_alone() -> None:
    nothing = target("=", 0, "起", "校园安全事故")
    assert verdict(actual(0, "起"), nothing).met is True
    assert verdict(actual(1, "起"), nothing).met is False


def test_differences_are_free_of_the_dust_of_binary_fractions() -> None:
    assert verdict(actual(98.3, "%"), target(">=", 98.1, "%")).difference == 0.2


def due(report: tuple[int, int], plan: tuple[int, int], year: int | None = None,
        kind: str = "target") -> bool:
    """Tell whether a target of a plan is a candidate of a report, by their years."""
    known = edition("doc-p", *plan, tables=[number("ind-t", 5, kind=kind, due=year)])
    told = edition("doc-r", *report, status="reported",
                   tables=[number("ind-a", 5, kind="actual"), number("ind-x", 5)])
    return [(pair.later.id, pair.earlier.id) for pair in candidates(told, known)] == [
        ("ind-a", "ind-t")]


def test_a_target_without_a_year_is_due_at_the_end_of_its_plan() -> None:
    assert due((2031, 2031), (2031, 2031))
    assert due((2033, 2033), (2031, 2033))
    assert not due((2032, 2032), (2031, 2033))


def test_a_target_is_due_in_its_own_year() -> None:
    assert due((2032, 2032), (2031, 2033), 2032)
    assert not due((2033, 2033), (2031, 2033), 2032)


def test_a_report_of_several_years_tells_of_each() -> None:
    assert due((2031, 2033), (2032, 2032))
    assert not due((2031, 2033), (2034, 2034))


def test_what_was_reached_before_is_no_target() -> None:
    assert not due((2031, 2031), (2031, 2031), kind="actual")
