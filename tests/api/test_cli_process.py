"""The command as a process: pipes, signals, locks, and what it loads."""

import os
import re
import signal
import socket
import time
import urllib.request
from pathlib import Path
from typing import IO

import pytest

from api.cli.app import app
from tests.api.doors import Run, Spawn

HOLD = """
import sys, time
from graph import open_store
store = open_store(f"ladybug:{sys.argv[1]}/graph.lbug", base="https://x/")
print("held", flush=True)
time.sleep(60)
"""
LOADED = """
import sys
from api.cli.app import app
app(sys.argv[1:], standalone_mode=False)
print(" ".join(sorted(sys.modules)), file=sys.stderr)
"""
HEAVY = {"ladybug", "pyoxigraph", "yaml", "pydantic", "fastapi", "uvicorn", "rich", "graph"}


def line(pipe: IO[str] | None) -> str:
    """Wait for the next line of a process."""
    assert pipe
    return pipe.readline()


def test_help_loads_nothing_heavy(spawn: Spawn) -> None:
    _, modules = spawn("--help", code=LOADED).communicate()
    assert "typer" in modules.split()
    assert HEAVY.isdisjoint(modules.split())


def test_extract_loads_no_store(spawn: Spawn, plans: Path) -> None:
    _, modules = spawn("extract", plans / "north.txt", code=LOADED).communicate()
    assert "ingest.pipeline" in modules.split()
    assert {"ladybug", "graph.backends.oxigraph", "graph", "api.workspace"}.isdisjoint(
        modules.split())


def test_every_command_has_help_with_an_example(run: Run) -> None:
    commands = names(run("--help").stdout)
    assert len(commands) == len(app.registered_commands) + len(app.registered_groups)
    for command in commands:
        shown = run(command, "--help").stdout
        inside = [(command, name) for name in names(shown.partition("Commands:")[2])]
        for words in inside or [(command,)]:
            shown = run(*words, "--help").stdout
            assert re.search(rf"Examples?:\n +edupolicy {' '.join(words)}", shown), words


def names(shown: str) -> list[str]:
    """Return the names of the commands that a help text lists."""
    return re.findall(r"^  ([a-z]+)  ", shown, re.MULTILINE)


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["query", "--format", "xml"],
                                       ["ingest"], ["serve", "--port", "99999"]])
def test_wrong_usage_is_exit_code_2_with_nothing_on_the_output(run: Run,
                                                               arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: ")


def test_a_reader_that_has_enough_ends_the_command_quietly(spawn: Spawn, graph: Path) -> None:
    process = spawn("cypher", "MATCH (a), (b), (c) RETURN a, b, c LIMIT 5000", data=graph)
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(60) == 0


def test_ctrl_c_ends_a_command_with_one_line(spawn: Spawn, tmp_path: Path) -> None:
    file = tmp_path / "pipe.txt"
    os.mkfifo(file)
    process = spawn("extract", file)
    with file.open("wb"):  # it is open as soon as the command reads it
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert err == "Interrupted: what was done so far is kept.\n"


def test_a_locked_store_is_named_and_nothing_is_done(spawn: Spawn, run: Run, plans: Path,
                                                     folder: Path) -> None:
    run("ingest", plans / "north.txt")
    holder = spawn(folder, code=HOLD)
    assert line(holder.stdout) == "held\n"
    result = run("ingest", plans / "south.txt")
    assert result.exit_code == 2
    assert str(holder.pid) in result.stderr
    assert "south.txt" not in run("documents").stdout


def test_others_read_beside_one_that_writes(spawn: Spawn, run: Run, plans: Path,
                                            folder: Path) -> None:
    run("ingest", plans)
    holder = spawn(folder, code=HOLD)
    assert line(holder.stdout) == "held\n"
    result = run("query", "shared_concepts", "--format", "csv")
    assert result.exit_code == 0
    assert "集团化办学" in result.stdout


def test_a_port_in_use_is_one_sentence(spawn: Spawn) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        process = spawn("serve", "--port", port)
        out, err = process.communicate()
    assert (process.returncode, out) == (2, "")
    assert err.count("\n") == 1
    assert str(port) in err


def test_a_server_answers_sees_an_ingest_and_ends_with_ctrl_c(spawn: Spawn, plans: Path) -> None:
    def answer(path: str) -> str:
        with urllib.request.urlopen(f"{address}{path}", timeout=30) as response:
            return str(response.read(), "utf-8")

    assert spawn("ingest", plans / "north.txt").wait() == 0
    server = spawn("serve", "--port", "0")
    address = re.findall(r"http://127\.0\.0\.1:\d+", line(server.stderr))[0]
    assert answer("/readyz") == '{"cypher":1,"sparql":1}'
    assert spawn("ingest", plans / "south.txt").wait() == 0
    time.sleep(1.1)
    assert answer("/readyz") == '{"cypher":2,"sparql":2}'
    server.send_signal(signal.SIGINT)
    out, err = server.communicate(timeout=30)
    assert (server.returncode, out) == (130, "")
    assert err.endswith("Interrupted: what was done so far is kept.\n")
    assert "Traceback" not in err


def test_a_terminal_is_not_steered_by_a_document(spawn: Spawn, plans: Path) -> None:
    path = plans / "odd.txt"
    text = "北屏县教育局2031年\x1b[31m工作总结\n\n一、工作\n1. 完成建设。建成2所。\n"
    path.write_text(text, "utf-8")
    assert spawn("ingest", path).wait() == 0
    out, _ = spawn("documents").communicate()
    assert "\x1b" not in out
    assert "工作总结" in out


