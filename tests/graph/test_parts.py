"""What a document owns and what documents share."""

from collections import Counter
from dataclasses import replace

import pytest

from graph.parts import DOCUMENT, LINKS, key_of, once, owner_property, source_of, split
from ontology import Batch, Edge, Node, Ontology, Ref
from ontology.errors import RecordError


def test_a_document_owns_what_bears_its_id_and_the_edges_that_touch_it(
        documents: tuple[Batch, ...], ontology: Ontology) -> None:
    plan = documents[0]
    parts = split(plan.source, plan.nodes, plan.edges, ontology)
    assert parts.document == "doc-a"
    assert {node.type for node in parts.nodes} == {"Document", "Goal", "Task", "Indicator"}
    assert {node.type for node in parts.shared_nodes} == \
        {"Locality", "Department", "Concept", "Policy"}
    assert {edge.type for edge in parts.shared_edges} == {"PART_OF", "LOCATED_IN", "BROADER"}
    assert {"HAS_GOAL", "ANSWERS_FOR", "CITES"} <= {edge.type for edge in parts.edges}


def test_records_that_come_twice_count_once(
        documents: tuple[Batch, ...], ontology: Ontology) -> None:
    plan = documents[0]
    parts = split(plan.source, plan.nodes * 2, plan.edges * 2, ontology)
    assert parts == split(plan.source, plan.nodes, plan.edges, ontology)


def test_one_unit_in_two_roles_is_two_edges(
        documents: tuple[Batch, ...], ontology: Ontology) -> None:
    parts = split(documents[0].source, documents[0].nodes, documents[0].edges, ontology)
    safety = f"dept-990121-{'安全科'.encode().hex()}"
    roles = {edge.properties["role"] for edge in parts.edges
             if edge.type == "OWNED_BY" and edge.target.id == safety}
    assert roles == {"lead", "cooperating"}


def test_a_record_that_does_not_fit_the_schema_is_refused(ontology: Ontology) -> None:
    with pytest.raises(RecordError, match="no property 'colour'"):
        split("doc:d", [Node("Policy", "p", {"title": "t", "colour": "red"})], [], ontology)


def test_once_gives_shared_records_to_the_first_batch_only(
        documents: tuple[Batch, ...], ontology: Ontology) -> None:
    nodes = [node.ref for parts in once(documents, ontology) for node in parts.shared_nodes]
    edges = [edge for parts in once(documents, ontology) for edge in parts.shared_edges]
    assert len(nodes) == len(set(nodes))
    assert len(edges) == len({(edge.type, edge.source, edge.target) for edge in edges})


def test_every_node_is_shared_or_knows_its_document(ontology: Ontology) -> None:
    """`replace` finds a document's nodes by that; a new type has to keep to it."""
    for kind in ontology.nodes.values():
        if not kind.shared and kind.name != "Document":
            assert owner_property(kind) == "document", kind.name
            assert kind.properties["document"].required, kind.name


def test_every_statement_knows_its_document_and_leaves_a_node_that_it_owns(
        ontology: Ontology) -> None:
    """`change` finds a document's statement nodes by that; a new relation has to keep to it."""
    for relation in ontology.relations.values():
        if relation.statement and not relation.linked:
            assert relation.evidence, relation.name
            assert not any(ontology.nodes[source].shared for source, _ in relation.pairs)


def test_every_link_is_a_statement_that_knows_its_document(ontology: Ontology) -> None:
    """Both kinds of stores find a document's links by that."""
    for relation in ontology.relations.values():
        if relation.linked:
            assert relation.statement, relation.name
            assert relation.properties["document"].required, relation.name
            assert relation.properties["document"].predicate == "edu:document", relation.name


def test_no_two_relations_share_the_class_of_a_statement(ontology: Ontology) -> None:
    """By the class of its statement a link is known."""
    classes = [relation.statement.class_ for relation in ontology.relations.values()
               if relation.statement]
    assert len(classes) == len(set(classes))


def test_shared_predicates_lead_to_shared_nodes_only(ontology: Ontology) -> None:
    """`change` rewrites them as a whole; a predicate that also leads to owned nodes would lose."""
    for relation in ontology.relations.values():
        for source in relation.sources:
            if ontology.nodes[source].shared:
                ends = {ontology.nodes[target].shared for other in ontology.relations.values()
                        if other.predicate == relation.predicate
                        for start, target in other.pairs if start == source}
                assert len(ends) == 1, (relation.name, source)


def test_links_own_their_edges_and_share_the_functions_to_which_they_lead(
        links: tuple[Batch, ...], ontology: Ontology) -> None:
    summary = links[1]
    parts = split(summary.source, summary.nodes, summary.edges, ontology)
    assert (parts.document, parts.links, parts.nodes) == ("doc-c", True, ())
    assert {node.id for node in parts.shared_nodes} == \
        {"function-safety", "function-fire", "function-order"}
    assert {edge.type for edge in parts.shared_edges} == {"BROADER"}
    assert Counter(edge.type for edge in parts.edges) == {
        "PERFORMS": 2, "FOLLOWS": 2, "CONTINUES": 1, "REPORTS_ON": 1}


def test_one_department_may_perform_a_function_by_the_word_of_two_documents(
        links: tuple[Batch, ...], ontology: Ontology) -> None:
    said = [key_of(edge, ontology) for batch in links for edge in batch.edges
            if edge.type == "PERFORMS" and edge.target.id == "function-safety"]
    assert len(set(said)) == 2


def test_shared_records_of_links_come_once_over_all_sources(
        documents: tuple[Batch, ...], links: tuple[Batch, ...], ontology: Ontology) -> None:
    parts = list(once((*documents, *links), ontology))
    nodes = [node.ref for one in parts for node in one.shared_nodes]
    assert len(nodes) == len(set(nodes))
    assert [node.id for node in parts[-1].shared_nodes] == ["function-fire"]


@pytest.mark.parametrize("source", ["doc-a", "continues", "", "DOC:doc-a"])
def test_an_unknown_source_is_refused(ontology: Ontology, source: str) -> None:
    with pytest.raises(RecordError, match=f"Unknown source '{source}'; a source is doc:<id> or"):
        split(source, (), (), ontology)


def test_a_source_is_told_by_its_beginning() -> None:
    assert source_of("doc:doc-1") == (DOCUMENT, "doc-1")
    assert source_of("links:doc-1") == (LINKS, "doc-1")


def test_links_of_another_document_are_refused(
        links: tuple[Batch, ...], ontology: Ontology) -> None:
    with pytest.raises(RecordError, match="FOLLOWS doc-c → doc-a belongs to document doc-c"):
        split("links:doc-a", (), [edge for edge in links[1].edges if edge.type == "FOLLOWS"],
              ontology)


def test_an_edge_within_a_document_is_no_link(
        documents: tuple[Batch, ...], ontology: Ontology) -> None:
    stated = next(edge for edge in documents[0].edges if edge.type == "STATED_IN")
    with pytest.raises(RecordError, match="ties no documents together"):
        split("links:doc-a", (), [stated], ontology)


def test_a_link_is_no_record_of_a_document(
        documents: tuple[Batch, ...], links: tuple[Batch, ...], ontology: Ontology) -> None:
    for edge in links[0].edges:
        if ontology.relations[edge.type].linked:
            with pytest.raises(RecordError, match="it belongs to their links"):
                split("doc:doc-a", documents[0].nodes, (*documents[0].edges, edge), ontology)


def test_an_edge_needs_both_ends(ontology: Ontology) -> None:
    place = Node("Locality", "1", {"name": "甲", "level": "county"})
    edge = Edge("PART_OF", place.ref, Ref("Locality", "2"))
    with pytest.raises(RecordError, match="PART_OF 1 → 2: there is no node Locality 2"):
        split("doc:d", [place], [edge], ontology)
    other = replace(place, id="2")
    assert split("doc:d", [place, other], [edge], ontology).shared_edges == (edge,)
