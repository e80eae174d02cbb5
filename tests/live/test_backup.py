"""The recipes of docs/operations.md: a dump loaded elsewhere, the ledger alone, read-only."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import ClientError

from tests.live.fixtures import give_up
from tools.neo4j.jars import ROOT
from tools.neo4j.programs import MissingToolError
from tools.neo4j.server import Server, start

COMMAND = Path(sys.executable).with_name("edupolicy")
COUNT = """MATCH (n) WITH labels(n) AS labels, count(*) AS nodes ORDER BY labels
WITH collect([labels, nodes]) AS nodes OPTIONAL MATCH ()-[r]->()
RETURN nodes, count(r) AS relations"""
OLD, NEW = "the first password", "another password"


def edupolicy(*arguments: str, data: Path, server: Server | None = None) -> None:
    environment = os.environ | {"EDUPOLICY_DATA": str(data), "EDUPOLICY_CYPHER": "",
                                "EDUPOLICY_CYPHER_AUTH": ""}
    if server:
        environment |= {"EDUPOLICY_CYPHER": server.uri,
                        "EDUPOLICY_CYPHER_AUTH": f"{server.user}/{server.password}"}
    done = subprocess.run([COMMAND, *arguments], env=environment, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stderr


def administer(home: Path, *arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "tools.neo4j", "admin", f"--home={home}",
                           *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def count(server: Server) -> list[object]:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        return driver.execute_query(COUNT).records[0].values()


def test_both_ways_bring_the_graph_back_and_it_can_be_closed_for_writing(tmp_path: Path) -> None:
    data, first, second = tmp_path / "data", tmp_path / "first", tmp_path / "second"
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    try:
        server = start(first, password=OLD)
    except MissingToolError as error:
        give_up(error)
    edupolicy("ingest", str(ROOT / "samples"), data=data, server=server)
    before = count(server)
    assert len(str(before)) > 100
    dump = ("database", "dump", "neo4j", f"--to-path={dumps}", "--overwrite-destination=true")
    with pytest.raises(AssertionError, match="in use"):
        administer(first, *dump)
    server.stop()

    administer(first, *dump)
    administer(second, "database", "load", "neo4j", f"--from-path={dumps}",
               "--overwrite-destination=true")
    server = start(second, password=NEW)  # passwords are no part of a dump
    assert count(server) == before
    edupolicy("query", "co_owners", data=data, server=server)

    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy(data / "ledger.sqlite", copy)
    edupolicy("rebuild", data=copy, server=server)
    assert count(server) == before
    server.stop()

    server = start(second, password=NEW, settings={"server.databases.read_only": "neo4j"})
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver, \
            pytest.raises(ClientError, match="read-only"):
        driver.execute_query("CREATE (:Task)")
    edupolicy("query", "co_owners", data=copy, server=server)
    assert count(server) == before
    server.stop()
