"""Every question on every backend: the same rows, which stand in `cases` and `tied_cases`."""

import pytest

from graph import Store
from queries import find, load, run
from tests.parity.cases import CASES, Case
from tests.parity.tied_cases import TIED_CASES

LEFT_OUT = "Tasks left out because their document names nobody for them: "
REMEDY = " (include_implicit=true takes them in)."
NOTES = {
    ("co_owners", ()): (f"{LEFT_OUT}1.",),
    ("department_tasks", (("department", "教育局"),)): (
        "教育局 fits 3 departments in 临江市, 北屏县, 南屏县; locality= narrows it.",
        f"{LEFT_OUT}2{REMEDY}"),
    ("locality_chain", (("locality", "北屏县"),)): (f"{LEFT_OUT}1{REMEDY}",),
}


def title(case: Case) -> str:
    return f"{case[0]}-{'-'.join(case[1].values())}"


@pytest.mark.parametrize("case", CASES, ids=title)
def test_the_rows_are_those_of_the_documents(store: Store, case: Case) -> None:
    check(store, case)


@pytest.mark.parametrize("case", TIED_CASES, ids=title)
def test_the_rows_are_those_of_the_ties(tied_store: Store, case: Case) -> None:
    check(tied_store, case)


def check(store: Store, case: Case) -> None:
    name, arguments, rows = case
    answer = run(find(name), store, arguments)
    assert list(answer.rows) == rows
    assert [[type(cell) for cell in row] for row in answer.rows] == \
        [[type(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("name", load())
def test_every_question_has_cases_and_one_that_finds_something(name: str) -> None:
    assert any(rows for case, _, rows in (*CASES, *TIED_CASES) if case == name)


@pytest.mark.parametrize("name", load())
def test_the_example_of_every_file_is_answered(store: Store, name: str) -> None:
    query = find(name)
    answer = run(query, store, query.example)
    assert answer.columns == tuple(query.columns)


@pytest.mark.parametrize(("name", "arguments"), NOTES)
def test_notes_say_what_was_taken_and_what_was_left_out(
        store: Store, name: str, arguments: tuple[tuple[str, str], ...]) -> None:
    assert run(find(name), store, dict(arguments)).notes == NOTES[name, arguments]


@pytest.mark.parametrize("name", [name for name, query in load().items() if query.left_out])
def test_what_is_left_out_is_counted_by_every_question_that_leaves_out(store: Store,
                                                                      name: str) -> None:
    given = {"concept": "安全", "department": "南屏县教育局", "locality": "南屏县"}
    arguments = {key: text for key, text in given.items() if key in find(name).params}
    without = run(find(name), store, arguments)
    remedy = REMEDY if "include_implicit" in find(name).params else "."
    assert without.notes == (f"{LEFT_OUT}1{remedy}",)
    if "include_implicit" in find(name).params:
        taken = run(find(name), store, {**arguments, "include_implicit": "true"})
        assert taken.notes == ()
        assert any("教育局" in row for row in taken.rows)
        assert not any("南屏县教育局" in row for row in without.rows)


def test_an_unknown_code_is_told_where_nothing_is_found(store: Store) -> None:
    answer = run(find("department_workload"), store, {"locality": "999999"})
    assert answer.rows == ()
    assert answer.notes == ("The graph holds nothing about locality 999999.",)


def test_a_known_place_without_rows_is_no_unknown_place(store: Store) -> None:
    assert run(find("department_workload"), store, {"locality": "990000"}).notes == ()
