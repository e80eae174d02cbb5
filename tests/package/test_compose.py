"""The Compose files hold to the specification, and say what the rest of the repository says."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.settings import PREFIX, Settings
from tests.package.compose import BY_ENVIRONMENT, BY_SECRET, ROOT, services, understand
from tools.neo4j import settings
from tools.neo4j.home import KIT
from tools.neo4j.jars import version

FILES = sorted(ROOT.glob("docker-compose*.yml"))
CONTROLS = {"NEO4J_AUTH", "NEO4J_AUTH_FILE"}  # variables of the image that are no settings
PASSWORD = 'p@ss:w"r$d #1'


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    """The main file as it is written."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return found


def test_the_password_comes_from_the_environment() -> None:
    found = services(*BY_ENVIRONMENT, NEO4J_PASSWORD=PASSWORD)
    assert found["neo4j"]["environment"]["NEO4J_AUTH"] == f"neo4j/{PASSWORD}"
    assert found["api"]["environment"]["EDUPOLICY_CYPHER_AUTH"] == f"neo4j/{PASSWORD}"


def test_the_password_comes_from_a_file(tmp_path: Path) -> None:
    found = services(*BY_SECRET, NEO4J_AUTH_FILE=str(tmp_path / "auth"))
    for service, variable in (("neo4j", "NEO4J_AUTH_FILE"), ("api", "EDUPOLICY_CYPHER_AUTH_FILE")):
        assert found[service]["environment"][variable] == "/run/secrets/neo4j_auth"
        assert found[service]["secrets"][0]["source"] == "neo4j_auth"
        assert not [name for name in found[service]["environment"] if name.endswith("_AUTH")]


@pytest.mark.parametrize(("files", "variable"), [(BY_ENVIRONMENT, "NEO4J_PASSWORD"),
                                                 (BY_SECRET, "NEO4J_AUTH_FILE")])
def test_without_a_password_nothing_starts_and_a_sentence_says_why(
        files: tuple[str, ...], variable: str) -> None:
    for given in ({}, {variable: ""}):
        done = understand(*files, **given)
        assert done.returncode != 0
        assert f"Set {variable} to" in done.stderr
        assert "docs/operations.md" in done.stderr


def test_no_file_holds_a_password() -> None:
    assert len(FILES) == 3
    for path in FILES:
        for service in yaml.safe_load(path.read_text("utf-8"))["services"].values():
            for name, value in service.get("environment", {}).items():
                if re.search("AUTH|PASS", name):
                    assert re.match(r"neo4j/\$\{NEO4J_PASSWORD:\?|/run/secrets/", value), path.name


def test_the_server_is_the_one_of_the_tests(written: dict[str, Any]) -> None:
    assert written["services"]["neo4j"]["image"] == f"neo4j:{version()}-community", \
        "tools/neo4j/pom.xml holds the version; write it into docker-compose.yml"


def test_ports_are_open_to_this_machine_only(written: dict[str, Any]) -> None:
    ports = [port for service in written["services"].values() for port in service["ports"]]
    assert len(ports) == 3
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_api_waits_until_neo4j_answers(written: dict[str, Any]) -> None:
    assert written["services"]["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert written["services"]["neo4j"]["healthcheck"]["test"][:2] == ["CMD", "wget"]


def test_data_live_in_volumes(written: dict[str, Any]) -> None:
    mounted = [mount.partition(":")[0] for service in written["services"].values()
               for mount in service["volumes"] if isinstance(mount, str)]
    assert sorted(mounted) == sorted(written["volumes"])


def test_every_variable_is_a_setting_by_its_name(written: dict[str, Any]) -> None:
    for path in FILES:
        found = yaml.safe_load(path.read_text("utf-8"))["services"]
        for variable in set(found["neo4j"]["environment"]) - CONTROLS:
            assert settings.variable(settings.name(variable)) == variable
        for variable in found["api"]["environment"]:
            assert variable.removeprefix(PREFIX).lower() in Settings.model_fields


def test_neo4j_browser_may_show_our_guide() -> None:
    environment = services(NEO4J_PASSWORD=PASSWORD)["neo4j"]["environment"]
    for setting, value in settings.read(KIT).items():
        assert environment.get(settings.variable(setting)) == value, \
            f"write {setting} of {KIT.name} into docker-compose.yml"


def test_the_numbers_of_ports_and_of_memory_can_be_chosen() -> None:
    found = services(NEO4J_PASSWORD=PASSWORD, NEO4J_BOLT_PORT="7688", NEO4J_HEAP="2G")
    environment = found["neo4j"]["environment"]
    assert environment["NEO4J_server_bolt_advertised__address"] == "localhost:7688"
    assert environment["NEO4J_server_memory_heap_initial__size"] == "2G"
    assert environment["NEO4J_server_memory_heap_max__size"] == "2G"


def test_every_variable_that_can_be_set_is_documented() -> None:
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    for path in FILES:
        for variable in re.findall(r"\$\{(\w+)", path.read_text("utf-8")):
            assert variable in page or f"`{variable}`" in readme, variable
