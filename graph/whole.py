"""Joins the batches of all documents into one graph, as a store would hold it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.parts import key_of, once
from ontology import Batch, Edge, Node, Ontology, Ref


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges, each once, in the order of their types and ids."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def whole(batches: Iterable[Batch], ontology: Ontology) -> Graph:
    """Return the graph of batches, the same for any order of them."""
    nodes: dict[Ref, Node] = {}
    edges: list[Edge] = []
    for parts in once(sorted(batches, key=lambda batch: batch.source), ontology):
        nodes |= {node.ref: node for node in (*parts.nodes, *parts.shared_nodes)}
        edges += (*parts.edges, *parts.shared_edges)
    dead = unreferenced(nodes, edges, ontology)
    return Graph(
        nodes=tuple(sorted((node for ref, node in nodes.items() if ref not in dead),
                           key=lambda node: (node.type, node.id))),
        edges=tuple(sorted((edge for edge in edges if edge.source not in dead),
                           key=lambda edge: key_of(edge, ontology))))


def unreferenced(nodes: Iterable[Ref], edges: Iterable[Edge], ontology: Ontology,
                 entered: Iterable[Ref] = ()) -> set[Ref]:
    """Return the shared nodes that no edge enters, and those that only such nodes point to.

    `entered` are those that other edges enter.
    """
    entering: dict[Ref, int] = defaultdict(int, dict.fromkeys(entered, 1))
    leaving: dict[Ref, list[Ref]] = defaultdict(list)
    for edge in edges:
        entering[edge.target] += 1
        leaving[edge.source].append(edge.target)
    loose = [ref for ref in nodes if ontology.nodes[ref.type].shared and not entering[ref]]
    dead: set[Ref] = set()
    while loose:
        ref = loose.pop()
        dead.add(ref)
        for target in leaving[ref]:
            entering[target] -= 1
            if not entering[target] and ontology.nodes[target.type].shared:
                loose.append(target)
    return dead
