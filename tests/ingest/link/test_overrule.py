"""Decisions change the records of a document, and the records stay whole."""

from collections.abc import Callable

import pytest

from graph.parts import split
from ingest.link.overrule import concepts, overrule
from ontology import Batch, Edge, Node, Ontology, Ref
from ontology.check import check
from ontology.decisions import Decision
from ontology.thesaurus import Concept, Thesaurus
from tests.conftest import CONCEPTS, PLACES, Records
from tests.ingest.link.made import decision

Make = type[Records]
Rule = Callable[..., Batch]
TASK, OTHER = "task-doc-a-1", "task-doc-a-2"


@pytest.fixture
def small() -> Thesaurus:
    """The concepts of the small fictional graph."""
    return Thesaurus({slug: Concept(slug, zh, en, (), broader)
                      for slug, (zh, en, broader) in CONCEPTS.items()})


@pytest.fixture
def rule(ontology: Ontology, small: Thesaurus) -> Rule:
    """Apply decisions to a document; what comes of it has to be whole."""
    def rule_(batch: Batch, *decisions: Decision, donors: tuple[Batch, ...] = ()) -> Batch:
        def donor(node_id: str) -> Batch | None:
            return next((one for one in (batch, *donors)
                         if node_id in {node.id for node in one.nodes}), None)

        ruled = overrule(batch, decisions, ontology, small, donor)
        check(ruled.nodes, ruled.edges, ontology)
        parts = split(ruled.source, ruled.nodes, ruled.edges, ontology)
        assert len(parts.nodes) + len(parts.shared_nodes) == len(ruled.nodes)
        entered = {edge.target for edge in ruled.edges}
        assert {node.ref for node in parts.shared_nodes} <= entered
        return ruled

    return rule_


def unit(name: str, place: str = "990121") -> str:
    """Return the id of a body."""
    return f"dept-{place}-{name.encode().hex()}"


def plan(records: Make, place: str = "990121", document: str = "doc-a") -> Batch:
    """A plan with two tasks, of which two sections and their bureau answer for."""
    doc = records(document, place)
    first, second = doc.task(1, "清查校园周边"), doc.task(2, "建好学校食堂")
    doc.about(first, "food-safety")
    doc.about(second, "fire-safety")
    checked = doc.indicator(first, "检查次数", 4)
    doc.cites(first, "校园安全工作条例")
    for task, name, role in ((first, "安全科", "lead"), (first, "保卫科", "cooperating"),
                             (second, "保卫科", "lead")):
        ref = doc.owner(task, name, role)
        if task == first:
            doc.edge("ANSWERS_FOR", ref, checked, role=role)
    return doc.batch()


def ends(batch: Batch, name: str) -> set[tuple[str, str]]:
    """Return the ends of the edges of a type."""
    return {(edge.source.id, edge.target.id) for edge in batch.edges if edge.type == name}


def ids(batch: Batch, kind: str) -> set[str]:
    """Return the ids of the nodes of a type."""
    return {node.id for node in batch.nodes if node.type == kind}


@pytest.mark.parametrize("other", [
    decision("reject", "ABOUT", TASK, "health"), decision("reject", "ABOUT", "task-x", "safety"),
    decision("accept", "ABOUT", "task-x", "safety"), decision("merge", "Department", "dept-x",
                                                              "dept-y"),
    decision("split", "Department", "dept-x", name="安全办"),
    decision("split", "Department", unit("安全科"), name="安全办"),
    decision("reject", "REVISES", "ind-1", "ind-2")],
    ids=lambda one: f"{one.verb} {one.relation} {one.one.id} {one.name}")
def test_what_concerns_nothing_here_changes_nothing(
        records: Make, rule: Rule, other: Decision) -> None:
    batch = plan(records)
    assert rule(batch, other) is batch
    assert rule(batch) is batch


def test_a_rejected_concept_goes_with_the_broader_ones_that_nothing_else_leads_to(
        records: Make, rule: Rule) -> None:
    ruled = rule(plan(records), decision("reject", "ABOUT", TASK, "food-safety"))
    assert ends(ruled, "ABOUT") == {(OTHER, "fire-safety")}
    assert ids(ruled, "Concept") == {"fire-safety", "safety"}


def test_a_rejected_concept_stays_where_another_task_is_about_it(
        records: Make, rule: Rule) -> None:
    doc = records("doc-a", "990121")
    for number in (1, 2):
        doc.about(doc.task(number, f"任务{number}"), "food-safety")
    ruled = rule(doc.batch(), decision("reject", "ABOUT", TASK, "food-safety"))
    assert ends(ruled, "ABOUT") == {(OTHER, "food-safety")}
    assert ids(ruled, "Concept") == {"food-safety", "safety", "health"}


def test_an_accepted_concept_comes_with_its_broader_ones_and_the_tasks_words(
        records: Make, rule: Rule) -> None:
    batch = plan(records)
    ruled = rule(batch, decision("accept", "ABOUT", OTHER, "food-safety"))
    (edge,) = [edge for edge in ruled.edges
               if (edge.type, edge.source.id, edge.target.id) == ("ABOUT", OTHER, "food-safety")]
    task = next(node for node in batch.nodes if node.id == OTHER)
    said = {name: task.properties[name] for name in ("document", "start_char", "end_char", "quote")}
    assert edge.properties == {"method": "person", "prominence": "title", "weight": 1.0, **said}
    assert ends(ruled, "BROADER") == ends(batch, "BROADER")


def test_a_concept_that_no_task_had_is_given_whole(records: Make, rule: Rule) -> None:
    doc = records("doc-a", "990121")
    doc.task(1, "任务")
    ruled = rule(doc.batch(), decision("accept", "ABOUT", TASK, "food-safety"))
    assert ids(ruled, "Concept") == {"food-safety", "safety", "health"}
    assert ends(ruled, "BROADER") == {("food-safety", "safety"), ("food-safety", "health")}


def test_an_accepted_concept_that_was_found_is_the_persons_now(
        records: Make, rule: Rule) -> None:
    ruled = rule(plan(records), decision("accept", "ABOUT", TASK, "food-safety"))
    (edge,) = [edge for edge in ruled.edges if edge.type == "ABOUT" and edge.source.id == TASK]
    assert edge.properties["method"] == "person"


def test_concepts_come_once_with_all_broader_ones(small: Thesaurus) -> None:
    nodes, edges = concepts(["food-safety", "fire-safety", "food-safety"], small)
    assert sorted(node.id for node in nodes) == ["fire-safety", "food-safety", "health", "safety"]
    assert len(edges) == len({(edge.source, edge.target) for edge in edges}) == 3
    assert concepts([], small) == ([], [])


def test_of_merged_departments_one_has_the_tasks_of_both(records: Make, rule: Rule) -> None:
    batch = plan(records)
    ruled = rule(batch, decision("merge", "Department", unit("安全科"), unit("保卫科")))
    assert ids(ruled, "Department") == {unit("安全科"), unit("教育局")}
    assert ends(ruled, "OWNED_BY") == {(TASK, unit("安全科")), (OTHER, unit("安全科"))}
    roles = [(edge.source.id, edge.properties["role"]) for edge in ruled.edges
             if edge.type == "ANSWERS_FOR"]
    assert sorted(roles) == [(unit("安全科"), "cooperating"), (unit("安全科"), "lead")]
    assert ends(ruled, "PART_OF") == ends(batch, "PART_OF") - {(unit("保卫科"), unit("教育局"))}


def test_the_words_of_the_document_stay_what_they_are(records: Make, rule: Rule) -> None:
    ruled = rule(plan(records), decision("merge", "Department", unit("安全科"), unit("保卫科")))
    written = {edge.properties["as_written"] for edge in ruled.edges if edge.type == "OWNED_BY"}
    assert written == {"安全科", "保卫科"}


def test_an_edge_that_both_had_is_there_once(records: Make, rule: Rule) -> None:
    doc = records("doc-a", "990121")
    task = doc.task(1, "任务")
    doc.owner(task, "安全科")
    doc.owner(task, "保卫科")
    ruled = rule(doc.batch(), decision("merge", "Department", unit("安全科"), unit("保卫科")))
    (edge,) = [edge for edge in ruled.edges if edge.type == "OWNED_BY"]
    assert edge.properties["as_written"] == "安全科"


def test_a_merged_department_comes_from_another_document_with_all_it_leads_to(
        records: Make, rule: Rule) -> None:
    """The section of the south is taken for that of the north, of which this document knew not."""
    north = plan(records)
    south = plan(records, "990122", "doc-s")
    ruled = rule(south, decision("merge", "Department", unit("安全科"), unit("安全科", "990122")),
                 donors=(north,))
    assert ids(ruled, "Department") == {
        unit("安全科"), unit("教育局"), unit("保卫科", "990122"), unit("教育局", "990122")}
    assert {"990121", "990122", *PLACES} == ids(ruled, "Locality")
    assert (unit("安全科"), unit("教育局")) in ends(ruled, "PART_OF")
    assert (unit("安全科"), "990121") in ends(ruled, "LOCATED_IN")


def test_a_merge_lies_dormant_while_no_document_has_what_stands_for_both(
        records: Make, rule: Rule) -> None:
    batch = plan(records)
    assert rule(batch, decision("merge", "Department", "dept-gone", unit("安全科"))) is batch


def test_a_merged_bureau_keeps_its_sections(records: Make, rule: Rule) -> None:
    north, south = plan(records), plan(records, "990122", "doc-s")
    ruled = rule(south, decision("merge", "Department", unit("教育局"), unit("教育局", "990122")),
                 donors=(north,))
    assert unit("教育局", "990122") not in ids(ruled, "Department")
    assert ends(ruled, "ISSUED_BY") == {("doc-s", unit("教育局"))}
    assert {target for source, target in ends(ruled, "PART_OF") if source.startswith("dept")} == {
        unit("教育局")}


@pytest.mark.parametrize(("keep", "gone"), [("教育局", "安全科"), ("安全科", "教育局")])
def test_a_body_and_its_section_may_be_one(
        records: Make, rule: Rule, keep: str, gone: str) -> None:
    ruled = rule(plan(records), decision("merge", "Department", unit(keep), unit(gone)))
    assert ids(ruled, "Department") == {unit(keep), unit("保卫科")}
    assert ends(ruled, "ISSUED_BY") == {("doc-a", unit(keep))}
    assert (unit("保卫科"), unit(keep)) in ends(ruled, "PART_OF")
    assert (unit(keep), "990121") in ends(ruled, "LOCATED_IN")


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_merges_does_not_matter(
        records: Make, rule: Rule, turned: bool) -> None:
    """The section that is taken over is part of a bureau that is merged, too."""
    north, south = plan(records), plan(records, "990122", "doc-s")
    merges = [decision("merge", "Department", unit("安全科"), unit("安全科", "990122")),
              decision("merge", "Department", unit("教育局", "990122"), unit("教育局"))]
    ruled = rule(south, *(reversed(merges) if turned else merges), donors=(north,))
    assert ids(ruled, "Department") == {
        unit("安全科"), unit("教育局", "990122"), unit("保卫科", "990122")}
    assert (unit("安全科"), unit("教育局", "990122")) in ends(ruled, "PART_OF")


def test_merges_that_give_each_other_what_they_take_come_to_an_end(
        records: Make, rule: Rule) -> None:
    """Each bureau stands for the section of the other place: no chain, but a ring of parts."""
    north, south = plan(records), plan(records, "990122", "doc-s")
    ruled = rule(south, decision("merge", "Department", unit("安全科"), unit("教育局", "990122")),
                 decision("merge", "Department", unit("安全科", "990122"), unit("教育局")),
                 donors=(north,))
    assert ends(ruled, "OWNED_BY")


def test_merged_policies_are_cited_as_one(records: Make, rule: Rule) -> None:
    doc = records("doc-a", "990121")
    for number, title in enumerate(("甲办法", "乙办法"), 1):
        doc.cites(doc.task(number, f"任务{number}"), title)
    batch = doc.batch()
    gone, keep = sorted(ids(batch, "Policy"))
    ruled = rule(batch, decision("merge", "Policy", keep, gone))
    assert ids(ruled, "Policy") == {keep}
    assert ends(ruled, "CITES") == {(TASK, keep), (OTHER, keep)}


def test_a_split_name_is_a_department_beside_the_other(records: Make, rule: Rule) -> None:
    doc = records("doc-a", "990121")
    first, second = doc.task(1, "任务一"), doc.task(2, "任务二")
    for task, name in ((first, "安全科"), (second, "局安全科")):
        checked = doc.indicator(task, "检查次数", 4)
        whole = doc.unit("安全科")
        doc.edge("OWNED_BY", task, whole, role="lead", explicit=True, as_written=name,
                 **doc.said(name))
        doc.edge("ANSWERS_FOR", whole, checked, role="lead")
    batch = doc.batch()
    ruled = rule(batch, decision("split", "Department", whole.id, name="局安全科"))
    part = next(node for node in ruled.nodes if node.properties.get("name") == "局安全科")
    former = next(node for node in batch.nodes if node.id == whole.id)
    assert part.properties == {**former.properties, "name": "局安全科",
                               "full_name": "北屏县教育局局安全科"}
    assert ends(ruled, "OWNED_BY") == {(first.id, whole.id), (second.id, part.id)}
    assert {edge.source.id: edge.target.id for edge in ruled.edges
            if edge.type == "ANSWERS_FOR"} == {
        whole.id: f"ind-{first.id}-{'检查次数'.encode().hex()[:16]}",
        part.id: f"ind-{second.id}-{'检查次数'.encode().hex()[:16]}"}
    for name in ("PART_OF", "LOCATED_IN"):
        assert {target for source, target in ends(ruled, name) if source == part.id} == {
            target for source, target in ends(ruled, name) if source == whole.id}


def test_a_split_name_is_told_without_regard_to_width_and_spaces(
        records: Make, rule: Rule) -> None:
    doc = records("doc-a", "990121")
    task, whole = doc.task(1, "任务"), doc.unit("各镇（街道）")
    doc.edge("OWNED_BY", task, whole, role="lead", explicit=True, as_written="各镇（街道）",
             **doc.said("各镇（街道）"))
    ruled = rule(doc.batch(), decision("split", "Department", whole.id, name="各镇 (街道)"))
    ((_, part),) = ends(ruled, "OWNED_BY")
    assert part != whole.id


def test_a_department_of_which_only_the_split_name_is_left_is_gone(
        records: Make, rule: Rule) -> None:
    doc = records("doc-a", "990121")
    whole = doc.owner(doc.task(1, "任务"), "安全科")
    ruled = rule(doc.batch(), decision("split", "Department", whole.id, name="安全科"))
    assert whole.id not in ids(ruled, "Department")
    assert len(ids(ruled, "Department")) == 2


def test_in_one_task_only_the_role_of_the_split_name_moves(records: Make, rule: Rule) -> None:
    doc = records("doc-a", "990121")
    task, whole = doc.task(1, "任务"), doc.unit("安全科")
    checked = doc.indicator(task, "检查次数", 4)
    for role, name in (("lead", "安全科"), ("cooperating", "局安全科")):
        doc.edge("OWNED_BY", task, whole, role=role, explicit=True, as_written=name,
                 **doc.said(name))
        doc.edge("ANSWERS_FOR", whole, checked, role=role)
    ruled = rule(doc.batch(), decision("split", "Department", whole.id, name="局安全科"))
    moved = {(edge.type, edge.properties["role"]): whole in (edge.source, edge.target)
             for edge in ruled.edges if edge.type in ("OWNED_BY", "ANSWERS_FOR")}
    assert moved == {("OWNED_BY", "lead"): True, ("ANSWERS_FOR", "lead"): True,
                     ("OWNED_BY", "cooperating"): False, ("ANSWERS_FOR", "cooperating"): False}


def test_the_same_split_makes_the_same_department_in_every_document(
        records: Make, rule: Rule) -> None:
    found = set()
    for document in ("doc-a", "doc-b"):
        doc = records(document, "990121")
        whole = doc.owner(doc.task(1, "任务"), "安全科")
        ruled = rule(doc.batch(), decision("split", "Department", whole.id, name="安全科"))
        found.add(next(edge.target for edge in ruled.edges if edge.type == "OWNED_BY"))
    assert len(found) == 1


def test_decisions_are_applied_together(records: Make, rule: Rule) -> None:
    ruled = rule(plan(records), decision("reject", "ABOUT", TASK, "food-safety"),
                 decision("accept", "ABOUT", TASK, "health"),
                 decision("merge", "Department", unit("安全科"), unit("保卫科")))
    assert ends(ruled, "ABOUT") == {(TASK, "health"), (OTHER, "fire-safety")}
    assert {other for _, other in ends(ruled, "OWNED_BY")} == {unit("安全科")}


def test_a_place_without_bodies_is_left_as_it_is(ontology: Ontology, small: Thesaurus) -> None:
    place = Node("Locality", "990121", {"name": "北屏县", "level": "county"})
    document = Node("Document", "doc-a", {"title": "甲", "source": "a", "sha256": "a",
                                          "characters": 1})
    batch = Batch("doc:doc-a", (place, document),
                  (Edge("COVERS", document.ref, Ref("Locality", "990121")),))
    assert overrule(batch, [decision("reject", "ABOUT", TASK, "safety")], ontology, small,
                    lambda _: None) is batch
