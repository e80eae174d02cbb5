"""Writes records into a property graph, through one function that runs a statement.

LadybugDB and Neo4j differ in how a transaction is held; what is written within it stands here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from graph import cypher
from graph.cypher import Row
from graph.parts import Parts, once
from ontology import Batch, Edge, Node, Ontology, Ref, RelationType

T = TypeVar("T")
K = TypeVar("K")
Ask = Callable[[str, Mapping[str, Any]], list[Sequence[Any]]]
CHUNK = 2_000  # rows of a statement
GROUP = 10_000  # records that a load gathers before it writes


class Writer:
    """Changes what a source brings; `ask` runs a statement and returns its rows."""

    def __init__(self, ask: Ask, ontology: Ontology, chunk: int = CHUNK) -> None:
        self._ask = ask
        self._chunk = chunk
        self._ontology = ontology
        self._owned = [kind for kind in ontology.nodes.values() if not kind.shared]

    def replace(self, parts: Parts) -> None:
        """Put the parts of a source in the place of all that it had before."""
        loose = self._let_go(parts)
        self._put_shared_nodes(parts.shared_nodes)
        self._create_nodes(parts.nodes)
        loose |= self._put_shared_edges(parts)
        self._create_edges(parts.edges)
        self._sweep(loose | {node.ref for node in parts.shared_nodes})

    def load(self, batches: Iterable[Batch]) -> None:
        """Fill an empty graph."""
        shared: set[Ref] = set()
        targets: set[Ref] = set()
        for group in _groups(once(batches, self._ontology)):
            nodes = [node for parts in group for node in (*parts.shared_nodes, *parts.nodes)]
            edges = [edge for parts in group for edge in (*parts.shared_edges, *parts.edges)]
            self._create_nodes(nodes)
            self._create_edges(edges)
            shared |= {node.ref for parts in group for node in parts.shared_nodes}
            targets |= {edge.target for edge in edges}
        self._sweep(shared - targets)

    def _let_go(self, parts: Parts) -> set[Ref]:
        """Delete what the source had; return the shared nodes to which it pointed."""
        nodes, of = self._ontology.nodes, {"document": parts.document}
        if parts.links:
            loose = {Ref(target, row[0]) for relation, source, target in self._linked()
                     if nodes[target].shared
                     for row in self._ask(cypher.linked_targets(relation, source, target), of)}
            for relation, source, target in self._linked():
                self._ask(cypher.delete_links(relation, source, target), of)
            return loose
        loose = {Ref(target, row[0]) for relation, source, target in self._triples()
                 if not nodes[source].shared and nodes[target].shared
                 for row in self._ask(cypher.owned_targets(relation, nodes[source], target), of)}
        for kind in self._owned:
            self._ask(cypher.delete_owned(kind), of)
        return loose

    def _put_shared_nodes(self, nodes: Iterable[Node]) -> None:
        """Create the nodes that are missing and set those whose properties differ."""
        for name, given in _by(nodes, lambda node: node.type).items():
            kind = self._ontology.nodes[name]
            found = {row[0]: tuple(row) for row in
                     self._find(cypher.find_nodes(kind), [node.id for node in given])}
            rows = {node.id: cypher.node_row(node, kind) for node in given}
            self._put(cypher.create_nodes(kind),
                      [row for key, row in rows.items() if key not in found])
            changed = [row for key, row in rows.items()
                       if key in found and found[key] != tuple(row.values())]
            for names, group in _by(changed, _present).items():
                self._put(cypher.set_nodes(kind, names), group)

    def _put_shared_edges(self, parts: Parts) -> set[Ref]:
        """Make the edges between shared nodes those that are given; return the ends let go."""
        given = _by(parts.shared_edges, _ends)
        loose = set()
        for relation, source, target in self._triples():
            if relation.linked or not (self._ontology.nodes[source].shared
                                       and self._ontology.nodes[target].shared):
                continue
            ids = [node.id for node in parts.shared_nodes if node.type == source]
            wanted = {tuple(row.values()): row for row in (
                cypher.edge_row(edge, relation)
                for edge in given.get((relation.name, source, target), ()))}
            found = {tuple(row) for row in
                     self._find(cypher.find_edges(relation, source, target), ids)}
            gone = [dict(zip(("source_id", "target_id", *relation.properties), row, strict=True))
                    for row in found - wanted.keys()]
            self._put(cypher.delete_edges(relation, source, target), gone)
            self._put_edges(relation, source, target,
                            [row for key, row in wanted.items() if key not in found])
            loose |= {Ref(target, row["target_id"]) for row in gone}
        return loose

    def _sweep(self, refs: set[Ref]) -> None:
        """Remove the shared nodes that no edge enters, then those that lose their last one."""
        while refs:
            following: set[Ref] = set()
            for name, group in _by(refs, lambda ref: ref.type).items():
                kind = self._ontology.nodes[name]
                dead = [row[0] for row in
                        self._find(cypher.unreferenced(kind), [ref.id for ref in group])]
                for relation, source, target in self._triples():
                    if source == name and self._ontology.nodes[target].shared:
                        edges = self._find(cypher.find_edges(relation, source, target), dead)
                        following |= {Ref(target, row[1]) for row in edges}
                self._find(cypher.delete_nodes(kind), dead)
            refs = following

    def _create_nodes(self, nodes: Iterable[Node]) -> None:
        for name, group in _by(nodes, lambda node: node.type).items():
            kind = self._ontology.nodes[name]
            self._put(cypher.create_nodes(kind), [cypher.node_row(node, kind) for node in group])

    def _create_edges(self, edges: Iterable[Edge]) -> None:
        for (name, source, target), group in _by(edges, _ends).items():
            relation = self._ontology.relations[name]
            self._put_edges(relation, source, target,
                            [cypher.edge_row(edge, relation) for edge in group])

    def _put_edges(self, relation: RelationType, source: str, target: str,
                   rows: Iterable[Row]) -> None:
        for names, group in _by(rows, _present).items():
            given = [name for name in names if name in relation.properties]
            self._put(cypher.create_edges(relation, source, target, given), group)

    def _triples(self) -> Iterator[tuple[RelationType, str, str]]:
        for relation in self._ontology.relations.values():
            for source, target in relation.pairs:
                yield relation, source, target

    def _linked(self) -> Iterator[tuple[RelationType, str, str]]:
        return (triple for triple in self._triples() if triple[0].linked)

    def _put(self, statement: str, rows: Sequence[Row]) -> None:
        for start in range(0, len(rows), self._chunk):
            self._ask(statement, {"rows": rows[start:start + self._chunk]})

    def _find(self, statement: str, ids: Sequence[str]) -> list[Sequence[Any]]:
        return [row for start in range(0, len(ids), self._chunk)
                for row in self._ask(statement, {"ids": ids[start:start + self._chunk]})]


def _ends(edge: Edge) -> tuple[str, str, str]:
    return edge.type, edge.source.type, edge.target.type


def _present(row: Row) -> tuple[str, ...]:
    return tuple(name for name, value in row.items() if value is not None)


def _by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    groups = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def _groups(stream: Iterable[Parts]) -> Iterator[list[Parts]]:
    """Gather parts until they hold enough records to write at once."""
    group: list[Parts] = []
    size = 0
    for parts in stream:
        group.append(parts)
        size += len(parts.nodes) + len(parts.edges)
        if size >= GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group
