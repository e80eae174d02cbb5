"""Writes a network as GEXF or GraphML, which Gephi and other tools for networks open.

The attributes of its nodes and edges become columns, no two of one name. A node's `label` and an
edge's `weight` stand where each format has a place for them.
"""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import networkx as nx
from lxml import etree

from graph.export.file import choose, save
from graph.store import Cell

GEXF = "http://www.gexf.net/1.2draft"   # the name that readers know version 1.2 by
TYPES: Mapping[type, str] = {int: "integer", float: "double", str: "string"}
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type
Columns = Mapping[str, Cell]


def export_network(path: Path, graph: "nx.Graph[str]") -> None:
    """Write a network in the format of the file's ending.

    The bytes are the same for the same network. Raise ExportError for an ending that is not in
    NETWORKS or a place that cannot be written; no file is ever left half-written.
    """
    write = choose(path, NETWORKS)
    save(path, {path: write(_writable(graph))})


def _writable(graph: "nx.Graph[str]") -> "nx.Graph[str]":
    """Return a copy in which marks that XML cannot hold are replaced."""
    copy = graph.copy()
    for _, columns in copy.nodes(data=True):
        columns.update(_cleaned(columns))
    for _, _, columns in copy.edges(data=True):
        columns.update(_cleaned(columns))
    return copy


def _cleaned(columns: Columns) -> dict[str, Cell]:
    return {name: NO_XML.sub("\ufffd", cell) if isinstance(cell, str) else cell
            for name, cell in columns.items()}


def _gexf(graph: "nx.Graph[str]") -> bytes:
    rows: Mapping[str, list[tuple[Columns, Columns]]] = {    # what GEXF knows, and the columns
        "node": [({"id": one, "label": columns["label"]}, _but("label", columns))
                 for one, columns in graph.nodes(data=True)],
        "edge": [({"id": number, "source": one, "target": other, "weight": columns["weight"]},
                  _but("weight", columns))
                 for number, (one, other, columns) in enumerate(graph.edges(data=True))]}
    root = etree.fromstring(f'<gexf xmlns="{GEXF}" version="1.2"/>')
    top = _add(root, "graph", {"mode": "static", "defaultedgetype": "undirected"})
    for kind, found in rows.items():
        declared = _add(top, "attributes", {"class": kind})
        for name, cell in found[0][1].items() if found else ():
            _add(declared, "attribute", {"id": name, "title": name, "type": TYPES[type(cell)]})
    for kind, found in rows.items():
        into = _add(top, f"{kind}s", {})
        for known, columns in found:
            values = _add(_add(into, kind, known), "attvalues", {})
            for name, cell in columns.items():
                _add(values, "attvalue", {"for": name, "value": cell})
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _add(parent: Element, tag: str, attributes: Columns) -> Element:
    return etree.SubElement(parent, f"{{{GEXF}}}{tag}",
                            {name: str(cell) for name, cell in attributes.items()})


def _but(left_out: str, columns: Columns) -> Columns:
    return {name: cell for name, cell in columns.items() if name != left_out}


def _graphml(graph: "nx.Graph[str]") -> bytes:
    out = BytesIO()
    # Keys are named: Gephi takes the key d3, which would be a measure, for a node's label.
    nx.write_graphml(graph, out, named_key_ids=True)
    return out.getvalue()


NETWORKS: Mapping[str, Callable[["nx.Graph[str]"], bytes]] = {
    ".gexf": _gexf, ".graphml": _graphml}
