"""Counts what a graph holds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.whole import whole
from ontology import Batch, Ontology


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of nodes and edges by type; a type of which there is none counts 0."""

    nodes: Mapping[str, int]
    relations: Mapping[str, int]


def count(batches: Iterable[Batch], ontology: Ontology) -> Counts:
    """Count the nodes and edges of the batches' graph; a shared node counts once."""
    graph = whole(batches, ontology)
    nodes = Counter(node.type for node in graph.nodes)
    edges = Counter(edge.type for edge in graph.edges)
    return Counts({name: nodes[name] for name in ontology.nodes},
                  {name: edges[name] for name in ontology.relations})
