"""Counts of a graph."""

from graph.stats import count
from ontology import Batch, Ontology


def test_counts_name_every_type_and_count_shared_nodes_once(
        documents: tuple[Batch, ...], ontology: Ontology) -> None:
    counts = count(documents, ontology)
    assert counts.nodes == {"Concept": 4, "Department": 5, "Document": 3, "Goal": 3,
                            "Indicator": 3, "Locality": 4, "Policy": 1, "Task": 4}
    assert counts.relations == {
        "ABOUT": 4, "ANSWERS_FOR": 2, "BROADER": 3, "CITES": 2, "COVERS": 3, "HAS_GOAL": 3,
        "HAS_INDICATOR": 3, "HAS_TASK": 3, "ISSUED_BY": 3, "LOCATED_IN": 5, "OWNED_BY": 6,
        "PART_OF": 6, "STATED_IN": 7, "CONTINUES": 0, "FOLLOWS": 0, "PERFORMS": 0,
        "REPORTS_ON": 0, "RESOLVES_TO": 0, "REVISES": 0}


def test_links_count_with_the_documents_that_they_tie(
        documents: tuple[Batch, ...], links: tuple[Batch, ...], ontology: Ontology) -> None:
    counts = count((*documents, *links), ontology)
    assert counts.nodes["Concept"] == 4 + 3
    assert {name: number for name, number in counts.relations.items()
            if ontology.relations[name].linked} == {
        "CONTINUES": 1, "FOLLOWS": 2, "PERFORMS": 3, "REPORTS_ON": 1, "RESOLVES_TO": 1,
        "REVISES": 0}


def test_nothing_counts_nought(ontology: Ontology) -> None:
    counts = count((), ontology)
    assert set(counts.nodes) == set(ontology.nodes)
    assert not any(counts.nodes.values())
    assert not any(counts.relations.values())
