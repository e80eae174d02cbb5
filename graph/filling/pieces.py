"""Turns sources of the ledger into lines of the files that `neo4j-admin` imports, on all cores.

There is a file for each node type and for each relation with the types of its ends. An absent
value is nothing between two commas, an empty text is two quotes.
"""

import os
import signal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

from graph import cypher
from graph.captions import CAPTION, of_edge, of_node, with_captions
from graph.ledger import Ledger
from graph.parts import once
from ontology import Edge, Node, Ontology, Ref, Value

SIZE = 60       # sources of a piece
TYPES = {"text": "", "integer": ":long", "number": ":double", "boolean": ":boolean"}
QUOTE = '"'
File = tuple[str, ...]  # a node type, or a relation type and the types of its ends


@dataclass(slots=True)
class Piece:
    """Lines by file, and what other sources may bring, too: shared nodes and edges between them.

    `entered` are the shared nodes to which an edge of the lines leads.
    """

    sources: int = 0
    lines: dict[File, list[str]] = field(default_factory=lambda: defaultdict(list))
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    entered: set[Ref] = field(default_factory=set)


class Lines:
    """Writes nodes and edges as lines, with the captions that the server's nodes have."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = with_captions(ontology)

    def node(self, node: Node) -> str:
        """Return the line of a node."""
        kind = self._ontology.nodes[node.type]
        values = {**node.properties, CAPTION: of_node(node, kind)}
        return _line(cypher.node_row(replace(node, properties=values), kind))

    def edge(self, edge: Edge) -> str:
        """Return the line of an edge."""
        kind = self._ontology.relations[edge.type]
        if kind.caption:
            edge = replace(edge, properties={**edge.properties, CAPTION: of_edge(edge, kind)})
        return _line(cypher.edge_row(edge, kind))

    def head(self, file: File) -> str:
        """Return the first line of a file."""
        if len(file) == 1:
            properties, start = self._ontology.nodes[file[0]].properties, [f"id:ID({file[0]})"]
        else:
            properties = self._ontology.relations[file[0]].properties
            start = [f":START_ID({file[1]})", f":END_ID({file[2]})"]
        return ",".join([*start, *(name + TYPES[one.kind.base]
                                   for name, one in properties.items())]) + "\n"


def pieces(ledger: Ledger, sources: Sequence[str], ontology: Ontology) -> Iterator[Piece]:
    """Yield the pieces of sources in their order, made by as many processes as there are cores."""
    parts = [sources[start:start + SIZE] for start in range(0, len(sources), SIZE)]
    cores = min(os.cpu_count() or 1, len(parts))
    if cores < 2:
        yield from (_piece(ledger, part, ontology) for part in parts)
        return
    with ProcessPoolExecutor(cores, get_context("spawn"), _begin,
                             (ledger.folder, ontology)) as pool:
        yield from pool.map(_made, parts)


def file_of(one: Node | Edge) -> File:
    """Return the file in which a node or an edge stands."""
    return (one.type,) if isinstance(one, Node) else (one.type, one.source.type, one.target.type)


def _piece(ledger: Ledger, sources: Iterable[str], ontology: Ontology) -> Piece:
    piece, lines = Piece(), Lines(ontology)
    for parts in once(ledger.batches(sources), ontology):
        piece.sources += 1
        for node in parts.nodes:
            piece.lines[file_of(node)].append(lines.node(node))
        for edge in parts.edges:
            piece.lines[file_of(edge)].append(lines.edge(edge))
            if ontology.nodes[edge.target.type].shared:
                piece.entered.add(edge.target)
        piece.nodes += parts.shared_nodes
        piece.edges += parts.shared_edges
    return piece


_own: tuple[Ledger, Ontology]   # what a process of the pool keeps between its pieces


def _begin(folder: Path, ontology: Ontology) -> None:
    global _own
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this one
    _own = Ledger(folder), ontology


def _made(sources: Sequence[str]) -> Piece:
    return _piece(_own[0], sources, _own[1])


def _line(row: cypher.Row) -> str:
    return ",".join(map(_cell, row.values())) + "\n"


def _cell(value: Value | None) -> str:
    if isinstance(value, str):
        return f'"{value.replace(QUOTE, QUOTE * 2)}"'
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else repr(value)
