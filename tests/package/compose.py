"""The Compose files as Docker Compose understands them, which takes no Docker engine."""

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import yaml

from tests.live.fixtures import give_up
from tools.neo4j.programs import MissingToolError, find

ROOT = Path(__file__).parents[2]
BY_ENVIRONMENT: tuple[str, ...] = ()  # Compose finds both files by itself
BY_SECRET = ("-f", "docker-compose.yml", "-f", "docker-compose.secret.yml")


def understand(*files: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run `docker-compose config`, which checks the files and prints them with all filled in."""
    try:
        command = find("docker-compose")
    except MissingToolError as error:
        give_up(error)
    with tempfile.NamedTemporaryFile() as empty:
        # Neither the variables nor the .env of whoever runs the tests.
        return subprocess.run([command, "--env-file", empty.name, *files, "config"], cwd=ROOT,
                              env={"PATH": os.environ["PATH"], **variables}, capture_output=True,
                              text=True, check=False)


def services(*files: str, **variables: str) -> dict[str, Any]:
    """Return the services of files that are understood, by name."""
    done = understand(*files, **variables)
    assert done.returncode == 0, done.stderr
    # What is printed can be read again, so each dollar stands twice.
    found: dict[str, Any] = yaml.safe_load(done.stdout.replace("$$", "$"))["services"]
    return found
