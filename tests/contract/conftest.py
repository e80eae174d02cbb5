"""Opens every backend of the table, empty, and looks at all that a store holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from graph import Language, Limits, Store, open_store
from graph.backends import BACKENDS
from graph.cypher import edge_row, node_row
from graph.sparql import read
from ontology import Batch, Ontology
from ontology.rdf import DEFAULT_BASE, namespace, triples

SCHEMES = list({backend.path: scheme for scheme, backend in reversed(BACKENDS.items())}.values())
SERVERS = {"neo4j": "neo4j_url"}  # a scheme, and the fixture that gives its server
ALL = Limits(seconds=60, rows=1_000_000)

Held = set[tuple[object, ...]]


@pytest.fixture(params=sorted(SCHEMES))
def scheme(request: pytest.FixtureRequest) -> str:
    """Each kind of store once; a test may name those of which it speaks."""
    return str(request.param)


@pytest.fixture
def url(scheme: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store of the kind."""
    if not BACKENDS[scheme].server:
        return f"{scheme}:{tmp_path / 'store'}"
    server = request.getfixturevalue(SERVERS[scheme])
    return f"{server.uri}".replace("://", f"://{server.user}:{quote(server.password)}@")


@pytest.fixture
def store(url: str, ontology: Ontology) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(url, base=DEFAULT_BASE)
    opened.prepare(ontology)
    opened.load(())
    yield opened
    opened.close()


@pytest.fixture
def held(ontology: Ontology) -> Callable[[Store], Held]:
    """Read all that a store holds: rows of nodes and edges, or triples."""
    def look(store: Store) -> Held:
        if store.language is Language.SPARQL:
            return set(store.run("SELECT ?s ?p ?o { ?s ?p ?o }", {}, ALL).rows)
        found = list(store.run("MATCH (n) RETURN 'node', count(n) AS number", {}, ALL).rows)
        found += store.run("MATCH ()-[r]->() RETURN 'edge', count(r) AS number", {}, ALL).rows
        for kind in ontology.nodes.values():
            columns = ", ".join(f"n.{name} AS {name}" for name in ("id", *kind.properties))
            rows = store.run(f"MATCH (n:{kind.name}) RETURN {columns}", {}, ALL).rows
            found += [(kind.name, *row) for row in rows]
        for relation in ontology.relations.values():
            columns = ", ".join(["a.id AS a", "b.id AS b",
                                 *(f"r.{name} AS {name}" for name in relation.properties)])
            rows = store.run(f"MATCH (a)-[r:{relation.name}]->(b) RETURN {columns}", {}, ALL).rows
            found += [(relation.name, *row) for row in rows]
        return set(found)

    return look


@pytest.fixture
def expected(ontology: Ontology) -> Callable[[Language, Iterable[Batch]], Held]:
    """Say what a store should hold: the union of the batches, whose nodes are all referred to."""
    def look(language: Language, batches: Iterable[Batch]) -> Held:
        ns = namespace(DEFAULT_BASE)
        nodes = {node.ref: node for batch in batches for node in batch.nodes}
        edges = [edge for batch in batches for edge in batch.edges]
        if language is Language.SPARQL:
            return {(read(triple.subject, ns), read(triple.predicate, ns), read(triple.object, ns))
                    for triple in triples(nodes.values(), edges, ontology, ns)}

        def values(row: Mapping[str, object]) -> tuple[object, ...]:
            return tuple(row.values())

        rows = {(node.type, *values(node_row(node, ontology.nodes[node.type])))
                for node in nodes.values()}
        lines = {(edge.type, *values(edge_row(edge, ontology.relations[edge.type])))
                 for edge in edges}
        return rows | lines | {("node", len(rows)), ("edge", len(lines))}

    return look
