"""What tests of the doors are made of: two small plans, a graph of them, and the real commands.

`graph` is ingested once and only read. A test that changes something takes `folder`, an empty data
folder, and writes the plans that it needs. `run` calls a command in this process, `spawn` starts
it in one of its own, for signals, pipes and locks.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from api.app import create_app
from api.cli.app import app
from api.settings import Settings
from tests.api.doors import Rows, Run, Spawn, TestClient

ROOT = Path(__file__).parents[2]
PLACES = """code,name,level,parent,valid_from,valid_to
990000,云川省,province,,,
990100,临江市,prefecture,990000,,
990121,北屏县,county,990100,,
990122,南屏县,county,990100,,
"""
NORTH = """北屏县教育局2031年工作要点

一、建设平安校园
1. 压实校园安全责任。全年开展校园安全隐患排查4轮。（牵头科室：安全科；配合科室：基础教育科、办公室）
2. 守护校园食品安全。食堂“明厨亮灶”接入率达到100%。（牵头科室：安全科；配合单位：县市场监管局）

二、提升教育质量
3. 深化集团化办学。义务教育集团化办学覆盖率达到75%。（责任科室：基础教育科）
"""
SOUTH = """南屏县教育局2031年工作要点

一、守牢安全底线
1. 推进校园消防安全。学校消防安全演练不少于2次。（牵头科室：安全科；配合科室：基础教育科）
2. 推进集团化办学。新组建教育集团3个。（责任科室：基础教育科）
"""


def _environment(folder: Path, places: Path) -> dict[str, str]:
    return {"EDUPOLICY_DATA": str(folder), "EDUPOLICY_PLACES": str(places),
            "EDUPOLICY_CYPHER": "", "EDUPOLICY_SPARQL": "", "EDUPOLICY_BASE_IRI": ""}


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the fictional places."""
    path = tmp_path_factory.mktemp("places") / "places.csv"
    path.write_text(PLACES, "utf-8")
    return path


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with the two plans."""
    return _write_plans(tmp_path / "plans")


def _write_plans(folder: Path) -> Path:
    folder.mkdir()
    (folder / "north.txt").write_text(NORTH, "utf-8")
    (folder / "south.txt").write_text(SOUTH, "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def settings(folder: Path, places: Path) -> Settings:
    """The settings of an empty data folder."""
    return Settings(data=folder, places=places, cypher="", sparql="")


@pytest.fixture
def run(folder: Path, places: Path) -> Run:
    """Run a command on an empty data folder; variables may be given by name."""
    def run_(*arguments: str | Path, **variables: str) -> Result:
        return _invoke(arguments, {**_environment(folder, places), **variables})

    return run_


def _invoke(arguments: tuple[str | Path, ...], environment: dict[str, str]) -> Result:
    result = CliRunner().invoke(app, [str(one) for one in arguments], env=environment)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def spawn(folder: Path, places: Path) -> Iterator[Spawn]:
    """Start a command in a process of its own; it is ended after the test."""
    started: list[subprocess.Popen[str]] = []

    def spawn_(*arguments: str | Path, data: Path = folder, code: str = "", **options: Any,
               ) -> "subprocess.Popen[str]":
        source = code or "from api.cli import main; main()"
        started.append(subprocess.Popen(
            [sys.executable, "-c", source, *map(str, arguments)], cwd=ROOT, text=True,
            env={**os.environ, **_environment(data, places)}, encoding="utf-8",
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}))
        return started[-1]

    yield spawn_
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory, places: Path) -> Path:
    """The data folder of a graph of both plans; it is only read."""
    root = tmp_path_factory.mktemp("graph")
    result = _invoke(("ingest", _write_plans(root / "plans")),
                     _environment(root / "data", places))
    assert result.exit_code == 0, result.output
    return root / "data"


@pytest.fixture
def ask(graph: Path, places: Path) -> Run:
    """Run a command that reads the graph."""
    def ask_(*arguments: str | Path, **variables: str) -> Result:
        return _invoke(arguments, {**_environment(graph, places), **variables})

    return ask_


@pytest.fixture
def rows(ask: Run) -> Rows:
    """Run a command that reads the graph and return the rows that it prints as JSON."""
    def rows_(*arguments: str) -> list[dict[str, Any]]:
        result = ask(*arguments, "--format", "json")
        assert result.exit_code == 0, result.stderr
        found: list[dict[str, Any]] = json.loads(result.stdout)
        return found

    return rows_


@pytest.fixture
def client(graph: Path, places: Path) -> Iterator[TestClient]:
    """The API over the graph."""
    with TestClient(create_app(Settings(data=graph, places=places, cypher="", sparql="")),
                    raise_server_exceptions=False) as client:
        yield client
