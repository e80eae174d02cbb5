"""What our runner adds to an engine's own call, for each named query, and how quick rdflib is.

The runner resolves names, asks the question, counts what is left out, casts and orders the rows.
The bare call runs the question's final text with its final parameters and reads all rows, nothing
more, on a connection that stays open. LadybugDB plans a text anew on every new connection, which
the column "new connection" shows. rdflib answers the SPARQL text once over the same triples in
memory. Rows must be as many.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

from rich.table import Table

from bench import data
from bench.bare import Ladybug, Oxigraph, Params, Rdflib, capped
from bench.engines import Engine, open_engines
from bench.errors import UnequalRowsError
from bench.examples import example
from bench.rounds import interleave, timed
from bench.screen import table
from graph import Limits, Rows, Store
from graph.ledger import Ledger
from ontology import thesaurus
from ontology.rdf import DEFAULT_BASE, namespace
from queries import Query, load, run

ROUNDS = 25
AIM = 5.0  # milliseconds on top of the bare call
CAP = 60  # seconds that rdflib is given
RUNNER, BARE, OTHERS, NEW = "runner", "bare", "others", "new"


@dataclass(frozen=True, slots=True)
class Statement:
    """A text that the runner sends to a store, with its parameters."""

    text: str
    params: Params


@dataclass(frozen=True, slots=True)
class Figure:
    """A question on an engine: its own statement, its rows, and median milliseconds."""

    query: str
    engine: str
    statement: Statement
    rows: int
    milliseconds: Mapping[str, float]

    @property
    def overhead(self) -> float:
        """Milliseconds of the runner on top of the bare call."""
        return self.milliseconds[RUNNER] - self.milliseconds[BARE]


def measure() -> Table:
    """Return the table: a row for each question and engine."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = data.graph_files()
        data.ingest(files, folder)
        with closing(Ledger(folder)) as ledger:
            batches = tuple(ledger.batches())
        with open_engines(folder, batches) as engines:
            peer = _rdflib(engines)
            shown = table(f"Named queries over {len(files)} documents: milliseconds, median of "
                          f"{ROUNDS} interleaved rounds (rdflib: one run of at most {CAP} s)",
                          "query", "engine", "#rows", "#runner", "#bare call", "#overhead",
                          "#new connection", "#other statements", "#rdflib",
                          "#rdflib / bare call")
            figures = []
            for query in load().values():
                arguments = example(query, batches)
                for engine in engines:
                    figure = _figure(query, arguments, engine)
                    figures.append(figure)
                    shown.add_row(*_cells(figure), *_peer(figure, engine, peer))
                _agree(figures[-len(engines):])
    most = max(figures, key=lambda figure: figure.overhead)
    shown.caption = (
        f"Aim: at most {AIM:g} ms on top of the bare call; the most is {most.overhead:.1f} ms "
        f"({most.query}, {most.engine}): {'reached' if most.overhead <= AIM else 'missed'}.")
    return shown


def _rdflib(engines: Sequence[Engine]) -> Rdflib:
    bare = next(engine.bare for engine in engines if isinstance(engine.bare, Oxigraph))
    return Rdflib(bare.triples(), namespace(DEFAULT_BASE))


def _figure(query: Query, arguments: Mapping[str, str], engine: Engine) -> Figure:
    """Measure a question on an engine; raise UnequalRowsError where runner and engine differ."""
    own = query.text(engine.store)
    ask = partial(run, query, engine.store, arguments, labels=thesaurus.load().labels)
    sent = _statements(engine.store, ask)
    statement = next(one for one in sent if one.text == own)
    main = engine.bare.call(statement.text, statement.params)
    others = [engine.bare.call(one.text, one.params) for one in sent if one.text != own]
    if (rows := ask().total) != (bare := main()):
        raise UnequalRowsError(f"{query.name} on {engine.name}: the runner gives {rows} rows, the "
                               f"bare call {bare}.")
    calls: dict[str, Callable[[], object]] = {RUNNER: ask, BARE: main}
    if others:
        calls[OTHERS] = lambda: [call() for call in others]
    if isinstance(engine.bare, Ladybug):
        calls[NEW] = engine.bare.first_call(statement.text, statement.params)
    seconds = interleave(calls, ROUNDS)
    return Figure(query.name, engine.name, statement, rows,
                  {name: median(values) * 1000 for name, values in seconds.items()})


def _statements(store: Store, ask: Callable[[], object]) -> list[Statement]:
    """Return the statements that a call sends to a store."""
    sent: list[Statement] = []
    send = store.run

    def record(text: str, params: Params, limits: Limits) -> Rows:
        sent.append(Statement(text, params))
        return send(text, params, limits)

    with patch.object(store, "run", record):
        ask()
    return sent


def _agree(figures: Sequence[Figure]) -> None:
    if len({figure.rows for figure in figures}) > 1:
        counts = ", ".join(f"{figure.engine} {figure.rows}" for figure in figures)
        raise UnequalRowsError(f"{figures[0].query}: the engines give different rows: {counts}.")


def _cells(figure: Figure) -> list[str]:
    shown = {name: f"{value:,.1f}" for name, value in figure.milliseconds.items()}
    return [figure.query, figure.engine, f"{figure.rows:,}", shown[RUNNER], shown[BARE],
            f"{figure.overhead:,.1f}", shown.get(NEW, ""), shown.get(OTHERS, "")]


def _peer(figure: Figure, engine: Engine, peer: Rdflib) -> tuple[str, str]:
    """Return rdflib's milliseconds and their ratio to the bare call's, for a SPARQL engine."""
    if not isinstance(engine.bare, Oxigraph):
        return "", ""
    ask = peer.call(figure.statement.text, figure.statement.params)
    counted: list[int] = []
    try:
        with capped(CAP):
            took = timed(lambda: counted.append(ask())) * 1000
    except TimeoutError:
        return f"> {CAP * 1000:,}", f"> {CAP * 1000 / figure.milliseconds[BARE]:,.0f}"
    if counted != [figure.rows]:
        raise UnequalRowsError(f"{figure.query}: rdflib gives {counted[0]} rows, Oxigraph "
                               f"{figure.rows}.")
    return f"{took:,.0f}", f"{took / figure.milliseconds[BARE]:,.0f}"
