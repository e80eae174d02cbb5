"""Puts the records of sources into the statements and rows by which a property graph gets them.

This needs no store, so it can be done while a store is busy with what came before.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph import cypher
from graph.cypher import Row
from graph.parts import Parts, owner_property
from ontology import Edge, Node, Ontology, RelationType

T = TypeVar("T")
K = TypeVar("K")
Put = tuple[str, Sequence[Row]]
GROUP = 10_000  # records that are written together


@dataclass(frozen=True, slots=True)
class Draft:
    """What some sources bring to a store that holds none of them.

    Shared nodes and the edges between them may be there already, so they are no statements yet.
    """

    sources: tuple[str, ...]
    nodes: tuple[Put, ...]
    shared_nodes: tuple[Node, ...]
    shared_edges: tuple[Edge, ...]
    edges: tuple[Put, ...]


def drafts(stream: Iterable[Parts], ontology: Ontology, size: int = GROUP) -> Iterator[Draft]:
    """Yield the drafts of sources, each of about so many records."""
    for group in _groups(stream, size):
        yield Draft(
            sources=tuple(parts.source for parts in group),
            nodes=tuple(node_puts((node for parts in group for node in parts.nodes), ontology)),
            shared_nodes=tuple(node for parts in group for node in parts.shared_nodes),
            shared_edges=tuple(edge for parts in group for edge in parts.shared_edges),
            edges=tuple(edge_puts((edge for parts in group for edge in parts.edges), ontology)))


def node_puts(nodes: Iterable[Node], ontology: Ontology) -> Iterator[Put]:
    """Yield what creates nodes, type by type; who looks at a new graph sees what came first."""
    types = by(nodes, lambda node: node.type)
    for name, group in sorted(types.items(), key=lambda item: rank(item[0], ontology)):
        kind = ontology.nodes[name]
        yield cypher.create_nodes(kind), [cypher.node_row(node, kind) for node in group]


def edge_puts(edges: Iterable[Edge], ontology: Ontology) -> Iterator[Put]:
    """Yield what creates edges, sorted by their types and those of their ends."""
    for (name, source, target), group in by(edges, ends).items():
        relation = ontology.relations[name]
        yield from row_puts(relation, source, target,
                            [cypher.edge_row(edge, relation) for edge in group])


def row_puts(relation: RelationType, source: str, target: str,
             rows: Iterable[Row]) -> Iterator[Put]:
    """Yield what creates edges between two types of rows, by the properties that these have."""
    for names, group in by(rows, present).items():
        given = [name for name in names if name in relation.properties]
        yield cypher.create_edges(relation, source, target, given), group


def ends(edge: Edge) -> tuple[str, str, str]:
    """Return the type of an edge and those of its ends."""
    return edge.type, edge.source.type, edge.target.type


def present(row: Row) -> tuple[str, ...]:
    """Return the names of the values that a row has."""
    return tuple(name for name, value in row.items() if value is not None)


def by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Return items by a key, in the order in which they come."""
    groups = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def rank(name: str, ontology: Ontology) -> int:
    """Put documents first, then what has to stand in one, and what is shared last."""
    kind = ontology.nodes[name]
    if kind.shared:
        return 3
    if owner_property(kind) == "id":
        return 0
    stands = any(relation.min_out and name in relation.sources
                 for relation in ontology.relations.values())
    return 1 if stands else 2


def _groups(stream: Iterable[Parts], most: int) -> Iterator[list[Parts]]:
    """Gather parts until they hold enough records to write at once.

    Links begin a group of their own: they lead to what all documents before them bring.
    """
    group: list[Parts] = []
    size = 0
    for parts in stream:
        if size >= most or (group and group[-1].links != parts.links):
            yield group
            group, size = [], 0
        group.append(parts)
        size += len(parts.nodes) + len(parts.edges)
    if group:
        yield group
