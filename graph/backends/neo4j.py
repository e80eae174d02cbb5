"""Neo4j: Cypher on a server, seen in Neo4j Browser.

Choose it where several people use one graph, or look at it; a `neo4j://` address routes within a
cluster. The nodes of our types are ours alone; others in the same database are left alone.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar
from urllib.parse import urlsplit, urlunsplit

import neo4j
from neo4j import GraphDatabase, ManagedTransaction, Session
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)
from neo4j.graph import Node as GraphNode
from neo4j.graph import Path, Relationship

from graph import trouble
from graph.backends.schemes import Address
from graph.errors import StoreError, StoreRefusedError, StoreUnavailableError
from graph.parts import owner_property, split
from graph.rows import gather
from graph.store import Language, Limits, Param, Rows
from graph.values import cell, scalar
from graph.writer import Writer
from ontology import Batch, Edge, Node, Ontology

CHUNK = 10_000  # rows of a statement: fewer cost round trips, more cost the server's memory
PATIENCE = 10.0  # seconds until an address counts as unreachable
logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what goes wrong, our errors say


class Neo4jStore:
    """Keeps records in a Neo4j database."""

    language: ClassVar[Language] = Language.CYPHER

    def __init__(self, address: Address) -> None:
        parts = urlsplit(address.place)
        self._url = urlunsplit(parts._replace(path=""))
        self._user = address.user
        self._database = parts.path.strip("/") or None
        self._ontology: Ontology | None = None
        with self._translated():
            self._driver = GraphDatabase.driver(
                self._url, auth=(address.user, address.password) if address.user else None,
                connection_timeout=PATIENCE, connection_acquisition_timeout=2 * PATIENCE,
                notifications_min_severity="OFF")
        try:
            with self._session() as session:
                session.run("RETURN 1").consume()
        except BaseException:
            self._driver.close()
            raise

    def prepare(self, ontology: Ontology) -> bool:
        """Create constraints and indexes; tell whether no node of our types is there."""
        self._ontology = ontology
        with self._session() as session:
            present = {row["name"] for row in session.run("SHOW INDEXES YIELD name")}
            for name, statement in _schema(ontology):
                if name not in present:
                    session.run(statement).consume()
            session.run("CALL db.awaitIndexes(300)").consume()
            return session.run(f"{_ours(ontology)} RETURN n.id LIMIT 1").single() is None

    def replace(self, source: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Put the records in the place of all of the same source, in one transaction."""
        ontology = self._prepared()
        parts = split(source, nodes, edges, ontology)

        def work(transaction: ManagedTransaction) -> None:
            def ask(statement: str, params: Mapping[str, Any]) -> list[Sequence[Any]]:
                return [row.values() for row in transaction.run(statement, dict(params))]

            Writer(ask, ontology, CHUNK).replace(parts)

        with self._session() as session:
            session.execute_write(work)

    def load(self, batches: Iterable[Batch]) -> None:
        """Empty the store and fill it; each statement is a transaction of its own."""
        ontology = self._prepared()
        with self._session() as session:
            session.run(f"{_ours(ontology)} CALL (n) {{ DETACH DELETE n }} "
                        f"IN TRANSACTIONS OF {CHUNK} ROWS").consume()

            def ask(statement: str, params: Mapping[str, Any]) -> list[Sequence[Any]]:
                return session.execute_write(lambda transaction: [
                    row.values() for row in transaction.run(statement, dict(params))])

            Writer(ask, ontology, CHUNK).load(batches)

    def run(self, text: str, params: Mapping[str, Param], limits: Limits) -> Rows:
        """Answer a Cypher text; the server stops it at the time limit."""
        bounded = neo4j.Query(text, timeout=limits.seconds)
        with self._session(limits) as session:  # one round trip; a transaction of ours takes three
            result = session.run(bounded, {name: scalar(item) for name, item in params.items()})
            rows = ([cell(_plain(value)) for value in row.values()] for row in result)
            return gather(result.keys(), rows, limits)

    def vet(self, text: str) -> None:
        """Raise QueryRefusedError unless the server's plan says that the text reads only."""
        with self._session(Limits()) as session:
            kind = session.run(f"EXPLAIN {text}").consume().query_type
        if kind != "r":
            raise trouble.would_write()

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _prepared(self) -> Ontology:
        if self._ontology is None:
            raise trouble.unprepared(self._url)
        return self._ontology

    @contextmanager
    def _session(self, limits: Limits | None = None) -> Iterator[Session]:
        """Open a session to write, or with the limits of a query one to read."""
        mode = neo4j.READ_ACCESS if limits else neo4j.WRITE_ACCESS
        with self._translated(limits), \
                self._driver.session(database=self._database, default_access_mode=mode) as session:
            yield session

    @contextmanager
    def _translated(self, limits: Limits | None = None) -> Iterator[None]:
        """Turn the driver's errors into ours."""
        try:
            yield
        except AuthError as error:
            who = f"refuses user {self._user!r}" if self._user else "wants a user"
            raise StoreRefusedError(f"Neo4j at {self._url} {who}; check user and "
                                    "password.") from error
        except (ServiceUnavailable, SessionExpired) as error:
            raise StoreUnavailableError(f"No Neo4j answers at {self._url}; start it, or check "
                                        "the address.") from error
        except ConfigurationError as error:
            raise StoreUnavailableError(f"The address {self._url} is wrong: "
                                        f"{_first(error)}") from error
        except (Neo4jError, DriverError) as error:
            raise self._fault(error, limits) from error

    def _fault(self, error: Neo4jError | DriverError, limits: Limits | None) -> StoreError:
        code = error.code or "" if isinstance(error, Neo4jError) else ""
        message = _first(error.message or "" if isinstance(error, Neo4jError) else error)
        if limits is None:
            return StoreError(f"Neo4j at {self._url} failed: {message}")
        if "TransactionTimedOut" in code:
            return trouble.out_of_time(limits)
        if "OutOfMemory" in code:
            return trouble.out_of_memory()
        if "AccessMode" in code or "Forbidden" in code:
            return trouble.would_write()
        if isinstance(error, ClientError):
            return trouble.not_understood(message)
        return StoreError(f"Neo4j at {self._url} failed: {message}")


def _ours(ontology: Ontology) -> str:
    return f"MATCH (n:{'|'.join(ontology.nodes)})"


def _schema(ontology: Ontology) -> Iterator[tuple[str, str]]:
    """Yield names and statements of what makes ids unique and indexes what is looked up."""
    for kind in ontology.nodes.values():
        name = f"{kind.name.lower()}_id"
        yield name, (f"CREATE CONSTRAINT {name} IF NOT EXISTS "
                     f"FOR (n:{kind.name}) REQUIRE n.id IS UNIQUE")
        looked_up = {kind.caption, "name"} & kind.properties.keys() if kind.shared else \
            {owner_property(kind)} - {"id"}
        for prop in sorted(looked_up):
            name = f"{kind.name.lower()}_{prop}"
            yield name, f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{kind.name}) ON (n.{prop})"


def _first(error: Exception | str) -> str:
    return str(error).partition("\n")[0].strip()


def _plain(value: Any) -> Any:
    """Return a node, relationship or path as plain maps, with the keys that LadybugDB gives."""
    if isinstance(value, GraphNode):
        return {"type": ":".join(sorted(value.labels)), **dict(sorted(value.items()))}
    if isinstance(value, Relationship):
        return {"type": value.type, **dict(sorted(value.items()))}
    if isinstance(value, Path):
        return {"nodes": [_plain(node) for node in value.nodes],
                "relations": [_plain(relation) for relation in value.relationships]}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value
