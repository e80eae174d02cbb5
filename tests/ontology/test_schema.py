"""The schema: its files load, faults in them are named, and the data itself is sound."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from copy import deepcopy
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import pytest
import yaml

from ontology import NodeType, Property, RelationType, load
from ontology.errors import SchemaError
from ontology.loader import EVIDENCE, camel, link
from ontology.rdf import Namespace

ONTOLOGY = load()
ROOT = files("ontology") / "schema"

# The reserved words of openCypher's grammar, then those that Neo4j's manual lists beside them.
CYPHER = """
    ADD ALL AND AS ASC ASCENDING BY CASE CONSTRAINT CONTAINS CREATE DELETE DESC DESCENDING DETACH
    DISTINCT DO DROP ELSE END ENDS EXISTS FALSE FOR IN IS LIMIT MANDATORY MATCH MERGE NOT NULL OF
    ON OPTIONAL OR ORDER REMOVE REQUIRE RETURN SCALAR SET SKIP STARTS THEN TRUE UNION UNIQUE UNWIND
    WHEN WHERE WITH XOR

    ASSERT CALL COMMIT CSV FOREACH INDEX JOIN KEY LOAD NODE PERIODIC SCAN START USING YIELD
"""

# The keywords of SPARQL 1.1 Query and Update, then the names of its functions and aggregates.
SPARQL = """
    A ADD ALL AS ASC ASK BASE BIND BY CLEAR CONSTRUCT COPY CREATE DATA DEFAULT DELETE DESC DESCRIBE
    DISTINCT DROP EXISTS FALSE FILTER FROM GRAPH GROUP HAVING IN INSERT INTO LIMIT LOAD MINUS MOVE
    NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED SELECT SEPARATOR SERVICE SILENT TO TRUE UNDEF
    UNION USING VALUES WHERE WITH

    ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI FLOOR
    GROUP_CONCAT HOURS IF IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE MAX MD5
    MIN MINUTES MONTH NOW RAND REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SHA1 SHA256 SHA384 SHA512
    STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TZ
    UCASE URI UUID YEAR
"""

# sha256 is a function in SPARQL, where properties stand behind a prefix and variables behind ?.
HARMLESS = {"sha256"}

# Department.kind and Indicator.kind share their name and no value: which one is meant shows.
SEVERAL_KINDS = {"kind": {"unit_kind", "indicator_kind"}}


def contents(folder: str) -> dict[str, Any]:
    return {entry.name.removesuffix(".yaml"): read(entry) for entry in (ROOT / folder).iterdir()}


def read(entry: Traversable) -> Any:
    return yaml.safe_load(entry.read_text("utf-8"))


TYPES: list[NodeType | RelationType] = [*ONTOLOGY.nodes.values(), *ONTOLOGY.relations.values()]
PROPERTIES: list[Property] = [prop for kind in TYPES for prop in kind.properties.values()]


def several(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the names that stand with more than one thing."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, thing in pairs:
        found[name].add(thing)
    return {name: things for name, things in found.items() if len(things) > 1}


def reserved(names: Iterable[str]) -> set[str]:
    words = {*CYPHER.split(), *SPARQL.split()}
    return {name for name in names if name.upper() in words}


# --- loading

def test_every_file_becomes_a_type_with_the_properties_it_declares() -> None:
    declared = contents("nodes") | contents("relations")
    assert list(ONTOLOGY.nodes) == sorted(contents("nodes"))
    assert list(ONTOLOGY.relations) == sorted(contents("relations"))
    assert ONTOLOGY.kinds.keys() == read(ROOT / "kinds.yaml").keys()
    for kind in TYPES:
        raw = declared[kind.name]
        expected = {**(raw.get("properties") or {}), **(EVIDENCE if raw.get("evidence") else {})}
        assert kind.properties.keys() == expected.keys(), kind.name
        assert kind.comment == raw["comment"]
        for name, given in expected.items():
            assert kind.properties[name].kind.name == given["kind"]
            assert kind.properties[name].required == given.get("required", False)


def test_what_the_contract_names_is_there() -> None:
    shared = {name for name, kind in ONTOLOGY.nodes.items() if kind.shared}
    assert shared >= {"Concept", "Department", "Locality", "Policy"}
    assert ONTOLOGY.nodes.keys() - shared >= {"Document", "Goal", "Task", "Indicator"}
    assert {kind.name for kind in TYPES if kind.evidence} >= {
        "Goal", "Task", "Indicator", "OWNED_BY", "ABOUT", "CITES"}
    assert list(ONTOLOGY.kinds["role"].values) == ["lead", "responsible", "cooperating"]
    assert ONTOLOGY.relations["OWNED_BY"].key == "role"


def test_a_type_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(SchemaError, match=r"'Taks'; there are Concept, .*, Task\."):
        ONTOLOGY.node("Taks")
    with pytest.raises(SchemaError, match=r"'OWNS'; there are ABOUT, .*, STATED_IN\."):
        ONTOLOGY.relation("OWNS")


def test_defaults_of_a_type() -> None:
    ontology = link(KINDS, NODES, RELATIONS)
    measure, has = ontology.nodes["Measure"], ontology.relations["HAS_MEASURE"]
    assert (measure.class_, measure.prefix, measure.shared, measure.evidence) == (
        "edu:Measure", "", False, False)
    assert (has.predicate, has.key, has.statement) == ("edu:hasMeasure", None, None)
    assert (has.min_out, has.max_out, has.max_in) == (0, None, None)
    assert measure.properties["end_char"] == Property(
        "end_char", ontology.kinds["whole"], required=False, predicate="edu:endChar")


def test_ends_are_all_pairs_or_those_listed() -> None:
    assert ONTOLOGY.relations["CITES"].pairs == (("Task", "Policy"), ("Document", "Policy"))
    part_of = ONTOLOGY.relations["PART_OF"]
    assert part_of.pairs == (("Locality", "Locality"), ("Department", "Department"))
    assert part_of.sources == part_of.targets == ("Locality", "Department")


@pytest.mark.parametrize(("name", "expected"), [
    ("OWNED_BY", "ownedBy"), ("start_char", "startChar"), ("title", "title"), ("ABOUT", "about")])
def test_names_of_terms(name: str, expected: str) -> None:
    assert camel(name) == expected


# --- two passes: files first, then the names in them

KINDS: dict[str, Any] = {"words": {"base": "text"}, "whole": {"base": "integer"}}
NODES: dict[str, Any] = {
    "Measure": {"label": {"zh": "举措", "en": "Measure"}, "comment": "A measure.",
                "caption": "words", "properties": {"words": {"kind": "words"},
                                                   "end_char": {"kind": "whole"}}},
    "Plan": {"label": {"zh": "计划", "en": "Plan"}, "comment": "A plan.", "caption": "words",
             "properties": {"words": {"kind": "words", "required": True}}}}
RELATIONS: dict[str, Any] = {
    "HAS_MEASURE": {"label": {"zh": "包含", "en": "has"}, "comment": "It has it.",
                    "from": ["Plan"], "to": ["Measure"],
                    "properties": {"since": {"kind": "whole"}}}}


def test_files_may_refer_to_later_ones() -> None:
    earlier = {"AAA": {**RELATIONS["HAS_MEASURE"], "from": ["Zeta"], "to": ["Measure"]}}
    later = {**NODES, "Zeta": NODES["Plan"]}
    assert link(KINDS, later, earlier).relations["AAA"].pairs == (("Zeta", "Measure"),)


def test_the_order_of_files_does_not_matter() -> None:
    def turned(content: dict[str, Any]) -> dict[str, Any]:
        return dict(reversed(content.items()))

    kinds, nodes, relations = read(ROOT / "kinds.yaml"), contents("nodes"), contents("relations")
    assert link(kinds, nodes, relations) == ONTOLOGY
    assert link(turned(kinds), turned(nodes), turned(relations)) == ONTOLOGY


def faulty(where: str, value: Any) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return the three parts of a small schema with another value at a place; None removes."""
    parts = deepcopy((KINDS, NODES, RELATIONS))
    part: Any = dict(zip(("kinds", "nodes", "relations"), parts, strict=True))
    *path, last = where.split("/")
    for step in path:
        part = part.setdefault(step, {})
    if value is None:
        del part[last]
    else:
        part[last] = value
    return parts


@pytest.mark.parametrize(("where", "value", "message"), [
    ("kinds/words/base", "string",
     "kind words, base: 'string' is none of boolean, integer, number, text."),
    ("kinds/words/max", 3,
     "kind words: 'max' is none of base, maximum, minimum, pattern, values."),
    ("nodes/Plan/lable", {}, "nodes/Plan.yaml: 'lable' is none of caption, class, comment, "),
    ("nodes/Measure/caption", "title",
     "nodes/Measure.yaml, caption: 'title' is none of end_char, words."),
    ("nodes/Plan/properties/words/kind", "word",
     "nodes/Plan.yaml, words, kind: 'word' is none of whole, words."),
    ("nodes/Plan/properties/words/requird", True,
     "nodes/Plan.yaml, words: 'requird' is none of comment, kind, lang, predicate, required."),
    ("relations/HAS_MEASURE/form", [],
     "relations/HAS_MEASURE.yaml: 'form' is none of caption, comment, evidence, from, key, "),
    ("relations/HAS_MEASURE/from", ["Plan", "Plane"],
     "relations/HAS_MEASURE.yaml, end: 'Plane' is none of Measure, Plan."),
    ("relations/HAS_MEASURE/to", ["Measures"],
     "relations/HAS_MEASURE.yaml, end: 'Measures' is none of Measure, Plan."),
    ("relations/HAS_PLAN", {"label": {}, "comment": "", "pairs": [["Measure", "Plane"]]},
     "relations/HAS_PLAN.yaml, end: 'Plane' is none of Measure, Plan."),
    ("relations/HAS_MEASURE/pairs", [["Plan", "Measure"]],
     "relations/HAS_MEASURE.yaml: 'from' is none of caption, comment, evidence, key, "),
    ("relations/HAS_MEASURE/key", "role",
     "relations/HAS_MEASURE.yaml, key: 'role' is none of since."),
    ("relations/HAS_MEASURE/properties/since/kind", "year",
     "relations/HAS_MEASURE.yaml, since, kind: 'year' is none of whole, words."),
])
def test_a_fault_is_named_with_its_file_and_what_is_allowed(where: str, value: Any,
                                                            message: str) -> None:
    with pytest.raises(SchemaError, match=re.escape(message)):
        link(*faulty(where, value))


@pytest.mark.parametrize("where", [
    "kinds/words/base", "nodes/Plan/label", "nodes/Plan/comment", "nodes/Plan/caption",
    "nodes/Plan/properties", "nodes/Plan/properties/words/kind", "relations/HAS_MEASURE/label",
    "relations/HAS_MEASURE/comment", "relations/HAS_MEASURE/from", "relations/HAS_MEASURE/to"])
def test_a_missing_field_is_named(where: str) -> None:
    _, name, *_, field = where.split("/")
    with pytest.raises(SchemaError, match=f"{name}.*'{field}'"):
        link(*faulty(where, None))


# --- the data itself

def test_no_name_is_a_reserved_word() -> None:
    assert reserved(one.name for one in (*TYPES, *PROPERTIES)) == HARMLESS


def test_reserved_words_are_known_in_any_case() -> None:
    assert reserved(["order", "Group", "END", "index", "in", "graph", "as_written", "Task"]) == {
        "order", "Group", "END", "index", "in", "graph"}


def test_a_property_name_has_one_kind() -> None:
    assert several((prop.name, prop.kind.name) for prop in PROPERTIES) == SEVERAL_KINDS
    for kinds in SEVERAL_KINDS.values():
        said = Counter(value for kind in kinds for value in ONTOLOGY.kinds[kind].values)
        assert set(said.values()) == {1}, kinds


def test_a_property_name_has_one_predicate_and_the_other_way_round() -> None:
    declared = [(prop.name, prop.predicate) for prop in PROPERTIES]
    assert several(declared) == {}
    assert several((predicate, name) for name, predicate in declared) == {
        "skos:prefLabel": {"name", "name_en"}}          # told apart by their language


def test_a_relation_has_a_predicate_of_its_own() -> None:
    statements = [kind.statement for kind in ONTOLOGY.relations.values() if kind.statement]
    predicates = Counter([
        *(kind.predicate for kind in ONTOLOGY.relations.values()),
        *(end for one in statements for end in (one.from_, one.to)),
        *{prop.predicate for prop in PROPERTIES}])
    assert [name for name, count in predicates.items() if count > 1] == []
    classes = Counter([*(f"edu:{name}" for name in ONTOLOGY.nodes),
                       *(one.class_ for one in statements)])
    assert [name for name, count in classes.items() if count > 1] == []


def test_every_term_has_a_known_prefix() -> None:
    terms = [kind.class_ for kind in ONTOLOGY.nodes.values()]
    terms += [prop.predicate for prop in PROPERTIES]
    for relation in ONTOLOGY.relations.values():
        terms.append(relation.predicate)
        if statement := relation.statement:
            terms += [statement.class_, statement.from_, statement.to]
    assert all(Namespace().term(term).value for term in terms)


def test_names_tell_what_they_name() -> None:
    assert all(re.fullmatch("[A-Z][a-z]+([A-Z][a-z]+)*", name) for name in ONTOLOGY.nodes)
    assert all(re.fullmatch("[A-Z]+(_[A-Z]+)*", name) for name in ONTOLOGY.relations)
    assert all(re.fullmatch("[a-z][a-z0-9]*(_[a-z0-9]+)*", prop.name)
               for prop in PROPERTIES)


def test_ids_of_two_types_begin_differently() -> None:
    prefixes = Counter(kind.prefix for kind in ONTOLOGY.nodes.values() if kind.prefix)
    prefixes["edge"] += 1       # the statements of edges
    assert set(prefixes.values()) == {1}


LABELS = [*((kind.name, kind.label) for kind in TYPES),
          *((f"{name} {value}", label) for name, kind in ONTOLOGY.kinds.items()
            for value, label in kind.values.items())]


@pytest.mark.parametrize(("name", "label"), LABELS, ids=[name for name, _ in LABELS])
def test_labels_are_there_in_both_languages(name: str, label: Mapping[str, str]) -> None:
    assert label.keys() == {"zh", "en"}
    assert re.fullmatch("[\u4e00-\u9fff]+", label["zh"])
    assert re.fullmatch("[A-Za-z]+( [A-Za-z]+)*", label["en"])


def test_labels_tell_types_and_values_apart() -> None:
    for language in ("zh", "en"):
        assert len({kind.label[language] for kind in TYPES}) == len(TYPES)
        for kind in ONTOLOGY.kinds.values():
            assert len({label[language] for label in kind.values.values()}) == len(kind.values)


def test_types_bear_a_comment_and_comments_are_sentences() -> None:
    comments = [kind.comment for kind in TYPES]
    comments += [prop.comment for prop in PROPERTIES if prop.comment]
    assert [comment for comment in comments if not re.fullmatch(r"[A-Z].*\.", comment)] == []


def test_what_a_type_relies_on_holds() -> None:
    for kind in ONTOLOGY.nodes.values():
        assert kind.properties[kind.caption].required, kind.name
    for relation in ONTOLOGY.relations.values():
        if relation.key:
            assert relation.properties[relation.key].required, relation.name
        if relation.evidence:
            assert relation.statement, f"{relation.name}: where else would its evidence stand?"
    for value_kind in ONTOLOGY.kinds.values():
        assert value_kind.base == "text" or not (value_kind.values or value_kind.pattern)
        assert re.compile(value_kind.pattern or "")
