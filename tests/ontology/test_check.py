"""The check of records: each kind of fault is refused with the thing and its place."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from ontology import Batch, Edge, Node, Ontology, Ref, Value
from ontology.check import check
from ontology.errors import OntologyError, RecordError

SAID: dict[str, Value] = {"document": "doc-1", "start_char": 3, "end_char": 7, "quote": "检查3次"}
PLACE = Node("Locality", "990121", {"name": "北屏县", "level": "county"})
GOAL = Node("Goal", "goal-1", {"title": "建设平安校园", "position": 1, **SAID})
NUMBER = Node("Indicator", "ind-1", {"measure": "检查", "comparator": ">=", "value": 3.0,
                                     "unit": "次", "kind": "target", **SAID})
TASK, UNIT = Ref("Task", "task-1"), Ref("Department", "dept-1")
OWNED = Edge("OWNED_BY", TASK, UNIT, {"role": "lead", "explicit": True, "as_written": "安全科",
                                      **SAID})


def put(record: Node | Edge, **values: Value) -> Node | Edge:
    return replace(record, properties={**record.properties, **values})


def without(record: Node | Edge, name: str) -> Node | Edge:
    return replace(record, properties={key: value for key, value in record.properties.items()
                                       if key != name})


def run(record: Node | Edge, ontology: Ontology) -> None:
    nodes, edges = ([record], []) if isinstance(record, Node) else ([], [record])
    check(nodes, edges, ontology)


def test_good_records_pass(ontology: Ontology, documents: tuple[Batch, ...]) -> None:
    check([PLACE, GOAL, NUMBER], [OWNED], ontology)
    for batch in documents:
        check(batch.nodes, batch.edges, ontology)


@pytest.mark.parametrize("record", [
    put(NUMBER, value=3), put(NUMBER, due=2031), put(NUMBER, unit=""), put(OWNED, explicit=False),
    without(without(GOAL, "number"), "period_start")])
def test_what_is_right_in_its_own_way_passes(record: Node | Edge, ontology: Ontology) -> None:
    run(record, ontology)


@pytest.mark.parametrize(("record", "message"), [
    (put(PLACE, code="990121"),
     "Locality 990121: no property 'code'; there are name, level."),
    (put(OWNED, rôle="lead"),
     "OWNED_BY task-1 → dept-1: no property 'rôle'; there are role, explicit, as_written, "),
    (without(PLACE, "level"), "Locality 990121: property 'level' is missing."),
    (without(GOAL, "quote"), "Goal goal-1: property 'quote' is missing."),
    (without(OWNED, "role"), "OWNED_BY task-1 → dept-1: property 'role' is missing."),
    (without(OWNED, "document"), "OWNED_BY task-1 → dept-1: property 'document' is missing."),
    (put(PLACE, name=7), "Locality 990121, name: 7 is no text."),
    (put(GOAL, position="1"), "Goal goal-1, position: '1' is no integer."),
    (put(GOAL, position=1.0), "Goal goal-1, position: 1.0 is no integer."),
    (put(GOAL, position=True), "Goal goal-1, position: True is no integer."),
    (put(NUMBER, value="3"), "Indicator ind-1, value: '3' is no number."),
    (put(NUMBER, value=True), "Indicator ind-1, value: True is no number."),
    (put(OWNED, explicit=1), "OWNED_BY task-1 → dept-1, explicit: 1 is no boolean."),
    (put(OWNED, explicit="true"), "OWNED_BY task-1 → dept-1, explicit: 'true' is no boolean."),
    (put(PLACE, level="town"),
     "Locality 990121, level: 'town' is none of national, province, prefecture, county, zone."),
    (put(OWNED, role="牵头"),
     "OWNED_BY task-1 → dept-1, role: '牵头' is none of lead, responsible, cooperating."),
    (replace(OWNED, source=UNIT, target=TASK),
     "OWNED_BY dept-1 → task-1: OWNED_BY does not join Department to Task."),
    (replace(OWNED, target=Ref("Locality", "990121")),
     "OWNED_BY task-1 → 990121: OWNED_BY does not join Task to Locality."),
    (Edge("PART_OF", PLACE.ref, UNIT),
     "PART_OF 990121 → dept-1: PART_OF does not join Locality to Department."),
])
def test_a_record_that_does_not_fit_is_refused(record: Node | Edge, message: str,
                                               ontology: Ontology) -> None:
    with pytest.raises(RecordError, match=re.escape(message)):
        run(record, ontology)


def test_an_absent_value_is_left_out_and_never_none(ontology: Ontology) -> None:
    empty = replace(GOAL, properties={**GOAL.properties, "number": None})  # type: ignore[dict-item]
    with pytest.raises(RecordError, match="Goal goal-1, number: None is no text"):
        run(empty, ontology)


@pytest.mark.parametrize(("record", "message"), [
    (replace(GOAL, type="Gaol"), "no node type 'Gaol'; there are Concept, Department, "),
    (replace(OWNED, type="OWNS"), "no relation type 'OWNS'; there are ABOUT, ANSWERS_FOR, "),
])
def test_an_unknown_type_is_refused_with_those_there_are(
        record: Node | Edge, message: str, ontology: Ontology) -> None:
    with pytest.raises(OntologyError, match=message):
        run(record, ontology)


@pytest.mark.parametrize(("record", "place"), [
    (replace(GOAL, type="Gaol"), "goal-1"), (replace(OWNED, type="OWNS"), "task-1 → dept-1")])
def test_an_unknown_type_is_refused_with_its_record(record: Node | Edge, place: str,
                                                    ontology: Ontology) -> None:
    with pytest.raises(RecordError, match=place):
        run(record, ontology)


@pytest.mark.parametrize("turn", [list, lambda records: list(reversed(records))])
def test_the_first_record_that_does_not_fit_is_named(
        turn: Callable[[list[Node]], list[Node]], ontology: Ontology) -> None:
    faults = turn([Node("Policy", "policy-1"), Node("Policy", "policy-2")])
    with pytest.raises(RecordError, match=faults[0].id):
        check([PLACE, *faults], [OWNED], ontology)
