"""Where the time of an ingest goes: fresh into a ledger, LadybugDB and Oxigraph, then once more.

Vocabularies, thesaurus and divisions are loaded before. The last row is the command in a process
of its own, with its start, its imports and all that it loads.
"""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.table import Table

from api import intake
from bench import data
from bench.errors import IngestError
from bench.rounds import timed
from bench.screen import table
from bench.stages import Clock, Stage
from graph.backends.ladybug.store import LadybugStore
from graph.backends.oxigraph import OxigraphStore
from graph.ledger import Ledger
from ingest import pipeline
from ontology import check

ROUNDS = 7
OPENING, WRITING = ("__init__", "prepare", "close"), ("load", "replace")
STAGES = (
    Stage("read the file", intake, ("load",)),
    Stage("read the text and its layout", pipeline, ("read_file",)),
    Stage("clean", pipeline, ("clean",)),
    Stage("extract", pipeline, ("extract",)),
    Stage("explain", pipeline, ("explain", "doubts")),
    Stage("map to records", pipeline, ("records",)),
    Stage("check the records", check, ("check",)),
    Stage("ledger", Ledger, ("__init__", "put", "known", "digests", "applied", "mark", "forget",
                             "close")),
    Stage("LadybugDB: open, make tables, close", LadybugStore, OPENING),
    Stage("LadybugDB: write", LadybugStore, WRITING),
    Stage("Oxigraph: open, close", OxigraphStore, OPENING),
    Stage("Oxigraph: write", OxigraphStore, WRITING),
)
COMMAND = "from api.cli import main; main()"


def measure() -> Table:
    """Return the table: each stage's milliseconds and share, of the first and the second time."""
    files = data.graph_files()
    _once(files)  # warms up
    rounds = [_once(files) for _ in range(ROUNDS)]
    first, second = (_middle([pair[turn] for pair in rounds]) for turn in (0, 1))
    characters = sum(len(path.read_bytes().decode()) for path in files)
    shown = table(f"Ingest of {len(files)} documents ({characters:,} characters): the round of the "
                  f"median total out of {ROUNDS}",
                  "stage", "#new: ms", "#share", "#again, nothing changed: ms", "#share")
    for stage in STAGES:
        shown.add_row(stage.name, *_cells(first, first.seconds[stage.name]),
                      *_cells(second, second.seconds[stage.name]))
    shown.add_row("all else", *_cells(first, first.total - sum(first.seconds.values())),
                  *_cells(second, second.total - sum(second.seconds.values())))
    shown.add_row("all", *_cells(first, first.total), *_cells(second, second.total))
    fresh, again = _command(files)
    shown.add_row("the command as a process", f"{fresh * 1000:,.0f}", "",
                  f"{again * 1000:,.0f}", "")
    shown.caption = (f"The second time takes {second.total / first.total:.2f} of the first; "
                     f"as a process {again / fresh:.2f}.")
    return shown


def _once(files: tuple[Path, ...]) -> tuple[Clock, Clock]:
    """Ingest into a fresh data folder, and again."""
    with TemporaryDirectory() as folder:
        clocks = Clock(), Clock()
        for clock, kind in zip(clocks, ("new", "unchanged"), strict=True):
            with clock.watch(STAGES):
                kinds = data.ingest(files, Path(folder))
            if kinds != {kind}:
                raise IngestError(f"An ingest that should find every file {kind} finds {kinds}.")
    return clocks


def _command(files: tuple[Path, ...]) -> tuple[float, float]:
    """Return the median seconds of the command, the first and the second time."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(3):
        with TemporaryDirectory() as folder:
            for turn in seconds:
                turn.append(timed(partial(_run, files, Path(folder))))
    return median(seconds[0]), median(seconds[1])


def _run(files: tuple[Path, ...], folder: Path) -> None:
    own = {"EDUPOLICY_DATA": str(folder), "EDUPOLICY_PLACES": str(data.PLACES),
           "EDUPOLICY_CYPHER": "", "EDUPOLICY_SPARQL": ""}
    done = subprocess.run([sys.executable, "-c", COMMAND, "ingest", *map(str, files)], check=False,
                          cwd=data.ROOT, env={**os.environ, **own}, capture_output=True, text=True)
    if done.returncode:
        raise IngestError(f"The command failed: {done.stderr}")


def _middle(clocks: list[Clock]) -> Clock:
    return sorted(clocks, key=lambda clock: clock.total)[len(clocks) // 2]


def _cells(clock: Clock, seconds: float) -> tuple[str, str]:
    return f"{seconds * 1000:,.1f}", f"{seconds / clock.total:.0%}"
