"""Writes records into a property graph, through one function that runs a statement.

LadybugDB and Neo4j differ in how a transaction is held; what is written within it stands here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph import cypher
from graph.drafts import Draft, Put, by, drafts, edge_puts, ends, node_puts, present, row_puts
from graph.parts import Parts, once
from ontology import Batch, Edge, Node, Ontology, Ref, RelationType

Ask = Callable[[str, Mapping[str, Any]], list[Sequence[Any]]]
CHUNK = 2_000  # rows of a statement


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
        self._put(node_puts(parts.nodes, self._ontology))
        self._put_shared_nodes(parts.shared_nodes)
        loose |= self._put_shared_edges(parts.shared_nodes, parts.shared_edges)
        self._put(edge_puts(parts.edges, self._ontology))
        self._sweep(loose | {node.ref for node in parts.shared_nodes})

    def load(self, batches: Iterable[Batch]) -> None:
        """Fill an empty graph."""
        for draft in drafts(once(batches, self._ontology), self._ontology):
            self.add(draft)
        self.sweep()

    def add(self, draft: Draft) -> None:
        """Put sources into a graph that holds none of them; `sweep` has to follow in the end."""
        self._put(draft.nodes)
        self._put_shared_nodes(draft.shared_nodes)
        self._put_shared_edges(draft.shared_nodes, draft.shared_edges)
        self._put(draft.edges)

    def sweep(self) -> None:
        """Remove the shared nodes to which nothing leads."""
        for kind in self._ontology.nodes.values():
            if kind.shared:
                found = self._ask(cypher.loose(kind, self._ontology), {})
                self._sweep({Ref(kind.name, row[0]) for row in found})

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
        for name, given in by(nodes, lambda node: node.type).items():
            kind = self._ontology.nodes[name]
            found = {row[0]: tuple(row) for row in
                     self._find(cypher.find_nodes(kind), [node.id for node in given])}
            rows = {node.id: cypher.node_row(node, kind) for node in given}
            self._put([(cypher.create_nodes(kind),
                        [row for key, row in rows.items() if key not in found])])
            changed = [row for key, row in rows.items()
                       if key in found and found[key] != tuple(row.values())]
            self._put((cypher.set_nodes(kind, names), group)
                      for names, group in by(changed, present).items())

    def _put_shared_edges(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> set[Ref]:
        """Give shared nodes the edges to shared nodes that are given; return the ends let go."""
        given = by(edges, ends)
        held = {node.ref for node in nodes}
        loose = set()
        for relation, source, target in self._triples():
            if relation.linked or not (self._ontology.nodes[source].shared
                                       and self._ontology.nodes[target].shared):
                continue
            wanted = {tuple(row.values()): row for row in (
                cypher.edge_row(edge, relation)
                for edge in given.get((relation.name, source, target), ()))}
            own = {ref.id for ref in held if ref.type == source}
            found = {tuple(row) for row in
                     self._find(cypher.find_edges(relation, source, target),
                                sorted(own | {str(key[0]) for key in wanted}))}
            gone = [dict(zip(("source_id", "target_id", *relation.properties), row, strict=True))
                    for row in found - wanted.keys() if row[0] in own]
            self._put([(cypher.delete_edges(relation, source, target), gone)])
            self._put(row_puts(relation, source, target,
                               [row for key, row in wanted.items() if key not in found]))
            loose |= {Ref(target, row["target_id"]) for row in gone}
        return loose

    def _sweep(self, refs: set[Ref]) -> None:
        """Remove the shared nodes that no edge enters, then those that lose their last one."""
        while refs:
            following: set[Ref] = set()
            for name, group in by(refs, lambda ref: ref.type).items():
                kind = self._ontology.nodes[name]
                entered = cypher.unreferenced(kind, self._ontology)
                dead = [row[0] for row in self._find(entered, [ref.id for ref in group])]
                for relation, source, target in self._triples():
                    if source == name and self._ontology.nodes[target].shared:
                        edges = self._find(cypher.find_edges(relation, source, target), dead)
                        following |= {Ref(target, row[1]) for row in edges}
                self._find(cypher.delete_nodes(kind), dead)
            refs = following

    def _triples(self) -> Iterator[tuple[RelationType, str, str]]:
        for relation in self._ontology.relations.values():
            for source, target in relation.pairs:
                yield relation, source, target

    def _linked(self) -> Iterator[tuple[RelationType, str, str]]:
        return (triple for triple in self._triples() if triple[0].linked)

    def _put(self, puts: Iterable[Put]) -> None:
        for statement, rows in puts:
            for start in range(0, len(rows), self._chunk):
                self._ask(statement, {"rows": rows[start:start + self._chunk]})

    def _find(self, statement: str, ids: Sequence[str]) -> list[Sequence[Any]]:
        return [row for start in range(0, len(ids), self._chunk)
                for row in self._ask(statement, {"ids": ids[start:start + self._chunk]})]
