"""The real server answers over bolt and HTTP, keeps to this machine and leaves nothing behind."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest
from neo4j import GraphDatabase

from tools.neo4j.jars import ROOT, version
from tools.neo4j.server import HOST, Server, ServerError, choose_ports, start

WEB = build_opener(ProxyHandler({}))  # a proxy of the environment cannot reach this machine


def read(url: str) -> str:
    with WEB.open(url, timeout=30) as answer:
        assert answer.status == 200
        return str(answer.read(), "utf-8")


def ask(server: Server, cypher: str) -> list[list[object]]:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        return [record.values() for record in driver.execute_query(cypher).records]


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def test_bolt_answers_through_the_routing_driver(neo4j_url: Server) -> None:
    assert neo4j_url.uri.startswith("neo4j://127.0.0.1:")
    assert ask(neo4j_url, "CALL dbms.components() YIELD versions, edition") == [
        [[version()], "community"]
    ]
    assert ask(neo4j_url, "RETURN '人工智能教育' AS name") == [["人工智能教育"]]


def test_http_names_the_bolt_address(neo4j_url: Server) -> None:
    assert json.loads(read(neo4j_url.http))["bolt_routing"] == neo4j_url.uri


def test_neo4j_browser_is_served(neo4j_url: Server) -> None:
    page = read(f"{neo4j_url.http}/browser/")
    assert "<title>Neo4j Browser</title>" in page
    scripts = re.findall(r'src="([^"]+\.js)"', page)
    assert scripts
    assert all(read(f"{neo4j_url.http}/browser/{script}") for script in scripts)


def test_server_keeps_to_this_machine_and_reports_nothing(neo4j_url: Server) -> None:
    rows = ask(neo4j_url, "SHOW SETTINGS YIELD name, value")
    settings = {str(name): str(value) for name, value in rows}
    addresses = [value for name, value in settings.items() if name.endswith("_address")]
    assert {value.partition(":")[0] for value in addresses} == {HOST}
    assert settings["dbms.usage_report.enabled"] == "false"
    assert settings["client.allow_telemetry"] == "false"
    folders = [value for name, value in settings.items() if name.startswith("server.directories.")]
    assert settings["server.directories.data"] == str(neo4j_url.home / "data")
    assert all(Path(folder).is_relative_to(neo4j_url.home) for folder in folders)


def test_java_gives_neo4j_the_access_it_asks_for(neo4j_url: Server) -> None:
    log = (neo4j_url.home / "logs" / "debug.log").read_text(encoding="utf-8")
    start, started, _ = log.partition("Bolt server started")  # later come faults that tests make
    complaints = [line for line in start.splitlines() if re.search(r" (WARN|ERROR) ", line)]
    assert started
    assert not [line for line in complaints if re.search("ERROR|add-opens|NativeAccess", line)]


def test_taken_port_is_named_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(ServerError, match=f"Port {port} on 127.0.0.1 is taken"):
            start(tmp_path / "home", port, password="long enough")
    assert not (tmp_path / "home").exists()


def test_killed_owner_leaves_no_java_and_a_usable_home(tmp_path: Path) -> None:
    """SIGKILL gives the owner no chance to clean up; the data outlives it, the server does not."""
    bolt, http = choose_ports(0, 0)
    options = [f"--home={tmp_path}", f"--bolt={bolt}", f"--http={http}"]
    owner = subprocess.Popen(
        [sys.executable, "-m", "tools.neo4j", "run", *options],
        cwd=ROOT,
        env={**os.environ, "NEO4J_PASSWORD": 'quo"te\\字 #1'},
        stdout=subprocess.PIPE,
        text=True,
    )
    with owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == f"Neo4j answers at neo4j://{HOST}:{bolt} (user neo4j).\n"
        with pytest.raises(ServerError, match="store_lock"):
            start(tmp_path, password='quo"te\\字 #1')
        owner.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while (listens(bolt) or listens(http)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not listens(bolt)
    server = start(tmp_path, bolt, http, password='quo"te\\字 #1')
    server.stop()
    assert server.process.returncode == 0
    assert not listens(bolt)
