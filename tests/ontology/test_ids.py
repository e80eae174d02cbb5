"""Ids: the same on every machine, so the values are written out here."""

import re

from hypothesis import given
from hypothesis import strategies as st

from ontology import Edge, Ref
from ontology.ids import LENGTH, digest, edge_key, make

PART = st.text(st.characters(exclude_characters="\x1f", exclude_categories=["Cs"]), max_size=4)
PARTS = st.lists(PART, min_size=1, max_size=4)


def test_digests_are_these() -> None:
    assert digest("ab", "c") == "9617c506357d3d46"
    assert digest(2031, "校园安全") == "69f71c99a815022f"
    assert digest("") == "e3b0c44298fc1c14"
    assert digest("OWNED_BY", "task-1", "dept-1", "lead") == "4ef1eba9eeaf1a9d"


def test_ids_begin_with_their_prefix() -> None:
    assert make("task", "doc-1", "开展校园安全检查", 0) == "task-f1e0eef32af755c9"
    assert make("goal", "doc-1", "开展校园安全检查", 0) == "goal-f1e0eef32af755c9"


def test_borders_order_and_number_of_parts_count() -> None:
    ways = [("ab", "c"), ("a", "bc"), ("abc",), ("c", "ab"), ("ab", "c", ""), ("", "ab", "c")]
    assert len({digest(*parts) for parts in ways}) == len(ways)


@given(PARTS, PARTS)
def test_other_parts_give_another_digest(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)
    assert re.fullmatch(f"[0-9a-f]{{{LENGTH}}}", digest(*one))


def test_numbers_are_their_digits_and_nothing_is_an_empty_part() -> None:
    assert digest(2031, 0) == digest("2031", "0")
    assert digest("a", None, "b") == digest("a", "", "b") != digest("a", "b")


def test_an_edge_is_its_type_its_ends_and_its_key() -> None:
    task, unit = Ref("Task", "task-1"), Ref("Department", "dept-1")
    lead = Edge("OWNED_BY", task, unit, {"role": "lead", "quote": "安全科牵头"})
    assert edge_key(lead, "role") == ("OWNED_BY", "task-1", "dept-1", "lead")
    assert edge_key(lead, None) == ("OWNED_BY", "task-1", "dept-1", "")
    again = Edge("OWNED_BY", task, unit, {"role": "lead", "quote": "由安全科牵头"})
    assert edge_key(again, "role") == edge_key(lead, "role")
    helping = Edge("OWNED_BY", task, unit, {"role": "cooperating"})
    assert edge_key(helping, "role") != edge_key(lead, "role")
    assert edge_key(Edge("OWNED_BY", task, unit), "role") == ("OWNED_BY", "task-1", "dept-1", "")
