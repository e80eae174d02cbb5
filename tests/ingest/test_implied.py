"""What concepts imply: 校园安防建设 is at 校园安全, too."""

import pytest

from ingest.facts import About
from ingest.implied import implications, implied
from ingest.vocabulary import load
from ontology import thesaurus
from tests.ingest.conftest import Read

HEAD = "江阴市教育局2024年工作要点\n一、提升质量\n"
KNOWN = {"guards": ("safety",), "cameras": ("safety", "devices")}


def about(concept: str, weight: float) -> About:
    return About(concept, (0, 4), "label", "lead", weight)


def test_each_is_implied_once_by_the_weightiest() -> None:
    found = list(implied([about("guards", 0.3), about("cameras", 0.6)], KNOWN))
    assert [(one.concept, one.method, one.weight) for one in found] == [
        ("safety", "implied", 0.6), ("devices", "implied", 0.6)]


def test_what_is_named_is_not_implied() -> None:
    assert list(implied([about("guards", 1.0), about("safety", 0.3)], KNOWN)) == []


def test_what_is_implied_implies_nothing() -> None:
    chain = {"a": ("b",), "b": ("c",)}
    assert [one.concept for one in implied([about("a", 1.0)], chain)] == ["b"]


def test_names_that_a_thesaurus_lacks_imply_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.implied.load",
                        lambda name: {"implied": {"安全": ["保安", "技防"], "装备": ["技防"]}})
    assert implications({"安全": "safety", "技防": "cameras"}) == {"cameras": ("safety",)}


def test_the_vocabulary_names_concepts_and_none_that_implies_itself() -> None:
    names = {one.name for one in thesaurus.load().concepts.values() if one.scheme == "topic"}
    for meant, concepts in load("concepts")["implied"].items():
        assert {meant, *concepts} <= names
        assert meant not in concepts
        assert len(set(concepts)) == len(concepts)


def test_the_edge_tells_that_it_is_implied(read: Read) -> None:
    reading = read(HEAD + "1.推进校企合作。落实双减。\n")
    names = {node.id: node.properties["name"] for node in reading.batch.nodes
             if node.type == "Concept"}
    edges = {names[edge.target.id]: edge.properties for edge in reading.batch.edges
             if edge.type == "ABOUT"}
    assert {name: one["method"] for name, one in edges.items()} == {
        "校企合作": "label", "双减": "label", "产教融合": "implied", "职业教育": "implied"}
    assert edges["产教融合"]["prominence"] == "title"
