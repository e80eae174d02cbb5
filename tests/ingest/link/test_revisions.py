"""How a target differs from that of the plan before."""

import pytest

from ingest.link.revisions import candidates, change
from tests.ingest.link.made import edition, number


@pytest.mark.parametrize(("now", "before", "told"), [
    (6, 5, "raised"), (4, 5, "lowered"), (5, 5, "kept")])
def test_the_number_decides(now: float, before: float, told: str) -> None:
    assert change(number("a", now), number("b", before)) == told


def test_equal_numbers_in_other_words_are_reworded() -> None:
    assert change(number("a", 5, quote="建成幼儿园5所"), number("b", 5)) == "reworded"


def test_marks_and_widths_are_no_other_words() -> None:
    assert change(number("a", 5, quote="新建 幼儿园５所。"), number("b", 5)) == "kept"


@pytest.mark.parametrize(("now", "before", "told"), [
    ((5, 8), (5, 7), "raised"), ((5, 6), (5, 7), "lowered"), ((4, 9), (5, 7), "lowered"),
    ((5, 7), (5, 7), "reworded"), ((5, None), (5, 7), "lowered"), ((5, 7), (5, None), "raised")])
def test_of_ranges_the_lower_bound_decides_then_the_upper(
        now: tuple[float, float | None], before: tuple[float, float | None], told: str) -> None:
    one, other = (number(id_, low, upper=high, quote=f"{id_}新建")
                  for id_, (low, high) in (("a", now), ("b", before)))
    assert change(one, other) == told


def test_a_ceiling_that_comes_down_is_lowered() -> None:
    assert change(number("a", 3, "%", "近视率", comparator="<="),
                  number("b", 5, "%", "近视率", comparator="<=")) == "lowered"


def test_candidates_are_targets_alone() -> None:
    later, earlier = (edition(f"doc-{year}", year, tables=[
        number(f"ind-{year}-t", 5), number(f"ind-{year}-a", 5, kind="actual")])
        for year in (2032, 2031))
    assert [(pair.later.id, pair.earlier.id) for pair in candidates(later, earlier)] == [
        ("ind-2032-t", "ind-2031-t")]
