"""Computes which triples a source's new records take away and which they bring.

The store is only looked at, through `find`, so that the change can be written as one transaction.
Every statement node bears its document, like the nodes that the document owns.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, product

from pyoxigraph import BlankNode, NamedNode, Triple

from graph.parts import Parts
from graph.sparql import Term
from ontology import NodeType, Ontology, RelationType
from ontology.rdf import Namespace, triples

Subject = NamedNode | BlankNode | Triple
Find = Callable[[Subject | None, NamedNode | None, Term | None], Iterable[Triple]]


@dataclass(frozen=True, slots=True)
class Change:
    """Triples to take away and triples to bring; no triple is in both."""

    gone: frozenset[Triple]
    fresh: frozenset[Triple]


def change(parts: Parts, find: Find, ontology: Ontology, ns: Namespace) -> Change:
    """Return the change that puts the parts of a source in the place of what it had."""
    had = _links(ns.node(parts.document), find, ontology, ns) if parts.links else \
        _owned(ns.node(parts.document), find, ontology, ns)
    gone = had | _shared(parts, find, ontology, ns)
    fresh = set(triples((*parts.nodes, *parts.shared_nodes), (*parts.edges, *parts.shared_edges),
                        ontology, ns))
    loose = {triple.object for triple in gone} | {ns.node(node.id) for node in parts.shared_nodes}
    sweep(loose, gone, fresh, find, shared_classes(ontology, ns))
    return Change(frozenset(gone - fresh), frozenset(fresh))


def _owned(document: NamedNode, find: Find, ontology: Ontology, ns: Namespace) -> set[Triple]:
    """Return all triples from and to the nodes that a document owns, and itself.

    Those stay by which the statements of its links are known as its own: they go with its links.
    """
    classes = _linked(ontology, ns).keys()
    bearing = set(find(None, ns.term("edu:document"), document))
    links = {triple for triple in bearing
             if not classes.isdisjoint(_types(triple.subject, find, ns))}
    return {triple for node in {document, *(triple.subject for triple in bearing - links)}
            for triple in (*find(node, None, None), *find(None, None, node))} - links


def _links(document: NamedNode, find: Find, ontology: Ontology, ns: Namespace) -> set[Triple]:
    """Return the statements of a document's links, and the plain triples that no other makes."""
    linked = _linked(ontology, ns)
    found: set[Triple] = set()
    own = {triple.subject for triple in find(None, ns.term("edu:document"), document)}
    for node in own:
        for class_ in linked.keys() & _types(node, find, ns):
            relation = linked[class_]
            assert relation.statement
            start, end = ns.term(relation.statement.from_), ns.term(relation.statement.to)
            found.update(find(node, None, None))
            for (_, _, source), (_, _, target) in product(find(node, start, None),
                                                          find(node, end, None)):
                if all(other in own for other, _, _ in find(None, start, source)
                       if any(find(other, end, target))):
                    found.add(Triple(source, ns.term(relation.predicate), target))
    return found


def _linked(ontology: Ontology, ns: Namespace) -> dict[Term, RelationType]:
    """Return the linked relations by the class of their statements."""
    return {ns.term(relation.statement.class_): relation
            for relation in ontology.relations.values() if relation.linked and relation.statement}


def _types(node: Subject, find: Find, ns: Namespace) -> set[Term]:
    return {triple.object for triple in find(node, ns.term("rdf:type"), None)}


def _shared(parts: Parts, find: Find, ontology: Ontology, ns: Namespace) -> set[Triple]:
    """Return what the store says of the given shared nodes, but for their edges to owned nodes."""
    return {triple for node in parts.shared_nodes
            for predicate in _predicates(ontology.nodes[node.type], ontology, ns)
            for triple in find(ns.node(node.id), predicate, None)}


def _predicates(kind: NodeType, ontology: Ontology, ns: Namespace) -> set[NamedNode]:
    """Return the predicates of a shared type's own values and of its edges to shared nodes."""
    edges = {relation.predicate for relation in ontology.relations.values()
             for source, target in relation.pairs
             if source == kind.name and ontology.nodes[target].shared and not relation.linked}
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
