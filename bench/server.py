"""A large generated graph in Neo4j: written by driver, by an import without a server, and asked.

The server is one of the benchmark's own, started from the jars of `make neo4j`. What is ours runs
as the command that a user gives, in a process of its own, with all that it reads and checks.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from neo4j import Driver, GraphDatabase
from rich.table import Table

from api.workspace import Workspace
from bench import data, large
from bench.errors import CommandError, UnequalRowsError
from bench.examples import example
from bench.rounds import interleave, timed
from bench.screen import table
from graph import Language, Limits, Store, open_store
from graph.captions import captioned, with_captions
from graph.drafts import Put, edge_puts, node_puts
from graph.errors import QueryLimitError
from graph.ledger import Ledger
from graph.parts import once
from ontology import Batch, load, thesaurus
from ontology.rdf import DEFAULT_BASE
from queries import Query, run
from queries import load as questions
from tools.neo4j.home import admin_program, configure
from tools.neo4j.server import Server, start

TASKS = 100_000
ROUNDS = 3          # of each way to write
TURNS = 3           # of each question
BY_DRIVER, SHARE, MEMORY = 1.25, 0.4, 1000  # the aims: times the bare loop, of the import, MB
CHUNK = 10_000      # rows of a statement of the bare loop
LIMITS = Limits(seconds=10, rows=1_000_000)     # of a question
PASSWORD = "a password for a bench"
SETTINGS = {"server.memory.heap.initial_size": "2g", "server.memory.heap.max_size": "2g",
            "server.memory.pagecache.size": "1g"}
EMPTY = f"MATCH (n) CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF {CHUNK} ROWS"
COUNT = "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r)"
# VmHWM, as ru_maxrss of a process still holds what the one that started it took.
COMMAND = """
import re, resource
from pathlib import Path
from api.cli import main
try:
    main()
finally:
    own = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    Path("{peak}").write_text(str(max(int(own), others)))
"""
BARE, OURS = "bare UNWIND loop over rows in memory", "edupolicy load --to"


@dataclass(frozen=True, slots=True)
class Run:
    """A command that has ended: its seconds, and the megabytes of its largest process."""

    seconds: float
    megabytes: float


def measure() -> Iterator[Table]:
    """Yield the tables: loading by driver, the import without a server, and the questions."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with closing(Ledger(folder / "data")) as ledger:
            large.fill(ledger, TASKS)
            batches = tuple(ledger.batches())
        yield _driven(folder, _puts(batches))
        yield from _imported(folder, batches)


def _driven(folder: Path, puts: Sequence[Put]) -> Table:
    """Measure our loading beside a loop that writes the same rows, which it has in memory."""
    edges = sum(len(rows) for _, rows in puts if "source_id" in rows[0])
    nodes = sum(len(rows) for _, rows in puts) - edges
    seconds: dict[str, list[float]] = {BARE: [], OURS: []}
    most = 0.0
    with _server(folder / "driven") as server, _driver(server) as driver:
        with closing(_open(server)) as store:
            store.prepare(load())   # constraints and indexes, without which the loop is lost
        _write(driver, puts)        # warms up the server
        for _ in range(ROUNDS):
            _empty(driver)
            seconds[BARE].append(timed(partial(_write, driver, puts)))
            _whole(driver, nodes, edges)
            _empty(driver)
            ours = _command(folder, "load", "--to", server.uri, server=server)
            seconds[OURS].append(ours.seconds)
            most = max(most, ours.megabytes)
            _whole(driver, nodes, edges)
    took = {name: median(values) for name, values in seconds.items()}
    ratio = took[OURS] / took[BARE]
    shown = table(f"{TASKS:,} tasks by driver: {nodes:,} nodes, {edges:,} relations, median of "
                  f"{ROUNDS} interleaved rounds", "way", "#seconds", "#rows a second",
                  "#times the bare loop", "#peak MB")
    for name in (BARE, OURS):
        shown.add_row(name, f"{took[name]:.1f}", f"{(nodes + edges) / took[name]:,.0f}",
                      f"{took[name] / took[BARE]:.2f}", f"{most:,.0f}" if name == OURS else "")
    shown.caption = (f"Aims: at most {BY_DRIVER:g} times: {_verdict(ratio <= BY_DRIVER)}; under "
                     f"{MEMORY:,} MB: {_verdict(most < MEMORY)}.")
    return shown


def _imported(folder: Path, batches: Sequence[Batch]) -> Iterator[Table]:
    """Measure the import without a server, then what questions take on what it brought."""
    home, files = folder / "imported", folder / "files"
    home.mkdir()
    configure(home, 0, 0, SETTINGS)
    written = _command(folder, "load", "--offline", str(files))
    imported = timed(partial(_run_import, files, admin_program(home, folder / "neo4j-admin")))
    with _server(home) as server:
        indexed = _command(folder, "load", "--to", server.uri, server=server)
        ours = written.seconds + indexed.seconds
        total = ours + imported
        most = max(written.megabytes, indexed.megabytes)
        shown = table(f"{TASKS:,} tasks by an import without a server", "part", "#seconds",
                      "#share", "#peak MB of a process")
        for name, seconds, megabytes in (
                ("edupolicy load --offline: the files", written.seconds, written.megabytes),
                ("neo4j-admin database import full", imported, 0.0),
                ("edupolicy load --to: constraints, indexes", indexed.seconds, indexed.megabytes)):
            shown.add_row(name, f"{seconds:.1f}", f"{seconds / total:.0%}",
                          f"{megabytes:,.0f}" if megabytes else "")
        shown.caption = (f"Aims: our share, {ours / total:.0%}, under {SHARE:.0%}: "
                         f"{_verdict(ours / total < SHARE)}; under {MEMORY:,} MB: "
                         f"{_verdict(most < MEMORY)}.")
        yield shown
        yield _asked(folder, server, batches)


def _asked(folder: Path, server: Server, batches: Sequence[Batch]) -> Table:
    """Ask each named question of the server and of the embedded stores, filled from one ledger."""
    shown = table(f"Named questions over {TASKS:,} tasks: milliseconds, median of {TURNS} "
                  f"interleaved rounds ({LIMITS.seconds:g} s at most)",
                  "question", "#rows", "#Neo4j", "#LadybugDB", "#Oxigraph")
    with ExitStack() as stack:
        workspace = stack.enter_context(Workspace(data.settings(folder / "data"), print))
        stores = {"Neo4j": stack.enter_context(closing(_open(server)))}
        for language in Language:
            workspace.rebuild(language)
            name = "LadybugDB" if language is Language.CYPHER else "Oxigraph"
            stores[name] = stack.enter_context(
                closing(workspace.open(language, read_only=True)))
        one = next(str(node.properties["full_name"]) for batch in batches for node in batch.nodes
                   if node.type == "Department")
        for question in questions().values():
            arguments = example(question, batches)
            if "department" in arguments:   # by its full name: the example's is that of a thousand
                arguments["department"] = one
            rows, medians = _median(question, arguments, stores)
            shown.add_row(question.name, rows, *medians)
    return shown


def _median(question: Query, arguments: Mapping[str, str],
            stores: Mapping[str, Store]) -> tuple[str, list[str]]:
    """Return the number of rows and the median of each store; one that is too slow is asked once.

    Raise UnequalRowsError where stores give different rows.
    """
    asks = {name: partial(run, question, store, arguments, labels=thesaurus.load().labels,
                          limits=LIMITS) for name, store in stores.items()}
    found = {}
    for name, ask in asks.items():
        with suppress(QueryLimitError):
            found[name] = ask().rows
    if len(set(found.values())) > 1:
        raise UnequalRowsError(f"{question.name}: {', '.join(found)} give different rows.")
    seconds = interleave({name: asks[name] for name in found}, TURNS)
    shown = {name: f"{median(values) * 1000:,.0f}" for name, values in seconds.items()}
    return (f"{len(next(iter(found.values()), ())):,}",
            [shown.get(name, f"> {LIMITS.seconds * 1000:,.0f}") for name in stores])


def _puts(batches: Sequence[Batch]) -> list[Put]:
    """Return the statements and rows that write batches, as our loading makes them."""
    ontology = with_captions(load())
    parts = [*once((captioned(batch, ontology) for batch in batches), ontology)]
    return [*node_puts((node for one in parts for node in (*one.nodes, *one.shared_nodes)),
                       ontology),
            *edge_puts((edge for one in parts for edge in (*one.edges, *one.shared_edges)),
                       ontology)]


def _write(driver: Driver, puts: Sequence[Put]) -> None:
    """Write rows as the driver's manual does."""
    for statement, rows in puts:
        for start_ in range(0, len(rows), CHUNK):
            driver.execute_query(statement, rows=rows[start_:start_ + CHUNK])


def _empty(driver: Driver) -> None:
    with driver.session() as session:   # it commits by itself, which `execute_query` does not
        session.run(EMPTY).consume()


def _whole(driver: Driver, nodes: int, edges: int) -> None:
    """Raise CommandError unless the server holds so much."""
    found = driver.execute_query(COUNT).records[0].values()
    if found != [nodes, edges]:
        raise CommandError(f"The server holds {found} nodes and relations of {[nodes, edges]}.")


def _command(folder: Path, *arguments: str, server: Server | None = None) -> Run:
    """Run our command on the data folder; raise CommandError where it fails."""
    login = f"{server.user}/{server.password}" if server else ""
    own = {"EDUPOLICY_DATA": str(folder / "data"), "EDUPOLICY_CYPHER": "",
           "EDUPOLICY_CYPHER_AUTH": login, "EDUPOLICY_CYPHER_AUTH_FILE": ""}
    began = perf_counter()
    done = subprocess.run([sys.executable, "-c", COMMAND.format(peak=folder / "peak"), *arguments],
                          cwd=data.ROOT, env={**os.environ, **own}, capture_output=True, text=True,
                          check=False)
    took = perf_counter() - began
    if done.returncode:
        raise CommandError(f"edupolicy {' '.join(arguments)} failed: {done.stderr}")
    return Run(took, int((folder / "peak").read_text()) / 1000)


def _run_import(files: Path, program: Path) -> None:
    done = subprocess.run([files / "import.sh"], env={**os.environ, "NEO4J_ADMIN": str(program)},
                          capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandError(f"The import failed: {done.stderr}")


@contextmanager
def _server(home: Path) -> Iterator[Server]:
    home.mkdir(exist_ok=True)
    server = start(home, password=PASSWORD, settings=SETTINGS)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def _driver(server: Server) -> Iterator[Driver]:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password),
                              notifications_min_severity="OFF") as driver:
        yield driver


def _open(server: Server) -> Store:
    return open_store(server.uri, base=DEFAULT_BASE, user=server.user, password=server.password)


def _verdict(reached: object) -> str:
    return "reached" if reached else "missed"
