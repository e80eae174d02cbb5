"""Splits the records of a source into what its document owns and what documents share.

A document owns its Document node, every node that bears its id as `document`, and every edge that
touches one of these. Shared nodes, and the edges between two of them, follow from their ids alone,
so any document that gives them gives them whole.

The links of a document are a source of their own: edges of linked types that bear its id, whose
ends may belong to other documents, and shared nodes to which they lead.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ontology import Batch, Edge, Node, NodeType, Ontology, Ref
from ontology.check import check
from ontology.errors import RecordError
from ontology.ids import edge_key

DOCUMENT, LINKS = "doc:", "links:"
EdgeKey = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """The records of one source, each node and edge once; `links` tells which kind of source."""

    document: str
    links: bool
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    shared_nodes: tuple[Node, ...]
    shared_edges: tuple[Edge, ...]

    @property
    def source(self) -> str:
        """The source: `doc:<id>` or `links:<id>`."""
        return (LINKS if self.links else DOCUMENT) + self.document


def split(source: str, nodes: Iterable[Node], edges: Iterable[Edge], ontology: Ontology) -> Parts:
    """Return the parts of a source `doc:<id>` or `links:<id>`.

    Raise RecordError where records do not fit it.
    """
    kind, document = source_of(source)
    links = kind == LINKS
    by_ref = {node.ref: node for node in nodes}
    by_key = {key_of(edge, ontology): edge for edge in edges}
    check(by_ref.values(), by_key.values(), ontology)
    for node in by_ref.values():
        _belongs(node, document, ontology)
    for edge in by_key.values():
        if links:
            _tied(edge, document, ontology)
        else:
            _joined(edge, by_ref.keys(), ontology)
    return Parts(
        document=document, links=links,
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
    """Tell whether an edge follows from its shared ends alone, so that no document owns it."""
    return (_shared(edge.source, ontology) and _shared(edge.target, ontology)
            and not ontology.relation(edge.type).linked)


def source_of(source: str) -> tuple[str, str]:
    """Return the kind of a source, DOCUMENT or LINKS, and the id of its document.

    Raise RecordError for any other source.
    """
    for kind in (DOCUMENT, LINKS):
        if source.startswith(kind):
            return kind, source.removeprefix(kind)
    raise RecordError(f"Unknown source {source!r}; a source is {DOCUMENT}<id> or {LINKS}<id>.")


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


def _tied(edge: Edge, document: str, ontology: Ontology) -> None:
    if between_shared(edge, ontology):
        return
    where = f"{edge.type} {edge.source.id} → {edge.target.id}"
    if not ontology.relation(edge.type).linked:
        raise RecordError(f"{where} ties no documents together; it belongs to one of them.")
    if edge.properties["document"] != document:
        raise RecordError(f"{where} belongs to document {edge.properties['document']}, "
                          f"not to {document}.")


def _joined(edge: Edge, known: Iterable[Ref], ontology: Ontology) -> None:
    where = f"{edge.type} {edge.source.id} → {edge.target.id}"
    if ontology.relation(edge.type).linked:
        raise RecordError(f"{where} ties documents together; it belongs to their links.")
    for end in (edge.source, edge.target):
        if end not in known:
            raise RecordError(f"{where}: there is no node {end.type} {end.id} among the records.")
