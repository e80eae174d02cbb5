"""The engines' own calls, as somebody would write them who has nothing but the engine.

Each takes a final text with its parameters and returns a call that runs it and reads the whole
answer; what can be prepared is done before.
"""

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Protocol

import ladybug
import neo4j
import pyoxigraph
import rdflib
from pyoxigraph import DefaultGraph, QuerySolutions, RdfFormat

from graph.sparql import bind
from graph.store import Param
from graph.values import scalar
from ontology.rdf import Namespace

Params = Mapping[str, Param]
Call = Callable[[], int]


class Bare(Protocol):
    """An engine without anything of ours."""

    def call(self, text: str, params: Params) -> Call:
        """Return a call that answers the text and returns the number of rows."""
        ...


class Ladybug:
    """LadybugDB on a connection that stays open and keeps the plans of the texts it has seen."""

    def __init__(self, path: Path) -> None:
        self._database = ladybug.Database(path, read_only=True)
        self._connection = ladybug.Connection(self._database)

    def call(self, text: str, params: Params) -> Call:
        """Return a call of `execute`."""
        values = _values(params)
        return lambda: _count(self._connection.execute(text, values))

    def first_call(self, text: str, params: Params) -> Call:
        """Return a call of `execute` on a new connection, which has to plan the text."""
        values = _values(params)

        def ask() -> int:
            with ladybug.Connection(self._database) as connection:
                return _count(connection.execute(text, values))

        return ask


class Neo4j:
    """Neo4j on a driver's session that stays open."""

    def __init__(self, session: neo4j.Session) -> None:
        self._session = session

    def call(self, text: str, params: Params) -> Call:
        """Return a call of the session's `run`."""
        values = _values(params)
        return lambda: len([row.values() for row in self._session.run(text, values)])


class Oxigraph:
    """Oxigraph on a store that is open for reading."""

    def __init__(self, path: Path, ns: Namespace) -> None:
        self._store = pyoxigraph.Store.read_only(str(path))
        self._ns = ns

    def call(self, text: str, params: Params) -> Call:
        """Return a call of `query`, the parameters in their place."""
        final = bind(text, params, self._ns)

        def ask() -> int:
            answer = self._store.query(final, prefixes=self._ns.prefixes)
            assert isinstance(answer, QuerySolutions)
            return len([tuple(row) for row in answer])

        return ask

    def triples(self) -> bytes:
        """Return all triples as N-Triples."""
        dumped = self._store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        assert dumped is not None
        return dumped


class Rdflib:
    """rdflib on a graph in memory."""

    def __init__(self, triples: bytes, ns: Namespace) -> None:
        self._graph = rdflib.Graph().parse(data=triples, format="nt")
        self._ns = ns

    def call(self, text: str, params: Params) -> Call:
        """Return a call of `query`, the parameters in their place."""
        final = bind(text, params, self._ns)
        return lambda: len(list(self._graph.query(final, initNs=self._ns.prefixes)))


def _values(params: Params) -> dict[str, object]:
    return {name: scalar(value) for name, value in params.items()}


def _count(result: ladybug.QueryResult | list[ladybug.QueryResult]) -> int:
    assert isinstance(result, ladybug.QueryResult)
    return len(list(result))


@contextmanager
def capped(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in what runs inside once it has taken that long."""
    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError

    former = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)  # again each second, should it be swallowed
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)
