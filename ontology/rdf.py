"""Turns records into triples: ORG, SKOS, PROV-O, OA and Dublin Core where they fit, else `edu:`.

Every edge is a plain triple. An edge whose type has a `statement` is also a node of its own that
bears the edge's properties; its IRI is a digest of (type, from, to, key). There are no blank nodes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from ontology.ids import digest, edge_key
from ontology.model import Ontology, Property
from ontology.records import Edge, Node, Value

DEFAULT_BASE = "https://edupolicy-graph.example/"
PREFIXES: Mapping[str, str] = {
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DATATYPES: Mapping[str, str] = {
    "text": "string", "integer": "integer", "number": "double", "boolean": "boolean",
}


@dataclass(frozen=True)
class Namespace:
    """IRIs under one base, which is a setting and ends in a slash."""

    base: str = DEFAULT_BASE

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """All prefixes with their IRIs: `edu:` for terms, `id:` for nodes."""
        return {**PREFIXES, "edu": f"{self.base}ns#", "id": f"{self.base}id/"}

    def node(self, node_id: str) -> NamedNode:
        """Return the IRI of the node with this id."""
        return NamedNode(f"{self.base}id/{node_id}")

    def id_of(self, iri: str) -> str:
        """Return the id that stands in a node's IRI, or the IRI itself where it is not ours."""
        return iri.removeprefix(f"{self.base}id/")

    def term(self, name: str) -> NamedNode:
        """Return the IRI of a prefixed name such as `skos:broader`."""
        prefix, local = name.split(":", 1)
        return NamedNode(self.prefixes[prefix] + local)

    def literal(self, value: Value, prop: Property) -> Literal | NamedNode:
        """Return a value as a term: a label bears its language, a reference is an IRI."""
        if prop.kind.name == "reference":
            return self.node(str(value))
        if prop.lang:
            return Literal(str(value), language=prop.lang)
        datatype = self.term(f"xsd:{DATATYPES[prop.kind.base]}")
        lexical = str(value).lower() if isinstance(value, bool) else str(value)
        return Literal(lexical, datatype=datatype)


@lru_cache(maxsize=8)
def namespace(base: str) -> Namespace:
    """Return the namespace of a base, the same one each time, for its caches."""
    return Namespace(base)


def node_triples(node: Node, ontology: Ontology, ns: Namespace) -> Iterator[Triple]:
    """Yield the triples of a node: its class, its type where the class is another's, its values."""
    kind = ontology.node(node.type)
    subject = ns.node(node.id)
    own = f"edu:{node.type}"
    for name in dict.fromkeys((own, kind.class_)):
        yield Triple(subject, ns.term("rdf:type"), ns.term(name))
    yield from _values(subject, node.properties, kind.properties, ns)


def edge_triples(edge: Edge, ontology: Ontology, ns: Namespace) -> Iterator[Triple]:
    """Yield the plain triple of an edge and, where its type has one, its statement node."""
    kind = ontology.relation(edge.type)
    source, target = ns.node(edge.source.id), ns.node(edge.target.id)
    yield Triple(source, ns.term(kind.predicate), target)
    if kind.statement is None:
        return
    subject = ns.node(f"edge-{digest(*edge_key(edge, kind.key))}")
    yield Triple(subject, ns.term("rdf:type"), ns.term(kind.statement.class_))
    yield Triple(subject, ns.term(kind.statement.from_), source)
    yield Triple(subject, ns.term(kind.statement.to), target)
    yield from _values(subject, edge.properties, kind.properties, ns)


def triples(nodes: Iterable[Node], edges: Iterable[Edge], ontology: Ontology,
            ns: Namespace) -> Iterator[Triple]:
    """Yield the triples of all records."""
    for node in nodes:
        yield from node_triples(node, ontology, ns)
    for edge in edges:
        yield from edge_triples(edge, ontology, ns)


def _values(subject: NamedNode, values: Mapping[str, Value], properties: Mapping[str, Property],
            ns: Namespace) -> Iterator[Triple]:
    for name, value in values.items():
        prop = properties[name]
        yield Triple(subject, ns.term(prop.predicate), ns.literal(value, prop))
