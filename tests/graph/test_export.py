"""Exports: the same bytes for any order, read back by other readers."""

import csv
import random
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import DefaultGraph, RdfFormat, parse

from graph import Limits, Store
from graph.errors import ExportError
from graph.export import FORMATS, export
from graph.whole import whole
from ontology import Batch, Edge, Node, Ontology, Ref
from ontology.rdf import DEFAULT_BASE, namespace, triples


def mixed(batches: tuple[Batch, ...], seed: int) -> list[Batch]:
    """Return the batches and their records in another order."""
    order = random.Random(seed)

    def shuffled(items: tuple[Node, ...] | tuple[Edge, ...]) -> tuple[object, ...]:
        return tuple(order.sample(items, len(items)))

    others = [Batch(batch.source, shuffled(batch.nodes), shuffled(batch.edges))  # type: ignore[arg-type]
              for batch in batches]
    order.shuffle(others)
    return others


@pytest.mark.parametrize("ending", FORMATS)
def test_the_bytes_are_the_same_for_any_order(
        documents: tuple[Batch, ...], ontology: Ontology, tmp_path: Path, ending: str) -> None:
    first = export(tmp_path / f"a{ending}", documents, ontology, DEFAULT_BASE)
    for seed in range(3):
        other = export(tmp_path / f"b{ending}", mixed(documents, seed), ontology, DEFAULT_BASE)
        assert [path.read_bytes() for path in other] == [path.read_bytes() for path in first]


def test_turtle_and_nquads_say_the_same(
        documents: tuple[Batch, ...], ontology: Ontology, tmp_path: Path) -> None:
    (turtle,) = export(tmp_path / "graph.ttl", documents, ontology, DEFAULT_BASE)
    (nquads,) = export(tmp_path / "graph.nq", documents, ontology, DEFAULT_BASE)
    graph = whole(documents, ontology)
    wanted = set(triples(graph.nodes, graph.edges, ontology, namespace(DEFAULT_BASE)))
    assert {quad.triple for quad in parse(path=turtle, format=RdfFormat.TURTLE)} == wanted
    quads = list(parse(path=nquads, format=RdfFormat.N_QUADS))
    assert {quad.triple for quad in quads} == wanted
    assert {quad.graph_name for quad in quads} == {DefaultGraph()}
    lines = nquads.read_bytes().splitlines()
    assert lines == sorted(set(lines))
    assert len(rdflib.Graph().parse(turtle)) == len(wanted)
    assert "@prefix edu: " in turtle.read_text("utf-8")


def test_an_export_is_what_a_store_holds(
        documents: tuple[Batch, ...], ontology: Ontology, tmp_path: Path,
        sparql_store: Store) -> None:
    sparql_store.load(documents)
    (path,) = export(tmp_path / "graph.nq", documents, ontology, DEFAULT_BASE)
    rows = sparql_store.run("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", {}, Limits()).rows
    assert rows == ((len(path.read_bytes().splitlines()),),)


def table(path: Path) -> list[dict[str, str]]:
    """Read a table as a spreadsheet would."""
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_is_a_table_of_edges_and_one_of_nodes(
        documents: tuple[Batch, ...], ontology: Ontology, tmp_path: Path) -> None:
    paths = export(tmp_path / "graph.csv", documents, ontology, DEFAULT_BASE)
    assert paths == [tmp_path / "graph.csv", tmp_path / "graph.nodes.csv"]
    edges, nodes = map(table, paths)
    graph = whole(documents, ontology)
    assert len(edges) == len(graph.edges)
    assert len(nodes) == len(graph.nodes)
    owned = next(edge for edge in edges
                 if edge["type"] == "OWNED_BY" and edge["role"] == "responsible")
    assert {name: value for name, value in owned.items() if value} == {
        "type": "OWNED_BY", "from_type": "Task", "from_id": "task-doc-a-2",
        "from_caption": "组织体质监测", "to_type": "Department",
        "to_id": f"dept-990121-{'教育局'.encode().hex()}", "to_caption": "北屏县教育局",
        "role": "responsible", "explicit": "false", "as_written": "教育局", "document": "doc-a",
        "start_char": owned["start_char"], "end_char": owned["end_char"], "quote": "教育局"}
    task = next(node for node in nodes if node["id"] == "task-doc-a-1")
    wanted = next(node for node in documents[0].nodes if node.id == "task-doc-a-1")
    assert task["title"] == wanted.properties["title"]
    assert task["period_end"] == "2033"


def test_no_two_columns_of_a_table_have_one_name(
        documents: tuple[Batch, ...], ontology: Ontology, tmp_path: Path) -> None:
    for path in export(tmp_path / "graph.csv", documents, ontology, DEFAULT_BASE):
        header = path.read_text("utf-8-sig").splitlines()[0].split(",")
        assert len(header) == len(set(header))


@pytest.mark.parametrize("ending", FORMATS)
def test_an_empty_graph_is_exported(ontology: Ontology, tmp_path: Path, ending: str) -> None:
    for path in export(tmp_path / f"graph{ending}", (), ontology, DEFAULT_BASE):
        assert path.exists()


def test_an_unknown_ending_names_those_that_are_known(ontology: Ontology, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"'\.pdf' is none of \.ttl, \.nq, \.csv"):
        export(tmp_path / "graph.pdf", (), ontology, DEFAULT_BASE)
    with pytest.raises(ExportError, match="the ending '' is none of"):
        export(tmp_path / "graph", (), ontology, DEFAULT_BASE)


def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(
        documents: tuple[Batch, ...], ontology: Ontology, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"none/graph\.ttl cannot be written"):
        export(tmp_path / "none" / "graph.ttl", documents, ontology, DEFAULT_BASE)
    (tmp_path / "graph.nodes.csv").mkdir()
    with pytest.raises(ExportError, match="cannot be written"):
        export(tmp_path / "graph.csv", documents, ontology, DEFAULT_BASE)
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_documents_that_differ_on_a_shared_node_give_one_graph_in_any_order(
        documents: tuple[Batch, ...], ontology: Ontology) -> None:
    """While a new thesaurus has reached some documents only, the first by id decides."""
    south = documents[1]
    renamed = Batch(south.source, tuple(
        Node(node.type, node.id, {"name": "食安", "name_en": "food", "scheme": "topic"})
        if node.id == "food-safety" else node for node in south.nodes), south.edges)
    graph = whole([documents[0], renamed], ontology)
    assert graph == whole([renamed, documents[0]], ontology)
    assert [node.properties["name"] for node in graph.nodes if node.id == "food-safety"] == \
        ["食品安全"]


def test_a_shared_node_that_nothing_refers_to_is_left_out(
        documents: tuple[Batch, ...], ontology: Ontology) -> None:
    plan = documents[0]
    lone = (Node("Concept", "lone", {"name": "孤", "name_en": "lone", "scheme": "topic"}),
            Node("Concept", "above", {"name": "上", "name_en": "above", "scheme": "topic"}))
    edge = Edge("BROADER", Ref("Concept", "lone"), Ref("Concept", "above"))
    more = Batch(plan.source, (*plan.nodes, *lone), (*plan.edges, edge))
    assert whole([more], ontology) == whole([plan], ontology)
