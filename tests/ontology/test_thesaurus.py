"""The thesaurus: SKOS in; labels, broader concepts and named faults out."""

import pytest

from ontology.errors import ThesaurusError
from ontology.thesaurus import Concept, load, read

HEAD = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix c: <https://thesaurus.example/id/> .
"""
SMALL = HEAD + """
c:topics a skos:ConceptScheme ; skos:prefLabel "主题"@zh, "Topics"@en .
c:school-meals a skos:Concept ; skos:prefLabel "学校供餐"@zh, "school meals"@en ;
    skos:altLabel "食堂"@zh, "供餐"@zh, "canteens"@en ; skos:broader c:food-safety, c:health .
c:food-safety a skos:Concept ; skos:prefLabel "食品安全"@zh, "food safety"@en ;
    skos:broader c:welfare .
c:health a skos:Concept ; skos:prefLabel "健康"@zh, "health"@en ; skos:broader c:welfare .
c:welfare a skos:Concept ; skos:prefLabel "学生福祉"@zh, "welfare"@en .
"""


def faulty(text: str) -> str:
    """Return the message with which a concept is refused."""
    with pytest.raises(ThesaurusError) as caught:
        read(f"{HEAD}{text}".encode())
    return str(caught.value)


def test_concepts_come_with_labels_and_broader_ones_in_the_order_of_their_slugs() -> None:
    thesaurus = read(SMALL.encode())
    assert list(thesaurus.concepts) == ["food-safety", "health", "school-meals", "welfare"]
    assert thesaurus.concepts["school-meals"] == Concept(
        "school-meals", "学校供餐", "school meals", ("供餐", "食堂"), ("food-safety", "health"))
    assert thesaurus.concepts["welfare"] == Concept("welfare", "学生福祉", "welfare", (), ())


def test_the_order_of_the_file_does_not_matter() -> None:
    first, *blocks = SMALL.removeprefix(HEAD).split("\nc:")
    turned = "\nc:".join([first, *reversed(blocks)])
    assert turned != SMALL.removeprefix(HEAD)
    assert read(f"{HEAD}{turned}".encode()) == read(SMALL.encode())


def test_chinese_labels_stand_for_their_concept() -> None:
    assert read(SMALL.encode()).labels == {
        "学校供餐": "school-meals", "供餐": "school-meals", "食堂": "school-meals",
        "食品安全": "food-safety", "健康": "health", "学生福祉": "welfare"}


def test_the_line_of_a_concept_with_two_broader_ones_holds_each_once() -> None:
    line = [concept.id for concept in read(SMALL.encode()).line("school-meals")]
    assert line[0] == "school-meals"
    assert sorted(line) == ["food-safety", "health", "school-meals", "welfare"]


def test_the_line_of_a_top_concept_is_itself() -> None:
    assert [concept.id for concept in read(SMALL.encode()).line("welfare")] == ["welfare"]


def test_a_circle_is_refused_with_its_concepts() -> None:
    with pytest.raises(ThesaurusError) as caught:
        read(f"{SMALL}c:welfare skos:broader c:school-meals .".encode())
    circle = str(caught.value).rpartition(": ")[2].rstrip(".").split(" → ")
    assert circle[0] == circle[-1]
    assert {"school-meals", "welfare"} <= set(circle)


def test_a_concept_that_is_not_there_has_no_line() -> None:
    with pytest.raises(KeyError, match="no-such"):
        list(read(SMALL.encode()).line("no-such"))


@pytest.mark.parametrize("labels", [
    'skos:prefLabel "健康"@zh', 'skos:prefLabel "health"@en', 'skos:prefLabel "健康", "health"@en',
    'skos:altLabel "健康"@zh, "health"@en', 'skos:notation "h"'])
def test_a_concept_without_a_label_in_both_languages_is_refused(labels: str) -> None:
    message = faulty(f"c:health a skos:Concept ; {labels} .")
    assert message == "concept health: a preferred label in zh and in en is needed."


@pytest.mark.parametrize("wider", ["c:welfare", "c:topics"])
def test_a_broader_one_that_is_no_concept_is_refused(wider: str) -> None:
    message = faulty(f"""c:topics a skos:ConceptScheme .
        c:health a skos:Concept ; skos:prefLabel "健康"@zh, "health"@en ; skos:broader {wider} .""")
    assert message == f"concept health: broader {wider[2:]!r} is no concept."


def test_the_thesaurus_of_the_package_loads_once_and_every_line_ends_at_the_top() -> None:
    thesaurus = load()
    assert load() is thesaurus
    assert len(thesaurus.concepts) > 100
    for slug, concept in thesaurus.concepts.items():
        line = list(thesaurus.line(slug))
        assert line[0] is concept
        assert len({one.id for one in line}) == len(line)
        assert any(not one.broader for one in line), slug
        if concept.scheme == "topic":
            assert thesaurus.labels[concept.name] == slug
