"""The installed package works outside the checkout: its data files come with it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = "import sys; from api.cli import main; sys.argv[0] = 'edupolicy'; main()"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the package is installed, without what it depends on."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation",
         "--target", folder, ROOT], check=True, capture_output=True)
    return folder


def edupolicy(installed: Path, *arguments: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(installed),
                                "EDUPOLICY_DATA": str(installed / "data"),
                                "EDUPOLICY_PLACES": str(ROOT / "docs" / "places.csv")}
    done = subprocess.run([sys.executable, "-P", "-c", RUN, *arguments], env=environment,
                          cwd=installed, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_reads_asks_and_validates(installed: Path) -> None:
    sample = ROOT / "samples" / "chengxi-2024-work-points.txt"
    assert len(json.loads(edupolicy(installed, "extract", str(sample)))["tasks"]) == 30
    edupolicy(installed, "ingest", str(sample))
    rows = [json.loads(edupolicy(installed, "query", "co_owners", "--format", "json",
                                 "--language", language)) for language in ("cypher", "sparql")]
    assert rows[0] == rows[1]
    assert rows[0]
    edupolicy(installed, "validate")


def test_every_data_file_comes_with_it(installed: Path) -> None:
    for package in ("ontology", "ingest", "queries", "api"):
        for pattern in ("*.yaml", "*.ttl", "*.csv", "*.html", "*.conf"):
            for path in (ROOT / package).rglob(pattern):
                assert (installed / path.relative_to(ROOT)).is_file(), path.name
