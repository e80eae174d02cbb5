"""Named questions over HTTP."""

import csv
import io

import pytest

import queries
from tests.api.doors import TestClient


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_a_question_is_answered_in_both_languages(client: TestClient, language: str) -> None:
    answer = client.get("/queries/co_owners", params={"concept": "安全", "language": language})
    body = answer.json()
    assert answer.status_code == 200
    assert {(row["department"], row["co_department"]) for row in body["rows"]} >= {
        ("安全科", "市场监管局")}
    assert body["resolved"] == {"concept": {"safety": "安全"}}
    assert (body["language"], body["total"], body["truncated"]) == (language, 5, False)


def test_accept_chooses_csv(client: TestClient) -> None:
    response = client.get("/queries/co_owners", headers={"Accept": "text/csv"})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(list(csv.DictReader(io.StringIO(response.text)))) == 5


def test_a_limit_cuts_the_rows_and_keeps_the_total(client: TestClient) -> None:
    body = client.get("/queries/co_owners?limit=2").json()
    assert (len(body["rows"]), body["total"], body["truncated"]) == (2, 5, True)


def test_the_catalogue_lists_every_question(client: TestClient) -> None:
    listed = client.get("/queries").json()
    assert [one["name"] for one in listed] == list(queries.load())
    assert all(one["summary"]["zh"] and one["summary"]["en"] for one in listed)


@pytest.mark.parametrize("name", queries.load())
def test_each_question_has_a_route_that_answers_its_example(client: TestClient, name: str) -> None:
    response = client.get(f"/queries/{name}", params=queries.find(name).example)
    assert response.status_code in (200, 404)  # the example's place may not be in this graph
    if response.status_code == 200:
        assert response.json()["columns"] == list(queries.find(name).columns)


@pytest.mark.parametrize(("path", "status", "said", "candidate"), [
    ("co_owner", 404, "co_owner", "co_owners"),
    ("co_owners?concept=食品安生", 404, "食品安生", "食品安全"),
    ("department_tasks?department=基础教育课", 404, "基础教育课", "基础教育科"),
    ("department_workload?locality=北平县", 404, "北平县", "北屏县"),
    ("co_owners?concpt=安全", 422, "concpt", "concept"),
    ("co_owners?role=boss", 422, "lead", None),
    ("co_owners?language=sql", 422, "cypher", None),
    ("department_workload", 422, "locality", None),
    ("shared_concepts?min_localities=many", 422, "min_localities", None),
    ("task_owners?concept=安全&include_implicit=perhaps", 422, "include_implicit", None),
])
def test_a_wrong_question_gets_problem_details(client: TestClient, path: str, status: int,
                                               said: str, candidate: str | None) -> None:
    response = client.get(f"/queries/{path}")
    problem = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, problem["status"]) == (status, status)
    assert said in problem["detail"]
    assert candidate is None or candidate in problem["candidates"]


def test_a_raw_query_text_has_no_route(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {method for path in paths.values() for method in path} == {"get"}
    assert "/cypher" not in paths
    assert "/sparql" not in paths


def test_the_documentation_shows_the_examples_of_the_query_files(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for name, question in queries.load().items():
        operation = paths[f"/queries/{name}"]["get"]
        assert operation["summary"] == question.summary["en"]
        shown = {one["name"]: one["schema"].get("examples") for one in operation["parameters"]}
        for parameter in question.params:
            example = question.example.get(parameter)
            assert shown[parameter] == ([example] if example else None)
        assert "text/csv" in operation["responses"]["200"]["content"]
        assert "application/problem+json" in operation["responses"]["4XX"]["content"]


def test_the_documentation_page_is_there(client: TestClient) -> None:
    assert "openapi.json" in client.get("/docs").text
