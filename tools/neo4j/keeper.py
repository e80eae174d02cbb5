"""The process that keeps a server: one for each home, in the foreground or in the background.

It holds a lock on `keeper.json` in the home as long as it lives, so a file that is left behind by a
crash says nothing, and no number of a process is ever mistaken for another's.
"""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tools.neo4j.home import tail
from tools.neo4j.jars import ROOT, fetch
from tools.neo4j.server import Server, ServerError, start

STATE = "keeper.json"
PATIENCE = 60.0  # seconds until a server that was told to stop counts as stuck


def keep(home: Path, bolt: int, http: int, password: str) -> Iterator[Server]:
    """Start a server, hand it out once, and end it at the end of this process.

    Raises ServerError where another process keeps one on this home, or where it ends by itself.
    """
    with _held(home) as state:
        server = start(home, bolt, http, password=password)
        _write(state, uri=server.uri, http=server.http)
        yield server
        server.process.wait()
        raise ServerError(f"Neo4j ended by itself.\n{tail(home)}")


def look(home: Path) -> dict[str, str] | None:
    """Return what the keeper of a home says of itself, or None where there is none.

    `uri` and `http` are there as soon as the server answers.
    """
    try:
        state = (home / STATE).open(encoding="utf-8")
    except FileNotFoundError:
        return None
    with state:
        try:
            fcntl.flock(state, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            text = state.read()
            return dict(json.loads(text)) if text.endswith("}") else {}
        return None


def start_apart(home: Path, bolt: int, http: int) -> dict[str, str]:
    """Start a keeper in the background, and return what it says when its server answers.

    The password comes by the environment. Raises ServerError with the keeper's last words.
    """
    fetch()
    (home / "logs").mkdir(parents=True, exist_ok=True)
    log = home / "logs" / "keeper.log"
    with log.open("wb") as words:
        process = subprocess.Popen(
            [sys.executable, "-m", "tools.neo4j", "run", f"--home={home}", f"--bolt={bolt}",
             f"--http={http}"], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=words, stderr=words,
            start_new_session=True)  # Ctrl-C in the shell it was started from is not meant for it
    try:
        while process.poll() is None:
            state = look(home)
            if state and "uri" in state:
                return state
            time.sleep(0.2)
    except BaseException:
        process.terminate()
        raise
    raise ServerError(log.read_text("utf-8").strip())


def stop(home: Path) -> bool:
    """End the keeper of a home and its server; tell whether there was one."""
    state = look(home)
    if state is None:
        return False
    deadline = time.monotonic() + PATIENCE
    if "pid" in state:
        os.kill(int(state["pid"]), signal.SIGTERM)
    while look(home) is not None:
        if time.monotonic() > deadline:
            raise ServerError(f"The process {state.get('pid', '')} that keeps Neo4j on {home} does "
                              f"not end.\n{tail(home)}")
        time.sleep(0.1)
    return True


@contextmanager
def _held(home: Path) -> Iterator[TextIO]:
    home.mkdir(parents=True, exist_ok=True)
    with (home / STATE).open("a", encoding="utf-8") as state:
        try:
            fcntl.flock(state, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ServerError(f"Another process keeps a Neo4j on {home}; `make neo4j-stop` "
                              "stops it.") from error
        _write(state)
        yield state


def _write(state: TextIO, **known: str) -> None:
    state.truncate(0)
    state.write(json.dumps({"pid": str(os.getpid()), **known}))
    state.flush()
