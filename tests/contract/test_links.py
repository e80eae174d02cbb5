"""What every store owes to links: edges that belong to one document and lead to others."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph import Language, Limits, Store
from ontology import Batch, Edge, Node, Ontology, Ref
from ontology.errors import RecordError
from tests.tied import ACTUAL, PLAN, PLANNED, SECTION, SUMMARY, TARGET, performs, tie
from tests.tied import links as tied

Documents = tuple[Batch, Batch, Batch]
Links = tuple[Batch, Batch]
Look = Callable[[Store], set[tuple[object, ...]]]
Expect = Callable[..., set[tuple[object, ...]]]


def put(store: Store, *batches: Batch) -> None:
    """Replace each batch in turn."""
    for batch in batches:
        store.replace(batch.source, batch.nodes, batch.edges)


def drop(store: Store, *batches: Batch) -> None:
    """Remove each batch in turn."""
    for batch in batches:
        store.replace(batch.source, (), ())


def functions(store: Store) -> set[object]:
    """Return the functions that a store knows."""
    text = "MATCH (n:Concept) WHERE n.scheme = 'function' RETURN n.id AS id" \
        if store.language is Language.CYPHER else \
        "SELECT ?c { ?c a edu:Concept ; edu:scheme 'function' }"
    return {row[0] for row in store.run(text, {}, Limits()).rows}


def test_links_lead_from_document_to_document(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect) -> None:
    put(store, *documents, *links)
    assert held(store) == expected(store.language, (*documents, *links))


def test_the_order_in_which_links_come_does_not_matter(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect) -> None:
    put(store, *reversed(documents), *reversed(links), *links)
    assert held(store) == expected(store.language, (*documents, *links))


def test_loading_takes_links_too(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect) -> None:
    store.load((*documents, *links))
    assert held(store) == expected(store.language, (*documents, *links))
    store.load(documents)
    assert held(store) == expected(store.language, documents)


@pytest.mark.parametrize("kept", [
    [], ["CONTINUES"], ["PERFORMS", "BROADER"], ["FOLLOWS", "REPORTS_ON"]], ids="-".join)
def test_fewer_links_drop_the_rest(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect,
        kept: list[str]) -> None:
    plan, summary = links
    edges = tuple(edge for edge in summary.edges if edge.type in kept)
    less = replace(summary, edges=edges, nodes=summary.nodes if "PERFORMS" in kept else ())
    put(store, *documents, *links, less)
    assert held(store) == expected(store.language, (*documents, plan, less))
    put(store, summary)
    assert held(store) == expected(store.language, (*documents, *links))


def test_a_document_that_follows_another_in_two_ways_may_keep_one(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    ways = [tied(SUMMARY, *(tie("FOLLOWS", SUMMARY, PLAN, SUMMARY, sequence=way)
                            for way in some))
            for some in (("report", "next_plan"), ("next_plan",), ("report", "sequel"), ())]
    for one in (*ways, ways[0]):
        put(store, *documents, one)
        assert held(store) == expected(store.language, (*documents, one))


def test_a_value_of_a_link_that_changes_is_written_anew(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    for met in (True, False):
        one = tied(SUMMARY, tie("REPORTS_ON", ACTUAL, TARGET, SUMMARY, score=0.5, met=met))
        put(store, *documents, one)
        assert held(store) == expected(store.language, (*documents, one))
    bare = tied(SUMMARY, tie("REPORTS_ON", ACTUAL, TARGET, SUMMARY, score=0.6))
    put(store, bare)
    assert held(store) == expected(store.language, (*documents, bare))


def test_links_of_one_kind_may_have_different_values(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    other = Ref("Indicator", f"ind-task-doc-a-2-{'合格率'.encode().hex()[:16]}")
    for first, second in (({}, {"met": True, "difference": 33.0}), ({"met": False}, {}),
                          ({"difference": 1.5}, {"met": True})):
        one = tied(SUMMARY, tie("REPORTS_ON", ACTUAL, TARGET, SUMMARY, score=0.5, **first),
                   tie("REPORTS_ON", ACTUAL, other, SUMMARY, score=0.5, **second))
        put(store, *documents, one)
        assert held(store) == expected(store.language, (*documents, one))
        store.load((*documents, one))
        assert held(store) == expected(store.language, (*documents, one))


def test_what_two_documents_say_of_a_department_stays_when_one_lets_go(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect) -> None:
    plan, summary = links
    put(store, *documents, plan, summary)
    assert functions(store) == {"function-safety", "function-fire", "function-order"}
    drop(store, summary)
    assert held(store) == expected(store.language, (*documents, plan))
    assert functions(store) == {"function-safety", "function-order"}
    drop(store, plan)
    assert held(store) == expected(store.language, documents)
    assert functions(store) == set()


@pytest.mark.parametrize("first", [0, 1])
def test_links_removed_leave_nothing(
        store: Store, documents: Documents, links: Links, ontology: Ontology, held: Look,
        expected: Expect, first: int) -> None:
    put(store, *documents, *links)
    drop(store, links[first], links[1 - first])
    assert held(store) == expected(store.language, documents)
    drop(store, *documents)
    assert store.prepare(ontology)


@pytest.mark.parametrize("number", [0, 2])
def test_links_torn_by_a_document_that_is_put_again_are_whole_when_put_again(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect,
        number: int) -> None:
    put(store, *documents, *links)
    put(store, documents[number], *links)
    assert held(store) == expected(store.language, (*documents, *links))


@pytest.mark.parametrize("number", [0, 2])
def test_links_torn_by_a_document_that_is_put_again_may_be_fewer_then(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect,
        number: int) -> None:
    put(store, *documents, *links)
    put(store, documents[number], links[0])
    drop(store, links[1])
    assert held(store) == expected(store.language, (*documents, links[0]))
    drop(store, links[0])
    assert held(store) == expected(store.language, documents)


def test_a_document_that_names_a_department_no_more_takes_its_functions_with_it(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    """The section's words are gone from its only document, and so are the links."""
    plan = documents[0]
    less = replace(plan, nodes=tuple(node for node in plan.nodes if node.ref != SECTION),
                   edges=tuple(edge for edge in plan.edges
                               if SECTION not in (edge.source, edge.target)))
    put(store, plan, tied(PLAN, performs(PLAN, "function-safety")))
    put(store, less, tied(PLAN))
    assert held(store) == expected(store.language, [less])


def test_a_document_goes_with_its_links_and_those_of_others_are_mended(
        store: Store, documents: Documents, links: Links, ontology: Ontology, held: Look,
        expected: Expect) -> None:
    plan, south, summary = documents
    put(store, *documents, *links)
    drop(store, links[0], plan)
    left = tied(SUMMARY, *(edge for edge in links[1].edges if edge.type == "PERFORMS"))
    put(store, left)
    assert held(store) == expected(store.language, (south, summary, left))
    drop(store, left, summary, south)
    assert store.prepare(ontology)


def test_a_policy_that_is_cited_no_more_leads_to_no_document(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect) -> None:
    """Another place's plan cites it, too, and keeps it until it goes."""
    plan, south, _ = documents
    bare = replace(plan, nodes=tuple(node for node in plan.nodes if node.type != "Policy"),
                   edges=tuple(edge for edge in plan.edges if edge.type != "CITES"))
    put(store, bare, south, links[0])
    assert held(store) == expected(store.language, (bare, south, links[0]))
    drop(store, south)
    less = tied(PLAN, performs(PLAN, "function-safety"))
    put(store, less)
    assert held(store) == expected(store.language, (bare, less))


def test_an_edge_of_another_document_is_no_link_of_this_one(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect) -> None:
    put(store, *documents, links[0])
    with pytest.raises(RecordError, match="belongs to document doc-c, not to doc-a"):
        store.replace(links[0].source, links[1].nodes, links[1].edges)
    assert held(store) == expected(store.language, (*documents, links[0]))


def test_links_and_records_of_a_document_are_told_apart(
        store: Store, documents: Documents, links: Links) -> None:
    owned = Edge("STATED_IN", PLANNED, PLAN)
    with pytest.raises(RecordError, match="ties no documents together"):
        store.replace("links:doc-a", (), [owned])
    plan, follows = documents[0], tie("CONTINUES", PLANNED, PLANNED, PLAN, score=1.0)
    with pytest.raises(RecordError, match="belongs to their links"):
        store.replace(plan.source, plan.nodes, (*plan.edges, follows))


def test_a_shared_node_that_no_link_leads_to_is_not_kept(
        store: Store, documents: Documents, links: Links, held: Look, expected: Expect) -> None:
    lone = Node("Concept", "lone", {"name": "孤", "name_en": "lone", "scheme": "function"})
    wider = Edge("BROADER", lone.ref, Ref("Concept", "function-order"))
    more = replace(links[0], nodes=(*links[0].nodes, lone), edges=(*links[0].edges, wider))
    put(store, *documents, more)
    assert held(store) == expected(store.language, (*documents, links[0]))
    store.load((*documents, more))
    assert held(store) == expected(store.language, (*documents, links[0]))
