"""The notebook and the page about notebooks ask a real Neo4j, by its driver and by py2neo."""

import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from neo4j import GraphDatabase

from api.notebook import open_graph
from tests.notebooks import ROOT, environment, run_notebook, run_page
from tools.neo4j.server import Server

CHECK = """
assert same
assert len(by_driver) == len(by_py2neo) > 100
"""


class Filled(NamedTuple):
    """A data folder of the samples, and the variables that name a server with its graph."""

    data: Path
    variables: dict[str, str]


@pytest.fixture(scope="module")
def filled(neo4j_url: Server, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """A server with the graph of the samples."""
    login = neo4j_url.user, neo4j_url.password
    data = tmp_path_factory.mktemp("data")
    with GraphDatabase.driver(neo4j_url.uri, auth=login) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    subprocess.run(
        ["edupolicy", "ingest", "samples"], cwd=ROOT, check=True, capture_output=True,
        env=environment(EDUPOLICY_DATA=str(data), EDUPOLICY_PLACES="docs/places.csv",
                        EDUPOLICY_CYPHER=neo4j_url.uri, EDUPOLICY_CYPHER_AUTH="/".join(login)))
    return Filled(data, {"NEO4J_URI": neo4j_url.uri, "NEO4J_USERNAME": neo4j_url.user,
                         "NEO4J_PASSWORD": neo4j_url.password})


def test_all_clients_give_the_same_rows(filled: Filled, tmp_path: Path) -> None:
    run_notebook(tmp_path, CHECK, **filled.variables)


def test_the_blocks_of_the_page_run(filled: Filled, tmp_path: Path) -> None:
    run_page(tmp_path, **filled.variables)


def test_a_server_answers_named_questions_as_the_embedded_store_does(
        filled: Filled, neo4j_url: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDUPOLICY_PLACES", str(ROOT / "docs" / "places.csv"))
    frames = []
    for address in (neo4j_url.uri, ""):
        monkeypatch.setenv("EDUPOLICY_CYPHER", address)
        monkeypatch.setenv("EDUPOLICY_CYPHER_AUTH", f"{neo4j_url.user}/{neo4j_url.password}")
        graph = open_graph(filled.data)
        frames.append(graph.ask("indicators").to_df())
        assert graph.network("departments").number_of_edges() > 100
    assert frames[0].equals(frames[1])
