"""A text of the data owner's own on every store: it reads, or it is refused, or it is ended."""

import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import Language, Limits, Store
from graph.backends import find
from graph.errors import (
    QueryError,
    QueryLimitError,
    QueryRefusedError,
    StoreError,
    StoreUnavailableError,
)
from graph.guard import run_bounded
from ontology import Batch
from ontology.rdf import DEFAULT_BASE

Look = Callable[[Store], set[tuple[object, ...]]]
ENDLESS = {
    "ladybug": ["UNWIND range(1, 200000000) AS x WITH collect(x) AS l RETURN size(l)",
                "MATCH (a)-[*1..30]-(b) RETURN count(*)"],
    "neo4j": ["UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(*)",
              "MATCH (a)-[*1..30]-(b) RETURN count(*)"],
    "oxigraph": ["SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
                 "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"],
}
GREEDY = {
    "ladybug": "UNWIND range(1, 1000000000) AS x RETURN count(x)",
    "neo4j": "UNWIND range(1, 200000000) AS x WITH collect(x) AS l RETURN size(l)",
}
WRITING = (
    "CHECKPOINT", "CALL threads=1", "CALL timeout=60000", "BEGIN TRANSACTION",
    "LOAD EXTENSION '/tmp/none.so'", "CREATE (n:Concept {id: 'x'})", "MATCH (n) DETACH DELETE n",
    "DROP TABLE Task", "SHOW USERS", "TERMINATE TRANSACTION 'x'", "CALL dbms.listConfig()",
    "CALL db.createLabel('x')", "CREATE USER x SET PASSWORD 'long enough'",
    "CREATE INDEX FOR (n:Task) ON (n.text)", "MATCH (n) SET n.name = 'x'",
    "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "INSERT DATA { <a:b> <a:c> 1 }",
    "LOAD <http://127.0.0.1/>", "DROP ALL")


@pytest.fixture
def language(url: str) -> Language:
    """The language of the store."""
    return find(url).language


@pytest.fixture
def filled(store: Store, documents: tuple[Batch, ...]) -> Store:
    """The store with the small graph in it."""
    store.load(documents)
    return store


def test_a_text_is_answered_beside_a_writer(filled: Store, url: str, language: Language) -> None:
    text = "MATCH (t:Task) RETURN t.id AS id ORDER BY id" if language is Language.CYPHER else \
        "SELECT ?id { ?id a edu:Task } ORDER BY ?id"
    rows = run_bounded(url, DEFAULT_BASE, text, Limits(rows=3))
    assert rows.columns == ("id",)
    assert rows.rows == (("task-doc-a-1",), ("task-doc-a-2",), ("task-doc-b-1",))
    assert rows.truncated


def test_parts_of_a_graph_become_text(filled: Store, url: str, language: Language) -> None:
    if language is Language.SPARQL:
        assert run_bounded(url, DEFAULT_BASE, "ASK { ?s a edu:Task }", Limits()).rows == ((True,),)
        triples = run_bounded(url, DEFAULT_BASE, "DESCRIBE id:health", Limits())
        assert triples.columns == ("subject", "predicate", "object")
        assert ("health", "http://www.w3.org/2004/02/skos/core#prefLabel", "健康") in triples.rows
        return
    text = ("MATCH p = (n:Concept {id: 'fire-safety'})-[r:BROADER]->(m) "
            "RETURN n, r, p, [1, 2] AS l, {a: 1.5} AS m2")
    (row,) = run_bounded(url, DEFAULT_BASE, text, Limits()).rows
    node, relation, path, numbers, pairs = map(str, row)
    assert '"type":"Concept"' in node
    assert '"name":"消防安全"' in node
    assert relation == '{"type":"BROADER"}'
    assert path.startswith('{"nodes":[{"type":"Concept"')
    assert path.endswith('"relations":[{"type":"BROADER"}]}')
    assert (numbers, pairs) == ("[1,2]", '{"a":1.5}')


@pytest.mark.parametrize("number", [0, 1])
def test_an_endless_query_is_ended_in_time_and_harms_nothing(
        filled: Store, url: str, scheme: str, held: Look, number: int) -> None:
    before = held(filled)
    start = time.monotonic()
    with pytest.raises(QueryLimitError, match=r"took longer than 2 s|needs more memory"):
        run_bounded(url, DEFAULT_BASE, ENDLESS[scheme][number], Limits(seconds=2))
    assert time.monotonic() - start < 15
    assert held(filled) == before


@pytest.mark.parametrize("scheme", GREEDY, indirect=True)
def test_a_greedy_query_is_ended(filled: Store, url: str, scheme: str) -> None:
    """The third engine streams; its endless queries are ended by time."""
    with pytest.raises(QueryLimitError):
        run_bounded(url, DEFAULT_BASE, GREEDY[scheme], Limits(seconds=8))


def test_a_wrong_text_is_named_in_one_line(filled: Store, url: str) -> None:
    with pytest.raises(QueryError, match="not understood") as caught:
        run_bounded(url, DEFAULT_BASE, "MATCH (n:Task\nRETURN n", Limits())
    assert "\n" not in str(caught.value)


def test_no_file_is_read_or_written(
        filled: Store, url: str, language: Language, tmp_path: Path) -> None:
    secret, out = tmp_path / "secret.csv", tmp_path / "out.csv"
    secret.write_text("secret\n")
    texts = [f"COPY (MATCH (n) RETURN n.id) TO '{out}'",
             f"MATCH (n) RETURN n.id; COPY (MATCH (n) RETURN n.id) TO '{out}'",
             f"EXPLAIN MATCH (n) RETURN n.id; COPY (MATCH (n) RETURN n.id) TO '{out}'",
             f"EXPORT DATABASE '{out}'",
             f"LOAD FROM '{secret}' (header=false) RETURN *",
             f"WITH 1 AS x LOAD CSV FROM 'file://{secret}' AS line RETURN line"]
    if language is Language.SPARQL:
        texts = [f"SELECT * {{ SERVICE <file://{secret}> {{ ?s ?p ?o }} }}",
                 f"LOAD <file://{secret}>", f"SELECT * FROM <file://{secret}> {{ ?s ?p ?o }}"]
    for text in texts:
        try:
            assert run_bounded(url, DEFAULT_BASE, text, Limits()).rows == (), text
        except (QueryRefusedError, QueryError):
            continue
    assert not out.exists()


def test_nothing_is_fetched(filled: Store, url: str, language: Language) -> None:
    """A listener on this machine waits for a request that must not come."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        heard = threading.Event()

        def listen() -> None:
            try:
                listener.accept()
            except OSError:  # closed below: nobody called
                return
            heard.set()

        threading.Thread(target=listen, daemon=True).start()
        there = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        texts = [f"LOAD CSV FROM '{there}' AS line RETURN line",
                 f"UNWIND [1] AS x LOAD CSV FROM '{there}' AS line RETURN line",
                 f"INSTALL json FROM '{there}'", f"FORCE INSTALL json FROM '{there}'"]
        if language is Language.SPARQL:
            texts = [f"SELECT * {{ SERVICE SILENT <{there}> {{ ?s ?p ?o }} }}",
                     f"SELECT * {{ BIND(<{there}> AS ?w) SERVICE ?w {{ ?s ?p ?o }} }}",
                     f"SELECT * {{ \\u0053ERVICE <{there}> {{ ?s ?p ?o }} }}"]
        for text in texts:
            with pytest.raises((QueryRefusedError, QueryError)):
                run_bounded(url, DEFAULT_BASE, text, Limits())
        time.sleep(0.2)
        assert not heard.is_set()
        listener.shutdown(socket.SHUT_RDWR)


def test_nothing_is_written_or_administered(filled: Store, url: str, held: Look) -> None:
    before = held(filled)
    for text in WRITING:
        with pytest.raises((QueryRefusedError, QueryError)):
            run_bounded(url, DEFAULT_BASE, text, Limits())
    assert held(filled) == before


def test_the_engine_refuses_what_the_words_would_let_through(
        filled: Store, url: str, scheme: str, held: Look, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    """The second lock: the process's own bounds and each engine's look at a text."""
    monkeypatch.setattr("graph.guard.refuse", lambda *_: None)
    before = held(filled)
    out = tmp_path / "out.csv"
    texts = {"ladybug": [f"MATCH (n) RETURN n.id; COPY (MATCH (n) RETURN n.id) TO '{out}'",
                         "CREATE (n:Concept {id: 'x'})"],
             "neo4j": ["SHOW USERS", "CREATE (n:Concept {id: 'x'})",
                       "MATCH (n) RETURN n; MATCH (n) RETURN n"],
             "oxigraph": ["DROP ALL", "INSERT DATA { <a:b> <a:c> 1 }"]}
    for text in texts[scheme]:
        with pytest.raises((QueryRefusedError, QueryError)):
            run_bounded(url, DEFAULT_BASE, text, Limits())
    assert not out.exists()
    assert held(filled) == before


def test_no_process_is_left(filled: Store, url: str, scheme: str) -> None:
    def children() -> set[str]:
        return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split())

    if not Path("/proc/self/task").exists():
        pytest.skip("only Linux shows the children of a process in /proc")
    before = children()
    with pytest.raises(QueryLimitError):
        run_bounded(url, DEFAULT_BASE, ENDLESS[scheme][0], Limits(seconds=1))
    for pid in children() - before:  # the interpreter's own process, which tidies up, may be new
        assert b"resource_tracker" in Path(f"/proc/{pid}/cmdline").read_bytes()


def test_a_store_that_does_not_open_is_named(scheme: str, tmp_path: Path) -> None:
    url = "bolt://127.0.0.1:1" if scheme == "neo4j" else f"{scheme}:{tmp_path / 'none'}"
    text = "ASK {}" if scheme == "oxigraph" else "MATCH (n) RETURN n"
    with pytest.raises(StoreUnavailableError, match=r"no store at|No Neo4j answers"):
        run_bounded(url, DEFAULT_BASE, text, Limits())


def test_an_unknown_kind_of_store_is_named() -> None:
    with pytest.raises(StoreError, match="Unknown kind of store 'mongo'; a store is one of ladyb"):
        run_bounded("mongo:x", DEFAULT_BASE, "MATCH (n) RETURN n", Limits())
