"""Links on their way from the ledger to the stores: after documents, whole again where torn."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from graph import Language, Limits, Store
from graph.entry import Entry, Tied
from graph.ledger import Ledger
from graph.sync import Applied, rebuild, sync
from ontology import Batch, Edge, Node, Ontology

Stores = dict[str, Store]
State = dict[str, set[tuple[object, ...]]]
ALL = Limits(rows=1_000_000)


class CrashError(Exception):
    """Stands for the end of the process."""


class Crashing:
    """A store during whose change of a number the process ends, before or after its commit."""

    language: ClassVar[Language] = Language.CYPHER  # it is asked nothing
    dialect: ClassVar[str] = ""

    def __init__(self, store: Store, change: int, *, after: bool) -> None:
        self.prepare = store.prepare
        self.run = store.run
        self.vet = store.vet
        self.close = store.close
        self._store = store
        self._left = change
        self._after = after

    def replace(self, source: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        self._change(lambda: self._store.replace(source, nodes, edges))

    def load(self, batches: Iterable[Batch]) -> None:
        self._change(lambda: self._store.load(batches))

    def _change(self, make: Callable[[], None]) -> None:
        self._left -= 1
        if self._left > 0 or self._after:
            make()
        if self._left == 0:
            raise CrashError


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    opened = Ledger(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def stores(open_embedded: Callable[[str], Store]) -> Stores:
    """Both embedded stores, by the names of their marks."""
    return {"cypher": open_embedded("ladybug"), "sparql": open_embedded("oxigraph")}


@pytest.fixture
def state(stores: Stores, ontology: Ontology) -> Callable[..., State]:
    """Return all that the stores of some names hold, of all where none is named."""
    def of(store: Store) -> set[tuple[object, ...]]:
        if store.language is Language.SPARQL:
            return set(store.run("SELECT ?s ?p ?o { ?s ?p ?o }", {}, ALL).rows)
        nodes = {row for name in ontology.nodes
                 for row in store.run(f"MATCH (n:{name}) RETURN '{name}', n.id", {}, ALL).rows}
        return nodes | {
            row for name, kind in ontology.relations.items()
            for row in store.run(
                f"MATCH (a)-[r:{name}]->(b) RETURN '{name}', a.id, b.id, "
                + ", ".join([*(f"r.{one} AS {one}" for one in kind.properties), "1 AS one"]),
                {}, ALL).rows}

    return lambda *names: {name: of(stores[name]) for name in names or stores}


@pytest.fixture
def whole(ledger: Ledger, stores: Stores, state: Callable[..., State],
          ontology: Ontology) -> Callable[[], None]:
    """Bring the stores up, and check that they hold what they would hold if built anew."""
    def check() -> None:
        sync(ledger, stores, ontology)
        found = state()
        for name, store in stores.items():
            rebuild(ledger, name, store, ontology)
        assert found == state()
        assert sync(ledger, stores, ontology)["cypher"] == Applied(0, 0)

    return check


def keep(ledger: Ledger, *batches: Batch, sha256: str = "") -> None:
    """Put documents into the ledger."""
    for batch in batches:
        document = batch.source.removeprefix("doc:")
        ledger.put(Entry(document, sha256 or document, "rules", "read", document=document,
                         batch=batch))


def tie(ledger: Ledger, *links: Batch) -> None:
    """Keep links of documents, which all touch the plan of the north."""
    ledger.tie(Tied(document, None, batch, frozenset({"doc-a"} - {document}))
               for batch in links if (document := batch.source.removeprefix("links:")))


def ties(stores: Stores) -> list[int]:
    """Return how many links there are in each store."""
    cypher = ("MATCH ()-[r]->() WHERE label(r) IN ['PERFORMS', 'FOLLOWS', 'CONTINUES', "
              "'REPORTS_ON', 'RESOLVES_TO'] RETURN count(*) AS number")
    sparql = ("SELECT (COUNT(?x) AS ?number) { VALUES ?class { edu:Performance edu:Succession "
              "edu:Continuation edu:Outcome edu:Resolution } ?x a ?class ; edu:document ?d }")
    return [int(str(store.run(cypher if store.language is Language.CYPHER else sparql, {},
                              ALL).rows[0][0])) for store in stores.values()]


def mended(batch: Batch) -> Batch:
    """Return a document whose title was mended."""
    nodes = tuple(replace(node, properties={**node.properties, "title": "北屏县工作要点"})
                  if node.type == "Document" else node for node in batch.nodes)
    return replace(batch, nodes=nodes)


def test_links_are_written_after_the_documents_and_count_as_none(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, whole: Callable[[], None]) -> None:
    keep(ledger, *documents)
    tie(ledger, *links)
    assert sync(ledger, stores, ontology) == {"cypher": Applied(3, 0), "sparql": Applied(3, 0)}
    assert ties(stores) == [8, 8]
    assert ledger.applied("cypher") == ledger.digests()
    whole()


def test_links_that_come_later_are_written_alone(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, whole: Callable[[], None]) -> None:
    keep(ledger, *documents)
    sync(ledger, stores, ontology)
    tie(ledger, *links)
    assert sync(ledger, stores, ontology)["sparql"] == Applied(0, 0)
    assert ties(stores) == [8, 8]
    whole()


def test_links_torn_by_a_neighbour_that_changed_are_whole_again(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, whole: Callable[[], None]) -> None:
    """The links of the summary are what they were, and yet have to be written."""
    keep(ledger, *documents)
    tie(ledger, *links)
    sync(ledger, stores, ontology)
    keep(ledger, mended(documents[0]), sha256="other bytes")
    tie(ledger, *links)
    assert sync(ledger, stores, ontology)["cypher"] == Applied(1, 0)
    assert ties(stores) == [8, 8]
    whole()


def test_links_that_became_fewer_with_their_document_leave_nothing(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, whole: Callable[[], None]) -> None:
    keep(ledger, *documents)
    tie(ledger, *links)
    sync(ledger, stores, ontology)
    keep(ledger, mended(documents[2]), sha256="other bytes")
    tie(ledger, replace(links[1], edges=links[1].edges[2:4], nodes=()))
    sync(ledger, stores, ontology)
    assert ties(stores) == [4, 4]
    whole()


def test_links_that_are_gone_are_taken_from_the_stores(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, whole: Callable[[], None]) -> None:
    keep(ledger, *documents)
    tie(ledger, *links)
    sync(ledger, stores, ontology)
    tie(ledger, replace(links[1], edges=(), nodes=()))
    assert sync(ledger, stores, ontology)["cypher"] == Applied(0, 0)
    assert ties(stores) == [2, 2]
    whole()


def test_removing_a_document_takes_its_links_from_all_stores(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, whole: Callable[[], None]) -> None:
    keep(ledger, *documents)
    tie(ledger, *links)
    sync(ledger, stores, ontology)
    ledger.remove("doc-c")
    assert sync(ledger, stores, ontology) == {"cypher": Applied(0, 1), "sparql": Applied(0, 1)}
    assert ties(stores) == [2, 2]
    whole()
    for document in ("doc-a", "doc-b"):
        ledger.remove(document)
    sync(ledger, stores, ontology)
    assert all(store.prepare(ontology) for store in stores.values())


def test_removing_a_neighbour_tears_the_links_that_led_to_it(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, whole: Callable[[], None]) -> None:
    keep(ledger, *documents)
    tie(ledger, *links)
    sync(ledger, stores, ontology)
    ledger.remove("doc-a")
    tie(ledger, replace(links[1], edges=tuple(
        edge for edge in links[1].edges if edge.type in ("PERFORMS", "BROADER"))))
    sync(ledger, stores, ontology)
    assert ties(stores) == [2, 2]
    whole()


def test_records_after_decisions_reach_the_stores_and_go_back(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, whole: Callable[[], None]) -> None:
    plan = documents[0]
    keep(ledger, *documents)
    tie(ledger, *links)
    whole()
    ruled = replace(plan, edges=tuple(edge for edge in plan.edges if edge.type != "CITES"),
                    nodes=tuple(node for node in plan.nodes if node.type != "Policy"))
    ledger.tie([Tied("doc-a", ruled, links[0])])
    assert sync(ledger, stores, ontology)["cypher"] == Applied(1, 0)
    assert ties(stores) == [8, 8]
    whole()
    ledger.tie([Tied("doc-a", None, links[0])])
    whole()


Step = Callable[[Ledger, tuple[Batch, ...], tuple[Batch, ...]], None]


def _come(ledger: Ledger, documents: tuple[Batch, ...], links: tuple[Batch, ...]) -> None:
    keep(ledger, *documents)
    tie(ledger, *links)


def _change(ledger: Ledger, documents: tuple[Batch, ...], links: tuple[Batch, ...]) -> None:
    keep(ledger, mended(documents[0]), sha256="other bytes")
    tie(ledger, links[0], replace(links[1], edges=links[1].edges[1:]))


def _go(ledger: Ledger, documents: tuple[Batch, ...], links: tuple[Batch, ...]) -> None:
    ledger.remove("doc-a")
    tie(ledger, replace(links[1], edges=links[1].edges[:2], nodes=links[1].nodes[:2]))


STEPS: dict[str, Step] = {"comes": _come, "changes": _change, "goes": _go}


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", ["cypher", "sparql"])
@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_any_change_is_mended_by_the_next_start(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, state: Callable[..., State], name: str, after: bool,
        step: str) -> None:
    """Each round the process ends one change later, until it comes to the end."""
    own, before = {name: stores[name]}, list(STEPS.values())[:list(STEPS).index(step)]
    number, crashed = 0, True
    while crashed:
        number += 1
        for document in ("doc-a", "doc-b", "doc-c"):
            ledger.remove(document)
        keep(ledger, documents[1])  # else the first change would be a load of all
        for earlier in before:
            earlier(ledger, documents, links)
        sync(ledger, own, ontology)
        STEPS[step](ledger, documents, links)
        crashing: Stores = {name: Crashing(stores[name], number, after=after)}
        try:
            sync(ledger, crashing, ontology)
            crashed = False
        except CrashError:
            sync(ledger, own, ontology)
            found = state(name)
            rebuild(ledger, name, stores[name], ontology)
            assert found == state(name), number
    assert number > 3


@pytest.mark.parametrize("name", ["cypher", "sparql"])
def test_a_crash_while_a_store_is_built_anew_is_mended(
        ledger: Ledger, stores: Stores, documents: tuple[Batch, ...], links: tuple[Batch, ...],
        ontology: Ontology, whole: Callable[[], None], name: str) -> None:
    _come(ledger, documents, links)
    for after in (False, True):
        with pytest.raises(CrashError):
            rebuild(ledger, name, Crashing(stores[name], 1, after=after), ontology)
        whole()
        assert ties(stores) == [8, 8]
