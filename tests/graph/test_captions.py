"""Captions for drawings: short, Chinese, broken where Neo4j Browser can break them."""

import pytest

from graph.captions import CAPTION, CIRCLE, captioned, lines, of_edge, of_node, with_captions
from graph.parts import split
from graph.writer import Writer
from ontology import Batch, Edge, Node, Ontology, Ref
from ontology.errors import RecordError


def caption(ontology: Ontology, kind: str, **properties: object) -> str:
    node = Node(kind, "x", properties)      # type: ignore[arg-type]
    return of_node(node, ontology.nodes[kind])


def label(ontology: Ontology, kind: str, **properties: object) -> str:
    relation = ontology.relations[kind]
    source, target = relation.pairs[0]
    edge = Edge(kind, Ref(source, "a"), Ref(target, "b"), properties)   # type: ignore[arg-type]
    return of_edge(edge, relation)


def test_every_type_has_a_circle(ontology: Ontology) -> None:
    assert CIRCLE.keys() == ontology.nodes.keys()


@pytest.mark.parametrize(("title", "shown"), [
    ("校园安全", "校园安全"),
    ("压紧压实校园安全责任", "压紧压实校 园安全责任"),
    ("筑牢安全屏障，营造和谐育人环境", "筑牢安全屏障， 营造和谐 育人环境"),
    ("深化“双减”改革", "深化“双减”改革"),
    ("落实2023—2025年行动方案", "落实2023— 2025年行动 方案"),
])
def test_a_title_is_broken_into_lines_of_one_length(ontology: Ontology, title: str,
                                                    shown: str) -> None:
    assert caption(ontology, "Task", title=title) == shown


def test_nothing_but_our_breaks_is_a_space(ontology: Ontology) -> None:
    assert " " not in caption(ontology, "Task", title="建 STEM 课")


@pytest.mark.parametrize("length", range(1, 60))
def test_lines_hold_the_text_or_end_in_a_mark(length: int) -> None:
    text = "".join(chr(0x4E00 + place) for place in range(length))
    for circle in CIRCLE.values():
        shown = "".join(lines([text], circle))
        assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]))
        assert shown == text or length > 9


@pytest.mark.parametrize("text", ["https://example.org/a/very/long/address", "（" * 30,
                                  "a b c d e f g h", "，，，，", "🚸🚸🚸"])
def test_odd_texts_have_captions_too(ontology: Ontology, text: str) -> None:
    assert caption(ontology, "Task", title=text)


def test_a_department_is_told_from_others_of_its_name(ontology: Ontology) -> None:
    assert caption(ontology, "Department", name="安全科", full_name="北屏县教育局安全科") == \
        "安全科 北屏县教育局"
    assert caption(ontology, "Department", name="教育局", full_name="北屏县教育局") == \
        "教育局 北屏县"


def test_a_function_is_told_from_a_topic(ontology: Ontology) -> None:
    assert caption(ontology, "Concept", name="教育督导", scheme="topic") == "教育督导"
    assert caption(ontology, "Concept", name="教育督导", scheme="function") == "教育督导 （职能）"


@pytest.mark.parametrize(("values", "shown"), [
    ({"comparator": ">=", "value": 95.0, "unit": "%"}, "不少于95%"),
    ({"comparator": "=", "value": 99.5, "unit": "%"}, "99.5%"),
    ({"comparator": "range", "value": 10.0, "upper": 12.0, "unit": "所"}, "10—12所"),
    ({"comparator": "increase", "value": 15000.0, "unit": "个"}, "增加1.5万个"),
    ({"comparator": "=", "value": 1_500_000_000.0, "unit": "元"}, "15亿元"),
    ({"comparator": "=", "value": 12345.0, "unit": ""}, "12345"),
])
def test_an_indicator_shows_its_number_first(ontology: Ontology, values: dict[str, object],
                                             shown: str) -> None:
    assert caption(ontology, "Indicator", measure="覆盖率", **values) == f"{shown} 覆盖率"


def test_an_edge_shows_its_value_in_chinese_or_its_type(ontology: Ontology) -> None:
    assert label(ontology, "OWNED_BY", role="lead") == "牵头"
    assert label(ontology, "FOLLOWS", sequence="next_plan") == "下一期计划"
    assert label(ontology, "REPORTS_ON", met=True) == "报告完成：是"
    assert label(ontology, "REPORTS_ON") == "报告完成"
    assert label(ontology, "STATED_IN") == "出自"


def test_records_with_captions_fit_an_ontology_with_captions(
        ontology: Ontology, documents: tuple[Batch, ...]) -> None:
    for batch in documents:
        shown = captioned(batch, ontology)
        split(shown.source, shown.nodes, shown.edges, with_captions(ontology))
        assert all(node.properties[CAPTION] for node in shown.nodes)
        assert {edge.properties.get(CAPTION) for edge in shown.edges if edge.type == "OWNED_BY"} \
            <= {"牵头", "配合", "责任"}


def test_records_that_do_not_fit_are_left_to_the_check(ontology: Ontology) -> None:
    odd = (Node("Recipe", "soup"), Node("Indicator", "ind-x", {"value": "many"}))
    for node in odd:
        shown = captioned(Batch("doc:doc-a", (node,), ()), ontology)
        with pytest.raises(RecordError):
            split(shown.source, shown.nodes, shown.edges, with_captions(ontology))


def test_plans_are_written_before_what_they_share(ontology: Ontology,
                                                  documents: tuple[Batch, ...]) -> None:
    said: list[str] = []
    Writer(lambda text, _: said.append(text) or [], ontology).load(documents)  # type: ignore[func-returns-value]
    created = [text.split("CREATE (n:")[1].split(" ")[0] for text in said if "CREATE (n:" in text]
    assert created[:4] == ["Document", "Goal", "Task", "Indicator"]
    assert set(created[4:]) == {"Concept", "Department", "Locality", "Policy"}
