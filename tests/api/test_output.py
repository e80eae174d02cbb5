"""Forms of rows."""

import json

import pytest

from api.cli.output import Cell, Format, write

COLUMNS = ["名称", "value"]
ROWS: list[list[Cell]] = [["安全[red]科[/red]", 1.5], [None, True], ["a\x1b[31mb\nc\u200b", 35]]


def test_json_keeps_every_cell(capsys: pytest.CaptureFixture[str]) -> None:
    write(COLUMNS, ROWS, Format.JSON)
    assert json.loads(capsys.readouterr().out) == [dict(zip(COLUMNS, row, strict=True))
                                                   for row in ROWS]


def test_csv_leaves_absent_cells_empty(capsys: pytest.CaptureFixture[str]) -> None:
    write(COLUMNS, ROWS[:2], Format.CSV)
    assert capsys.readouterr().out == "名称,value\n安全[red]科[/red],1.5\n,true\n"


def test_a_table_shows_marks_but_no_controls(capsys: pytest.CaptureFixture[str]) -> None:
    write(COLUMNS, ROWS, Format.TABLE)
    shown = capsys.readouterr().out
    assert "安全[red]科[/red]" in shown
    assert "a\ufffd[31mb c" in shown


def test_a_table_that_no_terminal_bounds_cuts_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    write(["long"], [["字" * 500]], Format.TABLE)
    assert "字" * 500 in capsys.readouterr().out


@pytest.mark.parametrize("form", Format)
def test_no_rows_are_no_fault(capsys: pytest.CaptureFixture[str], form: Format) -> None:
    write(COLUMNS, [], form)
    shown = capsys.readouterr().out
    assert shown == "[]\n" if form is Format.JSON else "名称" in shown
