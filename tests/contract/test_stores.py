"""What every store owes: the same records in, the same graph, whatever happened before."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph import Cell, Language, Limits, Param, Store, open_store
from graph.errors import QueryError, QueryRefusedError, StoreError
from ontology import Batch, Edge, Node, Ontology, Ref, Value
from ontology.errors import RecordError
from ontology.rdf import DEFAULT_BASE
from tests.conftest import ODD, Records

Documents = tuple[Batch, Batch, Batch]
Look = Callable[[Store], set[tuple[object, ...]]]
Expect = Callable[..., set[tuple[object, ...]]]
NOTHING: dict[str, str] = {}


def put(store: Store, *batches: Batch) -> None:
    """Replace each batch in turn."""
    for batch in batches:
        store.replace(batch.source, batch.nodes, batch.edges)


def drop(store: Store, *batches: Batch) -> None:
    """Remove each batch in turn."""
    for batch in batches:
        store.replace(batch.source, (), ())


def said(store: Store, cypher: str, sparql: str, **params: Param) -> tuple[tuple[Cell, ...], ...]:
    """Ask a store in its language."""
    text = cypher if store.language is Language.CYPHER else sparql
    return store.run(text, params, Limits()).rows


def test_a_new_store_is_empty_and_a_filled_one_is_kept(
        store: Store, documents: Documents, ontology: Ontology, held: Look) -> None:
    assert store.prepare(ontology)
    put(store, *documents)
    before = held(store)
    assert not store.prepare(ontology)
    assert held(store) == before


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_documents_give_the_same_graph_in_any_order(
        store: Store, documents: Documents, held: Look, expected: Expect,
        order: tuple[int, ...]) -> None:
    put(store, *(documents[place] for place in order))
    assert held(store) == expected(store.language, documents)


def test_a_document_put_twice_is_there_once(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    put(store, *documents, *documents)
    assert held(store) == expected(store.language, documents)


def test_loading_equals_replacing_and_empties_first(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    put(store, documents[0])
    store.load(documents[1:])
    assert held(store) == expected(store.language, documents[1:])
    store.load(iter(documents))
    assert held(store) == expected(store.language, documents)


def test_fewer_records_drop_the_rest(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    plan = documents[0]
    gone = {"task-doc-a-1"} | {edge.target.id for edge in plan.edges
                               if edge.source.id == "task-doc-a-1" and edge.type == "HAS_INDICATOR"}
    gone |= {"food-safety", "safety", "health", "policy-e6a0a1e59bade5ae",
             f"dept-990121-{'安全科'.encode().hex()}", f"dept-990121-{'基础教育科'.encode().hex()}"}
    less = Batch(plan.source, tuple(node for node in plan.nodes if node.id not in gone),
                 tuple(edge for edge in plan.edges if not {edge.source.id, edge.target.id} & gone))
    put(store, plan, less)
    assert held(store) == expected(store.language, [less])


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_removing_leaves_what_others_refer_to_and_nothing_else(
        store: Store, documents: Documents, ontology: Ontology, held: Look, expected: Expect,
        order: tuple[int, ...]) -> None:
    put(store, *documents)
    for number, place in enumerate(order):
        drop(store, documents[place])
        left = [documents[other] for other in order[number + 1:]]
        if left:
            assert held(store) == expected(store.language, left)
    assert store.prepare(ontology)


def test_removing_what_is_not_there_does_nothing(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    put(store, documents[0])
    drop(store, documents[1])
    assert held(store) == expected(store.language, documents[:1])


def test_a_shared_node_stays_while_it_is_used(store: Store, documents: Documents) -> None:
    put(store, *documents)
    drop(store, documents[0])

    def concepts() -> set[object]:
        rows = said(store, "MATCH (n:Concept) RETURN n.id AS id", "SELECT ?c { ?c a edu:Concept }")
        return {row[0] for row in rows}

    assert concepts() == {"safety", "health", "food-safety", "fire-safety"}
    drop(store, documents[1])
    assert concepts() == {"safety", "fire-safety"}


def test_a_shared_node_that_changes_follows_the_latest_reading(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    """A new thesaurus gives 食品安全 one broader concept fewer, and another name."""
    def renewed(batch: Batch) -> Batch:
        given = {"name": "食安", "name_en": "food", "scheme": "topic"}
        nodes = tuple(replace(node, properties=given)
                      if node.id == "food-safety" else node for node in batch.nodes
                      if node.id != "health")
        edges = tuple(edge for edge in batch.edges if edge.target.id != "health")
        return Batch(batch.source, nodes, edges)

    put(store, *documents)
    new = [renewed(batch) for batch in documents]
    put(store, *new)
    assert held(store) == expected(store.language, new)


def test_a_shared_node_that_changes_may_lack_values(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    """A policy without a period gets another spelling, a level, and loses it again."""
    spellings: list[dict[str, Value]] = [
        {"title": "校园安全工作条例"}, {"title": "校园安全：工作条例", "level": "national"},
        {"title": "校园安全工作条例", "period_start": 2031}, {"title": "条例"}]
    for values in spellings:
        new = [Batch(batch.source, tuple(replace(node, properties=values)
                                         if node.type == "Policy" else node
                                         for node in batch.nodes), batch.edges)
               for batch in documents]
        put(store, *new)
        assert held(store) == expected(store.language, new)


def test_a_shared_node_that_nothing_refers_to_is_not_kept(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    lone = (Node("Concept", "lone", {"name": "孤", "name_en": "lone", "scheme": "topic"}),
            Node("Concept", "above", {"name": "上", "name_en": "above", "scheme": "topic"}))
    edge = Edge("BROADER", lone[0].ref, lone[1].ref)
    plan = documents[0]
    more = Batch(plan.source, (*plan.nodes, *lone), (*plan.edges, edge))
    put(store, more)
    assert held(store) == expected(store.language, [plan])
    store.load([more])
    assert held(store) == expected(store.language, [plan])


def test_odd_texts_and_absent_values_come_back(
        store: Store, documents: Documents) -> None:
    put(store, documents[0])
    odd = next(node for node in documents[0].nodes if node.id == "task-doc-a-1")
    title = said(store, "MATCH (t:Task {id: $task}) RETURN t.title AS title",
                 "SELECT ?title { $task dcterms:title ?title }", task=odd.ref)
    assert title == ((odd.properties["title"],),)
    values = said(
        store,
        "MATCH (i:Indicator) RETURN i.value AS value, i.unit AS unit, i.due AS due ORDER BY value",
        "SELECT ?value ?unit ?due { ?i edu:value ?value ; edu:unit ?unit "
        "OPTIONAL { ?i edu:due ?due } } ORDER BY ?value")
    assert values == ((2.0, "次", 2031), (99.5, "", None))


def test_odd_names_are_found_by_themselves(
        store: Store, records: type[Records], ontology: Ontology, held: Look, expected: Expect,
        ) -> None:
    """Quotes, braces, back-ticks, line breaks and emoji, in each kind of node that has a name."""
    doc = records("doc-a", "990121")
    task = doc.task(1, ODD, doc.goal(ODD))
    unit = doc.owner(task, f"{ODD}局")
    doc.cites(task, ODD)
    doc.indicator(task, ODD, 1.0, unit=ODD)
    put(store, doc.batch())
    assert held(store) == expected(store.language, [doc.batch()])
    assert said(store, "MATCH (d:Department {name: $name}) RETURN d.id AS id",
                "SELECT ?d { ?d a org:Organization ; skos:prefLabel ?name "
                "FILTER(STR(?name) = $name) }", name=f"{ODD}局") == ((unit.id,),)
    drop(store, doc.batch())
    assert store.prepare(ontology)


def test_a_megabyte_comes_back(store: Store, records: type[Records], held: Look, expected: Expect,
                               ) -> None:
    doc, long = records("doc-a", "990121"), (ODD * 50_000)[:350_000]
    assert len(long.encode()) > 500_000
    doc.task(1, long, text=long + long)
    put(store, doc.batch())
    assert held(store) == expected(store.language, [doc.batch()])


@pytest.mark.parametrize("scheme", ["neo4j"], indirect=True)
def test_a_name_of_a_megabyte_is_refused_where_it_cannot_be_looked_up(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    put(store, documents[1])
    plan = documents[0]
    nodes = tuple(replace(node, properties={"title": ODD * 20_000}) if node.type == "Policy"
                  else node for node in plan.nodes)
    with pytest.raises(StoreError, match=r"more than 8000 bytes, as one is \(policy_title\)"):
        store.replace(plan.source, nodes, plan.edges)
    assert held(store) == expected(store.language, documents[1:2])


def test_parameters_of_each_kind(store: Store, documents: Documents) -> None:
    put(store, *documents)
    refs = [Ref("Task", "task-doc-a-1"), Ref("Task", "task-doc-b-1")]
    assert said(store, "MATCH (t:Task) WHERE t.id IN $tasks RETURN t.id AS id ORDER BY id",
                "SELECT ?t { VALUES ?t { $tasks } ?t a edu:Task } ORDER BY ?t",
                tasks=refs) == (("task-doc-a-1",), ("task-doc-b-1",))
    assert said(store, "MATCH (c:Concept) WHERE c.name IN $names RETURN c.id AS id ORDER BY id",
                "SELECT ?c { VALUES ?name { $names } ?c a edu:Concept ; skos:prefLabel ?label "
                "FILTER(STR(?label) = ?name) } ORDER BY ?c",
                names=["安全", "健康"]) == (("health",), ("safety",))
    assert said(store, "MATCH (i:Indicator) WHERE i.value > $least RETURN i.value AS value "
                       "ORDER BY value LIMIT $top",
                "SELECT ?value { ?i edu:value ?value FILTER(?value > $least) } "
                "ORDER BY ?value LIMIT $top", least=2.5, top=1) == ((35.0,),)
    assert said(store, "MATCH (:Task)-[r:OWNED_BY]->() WHERE r.explicit = $explicit "
                       "RETURN r.as_written AS unit",
                "SELECT ?unit { ?r edu:explicit $explicit ; edu:asWritten ?unit }",
                explicit=False) == (("教育局",),)
    odd = "it's \"$top\" \\ {x} <y> ;\n--"
    assert said(store, "RETURN $odd AS odd", "SELECT ($odd AS ?odd) {}", odd=odd) == ((odd,),)


def test_rows_are_limited(store: Store, documents: Documents) -> None:
    put(store, *documents)
    text = "MATCH (n) RETURN n.id AS id ORDER BY id" if store.language is Language.CYPHER else \
        "SELECT DISTINCT ?s { ?s edu:position ?o } ORDER BY ?s"
    cut = store.run(text, {}, Limits(rows=2))
    assert len(cut.rows) == 2
    assert cut.truncated
    everything = store.run(text, {}, Limits())
    assert not everything.truncated
    assert everything.rows[:2] == cut.rows
    assert not store.run(text, {}, Limits(rows=len(everything.rows))).truncated
    assert store.run(text, {}, Limits(characters=30)).truncated


def test_a_wrong_text_is_our_error(store: Store) -> None:
    with pytest.raises(QueryError, match="not understood"):
        store.run("MATCH (n RETURN", {}, Limits())


def test_run_does_not_write(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    put(store, documents[0])
    for text in ("CREATE (n:Concept {id: 'x'})", "MATCH (n) DETACH DELETE n",
                 "DELETE WHERE { ?s ?p ?o }", "INSERT DATA { <a:b> <a:c> <a:d> }"):
        with pytest.raises((QueryRefusedError, QueryError)):
            store.run(text, {}, Limits())
    assert held(store) == expected(store.language, documents[:1])


@pytest.mark.parametrize(("source", "fault"), [
    ("continues", "Unknown source 'continues'; a source is doc:<id> or links:<id>"),
    ("links:doc-b", "belongs to document doc-a, not to doc-b"),
    ("doc:doc-b", "belongs to document doc-a, not to doc-b"),
])
def test_a_source_takes_its_own_records_only(
        store: Store, documents: Documents, source: str, fault: str) -> None:
    with pytest.raises(RecordError, match=fault):
        store.replace(source, documents[0].nodes, documents[0].edges)


def test_an_edge_without_its_ends_is_refused_and_nothing_changes(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    plan = documents[0]
    put(store, plan)
    lost = Edge("STATED_IN", Ref("Goal", "goal-lost"), Ref("Document", "doc-a"))
    with pytest.raises(RecordError, match="there is no node Goal goal-lost"):
        store.replace(plan.source, plan.nodes, (*plan.edges, lost))
    assert held(store) == expected(store.language, [plan])


@pytest.mark.parametrize("scheme", ["ladybug", "neo4j"], indirect=True)
def test_a_change_that_fails_half_way_changes_nothing(
        store: Store, documents: Documents, held: Look, expected: Expect) -> None:
    """A task whose id another document's task has cannot be created.

    An update in SPARQL is one call, so there is no half way; the crash test covers it.
    """
    put(store, *documents[:2])
    stolen = Node("Task", "task-doc-b-1", {
        **next(node for node in documents[1].nodes if node.id == "task-doc-b-1").properties,
        "document": "doc-a"})
    with pytest.raises(StoreError):
        store.replace("doc:doc-a", (*documents[0].nodes, stolen), documents[0].edges)
    assert held(store) == expected(store.language, documents[:2])
    put(store, documents[2])
    assert held(store) == expected(store.language, documents)


def test_a_store_has_to_be_prepared(url: str, documents: Documents) -> None:
    store = open_store(url, base=DEFAULT_BASE)
    try:
        with pytest.raises(StoreError, match="has to be prepared"):
            store.load(documents)
    finally:
        store.close()


def test_data_outlives_the_store(
        store: Store, url: str, documents: Documents, held: Look, expected: Expect) -> None:
    put(store, *documents)
    store.close()
    again = open_store(url, base=DEFAULT_BASE, read_only=True)
    try:
        assert held(again) == expected(again.language, documents)
    finally:
        again.close()


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.run("MATCH (n) RETURN n" if store.language is Language.CYPHER else "ASK {}", {},
                  Limits())
