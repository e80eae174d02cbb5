"""How texts become values of their kinds."""

import pytest

from ontology import Ref
from queries.errors import InvalidValueError
from queries.parameters import Parameter, absent, parse, refer


@pytest.mark.parametrize(("kind", "text", "value"), [
    ("integer", " 12 ", 12), ("integer", "-3", -3),
    ("boolean", "true", True), ("boolean", "No", False), ("boolean", "是", True),
    ("text", " 安全 ", "安全"),
    ("role", "lead", "lead"), ("role", "牵头", "lead"), ("role", "责任", "responsible"),
    ("role", "负责", "responsible"), ("role", "配合", "cooperating"),
    ("role", "协助", "cooperating"), ("role", "Lead", "lead"),
    ("indicator_kind", "目标", "target"), ("indicator_kind", "actual", "actual"),
    ("id", "task-1", "task-1"), ("document", "doc-1", "doc-1"), ("task", "task-1", "task-1"),
])
def test_a_text_says_a_value(kind: str, text: str, value: str | int | bool) -> None:
    parsed = parse(Parameter("given", kind), text)
    assert (parsed, type(parsed)) == (value, type(value))


@pytest.mark.parametrize(("kind", "text", "message"), [
    ("integer", "3.5", "given='3.5' is not a whole number."),
    ("integer", "三", "given='三' is not a whole number."),
    ("integer", "9" * 40, f"given='{'9' * 40}' is not a whole number."),
    ("boolean", "maybe", "given='maybe' is not true or false."),
    ("role", "科长", ("given='科长' is not one of lead, 牵头, responsible, 责任, cooperating, "
                   "配合, 负责, 协助, 参与.")),
    ("id", "a b", "given='a b' is not the id of a node."),
    ("id", "<x>", "given='<x>' is not the id of a node."),
])
def test_a_text_that_is_none_of_the_kind_is_refused(kind: str, text: str, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse(Parameter("given", kind), text)
    assert str(caught.value) == message


def test_a_department_may_be_several_and_all_else_is_one() -> None:
    assert refer("department", ("a", "b")) == [Ref("Department", "a"), Ref("Department", "b")]
    assert refer("concept", ("a",)) == Ref("Concept", "a")
    assert refer("id", ("a",)) == Ref("", "a")


def test_an_absent_value_has_the_form_of_a_given_one() -> None:
    assert absent(Parameter("given", "department", optional=True)) == [""]
    assert absent(Parameter("given", "locality", optional=True)) == ""
