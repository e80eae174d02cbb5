"""A server that restarts, dies, is slow, refuses, is another's: a sentence, and the data right."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api.workspace import Workspace
from graph import Language, Limits, Store, open_store
from graph.backends.neo4j import driver
from graph.backends.schemes import Address
from graph.errors import (
    QueryLimitError,
    StoreError,
    StoreRefusedError,
    StoreUnavailableError,
)
from graph.guard import run_bounded
from graph.sync import OPEN
from ontology import Batch, Ontology
from ontology.rdf import DEFAULT_BASE
from tests.live.machine import PASSWORD, Machine
from tests.live.proxy import Proxy

NOBODYS = """CREATE (:Task {title: 'buy bread'})-[:PART_OF]->(:Document {id: '1', title: 'list'}),
                    (:Concept {id: 'c1', name: 'bread'}), (:Recipe {id: 'soup'})"""


@pytest.fixture
def opened(ontology: Ontology) -> Iterator[Callable[..., Store]]:
    """Open stores by URL; they are closed after the test."""
    stores: list[Store] = []

    def open_(url: str, **options: str) -> Store:
        stores.append(open_store(url, base=DEFAULT_BASE, **options))
        stores[-1].prepare(ontology)
        return stores[-1]

    yield open_
    for store in stores:
        store.close()


def put(store: Store, batch: Batch) -> None:
    store.replace(batch.source, batch.nodes, batch.edges)


def fill(workspace: Workspace) -> None:
    """Bring the server up to the ledger, as each command that writes does first."""
    with workspace.writing([Language.CYPHER]):
        pass


def said(error: StoreError) -> str:
    """Return the sentence of an error, which is one and shows no password."""
    text = str(error)
    assert "\n" not in text
    assert PASSWORD not in text
    assert "%20geheim" not in text
    return text


def test_a_restart_between_two_changes_is_not_noticed(
        machine: Machine, opened: Callable[..., Store], documents: tuple[Batch, ...]) -> None:
    one, other = opened(machine.url("neo4j")), opened(machine.url("bolt"))
    put(one, documents[0])
    machine.restart()
    assert other.run("MATCH (d:Document) RETURN d.id AS id", {}, Limits()).rows == (("doc-a",),)
    put(one, documents[1])
    rows = other.run("MATCH (d:Document) RETURN d.id AS id ORDER BY id", {}, Limits()).rows
    assert rows == (("doc-a",), ("doc-b",))


@pytest.mark.parametrize(("filled", "after"), [(False, 150_000), (True, 60_000)],
                         ids=["load", "replace"])
def test_a_kill_in_the_middle_is_made_good_by_the_next_start(
        machine: Machine, at: Callable[[str], Workspace], filled: bool, after: int,
        monkeypatch: pytest.MonkeyPatch) -> None:
    direct = at(machine.url())
    fill(direct)
    whole = machine.holds()
    assert len(whole) > 1000
    if not filled:
        machine.empty()
    monkeypatch.setattr(driver, "RETRY", 1.0)
    with Proxy(machine.bolt, after=after, then=machine.kill) as proxy:
        workspace = at(machine.url(port=proxy.port))
        name, sources = workspace.name(Language.CYPHER), workspace.ledger.digests()
        if filled:  # the server holds an older state of every document
            workspace.ledger.mark(name, dict.fromkeys(sources, OPEN))
        with pytest.raises(StoreUnavailableError, match="No Neo4j answers at") as caught:
            fill(workspace)
        said(caught.value)
        assert OPEN in workspace.ledger.applied(name).values()
        assert machine.server.process.returncode == -9
        machine.restart()
        fill(workspace)
        assert workspace.ledger.applied(name) == sources
    assert machine.holds() == whole


def test_a_restart_in_the_middle_is_waited_for(
        machine: Machine, opened: Callable[..., Store], documents: tuple[Batch, ...]) -> None:
    """The driver tries a change again when the link breaks, for long enough."""
    with Proxy(machine.bolt, after=8000, then=machine.restart) as proxy:
        store = opened(machine.url(port=proxy.port))
        for batch in documents:
            put(store, batch)
    ids = machine.ask("MATCH (d:Document) RETURN d.id AS id ORDER BY id")
    assert [row["id"] for row in ids] == ["doc-a", "doc-b", "doc-c"]


def test_a_silent_server_is_given_up(
        machine: Machine, opened: Callable[..., Store], documents: tuple[Batch, ...],
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.backends.neo4j.store.GRACE", 1.0)
    with Proxy(machine.bolt) as proxy:
        store = opened(machine.url(port=proxy.port))
        put(store, documents[0])
        before = machine.holds()
        proxy.silent = True
        start = time.monotonic()
        with pytest.raises(StoreUnavailableError, match=r"has said nothing for 2 s; `edup") as one:
            store.run("MATCH (n) RETURN n", {}, Limits(seconds=1))
        said(one.value)
        assert time.monotonic() - start < 5
        proxy.silent = False
        assert len(store.run("MATCH (n:Task) RETURN n", {}, Limits()).rows) == 2
    assert machine.holds() == before


def test_a_slow_server_is_waited_for_up_to_the_limit(
        machine: Machine, opened: Callable[..., Store], documents: tuple[Batch, ...]) -> None:
    with Proxy(machine.bolt) as proxy:
        store = opened(machine.url(port=proxy.port))
        proxy.delay = 0.02
        put(store, documents[0])
        assert len(store.run("MATCH (n:Task) RETURN n", {}, Limits()).rows) == 2
        proxy.delay = 0.6
        with pytest.raises(QueryLimitError, match=r"took longer than 0\.3 s"):
            store.run("UNWIND range(1, 5000) AS x RETURN x", {}, Limits(seconds=0.3))


def test_an_address_that_does_not_speak(monkeypatch: pytest.MonkeyPatch, running: Machine) -> None:
    """A port behind which nothing answers at all, as a firewall makes it."""
    monkeypatch.setattr(driver, "PATIENCE", 1.0)
    with Proxy(running.bolt) as proxy:
        proxy.silent = True
        start = time.monotonic()
        with pytest.raises(StoreUnavailableError, match=r"No Neo4j answers|in time"):
            open_store(running.url(port=proxy.port), base=DEFAULT_BASE)
        assert time.monotonic() - start < 10


def test_what_is_refused_is_told_in_a_sentence(machine: Machine) -> None:
    for _ in range(5):  # Neo4j locks a user out after three wrong passwords
        with pytest.raises(StoreRefusedError) as caught:
            open_store(machine.url(password="wrong wort"), base=DEFAULT_BASE)
    assert "wrong" not in said(caught.value).replace("wrong password", "")
    assert "too often; wait some seconds" in said(caught.value)
    deadline = time.monotonic() + 30
    while True:
        try:
            open_store(machine.url(), base=DEFAULT_BASE).close()
            break
        except StoreRefusedError:
            assert time.monotonic() < deadline
            time.sleep(0.5)
    machine.ask("CREATE USER fresh IF NOT EXISTS SET PASSWORD 'longer than 8' CHANGE REQUIRED",
                "system")
    with pytest.raises(StoreRefusedError, match="wants another password for user 'fresh'"):
        open_store(f"bolt://fresh:longer%20than%208@127.0.0.1:{machine.bolt}", base=DEFAULT_BASE)


def test_a_password_changed_meanwhile(
        machine: Machine, opened: Callable[..., Store], documents: tuple[Batch, ...]) -> None:
    machine.ask("CREATE USER other IF NOT EXISTS SET PASSWORD 'first one' CHANGE NOT REQUIRED",
                "system")
    url = f"bolt://other:first%20one@127.0.0.1:{machine.bolt}"
    put(opened(url), documents[0])
    machine.ask("ALTER USER other SET PASSWORD 'second one'", "system")
    with pytest.raises(StoreRefusedError, match="refuses user 'other'"):
        open_store(url, base=DEFAULT_BASE)
    assert len(machine.ask("MATCH (d:Document) RETURN d.id")) == 1


def test_an_older_version_is_named(machine: Machine) -> None:
    with Proxy(machine.bolt, told={b"Neo4j/5.26.": b"Neo4j/5.25."}) as proxy, \
            pytest.raises(StoreUnavailableError,
                          match=r"is of version 5\.25\.\d+; 5\.26 or later is needed"):
        open_store(machine.url(port=proxy.port), base=DEFAULT_BASE)


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_a_database_that_is_not_there_is_named(machine: Machine, scheme: str) -> None:
    with pytest.raises(StoreUnavailableError, match="has no database 'politik'; leave the") as one:
        open_store(machine.url(scheme, database="politik"), base=DEFAULT_BASE)
    said(one.value)


def test_somebody_elses_types_are_not_claimed(machine: Machine, ontology: Ontology) -> None:
    machine.ask(NOBODYS)
    before = machine.holds()
    store = open_store(machine.url(), base=DEFAULT_BASE)
    with pytest.raises(StoreRefusedError,
                       match=r"somebody else .*\(1 of type Concept, 1 of type Document, 1 of"):
        store.prepare(ontology)
    store.close()
    assert machine.holds() == before
    assert machine.ask("SHOW CONSTRAINTS") == []


def test_somebody_elses_nodes_are_never_touched(
        machine: Machine, at: Callable[[str], Workspace]) -> None:
    """They came when the types were ours already."""
    with at(machine.url()) as workspace:
        fill(workspace)
        machine.ask(NOBODYS)
        before = machine.holds()
        workspace.rebuild(Language.CYPHER)
        assert machine.holds() == before
        for source in sorted(workspace.ledger.digests()):
            workspace.ledger.remove(source.partition(":")[2])
        fill(workspace)
        rows = machine.ask("MATCH (n) RETURN labels(n)[0] AS label ORDER BY label")
        assert [row["label"] for row in rows] == ["Concept", "Document", "Recipe", "Task"]
        workspace.rebuild(Language.CYPHER)
        assert len(machine.ask("MATCH (n) RETURN n")) == 4


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s"])
def test_a_certificate_is_known_by_its_authority(
        machine: Machine, opened: Callable[..., Store], documents: tuple[Batch, ...],
        scheme: str, tmp_path: Path) -> None:
    url = machine.url(scheme)
    store = opened(url, authority=str(machine.authority.certificate))
    put(store, documents[0])
    assert len(store.run("MATCH (n:Task) RETURN n", {}, Limits()).rows) == 2
    rows = run_bounded(url, DEFAULT_BASE, "MATCH (n:Task) RETURN count(n) AS n", Limits(),
                       str(machine.authority.certificate))
    assert rows.rows == ((2,),)
    with pytest.raises(StoreUnavailableError, match="its certificate is not accepted: unable to"
                       ) as unknown:
        open_store(url, base=DEFAULT_BASE)
    said(unknown.value)
    own = opened(url.replace("+s:", "+ssc:"))
    assert len(own.run("MATCH (n:Task) RETURN n", {}, Limits()).rows) == 2
    with pytest.raises(StoreUnavailableError, match=r"checks no certificate, so .* write \w+\+s:"):
        open_store(url.replace("+s:", ":"), base=DEFAULT_BASE, authority="own.pem")
    with pytest.raises(StoreUnavailableError, match=r"none\.pem holds no certificate"):
        open_store(url, base=DEFAULT_BASE, authority=str(tmp_path / "none.pem"))


def test_one_reads_what_one_wrote(
        machine: Machine, opened: Callable[..., Store], documents: tuple[Batch, ...]) -> None:
    """A store shows the server the bookmark of what another of this process wrote."""
    url = machine.url()
    where = driver.where(Address(f"bolt://127.0.0.1:{machine.bolt}", DEFAULT_BASE,
                                       user="neo4j"))
    put(opened(url), documents[0])
    (mark,) = driver.bookmarks(where).get_bookmarks()
    with Proxy(machine.bolt) as proxy:
        there = driver.where(Address(f"bolt://127.0.0.1:{proxy.port}", DEFAULT_BASE,
                                           user="neo4j"))
        driver.bookmarks(there).update_bookmarks((), [mark])
        store = open_store(machine.url(port=proxy.port), base=DEFAULT_BASE, read_only=True)
        store.run("MATCH (n) RETURN n", {}, Limits())
        assert mark.encode() in proxy.sent
        driver.bookmarks(there).update_bookmarks((), ["FB:of another database"])
        with pytest.raises(StoreUnavailableError, match="as after a restore; ask again"):
            store.run("MATCH (n) RETURN n", {}, Limits())
        assert store.run("RETURN 1 AS one", {}, Limits()).rows == ((1,),)
        store.close()
