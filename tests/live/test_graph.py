"""The sample documents on a real server: filled by the command, drawn by Neo4j Browser."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from neo4j import GraphDatabase
from playwright.sync_api import Page

from tests.live.browser import draw, screenshot
from tools.neo4j.server import Server

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("edupolicy")


@pytest.fixture
def filled(neo4j_url: Server, tmp_path: Path) -> dict[str, str]:
    """The environment of a graph that was read with embedded stores, then put on the server."""
    with GraphDatabase.driver(neo4j_url.uri, auth=(neo4j_url.user, neo4j_url.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    embedded = os.environ | {"EDUPOLICY_DATA": str(tmp_path / "data"),
                             "EDUPOLICY_PLACES": str(ROOT / "docs" / "places.csv")}
    edupolicy("ingest", str(ROOT / "samples"), environment=embedded)
    url = neo4j_url.uri.replace("://", f"://{neo4j_url.user}:{quote(neo4j_url.password)}@")
    server = embedded | {"EDUPOLICY_CYPHER": url}
    edupolicy("rebuild", environment=server)
    return server


def edupolicy(*arguments: str, environment: dict[str, str]) -> str:
    done = subprocess.run([COMMAND, *arguments], env=environment, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_server_answers_what_the_embedded_stores_answer(filled: dict[str, str]) -> None:
    question = ("query", "co_owners", "concept=安全", "--format", "json")
    embedded = {name: value for name, value in filled.items() if name != "EDUPOLICY_CYPHER"}
    rows = edupolicy(*question, environment=filled)
    assert rows.count("\n") > 100
    assert rows == edupolicy(*question, environment=embedded)
    assert rows == edupolicy(*question, "--language", "sparql", environment=filled)


def test_browser_shows_who_owns_safety_tasks(filled: dict[str, str], neo4j_browser: Page) -> None:
    captions = draw(neo4j_browser, "MATCH (c:Concept {name: '校园安全'})<-[a:ABOUT]-(t:Task)"
                                   "-[o:OWNED_BY]->(d:Department) RETURN c, a, t, o, d LIMIT 12")
    picture = screenshot(neo4j_browser, "neo4j-browser-safety")
    assert any("安全" in caption for caption in captions)
    assert len(captions) >= 8
    assert picture.stat().st_size > 10_000
