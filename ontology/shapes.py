"""SHACL shapes computed from the schema, and the violations that pyshacl finds with them.

Each node type gets a closed shape: its properties with kind and number, its edges with ends and
number. Each statement class gets one too, and each relation one for the ends of its plain triples.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from pyoxigraph import RdfFormat, serialize
from pyshacl import validate
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node as Term

from ontology.loader import load
from ontology.model import NodeType, Ontology, Property, RelationType
from ontology.rdf import DATATYPES, Namespace, namespace, triples
from ontology.records import Batch

TRUE = Literal("true", datatype=XSD.boolean)


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A place where a document's graph breaks a shape: node, path and constraint, in words.

    `path` is the predicate's IRI, with ^ before it where it is followed backwards.
    """

    source: str
    node: str
    path: str
    message: str


def violations(batch: Batch, base: str, links: Batch | None = None,
               others: Iterable[Batch] = ()) -> Iterator[Violation]:
    """Yield what is wrong with the graph of one document and all that it refers to.

    Its `links` are looked at too, given the records of the `others` to which they lead.
    """
    every = [batch, *others, *([links] if links else ())]
    found = triples((node for one in every for node in one.nodes),
                    (edge for one in every for edge in one.edges), load(), namespace(base))
    data = Graph().parse(data=serialize(found, format=RdfFormat.N_TRIPLES), format="nt")
    foreign = {node.id for one in others for node in one.nodes} - {node.id for node in batch.nodes}
    yield from (one for one in inspect(data, batch.source, base) if one.node not in foreign)


def inspect(data: Graph, source: str, base: str) -> list[Violation]:
    """Return what is wrong with a graph, in the same order each time."""
    _, report, _ = validate(data, shacl_graph=shapes(base))
    return sorted({_violation(report, result, source, namespace(base))
                   for result in report.subjects(RDF.type, SH.ValidationResult)})


def _violation(report: Graph, result: Term, source: str, ns: Namespace) -> Violation:
    node, path, message = (report.value(result, name) for name in (
        SH.focusNode, SH.resultPath, SH.resultMessage))
    backwards = report.value(path, SH.inversePath) if path else None
    component = str(report.value(result, SH.sourceConstraintComponent)).rsplit("#", 1)[-1]
    return Violation(source, ns.id_of(str(node)), f"^{backwards}" if backwards else str(path or ""),
                     f"{component.removesuffix('ConstraintComponent')}: {message}")


@cache
def shapes(base: str) -> Graph:
    """Return the shapes of the whole schema for one IRI base."""
    return Shapes(load(), namespace(base)).graph


class Shapes:
    """Builds the shapes graph of an ontology."""

    def __init__(self, ontology: Ontology, ns: Namespace) -> None:
        self.graph = Graph()
        self._ontology = ontology
        self._ns = ns
        for kind in ontology.nodes.values():
            self._node(kind)
        for relation in ontology.relations.values():
            self._ends(relation)
            if relation.statement:
                self._statement(relation)

    def _term(self, name: str) -> URIRef:
        return URIRef(self._ns.term(name).value)

    def _add(self, subject: Term, values: Mapping[URIRef, Term]) -> None:
        for predicate, value in values.items():
            self.graph.add((subject, predicate, value))

    def _list(self, items: Iterable[Term]) -> BNode:
        head = BNode()
        Collection(self.graph, head, list(items))
        return head

    def _shape(self, target: URIRef, value: URIRef) -> BNode:
        shape = BNode()
        self._add(shape, {RDF.type: SH.NodeShape, target: value})
        return shape

    def _node(self, kind: NodeType) -> None:
        shape = self._shape(SH.targetClass, self._term(f"edu:{kind.name}"))
        self._properties(shape, kind.properties)
        allowed = [RDF.type]
        for relation in self._ontology.relations.values():
            targets = [target for source, target in relation.pairs if source == kind.name]
            if targets:
                allowed.append(self._term(relation.predicate))
                self._edge(shape, relation, targets)
            if relation.max_in is not None and kind.name in relation.targets:
                path = BNode()
                self.graph.add((path, SH.inversePath, self._term(relation.predicate)))
                self._property(shape, path, {SH.maxCount: Literal(relation.max_in)})
        self._add(shape, {SH.closed: TRUE, SH.ignoredProperties: self._list(allowed)})

    def _edge(self, shape: BNode, relation: RelationType, targets: list[str]) -> None:
        values: dict[URIRef, Term] = {SH["or"]: self._classes(targets)}
        if relation.min_out:
            values[SH.minCount] = Literal(relation.min_out)
        if relation.max_out is not None:
            values[SH.maxCount] = Literal(relation.max_out)
        self._property(shape, self._term(relation.predicate), values)

    def _classes(self, names: Iterable[str]) -> BNode:
        ends = []
        for name in names:
            end = BNode()
            self.graph.add((end, SH["class"], self._term(f"edu:{name}")))
            ends.append(end)
        return self._list(ends)

    def _ends(self, relation: RelationType) -> None:
        for target, names in ((SH.targetSubjectsOf, relation.sources),
                              (SH.targetObjectsOf, relation.targets)):
            shape = self._shape(target, self._term(relation.predicate))
            self.graph.add((shape, SH["or"], self._classes(names)))

    def _statement(self, relation: RelationType) -> None:
        statement = relation.statement
        assert statement is not None
        shape = self._shape(SH.targetClass, self._term(statement.class_))
        self._properties(shape, relation.properties)
        for predicate, names in ((statement.from_, relation.sources),
                                 (statement.to, relation.targets)):
            self._property(shape, self._term(predicate), {
                SH["or"]: self._classes(names), SH.minCount: Literal(1), SH.maxCount: Literal(1)})
        self._add(shape, {SH.closed: TRUE, SH.ignoredProperties: self._list([RDF.type])})

    def _property(self, shape: BNode, path: Term, values: Mapping[URIRef, Term]) -> BNode:
        prop = BNode()
        self.graph.add((shape, SH.property, prop))
        self._add(prop, {SH.path: path, **values})
        return prop

    def _properties(self, shape: BNode, properties: Mapping[str, Property]) -> None:
        """Add a shape for each predicate; labels in two languages share one."""
        ordered = sorted(properties.values(), key=lambda prop: prop.predicate)
        for predicate, group in groupby(ordered, key=lambda prop: prop.predicate):
            props = list(group)
            values = {**_bounds(props), **self._kind(props)}
            path = self._property(shape, self._term(predicate), values)
            if len(props) > 1 and SH.minCount not in values:
                for prop in props:
                    self._label(path, prop)
            if predicate == "oa:start":
                self.graph.add((path, SH.lessThan, self._term("oa:end")))

    def _label(self, path: Term, prop: Property) -> None:
        """Require a label in its language, where one in another language may be absent."""
        if prop.required:
            value = BNode()
            self.graph.add((value, SH.languageIn, self._list([Literal(prop.lang)])))
            self._add(path, {SH.qualifiedValueShape: value, SH.qualifiedMinCount: Literal(1)})

    def _kind(self, props: list[Property]) -> dict[URIRef, Term]:
        kind = props[0].kind
        if kind.name == "reference":
            return {SH["class"]: self._term("edu:Document")}
        if props[0].lang:
            languages = [Literal(prop.lang) for prop in props]
            return {SH.languageIn: self._list(languages), SH.uniqueLang: TRUE}
        values: dict[URIRef, Term] = {SH.datatype: self._term(f"xsd:{DATATYPES[kind.base]}")}
        if kind.values:
            values[SH["in"]] = self._list(Literal(value) for value in kind.values)
        if kind.pattern:
            values[SH.pattern] = Literal(kind.pattern)
        if kind.minimum is not None:
            values[SH.minInclusive] = Literal(kind.minimum)
        if kind.maximum is not None:
            values[SH.maxInclusive] = Literal(kind.maximum)
        if props[0].name == "quote":
            values[SH.minLength] = Literal(1)
        return values


def _bounds(props: list[Property]) -> dict[URIRef, Term]:
    """Bound the number of values; of several labels some of which may be absent, see `_label`."""
    required = sum(prop.required for prop in props)
    values: dict[URIRef, Term] = {SH.maxCount: Literal(len(props))}
    if required == len(props):
        values[SH.minCount] = Literal(required)
    return values
