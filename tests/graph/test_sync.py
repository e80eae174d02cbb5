"""From the ledger to the stores, with crashes at every step between."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from graph import Language, Limits, Store, open_store
from graph.entry import Entry
from graph.ledger import Ledger
from graph.sync import Applied, rebuild, sync
from ontology import Batch, Edge, Node, Ontology
from ontology.rdf import DEFAULT_BASE


class CrashError(Exception):
    """Stands for the end of the process."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    opened = Ledger(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def stores(open_embedded: Callable[[str], Store]) -> dict[str, Store]:
    """Both embedded stores, by the names of their marks."""
    return {"cypher": open_embedded("ladybug"), "sparql": open_embedded("oxigraph")}


def keep(ledger: Ledger, batch: Batch, sha256: str = "") -> str:
    """Put a batch into the ledger; return its document."""
    document = batch.source.removeprefix("doc:")
    ledger.put(Entry(document, sha256 or document, "rules", "read", document=document, batch=batch))
    return document


def tasks(stores: dict[str, Store]) -> list[set[object]]:
    """Return the ids of tasks in each store."""
    texts = {"cypher": "MATCH (t:Task) RETURN t.id AS id", "sparql": "SELECT ?t { ?t a edu:Task }"}
    return [{row[0] for row in store.run(texts[store.language], {}, Limits()).rows}
            for store in stores.values()]


A, B, C = {"task-doc-a-1", "task-doc-a-2"}, {"task-doc-b-1"}, {"task-doc-c-1"}


def test_each_store_gets_what_it_lacks(
        ledger: Ledger, stores: dict[str, Store], documents: tuple[Batch, ...],
        ontology: Ontology) -> None:
    keep(ledger, documents[0])
    keep(ledger, documents[1])
    assert sync(ledger, stores, ontology) == {"cypher": Applied(2, 0), "sparql": Applied(2, 0)}
    keep(ledger, documents[2])
    ledger.remove("doc-b")
    assert sync(ledger, stores, ontology) == {"cypher": Applied(1, 1), "sparql": Applied(1, 1)}
    assert tasks(stores) == [A | C] * 2
    version = ledger.version
    assert sync(ledger, stores, ontology) == {"cypher": Applied(0, 0), "sparql": Applied(0, 0)}
    assert ledger.version == version


def test_a_document_that_changed_is_written_again(
        ledger: Ledger, stores: dict[str, Store], documents: tuple[Batch, ...],
        ontology: Ontology) -> None:
    plan = documents[0]
    keep(ledger, plan)
    sync(ledger, stores, ontology)
    gone = {"task-doc-a-2"} | {edge.target.id for edge in plan.edges
                               if edge.source.id == "task-doc-a-2"
                               and edge.target.type == "Indicator"}
    less = Batch(plan.source, tuple(node for node in plan.nodes if node.id not in gone),
                 tuple(edge for edge in plan.edges if not {edge.source.id, edge.target.id} & gone))
    keep(ledger, less, "sha-2")
    assert sync(ledger, stores, ontology)["cypher"] == Applied(1, 0)
    assert tasks(stores) == [A - gone] * 2


def test_removing_all_leaves_empty_stores(
        ledger: Ledger, stores: dict[str, Store], documents: tuple[Batch, ...],
        ontology: Ontology) -> None:
    for batch in documents:
        keep(ledger, batch)
    sync(ledger, stores, ontology)
    for entry in ledger.entries():
        ledger.remove(entry.document)
    assert sync(ledger, stores, ontology)["cypher"] == Applied(0, 3)
    assert all(store.prepare(ontology) for store in stores.values())


def test_a_store_that_was_lost_is_filled_anew(
        ledger: Ledger, stores: dict[str, Store], documents: tuple[Batch, ...],
        ontology: Ontology, tmp_path: Path) -> None:
    for batch in documents:
        keep(ledger, batch)
    sync(ledger, stores, ontology)
    other = open_store(f"ladybug:{tmp_path / 'other'}", base=DEFAULT_BASE)
    try:
        assert sync(ledger, {"cypher": other}, ontology)["cypher"] == Applied(3, 0)
        assert tasks({"cypher": other}) == [A | B | C]
    finally:
        other.close()


def test_rebuilding_mends_a_store_that_was_changed_by_hand(
        ledger: Ledger, stores: dict[str, Store], documents: tuple[Batch, ...],
        ontology: Ontology) -> None:
    keep(ledger, documents[0])
    sync(ledger, stores, ontology)
    for name, store in stores.items():
        store.replace(documents[1].source, documents[1].nodes, documents[1].edges)
        assert rebuild(ledger, name, store, ontology) == Applied(1, 0)
    assert tasks(stores) == [A] * 2
    assert sync(ledger, stores, ontology)["sparql"] == Applied(0, 0)


class Crashing:
    """A store during whose next change the process ends, before or after its commit."""

    language: ClassVar[Language] = Language.CYPHER  # it is asked nothing
    dialect: ClassVar[str] = ""

    def __init__(self, store: Store, *, after: bool) -> None:
        self.prepare = store.prepare
        self.run = store.run
        self.vet = store.vet
        self.close = store.close
        self._store = store
        self._after = after

    def replace(self, source: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        if self._after:
            self._store.replace(source, nodes, edges)
        raise CrashError

    def load(self, batches: Iterable[Batch]) -> None:
        if self._after:
            self._store.load(batches)
        raise CrashError


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", ["cypher", "sparql"])
def test_a_crash_around_any_change_is_mended_by_the_next_start(
        ledger: Ledger, stores: dict[str, Store], documents: tuple[Batch, ...],
        ontology: Ontology, name: str, after: bool) -> None:
    crashing: dict[str, Store] = {name: Crashing(stores[name], after=after)}
    keep(ledger, documents[0])
    with pytest.raises(CrashError):  # the first load
        sync(ledger, crashing, ontology)
    sync(ledger, stores, ontology)
    assert tasks(stores) == [A] * 2
    keep(ledger, documents[1])
    with pytest.raises(CrashError):  # a new document
        sync(ledger, crashing, ontology)
    sync(ledger, stores, ontology)
    assert tasks(stores) == [A | B] * 2
    keep(ledger, documents[2])
    with pytest.raises(CrashError):  # a new document that is gone at the next start
        sync(ledger, crashing, ontology)
    ledger.remove("doc-c")
    sync(ledger, stores, ontology)
    assert tasks(stores) == [A | B] * 2
    ledger.remove("doc-b")
    with pytest.raises(CrashError):  # a removed document
        sync(ledger, crashing, ontology)
    sync(ledger, stores, ontology)
    assert tasks(stores) == [A] * 2
    keep(ledger, documents[1])
    with pytest.raises(CrashError):  # a rebuilding, with a document that is gone at the next start
        rebuild(ledger, name, crashing[name], ontology)
    ledger.remove("doc-a")
    ledger.remove("doc-b")
    sync(ledger, stores, ontology)
    assert all(store.prepare(ontology) for store in stores.values())
