"""Neo4j Browser draws a graph with Chinese names, as an analyst sees it."""

from collections.abc import Iterator

import pytest
from neo4j import GraphDatabase
from playwright.sync_api import Page

from tests.live.browser import BrowserError, draw, screenshot
from tools.neo4j.server import Server

GRAPH = """
CREATE (goal:Goal {name: '教育数字化'})-[:HAS_TASK]->(task:Task {name: '智慧校园'}),
       (task)-[:OWNED_BY]->(:Department {name: '市教育局'})
"""


@pytest.fixture
def small_graph(neo4j_url: Server) -> Iterator[None]:
    with GraphDatabase.driver(neo4j_url.uri, auth=(neo4j_url.user, neo4j_url.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        driver.execute_query(GRAPH)
        yield
        driver.execute_query("MATCH (n) DETACH DELETE n")  # a store would take them for others'


@pytest.mark.usefixtures("small_graph")
def test_browser_draws_nodes_with_chinese_captions(neo4j_browser: Page) -> None:
    captions = draw(neo4j_browser, "MATCH (n) RETURN n LIMIT 25")
    picture = screenshot(neo4j_browser, "neo4j-browser-small")
    assert sorted(captions) == ["市教育局", "教育数…", "智慧校园"]
    assert neo4j_browser.locator("g.node circle.b-outline").count() == 3
    assert neo4j_browser.locator("g.relationship").count() == 2
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.usefixtures("small_graph")
def test_browser_tells_why_nothing_is_drawn(neo4j_browser: Page) -> None:
    with pytest.raises(BrowserError, match="Variable `m` not defined"):
        draw(neo4j_browser, "MATCH (n)\nRETURN m")
    with pytest.raises(BrowserError, match="no records"):
        draw(neo4j_browser, "MATCH (n:Task)\nWHERE n.name = '无'\nRETURN n")
    # The page goes on after a refusal.
    assert draw(neo4j_browser, "MATCH (n:Department)\nRETURN n") == ["市教育局"]
