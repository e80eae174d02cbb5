"""A server that tests may kill and empty, and data folders with the samples in their ledger."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api.intake import Intake, find
from api.settings import Settings
from api.workspace import Workspace
from tests.live.fixtures import give_up
from tests.live.machine import Machine, set_up
from tools.neo4j.jars import ROOT
from tools.neo4j.programs import MissingToolError


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """The machine as the test before left it."""
    try:
        machine = set_up(tmp_path_factory.mktemp("machine"))
    except MissingToolError as error:
        give_up(error)
    yield machine
    machine.server.stop()


@pytest.fixture
def machine(running: Machine) -> Machine:
    """The machine with an empty database."""
    running.empty()
    return running


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose ledger holds the samples, without stores."""
    folder = tmp_path_factory.mktemp("read") / "data"
    settings = Settings(data=folder, places=ROOT / "docs" / "places.csv", cypher="", sparql="")
    with Workspace(settings, print) as workspace:
        intake = Intake(workspace.ledger, settings.places)
        for path in find([ROOT / "samples"]).files:
            intake.take(path)
        workspace.link()
    return folder


@pytest.fixture
def samples(read: Path, tmp_path: Path) -> Path:
    """A copy of that folder which a test may change."""
    return Path(shutil.copytree(read, tmp_path / "data"))


@pytest.fixture
def at(samples: Path) -> Iterator[Callable[[str], Workspace]]:
    """Give a workspace on that copy whose Cypher store has a URL."""
    made: list[Workspace] = []

    def at_(url: str) -> Workspace:
        made.append(Workspace(Settings(data=samples, places=None, cypher=url, sparql=""), print))
        return made[-1]

    yield at_
    for one in made:
        one.close()
