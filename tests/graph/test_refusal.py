"""Texts that would do more than read the graph."""

import time

import pytest

from graph.errors import QueryRefusedError
from graph.refusal import refuse
from graph.store import Language

BAD_CYPHER = {
    "LOAD FROM '/etc/passwd' (file_format='csv') RETURN *": "LOAD",
    "WITH 1 AS x LOAD FROM '/etc/passwd' (file_format='csv') RETURN *": "LOAD",
    "with 1 as x load csv from 'http://x.example/' as line return line": "LOAD",
    "MATCH (n) WITH n LO\\u0041D CSV FROM 'file:///etc/passwd' AS l RETURN l": "LOAD",
    "RETURN '\\u0027 AS x LOAD CSV FROM \\u0027file:///etc/passwd' AS l": "LOAD",
    "COPY (MATCH (n) RETURN n.id) TO '/tmp/out.csv'": "COPY",
    "MATCH (n) RETURN n /* ; */; COPY (MATCH (n) RETURN n.id) TO '/tmp/out.csv'": "COPY",
    "EXPLAIN MATCH (n) RETURN n": "EXPLAIN",
    "MATCH (n) RETURN n; MATCH (n) RETURN n": "several statements",
    "INSTALL httpfs": "INSTALL",
    "FORCE INSTALL httpfs FROM 'http://x.example/'": "FORCE",
    "LOAD EXTENSION '/tmp/x.so'": "LOAD",
    "EXPORT DATABASE '/tmp/out'": "EXPORT",
    "ATTACH '/tmp/x.db' AS x (dbtype sqlite)": "ATTACH",
    "CALL threads=8": "CALL",
    "CALL show_tables() RETURN *": "CALL",
    "MATCH (n) CALL db.createLabel('x') RETURN n": "CALL",
    "CALL dbms.listConfig() YIELD name RETURN name": "CALL",
    "CHECKPOINT": "CHECKPOINT",
    "BEGIN TRANSACTION": "BEGIN",
    "CREATE (n:X)": "CREATE",
    "MATCH (n) SET n.name = 'x'": "SET",
    "MATCH (n) /* quick */ DETACH /* … */ DELETE n": "DETACH",
    "MATCH (n) // '\nDELETE n // '": "DELETE",
    "MATCH (n) REMOVE n.name": "REMOVE",
    "MATCH (n) FOREACH (x IN [1] | MERGE (:X))": "FOREACH",
    "MATCH (n) CALL (n) { CREATE (:X) } RETURN n": "CREATE",
    "SHOW USERS": "SHOW",
    "TERMINATE TRANSACTION 'neo4j-transaction-1'": "TERMINATE",
    "DROP TABLE Task": "DROP",
    "CREATE MACRO f(x) AS x": "CREATE",
    "PROFILE MATCH (n) RETURN n": "PROFILE",
    "USE system MATCH (n) RETURN n": "USE",
    "CYPHER 5 MATCH (n) RETURN n": "CYPHER",
}
BAD_SPARQL = {
    "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * { service silent<http://127.0.0.1/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * { SERVICE # note\n SILENT # note\n ?where { ?s ?p ?o } }": "SERVICE",
    "PREFIX x: <http://127.0.0.1/> SELECT * { SERVICE x:a { ?s ?p ?o } }": "SERVICE",
    "PREFIX : <http://127.0.0.1/> SELECT * { SERVICE :a { ?s ?p ?o } }": "SERVICE",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * { FILTER(1<2#> \"\"\"\n) SERVICE <http://127.0.0.1/> {} #\"\"\"\n }": "SERVICE",
    "INSERT DATA { <a:b> <a:c> 1 }": "INSERT",
    "PREFIX a: <http://a/>\n# note\nDELETE WHERE { ?s ?p ?o }": "DELETE",
    "LOAD <http://127.0.0.1/>": "LOAD",
    "BASE <http://a/> PREFIX : <b> CLEAR ALL": "CLEAR",
}


@pytest.mark.parametrize(("text", "word"), BAD_CYPHER.items())
def test_cypher_that_does_more_is_refused(text: str, word: str) -> None:
    with pytest.raises(QueryRefusedError, match=word):
        refuse(text, Language.CYPHER)


@pytest.mark.parametrize(("text", "word"), BAD_SPARQL.items())
def test_sparql_that_does_more_is_refused(text: str, word: str) -> None:
    with pytest.raises(QueryRefusedError, match=word):
        refuse(text, Language.SPARQL)


@pytest.mark.parametrize("text", [
    "MATCH (n:Task) RETURN n.title;",
    "  optional match (n) return n",
    "// LOAD the tasks\nMATCH (n) RETURN n",
    "MATCH (n) WHERE n.title CONTAINS 'SET; DELETE \\' COPY' RETURN n",
    'MATCH (n) WHERE n.title = "it\'s; LOAD" RETURN n',
    "MATCH (n) RETURN n.id AS `set`",
    "MATCH (n) WHERE n.number CONTAINS '；' RETURN n /* ; DROP */",
    "MATCH (t:Task) CALL (t) { MATCH (t)-[:ABOUT]->(c) RETURN count(c) AS k } RETURN t.id, k",
    "UNWIND [1, 2] AS settings RETURN settings",
    "",
])
def test_cypher_that_reads_is_let_through(text: str) -> None:
    refuse(text, Language.CYPHER)


@pytest.mark.parametrize("text", [
    "SELECT ?service { ?service a edu:Task FILTER(?service < 5) }",
    "SELECT * { ?s skos:prefLabel 'community service'@en }",
    "SELECT * { ?s org:service <http://a/b> }",
    "PREFIX a: <http://a/#LOAD> # INSERT\nASK { ?s ?p 'DELETE' }",
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "DESCRIBE id:doc-1",
    "",
])
def test_sparql_that_reads_is_let_through(text: str) -> None:
    refuse(text, Language.SPARQL)


@pytest.mark.parametrize("text", [
    "#" * 100_000, "/*" * 50_000, "'" * 99_999, "\\'" * 50_000, "SERVICE " * 20_000,
    "PREFIX " * 20_000, "SERVICE" + "\n#" * 50_000, "PREFIX" + " " * 100_000,
])
def test_a_long_text_is_looked_at_quickly(text: str) -> None:
    start = time.monotonic()
    for language in Language:
        try:
            refuse(text, language)
        except QueryRefusedError:
            continue
    assert time.monotonic() - start < 2
