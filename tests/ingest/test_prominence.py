"""What a task is about, and what it mentions in passing."""

import pytest

from tests.ingest.conftest import Read

HEAD = "江阴市教育局2024年工作要点\n一、提升质量\n"


def about(read: Read, item: str) -> dict[str, tuple[str, float]]:
    """Return prominence and weight of the concepts of a single task, by their names."""
    batch = read(HEAD + item).batch
    names = {node.id: str(node.properties["name"]) for node in batch.nodes
             if node.type == "Concept"}
    return {names[edge.target.id]: (str(edge.properties["prominence"]),
                                    float(str(edge.properties["weight"])))
            for edge in batch.edges if edge.type == "ABOUT"}


def test_title_lead_and_later_sentences_weigh_less_and_less(read: Read) -> None:
    found = about(read, "1.推进“双减”。开展心理健康教育。各校按计划落实。组织志愿服务。\n")
    assert found == {"双减": ("title", 1.0), "心理健康教育": ("lead", 0.6),
                     "志愿服务": ("passing", 0.3)}


def test_the_most_prominent_mention_gives_the_quote_and_each_concept_has_one_edge(
        read: Read) -> None:
    batch = read(HEAD + "1.推进双减。各校落实双减。做好双减宣传。\n").batch
    edges = [edge for edge in batch.edges if edge.type == "ABOUT"
             and edge.target.id == "double-reduction"]
    [edge] = edges
    assert edge.properties["quote"] == "推进双减"
    assert (edge.properties["prominence"], edge.properties["method"]) == ("title", "label")


def test_weight_grows_with_the_mentions_and_stays_below_one(read: Read) -> None:
    once = about(read, "1.提高站位。抓好落实。开展家访。\n")["家访"]
    twice = about(read, "1.提高站位。抓好落实。开展家访。总结家访。\n")["家访"]
    often = about(read, "1.提高站位。抓好落实。" + "开展家访。" * 40 + "\n")["家访"]
    assert once == ("passing", 0.3)
    assert twice[0] == "passing"
    assert once[1] < twice[1] < often[1] <= 1
    assert often[0] == "lead"       # what is named again and again is not mentioned in passing


def test_a_mention_late_in_a_long_list_is_passing(read: Read) -> None:
    found = about(read, "1.抓好工作。统筹推进劳动教育、心理健康教育、家庭教育、防溺水、校车安全"
                        "等工作。\n")
    assert [found[name][0] for name in ("劳动教育", "心理健康教育", "家庭教育")] == ["lead"] * 3
    assert [found[name][0] for name in ("防溺水", "校车安全")] == ["passing"] * 2


def test_the_answer_tells_passing_mentions(read: Read) -> None:
    answer = read(HEAD + "1.推进双减。抓好落实。开展家访。\n2.开展家访。落实双减。\n").answer
    assert answer["concepts"] == [
        {"label": "双减", "tasks": ["t1", "t2"]},
        {"label": "家访", "tasks": ["t1", "t2"]}]


@pytest.mark.parametrize(("item", "method"), [
    ("1.加强食品、消防安全。\n", {"食品安全": "elision", "消防安全": "label"}),
    ("1.推进城区中小学集团化。\n", {"集团化办学": "pattern"})])
def test_the_edge_tells_the_method(read: Read, item: str, method: dict[str, str]) -> None:
    batch = read(HEAD + item).batch
    names = {node.id: node.properties["name"] for node in batch.nodes if node.type == "Concept"}
    assert {names[edge.target.id]: edge.properties["method"] for edge in batch.edges
            if edge.type == "ABOUT"} == method
