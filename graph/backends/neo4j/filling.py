"""A Neo4j database while one process fills it, and keeps others that would fill it out.

What keeps them out is the id of a node that is never there: a transaction that is held open until
the end creates it and is then given up. Who wants to create it, too, has to wait, and stops after
a moment. The server gives the transaction up by itself when our process ends, however it does.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from typing import Any

from neo4j import ManagedTransaction, Session, Transaction
from neo4j.exceptions import ClientError, DriverError, Neo4jError

from graph import trouble
from graph.backends.neo4j.errors import Where
from graph.backends.neo4j.ours import match_ours
from graph.captions import captioned
from graph.drafts import Draft, drafts
from graph.filling.marks import IMPORT, Import
from graph.filling.workers import in_parts
from graph.ledger import Ledger
from graph.parts import EdgeKey, Parts, key_of, once
from graph.writer import Writer
from ontology import Batch, Ontology, Ref

CHUNK = 10_000  # rows of a statement: fewer cost round trips, more cost the server's memory
GROUP = 50_000  # records of a transaction
PART = 200      # sources of which another process makes drafts at a time
MOMENT = 2.0    # seconds that another who fills the database is waited for
CLAIM = "CREATE (:Document {id: 'a load of edupolicy'})"
WAITED = ("LockClientStopped", "TransactionTimedOut", "LockAcquisitionTimeout", "Terminated")

Sessions = Callable[[], AbstractContextManager[Session]]


class Filling:
    """A database that this process alone fills; `ontology` has captions."""

    def __init__(self, sessions: Sessions, ontology: Ontology, where: Where,
                 hold: Transaction) -> None:
        self._sessions = sessions
        self._ontology = ontology
        self._where = where
        self._hold = hold
        self._nodes: set[Ref] = set()       # shared ones that are there, as this process put them
        self._edges: set[EdgeKey] = set()

    def documents(self) -> set[str]:
        """Return the ids of the documents that the database holds."""
        kind = self._ontology.node("Document")
        with self._sessions() as session:
            rows = session.run(f"{match_ours(kind, self._ontology)} RETURN n.id")
            return {str(row[0]) for row in rows}

    def empty(self) -> None:
        """Delete our nodes, those of types that only an earlier version had among them."""
        names = "|".join(self._ontology.nodes)
        document = self._ontology.node("Document").prefix
        found = [match_ours(kind, self._ontology) for kind in self._ontology.nodes.values()]
        found.append(f"MATCH (n:!({names})) WHERE n.document =~ '{document}-[0-9a-f]{{16}}' "
                     "AND n.id IS NOT NULL")
        found.append(f"MATCH (n:{IMPORT})")
        with self._sessions() as session:
            for clause in found:
                session.run(f"{clause} CALL (n) {{ DETACH DELETE n }} "
                            f"IN TRANSACTIONS OF {CHUNK} ROWS").consume()

    def drafts(self, ledger: Ledger, sources: Sequence[str]) -> Generator[Draft]:
        """Yield what writes sources of which the database holds nothing; this needs no server."""
        with closing(in_parts(_drafts, ledger, sources, PART, self._ontology)) as parts:
            for part in parts:
                yield from part

    def add(self, draft: Draft) -> None:
        """Write a draft in one transaction, which is tried again after a passing fault."""
        self._stands()
        nodes = {node.ref: node for node in draft.shared_nodes if node.ref not in self._nodes}
        edges = {key: edge for edge in draft.shared_edges
                 if (key := key_of(edge, self._ontology)) not in self._edges}
        fresh = replace(draft, shared_nodes=tuple(nodes.values()),
                        shared_edges=tuple(edges.values()))

        def work(transaction: ManagedTransaction) -> None:
            Writer(_asking(transaction), self._ontology, CHUNK).add(fresh)

        with self._sessions() as session:
            session.execute_write(work)
        self._nodes |= nodes.keys()
        self._edges |= edges.keys()

    def sweep(self) -> None:
        """Remove the shared nodes to which nothing leads."""
        with self._sessions() as session:
            session.execute_write(lambda transaction: Writer(
                _asking(transaction), self._ontology, CHUNK).sweep())

    def imported(self) -> Import | None:
        """Return what an offline import says of itself, until it is forgotten."""
        with self._sessions() as session:
            row = session.run(f"MATCH (n:{IMPORT}) RETURN n.id, n.counts LIMIT 1").single()
        return Import.read(*row.values()) if row else None

    def counts(self) -> Mapping[str, int]:
        """Return how many nodes and edges there are, by the names that an Import has for them."""
        asked = [*(f"MATCH (n:{name}) RETURN '{name}' AS name, count(n) AS number"
                   for name in self._ontology.nodes),
                 *(f"MATCH ()-[r:{name}]->() RETURN '{name}' AS name, count(r) AS number"
                   for name in self._ontology.relations)]
        with self._sessions() as session:    # in one text, as a fresh server is slow to plan
            rows = session.run(" UNION ALL ".join(asked))
            return {row["name"]: row["number"] for row in rows if row["number"]}

    def forget_import(self) -> None:
        """Take away what an offline import says of itself."""
        with self._sessions() as session:
            session.run(f"MATCH (n:{IMPORT}) DELETE n").consume()

    def _stands(self) -> None:
        """Raise StoreUnavailableError where others are not kept out any more."""
        try:
            self._hold.run("RETURN 1").consume()
        except (DriverError, Neo4jError) as error:
            raise trouble.let_in(self._where.url) from error


def captioned_drafts(batches: Iterable[Batch], ontology: Ontology) -> Iterator[Draft]:
    """Yield what writes batches of which a database holds nothing; the ontology has captions."""
    return drafts((_captioned(parts, ontology) for parts in once(batches, ontology)), ontology,
                  GROUP)


@contextmanager
def filling(sessions: Sessions, ontology: Ontology, where: Where) -> Iterator[Filling]:
    """Keep others out; raise StoreUnavailableError where somebody fills the database already."""
    with sessions() as session:
        _try(session, where)
        with session.begin_transaction(timeout=0) as hold:  # 0: however long it takes
            hold.run(CLAIM).consume()
            try:
                yield Filling(sessions, ontology, where, hold)
            finally:
                if not hold.closed():
                    hold.rollback()


def _try(session: Session, where: Where) -> None:
    with session.begin_transaction(timeout=MOMENT) as probe:
        try:
            probe.run(CLAIM).consume()
        except ClientError as error:
            if any(word in (error.code or "") for word in WAITED):
                raise trouble.filled(where.url) from error
            raise
        probe.rollback()


def _captioned(parts: Parts, ontology: Ontology) -> Parts:
    batch = captioned(Batch(parts.source, (*parts.nodes, *parts.shared_nodes),
                            (*parts.edges, *parts.shared_edges)), ontology)
    nodes, edges = len(parts.nodes), len(parts.edges)
    return replace(parts, nodes=batch.nodes[:nodes], shared_nodes=batch.nodes[nodes:],
                   edges=batch.edges[:edges], shared_edges=batch.edges[edges:])


def _drafts(ledger: Ledger, _number: int, sources: Sequence[str],
            ontology: Ontology) -> list[Draft]:
    return list(captioned_drafts(ledger.batches(sources), ontology))


def _asking(transaction: ManagedTransaction) -> Callable[
        [str, Mapping[str, Any]], list[Sequence[Any]]]:
    return lambda statement, params: [
        row.values() for row in transaction.run(statement, dict(params))]
