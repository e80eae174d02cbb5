"""Questions on the command line."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping
from time import monotonic

import pytest

from tests.api.doors import Rows, Run

CO_OWNERS = [
    {"locality": locality, "department": department, "co_department": other, "tasks": 1}
    for locality, department, other in (
        ("北屏县", "办公室", "基础教育科"), ("北屏县", "办公室", "安全科"),
        ("北屏县", "基础教育科", "安全科"), ("北屏县", "安全科", "市场监管局"),
        ("南屏县", "基础教育科", "安全科"))]


def by_text(rows: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    return sorted(rows, key=lambda row: json.dumps(row, ensure_ascii=False))


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_both_languages_give_the_rows_that_the_plans_say(rows: Rows, language: str) -> None:
    found = rows("query", "co_owners", "concept=安全", "--language", language)
    assert by_text(found) == by_text(CO_OWNERS)


def test_without_a_name_all_questions_are_listed_with_an_example(rows: Rows) -> None:
    listed = {row["question"]: row for row in rows("query")}
    assert listed["co_owners"]["example"] == "edupolicy query co_owners concept=安全"
    assert all(row["zh"] and row["en"] for row in listed.values())


def test_names_and_notes_go_to_the_standard_error(ask: Run) -> None:
    result = ask("query", "co_owners", "concept=安全", "--format", "json")
    assert "concept: 安全" in result.stderr
    json.loads(result.stdout)


def test_a_table_ends_with_how_to_see_where_it_is_written(ask: Run, rows: Rows) -> None:
    result = ask("query", "task_owners", "concept=食品安全")
    command = result.stderr.strip().splitlines()[-1].rpartition("edupolicy ")[2]
    evidence = rows(*command.split())
    assert any("安全科" in row["quote"] for row in evidence)


def test_csv_has_a_line_of_columns_and_one_for_each_row(ask: Run) -> None:
    result = ask("query", "co_owners", "concept=安全", "--format", "csv")
    found = list(csv.DictReader(io.StringIO(result.stdout)))
    assert by_text(found) == by_text([{**row, "tasks": "1"} for row in CO_OWNERS])


def test_a_limit_cuts_the_rows_and_says_so(ask: Run) -> None:
    result = ask("query", "co_owners", "--limit", "2", "--format", "json")
    assert len(json.loads(result.stdout)) == 2
    assert "2 of 5 rows." in result.stderr


def test_an_empty_answer_is_an_empty_list_and_no_error(ask: Run) -> None:
    result = ask("query", "co_owners", "concept=双减", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert "No rows." in result.stderr


@pytest.mark.parametrize(("arguments", "said"), [
    (["co_owner"], "co_owners"),
    (["co_owners", "concpt=安全"], "concept"),
    (["co_owners", "安全"], "KEY=VALUE"),
    (["co_owners", "concept=安全", "concept=健康"], "twice"),
    (["co_owners", "concept=食品安生"], "食品安全"),
    (["department_tasks", "department=基础教育课"], "基础教育科"),
    (["department_workload", "locality=北平县"], "北屏县"),
    (["department_workload"], "locality"),
    (["co_owners", "role=boss"], "lead"),
])
def test_a_wrong_question_is_one_sentence_that_offers_what_is_meant(ask: Run, arguments: list[str],
                                                                    said: str) -> None:
    result = ask("query", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr


@pytest.mark.parametrize(("command", "text"), [
    ("cypher", "MATCH (t:Task) RETURN t.title AS title"),
    ("sparql", "SELECT ?title WHERE { ?t a edu:Task ; dcterms:title ?title }"),
])
def test_the_owner_asks_in_his_own_words(rows: Rows, command: str, text: str) -> None:
    titles = {row["title"] for row in rows(command, text)}
    assert titles == {"压实校园安全责任", "守护校园食品安全", "深化集团化办学", "推进校园消防安全",
                      "推进集团化办学"}


@pytest.mark.parametrize(("command", "text"), [
    ("cypher", "CREATE (:Concept {id: 'x', name: 'x', name_en: 'x'})"),
    ("cypher", "MATCH (t:Task) SET t.title = 'x' RETURN t.title"),
    ("cypher", "MATCH (t:Task) RETURN t.id; MATCH (t:Task) RETURN t.id"),
    ("sparql", "DELETE WHERE { ?s ?p ?o }"),
    ("cypher", "MATCH (t:Tusk) RETURN t.id"),
    ("sparql", "SELECT nonsense"),
])
def test_a_text_that_writes_or_is_wrong_is_refused(ask: Run, rows: Rows, command: str,
                                                   text: str) -> None:
    result = ask(command, text)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: ")
    assert "Traceback" not in result.stderr
    assert len(rows("cypher", "MATCH (t:Task) WHERE t.title <> 'x' RETURN t.id AS id")) == 5


def test_an_endless_text_is_ended_at_its_limit(ask: Run) -> None:
    start = monotonic()
    endless = "UNWIND range(1, 100000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y) AS s"
    result = ask("cypher", endless, "--seconds", "1")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "1 s" in result.stderr
    assert monotonic() - start < 60


def test_before_the_first_ingest_answers_are_empty(run: Run) -> None:
    result = run("query", "shared_concepts", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


@pytest.mark.parametrize(("variables", "said"), [
    ({"EDUPOLICY_CYPHER": "oxigraph:x"}, "EDUPOLICY_CYPHER"),
    ({"EDUPOLICY_CYPHER": "mysql:x"}, "EDUPOLICY_CYPHER"),
    ({"EDUPOLICY_BASE_IRI": "nonsense"}, "EDUPOLICY_BASE_IRI"),
    ({"EDUPOLICY_DATA": sys.executable}, sys.executable),
])
def test_a_wrong_setting_is_named(run: Run, variables: dict[str, str], said: str) -> None:
    result = run("query", "shared_concepts", **variables)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
