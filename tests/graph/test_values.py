"""Values on their way to a Cypher engine and back, and the limits of an answer."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from graph.errors import QueryLimitError
from graph.rows import gather
from graph.store import Cell, Limits, Param, Rows
from graph.values import cell, scalar
from ontology import Ref


@pytest.mark.parametrize(("value", "wanted"), [
    (None, None), ("安全", "安全"), (3, 3), (2.5, 2.5), (True, True),
    (Decimal("3"), 3), (Decimal("3.00"), 3), (Decimal("2.5"), 2.5),
    (date(2031, 1, 2), "2031-01-02"), ([1, None, "“安”"], '[1,null,"“安”"]'),
    ({"a": [Decimal("1.5")], "b": date(2031, 1, 2)}, '{"a":[1.5],"b":"2031-01-02"}'),
])
def test_a_value_becomes_a_scalar(value: object, wanted: Cell) -> None:
    found = cell(value)
    assert found == wanted
    assert type(found) is type(wanted)


@pytest.mark.parametrize(("param", "wanted"), [
    (Ref("Task", "task-1"), "task-1"), ("text", "text"), (3, 3), (["a", "b"], ["a", "b"]),
    ([Ref("Task", "a"), Ref("Task", "b")], ["a", "b"]), ((), []),
])
def test_a_parameter_becomes_what_drivers_take(param: Param, wanted: object) -> None:
    assert scalar(param) == wanted


def test_an_answer_ends_at_its_limits() -> None:
    rows: list[list[Cell]] = [["ab", 1], ["cd", 2], ["ef", 3]]
    assert gather(["a", "n"], rows, Limits()) == Rows(("a", "n"), (("ab", 1), ("cd", 2), ("ef", 3)))
    assert gather(["a", "n"], rows, Limits(rows=2)).rows == (("ab", 1), ("cd", 2))
    assert gather(["a", "n"], rows, Limits(rows=2)).truncated
    assert not gather(["a", "n"], rows, Limits(rows=3)).truncated
    assert gather(["a", "n"], rows, Limits(characters=5)).rows == (("ab", 1), ("cd", 2))


def test_an_endless_answer_ends_in_time() -> None:
    def endless() -> Iterator[list[Cell]]:
        while True:
            yield [1]

    with pytest.raises(QueryLimitError, match=r"longer than 0\.05 s"):
        gather(["n"], endless(), Limits(seconds=0.05, rows=10**9))
