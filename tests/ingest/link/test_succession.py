"""Which edition comes after which."""

from itertools import permutations

import pytest

from ingest.link.pairing import Rulings
from ingest.link.place import Edition
from ingest.link.succession import before
from tests.ingest.link.made import edition

PLAN_30, PLAN_31, PLAN_32 = (edition(f"doc-{year}", year) for year in (2030, 2031, 2032))
REPORT_31 = edition("doc-r31", 2031, status="reported")
LONGER = edition("doc-long", 2031, 2035)


def follows(one: Edition, *others: Edition, accepted: tuple[str, ...] = (),
            rejected: tuple[str, ...] = ()) -> str | None:
    """Return the document that an edition follows, by the decisions on it."""
    ruled = Rulings(*(frozenset((one.document, other) for other in some)
                      for some in (accepted, rejected)))
    (found,) = {before(one, order, ruled) for order in permutations((one, *others))}
    return found.document if found else None


def test_a_lone_edition_follows_nothing() -> None:
    assert follows(PLAN_31) is None
    assert follows(REPORT_31) is None


def test_a_plan_follows_the_latest_plan_that_began_before_it() -> None:
    assert follows(PLAN_32, PLAN_30, PLAN_31) == "doc-2031"
    assert follows(PLAN_32, PLAN_30) == "doc-2030"


def test_no_plan_follows_a_later_one_or_one_of_its_own_year() -> None:
    assert follows(PLAN_30, PLAN_31, PLAN_32) is None
    assert follows(PLAN_31, edition("doc-other", 2031)) is None


@pytest.mark.parametrize(("year", "found"), [(2027, "doc-old"), (2026, None)])
def test_a_plan_of_too_long_ago_is_not_the_one_before(year: int, found: str | None) -> None:
    assert follows(PLAN_32, edition("doc-old", year)) == found


def test_a_plan_of_as_many_years_comes_before_a_longer_one() -> None:
    assert follows(PLAN_32, LONGER, PLAN_31) == "doc-2031"


def test_without_one_the_longer_plan_that_holds_its_year_is_followed() -> None:
    assert follows(PLAN_32, LONGER) == "doc-long"
    assert follows(PLAN_30, LONGER) is None


def test_of_two_longer_plans_the_shorter_is_followed() -> None:
    assert follows(PLAN_32, edition("doc-ten", 2030, 2039), LONGER) == "doc-long"


def test_plans_of_many_years_follow_one_another() -> None:
    assert follows(edition("doc-15th", 2026, 2030), edition("doc-14th", 2021, 2025)) == "doc-14th"
    assert follows(edition("doc-new", 2033, 2035), LONGER, PLAN_32) == "doc-long"


def test_a_plan_without_any_plan_before_follows_the_report() -> None:
    assert follows(PLAN_32, REPORT_31) == "doc-r31"
    assert follows(PLAN_32, REPORT_31, PLAN_31) == "doc-2031"
    assert follows(PLAN_31, REPORT_31) is None


@pytest.mark.parametrize(("year", "found"), [(2027, "doc-old"), (2026, None)])
def test_a_report_of_too_long_ago_is_not_followed(year: int, found: str | None) -> None:
    assert follows(PLAN_32, edition("doc-old", year, status="reported")) == found


def test_a_report_follows_the_plan_of_its_year() -> None:
    assert follows(REPORT_31, PLAN_30, PLAN_31, PLAN_32, LONGER) == "doc-2031"


def test_without_one_a_report_follows_the_shortest_plan_that_holds_its_year() -> None:
    assert follows(REPORT_31, LONGER, edition("doc-three", 2030, 2032), PLAN_30) == "doc-three"
    assert follows(REPORT_31, PLAN_30, PLAN_32) is None


def test_a_report_follows_no_report() -> None:
    assert follows(REPORT_31, edition("doc-r30", 2030, status="reported"),
                   edition("doc-r31b", 2031, status="reported")) is None


def test_a_plan_may_follow_the_report_in_its_own_document() -> None:
    report, plan = edition("doc-both", 2031, status="reported"), edition("doc-both", 2032)
    assert follows(plan, report) == "doc-both"
    assert follows(report, plan) is None


def test_between_equals_the_likest_title_decides_then_the_id() -> None:
    one = edition("doc-1", 2032, title="北屏县教育局2032年工作要点")
    party = edition("doc-a", 2031, title="北屏县教育局党委2031年党建工作计划")
    same = edition("doc-z", 2031, title="北屏县教育局2031年工作要点")
    assert follows(one, party, same) == "doc-z"
    twin = edition("doc-y", 2031, title="北屏县教育局2031年工作要点")
    assert follows(one, party, same, twin) == "doc-y"


def test_what_a_person_rejected_is_not_followed() -> None:
    assert follows(PLAN_32, PLAN_30, PLAN_31, rejected=("doc-2031",)) == "doc-2030"
    assert follows(PLAN_32, PLAN_31, rejected=("doc-2031",)) is None


def test_what_a_person_accepted_comes_before_all() -> None:
    assert follows(PLAN_32, PLAN_30, PLAN_31, accepted=("doc-2030",)) == "doc-2030"
    assert follows(PLAN_30, PLAN_31, accepted=("doc-2031",)) == "doc-2031"
    assert follows(PLAN_32, PLAN_31, accepted=("doc-gone",)) == "doc-2031"


def test_a_person_may_let_a_plan_follow_a_report() -> None:
    assert follows(PLAN_32, PLAN_31, REPORT_31, accepted=("doc-r31",)) == "doc-r31"


def test_of_an_accepted_document_that_reports_and_plans_the_plan_is_followed() -> None:
    both = edition("doc-both", 2029, status="reported"), edition("doc-both", 2030)
    (found,) = {before(PLAN_32, order, Rulings(frozenset({("doc-2032", "doc-both")})))
                for order in permutations((PLAN_31, *both))}
    assert found is both[1]


def test_a_report_never_follows_what_only_reports() -> None:
    assert follows(REPORT_31, PLAN_31, edition("doc-r30", 2030, status="reported"),
                   accepted=("doc-r30",)) == "doc-2031"
