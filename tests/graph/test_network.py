"""Networks worked out by hand, the same for rows in any order, and their files as others read them.
"""

import random
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from itertools import combinations
from math import log, sqrt
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.errors import ExportError
from graph.export.network import NETWORKS, export_network
from graph.network import Interest, Pair, cities, departments

GEXF = "{http://www.gexf.net/1.2draft}"


def pair(one: str, other: str, tasks: int = 1, place: str | None = "北屏县") -> Pair:
    return Pair(place, f"id-{one}", one, f"id-{other}", other, tasks)


def interests(**places: dict[str, int]) -> list[Interest]:
    """Rows of places: {concept: number of tasks}."""
    return [Interest(f"id-{place}", place, f"id-{concept}", concept, tasks)
            for place, concepts in places.items() for concept, tasks in concepts.items()]


def column(graph: "nx.Graph[str]", name: str) -> dict[str, Any]:
    """A column of the nodes by label."""
    return {about["label"]: about[name] for _, about in graph.nodes(data=True)}


def edges(graph: "nx.Graph[str]", name: str) -> dict[str, Any]:
    """A column of the edges by the labels of both ends."""
    return {"-".join(graph.nodes[end]["label"] for end in ends): value
            for *ends, value in graph.edges(data=name)}


# Two threes, each of which shares three tasks by twos, and the one task between c and d.
THREES = [*(pair(*ends, 3) for three in ("abc", "def") for ends in combinations(three, 2)),
          pair("c", "d")]


def test_two_threes_with_a_bridge() -> None:
    graph = departments(THREES)
    assert column(graph, "degree") == dict.fromkeys("abef", 2) | dict.fromkeys("cd", 3)
    assert column(graph, "weighted_degree") == dict.fromkeys("abef", 6) | dict.fromkeys("cd", 7)
    assert column(graph, "community") == dict.fromkeys("abc", 1) | dict.fromkeys("def", 2)
    # c lies between {a, b} and {d, e, f}: 6 of the 10 pairs of the others
    assert column(graph, "betweenness") == dict.fromkeys("abef", 0.0) | dict.fromkeys("cd", 0.6)
    assert column(graph, "locality") == dict.fromkeys("abcdef", "北屏县")


def test_who_shares_more_tasks_is_nearer() -> None:
    # a-b-c is 1/4 + 1/4 long, a-c 1
    graph = departments([pair("a", "b", 4), pair("b", "c", 4), pair("a", "c")])
    assert column(graph, "betweenness") == {"a": 0.0, "b": 1.0, "c": 0.0}


@pytest.mark.parametrize(("one", "two", "straight"), [(2, 2, 1), (10, 15, 6), (20, 30, 12)])
def test_ways_of_one_length_share_what_goes_over_them(one: int, two: int, straight: int) -> None:
    graph = departments([pair("a", "b", one), pair("b", "c", two), pair("a", "c", straight)])
    assert column(graph, "betweenness") == {"a": 0.0, "b": 0.5, "c": 0.0}


def test_a_place_has_the_same_measures_alone_and_among_others() -> None:
    other = [pair("x", "y", 2, "南屏县"), pair("y", "z", 2, "南屏县")]
    graph, alone = departments([*THREES, *other]), departments(THREES)
    for name in ("degree", "weighted_degree", "betweenness", "community"):
        assert column(graph, name) == column(alone, name) | {
            node: value for node, value in column(graph, name).items() if node in "xyz"}
    assert column(graph, "betweenness")["y"] == 1.0
    assert column(graph, "community")["y"] == 3


def test_a_body_that_two_places_name_is_one_node_under_its_full_name() -> None:
    rows = [Pair("北屏县", "id-a", "安全科", "id-city", "临江市教育局", 2),
            Pair("临江市", "id-city", "教育局", "id-b", "财政局", 1),
            Pair(None, "id-b", "临江市财政局", "id-city", "临江市教育局", 4)]
    graph = departments(rows)
    assert column(graph, "locality") == {
        "安全科": "北屏县", "临江市教育局": "临江市、北屏县", "临江市财政局": "临江市"}
    assert sorted(weight for *_, weight in graph.edges(data="weight")) == [2, 5]


def test_one_name_in_two_places_is_told_apart() -> None:
    rows = [Pair(place, f"{place}-a", "安全科", f"{place}-b", f"{place}办公室", 1)
            for place in ("北屏县", "南屏县")]
    assert set(column(departments(rows), "degree")) == {
        "安全科（北屏县）", "安全科（南屏县）", "北屏县办公室", "南屏县办公室"}
    same = [Interest(code, "朝阳区", "id", "安全", 1) for code in ("110105", "220104")]
    assert set(column(cities(same), "degree")) == {"朝阳区（110105）", "朝阳区（220104）"}


def test_places_are_as_alike_as_their_concepts() -> None:
    graph = cities(interests(甲={"安全": 1, "体育": 3}, 乙={"安全": 1}))
    both, one = log(3 / 2), (1 + log(3)) * log(3)
    likeness = round(both / sqrt(both ** 2 + one ** 2), 4)
    assert edges(graph, "weight") == {"乙-甲": likeness}
    assert column(graph, "weighted_degree") == {"乙": likeness, "甲": likeness}
    assert column(graph, "concepts") == {"乙": 1, "甲": 2}


def test_what_all_places_share_counts_little() -> None:
    graph = cities(interests(
        甲={"安全": 9, "美育": 1}, 乙={"安全": 9, "美育": 1}, 丙={"安全": 9, "体育": 1}))
    alike = edges(graph, "weight")
    assert alike["乙-甲"] == 1.0
    assert alike["丙-甲"] == alike["丙-乙"] < 0.6
    assert edges(graph, "shared_concepts") == {"乙-甲": "安全、美育", "丙-甲": "安全",
                                               "丙-乙": "安全"}


def test_the_concepts_that_make_places_most_alike_come_first() -> None:
    same = {"体育": 2, "美育": 2, "德育": 1, "智育": 1, "劳育": 1, "心育": 1}
    graph = cities(interests(甲=same | {"安全": 1}, 乙=same, 丙={"安全": 1}, 丁={"体育": 1}))
    # more tasks before fewer, but what three of four places have last; between equals by name
    assert edges(graph, "shared_concepts")["乙-甲"] == "美育、劳育、德育、心育、智育"
    assert edges(graph, "shared")["乙-甲"] == 6


def test_places_without_a_common_concept_are_not_joined() -> None:
    graph = cities(interests(甲={"安全": 1}, 乙={"体育": 1}))
    assert not graph.edges
    assert column(graph, "weighted_degree") == {"乙": 0.0, "甲": 0.0}
    assert column(graph, "community") == {"乙": 1, "甲": 2}


ROWS: list[tuple[Any, Sequence[Any]]] = [
    (departments, [*THREES, pair("x", "y", 2, "南屏县"), pair("丙", "y", 2, None),
                   *(pair(*ends, 1) for ends in combinations("pqrst", 2))]),
    (cities, interests(甲={"安全": 2, "体育": 3, "美育": 1}, 乙={"安全": 1, "体育": 1},
                       丙={"安全": 4, "美育": 2}, 丁={"体育": 1, "德育": 2, "美育": 1}))]


@pytest.mark.parametrize("ending", NETWORKS)
@pytest.mark.parametrize(("make", "rows"), ROWS, ids=["departments", "cities"])
def test_the_bytes_are_the_same_for_rows_in_any_order(make: Any, rows: Sequence[Any], ending: str,
                                                      tmp_path: Path) -> None:
    path, other = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    export_network(path, make(rows))
    for seed in range(10):
        export_network(other, make(random.Random(seed).sample(rows, len(rows))))
        assert other.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(("make", "rows"), ROWS, ids=["departments", "cities"])
def test_graphml_is_read_back_with_all_columns(make: Any, rows: Sequence[Any],
                                               tmp_path: Path) -> None:
    graph = make(rows)
    export_network(path := tmp_path / "a.GraphML", graph)
    found = nx.read_graphml(path)
    assert dict(found.nodes(data=True)) == dict(graph.nodes(data=True))
    assert {frozenset(ends): found.edges[ends] for ends in found.edges} == {
        frozenset(ends): graph.edges[ends] for ends in graph.edges}
    keys = [key.get("id") for key in ET.parse(path).getroot() if key.tag.endswith("key")]
    assert len(keys) == len(set(keys))
    assert not {"d3", "d7"} & set(keys)     # Gephi takes these for labels


@pytest.mark.parametrize(("make", "rows"), ROWS, ids=["departments", "cities"])
def test_gexf_has_labels_weights_and_columns_that_are_declared(make: Any, rows: Sequence[Any],
                                                               tmp_path: Path) -> None:
    graph = make(rows)
    export_network(path := tmp_path / "a.gexf", graph)
    top = ET.parse(path).getroot().find(f"{GEXF}graph")
    assert top is not None
    assert top.get("defaultedgetype") == "undirected"
    declared = {table.get("class"): {one.get("id"): one.get("type") for one in table}
                for table in top.iter(f"{GEXF}attributes")}
    assert declared["node"]["degree"] == "integer"
    for kind in ("node", "edge"):
        for element in top.iter(f"{GEXF}{kind}"):
            assert [one.get("for") for one in element.iter(f"{GEXF}attvalue")] == [*declared[kind]]
    assert {node.get("id"): node.get("label") for node in top.iter(f"{GEXF}node")} == {
        one: about["label"] for one, about in graph.nodes(data=True)}
    assert {(edge.get("source"), edge.get("target")): float(edge.get("weight", ""))
            for edge in top.iter(f"{GEXF}edge")} == {
        (one, other): weight for one, other, weight in graph.edges(data="weight")}
    found = nx.read_gexf(path)
    assert {one: {**about} for one, about in found.nodes(data=True)} == dict(
        graph.nodes(data=True))


@pytest.mark.parametrize("ending", NETWORKS)
def test_a_network_without_nodes_and_one_with_odd_names_are_written(ending: str,
                                                                    tmp_path: Path) -> None:
    odd = Pair(None, "id-a", "安<&>\x0b科\ud800", "id-b", "“b\"\n🚸”", 1)
    for number, rows in enumerate(([], [odd])):
        export_network(path := tmp_path / f"{number}{ending}", departments(rows))
        ET.parse(path)
    assert "安&lt;&amp;&gt;�科�" in path.read_text("utf-8")


def test_an_unknown_ending_and_a_place_that_cannot_be_written_leave_nothing(
        tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"'\.pdf' is none of \.gexf, \.graphml\.$"):
        export_network(tmp_path / "a.pdf", departments(THREES))
    with pytest.raises(ExportError, match=r"none/a\.gexf cannot be written"):
        export_network(tmp_path / "none" / "a.gexf", departments(THREES))
    assert not [*tmp_path.iterdir()]
