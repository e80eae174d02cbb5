"""`make neo4j` and `make neo4j-stop`: a server in the background, without Docker."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.fixtures import give_up
from tests.live.test_server import listens
from tools.neo4j.jars import ROOT, fetch, version
from tools.neo4j.programs import MissingToolError
from tools.neo4j.server import choose_ports

PASSWORD = "geheim-geheim"


class Home:
    """A home folder and the commands on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bolt, self.http = choose_ports(0, 0)

    def say(self, command: str, *arguments: str, password: str = "",
            ) -> "subprocess.CompletedProcess[str]":
        """Run a command of `python -m tools.neo4j`."""
        environment = {**os.environ, "NEO4J_PASSWORD": password}
        return subprocess.run(
            [sys.executable, "-m", "tools.neo4j", command, f"--home={self.folder}", *arguments],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    def start(self, password: str = "") -> "subprocess.CompletedProcess[str]":
        """Run `start` on the ports of this home."""
        return self.say("start", f"--bolt={self.bolt}", f"--http={self.http}", password=password)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    try:
        fetch()
    except MissingToolError as error:
        give_up(error)
    found = Home(tmp_path / "home")
    yield found
    found.say("stop")


def test_it_starts_once_and_stops(home: Home) -> None:
    first = home.start(PASSWORD)
    assert first.returncode == 0, first.stderr
    assert f"Neo4j {version()} answers at neo4j://127.0.0.1:{home.bolt}" in first.stdout
    assert f"http://127.0.0.1:{home.http}/browser/" in first.stdout
    assert PASSWORD not in first.stdout
    assert listens(home.bolt)
    again = home.start()  # what runs needs no password
    assert again.returncode == 0
    assert re.search(rf"runs already: neo4j://127.0.0.1:{home.bolt},.*make neo4j-stop",
                     again.stdout)
    assert home.say("stop").stdout == "Neo4j is stopped.\n"
    assert not listens(home.bolt)
    assert not listens(home.http)
    assert home.say("stop").stdout == "No Neo4j was running.\n"


def test_without_a_password_it_says_how_to_set_one(home: Home) -> None:
    done = home.start()
    assert done.returncode == 1
    assert "export NEO4J_PASSWORD=" in done.stderr
    assert not home.folder.exists()


def test_why_it_does_not_start_is_told(home: Home) -> None:
    done = home.start("short")
    assert done.returncode == 1
    assert done.stderr.startswith("The password for Neo4j has fewer than 8 characters")
    assert home.say("stop").stdout == "No Neo4j was running.\n"


def test_the_targets_of_make_call_it() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target, command in (("neo4j", "start"), ("neo4j-stop", "stop")):
        assert re.search(rf"(?m)^{target}: .*\n\t@\S+python -m tools\.neo4j {command}\b", makefile)
