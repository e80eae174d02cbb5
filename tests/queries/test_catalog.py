"""What a query file may hold, and how each fault in one is named."""

from collections.abc import Callable
from copy import deepcopy
from importlib.resources import files
from typing import Any

import pytest

from graph import Language, Store
from queries import catalog
from queries.catalog import find, link, load
from queries.errors import CatalogError, UnknownQueryError
from queries.query import placeholders

Raw = dict[str, Any]
GOOD: Raw = {
    "summary": {"zh": "某部门的任务", "en": "Tasks of a department"},
    "params": {"concept": {"kind": "concept", "default": "安全"},
               "role": {"kind": "role", "optional": True},
               "most": {"kind": "integer"}},
    "columns": {"task": "text", "tasks": "integer"},
    "order": ["tasks desc", "task"],
    "forms": {"zh": ["{concept}任务"], "en": ["{concept} tasks"]},
    "example": {"most": 3},
    "cypher": "MATCH (c {id: $concept}) WHERE $role = '' RETURN c.name AS task LIMIT $most",
    "sparql": "SELECT ?task { ?task edu:about $concept FILTER($role = '') } LIMIT $most",
    "left_out": {"cypher": "RETURN 1 AS n", "sparql": "SELECT (1 AS ?n) { FILTER($role = '') }"},
}


def test_a_good_file_becomes_a_question() -> None:
    question = link({"tasks": GOOD}, {})["tasks"]
    assert question.name == "tasks"
    assert question.order == (("tasks", True), ("task", False))
    assert question.params["concept"].default == "安全"
    assert question.params["role"].optional
    assert question.example == {"most": "3"}
    assert question.forms["en"] == ("{concept} tasks",)
    assert question.left_out[Language.CYPHER] == "RETURN 1 AS n"


def put(*path: str, value: Any) -> Callable[[Raw], None]:
    """Return a change that sets a value deep in a file."""
    def change(raw: Raw) -> None:
        for key in path[:-1]:
            raw = raw[key]
        raw[path[-1]] = value

    return change


def drop(*path: str) -> Callable[[Raw], None]:
    """Return a change that removes a key deep in a file."""
    def change(raw: Raw) -> None:
        for key in path[:-1]:
            raw = raw[key]
        del raw[path[-1]]

    return change


FAULTS = [
    (drop("summary"), "tasks.yaml: 'summary' is missing"),
    (put("sumary", value={}), "tasks.yaml: 'sumary' is none of"),
    (drop("summary", "en"), "tasks.yaml, summary: 'en' is missing"),
    (put("summary", "fr", value="?"), "tasks.yaml, summary: 'fr' is none of zh, en"),
    (put("summary", "zh", value=""), "tasks.yaml, summary: zh is empty, or no str"),
    (put("summary", value="text"), "tasks.yaml: 'summary' is no mapping"),
    (put("columns", value=["task"]), "tasks.yaml: 'columns' is no mapping"),
    (put("params", "role", value="role"), "tasks.yaml, role: expected a mapping with kind"),
    (put("order", value="task"), "tasks.yaml: 'order' is no list"),
    (put("sparql", value=None), "tasks.yaml: 'sparql' is no text"),
    (put("forms", "zh", value="{concept}任务"), "tasks.yaml, forms: zh is empty, or no list"),
    (put("forms", "zh", value=["{concept任务"]), "tasks.yaml, forms: '{concept任务': expected '}'"),
    (drop("forms", "zh"), "tasks.yaml, forms: 'zh' is missing"),
    (put("forms", "en", value=[]), "tasks.yaml, forms: en is empty, or no list"),
    (put("forms", "en", value=["{place} tasks"]), "tasks.yaml, forms: {place} of '{place} tasks'"),
    (put("params", "role", "kind", value="colour"), "tasks.yaml, role: kind 'colour' is none of"),
    (put("params", "role", "kinds", value="role"), "tasks.yaml, role: 'kinds' is none of"),
    (put("params", "Role", value={"kind": "role"}), "tasks.yaml, Role: a name is made of"),
    (put("params", "role", "default", value="lead"),
     "tasks.yaml, role: a parameter with a default"),
    (put("params", "most", value={"kind": "integer", "optional": True}),
     "tasks.yaml, most: a parameter with a default, a number"),
    (put("params", "most", "default", value="many"),
     "tasks.yaml, most: most='many' is not a whole"),
    (put("params", "place", value={"kind": "locality", "optional": True}),
     "tasks.yaml, cypher: parameter $place is never used"),
    (put("cypher", value="MATCH (c {id: $concept}) WHERE $role = '$most' RETURN c.name AS task"),
     "tasks.yaml, cypher: parameter $most is never used"),
    (put("sparql", value="SELECT ?task { ?task edu:about $concept } # $role $most"),
     "tasks.yaml, sparql: parameter $most is never used"),
    (put("cypher", value="RETURN $concept, $role, $most, $more"), "cypher: $more is not declared"),
    (put("left_out", "sparql", value="SELECT $more {}"), "sparql: $more is not declared"),
    (drop("left_out", "sparql"), "tasks.yaml, left_out: 'sparql' is missing"),
    (put("columns", "tasks", value="count"), "tasks.yaml, tasks: kind 'count' is none of"),
    (put("order", value=["goal"]), "tasks.yaml, order: no column 'goal'; there are task, tasks"),
    (put("order", value=["task down"]), "tasks.yaml, order: 'down' after 'task' is not desc"),
    (put("example", value={}), "tasks.yaml, example: 'most' is missing"),
    (put("example", "place", value="江阴"), "tasks.yaml, example: there is no parameter 'place'"),
    (put("example", "most", value="many"), "tasks.yaml, example: most='many' is not a whole"),
    (put("example", "role", value="boss"), "tasks.yaml, example: role='boss' is not one of lead"),
]


@pytest.mark.parametrize(("change", "message"), FAULTS, ids=[message for _, message in FAULTS])
def test_a_fault_is_named_with_its_file(change: Callable[[Raw], None], message: str) -> None:
    raw = deepcopy(GOOD)
    change(raw)
    with pytest.raises(CatalogError) as caught:
        link({"tasks": raw}, {})
    assert message in str(caught.value)


def test_a_name_that_no_command_could_bear_is_refused() -> None:
    with pytest.raises(CatalogError, match=r"co-owners\.yaml: a name is made of"):
        link({"co-owners": GOOD}, {})


def test_one_form_cannot_ask_two_questions() -> None:
    with pytest.raises(CatalogError, match=r"stands in tasks\.yaml too"):
        link({"tasks": GOOD, "works": deepcopy(GOOD)}, {})


def test_the_text_for_one_backend_goes_before_the_shared_one(
        cypher_store: Store, sparql_store: Store) -> None:
    own = "MATCH (c {id: $concept}) WHERE $role = '' RETURN c.name AS task SKIP 0 LIMIT $most"
    question = link({"tasks": GOOD}, {"ladybug": {"tasks": {"cypher": own}}})["tasks"]
    assert question.text(cypher_store) == own
    assert question.text(sparql_store) == GOOD["sparql"]
    other = link({"tasks": GOOD}, {"neo4j": {"tasks": {"cypher": own}}})["tasks"]
    assert other.text(cypher_store) == GOOD["cypher"]


@pytest.mark.parametrize(("raw", "message"), [
    ({"cypher": "RETURN $concept"}, r"neo4j: parameter \$most is never used"),
    ({"cypher": GOOD["cypher"], "order": []}, r"neo4j/tasks\.yaml: 'order' is none of cypher"),
    ({}, r"neo4j/tasks\.yaml: 'cypher' is missing"),
])
def test_the_text_for_one_backend_keeps_the_rules(raw: Raw, message: str) -> None:
    with pytest.raises(CatalogError, match=message):
        link({"tasks": GOOD}, {"neo4j": {"tasks": raw}})


def test_the_text_for_one_backend_needs_a_question_to_stand_for() -> None:
    with pytest.raises(CatalogError, match=r"neo4j/works\.yaml: there is no works\.yaml"):
        link({"tasks": GOOD}, {"neo4j": {"works": {"cypher": ""}}})


def test_a_file_that_is_no_yaml_is_named(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "named").mkdir()
    (tmp_path / "named" / "broken.yaml").write_text("summary: [", "utf-8")
    monkeypatch.setattr(catalog, "files", lambda _: tmp_path)
    with pytest.raises(CatalogError, match=r"broken\.yaml: not YAML"):
        load.__wrapped__()


def test_every_file_of_the_folder_is_loaded_once() -> None:
    named = files("queries") / "named"
    assert list(load()) == sorted(entry.name[:-5] for entry in named.iterdir()
                                  if entry.name.endswith(".yaml"))
    assert load() is load()


def test_every_question_has_forms_enough() -> None:
    for question in load().values():
        assert len(question.forms["zh"]) >= 2
        assert question.forms["en"]


def test_answers_about_tasks_say_where_it_is_written() -> None:
    for question in load().values():
        if "task" in question.columns:
            assert {"task_id", "document", "quote"} <= question.columns.keys()


def test_a_question_about_a_department_can_be_narrowed_to_a_place() -> None:
    for question in load().values():
        if "department" in {parameter.kind for parameter in question.params.values()}:
            assert question.params["locality"].optional


def test_an_unknown_question_offers_names_like_it() -> None:
    with pytest.raises(UnknownQueryError, match="try co_owners") as caught:
        find("coowners")
    assert caught.value.nearest[0] == "co_owners"


@pytest.mark.parametrize(("text", "language", "names"), [
    ("RETURN $a, '$b', \"$c\", `$d` // $e", Language.CYPHER, {"a"}),
    ("RETURN 'it\\'s $b' + $a /* $c\n$d */", Language.CYPHER, {"a"}),
    ("SELECT ?x { ?x <http://e/$b> $a ; edu:c '$c' } # $d", Language.SPARQL, {"a"}),
    ("SELECT ?x { FILTER(?x < $a && ?x > $b) }", Language.SPARQL, {"a", "b"}),
])
def test_parameters_are_found_outside_strings_and_comments(text: str, language: Language,
                                                           names: set[str]) -> None:
    assert placeholders(text, language) == names
