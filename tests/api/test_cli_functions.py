"""Functions of names, without any store."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.app import app
from tests.api.doors import Run, Spawn


def test_rows_hold_the_concepts_of_each_name_in_its_order(run: Run, folder: Path) -> None:
    result = run("functions", "职社科", "教体局", "综合科", "职社科", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = json.loads(result.stdout)
    assert [row["name"] for row in rows] == ["职社科", "教体局", "综合科", "职社科"]
    assert rows[0]["functions"] == ["function-vocational", "function-lifelong"]
    assert rows[1] == {"name": "教体局", "labels": ["教育行政", "体育"],
                       "functions": ["function-education-administration", "function-sport"]}
    assert rows[2]["functions"] == []
    assert not folder.exists()


def test_names_given_together_explain_one_another(run: Run) -> None:
    alone = json.loads(run("functions", "学特科", "--format", "json").stdout)
    full = "学前教育与特殊教育科"
    beside = json.loads(run("functions", "--together", "学特科", full, "--format", "json").stdout)
    assert alone[0]["functions"] == []
    assert beside[0]["functions"] == ["function-preschool", "function-special"]


def test_a_table_shows_labels(run: Run) -> None:
    result = run("functions", "职社科")
    head, *_ = [line for line in result.stdout.splitlines() if "name" in line]
    assert [column.strip() for column in head.strip("┃").split("┃")] == [
        "name", "functions", "labels"]
    assert "职业教育、终身教育" in result.stdout


def test_csv_joins_the_functions(run: Run) -> None:
    assert run("functions", "职社科", "--format", "csv").stdout == (
        "name,functions,labels\n职社科,function-vocational、function-lifelong,职业教育、终身教育\n")


@pytest.mark.parametrize("text", ["基教科\n\n 财政局 \n", "\ufeff基教科\r\n财政局"])
def test_a_dash_reads_names_one_a_line(text: str) -> None:
    result = CliRunner().invoke(app, ["functions", "-", "--format", "json"],
                                input=text.encode())
    assert [row["name"] for row in json.loads(result.stdout)] == ["基教科", "财政局"]


@pytest.mark.parametrize(("arguments", "given", "said"), [
    ([""], b"", "name is empty"), (["基教科", " "], b"", "name is empty"),
    (["-"], b"", "no name"), (["-"], b"\n \n", "no name"), (["-"], b"\xff\xfe\n", "UTF-8")])
def test_a_missing_name_is_one_sentence(arguments: list[str], given: bytes, said: str) -> None:
    result = CliRunner().invoke(app, ["functions", *arguments], input=given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr


def test_neither_a_store_nor_jieba_is_loaded(spawn: Spawn) -> None:
    code = ("import sys; from api.cli.app import app\n"
            "try: app(['functions', '职社科', '综合科'])\n"
            "except SystemExit: pass\n"
            "print([one for one in ('jieba', 'ladybug', 'graph.ledger', "
            "'fastapi') if one in sys.modules])")
    out, _ = spawn(code=code).communicate()
    assert out.splitlines()[-1] == "[]"
