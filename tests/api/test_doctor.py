"""`edupolicy doctor` without a server: the data folder, embedded stores, the way to a server."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from api import doctor
from graph.steps import Finding, State, Step, UnknownError, WrongError, run
from tests.api.doors import Run


def look(run: Run, *arguments: str, **variables: str) -> dict[str, dict[str, Any]]:
    """Run the command; return its rows by check."""
    result = run("doctor", *arguments, "--format", "json", **variables)
    rows = json.loads(result.stdout)
    wrong = any(row["state"] == "wrong" for row in rows)
    assert result.exit_code == (1 if wrong else 0), result.stderr
    assert not any("\n" in str(value) for row in rows for value in row.values())
    return {row["check"]: row for row in rows}


def wrong(found: dict[str, dict[str, Any]]) -> list[str]:
    return [name for name, row in found.items() if row["state"] == "wrong"]


def test_before_the_first_document_nothing_is_wrong_and_nothing_is_made(
        run: Run, folder: Path) -> None:
    found = look(run)
    assert list(found) == ["data folder", "ledger", "store for cypher", "store for sparql"]
    assert {row["state"] for row in found.values()} == {"ok"}
    assert found["ledger"]["to do"] == "`edupolicy ingest` reads documents"
    assert not folder.exists()


def test_a_filled_graph_is_well(ask: Run) -> None:
    found = look(ask)
    assert wrong(found) == []
    assert found["ledger"]["what"] == "2 documents, 0 refused"
    assert found["store for cypher"]["what"].endswith("graph.lbug opens and holds all documents")
    table = ask("doctor")
    assert table.exit_code == 0
    assert "store for sparql" in table.stdout
    assert ask("doctor", "--format", "csv").stdout.startswith("check,state,what,to do\n")


def test_what_a_store_lacks_is_told(run: Run, plans: Path, folder: Path) -> None:
    assert run("ingest", plans / "north.txt").exit_code == 0
    other = str(folder / "other.lbug")
    assert run("ingest", plans / "south.txt", EDUPOLICY_CYPHER=f"ladybug:{other}").exit_code == 0
    found = look(run)
    assert wrong(found) == ["store for cypher"]
    assert "lacks documents" in found["store for cypher"]["what"]
    assert wrong(look(run, f"ladybug:{other}")) == []


def test_a_broken_store_and_a_broken_ledger_are_told(run: Run, plans: Path, folder: Path) -> None:
    run("ingest", plans)
    (folder / "graph.lbug").write_text("no store" * 2000)
    found = look(run)
    assert wrong(found) == ["store for cypher"]
    assert "rebuild it" in found["store for cypher"]["to do"]
    (folder / "ledger.sqlite").write_text("no ledger" * 2000)
    found = look(run)
    assert {"ledger", "store for cypher"} <= set(wrong(found))
    assert "is damaged" in found["ledger"]["what"]


def test_a_data_folder_that_is_a_file_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = look(run, EDUPOLICY_DATA=str(tmp_path / "file" / "data"))
    assert found["data folder"]["what"] == f"{tmp_path / 'file'} is no folder"


@pytest.mark.parametrize(("url", "fault"), [
    ("mysql://host", "Unknown kind of store 'mysql'"),
    ("bolt://user:top/secret@host", "a sign in its password"),
    ("bolt://user:top-secret@host:port", "has a wrong port"),
])
def test_a_wrong_address_is_told_without_its_password(run: Run, url: str, fault: str) -> None:
    result = run("doctor", url, "--format", "json")
    assert fault in result.stdout + result.stderr
    assert result.exit_code in (1, 2)
    assert "secret" not in result.stdout + result.stderr


def test_a_name_that_is_no_machines_ends_the_looking(run: Run) -> None:
    found = look(run, "neo4j://neo4j:top-secret@no.such.host.invalid")
    assert wrong(found) == ["name"]
    assert "no.such.host.invalid is the name of no machine" in found["name"]["what"]
    assert found["port"]["what"] == "not looked at: name comes first"
    assert found["Neo4j Browser"]["state"] == "unknown"
    assert "top-secret" not in str(found)


def test_a_closed_port_is_told(run: Run) -> None:
    found = look(run, "bolt://127.0.0.1:1")
    assert wrong(found) == ["port"]
    assert "port 1 is closed" in found["port"]["what"]
    assert "start Neo4j" in found["port"]["to do"]


@contextmanager
def answering(words: bytes) -> Iterator[int]:
    """Open a port that says the same to everybody, and then no more."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        def serve() -> None:
            while True:
                try:
                    link, _ = listener.accept()
                except OSError:
                    return
                with link:
                    link.recv(1024)
                    link.sendall(words)

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(("words", "fault"), [
    (b"HTTP/1.1 400 Bad Request\r\n\r\n", "is that of a web server, such as Neo4j Browser"),
    (b"\0\0\0\0", "speaks no version of bolt"),
    (b"", "does not answer as Neo4j does"),
])
def test_another_program_on_the_port_is_told(run: Run, words: bytes, fault: str) -> None:
    with answering(words) as port:
        found = look(run, f"bolt://127.0.0.1:{port}")
    assert wrong(found) == ["protocol"]
    assert fault in found["protocol"]["what"]


def test_a_server_without_encryption_is_told(run: Run) -> None:
    with answering(b"\0\0\x08\x05") as port:
        found = look(run, f"neo4j+s://127.0.0.1:{port}")
    assert wrong(found) == ["encryption"]
    assert found["encryption"]["what"] == "the server does not encrypt"
    assert "write neo4j:// in the address" in found["encryption"]["to do"]


def test_an_authority_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    found = look(run, "bolt+s://127.0.0.1:1", EDUPOLICY_CYPHER_CA=str(tmp_path / "none.pem"))
    assert wrong(found) == ["store for cypher"]
    assert "none.pem holds no certificate that can be read" in found["store for cypher"]["what"]


class Told:
    """A server that tells its settings."""

    def __init__(self, guide: str, hosts: str) -> None:
        self._told = {doctor.GUIDE: guide, doctor.HOSTS: hosts}

    def settings(self, *names: str) -> dict[str, str]:
        return {name: self._told[name] for name in names}


@pytest.mark.parametrize(("guide", "hosts", "words"), [
    ("", "localhost", "shows neither our guide nor our style"),
    ("style http://api:8000/browser/style.grass", "localhost,127.0.0.1", "not allowed to fetch it"),
    ("play http://api:8000/browser/guide.html; style http://api:8000/browser/style.grass",
     "localhost,api", "takes guide and style from http://api:8000"),
])
def test_neo4j_browser_is_good_to_have(guide: str, hosts: str, words: str) -> None:
    what, remedy = doctor._browser(Told(guide, hosts))  # type: ignore[arg-type]
    assert words in what
    assert bool(remedy) == ("takes" not in what)


def test_a_gate_that_is_shut_hides_what_comes_after() -> None:
    def well() -> tuple[str, str]:
        return "fine", ""

    def ill() -> tuple[str, str]:
        raise WrongError("broken", "mend it")

    def hidden() -> tuple[str, str]:
        raise UnknownError("cannot be seen", "")

    assert list(run([Step("a", ill), Step("b", hidden), Step("c", well, gate=True),
                     Step("d", ill, gate=True), Step("e", well)])) == [
        Finding("a", State.WRONG, "broken", "mend it"),
        Finding("b", State.UNKNOWN, "cannot be seen"),
        Finding("c", State.OK, "fine"),
        Finding("d", State.WRONG, "broken", "mend it"),
        Finding("e", State.UNKNOWN, "not looked at: d comes first")]
