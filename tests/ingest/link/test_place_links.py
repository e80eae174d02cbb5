"""The links of a place: what its documents owe to one another, and to those of other places."""

from collections.abc import Callable, Iterable
from itertools import permutations
from typing import Any

import pytest

from graph import serial
from graph.parts import split
from ingest.link.links import itself, links, needs, offers, place
from ingest.policies import policy
from ontology import Batch, Edge, Node, Ontology
from ontology.decisions import Decision
from ontology.thesaurus import Thesaurus
from tests.conftest import Records
from tests.ingest.link.made import decision

Make = type[Records]
Link = Callable[..., dict[str, Batch]]


@pytest.fixture
def link(known: Thesaurus) -> Link:
    """Return the links of documents, by the policies that are cited and by decisions."""
    def link_(batches: Iterable[Batch], *decisions: Decision, cited: Iterable[str] = (),
              ) -> dict[str, Batch]:
        return links(list(batches), {one: one for one in cited}, decisions, known)

    return link_


def of(batch: Batch, name: str, *properties: str) -> set[tuple[object, ...]]:
    """Return the ends of the edges of a type, and some of their properties."""
    return {(edge.source.id, edge.target.id, *(edge.properties[one] for one in properties))
            for edge in batch.edges if edge.type == name}


def section(place_: str, name: str) -> str:
    """Return the id of a section of a place."""
    return f"dept-{place_}-{name.encode().hex()}"


def plan(records: Make, document: str = "doc-plan", year: int = 2031, *, owner: str = "安全科",
         value: float = 4, **properties: Any) -> Batch:
    """A plan of one task with an owner and a target."""
    doc = records(document, "990121", period_start=year, period_end=year, **properties)
    task = doc.task(1, "排查校园安全隐患", period_start=year, period_end=year)
    doc.owner(task, owner)
    doc.indicator(task, "隐患排查", value, unit="轮")
    return doc.batch()


def report(records: Make) -> Batch:
    """A report on the plan."""
    doc = records("doc-report", "990121", period_start=2031, period_end=2031)
    task = doc.task(1, "排查校园安全隐患", status="reported", period_start=2031, period_end=2031)
    doc.owner(task, "安全科")
    doc.indicator(task, "隐患排查", 5, unit="轮", kind="actual")
    return doc.batch()


def test_a_document_is_of_its_place(records: Make) -> None:
    assert place(plan(records)) == "990121"
    assert place(Batch("doc:d", (Node("Document", "d", {"title": "甲"}),), ())) is None


def test_a_document_is_the_policy_of_its_title(records: Make) -> None:
    batch = plan(records, title="关于印发《北屏县2031年教育工作要点》的通知")
    assert itself(batch) == policy("北屏县2031年教育工作要点").id


def test_what_others_see_of_a_document_and_what_it_needs_of_them(records: Make) -> None:
    doc = records("doc-1", "990121")
    task = doc.task(1, "任务")
    doc.owner(task, "安全科")
    doc.cites(task, "校园安全工作条例")
    batch = doc.batch()
    cited = {node.id for node in batch.nodes if node.type == "Policy"}
    assert offers(batch) == {"990121", section("990121", "安全科"), section("990121", "教育局"),
                             *cited}
    assert needs(batch) == {"990121", itself(batch)}


def test_a_document_without_a_place_needs_only_what_it_is(records: Make) -> None:
    batch = plan(records)
    lost = Batch(batch.source, batch.nodes,
                 tuple(edge for edge in batch.edges if edge.type != "COVERS"))
    assert needs(lost) == {itself(batch)}
    assert "990121" not in offers(lost)


def test_documents_of_a_place_are_tied_each_by_its_own_links(
        records: Make, link: Link, ontology: Ontology) -> None:
    one, told, later = plan(records), report(records), plan(records, "doc-next", 2032, value=6)
    found = link([one, told, later])
    assert found.keys() == {"doc-plan", "doc-report", "doc-next"}
    assert of(found["doc-report"], "FOLLOWS", "sequence") == {("doc-report", "doc-plan", "report")}
    assert len(of(found["doc-report"], "REPORTS_ON")) == 1
    assert len(of(found["doc-next"], "REVISES")) == 1
    assert len(of(found["doc-next"], "CONTINUES")) == 1
    assert not of(found["doc-plan"], "CONTINUES")
    for document, batch in found.items():
        parts = split(batch.source, batch.nodes, batch.edges, ontology)
        assert (parts.document, parts.links) == (document, True)


def test_the_order_of_documents_does_not_matter(records: Make, link: Link) -> None:
    batches = [plan(records), report(records), plan(records, "doc-next", 2032)]
    cited = [itself(batch) for batch in batches]
    assert len({tuple(sorted((document, serial.write(batch)) for document, batch
                             in link(order, cited=cited).items()))
                for order in permutations(batches)}) == 1


def test_nothing_ties_a_lone_document_but_what_its_departments_do(
        records: Make, link: Link) -> None:
    (found,) = link([plan(records, owner="综合科")]).values()
    assert (found.source, found.nodes, found.edges) == ("links:doc-plan", (), ())
    (found,) = link([plan(records)]).values()
    assert {edge.type for edge in found.edges} == {"PERFORMS", "BROADER"}


def test_no_documents_have_no_links(link: Link) -> None:
    assert link([]) == {}


def test_departments_perform_what_their_names_say(
        records: Make, link: Link, ontology: Ontology) -> None:
    (found,) = link([plan(records)]).values()
    assert of(found, "PERFORMS", "method", "document", "quote") == {
        (section("990121", "安全科"), "function-safety", "name", "doc-plan", "安全科")}
    assert "function-safety" in {node.id for node in found.nodes}
    assert split(found.source, found.nodes, found.edges, ontology).shared_nodes == found.nodes


def test_a_function_comes_with_all_broader_ones(
        records: Make, link: Link, known: Thesaurus) -> None:
    (found,) = link([plan(records, owner="职教科")]).values()
    (function,) = {edge.target.id for edge in found.edges if edge.type == "PERFORMS"}
    assert {node.id for node in found.nodes} == {one.id for one in known.line(function)}
    assert {(edge.source.id, edge.target.id) for edge in found.edges if edge.type == "BROADER"} \
        == {(one.id, wider) for one in known.line(function) for wider in one.broader}


def test_each_document_says_for_itself_what_a_department_does(records: Make, link: Link) -> None:
    found = link([plan(records), report(records)])
    told = {(section("990121", "安全科"), "function-safety")}
    assert {document: of(batch, "PERFORMS") for document, batch in found.items()} == {
        "doc-plan": told, "doc-report": told}


def test_a_department_that_no_task_names_does_nothing_here(records: Make, link: Link) -> None:
    doc = records("doc-1", "990121", period_start=2031, period_end=2031)
    doc.task(1, "任务")
    assert link([doc.batch()])["doc-1"].edges == ()


def test_a_short_name_finds_its_full_one_in_another_document_of_the_place(
        records: Make, link: Link) -> None:
    full = "职业教育与社会教育科"
    batches = [plan(records, owner="职社科"), plan(records, "doc-next", 2032, owner=full)]
    methods = {edge.properties["method"] for edge in link(batches)["doc-plan"].edges
               if edge.type == "PERFORMS"}
    assert methods == {"full_name"}
    alone = {edge.properties["method"] for edge in link(batches[:1])["doc-plan"].edges
             if edge.type == "PERFORMS"}
    assert alone == {"name"}


def test_a_person_may_take_and_give_a_function(
        records: Make, link: Link, known: Thesaurus) -> None:
    safety = section("990121", "安全科")
    (found,) = link([plan(records)], decision("reject", "PERFORMS", safety, "function-safety"),
                    decision("accept", "PERFORMS", safety, "function-sport")).values()
    assert of(found, "PERFORMS", "method") == {(safety, "function-sport", "person")}
    assert {node.id for node in found.nodes} == {one.id for one in known.line("function-sport")}


def test_an_accepted_function_that_the_name_says_too_is_the_persons(
        records: Make, link: Link) -> None:
    safety = section("990121", "安全科")
    (found,) = link([plan(records)],
                    decision("accept", "PERFORMS", safety, "function-safety")).values()
    assert of(found, "PERFORMS", "method") == {(safety, "function-safety", "person")}


def test_a_document_is_what_is_cited_by_its_title(records: Make, link: Link) -> None:
    batch = plan(records)
    assert of(link([batch], cited=[itself(batch), "policy-other"])["doc-plan"], "RESOLVES_TO",
              "method", "document") == {(itself(batch), "doc-plan", "title", "doc-plan")}
    assert not of(link([batch], cited=["policy-other"])["doc-plan"], "RESOLVES_TO")


def test_two_documents_of_one_title_are_both_what_is_cited(records: Make, link: Link) -> None:
    batches = [plan(records, title="工作要点"), plan(records, "doc-next", 2032, title="工作要点")]
    own = itself(batches[0])
    found = link(batches, cited=[own])
    assert [of(batch, "RESOLVES_TO") for batch in found.values()] == [
        {(own, "doc-plan")}, {(own, "doc-next")}]


def test_a_rejected_title_is_another_document(records: Make, link: Link) -> None:
    batch = plan(records)
    found = link([batch], decision("reject", "RESOLVES_TO", itself(batch), "doc-plan"),
                 cited=[itself(batch)])
    assert not of(found["doc-plan"], "RESOLVES_TO")


def test_an_accepted_policy_leads_to_the_document_while_it_is_cited(
        records: Make, link: Link) -> None:
    batch = plan(records)
    accepted = decision("accept", "RESOLVES_TO", "policy-1", "doc-plan")
    found = link([batch], accepted, cited=["policy-1", itself(batch)])
    assert of(found["doc-plan"], "RESOLVES_TO", "method") == {
        ("policy-1", "doc-plan", "person"), (itself(batch), "doc-plan", "title")}
    assert not of(link([batch], accepted)["doc-plan"], "RESOLVES_TO")


@pytest.mark.parametrize("rejected", ["policy-gone", "policy-kept"])
def test_a_policy_that_stands_for_another_leads_to_its_document(
        records: Make, known: Thesaurus, rejected: str) -> None:
    batch = plan(records)
    cited = {itself(batch): "policy-kept"}
    (found,) = links([batch], cited, [], known).values()
    assert of(found, "RESOLVES_TO", "method") == {("policy-kept", "doc-plan", "title")}
    names = {"policy-gone": itself(batch), "policy-kept": "policy-kept"}
    (found,) = links([batch], cited, [
        decision("reject", "RESOLVES_TO", names[rejected], "doc-plan")], known).values()
    assert not of(found, "RESOLVES_TO")


def test_edges_bear_the_document_that_they_belong_to(records: Make, link: Link) -> None:
    batches = [plan(records), report(records)]
    for document, batch in link(batches, cited=[itself(one) for one in batches]).items():
        linked: list[Edge] = [edge for edge in batch.edges if edge.type != "BROADER"]
        assert {edge.properties["document"] for edge in linked} == {document}
