"""Filling a server from the ledger, with crashes at every step between.

LadybugDB stands for the server: what is filled and noted does not depend on the engine. What does
is tested in `tests/live/test_load.py`.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph import Limits
from graph.backends.ladybug.store import LadybugStore
from graph.cypher import edge_row, node_row
from graph.drafts import Draft, drafts
from graph.entry import Entry, Tied
from graph.errors import StoreRefusedError
from graph.filling.fill import FORM, Filled, Note, fill
from graph.filling.marks import Import
from graph.ledger import Ledger
from graph.parts import once
from graph.sync import OPEN
from graph.whole import whole
from graph.writer import Writer
from ontology import Batch, Edge, Node, Ontology

NOTE = Note("server", "form of server", "form 1")
ALL = Limits(rows=1_000_000)


class CrashError(Exception):
    """Stands for the end of the process."""


class Stand:
    """A store that can be filled, which stops after so many changes; each source is a group."""

    def __init__(self, store: LadybugStore, ontology: Ontology) -> None:
        self._store = store
        self._ontology = ontology
        self.left = 1000
        self.changes: list[str] = []
        self.import_: Import | None = None

    def prepare(self, ontology: Ontology) -> bool:
        return self._store.prepare(ontology)

    @contextmanager
    def filling(self) -> Iterator["Stand"]:
        yield self

    def documents(self) -> set[str]:
        rows = self._store.run("MATCH (d:Document) RETURN d.id", {}, ALL).rows
        return {str(row[0]) for row in rows}

    def empty(self) -> None:
        self._change("empty", lambda: self._store.load(()))

    def drafts(self, ledger: Ledger, sources: Sequence[str]) -> Generator[Draft]:
        yield from drafts(once(ledger.batches(sources), self._ontology), self._ontology, 1)

    def add(self, draft: Draft) -> None:
        def work() -> None:
            with self._store._writing() as ask:
                Writer(ask, self._ontology).add(draft)

        self._change(f"add {' '.join(draft.sources)}", work)

    def replace(self, source: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        self._change(f"replace {source}", lambda: self._store.replace(source, nodes, edges))

    def sweep(self) -> None:
        with self._store._writing() as ask:
            Writer(ask, self._ontology).sweep()

    def imported(self) -> Import | None:
        return self.import_

    def counts(self) -> Mapping[str, int]:
        return {"Document": len(self.documents())}

    def forget_import(self) -> None:
        self.import_ = None

    def held(self) -> set[tuple[object, ...]]:
        """Return rows of all nodes and edges."""
        found: list[tuple[object, ...]] = []
        for kind in self._ontology.nodes.values():
            columns = ", ".join(f"n.{name} AS {name}" for name in ("id", *kind.properties))
            found += [(kind.name, *row) for row in self._store.run(
                f"MATCH (n:{kind.name}) RETURN {columns}", {}, ALL).rows]
        for relation in self._ontology.relations.values():
            columns = ", ".join(["a.id AS a", "b.id AS b",
                                 *(f"r.{name} AS {name}" for name in relation.properties)])
            found += [(relation.name, *row) for row in self._store.run(
                f"MATCH (a)-[r:{relation.name}]->(b) RETURN {columns}", {}, ALL).rows]
        assert len(set(found)) == len(found)
        return set(found)

    def _change(self, what: str, work: Callable[[], None]) -> None:
        """Do something, or crash before or after it: half steps count, too."""
        self.left -= 1
        if self.left < 0:
            raise CrashError
        work()
        self.changes.append(what)
        self.left -= 1
        if self.left < 0:
            raise CrashError


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    opened = Ledger(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def full(ledger: Ledger, documents: tuple[Batch, ...], links: tuple[Batch, ...]) -> Ledger:
    """A ledger of three documents, two of them with links."""
    for batch in documents:
        keep(ledger, batch)
    for batch in links:
        tie(ledger, batch)
    return ledger


@pytest.fixture
def server(cypher_store: LadybugStore, ontology: Ontology) -> Stand:
    """An empty server."""
    return Stand(cypher_store, ontology)


def keep(ledger: Ledger, batch: Batch, sha256: str = "") -> None:
    """Put a document into the ledger."""
    document = batch.source.partition(":")[2]
    ledger.put(Entry(document, sha256 or document, "rules", "read", document=document, batch=batch))


def tie(ledger: Ledger, batch: Batch) -> None:
    """Put links into the ledger."""
    document = batch.source.partition(":")[2]
    owners = {f"doc-{one}" for one in "abc"}
    touched = {owner for owner in owners for edge in batch.edges
               if owner in edge.source.id or owner in edge.target.id}
    ledger.tie([Tied(document, None, batch, frozenset(touched - {document}))])


def run(ledger: Ledger, server: Stand, ontology: Ontology, *, anew: bool = False,
        note: Note = NOTE) -> Filled:
    """Fill the server."""
    return fill(ledger, note, server, ontology, anew=anew,  # type: ignore[arg-type]
                advance=lambda *_: None)


def expected(ledger: Ledger, ontology: Ontology) -> set[tuple[object, ...]]:
    """Return the rows that a server should hold."""
    graph = whole(ledger.batches(), ontology)
    return {(node.type, *node_row(node, ontology.nodes[node.type]).values())
            for node in graph.nodes} | {
        (edge.type, *edge_row(edge, ontology.relations[edge.type]).values())
        for edge in graph.edges}


def is_whole(ledger: Ledger, server: Stand, ontology: Ontology) -> None:
    """Assert that the server holds the ledger, and that nothing is left to do."""
    assert server.held() == expected(ledger, ontology)
    assert ledger.applied("server") == ledger.digests()
    server.changes.clear()
    assert run(ledger, server, ontology) == Filled(0, 0, 0)
    assert server.changes == []


def test_an_empty_server_gets_everything_and_links_last(
        full: Ledger, server: Stand, ontology: Ontology) -> None:
    seen: list[tuple[int, int]] = []
    assert fill(full, NOTE, server, ontology, anew=False,  # type: ignore[arg-type]
                advance=lambda *step: seen.append(step)) == Filled(3, 2, 0)
    assert seen == [(number, 5) for number in range(1, 6)]
    assert server.changes == [f"add {source}" for source in sorted(full.digests())]
    is_whole(full, server, ontology)


@pytest.mark.parametrize("steps", range(10))
def test_a_crash_at_any_step_is_mended_by_the_next_run(
        full: Ledger, server: Stand, ontology: Ontology, steps: int) -> None:
    server.left = steps
    with pytest.raises(CrashError):
        run(full, server, ontology)
    server.left = 1000
    run(full, server, ontology)
    assert len(server.changes) <= 5 + steps % 2         # what was noted is not written again
    assert sum(change.startswith("replace") for change in server.changes) <= 1
    is_whole(full, server, ontology)


@pytest.mark.parametrize("steps", range(9))
def test_a_crash_while_changes_are_brought_is_mended(
        full: Ledger, server: Stand, ontology: Ontology, documents: tuple[Batch, ...],
        steps: int) -> None:
    """A plan with links to it is read anew, another is removed, a third comes back."""
    run(full, server, ontology)
    plan = documents[0]
    gone = {node.id for node in plan.nodes if node.id == "task-doc-a-2"} | {
        edge.target.id for edge in plan.edges
        if edge.source.id == "task-doc-a-2" and edge.type == "HAS_INDICATOR"}
    keep(full, Batch(plan.source, tuple(node for node in plan.nodes if node.id not in gone),
                     tuple(edge for edge in plan.edges
                           if not {edge.source.id, edge.target.id} & gone)), "sha-2")
    full.remove("doc-b")
    server.left = steps
    try:
        run(full, server, ontology)
    except CrashError:
        server.left = 1000
        run(full, server, ontology)
    is_whole(full, server, ontology)


@pytest.mark.parametrize("steps", [0, 1, 2, 5])
def test_a_crash_while_a_server_is_emptied_is_mended_without_asking_again(
        full: Ledger, server: Stand, ontology: Ontology, records: Callable[..., object],
        steps: int) -> None:
    other = records("doc-x", "990122").batch()          # type: ignore[attr-defined]
    server.replace(other.source, other.nodes, other.edges)
    server.left = steps
    with pytest.raises(CrashError):
        run(full, server, ontology, anew=True)
    server.left = 1000
    run(full, server, ontology)
    is_whole(full, server, ontology)


def test_what_a_server_has_lost_is_written_again(
        full: Ledger, server: Stand, ontology: Ontology) -> None:
    """As after the restore of a backup: documents are gone with the links that led to them."""
    run(full, server, ontology)
    server.replace("doc:doc-a", (), ())
    assert run(full, server, ontology).documents == 1
    is_whole(full, server, ontology)
    server._store.load(())
    assert run(full, server, ontology) == Filled(3, 2, 0)
    is_whole(full, server, ontology)


def test_documents_of_others_are_not_touched_unasked(
        full: Ledger, server: Stand, ontology: Ontology, records: Callable[..., object]) -> None:
    other = records("doc-x", "990122").batch()          # type: ignore[attr-defined]
    server.replace(other.source, other.nodes, other.edges)
    before = server.held()
    for _ in range(2):
        with pytest.raises(StoreRefusedError, match=r"^server holds 1 documents of which this data "
                                                    r"folder knows nothing; .* --replace"):
            run(full, server, ontology)
    assert server.held() == before
    assert run(full, server, ontology, anew=True) == Filled(3, 2, 0)
    is_whole(full, server, ontology)
    server.replace(other.source, other.nodes, other.edges)
    with pytest.raises(StoreRefusedError, match="holds 1 documents"):
        run(full, server, ontology)


def test_a_graph_of_another_version_is_written_anew_when_asked(
        full: Ledger, server: Stand, ontology: Ontology) -> None:
    run(full, server, ontology, note=Note("server", "form of server", "form 0"))
    server.changes.clear()
    with pytest.raises(StoreRefusedError, match=r"of another version of the program; .* --replace"):
        run(full, server, ontology)
    assert server.changes == []
    run(full, server, ontology, anew=True)
    is_whole(full, server, ontology)


def test_an_import_is_taken_for_what_was_written(
        full: Ledger, server: Stand, ontology: Ontology, documents: tuple[Batch, ...]) -> None:
    found = Import("mark", {"Document": 3})
    full.mark(found.note, {**full.digests(), FORM: NOTE.form})
    server._store.load(full.batches())
    server.import_ = found
    keep(full, documents[1], "sha-2")                   # the same records, read by other rules
    assert run(full, server, ontology) == Filled(0, 0, 0)
    assert full.applied(found.note) == {}
    is_whole(full, server, ontology)


def test_an_import_that_is_not_whole_or_unknown_is_refused(
        full: Ledger, server: Stand, ontology: Ontology) -> None:
    server.import_ = Import("mark", {"Document": 4, "Task": 1})
    with pytest.raises(StoreRefusedError, match="an import of another data folder"):
        run(full, server, ontology)
    full.mark("import mark", {FORM: NOTE.form})
    with pytest.raises(StoreRefusedError, match="not whole: 0 Document of 4, 0 Task of 1"):
        run(full, server, ontology)
    run(full, server, ontology, anew=True)
    server.import_ = None
    is_whole(full, server, ontology)


def test_a_first_run_that_was_stopped_before_its_first_note(
        full: Ledger, server: Stand, ontology: Ontology) -> None:
    full.mark("form of server", {FORM: OPEN})
    run(full, server, ontology)
    is_whole(full, server, ontology)
