"""Networks of rows that a store answered: departments that share tasks, places that are alike.

A network is a networkx graph. What is known of a node or an edge are its attributes, the same ones
for all: `label` of a node, `weight` of an edge, and the measures. Everything is made in the order
of names and ids, so the same rows in any order give the same network.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from math import lcm, log, sqrt
from typing import NamedTuple

import networkx as nx

from graph.store import Cell

DIGITS = 4      # of a measure behind the point
MOST = 5        # concepts that are named for a pair of places
JOIN = "、"

Ends = tuple[str, str]


class Pair(NamedTuple):
    """Two departments and the number of tasks that documents of a place name both for."""

    locality: str | None
    department_id: str
    department: str
    co_department_id: str
    co_department: str
    tasks: int


class Interest(NamedTuple):
    """The number of a place's tasks that are about a concept."""

    locality_id: str
    locality: str
    concept_id: str
    concept: str
    tasks: int


def departments(pairs: Iterable[Pair]) -> "nx.Graph[str]":
    """Return the network of departments by id; `weight` is the number of tasks that two share.

    `degree` counts the departments that one shares tasks with, `weighted_degree` sums the weights.
    `betweenness` is the share (0 to 1) of the pairs of others within reach whose shortest way leads
    through it; departments are the nearer, the more tasks they share (1 / weight).
    """
    names: dict[str, str] = {}
    places: dict[str, set[str]] = defaultdict(set)
    weights: Counter[Ends] = Counter()
    for pair in pairs:
        ends = (pair.department_id, pair.department), (pair.co_department_id, pair.co_department)
        for one, name in ends:
            # A body is named in full away from home; that name fits everywhere.
            names[one] = max(names.get(one, ""), name, key=lambda name: (len(name), name))
            if pair.locality:
                places[one].add(pair.locality)
        weights[min(ends)[0], max(ends)[0]] += pair.tasks
    where = {one: JOIN.join(sorted(places[one])) for one in names}
    graph = _graph(names, where)
    _join(graph, {ends: {"weight": weight} for ends, weight in weights.items()})
    for one in graph:
        graph.nodes[one]["locality"] = where[one]
    _measure(graph, 0)
    for one, share in zip(graph, _betweenness(graph), strict=True):
        graph.nodes[one]["betweenness"] = round(share, DIGITS)
    return graph


def cities(interests: Iterable[Interest]) -> "nx.Graph[str]":
    """Return the network of places by id; `weight` is how alike two are, above 0 to 1.

    It is the cosine between their concepts. A concept weighs 1 + ln(tasks), so that what a long
    document repeats does not outweigh all else, times ln((places + 1) / places that have it), so
    that what all share counts little. `shared` counts the concepts of both, `shared_concepts` names
    those that make them most alike, `concepts` counts all of a place.
    """
    names: dict[str, str] = {}
    labels: dict[str, str] = {}
    tasks: dict[str, Counter[str]] = defaultdict(Counter)
    for interest in interests:
        names[interest.locality_id] = interest.locality
        labels[interest.concept_id] = interest.concept
        tasks[interest.locality_id][interest.concept_id] += interest.tasks
    having = Counter(concept for found in tasks.values() for concept in found)
    weights = {place: {concept: (1 + log(number)) * log((len(tasks) + 1) / having[concept])
                       for concept, number in sorted(found.items())}
               for place, found in tasks.items()}
    graph = _graph(names, {place: place for place in names})
    likeness = {(one, other): _likeness(weights[one], weights[other], labels)
                for one, other in combinations(graph, 2)}
    _join(graph, {ends: about for ends, about in likeness.items() if about["weight"]})
    for place in graph:
        graph.nodes[place]["concepts"] = len(weights[place])
    _measure(graph, 0.0)
    return graph


def _likeness(one: Mapping[str, float], other: Mapping[str, float],
              labels: Mapping[str, str]) -> dict[str, Cell]:
    """Return the attributes of an edge between places of these weights by concept."""
    parts = {concept: weight * other[concept] for concept, weight in one.items()
             if concept in other}
    lengths = sqrt(sum(weight ** 2 for weight in one.values())
                   * sum(weight ** 2 for weight in other.values()))
    first = sorted(parts, key=lambda concept: (-parts[concept], labels[concept], concept))
    return {"weight": round(sum(parts.values()) / lengths, DIGITS), "shared": len(parts),
            "shared_concepts": JOIN.join(labels[concept] for concept in first[:MOST])}


def _graph(names: Mapping[str, str], apart: Mapping[str, str]) -> "nx.Graph[str]":
    """Return a graph of nodes in the order of their names, labelled.

    `apart` tells what stands behind a name that several bear.
    """
    graph: nx.Graph[str] = nx.Graph()
    bearers = Counter(names.values())
    for one in sorted(names, key=lambda one: (names[one], one)):
        alone = bearers[names[one]] == 1 or not apart[one]
        graph.add_node(one, label=names[one] if alone else f"{names[one]}（{apart[one]}）")
    return graph


def _join(graph: "nx.Graph[str]", edges: Mapping[Ends, dict[str, Cell]]) -> None:
    """Add edges with their attributes, the ends of each and all of them in the order of nodes."""
    place = {one: number for number, one in enumerate(graph)}
    ordered = {tuple(sorted(ends, key=place.__getitem__)): about for ends, about in edges.items()}
    for one, other in sorted(ordered, key=lambda ends: [place[end] for end in ends]):
        graph.add_edges_from([(one, other, ordered[one, other])])


def _measure(graph: "nx.Graph[str]", nothing: float) -> None:
    """Add degrees, and the number of each node's community: 1 is the largest.

    Between communities of one size, the one with the first name comes first. `nothing` is the
    weighted degree of a node without edges.
    """
    groups = [sorted(group) for part in _parts(graph)
              for group in nx.community.greedy_modularity_communities(part, weight="weight")]
    groups.sort(key=lambda group: (-len(group), group))
    community = {node: number for number, group in enumerate(groups, 1) for node in group}
    for number, one in enumerate(graph):
        near = graph[one].values()
        graph.nodes[one].update(
            degree=len(near),
            weighted_degree=round(sum((edge["weight"] for edge in near), nothing), DIGITS),
            community=community[number])


def _betweenness(graph: "nx.Graph[str]") -> list[float]:
    """Return the betweenness of the nodes in their order, where an edge is 1 / weight long.

    Lengths are whole numbers in that proportion: sums of fractions would tell ways apart that are
    equally long.
    """
    shares: dict[int, float] = {}
    for part in _parts(graph):
        weights = nx.get_edge_attributes(part, "weight")
        whole = lcm(*weights.values())
        nx.set_edge_attributes(part, {ends: whole // weight for ends, weight in weights.items()},
                               "length")
        shares |= nx.betweenness_centrality(part, weight="length")
    return [shares[number] for number in range(len(graph))]


def _parts(graph: "nx.Graph[str]") -> "list[nx.Graph[int]]":
    """Return the parts that nothing joins, each measured by itself.

    So a place that shares no body with others has the same measures alone and among them. Numbers
    stand for the nodes: their order decides between equals.
    """
    place = {one: number for number, one in enumerate(graph)}
    joined = list(nx.connected_components(graph))
    part_of = {one: number for number, nodes in enumerate(joined) for one in nodes}
    parts: list[nx.Graph[int]] = [nx.Graph() for _ in joined]
    for one in graph:
        parts[part_of[one]].add_node(place[one])
    for (one, other), weight in nx.get_edge_attributes(graph, "weight").items():
        parts[part_of[one]].add_edge(place[one], place[other], weight=weight)
    return parts
