"""Writes sources of the ledger as lines of the files that `neo4j-admin` imports, on all cores.

There is a file for each node type and for each relation with the types of its ends, in as many
pieces as the sources make. An absent value is nothing between two commas, an empty text two quotes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

from graph import cypher
from graph.captions import CAPTION, of_edge, of_node, with_captions
from graph.filling.workers import in_parts
from graph.ledger import Ledger
from graph.parts import once
from ontology import Edge, Node, Ontology, Ref, Value

SIZE = 500      # sources of a piece
TYPES = {"text": "", "integer": ":long", "number": ":double", "boolean": ":boolean"}
QUOTE = '"'
File = tuple[str, ...]  # a node type, or a relation type and the types of its ends


@dataclass(slots=True)
class Piece:
    """How many lines of each file a piece has, and whether one of them holds a line break."""

    number: int
    counts: Counter[File] = field(default_factory=Counter)
    broken: bool = False


@dataclass(slots=True)
class Shared:
    """What several sources may bring: shared nodes, edges between them, and what others enter."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    entered: set[Ref] = field(default_factory=set)


class Files:
    """The files of a piece, open until its end."""

    def __init__(self, folder: Path, number: int, ontology: Ontology) -> None:
        self.piece = Piece(number)
        self._folder = folder
        self._ontology = with_captions(ontology)
        self._open: dict[File, TextIO] = {}
        self._stack = ExitStack()

    def __enter__(self) -> "Files":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def put_node(self, node: Node) -> None:
        """Write a node, with its caption."""
        kind = self._ontology.nodes[node.type]
        values = {**node.properties, CAPTION: of_node(node, kind)}
        self._put((node.type,), cypher.node_row(replace(node, properties=values), kind))

    def put_edge(self, edge: Edge) -> None:
        """Write an edge, with its caption."""
        kind = self._ontology.relations[edge.type]
        if kind.caption:
            edge = replace(edge, properties={**edge.properties, CAPTION: of_edge(edge, kind)})
        self._put((edge.type, edge.source.type, edge.target.type), cypher.edge_row(edge, kind))

    def _put(self, file: File, row: cypher.Row) -> None:
        if file not in self._open:
            path = self._folder / name(file, self.piece.number)
            self._open[file] = self._stack.enter_context(
                path.open("w", encoding="utf-8", newline=""))
        line = ",".join(map(_cell, row.values())) + "\n"
        if line.count("\n") > 1 or "\r" in line:
            self.piece.broken = True
        self._open[file].write(line)
        self.piece.counts[file] += 1


def name(file: File, number: int | None = None) -> str:
    """Return the name of a piece of a file, or of the file that holds its first line."""
    return "-".join(file) + (".csv" if number is None else f".{number}.csv")


def head(file: File, ontology: Ontology) -> str:
    """Return the first line of a file."""
    shown = with_captions(ontology)
    if len(file) == 1:
        properties, start = shown.nodes[file[0]].properties, [f"id:ID({file[0]})"]
    else:
        properties = shown.relations[file[0]].properties
        start = [f":START_ID({file[1]})", f":END_ID({file[2]})"]
    return ",".join([*start, *(column + TYPES[one.kind.base]
                               for column, one in properties.items())]) + "\n"


def pieces(ledger: Ledger, sources: Sequence[str], folder: Path,
           ontology: Ontology) -> Iterator[tuple[Piece, Shared]]:
    """Write sources in pieces, and yield what each is."""
    return in_parts(_write, ledger, sources, SIZE, folder, ontology)


def _write(ledger: Ledger, number: int, sources: Iterable[str], folder: Path,
           ontology: Ontology) -> tuple[Piece, Shared]:
    shared = Shared()
    with Files(folder, number, ontology) as files:
        for parts in once(ledger.batches(sources), ontology):
            for node in parts.nodes:
                files.put_node(node)
            for edge in parts.edges:
                files.put_edge(edge)
                if ontology.nodes[edge.target.type].shared:
                    shared.entered.add(edge.target)
            shared.nodes += parts.shared_nodes
            shared.edges += parts.shared_edges
    return files.piece, shared


def _cell(value: Value | None) -> str:
    if isinstance(value, str):
        return f'"{value.replace(QUOTE, QUOTE * 2)}"'
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else repr(value)
