"""Splits the records of a document into what it owns and what documents share.

A document owns its Document node, every node that bears its id as `document`, and every edge that
touches one of these. Shared nodes, and the edges between two of them, follow from their ids alone,
so any document that gives them gives them whole.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ontology import Batch, Edge, Node, NodeType, Ontology, Ref
from ontology.check import check
from ontology.errors import RecordError
from ontology.ids import edge_key

PREFIX = "doc:"
EdgeKey = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """The records of one document, each node and edge once."""

    document: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    shared_nodes: tuple[Node, ...]
    shared_edges: tuple[Edge, ...]


def split(source: str, nodes: Iterable[Node], edges: Iterable[Edge], ontology: Ontology) -> Parts:
    """Return the parts of a source `doc:<id>`; raise RecordError where records do not fit it."""
    if not source.startswith(PREFIX):
        raise RecordError(f"Unknown source {source!r}; a source is {PREFIX}<id>.")
    document = source.removeprefix(PREFIX)
    by_ref = {node.ref: node for node in nodes}
    by_key = {key_of(edge, ontology): edge for edge in edges}
    check(by_ref.values(), by_key.values(), ontology)
    for node in by_ref.values():
        _belongs(node, document, ontology)
    for edge in by_key.values():
        _joined(edge, by_ref.keys())
    return Parts(
        document=document,
        nodes=tuple(node for node in by_ref.values() if not _shared(node.ref, ontology)),
        edges=tuple(edge for edge in by_key.values() if not between_shared(edge, ontology)),
        shared_nodes=tuple(node for node in by_ref.values() if _shared(node.ref, ontology)),
        shared_edges=tuple(edge for edge in by_key.values() if between_shared(edge, ontology)))


def once(batches: Iterable[Batch], ontology: Ontology) -> Iterator[Parts]:
    """Yield the parts of batches; a shared node or edge only with the first that gives it."""
    nodes: set[Ref] = set()
    edges: set[EdgeKey] = set()
    for batch in batches:
        parts = split(batch.source, batch.nodes, batch.edges, ontology)
        fresh_nodes = {node.ref: node for node in parts.shared_nodes if node.ref not in nodes}
        fresh_edges = {key: edge for edge in parts.shared_edges
                       if (key := key_of(edge, ontology)) not in edges}
        nodes |= fresh_nodes.keys()
        edges |= fresh_edges.keys()
        yield replace(parts, shared_nodes=tuple(fresh_nodes.values()),
                      shared_edges=tuple(fresh_edges.values()))


def key_of(edge: Edge, ontology: Ontology) -> EdgeKey:
    """Return what identifies an edge."""
    return edge_key(edge, ontology.relation(edge.type).key)


def between_shared(edge: Edge, ontology: Ontology) -> bool:
    """Tell whether both ends of an edge are shared, so that no document owns it."""
    return _shared(edge.source, ontology) and _shared(edge.target, ontology)


def owner_property(kind: NodeType) -> str:
    """Return the property that holds the id of a node's document: its own id for the Document."""
    return "document" if "document" in kind.properties else "id"


def _shared(ref: Ref, ontology: Ontology) -> bool:
    return ontology.node(ref.type).shared


def _belongs(node: Node, document: str, ontology: Ontology) -> None:
    kind = ontology.node(node.type)
    owner = node.id if owner_property(kind) == "id" else node.properties["document"]
    if not kind.shared and owner != document:
        raise RecordError(f"{node.type} {node.id} belongs to document {owner}, not to {document}.")


def _joined(edge: Edge, known: Iterable[Ref]) -> None:
    for end in (edge.source, edge.target):
        if end not in known:
            raise RecordError(f"{edge.type} {edge.source.id} → {edge.target.id}: "
                              f"there is no node {end.type} {end.id} among the records.")
