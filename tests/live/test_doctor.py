"""`edupolicy doctor` at a real server: each thing that may be wrong is named, and it alone."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from api.doctor import Doctor
from api.settings import Settings
from api.workspace import Workspace
from graph import Language
from graph.backends.neo4j import checkup
from graph.backends.neo4j.driver import too_old
from graph.steps import Finding, State
from graph.sync import OPEN
from tests.live.certificates import sign
from tests.live.machine import PASSWORD, Machine
from tests.live.proxy import Proxy

CHECKS = ["data folder", "ledger", "store for cypher", "store for sparql", "name", "port",
          "encryption", "protocol", "user", "version", "database", "writing", "schema", "nodes",
          "clock", "documents", "Neo4j Browser"]
Look = Callable[..., dict[str, Finding]]


@pytest.fixture
def look(samples: Path) -> Look:
    """Have a server looked at, from the data folder with the samples."""
    def look_(url: str, authority: Path | None = None) -> dict[str, Finding]:
        with Doctor(Settings(data=samples, places=None, cypher=url, sparql="",
                             cypher_ca=authority)) as doctor:
            found = list(doctor.findings())
        assert [one.check for one in found] == CHECKS
        for one in found:
            assert PASSWORD not in f"{one.what} {one.remedy}"
            assert "geheim" not in f"{one.what} {one.remedy}"
            assert bool(one.remedy) >= (one.state is State.WRONG), one
        return {one.check: one for one in found}

    return look_


@pytest.fixture
def filled(machine: Machine, at: Callable[[str], Workspace]) -> Workspace:
    """The workspace of the samples, with the server filled."""
    workspace = at(machine.url())
    with workspace.writing([Language.CYPHER]):
        pass
    return workspace


def wrong(found: dict[str, Finding]) -> list[str]:
    return [name for name, one in found.items() if one.state is State.WRONG]


def test_an_empty_server_is_well_but_for_the_documents(machine: Machine, look: Look) -> None:
    found = look(machine.url("neo4j"))
    assert wrong(found) == ["documents"]
    assert found["documents"].what == "5 in the ledger, 0 on the server; the server lacks 5"
    assert found["schema"].what == "none yet"


@pytest.mark.usefixtures("filled")
def test_a_filled_server_is_well(machine: Machine, look: Look) -> None:
    found = look(machine.url(), None)
    assert wrong(found) == []
    assert {one.state for one in found.values()} == {State.OK}
    assert found["documents"].what == "5 in the ledger, 5 on the server"
    assert found["nodes"].what.endswith(" nodes are ours, 0 somebody else's, which are left alone")
    assert found["version"].what.startswith("Neo4j 5.26.")
    assert found["Neo4j Browser"].what.startswith("takes guide and style from http://")


def test_what_the_server_holds_is_compared(
        machine: Machine, filled: Workspace, look: Look) -> None:
    machine.ask("CREATE (:Task {title: 'buy bread'}), (:Recipe {id: 'soup'})")
    machine.ask("DROP CONSTRAINT task_id")
    machine.ask("MATCH (d:Document) WITH d LIMIT 1 DETACH DELETE d")
    found = look(machine.url())
    assert wrong(found) == ["schema", "nodes", "documents"]
    assert "are not there: task_id" in found["schema"].what
    assert "2 are somebody else's, and of these 1 Task under names of ours" in found["nodes"].what
    assert found["documents"].what.endswith("4 on the server; the server lacks 1")


def test_a_filling_that_was_interrupted_is_told(
        machine: Machine, filled: Workspace, look: Look) -> None:
    source = next(iter(filled.ledger.digests()))
    filled.ledger.mark(filled.name(Language.CYPHER), {source: OPEN})
    found = look(machine.url())
    assert wrong(found) == ["documents"]
    assert found["documents"].what.endswith("filling it was interrupted")


@pytest.mark.usefixtures("filled")
def test_an_address_that_was_not_filled_is_told(machine: Machine, look: Look) -> None:
    """The ledger notes what it gave to an address, and knows no two names of one server."""
    found = look(machine.url("neo4j"))
    assert wrong(found) == ["documents"]
    assert found["documents"].what.endswith("the ledger has not filled this address")


def test_who_is_not_let_in_is_told(machine: Machine, look: Look) -> None:
    found = look(machine.url(password="another one"))
    assert wrong(found) == ["user"]
    assert "refuses user 'neo4j'" in found["user"].what
    assert found["version"].what == "not looked at: user comes first"
    machine.ask("CREATE USER fresh IF NOT EXISTS SET PASSWORD 'longer than 8' CHANGE REQUIRED",
                "system")
    found = look(f"bolt://fresh:longer%20than%208@127.0.0.1:{machine.bolt}")
    assert "wants another password for user 'fresh'" in "".join(one.what for one in found.values())


def test_a_database_that_is_not_there_is_told(machine: Machine, look: Look) -> None:
    found = look(machine.url("neo4j", database="politik"))
    assert wrong(found) == ["database"]
    assert found["database"] == Finding("database", State.WRONG, "there is no database 'politik'",
                                        "take one of neo4j")


@pytest.mark.parametrize(("told", "state", "words"), [
    (b"Neo4j/5.25.", State.WRONG, "Neo4j 5.26 or later is needed"),
    (b"Neo4j/5.99.", State.OK, "newer than Neo4j 5.26, with which this is tested"),
    (b"Other/5.26.", State.UNKNOWN, "this is made for Neo4j 5.26 or later"),
])
def test_another_version_is_told(machine: Machine, look: Look, told: bytes, state: State,
                                 words: str) -> None:
    with Proxy(machine.bolt, told={b"Neo4j/5.26.": told}) as proxy:
        found = look(machine.url(port=proxy.port))
    assert found["version"].state is state
    assert found["version"].remedy == words


@pytest.mark.parametrize(("agent", "version"), [
    ("Neo4j/5.26.0", ""), ("Neo4j/2025.01.0", ""), ("Neo4j/4.4.9", "4.4.9"),
    ("Neo4j/5.9.0", "5.9.0"),
    ("Neo4j/v5.11.0 compatible graph database server - Memgraph",
     "v5.11.0 compatible graph database server - Memgraph")])
def test_versions_are_compared_by_number(agent: str, version: str) -> None:
    assert too_old(agent) == version


def test_an_address_that_leads_astray_is_told(machine: Machine, look: Look) -> None:
    """A server in a container calls itself by a name that is none outside."""
    with Proxy(machine.bolt) as proxy:
        proxy.told[f"127.0.0.1:{proxy.port}".encode()] = f"127.0.0.9:{proxy.port}".encode()
        found = look(machine.url("neo4j", proxy.port))
    assert wrong(found) == ["user"]
    assert found["user"].what == (f"the server sends us on to 127.0.0.9:{proxy.port}, where none "
                                  "answers")
    assert found["user"].remedy.startswith("take bolt:// for a single server")


def test_clocks_are_compared(
        machine: Machine, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time
    monkeypatch.setattr(checkup.time, "time", lambda: now() + 3600)
    found = look(machine.url())
    assert "clock" in wrong(found)
    assert "s behind this machine's" in found["clock"].what


def test_certificates_are_told_apart(
        machine: Machine, look: Look, tmp_path: Path) -> None:
    found = look(machine.url("neo4j+s"))
    assert wrong(found) == ["encryption"]
    assert found["encryption"].what.startswith("its certificate is not accepted: unable to get")
    assert found["encryption"].remedy.endswith("in EDUPOLICY_CYPHER_CA")
    found = look(machine.url("neo4j+s"), machine.authority.certificate)
    assert found["encryption"].what.endswith("the certificate is accepted")
    assert found["user"].state is State.OK
    found = look(machine.url("bolt+ssc"))
    assert found["encryption"].what.endswith("the certificate is not checked")
    assert found["user"].state is State.OK


@pytest.fixture
def elsewhere(machine: Machine, tmp_path: Path) -> Iterator[int]:
    """The port of a program that encrypts with a certificate of other names, and greets back."""
    sign(tmp_path, machine.authority, name="DNS:elsewhere.example")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    folder = tmp_path / "certificates" / "bolt"
    context.load_cert_chain(folder / "public.crt", folder / "private.key")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        def serve() -> None:
            while True:
                try:
                    link, _ = listener.accept()
                except OSError:
                    return
                with link, suppress(OSError), context.wrap_socket(link, server_side=True) as secret:
                    secret.recv(64)
                    secret.sendall(b"\0\0\x08\x05")

        threading.Thread(target=serve, daemon=True).start()
        yield int(listener.getsockname()[1])
        listener.shutdown(socket.SHUT_RDWR)


def test_a_server_that_answers_encrypted_only_is_told(
        machine: Machine, elsewhere: int, look: Look) -> None:
    found = look(machine.url("bolt", elsewhere))
    assert wrong(found) == ["encryption"]
    assert found["encryption"].what == "the server answers encrypted only"
    found = look(machine.url("bolt+s", elsewhere), machine.authority.certificate)
    assert wrong(found) == ["encryption"]
    assert "mismatch" in found["encryption"].what
    assert found["encryption"].remedy.startswith("write the name in the address")


def test_a_database_closed_for_writing_is_told(filled: Workspace, machine: Machine,
                                               look: Look) -> None:
    machine.restart({"server.databases.read_only": "neo4j"})
    try:
        found = look(machine.url())
    finally:
        machine.restart()
    assert wrong(found) == ["writing"]
    assert "may not be written by user 'neo4j'" in found["writing"].what
    assert "questions are answered" in found["writing"].remedy
