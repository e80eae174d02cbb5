"""Batches as bytes."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import serial
from ontology import Batch, Edge, Node, Ref

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
VALUES = st.dictionaries(NAMES, st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])), st.integers(), st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False)), max_size=4)
REFS = st.builds(Ref, NAMES, NAMES)


@given(st.builds(Batch, NAMES, st.lists(st.builds(Node, NAMES, NAMES, VALUES)).map(tuple),
                 st.lists(st.builds(Edge, NAMES, REFS, REFS, VALUES)).map(tuple)))
def test_a_batch_comes_back_with_its_types(batch: Batch) -> None:
    data = serial.write(batch)
    again = serial.read(serial.unpack(serial.pack(data)))
    assert serial.write(again) == data
    assert sorted(map(repr, again.nodes)) == sorted(map(repr, map(_sorted, batch.nodes)))
    assert len(again.edges) == len(batch.edges)


def _sorted(node: Node) -> Node:
    return Node(node.type, node.id, dict(sorted(node.properties.items())))


def test_a_whole_float_stays_a_float() -> None:
    batch = Batch("doc:d", (Node("Indicator", "i", {"value": 35.0, "due": 2031, "x": True}),), ())
    values = serial.read(serial.write(batch)).nodes[0].properties
    assert {name: type(value) for name, value in values.items()} == {
        "value": float, "due": int, "x": bool}


def test_the_order_of_records_does_not_matter(documents: tuple[Batch, ...]) -> None:
    plan = documents[0]
    nodes, edges = list(plan.nodes), list(plan.edges)
    random.Random(7).shuffle(nodes)
    random.Random(8).shuffle(edges)
    mixed = Batch(plan.source, tuple(nodes), tuple(edges))
    assert mixed != plan
    assert serial.digest(serial.write(mixed)) == serial.digest(serial.write(plan))


def test_any_other_record_gives_another_digest(documents: tuple[Batch, ...]) -> None:
    plan = documents[0]
    less = Batch(plan.source, plan.nodes, plan.edges[1:])
    assert serial.digest(serial.write(less)) != serial.digest(serial.write(plan))


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        serial.write(Batch("doc:d", (Node("Indicator", "i", {"value": float("nan")}),), ()))
