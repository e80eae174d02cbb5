"""Opens each engine twice over one graph: as our store, and bare on a copy of its files."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from urllib.parse import unquote, urlsplit

from neo4j import GraphDatabase, Session

from api.workspace import Workspace
from bench import data
from bench.bare import Bare, Ladybug, Neo4j, Oxigraph
from bench.errors import OccupiedError
from graph import Language, Store, open_store
from ontology import Batch, load
from ontology.rdf import DEFAULT_BASE, namespace

SERVER = "EDUPOLICY_BENCH_NEO4J"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine as our store and bare, over the same graph."""

    name: str
    store: Store
    bare: Bare


@contextmanager
def open_engines(folder: Path, batches: Sequence[Batch]) -> Iterator[list[Engine]]:
    """Open the stores of a data folder, and Neo4j where the environment names a server."""
    settings = data.settings(folder)
    with ExitStack() as stack, Workspace(settings, print) as workspace:
        copy = data.settings(folder / "copy")
        copytree(folder, copy.data)
        cypher, sparql = (stack.enter_context(closing(workspace.open(language, read_only=True)))
                          for language in (Language.CYPHER, Language.SPARQL))
        engines = [
            Engine("LadybugDB", cypher, Ladybug(_path(copy.cypher_url))),
            Engine("Oxigraph", sparql, Oxigraph(_path(copy.sparql_url), namespace(DEFAULT_BASE)))]
        if url := os.environ.get(SERVER):
            engines.append(stack.enter_context(_server(url, batches)))
        yield engines


def _path(url: str) -> Path:
    return Path(url.partition(":")[2])


@contextmanager
def _server(url: str, batches: Sequence[Batch]) -> Iterator[Engine]:
    """Fill an empty Neo4j, and empty it at the end."""
    with closing(open_store(url, base=DEFAULT_BASE)) as store, _session(url) as session:
        if not store.prepare(load()):
            raise OccupiedError(f"The Neo4j of {SERVER} holds a graph, which the benchmark would "
                                "overwrite; name an empty one.")
        try:
            store.load(batches)
            yield Engine("Neo4j", store, Neo4j(session))
        finally:
            store.load([])


@contextmanager
def _session(url: str) -> Iterator[Session]:
    """Open a session of the driver's own, as the manual does."""
    parts = urlsplit(url)
    with GraphDatabase.driver(
            f"{parts.scheme}://{parts.hostname}:{parts.port or 7687}",
            auth=(unquote(parts.username or ""), unquote(parts.password or ""))) as driver, \
            driver.session() as session:
        yield session
