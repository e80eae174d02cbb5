"""Answers of all engines become one: kinds of cells and order of rows."""

from decimal import Decimal

import pytest

from graph import Cell, Rows
from queries.cells import arrange, cast
from queries.errors import AnswerError


@pytest.mark.parametrize(("kind", "given", "cell"), [
    ("number", 35.0, 35), ("number", 35, 35), ("number", Decimal(35), 35),
    ("number", 99.5, 99.5), ("number", Decimal("99.5"), 99.5), ("number", None, None),
    ("integer", 2.0, 2), ("integer", Decimal(2), 2), ("integer", 0, 0),
    ("text", "安全", "安全"), ("text", "", None), ("text", None, None), ("text", " ", " "),
    ("boolean", False, False), ("boolean", None, None),
])
def test_a_cell_gets_its_declared_kind(kind: str, given: Cell, cell: Cell) -> None:
    [[made]] = cast(Rows(("x",), ((given,),)), {"x": kind}, "tasks")
    assert (made, type(made)) == (cell, type(cell))


@pytest.mark.parametrize(("kind", "given"), [
    ("text", 3), ("integer", 2.5), ("integer", "2"), ("integer", True), ("number", "x"),
    ("number", float("nan")), ("boolean", 1), ("boolean", "true"),
])
def test_a_cell_of_another_kind_is_named(kind: str, given: Cell) -> None:
    with pytest.raises(AnswerError, match=rf"^tasks, x: .* no {kind}\.$"):
        cast(Rows(("x",), ((given,),)), {"x": kind}, "tasks")


def test_columns_come_in_their_declared_sequence() -> None:
    rows = Rows(("b", "a"), ((1, "x"), (2, "y")))
    assert cast(rows, {"a": "text", "b": "integer"}, "tasks") == [("x", 1), ("y", 2)]


def test_other_columns_than_declared_are_named() -> None:
    with pytest.raises(AnswerError, match="tasks: the answer has the columns a, c, declared are"):
        cast(Rows(("a", "c"), ()), {"a": "text", "b": "text"}, "tasks")


def test_rows_stand_in_the_declared_order_with_absent_values_last() -> None:
    rows: list[tuple[Cell, ...]] = [
        ("南", 1, "x"), (None, 2, "x"), ("北", None, "x"), ("北", 2, "x"), ("北", 10, "x")]
    assert arrange(rows, ("place", "tasks", "what"), (("tasks", True), ("place", False))) == [
        ("北", 10, "x"), ("北", 2, "x"), (None, 2, "x"), ("南", 1, "x"), ("北", None, "x")]


def test_the_columns_that_the_order_leaves_out_decide_between_equals() -> None:
    rows: list[tuple[Cell, ...]] = [(1, "b", None), (1, "b", "c"), (1, "a", "d")]
    assert arrange(rows, ("n", "x", "y"), (("n", True),)) == [
        (1, "a", "d"), (1, "b", "c"), (1, "b", None)]


def test_text_stands_by_code_point() -> None:
    rows: list[tuple[Cell, ...]] = [("é",), ("安",), ("Z",), ("a",), ("\U00020000",), ("\uffee",)]
    assert arrange(rows, ("x",), (("x", False),)) == [
        ("Z",), ("a",), ("é",), ("安",), ("\uffee",), ("\U00020000",)]


def test_mixed_directions_hold_at_every_place() -> None:
    rows: list[tuple[Cell, ...]] = [(a, b, c) for a in (1, 2) for b in (1, 2) for c in (1, 2)]
    assert arrange(rows, ("a", "b", "c"), (("a", False), ("b", True), ("c", False))) == [
        (1, 2, 1), (1, 2, 2), (1, 1, 1), (1, 1, 2), (2, 2, 1), (2, 2, 2), (2, 1, 1), (2, 1, 2)]
