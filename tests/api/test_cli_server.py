"""The command line on a real Neo4j server."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.api.doors import Run
from tools.neo4j.server import Server

TASKS = "MATCH (t:Task) RETURN count(t.id) AS tasks"


@pytest.fixture
def server(neo4j_url: Server) -> str:
    """The address of the server with user and password."""
    return neo4j_url.uri.replace("://", f"://{neo4j_url.user}:{quote(neo4j_url.password)}@")


def tasks(run: Run, server: str) -> int:
    result = run("cypher", TASKS, "--format", "json", EDUPOLICY_CYPHER=server)
    assert result.exit_code == 0, result.stderr
    return int(json.loads(result.stdout)[0]["tasks"])


def test_a_server_is_filled_kept_and_asked(run: Run, plans: Path, server: str) -> None:
    run("ingest", plans / "north.txt")
    asked = run("query", "co_owners", EDUPOLICY_CYPHER=server)
    assert "edupolicy load --to neo4j://127.0.0.1" in asked.stderr
    assert run("load", "--to", server).exit_code == 0
    assert tasks(run, server) == 3
    assert run("ingest", plans, EDUPOLICY_CYPHER=server).exit_code == 0
    assert tasks(run, server) == 5
    embedded, served = (run("query", "co_owners", "--format", "json", **variables).stdout
                        for variables in ({}, {"EDUPOLICY_CYPHER": server}))
    assert json.loads(embedded) == json.loads(served) != []
    ids = [row["document"] for row in json.loads(run("documents", "--format", "json").stdout)]
    assert run("remove", *ids, EDUPOLICY_CYPHER=server).exit_code == 0
    assert tasks(run, server) == 0


def test_an_ingest_keeps_what_another_data_folder_put_there(
        run: Run, plans: Path, server: str, tmp_path: Path) -> None:
    assert run("rebuild", EDUPOLICY_CYPHER=server).exit_code == 0
    for name in ("north", "south"):
        done = run("ingest", plans / f"{name}.txt", EDUPOLICY_CYPHER=server,
                   EDUPOLICY_DATA=str(tmp_path / name))
        assert done.exit_code == 0, done.stderr
    assert tasks(run, server) == 5


def test_a_wrong_password_is_one_sentence(run: Run, neo4j_url: Server) -> None:
    address = neo4j_url.uri.replace("://", f"://{neo4j_url.user}:wrong@")
    result = run("rebuild", EDUPOLICY_CYPHER=address)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "wrong" not in result.stderr.splitlines()[0]
