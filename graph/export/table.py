"""Writes a graph as two CSV tables, for spreadsheets and data frames.

The file that is named holds the edges with both ends, the one beside it (`graph.nodes.csv` for
`graph.csv`) the nodes. They are UTF-8 with a byte order mark, by which Excel knows Chinese.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from graph.whole import Graph
from ontology import Edge, Node, NodeType, Ontology, Ref, RelationType, Value
from ontology.rdf import Namespace

Row = Sequence[Value | None]


def tables(path: Path, graph: Graph, ontology: Ontology, _ns: Namespace) -> Mapping[Path, bytes]:
    """Return the tables of edges and of nodes; a property has the same column for all types."""
    return {path: _edges(graph, ontology),
            path.with_suffix(f".nodes{path.suffix}"): _nodes(graph.nodes, ontology)}


def _edges(graph: Graph, ontology: Ontology) -> bytes:
    names = _names(ontology.relations.values())
    nodes = {node.ref: node for node in graph.nodes}

    def end(ref: Ref) -> list[Value]:
        return [ref.type, ref.id, _caption(nodes[ref], ontology)]

    def row(edge: Edge) -> Row:
        return [edge.type, *end(edge.source), *end(edge.target),
                *(edge.properties.get(name) for name in names)]

    ends = [f"{end}_{part}" for end in ("from", "to") for part in ("type", "id", "caption")]
    return _csv(["type", *ends, *names], map(row, graph.edges))


def _nodes(nodes: Iterable[Node], ontology: Ontology) -> bytes:
    names = _names(ontology.nodes.values())
    return _csv(["type", "id", "caption", *names], (
        [node.type, node.id, _caption(node, ontology),
         *(node.properties.get(name) for name in names)] for node in nodes))


def _names(types: Iterable[NodeType | RelationType]) -> list[str]:
    """Return the names of all properties of some types, each once."""
    return list(dict.fromkeys(name for kind in types for name in kind.properties))


def _caption(node: Node, ontology: Ontology) -> Value:
    return node.properties[ontology.nodes[node.type].caption]


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)  # RFC 4180: lines end in CR LF, a cell may hold line breaks
    writer.writerow(columns)
    for row in rows:
        writer.writerow(str(value).lower() if isinstance(value, bool) else value for value in row)
    return text.getvalue().encode("utf-8-sig")
