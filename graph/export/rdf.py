"""Writes a graph as Turtle or N-Quads, for triple stores and RDF tools."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, serialize

from graph.whole import Graph
from ontology import Ontology
from ontology.rdf import Namespace, triples


def turtle(path: Path, graph: Graph, ontology: Ontology, ns: Namespace) -> Mapping[Path, bytes]:
    """Return one file of Turtle: what is said of a node stands together, under prefixes."""
    out = BytesIO()
    serialize(sorted(_triples(graph, ontology, ns), key=str), out, RdfFormat.TURTLE,
              prefixes=ns.prefixes)
    return {path: out.getvalue()}


def nquads(path: Path, graph: Graph, ontology: Ontology, ns: Namespace) -> Mapping[Path, bytes]:
    """Return one file of N-Quads, all in the default graph, its lines sorted."""
    lines = sorted(f"{triple} .\n" for triple in _triples(graph, ontology, ns))
    return {path: "".join(lines).encode()}


def _triples(graph: Graph, ontology: Ontology, ns: Namespace) -> set[Triple]:
    return set(triples(graph.nodes, graph.edges, ontology, ns))
