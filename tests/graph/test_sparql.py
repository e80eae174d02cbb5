"""Parameters in SPARQL texts, and terms on their way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store

from graph.errors import QueryError
from graph.sparql import Term, bind, read
from graph.store import Param
from ontology import Ref
from ontology.rdf import namespace

NS = namespace("https://x.example/")
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(("value", "written"), [
    ("校园", '"校园"'),
    ('say "hi"\n\\', '"say \\"hi\\"\\n\\\\"'),
    (5, "5"),
    (True, "true"),
    (2.5, f'"2.5"^^<{XSD}double>'),
    (Ref("Concept", "food-safety"), "<https://x.example/id/food-safety>"),
    (Ref("Locality", "320400-高新区"), "<https://x.example/id/320400-高新区>"),
    (["a", "b"], '"a" "b"'),
    ([Ref("Concept", "a"), Ref("Concept", "b")], "<https://x.example/id/a> <https://x.example/id/b>"),
    ([], ""),
])
def test_a_parameter_becomes_its_term(value: Param, written: str) -> None:
    assert bind("{ $x }", {"x": value}, NS) == f"{{ {written} }}"


@pytest.mark.parametrize("text", [
    '"$x"', "'$x'", '"""a "$x" b"""', "'''it's $x'''", r'"a \" $x"', "<http://a/$x>",
    "# $x to the end", r"id:a\$x",
])
def test_what_only_looks_like_a_parameter_stays(text: str) -> None:
    assert bind(text, {"x": 1}, NS) == text


@pytest.mark.parametrize(("text", "bound"), [
    ("FILTER(?a < $x && ?b > $x)", "FILTER(?a < 7 && ?b > 7)"),
    ("'a' $x # $x\n$x", "'a' 7 # $x\n7"),
    ("<http://a/#b> $x", "<http://a/#b> 7"),
    ('"unclosed $x', '"unclosed 7'),
    ("?x $x $xy", "?x 7 8"),
])
def test_parameters_are_found_beside_strings_iris_and_comments(text: str, bound: str) -> None:
    assert bind(text, {"x": 7, "xy": 8}, NS) == bound


def test_a_parameter_that_is_not_given_is_named() -> None:
    with pytest.raises(QueryError, match=r"asks for \$rolle; given are \$role, \$place\."):
        bind("FILTER(?r = $rolle)", {"role": "lead", "place": ""}, NS)


def test_an_id_cannot_break_out_of_its_iri() -> None:
    with pytest.raises(QueryError, match="is no id of a node"):
        bind("{ $x ?p ?o }", {"x": Ref("Task", "a> ?p ?o . <http://b")}, NS)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_went(text: str) -> None:
    answer = Store().query(bind("SELECT ($x AS ?y) { FILTER($x = $x) }", {"x": text}, NS))
    assert isinstance(answer, QuerySolutions)
    assert [read(row["y"], NS) for row in answer] == [text]


@pytest.mark.parametrize(("term", "cell"), [
    (None, None),
    (NamedNode("https://x.example/id/task-1"), "task-1"),
    (NamedNode("http://www.w3.org/ns/org#Organization"), "http://www.w3.org/ns/org#Organization"),
    (Literal("安全", language="zh"), "安全"),
    (Literal("35", datatype=NamedNode(f"{XSD}integer")), 35),
    (Literal("35", datatype=NamedNode(f"{XSD}nonNegativeInteger")), 35),
    (Literal("35.50", datatype=NamedNode(f"{XSD}decimal")), 35.5),
    (Literal("1e3", datatype=NamedNode(f"{XSD}double")), 1000.0),
    (Literal("many", datatype=NamedNode(f"{XSD}integer")), "many"),
    (Literal("1", datatype=NamedNode(f"{XSD}boolean")), True),
    (Literal("false", datatype=NamedNode(f"{XSD}boolean")), False),
    (Literal("2031-01-01", datatype=NamedNode(f"{XSD}date")), "2031-01-01"),
    (BlankNode("b"), "_:b"),
])
def test_a_term_becomes_a_scalar(term: Term | None, cell: object) -> None:
    found = read(term, NS)
    assert found == cell
    assert type(found) is type(cell)
