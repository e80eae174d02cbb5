"""SHACL shapes: a document that was read fits them, and each way to break them is named.

The cases are computed from the schema: a new property, kind, relation or node type joins them by
itself. They run on the records of a short document, with made records of each type beside them, so
that what this document does not say is covered too.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

import pytest
from pyoxigraph import RdfFormat, serialize
from rdflib import RDF, SH, XSD, Graph, Literal, URIRef

from ingest.pipeline import knowledge, read
from ontology import Batch, Edge, Node, Property, Ref, RelationType, Value, load
from ontology.ids import digest, edge_key
from ontology.rdf import Namespace, triples
from ontology.shapes import Violation, inspect, shapes, violations

BASE = "https://graph.example/"
NS = Namespace(BASE)
ONTOLOGY = load()
PLACES = """code,name,level,parent,valid_from,valid_to
990000,云川省,province,,,
990100,临江市,prefecture,990000,,
990121,北屏县,county,990100,,
"""
TEXT = """北屏县教育局2031年工作要点

根据《临江市教育事业发展规划》，制定本要点。

一、建设平安校园
（一）压实校园安全责任。贯彻《校园安全工作条例》，开展安全检查不少于12次，整改率达到95%—98%。\
（牵头科室：安全科；配合科室：基础教育科）
二、提升教学质量
（二）开展教学视导。组织教学视导3轮。

北屏县教育局
2031年3月5日
"""
UNHEARD = "edu:unheardOf"
MADE_BY_NAME: dict[str, Value] = {"document": "made-document", "start_char": 0, "end_char": 2}
MADE_BY_KIND: dict[str, Value] = {"date": "2031-03-05"}
MADE_BY_BASE: dict[str, Value] = {"text": "文字", "integer": 7, "number": 2.5, "boolean": True}

Found = set[tuple[str, str, str]]
Terms = Iterable[URIRef | Literal]


class Case(NamedTuple):
    """A property with the name of the type that bears it in RDF."""

    type: str
    prop: Property

    @property
    def path(self) -> str:
        return iri(self.prop.predicate)


class Ends(NamedTuple):
    """A relation with one pair of node types that it joins."""

    relation: RelationType
    source: str
    target: str

    @property
    def path(self) -> str:
        return iri(self.relation.predicate)


# An edge without a statement is one triple: its properties are not in the graph.
STATEMENTS = {name: kind for name, kind in ONTOLOGY.relations.items() if kind.statement}
BORNE = {**{name: kind.properties for name, kind in ONTOLOGY.nodes.items()},
         **{name: kind.properties for name, kind in STATEMENTS.items()}}
CASES = [Case(name, prop) for name, properties in BORNE.items() for prop in properties.values()]
ENDS = [Ends(relation, *pair) for relation in ONTOLOGY.relations.values()
        for pair in relation.pairs]


def of(cases: Iterable[Case]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [
        pytest.param(case, id=f"{case.type}.{case.prop.name}") for case in cases])


def joining(cases: Iterable[Ends]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("ends", [
        pytest.param(ends, id=f"{ends.source}-{ends.relation.name}-{ends.target}")
        for ends in cases])


# --- records

def made(properties: Iterable[Property]) -> dict[str, Value]:
    """Return a good value for each property."""
    return {prop.name: _made(prop) for prop in properties}


def _made(prop: Property) -> Value:
    kind = prop.kind
    if kind.values:
        return next(iter(kind.values))
    if kind.minimum is not None:
        return kind.minimum
    assert not kind.pattern or kind.name in MADE_BY_KIND, f"MADE_BY_KIND lacks a {kind.name}"
    named = MADE_BY_NAME.get(prop.name, MADE_BY_KIND.get(kind.name))
    return MADE_BY_BASE[kind.base] if named is None else named


def node(name: str, suffix: str = "") -> Node:
    return Node(name, f"made-{name.lower()}{suffix}", made(ONTOLOGY.node(name).properties.values()))


def edge(relation: RelationType, source: Ref, target: Ref) -> Edge:
    return Edge(relation.name, source, target, made(relation.properties.values()))


def with_made(batch: Batch) -> Batch:
    """Return a batch with a made node of each type and an edge of each pair that has room."""
    nodes = {name: node(name) for name in ONTOLOGY.nodes}
    edges: list[Edge] = []
    for relation, source, target in ENDS:
        others = [one for one in edges if one.type == relation.name]
        may_leave = relation.max_out is None or nodes[source].ref not in [
            one.source for one in others]
        may_enter = relation.max_in is None or nodes[target].ref not in [
            one.target for one in others]
        if may_leave and may_enter:
            edges.append(edge(relation, nodes[source].ref, nodes[target].ref))
    return plus(batch, *nodes.values(), *edges)


def plus(batch: Batch, *records: Node | Edge) -> Batch:
    return replace(batch, nodes=(*batch.nodes, *(one for one in records if isinstance(one, Node))),
                   edges=(*batch.edges, *(one for one in records if isinstance(one, Edge))))


def first(batch: Batch, name: str, *properties: str) -> Node | Edge:
    """Return the first record of a type that has these properties: the document's, else ours."""
    records: tuple[Node | Edge, ...] = (*batch.nodes, *batch.edges)
    return next(one for one in records
                if one.type == name and set(properties) <= one.properties.keys())


def changed(batch: Batch, case: Case, value: Value | None) -> tuple[Batch, str]:
    """Give a property of one record another value, or none; return the record's name in RDF too."""
    old = first(batch, case.type, case.prop.name)
    properties = {name: said for name, said in old.properties.items() if name != case.prop.name}
    if value is not None:
        properties[case.prop.name] = value
    new = replace(old, properties=properties)
    kept = replace(batch, nodes=tuple(one for one in batch.nodes if one is not old),
                   edges=tuple(one for one in batch.edges if one is not old))
    return plus(kept, new), named(new)


def named(record: Node | Edge) -> str:
    """Return the id that a record has in RDF: an edge's is that of its statement."""
    if isinstance(record, Node):
        return record.id
    return f"edge-{digest(*edge_key(record, ONTOLOGY.relation(record.type).key))}"


# --- graphs and what is found in them

def iri(name: str) -> str:
    return NS.term(name).value


def found(batch: Batch) -> Found:
    return short(violations(batch, BASE))


def short(given: Iterable[Violation]) -> Found:
    """Return node, path and constraint of each violation."""
    return {(one.node, one.path, one.message.split(":")[0]) for one in given}


def graph(batch: Batch) -> Graph:
    content = serialize(triples(batch.nodes, batch.edges, ONTOLOGY, NS),
                        format=RdfFormat.N_TRIPLES)
    return Graph().parse(data=content, format="nt")


def found_with(batch: Batch, record: Node | Edge, said: Mapping[str, Terms]) -> Found:
    """Let a record say these values of predicates, whatever the schema says, and look."""
    data = graph(batch)
    subject = URIRef(NS.node(named(record)).value)
    for path, terms in said.items():
        data.remove((subject, URIRef(path), None))
        for term in terms:
            data.add((subject, URIRef(path), term))
    return short(inspect(data, batch.source, BASE))


def values(batch: Batch, record: Node | Edge, path: str) -> list[URIRef | Literal]:
    terms = graph(batch).objects(URIRef(NS.node(named(record)).value), URIRef(path))
    return [term for term in terms if isinstance(term, URIRef | Literal)]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    """The records of a short document, as reading gives them."""
    places = tmp_path_factory.mktemp("places") / "places.csv"
    places.write_text(PLACES, encoding="utf-8")
    return read(TEXT.encode(), "plan.txt", knowledge(places)).batch


@pytest.fixture(scope="module")
def batch(document: Batch) -> Batch:
    """The records of the document, with the made ones."""
    return with_made(document)


# --- what is right

def test_a_document_that_was_read_has_no_violation(document: Batch) -> None:
    assert {one.type for one in document.nodes} >= {
        "Locality", "Goal", "Task", "Department", "Indicator", "Concept", "Policy"}
    assert {one.type for one in document.edges} >= {
        "HAS_GOAL", "HAS_TASK", "OWNED_BY", "HAS_INDICATOR", "ANSWERS_FOR", "ABOUT", "CITES"}
    assert list(violations(document, BASE)) == []


def test_made_records_have_no_violation(batch: Batch) -> None:
    assert list(violations(batch, BASE)) == []


@of(case for case in CASES if not case.prop.required)
def test_an_optional_property_may_be_absent(batch: Batch, case: Case) -> None:
    assert found(changed(batch, case, None)[0]) == set()


@of(case for case in CASES if case.prop.kind.values)
def test_every_value_of_an_enumeration_fits(batch: Batch, case: Case) -> None:
    for value in case.prop.kind.values:
        assert found(changed(batch, case, value)[0]) == set()


# --- properties

@of(case for case in CASES if case.prop.required)
def test_a_required_property_is_missed(batch: Batch, case: Case) -> None:
    broken, name = changed(batch, case, None)
    alone = "QualifiedMinCount" if optional_label(case) else "MinCount"
    assert found(broken) == {(name, case.path, alone)}


def optional_label(case: Case) -> bool:
    """Tell a label beside which one in another language may be absent."""
    kind = ONTOLOGY.nodes.get(case.type) or ONTOLOGY.relations[case.type]
    return any(prop.predicate == case.prop.predicate and not prop.required
               for prop in kind.properties.values()) and case.prop.required


@of(case for case in CASES if case.prop.kind.base != "text")
@pytest.mark.filterwarnings("ignore:Parsing weird boolean:UserWarning:rdflib.term")
def test_a_value_of_another_base_is_found(batch: Batch, case: Case) -> None:
    broken, name = changed(batch, case, "不是")
    answer = found(broken)
    assert (name, case.path, "Datatype") in answer
    assert {node for node, _, _ in answer} == {name}


@of(case for case in CASES if case.prop.kind.base == "integer")
def test_a_fraction_is_no_integer(batch: Batch, case: Case) -> None:
    broken, name = changed(batch, case, 2000.5)
    assert (name, case.path, "Datatype") in found(broken)


@pytest.mark.parametrize("name", BORNE)
def test_literals_of_another_datatype_are_found(batch: Batch, name: str) -> None:
    record = first(batch, name, *BORNE[name])
    paths = [case.path for case in CASES if case.type == name and not case.prop.lang
             and case.prop.kind.name != "reference"]
    broken = found_with(batch, record, {
        path: [Literal("2031-03-05", datatype=XSD.date)] for path in paths})
    assert broken >= {(named(record), path, "Datatype") for path in paths}


@of(case for case in CASES if case.prop.lang)
@pytest.mark.parametrize("language", ["fr", None])
def test_a_label_in_another_language_is_found(batch: Batch, case: Case,
                                              language: str | None) -> None:
    record = first(batch, case.type, case.prop.name)
    kept = [value for value in values(batch, record, case.path)
            if isinstance(value, Literal) and value.language != case.prop.lang]
    broken = found_with(batch, record, {case.path: [*kept, Literal("nom", lang=language)]})
    missed = {(named(record), case.path, "QualifiedMinCount")} if optional_label(case) else set()
    assert broken == {(named(record), case.path, "LanguageIn")} | missed


@of(case for case in CASES if case.prop.kind.values)
def test_a_value_out_of_the_enumeration_is_found(batch: Batch, case: Case) -> None:
    broken, name = changed(batch, case, "不在其中")
    assert found(broken) == {(name, case.path, "In")}


@of(case for case in CASES if case.prop.kind.pattern)
def test_a_value_that_does_not_match_the_pattern_is_found(batch: Batch, case: Case) -> None:
    for value in ("", "不合", f"{_made(case.prop)}不合", f"不合{_made(case.prop)}"):
        assert not re.search(str(case.prop.kind.pattern), value)
        broken, name = changed(batch, case, value)
        assert found(broken) == {(name, case.path, "Pattern")}


@of(case for case in CASES if case.prop.kind.minimum is not None)
def test_a_value_below_the_minimum_is_found(batch: Batch, case: Case) -> None:
    assert case.prop.kind.minimum is not None
    assert found(changed(batch, case, case.prop.kind.minimum)[0]) == set()
    broken, name = changed(batch, case, case.prop.kind.minimum - 1)
    assert found(broken) == {(name, case.path, "MinInclusive")}


@of(case for case in CASES if case.prop.kind.maximum is not None)
def test_a_value_above_the_maximum_is_found(batch: Batch, case: Case) -> None:
    assert case.prop.kind.maximum is not None
    assert found(changed(batch, case, case.prop.kind.maximum)[0]) == set()
    broken, name = changed(batch, case, case.prop.kind.maximum + 1)
    assert found(broken) == {(name, case.path, "MaxInclusive")}


@pytest.mark.parametrize("name", BORNE)
def test_second_values_are_found(batch: Batch, name: str) -> None:
    record = first(batch, name, *BORNE[name])
    cases = [case for case in CASES if case.type == name]
    said = {case.path: values(batch, record, case.path) for case in cases}
    for case in cases:
        said[case.path].append(Literal("又一", lang=case.prop.lang))
    broken = found_with(batch, record, said)
    assert broken >= {(named(record), case.path, "MaxCount") for case in cases}
    assert broken >= {(named(record), case.path, "UniqueLang") for case in cases if case.prop.lang}


def test_records_of_one_id_that_disagree_are_found(batch: Batch) -> None:
    goal, owner = first(batch, "Goal"), first(batch, "OWNED_BY")
    assert found(plus(batch, replace(goal, properties={"position": 99}),
                      replace(owner, properties={**owner.properties, "as_written": "又一"}))) == {
        (named(goal), iri("edu:position"), "MaxCount"),
        (named(owner), iri("edu:asWritten"), "MaxCount")}


# --- evidence

@of(case for case in CASES if case.prop.kind.name == "reference")
def test_a_reference_to_no_document_is_found(batch: Batch, case: Case) -> None:
    for nothing in ("doc-nowhere", named(first(batch, "Goal"))):
        broken, name = changed(batch, case, nothing)
        assert found(broken) == {(name, case.path, "Class")}


@of(case for case in CASES if case.prop.name == "quote")
def test_an_empty_quote_is_found(batch: Batch, case: Case) -> None:
    broken, name = changed(batch, case, "")
    assert found(broken) == {(name, case.path, "MinLength")}


@of(case for case in CASES if case.prop.name == "start_char")
@pytest.mark.parametrize("beyond", [0, 1])
def test_a_start_that_is_not_before_the_end_is_found(batch: Batch, case: Case,
                                                     beyond: int) -> None:
    end = first(batch, case.type).properties["end_char"]
    assert isinstance(end, int)
    broken, name = changed(batch, case, end + beyond)
    assert found(broken) == {(name, case.path, "LessThan")}


# --- edges

@joining(ENDS)
def test_edges_from_wrong_nodes_are_found(batch: Batch, ends: Ends) -> None:
    target = node(ends.target).ref
    wrong = [edge(ends.relation, node(other).ref, target) for other in ONTOLOGY.nodes
             if (other, ends.target) not in ends.relation.pairs]
    broken = found(plus(batch, *wrong))
    assert broken >= set().union(*(wrong_source(ends, one) for one in wrong))
    assert {name for name, _, _ in broken} <= {
        target.id, *(one.source.id for one in wrong), *map(named, wrong)}


def wrong_source(ends: Ends, wrong: Edge) -> Found:
    if wrong.source.type in ends.relation.sources:      # it begins such edges, to other targets
        return {(wrong.source.id, ends.path, "Or")}
    expected = {(wrong.source.id, "", "Or"), (wrong.source.id, ends.path, "Closed")}
    if statement := ends.relation.statement:
        expected.add((named(wrong), iri(statement.from_), "Or"))
    return expected


@joining(ENDS)
def test_edges_to_wrong_nodes_are_found(batch: Batch, ends: Ends) -> None:
    source = node(ends.source).ref
    wrong = [edge(ends.relation, source, node(other).ref) for other in ONTOLOGY.nodes
             if (ends.source, other) not in ends.relation.pairs]
    broken = found(plus(batch, *wrong))
    assert broken >= set().union(*(wrong_target(ends, one) for one in wrong))
    assert {name for name, _, _ in broken} <= {
        source.id, *(one.target.id for one in wrong), *map(named, wrong)}


def wrong_target(ends: Ends, wrong: Edge) -> Found:
    expected = {(wrong.source.id, ends.path, "Or")}
    if wrong.target.type not in ends.relation.targets:
        expected.add((wrong.target.id, "", "Or"))
        if statement := ends.relation.statement:
            expected.add((named(wrong), iri(statement.to), "Or"))
    return expected


@joining(ENDS)
def test_an_edge_that_hangs_in_the_air_is_found(batch: Batch, ends: Ends) -> None:
    source, target = node(ends.source).ref, node(ends.target).ref
    lost = edge(ends.relation, source, Ref(ends.target, "lost"))
    assert found(plus(batch, lost)) >= {("lost", "", "Or"), (source.id, ends.path, "Or")}
    assert ("lost", "", "Or") in found(plus(batch, edge(
        ends.relation, Ref(ends.source, "lost"), target)))


@joining(ends for ends in ENDS if ends.relation.max_out is not None)
def test_too_many_edges_out_are_found(batch: Batch, ends: Ends) -> None:
    assert ends.relation.max_out is not None
    source, targets = node(ends.source, "-new"), [
        node(ends.target, f"-{number}") for number in range(ends.relation.max_out + 1)]
    edges = [edge(ends.relation, source.ref, target.ref) for target in targets]
    fault = (source.id, ends.path, "MaxCount")
    assert fault not in found(plus(batch, source, *targets, *edges[:-1]))
    assert fault in found(plus(batch, source, *targets, *edges))


@joining(ends for ends in ENDS if ends.relation.max_in is not None)
def test_too_many_edges_in_are_found(batch: Batch, ends: Ends) -> None:
    assert ends.relation.max_in is not None
    target, sources = node(ends.target, "-new"), [
        node(ends.source, f"-{number}") for number in range(ends.relation.max_in + 1)]
    edges = [edge(ends.relation, source.ref, target.ref) for source in sources]
    fault = (target.id, f"^{ends.path}", "MaxCount")
    assert fault not in found(plus(batch, target, *sources, *edges[:-1]))
    assert fault in found(plus(batch, target, *sources, *edges))


@joining(ends for ends in ENDS if ends.relation.min_out)
def test_too_few_edges_out_are_found(batch: Batch, ends: Ends) -> None:
    source = first(batch, ends.source)
    left = tuple(one for one in batch.edges
                 if one.type != ends.relation.name or one.source.id != named(source))
    assert found(replace(batch, edges=left)) == {(named(source), ends.path, "MinCount")}


# --- closed shapes, statements, the answer itself

@pytest.mark.parametrize("name", BORNE)
def test_an_unknown_predicate_is_found(batch: Batch, name: str) -> None:
    record = first(batch, name)
    assert found_with(batch, record, {iri(UNHEARD): [Literal("新")]}) == {
        (named(record), iri(UNHEARD), "Closed")}


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_has_one_node_at_each_end(batch: Batch, name: str) -> None:
    record, relation = first(batch, name), ONTOLOGY.relation(name)
    assert relation.statement
    for end, types in ((iri(relation.statement.from_), relation.sources),
                       (iri(relation.statement.to), relation.targets)):
        two = [URIRef(NS.node(one.id).value) for one in batch.nodes if one.type == types[0]][-2:]
        assert len(two) == 2
        assert found_with(batch, record, {end: []}) == {(named(record), end, "MinCount")}
        assert found_with(batch, record, {end: two}) == {(named(record), end, "MaxCount")}


def test_every_constraint_of_the_shapes_is_broken_above() -> None:
    structure = {SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.property, SH.path,
                 SH.inversePath, SH.ignoredProperties}
    used = {predicate for predicate in shapes(BASE).predicates()
            if str(predicate).startswith(str(SH))} - structure
    assert used == {SH.minCount, SH.maxCount, SH.datatype, SH["in"], SH.pattern, SH.minInclusive,
                    SH.maxInclusive, SH.minLength, SH.lessThan, SH.languageIn, SH.uniqueLang,
                    SH["class"], SH["or"], SH.closed, SH.qualifiedValueShape, SH.qualifiedMinCount}


def test_each_node_type_and_each_statement_has_one_closed_shape() -> None:
    graph = shapes(BASE)
    targets = sorted(str(graph.value(shape, SH.targetClass))
                     for shape in graph.subjects(SH.closed, Literal("true", datatype=XSD.boolean)))
    classes = [f"edu:{name}" for name in ONTOLOGY.nodes]
    classes += [kind.statement.class_ for kind in STATEMENTS.values() if kind.statement]
    assert targets == sorted(map(iri, classes))
    assert set(graph.objects(predicate=RDF.type)) == {SH.NodeShape}


def test_violations_name_their_source_and_come_in_one_order(batch: Batch) -> None:
    broken = batch
    for name in ("Task", "Goal", "Indicator", "OWNED_BY"):
        broken, _ = changed(broken, Case(name, ONTOLOGY.nodes["Task"].properties["quote"]), "")
    answers = [list(violations(broken, BASE)) for _ in range(3)]
    assert len(answers[0]) == 4
    assert answers[0] == answers[1] == answers[2] == sorted(answers[0])
    assert {one.source for one in answers[0]} == {batch.source}


def test_the_base_is_a_setting(batch: Batch) -> None:
    other = "https://other.example/graph/"
    broken, name = changed(batch, Case("Goal", ONTOLOGY.nodes["Goal"].properties["position"]), None)
    assert list(violations(batch, other)) == []
    assert [(one.node, one.path) for one in violations(broken, other)] == [
        (name, "https://other.example/graph/ns#position")]
