"""Records: plain values that cross borders and do not change on the way."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields

import pytest

from ontology import Batch, Edge, Node, Ref, Span

TASK, UNIT = Ref("Task", "task-1"), Ref("Department", "dept-1")
RECORDS = [TASK, Node("Task", "task-1", {"position": 1}), Edge("OWNED_BY", TASK, UNIT),
           Span(3, 5, "检查"), Batch("doc:doc-1", (), ())]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_does_not_change(record: Ref) -> None:
    for one in fields(record):
        with pytest.raises(FrozenInstanceError):
            setattr(record, one.name, "other")
    assert not hasattr(record, "__dict__")


def test_a_node_has_a_name() -> None:
    assert Node("Task", "task-1", {"position": 1}).ref == TASK
    assert {TASK: 1}[Ref("Task", "task-1")] == 1
    assert Ref("Goal", "task-1") != TASK


@pytest.mark.parametrize("make", [
    lambda: Node("Task", "task-1"), lambda: Edge("OWNED_BY", TASK, UNIT)])
def test_records_do_not_share_their_absent_properties(make: Callable[[], Node | Edge]) -> None:
    assert make() == make()
    assert make().properties == {}
    assert make().properties is not make().properties
