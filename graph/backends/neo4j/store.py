"""Neo4j: Cypher on a server, seen in Neo4j Browser.

Choose it where several people use one graph, or look at it; a `neo4j://` address routes within a
cluster. Nodes of others in the same database are left alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, TypeVar

import neo4j
from neo4j import ManagedTransaction, Session
from neo4j.graph import Node as GraphNode
from neo4j.graph import Path, Relationship

from graph import trouble
from graph.backends.neo4j.driver import bookmarks, forget, open_driver, too_old, where
from graph.backends.neo4j.errors import forgets, translated
from graph.backends.neo4j.filling import CHUNK, Filling, captioned_drafts, filling
from graph.backends.neo4j.ours import claim, constraint, match_ours
from graph.backends.schemes import Address
from graph.captions import CAPTION, captioned, with_captions
from graph.errors import StoreError, StoreUnavailableError
from graph.parts import owner_property, split
from graph.patience import within
from graph.rows import gather
from graph.store import Language, Limits, Param, Rows
from graph.values import cell, scalar
from graph.writer import Writer
from ontology import Batch, Edge, Node, Ontology

T = TypeVar("T")
OPENING = 15.0  # seconds for the first answer of a server that lets us in
SHORT = Limits()
GRACE = 5.0  # seconds beyond the limit of a query until a server that says nothing is given up


class Neo4jStore:
    """Keeps records in a Neo4j database."""

    language: ClassVar[Language] = Language.CYPHER
    dialect: ClassVar[str] = "neo4j"

    def __init__(self, address: Address) -> None:
        self._where = where(address)
        self._ontology: Ontology | None = None
        self._driver = open_driver(address)
        try:
            agent = self._read(lambda session: session.run("RETURN 1").consume().server.agent,
                               OPENING, limits=None)
        except BaseException:
            self._driver.close()
            raise
        if version := too_old(agent):
            self._driver.close()
            raise StoreUnavailableError(f"Neo4j at {self._where.url} is of version {version}; "
                                        "5.26 or later is needed.")

    def prepare(self, ontology: Ontology) -> bool:
        """Create constraints and indexes; tell whether no node of ours is there."""
        self._ontology = with_captions(ontology)
        with self._session() as session:
            def first(statement: str) -> int:
                return int((session.run(statement).single() or [0])[0])

            present = {row["name"] for row in session.run("SHOW INDEXES YIELD name")}
            claim(self._where, present, first, ontology)
            for name, statement in schema(ontology):
                if name not in present:
                    session.run(statement).consume()
            session.run("CALL db.awaitIndexes(300)").consume()
            return not any(first(f"{match_ours(kind, ontology)} RETURN 1 LIMIT 1")
                           for kind in ontology.nodes.values())

    def replace(self, source: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Put the records in the place of all of the same source, in one transaction."""
        ontology = self._prepared()
        batch = captioned(Batch(source, tuple(nodes), tuple(edges)), ontology)
        parts = split(source, batch.nodes, batch.edges, ontology)

        def work(transaction: ManagedTransaction) -> None:
            def ask(statement: str, params: Mapping[str, Any]) -> list[Sequence[Any]]:
                return [row.values() for row in transaction.run(statement, dict(params))]

            Writer(ask, ontology, CHUNK).replace(parts)

        with self._session() as session:
            session.execute_write(work)

    def load(self, batches: Iterable[Batch]) -> None:
        """Empty the store and fill it; every so many documents are a transaction of their own."""
        with self.filling() as target:
            target.empty()
            for draft in captioned_drafts(batches, self._prepared()):
                target.add(draft)
            target.sweep()

    @contextmanager
    def filling(self) -> Iterator[Filling]:
        """Keep others out while this process fills the database."""
        with filling(self._session, self._prepared(), self._where) as target:
            yield target

    def run(self, text: str, params: Mapping[str, Param], limits: Limits) -> Rows:
        """Answer a Cypher text; the server stops it at the time limit."""
        bounded = neo4j.Query(text, timeout=limits.seconds)
        values = {name: scalar(item) for name, item in params.items()}

        def ask(session: Session) -> Rows:  # one round trip; a transaction of ours takes three
            result = session.run(bounded, values)
            rows = ([cell(_plain(value)) for value in row.values()] for row in result)
            return gather(result.keys(), rows, limits)

        return self._read(ask, limits.seconds, limits=limits)

    def vet(self, text: str) -> None:
        """Raise QueryRefusedError unless the server's plan says that the text reads only."""
        kind = self._read(lambda session: session.run(f"EXPLAIN {text}").consume().query_type,
                          SHORT.seconds, limits=SHORT)
        if kind != "r":
            raise trouble.would_write()

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _prepared(self) -> Ontology:
        if self._ontology is None:
            raise trouble.unprepared(self._where.url)
        return self._ontology

    def _read(self, ask: Callable[[Session], T], seconds: float, *, limits: Limits | None) -> T:
        """Ask in a session to read, and give up a server that says nothing for too long."""
        def answer() -> T:
            with self._session(neo4j.READ_ACCESS, limits) as session:
                return ask(session)

        return within(seconds + GRACE, answer, trouble.silent(self._where.url, seconds + GRACE))

    @contextmanager
    def _session(self, mode: str = neo4j.WRITE_ACCESS, limits: Limits | None = None,
                 ) -> Iterator[Session]:
        """Open a session; with limits an error is said to be the query's."""
        try:
            with translated(self._where, limits), self._driver.session(
                    database=self._where.database, default_access_mode=mode,
                    bookmark_manager=bookmarks(self._where)) as session:
                yield session
        except StoreError as error:
            if forgets(error.__cause__):
                forget(self._where)
            raise


def schema(ontology: Ontology) -> Iterator[tuple[str, str]]:
    """Yield names and statements of what makes ids unique and indexes what is looked up."""
    for kind in ontology.nodes.values():
        name = constraint(kind)
        yield name, (f"CREATE CONSTRAINT {name} IF NOT EXISTS "
                     f"FOR (n:{kind.name}) REQUIRE n.id IS UNIQUE")
        looked_up = {kind.caption, "name"} & kind.properties.keys() if kind.shared else \
            {owner_property(kind)} - {"id"}
        for prop in sorted(looked_up):
            name = f"{kind.name.lower()}_{prop}"
            yield name, f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{kind.name}) ON (n.{prop})"
    for relation in ontology.relations.values():
        if relation.linked:
            name = f"{relation.name.lower()}_document"
            yield name, (f"CREATE INDEX {name} IF NOT EXISTS "
                         f"FOR ()-[r:{relation.name}]-() ON (r.document)")


def _plain(value: Any) -> Any:
    """Return a node, relationship or path as plain maps, with the keys that LadybugDB gives."""
    if isinstance(value, GraphNode):
        return {"type": ":".join(sorted(value.labels)), **_values(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, **_values(value)}
    if isinstance(value, Path):
        return {"nodes": [_plain(node) for node in value.nodes],
                "relations": [_plain(relation) for relation in value.relationships]}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value


def _values(entity: GraphNode | Relationship) -> dict[str, Any]:
    return {name: value for name, value in sorted(entity.items()) if name != CAPTION}
