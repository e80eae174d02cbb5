"""How a question is asked: arguments, notes, limits, and what it costs."""

from collections.abc import Mapping
from time import perf_counter
from typing import ClassVar

import pytest

from graph import Language, Limits, Rows, Store
from graph.store import Param
from queries import find, run
from queries.arguments import complete
from queries.errors import (
    AmbiguousNameError,
    AnswerError,
    InvalidValueError,
    MissingParameterError,
    UnknownParameterError,
)
from queries.query import Query
from tests.parity.records import NORTH, NORTH_SAFETY

LABELS = {"安全": "safety"}


class Counted:
    """A real store that keeps the texts it was asked."""

    language: ClassVar[Language]
    dialect: ClassVar[str]

    def __init__(self, store: Store) -> None:
        self.language = store.language  # type: ignore[misc]
        self.dialect = store.dialect  # type: ignore[misc]
        self.store = store
        self.texts: list[str] = []

    def run(self, text: str, params: Mapping[str, Param], limits: Limits) -> Rows:
        self.texts.append(text)
        return self.store.run(text, params, limits)


def test_a_parameter_that_the_question_has_not_is_refused(store: Store) -> None:
    with pytest.raises(UnknownParameterError) as caught:
        run(find("co_owners"), store, {"topic": "安全"})
    assert str(caught.value) == \
        "co_owners has no parameter 'topic'; it takes concept, role, locality."


@pytest.mark.parametrize("arguments", [{}, {"department": ""}, {"department": "  "}])
def test_a_needed_parameter_has_to_be_given(store: Store, arguments: dict[str, str]) -> None:
    with pytest.raises(MissingParameterError) as caught:
        run(find("department_tasks"), store, arguments)
    assert str(caught.value) == \
        "department_tasks needs department=…, which is of kind department."


def test_defaults_stand_for_what_is_not_given_or_empty() -> None:
    assert complete(find("co_owners"), {"concept": "", "role": ""}) == {"concept": "安全"}
    assert complete(find("shared_concepts"), {}) == {"min_localities": "2"}
    assert complete(find("co_owners"), {"concept": " 健康 "}) == {"concept": "健康"}


def test_a_value_of_another_kind_is_refused(store: Store) -> None:
    with pytest.raises(InvalidValueError, match="min_localities='two' is not a whole number"):
        run(find("shared_concepts"), store, {"min_localities": "two"})


def test_an_answer_says_what_was_taken(store: Store) -> None:
    answer = run(find("department_tasks"), store, {"department": "安全科", "locality": "北屏"})
    assert answer.query == "department_tasks"
    assert [(taken.parameter, taken.kind, taken.asked, taken.ids) for taken in answer.resolved] == [
        ("locality", "locality", "北屏", (NORTH,)),
        ("department", "department", "安全科", (NORTH_SAFETY,))]
    assert {row[1] for row in answer.rows} == {"安全科"}


def test_the_limit_cuts_ordered_rows_and_the_total_stays(store: Store) -> None:
    whole = run(find("shared_concepts"), store, {"min_localities": "1"})
    cut = run(find("shared_concepts"), store, {"min_localities": "1"}, limit=2)
    assert (whole.truncated, whole.total) == (False, len(whole.rows))
    assert (cut.truncated, cut.total, cut.rows) == (True, whole.total, whole.rows[:2])


def test_an_answer_that_the_store_cut_says_so(store: Store) -> None:
    answer = run(find("shared_concepts"), store, {"min_localities": "1"}, limits=Limits(rows=3))
    assert answer.truncated
    assert answer.notes == ("The store stopped at 3 rows; narrow the question.",)


def test_a_place_that_is_not_decided_stops_the_question(store: Store) -> None:
    with pytest.raises(AmbiguousNameError, match="'鼓楼区' fits 2 places"):
        run(find("locality_chain"), store, {"locality": "鼓楼区"})


def test_an_answer_with_other_columns_is_the_fault_of_the_text(store: Store) -> None:
    query = find("unowned_tasks")
    wrong = Query(name="wrong", summary=query.summary, params={}, columns={"task": "text"},
                  order=(), forms=query.forms, example={},
                  cypher="MATCH (t:Task) RETURN t.title AS title",
                  sparql="SELECT ?title { ?t a edu:Task ; dcterms:title ?title }")
    with pytest.raises(AnswerError, match="wrong: the answer has the columns title"):
        run(wrong, store, {})


@pytest.mark.parametrize(("name", "arguments", "asked"), [
    ("co_owners", {"concept": "safety", "locality": NORTH}, 2),  # the question and what is left out
    ("co_owners", {"concept": "安全"}, 2),
    ("department_tasks", {"department": NORTH_SAFETY, "include_implicit": "true"}, 1),
    ("department_tasks", {"department": "安全科", "include_implicit": "true"}, 2),
    ("evidence", {"id": "task-a1"}, 1),
])
def test_the_store_is_asked_no_more_than_it_must(store: Store, name: str,
                                                 arguments: dict[str, str], asked: int) -> None:
    counted = Counted(store)
    run(find(name), counted, arguments, labels=LABELS)  # type: ignore[arg-type]
    assert len(counted.texts) == asked


def test_the_runner_adds_little_to_what_the_store_takes(store: Store) -> None:
    class Timed(Counted):
        spent = 0.0

        def run(self, text: str, params: Mapping[str, Param], limits: Limits) -> Rows:
            start = perf_counter()
            try:
                return super().run(text, params, limits)
            finally:
                self.spent += perf_counter() - start

    added = []
    for _ in range(20):
        timed = Timed(store)
        start = perf_counter()
        run(find("locality_chain"), timed, {"locality": NORTH})  # type: ignore[arg-type]
        added.append(perf_counter() - start - timed.spent)
    assert min(added) < 0.005
