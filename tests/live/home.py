"""A Neo4j home folder: `neo4j.conf`, the first password, admin commands, the end of the logs."""

import os
import subprocess
import tempfile
from pathlib import Path

from tests.live.jars import fetch
from tests.live.tools import find

HEAP = "512m"

# Folders are relative to the home. The internal setting spares ten seconds of waiting for quiet
# sockets at the end; by then the databases are closed and written.
CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.directories.data=data
server.directories.transaction.logs.root=data/transactions
server.directories.dumps.root=data/dumps
server.directories.script.root=data/scripts
server.directories.logs=logs
server.directories.run=run
server.directories.import=import
server.directories.plugins=plugins
server.directories.licenses=licenses
server.memory.heap.initial_size={heap}
server.memory.heap.max_size={heap}
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
db.tx_log.rotation.size=16M
db.tx_log.rotation.retention_policy=64M size
db.logs.query.enabled=OFF
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.config.strict_validation.enabled=true
internal.server.bolt.thread_pool_shutdown_wait_time=0s
"""


class AdminError(Exception):
    """An admin command refused; the message ends with what it said."""


def configure(home: Path, bolt: int, http: int) -> None:
    """Write `conf/neo4j.conf` for the two ports on the loopback address."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    text = CONFIGURATION.format(bolt=bolt, http=http, heap=HEAP)
    (home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


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
