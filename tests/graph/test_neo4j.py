"""What goes wrong with a server, each told in a sentence without the password."""

import logging
import time
from urllib.parse import quote

import pytest
from neo4j import GraphDatabase

from graph import Limits, open_store
from graph.errors import StoreError, StoreRefusedError, StoreUnavailableError
from ontology import Batch, Ontology
from ontology.rdf import DEFAULT_BASE
from tools.neo4j.server import Server


@pytest.fixture
def place(neo4j_url: Server) -> str:
    """Host and port of the server."""
    return neo4j_url.uri.partition("://")[2]


def test_a_wrong_password_is_refused(neo4j_url: Server, place: str) -> None:
    with pytest.raises(StoreRefusedError, match="refuses user 'neo4j'; check user and") as caught:
        open_store(f"neo4j://neo4j:top-secret@{place}", base=DEFAULT_BASE)
    assert "top-secret" not in str(caught.value)


def test_no_log_shows_the_password(neo4j_url: Server, place: str, ontology: Ontology,
                                   caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        store = open_store(f"neo4j://{neo4j_url.user}:{quote(neo4j_url.password)}@{place}",
                           base=DEFAULT_BASE)
        store.prepare(ontology)
        store.close()
    assert "LOGON" in caplog.text  # the driver tells every step there
    assert neo4j_url.password not in caplog.text
    assert neo4j_url.password not in repr(vars(store))


def test_no_user_is_refused(place: str) -> None:
    with pytest.raises(StoreRefusedError, match="wants a user"):
        open_store(f"neo4j://{place}", base=DEFAULT_BASE)


def test_user_and_password_may_come_as_parameters(neo4j_url: Server, place: str) -> None:
    store = open_store(f"bolt://{place}/neo4j", base=DEFAULT_BASE, user=neo4j_url.user,
                       password=neo4j_url.password)
    assert store.run("RETURN 1 AS one", {}, Limits()).rows == ((1,),)
    store.close()


def test_an_unknown_database_is_named(neo4j_url: Server, place: str) -> None:
    url = f"neo4j://{neo4j_url.user}:{quote(neo4j_url.password)}@{place}/nope"
    with pytest.raises(StoreError, match="nope"):
        open_store(url, base=DEFAULT_BASE)


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_an_address_where_nobody_answers(scheme: str) -> None:
    start = time.monotonic()
    with pytest.raises(StoreUnavailableError, match=f"No Neo4j answers at {scheme}://127.0.0.1:1;"):
        open_store(f"{scheme}://neo4j:secret@127.0.0.1:1", base=DEFAULT_BASE)
    assert time.monotonic() - start < 20


def test_nodes_of_others_are_left_alone(
        neo4j_url: Server, documents: tuple[Batch, ...], ontology: Ontology) -> None:
    url = neo4j_url.uri.replace("://", f"://{neo4j_url.user}:{quote(neo4j_url.password)}@")
    store = open_store(url, base=DEFAULT_BASE)
    with GraphDatabase.driver(neo4j_url.uri, auth=(neo4j_url.user, neo4j_url.password)) as driver:
        driver.execute_query("CREATE (:Recipe {id: 'soup'})")
        try:
            store.prepare(ontology)
            store.load(documents)
            store.load(())
            assert store.prepare(ontology)
            left = store.run("MATCH (n) RETURN n.id AS id", {}, Limits()).rows
            assert left == (("soup",),)
        finally:
            driver.execute_query("MATCH (n:Recipe) DELETE n")
            store.close()


def test_every_type_has_a_unique_id_and_what_is_looked_up_an_index(
        neo4j_url: Server, ontology: Ontology) -> None:
    url = neo4j_url.uri.replace("://", f"://{neo4j_url.user}:{quote(neo4j_url.password)}@")
    store = open_store(url, base=DEFAULT_BASE)
    try:
        store.prepare(ontology)
        unique = store.run("SHOW CONSTRAINTS YIELD labelsOrTypes AS labels, type "
                           "RETURN labels[0] AS label, type ORDER BY label", {}, Limits()).rows
        found = store.run("SHOW INDEXES YIELD labelsOrTypes AS labels, properties AS names, state "
                          "WHERE labels[0] IN ['Task', 'Department'] RETURN labels[0] AS label, "
                          "names[0] AS name, state ORDER BY label, name", {}, Limits()).rows
    finally:
        store.close()
    assert unique == tuple((name, "UNIQUENESS") for name in sorted(ontology.nodes))
    assert found == tuple((label, name, "ONLINE") for label, name in (
        ("Department", "full_name"), ("Department", "id"), ("Department", "name"),
        ("Task", "document"), ("Task", "id")))
