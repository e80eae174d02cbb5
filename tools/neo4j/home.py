"""A Neo4j home folder: `neo4j.conf`, the first password, admin commands, the end of the logs."""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tools.neo4j import settings
from tools.neo4j.jars import ROOT, fetch
from tools.neo4j.programs import find

DEFAULTS = Path(__file__).with_name("neo4j.conf")
KIT = ROOT / "api" / "browser" / "neo4j.conf"  # what our guide and style for Neo4j Browser need


class AdminError(Exception):
    """An admin command refused; the message ends with what it said."""


def configuration(home: Path) -> Path:
    """Return the path of a home's `neo4j.conf`."""
    return home / "conf" / "neo4j.conf"


def configure(home: Path, bolt: int, http: int, more: Mapping[str, str]) -> None:
    """Write `neo4j.conf` for two ports on the loopback address; `more` goes before our settings."""
    ports = {f"server.{connector}.{side}_address": f"127.0.0.1:{port}"
             for connector, port in (("bolt", bolt), ("http", http))
             for side in ("listen", "advertised")}
    settings.write(configuration(home), {**defaults(), **ports, **more})


def defaults() -> dict[str, str]:
    """Return what a server is told whatever its ports are."""
    return settings.read(DEFAULTS) | (settings.read(KIT) if KIT.is_file() else {})


def environment(home: Path) -> dict[str, str]:
    """Return the environment for Java; the locale lets Java 17 open paths such as 资料/neo4j."""
    folders = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    return {**os.environ, **folders, "LC_ALL": "C.UTF-8"}


def administer(home: Path, *arguments: str) -> str:
    """Run `neo4j-admin` with the arguments on a configured home whose server is stopped.

    Returns what it printed. Raises AdminError when it refuses.
    """
    classes = ["-cp", f"{fetch()}/*", f"-Dbasedir={home}"]
    command = [find("java"), *classes, "org.neo4j.server.startup.Neo4jAdminCommand", *arguments]
    done = subprocess.run(
        command, env=environment(home), capture_output=True, text=True, check=False
    )
    said = (done.stdout + done.stderr).strip()
    if done.returncode != 0:
        raise AdminError(f"neo4j-admin {' '.join(arguments)} failed on {home}:\n{said[-2000:]}")
    return said


def admin_program(home: Path, program: Path) -> Path:
    """Write a program that stands for `neo4j-admin` on a configured home; return its path."""
    python = shlex.join(["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "tools.neo4j"])
    program.write_text(f'#!/bin/sh\nexec {python} admin {shlex.quote(f"--home={home}")} "$@"\n',
                       "utf-8")
    program.chmod(0o755)
    return program


def set_password(home: Path, password: str) -> None:
    """Set the password of the user neo4j before the first start.

    It goes through a file that only this user can read, because arguments show in lists of
    processes.
    """
    if len(password) < 8:
        raise AdminError("The password for Neo4j has fewer than 8 characters; choose a longer one.")
    quoted = '"' + password.replace("\\", "\\\\").replace('"', '\\"') + '"'
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=home) as file:
        file.write(quoted)
        file.flush()
        administer(home, "dbms", "set-initial-password", f"@{file.name}")


def tail(home: Path) -> str:
    """Return the last lines of the console and of Neo4j's own log, each under its path.

    The calls of a Java stack are left out, and so is the mark (ACK) by which Neo4j tells a
    calling script that it has started.
    """
    parts = []
    for log in (home / "logs" / "console.log", home / "logs" / "neo4j.log"):
        text = log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""
        lines = [line for line in text.replace("\x06", "").splitlines() if line[:1].strip()]
        if lines:
            parts.append("\n".join([f"{log}:", *lines[-12:]]))
    return "\n".join(parts)
