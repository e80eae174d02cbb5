"""Lists of nodes and single nodes over HTTP."""

import pytest

from api.resources import plural
from ontology import load
from tests.api.doors import TestClient

PATHS = [plural(kind) for kind in load().nodes.values()]


@pytest.mark.parametrize("path", PATHS)
def test_each_type_has_a_list_and_shows_each_of_its_nodes(client: TestClient, path: str) -> None:
    page = client.get(f"/{path}").json()
    assert page["total"] >= 1 or path == "policies"
    for item in page["items"][:3]:
        shown = client.get(f"/{path}/{item['id']}")
        assert shown.status_code == 200
        assert shown.json()["node"] == item


def test_the_resources_have_their_plain_names() -> None:
    assert PATHS == ["concepts", "departments", "documents", "goals", "indicators", "localities",
                     "policies", "tasks"]


def test_pages_follow_each_other(client: TestClient) -> None:
    whole = [item["id"] for item in client.get("/tasks").json()["items"]]
    pages = [client.get("/tasks", params={"limit": 2, "offset": offset}).json()
             for offset in (0, 2, 4)]
    assert [item["id"] for page in pages for item in page["items"]] == whole
    assert {page["total"] for page in pages} == {5}


@pytest.mark.parametrize(("path", "wanted", "titles"), [
    ("tasks", {"title": "安全", "limit": 9},
     {"压实校园安全责任", "守护校园食品安全", "推进校园消防安全"}),
    ("tasks", {"title": "集团化", "position": 3}, {"深化集团化办学"}),
    ("tasks", {"status": "reported"}, set()),
    ("goals", {"title": "安全", "number": "一"}, {"守牢安全底线"}),
])
def test_filters_narrow_a_list(client: TestClient, path: str, wanted: dict[str, str | int],
                               titles: set[str]) -> None:
    page = client.get(f"/{path}", params=wanted).json()
    assert {item["title"] for item in page["items"]} == titles
    assert page["total"] == len(titles)


def test_a_node_comes_with_neighbours_and_evidence(client: TestClient) -> None:
    task = client.get("/tasks", params={"title": "压实"}).json()["items"][0]
    shown = client.get(f"/tasks/{task['id']}").json()
    around = {(one["relation"], one["direction"]): one["items"] for one in shown["neighbours"]}
    owners = {(end["label"], end["properties"]["role"]) for end in around["OWNED_BY", "out"]}
    assert owners == {("北屏县教育局安全科", "lead"), ("北屏县教育局基础教育科", "cooperating"),
                      ("北屏县教育局办公室", "cooperating")}
    assert [end["label"] for end in around["HAS_TASK", "in"]] == ["建设平安校园"]
    quotes = {row["quote"] for row in shown["evidence"] if row["what"] == "OWNED_BY"}
    assert any("牵头科室：安全科" in quote for quote in quotes)


@pytest.mark.parametrize(("path", "status", "said", "candidates"), [
    ("/tasks/nothing", 404, "nothing", []),
    ("/tasks/a b'\"}", 404, "Task", []),
    ("/taks", 404, "/taks", ["/tasks"]),
    ("/tasks?titel=x", 422, "titel", ["title"]),
    ("/tasks?status=done", 422, "planned", []),
    ("/tasks?limit=0", 422, "limit", []),
    ("/tasks?limit=501", 422, "limit", []),
    ("/tasks?offset=-1", 422, "offset", []),
    ("/goals?period_start=soon", 422, "period_start", []),
])
def test_a_wrong_request_gets_problem_details(client: TestClient, path: str, status: int, said: str,
                                              candidates: list[str]) -> None:
    response = client.get(path)
    problem = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, problem["status"]) == (status, status)
    assert said in problem["detail"]
    assert problem["candidates"] == candidates
    assert problem["type"].startswith("urn:edupolicy:problem:")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    response = client.request(method, "/tasks")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET"
    assert response.headers["content-type"] == "application/problem+json"
