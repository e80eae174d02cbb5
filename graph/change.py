"""Computes which triples a document's new records take away and which they bring.

The store is only looked at, through `find`, so that the change can be written as one transaction.
Every statement node bears its document, like the nodes that the document owns.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import BlankNode, NamedNode, Triple

from graph.parts import Parts
from graph.sparql import Term
from ontology import NodeType, Ontology
from ontology.rdf import Namespace, triples

Subject = NamedNode | BlankNode | Triple
Find = Callable[[Subject | None, NamedNode | None, Term | None], Iterable[Triple]]


@dataclass(frozen=True, slots=True)
class Change:
    """Triples to take away and triples to bring; no triple is in both."""

    gone: frozenset[Triple]
    fresh: frozenset[Triple]


def change(parts: Parts, find: Find, ontology: Ontology, ns: Namespace) -> Change:
    """Return the change that puts the parts of a document in the place of what it had."""
    gone = _owned(ns.node(parts.document), find, ns) | _shared(parts, find, ontology, ns)
    fresh = set(triples((*parts.nodes, *parts.shared_nodes), (*parts.edges, *parts.shared_edges),
                        ontology, ns))
    loose = {triple.object for triple in gone} | {ns.node(node.id) for node in parts.shared_nodes}
    sweep(loose, gone, fresh, find, shared_classes(ontology, ns))
    return Change(frozenset(gone - fresh), frozenset(fresh))


def _owned(document: NamedNode, find: Find, ns: Namespace) -> set[Triple]:
    """Return all triples from and to the nodes that a document owns, and itself."""
    owned = {triple.subject for triple in find(None, ns.term("edu:document"), document)}
    return {triple for node in {document, *owned}
            for triple in (*find(node, None, None), *find(None, None, node))}


def _shared(parts: Parts, find: Find, ontology: Ontology, ns: Namespace) -> set[Triple]:
    """Return what the store says of the given shared nodes, but for their edges to owned nodes."""
    return {triple for node in parts.shared_nodes
            for predicate in _predicates(ontology.nodes[node.type], ontology, ns)
            for triple in find(ns.node(node.id), predicate, None)}


def _predicates(kind: NodeType, ontology: Ontology, ns: Namespace) -> set[NamedNode]:
    """Return the predicates of a shared type's own values and of its edges to shared nodes."""
    edges = {relation.predicate for relation in ontology.relations.values()
             for source, target in relation.pairs
             if source == kind.name and ontology.nodes[target].shared}
    values = {prop.predicate for prop in kind.properties.values()}
    return {ns.term(name) for name in {"rdf:type"} | values | edges}


def shared_classes(ontology: Ontology, ns: Namespace) -> set[NamedNode]:
    """Return the classes by which shared nodes are known."""
    return {ns.term(f"edu:{kind.name}") for kind in ontology.nodes.values() if kind.shared}


def sweep(loose: set[Term], gone: set[Triple], fresh: set[Triple], find: Find,
          classes: set[NamedNode]) -> None:
    """Take away the shared nodes among `loose` that no edge enters, then those they point to.

    `classes` are the classes of shared nodes; `gone` and `fresh` are changed.
    """
    touching: dict[Term, set[Triple]] = defaultdict(set)
    for triple in fresh:
        touching[triple.subject].add(triple)
        touching[triple.object].add(triple)
    while loose:
        node = loose.pop()
        if not isinstance(node, NamedNode):
            continue
        leaving = {*find(node, None, None),
                   *(triple for triple in touching[node] if triple.subject == node)}
        entering = chain((triple for triple in touching[node] & fresh if triple.object == node),
                         (triple for triple in find(None, None, node) if triple not in gone))
        if any(entering) or classes.isdisjoint(triple.object for triple in leaving):
            continue
        gone |= leaving
        fresh -= leaving
        loose |= {triple.object for triple in leaving}
