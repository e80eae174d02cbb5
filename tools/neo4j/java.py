"""The Java process of a Neo4j server, which never outlives the process that started it."""

import subprocess
from pathlib import Path

from tools.neo4j import settings
from tools.neo4j.home import configuration, environment
from tools.neo4j.jars import fetch
from tools.neo4j.programs import find

# Without these three Neo4j 5.26 warns and falls back to slower memory and file access.
OPENED = ("java.nio", "java.io", "sun.nio.ch")

# The shell becomes Java and leaves a watcher on its input: when the pipe closes, because our
# process stops the server or has itself been killed, the watcher ends Java.
LAUNCH = 'exec 3<&0; (read -r _ <&3; kill $$ 2>/dev/null) & exec "$@" 3<&- </dev/null'


def launch(home: Path) -> subprocess.Popen[bytes]:
    """Start Neo4j on a configured home; what Java prints goes to `logs/console.log`."""
    told = settings.read(configuration(home))
    heap = [f"-Xms{told['server.memory.heap.initial_size']}",
            f"-Xmx{told['server.memory.heap.max_size']}"]
    options = [*heap, "-Dfile.encoding=UTF-8"]
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    classes = ["-cp", f"{fetch()}/*", "org.neo4j.server.CommunityEntryPoint"]
    folders = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    (home / "logs").mkdir(exist_ok=True)
    with (home / "logs" / "console.log").open("ab") as console:
        return subprocess.Popen(
            ["sh", "-c", LAUNCH, "neo4j", find("java"), *options, *opens, *classes, *folders],
            env=environment(home),
            stdin=subprocess.PIPE,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us alone, and we end Java
        )


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask Java to stop, and kill it when it has not done so within 30 seconds."""
    if process.stdin is not None:
        process.stdin.close()
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
