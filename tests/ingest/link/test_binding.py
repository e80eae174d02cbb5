"""Decisions find what they are about, under other ids too, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ingest.link.binding import Index, words_of
from ontology import Batch, Node, Value
from ontology.decisions import Decision, End
from ontology.thesaurus import Thesaurus
from tests.conftest import Records

Make = type[Records]
QUOTE = "检查次数4"


def plan(records: Make, document: str = "doc-a", place: str = "990121", **properties: Any) -> Batch:
    """A plan with one task and one target."""
    doc = records(document, place, **properties)
    task = doc.task(1, "清查校园周边")
    doc.owner(task, "安全科")
    doc.cites(task, "校园安全工作条例")
    doc.indicator(task, "检查次数", 4)
    return doc.batch()


def node(batch: Batch, kind: str) -> Node:
    """Return the last node of a type."""
    return [one for one in batch.nodes if one.type == kind][-1]


def end_of(batch: Batch, kind: str, id_: str = "") -> End:
    """Return the end of a decision about a node; another id stands for one that is no more."""
    found, own = node(batch, kind), node(batch, "Document")
    home = (own.id, str(own.properties["sha256"]))
    shared = kind in ("Department", "Policy")
    return End(kind, id_ or found.id, words_of(found), *(() if shared else home))


@pytest.fixture
def find(known: Thesaurus) -> Callable[..., str | None]:
    """Find an end among documents."""
    return lambda end, *batches: Index(batches, known).find(end)


Find = Callable[..., str | None]
OWNED = ["Task", "Indicator", "Document"]


@pytest.mark.parametrize("kind", [*OWNED, "Department", "Policy"])
def test_a_node_is_found_by_its_id(records: Make, find: Find, kind: str) -> None:
    batch = plan(records)
    assert find(end_of(batch, kind), batch) == node(batch, kind).id


def test_a_concept_is_found_in_the_thesaurus(find: Find) -> None:
    assert find(End("Concept", "food-safety", "食品安全")) == "food-safety"
    assert find(End("Concept", "alchemy", "炼丹")) is None


def test_a_policy_is_found_wherever_it_is_cited(records: Make, find: Find) -> None:
    assert find(End("Policy", "policy-elsewhere", "条例"), plan(records)) == "policy-elsewhere"


@pytest.mark.parametrize("kind", ["Task", "Indicator", "Department"])
def test_a_node_of_another_id_is_found_by_its_words(records: Make, find: Find, kind: str) -> None:
    batch = plan(records)
    assert find(end_of(batch, kind, "former-id"), batch) == node(batch, kind).id


@pytest.mark.parametrize("kind", OWNED)
def test_a_document_of_another_id_is_known_by_its_bytes(
        records: Make, find: Find, kind: str) -> None:
    """Other rules may read another title, and with it every id changes."""
    former, batch = plan(records, sha256="same"), plan(records, "doc-other", sha256="same")
    assert find(end_of(former, kind), batch) == node(batch, kind).id


@pytest.mark.parametrize("kind", OWNED)
@pytest.mark.parametrize("place", ["990121", "990122"])
def test_the_same_words_in_another_document_are_something_else(
        records: Make, find: Find, kind: str, place: str) -> None:
    gone = plan(records)
    assert find(end_of(gone, kind), plan(records, "doc-b", place)) is None


def test_words_that_are_gone_from_a_document_are_not_looked_for_in_others(
        records: Make, find: Find) -> None:
    batch, other = plan(records), plan(records, "doc-b")
    mended = Batch(batch.source, tuple(one for one in batch.nodes if one.type != "Indicator"),
                   tuple(edge for edge in batch.edges if edge.target.type != "Indicator"))
    assert find(end_of(batch, "Indicator"), mended, other) is None


def test_words_that_stand_twice_in_a_document_do_not_tell(records: Make, find: Find) -> None:
    batch = plan(records)
    twin = replace(node(batch, "Indicator"), id="ind-twin")
    twice = replace(batch, nodes=(*batch.nodes, twin))
    assert find(end_of(batch, "Indicator", "former-id"), twice) is None
    assert find(end_of(batch, "Indicator"), twice) == node(batch, "Indicator").id


def test_words_of_another_type_do_not_tell(records: Make, find: Find) -> None:
    batch = plan(records)
    assert find(replace(end_of(batch, "Indicator", "former-id"), type="Task"), batch) is None


def test_a_body_of_no_place_is_known_by_its_id_alone(records: Make, find: Find) -> None:
    """Each document that says 安全科 and no place means a section of its own."""
    batch = plan(records)
    lost = replace(batch, edges=tuple(edge for edge in batch.edges if edge.type != "LOCATED_IN"))
    assert find(end_of(batch, "Department", "former-id"), lost) is None
    assert find(end_of(batch, "Department"), lost) == node(batch, "Department").id


def test_a_decision_is_bound_where_both_its_ends_are_here(
        records: Make, known: Thesaurus) -> None:
    batch, other = plan(records), plan(records, "doc-b")
    ends = end_of(batch, "Task", "former-id"), end_of(other, "Task")
    decision = Decision("accept", "CONTINUES", *ends)
    bound = Index([batch, other], known).bind(decision)
    assert bound is not None
    assert bound.pair == (node(batch, "Task").id, node(other, "Task").id)
    assert replace(bound, one=ends[0], other=ends[1]) == decision
    assert Index([batch], known).bind(decision) is None
    assert Index([other], known).bind(decision) is None


def test_a_decision_about_one_node_is_bound(records: Make, known: Thesaurus) -> None:
    batch = plan(records)
    bound = Index([batch], known).bind(
        Decision("split", "Department", end_of(batch, "Department", "former-id"), None, "局安全科"))
    assert bound is not None
    assert bound.pair == (node(batch, "Department").id, "")


@pytest.mark.parametrize(("values", "words"), [
    ({"quote": "甲", "title": "乙"}, "甲"), ({"full_name": "甲县乙科", "name": "乙科"}, "甲县乙科"),
    ({"name": "甲县"}, "甲县"), ({"title": "甲办法"}, "甲办法"), ({}, "")])
def test_a_node_is_known_by_its_quote_or_name(values: dict[str, Value], words: str) -> None:
    assert words_of(Node("Any", "n", values)) == words
