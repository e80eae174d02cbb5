"""Whether the server runs and can answer."""

from pathlib import Path

import pytest
from fastapi import FastAPI

from api import handlers
from api.app import create_app
from api.problems import TABLE, classify
from api.settings import Settings
from tests.api.doors import TestClient


def test_a_server_with_both_stores_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"cypher": 2, "sparql": 2}


def test_a_server_without_a_store_runs_but_is_not_ready(folder: Path) -> None:
    settings = Settings(data=folder, cypher="bolt://127.0.0.1:1", sparql="")
    with TestClient(create_app(settings)) as client:
        assert client.get("/healthz").status_code == 200
        for path in ("/readyz", "/tasks", "/queries/co_owners"):
            response = client.get(path)
            assert response.status_code == 503
            assert "127.0.0.1:1" in response.json()["detail"]
        assert client.get("/queries/co_owners?language=sparql").status_code == 200


def test_an_empty_data_folder_is_served(folder: Path) -> None:
    with TestClient(create_app(Settings(data=folder, cypher="", sparql=""))) as client:
        assert client.get("/readyz").json() == {"cypher": 0, "sparql": 0}
        assert client.get("/tasks").json()["items"] == []


@pytest.mark.parametrize("kind", TABLE)
def test_every_error_of_the_table_becomes_its_status(kind: type[Exception]) -> None:
    app = FastAPI()
    handlers.register(app)
    error = kind.__new__(kind, "so it is")

    @app.get("/")
    def fail() -> None:
        raise error

    response = TestClient(app).get("/")
    assert response.status_code == classify(error).status == TABLE[kind].status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"] == "so it is"


def test_a_fault_of_the_server_says_nothing_of_its_inside() -> None:
    app = FastAPI()
    handlers.register(app)

    @app.get("/")
    def fail() -> None:
        raise KeyError("secret")

    response = TestClient(app, raise_server_exceptions=False).get("/")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert response.headers["content-type"] == "application/problem+json"
