"""Stores that were made for another ontology or IRI base, and address space that is short."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from graph import Limits, Store, open_store
from graph.layout import tables
from ontology import Batch, Ontology
from ontology.rdf import DEFAULT_BASE


def test_a_table_with_another_column_is_made_anew(
        cypher_store: Store, documents: tuple[Batch, ...], ontology: Ontology) -> None:
    cypher_store.load(documents)
    task = ontology.nodes["Task"]
    urgent = replace(task.properties["number"], name="urgency")
    wider = replace(ontology, nodes={
        **ontology.nodes, "Task": replace(task, properties={**task.properties, "urgency": urgent})})
    assert cypher_store.prepare(wider)
    cypher_store.load(documents)
    rows = cypher_store.run("MATCH (t:Task) RETURN t.urgency AS u", {}, Limits()).rows
    assert rows == ((None,),) * 4
    assert not cypher_store.prepare(wider)
    assert cypher_store.prepare(ontology)


def test_queries_go_on_over_a_load_and_leave_no_time_limit_behind(
        cypher_store: Store, documents: tuple[Batch, ...]) -> None:
    text = "MATCH (t:Task {id: $task}) RETURN t.position AS position"
    for _ in range(3):
        cypher_store.load(documents)
        rows = cypher_store.run(text, {"task": "task-doc-a-2"}, Limits(seconds=0.02)).rows
        assert rows == ((2,),)
        cypher_store.replace("doc:doc-a", (), ())
        assert cypher_store.run(text, {"task": "task-doc-a-2"}, Limits()).rows == ()


def test_a_relation_between_other_types_is_made_anew(
        cypher_store: Store, documents: tuple[Batch, ...], ontology: Ontology) -> None:
    cypher_store.load(documents)
    about = ontology.relations["ABOUT"]
    wider = replace(ontology, relations={
        **ontology.relations, "ABOUT": replace(about, pairs=(*about.pairs, ("Goal", "Concept")))})
    assert cypher_store.prepare(wider)


def test_every_type_has_a_table(ontology: Ontology) -> None:
    statements = {table.name: table.statement for table in tables(ontology)}
    assert statements["Concept"] == \
        ("CREATE NODE TABLE Concept(id STRING, name STRING, name_en STRING, scheme STRING, "
         "PRIMARY KEY (id))")
    assert statements["PART_OF"] == \
        "CREATE REL TABLE PART_OF(FROM Department TO Department, FROM Locality TO Locality)"
    assert statements.keys() == ontology.nodes.keys() | ontology.relations.keys()


def test_triples_of_another_base_go(
        tmp_path: Path, documents: tuple[Batch, ...], ontology: Ontology) -> None:
    url = f"oxigraph:{tmp_path / 'store'}"
    store = open_store(url, base=DEFAULT_BASE)
    store.prepare(ontology)
    store.load(documents)
    store.close()
    other = open_store(url, base="https://other.example/")
    assert other.prepare(ontology)
    other.load(documents)
    assert not other.prepare(ontology)
    other.close()


def test_a_store_opens_where_address_space_is_short(
        open_embedded: Callable[[str], Store], documents: tuple[Batch, ...], ontology: Ontology,
        tmp_path: Path) -> None:
    """LadybugDB would reserve 8 TB of addresses; `ulimit -v` gives 4 GiB."""
    code = ("import sys\nfrom graph import Limits, open_store\nfrom ontology import load\n"
            "from tests.conftest import north_plan\n"
            "store = open_store(sys.argv[1], base='https://x.example/')\n"
            "store.prepare(load())\nstore.load([north_plan()])\n"
            "print(len(store.run('MATCH (t:Task) RETURN t.id', {}, Limits()).rows))")
    done = subprocess.run(
        ["bash", "-c", 'ulimit -v 4194304; exec "$@"', "bash", sys.executable, "-c", code,
         f"ladybug:{tmp_path / 'store'}"],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert (done.stdout, done.stderr) == ("2\n", "")
