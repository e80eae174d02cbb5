"""The Dockerfile: what goes in, who runs it, and that its commands work as plain processes."""

import json
import re
import subprocess
import time
import tomllib
from fnmatch import fnmatch
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tests.package.image import (
    PORT,
    ROOT,
    environment,
    free_port,
    health_command,
    instructions,
    last,
    start_command,
)

LOCK = "requirements-serve.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pins(path: Path) -> dict[str, str]:
    """The pinned packages of a lock file by name, each with its markers and hashes."""
    blocks = re.split(r"\n(?=\S)", path.read_text("utf-8").strip())
    return {re.split(r"==| ", block)[0] + block.partition(";")[2].split("\\")[0]: block
            for block in blocks}


def copied() -> list[str]:
    """What is copied from this folder."""
    return [source for instruction, value in instructions()
            if instruction == "COPY" and not value.startswith("--from")
            for source in value.split()[:-1]]


def test_it_is_slim_and_of_a_python_that_the_project_supports() -> None:
    [base] = {value for name, value in instructions() if name == "ARG" and "PYTHON=" in value}
    version, slim = base.removeprefix("PYTHON=").split("-")[:2]
    assert slim == "slim"
    assert SpecifierSet(PROJECT["project"]["requires-python"]).contains(f"{version}.99")
    assert {value.split()[0] for name, value in instructions() if name == "FROM"} == \
        {"python:${PYTHON}"}


def test_it_does_not_run_as_root() -> None:
    uid = int(last("USER"))  # as a number, so that whoever runs the image can tell
    assert uid >= 1000
    assert any(f"useradd --uid {uid} " in value for name, value in instructions() if name == "RUN")
    order = [name for name, _ in instructions()]
    assert order.index("USER") < order.index("ENTRYPOINT")


def test_everything_that_is_copied_is_there_and_let_through() -> None:
    patterns = [line.strip() for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
                if line.strip() and not line.startswith("#")]
    assert patterns[0] == "*"
    for source in copied():
        assert (ROOT / source).exists(), source
        assert f"!{source.rstrip('/')}" in patterns, source


def test_nothing_else_is_let_through() -> None:
    named = {source.rstrip("/") for source in copied()}
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line[1:] for line in lines if line.startswith("!")} == named


def test_every_package_goes_in() -> None:
    include = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")
                if any(fnmatch(path.parent.name, pattern) for pattern in include)}
    assert packages
    assert packages <= {source.rstrip("/") for source in copied()}


def test_it_installs_what_is_locked_and_nothing_else() -> None:
    installs = [value for name, value in instructions()
                if name == "RUN" and "pip install" in value]
    assert len(installs) == 2
    assert f"--require-hashes --no-deps -r /src/{LOCK}" in installs[0]
    assert installs[1].endswith("--no-deps --no-build-isolation /src")


def test_its_lock_holds_what_the_lock_of_all_holds() -> None:
    locked, everything = pins(ROOT / LOCK), pins(ROOT / "requirements.lock")
    different = [name for name, block in locked.items() if everything.get(name) != block]
    assert not different, "run `make lock`"
    assert len(locked) < len(everything)
    assert all("--hash=sha256:" in block for block in locked.values())


def test_its_lock_holds_all_that_serving_takes() -> None:
    needed, todo = set(), {("edupolicy-graph", "all"), ("setuptools", "")}
    seen = set()
    while todo:
        name, extra = todo.pop()
        seen.add((name, extra))
        needed.add(_plain(name))
        for text in distribution(name).requires or []:
            wanted = Requirement(text)
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                found = {(wanted.name, one) for one in {"", *wanted.extras}}
                todo |= found - seen
    locked = {_plain(name.split()[0]) for name in pins(ROOT / LOCK)}
    assert needed - {"edupolicy-graph"} <= locked, "run `make lock`"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_it_holds_no_secret() -> None:
    for name, value in instructions():
        if name in ("ENV", "ARG"):
            assert not re.search(r"PASSWORD|AUTH|TOKEN|SECRET|://", value), value


def test_its_command_is_edupolicy() -> None:
    """So `docker compose run api ingest /documents` reads documents."""
    assert json.loads(last("ENTRYPOINT")) == ["edupolicy"]
    assert last("EXPOSE") == str(PORT)
    assert last("VOLUME") in last("ENV")


def healthy(port: int) -> bool:
    return subprocess.run(health_command(port), env=environment(), capture_output=True,
                          check=False).returncode == 0


def test_the_start_command_serves_and_the_health_check_sees_it(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    with log.open("wb") as words, subprocess.Popen(
            start_command(port), stderr=words,
            env=environment(EDUPOLICY_DATA=str(tmp_path / "data"))) as process:
        try:
            deadline = time.monotonic() + 60
            while not healthy(port):
                assert process.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.2)
            process.terminate()
            process.wait(timeout=10)  # Docker kills what has not ended by then
        finally:
            process.kill()
    assert "http://0.0.0.0:" in log.read_text("utf-8")
    assert not healthy(port)


def test_the_health_check_sees_that_neo4j_is_gone(tmp_path: Path) -> None:
    port = free_port()
    dead = f"bolt://127.0.0.1:{free_port()}"
    with subprocess.Popen(start_command(port), stderr=subprocess.PIPE, text=True,
                          env=environment(EDUPOLICY_DATA=str(tmp_path), EDUPOLICY_CYPHER=dead),
                          ) as process:
        try:
            assert process.stderr is not None
            assert any("startup complete" in line for line in process.stderr)
            assert not healthy(port)
        finally:
            process.kill()
