"""Triples: each kind of value, each kind of edge, one base, the same each time."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from ontology import Batch, Edge, Kind, Node, Ontology, Property, Ref, Value
from ontology.ids import digest
from ontology.rdf import (
    DATATYPES,
    DEFAULT_BASE,
    Namespace,
    edge_triples,
    namespace,
    node_triples,
    triples,
)

BASE = "https://graph.example/"
NS = Namespace(BASE)
EDU, ID, XSD = f"{BASE}ns#", f"{BASE}id/", "http://www.w3.org/2001/XMLSchema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
TERMS = "http://purl.org/dc/terms/"
SAID: dict[str, Value] = {"document": "doc-1", "start_char": 3, "end_char": 7, "quote": "检查3次"}
TASK, UNIT = Ref("Task", "task-1"), Ref("Department", "dept-1")


def said(subject: str) -> set[str]:
    """Return the four triples that say where something is written."""
    return {
        f"<{ID}{subject}> <{EDU}document> <{ID}doc-1>",
        f'<{ID}{subject}> <{OA}start> "3"^^<{XSD}integer>',
        f'<{ID}{subject}> <{OA}end> "7"^^<{XSD}integer>',
        f'<{ID}{subject}> <{OA}exact> "检查3次"'}


def lines(found: list[Triple]) -> set[str]:
    texts = [str(triple) for triple in found]
    assert len(texts) == len(set(texts))
    return set(texts)


def node(record: Node, ontology: Ontology, ns: Namespace = NS) -> set[str]:
    return lines(list(node_triples(record, ontology, ns)))


def edge(record: Edge, ontology: Ontology, ns: Namespace = NS) -> set[str]:
    return lines(list(edge_triples(record, ontology, ns)))


# --- nodes

def test_a_node_has_its_type_and_its_values(ontology: Ontology) -> None:
    record = Node("Indicator", "ind-1", {
        "measure": "检查", "comparator": ">=", "value": 3.0, "unit": "", "due": 2031,
        "kind": "target", **SAID})
    assert node(record, ontology) == said("ind-1") | {
        f"<{ID}ind-1> <{TYPE}> <{EDU}Indicator>",
        f'<{ID}ind-1> <{EDU}measure> "检查"',
        f'<{ID}ind-1> <{EDU}comparator> ">="',
        f'<{ID}ind-1> <{EDU}value> "3.0"^^<{XSD}double>',
        f'<{ID}ind-1> <{EDU}unit> ""',
        f'<{ID}ind-1> <{EDU}due> "2031"^^<{XSD}integer>',
        f'<{ID}ind-1> <{EDU}kind> "target"'}


def test_labels_bear_their_language_and_the_type_is_also_the_class_of_others(
        ontology: Ontology) -> None:
    record = Node("Concept", "food-safety", {"name": "食品安全", "name_en": "food safety",
                                             "scheme": "topic"})
    assert node(record, ontology) == {
        f"<{ID}food-safety> <{TYPE}> <{EDU}Concept>",
        f"<{ID}food-safety> <{TYPE}> <{SKOS}Concept>",
        f'<{ID}food-safety> <{EDU}scheme> "topic"',
        f'<{ID}food-safety> <{SKOS}prefLabel> "食品安全"@zh',
        f'<{ID}food-safety> <{SKOS}prefLabel> "food safety"@en'}


def test_absent_values_have_no_triples(ontology: Ontology) -> None:
    assert node(Node("Policy", "policy-1"), ontology) == {
        f"<{ID}policy-1> <{TYPE}> <{EDU}Policy>"}


@pytest.mark.parametrize(("base", "value", "lexical"), [
    ("text", "校园", "校园"), ("text", "", ""), ("integer", 0, "0"), ("integer", -7, "-7"),
    ("number", 95.0, "95.0"), ("number", 35, "35"), ("number", 0.5, "0.5"),
    ("boolean", True, "true"), ("boolean", False, "false")])
def test_a_literal_has_the_datatype_of_its_kind(base: str, value: Value, lexical: str) -> None:
    prop = Property("x", Kind("x", base, {}), required=True, predicate="edu:x")
    assert NS.literal(value, prop) == Literal(
        lexical, datatype=NamedNode(f"{XSD}{DATATYPES[base]}"))


def test_a_reference_is_an_iri(ontology: Ontology) -> None:
    for kind in ("Goal", "Task", "Indicator"):
        prop = ontology.nodes[kind].properties["document"]
        assert NS.literal("doc-1", prop) == NamedNode(f"{ID}doc-1")


def test_odd_texts_survive(ontology: Ontology) -> None:
    title = "“校园”'安全'`周`{2031}\\n\n\r\t第二行 🚸 \"end\" $name <b> ?x"
    content = serialize(node_triples(Node("Policy", "policy-1", {"title": title}), ontology, NS),
                        format=RdfFormat.N_TRIPLES)
    read = [quad.object for quad in parse(content, format=RdfFormat.N_TRIPLES)]
    assert Literal(title, language="zh") in read


# --- edges

def test_an_edge_without_a_statement_is_one_triple(ontology: Ontology) -> None:
    plain = Edge("HAS_TASK", Ref("Goal", "goal-1"), TASK)
    assert edge(plain, ontology) == {f"<{ID}goal-1> <{EDU}hasTask> <{ID}task-1>"}
    with_role = Edge("ANSWERS_FOR", UNIT, Ref("Indicator", "ind-1"), {"role": "lead"})
    assert edge(with_role, ontology) == {f"<{ID}dept-1> <{EDU}answersFor> <{ID}ind-1>"}


def test_an_edge_with_a_statement_is_a_node_too(ontology: Ontology) -> None:
    record = Edge("OWNED_BY", TASK, UNIT, {"role": "lead", "explicit": True,
                                           "as_written": "安全科", **SAID})
    name = "edge-4ef1eba9eeaf1a9d"
    assert edge(record, ontology) == said(name) | {
        f"<{ID}task-1> <{EDU}ownedBy> <{ID}dept-1>",
        f"<{ID}{name}> <{TYPE}> <{EDU}Responsibility>",
        f"<{ID}{name}> <{EDU}responsibilityFor> <{ID}task-1>",
        f"<{ID}{name}> <{EDU}responsibleUnit> <{ID}dept-1>",
        f'<{ID}{name}> <{EDU}role> "lead"',
        f'<{ID}{name}> <{EDU}explicit> "true"^^<{XSD}boolean>',
        f'<{ID}{name}> <{EDU}asWritten> "安全科"'}


def test_a_statement_without_a_key_is_named_by_type_and_ends(ontology: Ontology) -> None:
    record = Edge("CITES", Ref("Document", "doc-1"), Ref("Policy", "policy-1"), SAID)
    name = f"edge-{digest('CITES', 'doc-1', 'policy-1', '')}"
    assert edge(record, ontology) == said(name) | {
        f"<{ID}doc-1> <{TERMS}references> <{ID}policy-1>",
        f"<{ID}{name}> <{TYPE}> <{EDU}Citation>",
        f"<{ID}{name}> <{EDU}citationIn> <{ID}doc-1>",
        f"<{ID}{name}> <{EDU}citationOf> <{ID}policy-1>"}


def test_two_roles_are_two_statements_of_one_triple(ontology: Ontology) -> None:
    lead, helping = (edge(Edge("OWNED_BY", TASK, UNIT, {"role": role}), ontology)
                     for role in ("lead", "cooperating"))
    assert lead & helping == {f"<{ID}task-1> <{EDU}ownedBy> <{ID}dept-1>"}


# --- all of a batch

def test_every_record_has_triples_and_there_is_no_blank_node(
        ontology: Ontology, documents: tuple[Batch, ...]) -> None:
    for batch in documents:
        found = list(triples(batch.nodes, batch.edges, ontology, NS))
        assert not [triple for triple in found if BlankNode in map(type, triple)]
        subjects = {str(triple.subject.value) for triple in found
                    if isinstance(triple.subject, NamedNode)}
        assert {f"{ID}{one.id}" for one in batch.nodes} <= subjects
        statements = [one for one in batch.edges if ontology.relation(one.type).statement]
        assert statements
        assert len([one for one in subjects if one.startswith(f"{ID}edge-")]) == len(statements)


def test_the_order_of_records_and_of_values_does_not_matter(
        ontology: Ontology, documents: tuple[Batch, ...]) -> None:
    for batch in documents:
        turned = [Node(one.type, one.id, dict(reversed(list(one.properties.items()))))
                  for one in reversed(batch.nodes)]
        assert set(triples(turned, reversed(batch.edges), ontology, NS)) == set(
            triples(batch.nodes, batch.edges, ontology, NS))
        assert list(triples(batch.nodes, batch.edges, ontology, NS)) == list(
            triples(batch.nodes, batch.edges, ontology, NS))


# --- the base

def test_the_base_is_a_setting(ontology: Ontology, documents: tuple[Batch, ...]) -> None:
    other = Namespace("https://other.example/graph/")
    for batch in documents:
        ours = [str(one) for one in triples(batch.nodes, batch.edges, ontology, NS)]
        theirs = [str(one) for one in triples(batch.nodes, batch.edges, ontology, other)]
        assert theirs == [one.replace(BASE, other.base) for one in ours]
        assert theirs != ours


def test_without_a_setting_the_base_is_a_place_for_examples() -> None:
    assert Namespace().base == DEFAULT_BASE
    assert Namespace().node("task-1") == NamedNode(f"{DEFAULT_BASE}id/task-1")


def test_ids_come_back_from_iris() -> None:
    assert NS.id_of(NS.node("task-1").value) == "task-1"
    assert NS.id_of("https://other.example/id/task-1") == "https://other.example/id/task-1"


def test_prefixed_names_become_iris() -> None:
    assert NS.term("edu:ownedBy") == NamedNode(f"{EDU}ownedBy")
    assert NS.term("skos:broader") == NamedNode(f"{SKOS}broader")
    assert NS.prefixes["id"] == ID


def test_one_base_has_one_namespace() -> None:
    assert namespace(BASE) is namespace(BASE)
    assert namespace(BASE) == NS
