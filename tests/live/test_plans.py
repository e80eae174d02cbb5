"""How the real server would go about our statements: none begins with all nodes of the graph."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from typing import Any

import pytest
from neo4j import GraphDatabase

from graph import Language, cypher, open_store
from ontology import Batch, Ontology
from ontology.rdf import DEFAULT_BASE
from queries import load, lookup
from tools.neo4j.server import Server

Plan = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def plan(neo4j_url: Server, ontology: Ontology, documents: tuple[Batch, ...],
         links: tuple[Batch, ...]) -> Iterator[Plan]:
    """Return the operators of a statement's plan on a filled server."""
    with closing(open_store(neo4j_url.uri, base=DEFAULT_BASE, user=neo4j_url.user,
                            password=neo4j_url.password)) as store:
        store.prepare(ontology)
        store.load([*documents, *links])
        with GraphDatabase.driver(neo4j_url.uri, auth=(neo4j_url.user, neo4j_url.password),
                                  notifications_min_severity="OFF") as driver:
            def explain(text: str) -> set[str]:
                found = driver.execute_query(f"EXPLAIN {text}").summary.plan
                assert found
                return set(operators(found))

            yield explain
        store.load(())


def operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def texts() -> Iterator[tuple[str, str]]:
    """Yield the texts of all named questions, and those by which names are looked up."""
    for name, query in load().items():
        yield name, query.dialects.get("neo4j", query.cypher)
        if Language.CYPHER in query.left_out:
            yield f"{name}-left_out", query.left_out[Language.CYPHER]
    for name in ("CONCEPTS", "LOCALITIES", "DEPARTMENTS", "DEPARTMENT_PARTS"):
        yield name, getattr(lookup, name)[Language.CYPHER]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in texts()])
def test_no_question_scans_all_nodes(plan: Plan, text: str) -> None:
    found = plan(text)
    assert found
    assert not [name for name in found if name.startswith("AllNodes")]
    assert not [name for name in found if name.endswith("AllRelationshipsScan")]


def test_the_places_that_a_document_touches_are_found_by_an_index(
        plan: Plan, ontology: Ontology) -> None:
    """So what one more document costs does not follow the size of the graph."""
    for kind in ontology.nodes.values():
        some = [cypher.find_nodes(kind), cypher.delete_nodes(kind),
                cypher.unreferenced(kind, ontology)]
        if not kind.shared:
            some.append(cypher.delete_owned(kind))
        for text in some:
            assert not [name for name in plan(text) if name.endswith("Scan")], text
    for relation in ontology.relations.values():
        for source, target in relation.pairs:
            some = [cypher.create_edges(relation, source, target, ()),
                    cypher.find_edges(relation, source, target)]
            if relation.linked:
                some += [cypher.delete_links(relation, source, target),
                         cypher.linked_targets(relation, source, target)]
            elif not ontology.nodes[source].shared and ontology.nodes[target].shared:
                some.append(cypher.owned_targets(relation, ontology.nodes[source], target))
            for text in some:
                assert not [name for name in plan(text) if name.endswith("Scan")], text
