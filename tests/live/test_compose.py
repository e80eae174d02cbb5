"""What docker-compose.yml says, with the containers as plain processes: settings, health, login."""

import json
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase

from tests.live.fixtures import give_up
from tests.package.compose import BY_ENVIRONMENT, BY_SECRET, ROOT, services
from tests.package.image import environment, free_port, health_command, start_command
from tools.neo4j import settings
from tools.neo4j.programs import MissingToolError, find
from tools.neo4j.server import HOST, Server, choose_ports, start

PASSWORD = 'p@ss:w"r$d #1'
CONTROLS = {"NEO4J_AUTH", "NEO4J_AUTH_FILE"}  # variables of the image that are no settings
UNITS = {"k": 1, "m": 2, "g": 3}


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    """The services, on ports that are free."""
    bolt, http = choose_ports(0, 0)
    return services(*BY_ENVIRONMENT, NEO4J_PASSWORD=PASSWORD, NEO4J_BOLT_PORT=str(bolt),
                    NEO4J_HTTP_PORT=str(http))


@pytest.fixture(scope="module")
def told(composed: dict[str, Any]) -> dict[str, str]:
    """The settings that the image would make of the variables, as its start script does."""
    return {settings.name(variable): value
            for variable, value in composed["neo4j"]["environment"].items()
            if variable not in CONTROLS}


@pytest.fixture(scope="module")
def server(composed: dict[str, Any], told: dict[str, str],
           tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with these settings and the password of the service."""
    user, _, password = composed["neo4j"]["environment"]["NEO4J_AUTH"].partition("/")
    assert user == "neo4j"
    bolt, http = (int(told[f"server.{name}.advertised_address"].partition(":")[2])
                  for name in ("bolt", "http"))
    try:
        running = start(tmp_path_factory.mktemp("composed"), bolt, http, password=password,
                        settings=told)
    except MissingToolError as error:
        give_up(error)
    yield running
    running.stop()


def plain(value: str) -> str:
    """Bring sizes to bytes, as Neo4j shows 1.00GiB for 1G."""
    found = re.fullmatch(r"([\d.]+)([kmg])(?:ib)?", value.lower())
    return str(int(float(found[1]) * 1024 ** UNITS[found[2]])) if found else value


def test_the_server_takes_every_setting_as_it_is_meant(server: Server,
                                                       told: dict[str, str]) -> None:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        rows = driver.execute_query("SHOW SETTINGS YIELD name, value").records
    shown = {row["name"]: row["value"] for row in rows}
    assert told["server.config.strict_validation.enabled"] == "true"
    assert {name: plain(shown[name]) for name in told} == \
        {name: plain(value) for name, value in told.items()}


def test_neo4j_browser_is_sent_to_the_port_that_is_published(server: Server) -> None:
    port = int(server.http.rpartition(":")[2])
    web = HTTPConnection(HOST, port, timeout=10)
    web.request("GET", "/")
    found = json.loads(web.getresponse().read())
    web.close()
    assert found["bolt_routing"] == server.uri.replace(HOST, "localhost")


def check(composed: dict[str, Any], port: int) -> int:
    """Run the health check of the service neo4j on another port."""
    [_, program, *arguments] = composed["neo4j"]["healthcheck"]["test"]
    assert "http://127.0.0.1:7474/" in arguments
    words = [word.replace("7474", str(port)) for word in arguments]
    try:
        return subprocess.run([find(program), *words], check=False).returncode
    except MissingToolError as error:
        give_up(error)


def test_the_health_check_tells_a_server_that_answers(server: Server,
                                                      composed: dict[str, Any]) -> None:
    assert check(composed, int(server.http.rpartition(":")[2])) == 0
    assert check(composed, free_port()) != 0


@pytest.fixture
def served(server: Server, tmp_path: Path) -> Iterator[Callable[[dict[str, str]], int]]:
    """Start the service api as a plain process with variables; gives its port once it is well."""
    started: list[subprocess.Popen[bytes]] = []

    def serve(variables: dict[str, str]) -> int:
        port = free_port()
        with (tmp_path / "log").open("ab") as log:
            started.append(subprocess.Popen(start_command(port), env=environment(**variables),
                                            stderr=log))
        deadline = time.monotonic() + 60
        while subprocess.run(health_command(port), env=environment(), capture_output=True,
                             check=False).returncode:
            assert started[-1].poll() is None, (tmp_path / "log").read_text("utf-8")
            assert time.monotonic() < deadline, (tmp_path / "log").read_text("utf-8")
            time.sleep(0.2)
        return port

    yield serve
    for process in started:
        process.kill()
        process.wait()


@pytest.mark.parametrize("files", [BY_ENVIRONMENT, BY_SECRET], ids=["environment", "secret"])
def test_the_api_answers_from_the_server(files: tuple[str, ...], server: Server, tmp_path: Path,
                                         served: Callable[[dict[str, str]], int]) -> None:
    """The containers' names and paths, of which there is no network here, are put in place."""
    secret = tmp_path / "auth"
    secret.write_text(f"neo4j/{PASSWORD}\n", "utf-8")
    api = services(*files, NEO4J_PASSWORD=PASSWORD, NEO4J_AUTH_FILE=str(secret))["api"]
    places = {"bolt://neo4j:7687": server.uri.replace("neo4j:", "bolt:"),
              "/run/secrets/neo4j_auth": str(secret)}
    variables = {name: places.get(value, value) for name, value in api["environment"].items()}
    variables["EDUPOLICY_DATA"] = str(tmp_path / "data")
    assert variables["EDUPOLICY_CYPHER"] != api["environment"]["EDUPOLICY_CYPHER"]
    read = subprocess.run([*start_command(1)[:1], "ingest", ROOT / "samples"], check=False,
                          env=environment(**variables), capture_output=True, text=True)
    assert read.returncode == 0, read.stderr
    web = HTTPConnection("127.0.0.1", served(variables), timeout=30)
    web.request("GET", "/readyz")
    counts = json.loads(web.getresponse().read())
    web.close()
    assert counts == {"cypher": 5, "sparql": 5}
